"""Which calls were made, which stand on a day, and what of each is still to be paid?

What was called is never recomputed: it is what the calls say. A call that a court or
its author undid is no claim, one that is suspended has no effect meanwhile; both are
still told, with what struck them.

A payment names a member and a year, not a call: payments and reductions settle the
calls of that year in their order, the oldest first (code civil, art. 1342-10).
"""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

import msgspec

from ledger.clauses import Clause
from ledger.events.money import ContributionCalled
from ledger.language import N_
from projections.acts.act_state import ActState
from projections.acts.voiding import Voiding, acts_of, is_suspension
from projections.limits.time_limits import call_ends
from projections.money.cents import shown_amount
from projections.money.payments import Payment, payments_made
from projections.reason import Reason, Rule
from projections.timelines.world import World

DECIDES: tuple[Clause, ...] = ("payment",)

CALLED = Rule("contribution.called", N_("{amount} was called by {acts}."))
CALLED_UNTIL = Rule(
    "contribution.called",
    N_(
        "{amount} was called by {acts}, available on {available_on}: to be paid by "
        "{pay_by}."
    ),
    "payment",
)
CALLED_LATER = Rule(
    "contribution.called-later",
    N_(
        "{amount} was called by {acts}, issued after the day asked about: what was "
        "called for a year counts whenever it was called."
    ),
    "payment",
)


class Call(msgspec.Struct, frozen=True, kw_only=True):
    """A call as it stands on the day `at`; where it does not, what struck it.

    `number` is its place in its act, `position` in the ledger; `outstanding` what is
    still to be paid, `paid_by` the payments that settled part of it in order of their
    days, where that was asked.
    """

    act: ActState
    number: int
    position: int
    said: ContributionCalled
    at: date
    voidings: tuple[Voiding, ...]
    outstanding: Decimal = Decimal(0)
    paid_by: tuple[Payment, ...] = ()

    @property
    def reference(self) -> str:
        """Tell the act it was made by."""
        return self.act.reference

    @property
    def stands(self) -> bool:
        """Tell whether it has effect that day."""
        return not self.voidings

    @property
    def is_suspended(self) -> bool:
        """Tell whether it has none, and may come back."""
        return is_suspension(self.voidings)

    @property
    def struck_by(self) -> tuple[str, ...]:
        """List the acts that let it have no effect."""
        return acts_of(self.voidings)

    @property
    def is_later(self) -> bool:
        """Tell whether it was issued after the day; it counts all the same."""
        issued_on = self.act.adopted_on or self.said.available_on
        return issued_on is not None and issued_on > self.at

    @property
    def payable_on(self) -> date | None:
        """Tell since when it can be paid; its adoption, where nobody knows better."""
        return self.said.available_on or self.act.adopted_on

    @property
    def pay_by(self) -> date | None:
        """Tell the last day to pay; None where nobody knows since when one can."""
        available_on = self.said.available_on
        return call_ends(available_on) if available_on is not None else None

    @property
    def reason(self) -> Reason:
        """Say what was called, by which act, and until when it is to be paid."""
        amount, acts = shown_amount(self.said.amount), (self.reference,)
        if self.is_later:
            return CALLED_LATER.of(self.at, amount=amount, acts=acts)
        since, until = self.said.available_on, self.pay_by
        if since is None:
            return CALLED.of(self.at, amount=amount, acts=acts)
        return CALLED_UNTIL.of(
            min(self.at, since),
            amount=amount,
            acts=acts,
            available_on=since,
            pay_by=until,
        )


def calls_made(world: World, at: date) -> Iterator[Call]:
    """Give the calls ever made as they stand on a day, in order of the ledger."""
    for act in world.known.acts.values():
        for taken in act.carried:
            if isinstance(taken.decision, ContributionCalled):
                yield Call(
                    act=act,
                    number=taken.number,
                    position=taken.position,
                    said=taken.decision,
                    at=at,
                    voidings=world.strikes.striking((act.reference, taken.number), at),
                )


def repeated(world: World, at: date) -> list[tuple[Call, Call]]:
    """List the calls whose number another had for the same year, each with the first.

    A number is not given again: that of a call that stands no more counts, too.
    """
    found: dict[tuple[int, str], list[Call]] = {}
    for call in calls_made(world, at):
        if call.said.number is not None:
            found.setdefault((call.said.year, call.said.number), []).append(call)
    return [(call, first) for first, *others in found.values() for call in others]


def calls_for(world: World, year: int, at: date) -> dict[str, list[Call]]:
    """List what was ever called from each member for a year, the oldest first."""
    found: dict[str, list[Call]] = {}
    for call in calls_made(world, at):
        if call.said.year == year:
            found.setdefault(call.said.member, []).append(call)
    return {member: sorted(made, key=_order) for member, made in found.items()}


def calls_on(world: World, at: date) -> list[Call]:
    """List the calls payable by a day that stand then, with what is left to pay."""
    accounts: dict[tuple[str, int], list[Call]] = {}
    for call in calls_made(world, at):
        if call.stands and (call.payable_on or at) <= at:
            key = (call.said.member, call.said.year)
            accounts.setdefault(key, []).append(call)
    years = dict.fromkeys(year for _member, year in accounts)
    payments = {year: payments_made(world, year, at) for year in years}
    return [
        call
        for (member, year), account in accounts.items()
        for call in _settled(account, payments[year].get(member, ()))
    ]


def _settled(account: list[Call], payments: Iterable[Payment]) -> Iterator[Call]:
    """Count what was paid, and what was reduced, against the oldest first."""
    claims = [call for call in sorted(account, key=_order) if call.said.amount > 0]
    credit = sum((max(-call.said.amount, Decimal(0)) for call in account), Decimal(0))
    left = _left(claims, credit)
    paid_by: list[list[Payment]] = [[] for _claim in claims]
    for payment in payments:
        credit += payment.amount
        before, left = left, _left(claims, credit)
        for one, was, is_ in zip(paid_by, before, left, strict=True):
            if is_ < was:
                one.append(payment)
    for call, outstanding, paid in zip(claims, left, paid_by, strict=True):
        yield msgspec.structs.replace(
            call, outstanding=outstanding, paid_by=tuple(paid)
        )


def _left(claims: list[Call], credit: Decimal) -> list[Decimal]:
    """Tell what is left to pay of each call, a sum set off against the oldest first."""
    left = []
    for call in claims:
        left.append(max(call.said.amount - credit, Decimal(0)))
        credit = max(credit - call.said.amount, Decimal(0))
    return left


def _order(call: Call) -> tuple[date, int]:
    """Tell what is to be paid first; what has no day, last."""
    return call.payable_on or date.max, call.position
