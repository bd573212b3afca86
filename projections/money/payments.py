"""What did each member pay for a year, up to a day?

A payment is a fact: money received stays received while the act that noted it is
suspended, and counts no more only where that act is as if it had never been.
"""

from datetime import date
from decimal import Decimal

import msgspec

from ledger.events.money import PaymentReceived
from ledger.language import N_
from projections.money.cents import shown_amount
from projections.reason import Reason, Rule
from projections.timelines.world import World

PAID = Rule("contribution.paid", N_("{amount} was paid on {on} ({acts})."))


class Payment(msgspec.Struct, frozen=True):
    """A payment, and the act that notes it; a refund is negative."""

    act: str
    on: date
    amount: Decimal

    @property
    def reason(self) -> Reason:
        """Say when how much was paid."""
        amount = shown_amount(self.amount)
        return PAID.of(None, on=self.on, amount=amount, acts=(self.act,))


def years_paid(world: World, at: date) -> set[int]:
    """List the years for which anything was paid by a day."""
    return {said.year for _act, said in world.decided(PaymentReceived) if said.on <= at}


def payments_made(world: World, year: int, at: date) -> dict[str, list[Payment]]:
    """List what each member paid for a year, up to a day, in order of the days."""
    found: dict[str, list[Payment]] = {}
    for act, said in world.decided(PaymentReceived):
        if said.year == year and said.on <= at:
            payment = Payment(act.reference, said.on, said.amount)
            found.setdefault(said.member, []).append(payment)
    return {
        member: sorted(paid, key=lambda one: one.on) for member, paid in found.items()
    }
