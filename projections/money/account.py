"""What was called from a member for a year, what did it pay, and what does it owe now?

What was called is never recomputed (specification section 9): what is due now differs
from it by the regularisation.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import msgspec

from ledger.language import N_
from projections.money.calls import Call, calls_for
from projections.money.cents import shown_amount
from projections.money.payments import Payment, payments_made
from projections.money.unestablished import has_begun
from projections.reason import Reason, Rule
from projections.timelines.world import World

ACCOUNT = Rule(
    "contribution.account", N_("Called: {called}; paid: {paid}; still to pay: {owing}.")
)


class Account(msgspec.Struct, frozen=True, kw_only=True):
    """A member's account of a year as it stands on a day.

    `due` is what it owes by the law of the day, None where that is not established;
    the calls are all that were ever made, and those that stand make up `called`. Who
    owes nothing `has_dues` not.
    """

    member: str
    year: int
    at: date
    due: Decimal | None = Decimal(0)
    has_dues: bool = False
    calls: tuple[Call, ...] = ()
    payments: tuple[Payment, ...] = ()

    @property
    def standing(self) -> tuple[Call, ...]:
        """List the calls that stand."""
        return tuple(call for call in self.calls if call.stands)

    @property
    def is_kept(self) -> bool:
        """Tell whether anything is owed, or may be, was called and stands, or paid."""
        return bool(self.has_dues or self.standing or self.payments)

    @property
    def called(self) -> Decimal:
        """Sum what was called, by the calls that stand."""
        return sum((call.said.amount for call in self.standing), Decimal(0))

    @property
    def paid(self) -> Decimal:
        """Sum what was paid."""
        return sum((one.amount for one in self.payments), Decimal(0))

    @property
    def outstanding(self) -> Decimal:
        """Tell what is still to be paid of what was called."""
        return self.called - self.paid

    @property
    def regularisation(self) -> Decimal | None:
        """Tell how what is due now differs from what was called."""
        return None if self.due is None else self.due - self.called

    @property
    def is_to_regularise(self) -> bool:
        """Tell whether what was called differs; before the year, nothing is due yet."""
        has_called = bool(self.standing) and has_begun(self.year, self.at)
        return has_called and bool(self.regularisation)

    @property
    def acts(self) -> tuple[str, ...]:
        """List the acts by which it was called, and those that note its payments."""
        called = (call.reference for call in self.standing)
        paid = (one.act for one in self.payments)
        return tuple(dict.fromkeys((*called, *paid)))

    @property
    def because(self) -> tuple[Reason, ...]:
        """Say what was called and paid."""
        called = shown_amount(self.called)
        found = [call.reason for call in self.standing]
        found += [payment.reason for payment in self.payments]
        owing, paid = shown_amount(self.outstanding), shown_amount(self.paid)
        found.append(ACCOUNT.of(None, owing=owing, called=called, paid=paid))
        return tuple(found)


def accounts(
    world: World, year: int, at: date, due: Mapping[str, Decimal | None]
) -> list[Account]:
    """Draw up the account of each who owes a year, or was ever called or paid for it.

    What each owes is given, None where it is not established; who is not named there
    owes nothing.
    """
    made, paid = calls_for(world, year, at), payments_made(world, year, at)
    return [
        Account(
            member=member,
            year=year,
            at=at,
            due=due.get(member, Decimal(0)),
            has_dues=member in due,
            calls=tuple(made.get(member, ())),
            payments=tuple(paid.get(member, ())),
        )
        for member in dict.fromkeys((*due, *made, *paid))
    ]
