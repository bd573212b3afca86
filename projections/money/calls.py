"""What is still to be paid of each call on a day?

A payment names a member and a year, not a call: payments and reductions settle the
calls of that year in their order, the oldest first (code civil, art. 1342-10).
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import msgspec

from ledger.events.money import ContributionCalled
from projections.acts.as_known import ActAsKnown
from projections.limits.time_limits import call_ends
from projections.money.tariffs import paid
from projections.world import World


class Call(msgspec.Struct, frozen=True):
    """A call of an amount: its act, its place in it, and what is still to be paid."""

    act: ActAsKnown
    place: int
    said: ContributionCalled
    outstanding: Decimal = Decimal(0)

    @property
    def order(self) -> tuple[date, int, int]:
        """Tell what is to be paid first; what has no day, last."""
        day = self.said.available_on or self.act.adopted_on or date.max
        return day, self.act.position, self.place

    @property
    def last_day(self) -> date | None:
        """Tell the last day to pay; None where nobody knows since when one can."""
        available_on = self.said.available_on
        return call_ends(available_on) if available_on is not None else None


def calls_on(world: World, at: date) -> list[Call]:
    """List the calls that had been made, as far as is known, and stand on a day."""
    accounts: dict[tuple[str, int], list[Call]] = {}
    for call in _made(world, at):
        accounts.setdefault((call.said.member, call.said.year), []).append(call)
    payments = {year: paid(world, year, at) for _member, year in accounts}
    return [
        call
        for (member, year), account in accounts.items()
        for call in _settled(account, payments[year].get(member, Decimal(0)))
    ]


def _made(world: World, at: date) -> Iterator[Call]:
    for act in world.on(at).known.acts.values():
        for taken in act.decisions:
            said = taken.decision
            if not isinstance(said, ContributionCalled):
                continue
            if (said.available_on or act.adopted_on or at) <= at:
                yield Call(act, taken.number, said)


def _settled(account: list[Call], credit: Decimal) -> Iterator[Call]:
    """Count what was paid, and what was reduced, against the oldest first."""
    credit -= sum(min(call.said.amount, Decimal(0)) for call in account)
    for call in sorted(account, key=lambda one: one.order):
        if call.said.amount > 0:
            outstanding = max(call.said.amount - credit, Decimal(0))
            credit = max(credit - call.said.amount, Decimal(0))
            yield msgspec.structs.replace(call, outstanding=outstanding)
