"""What was called from a member for a year, and what did it pay, act by act?

What was called is never recomputed: it is what the calls say. A call that a court or
its author undid is no claim, one that is suspended has no effect meanwhile; both are
still told, with what struck them. A payment is a fact: money received stays received
while the act that noted it is suspended, and counts no more only where that act is as
if it had never been.
"""

from collections.abc import Iterator
from datetime import date

import msgspec

from ledger.events.money import ContributionCalled, PaymentReceived
from projections.acts.as_known import ActAsKnown, DecisionAsKnown
from projections.acts.lives import is_suspension
from projections.deadlines.time_limits import call_ends
from projections.money.cents import shown_amount
from projections.money.tariffs import decided
from projections.world import World


class MadeCall(msgspec.Struct, frozen=True, kw_only=True):
    """A call; where it does not stand on the day asked about, what struck it.

    `is_suspended` tells of one that may come back; `is_later` of one issued after the
    day, which counts all the same. `position` is its place in the ledger, `pay_by` the
    last of its thirty days (conditions art. 7).
    """

    act: str
    title: str | None
    number: str | None
    amount: str
    adopted_on: date | None
    available_on: date | None
    pay_by: date | None
    stands: bool
    is_suspended: bool
    is_later: bool
    struck_by: tuple[str, ...]
    position: int


class MadePayment(msgspec.Struct, frozen=True):
    """A payment; a refund is negative."""

    act: str
    on: date
    amount: str


def calls_made(world: World, year: int, member: str, at: date) -> list[MadeCall]:
    """List what was called from a member for a year, the oldest first."""
    made = [
        _call(world, act, taken, at)
        for act in world.known.acts.values()
        for taken in (act.proposed if act.is_adopted else ())
        if isinstance(taken.decision, ContributionCalled)
        and (taken.decision.member, taken.decision.year) == (member, year)
    ]
    return sorted(made, key=_order)


def payments_made(world: World, year: int, member: str, at: date) -> list[MadePayment]:
    """List what a member paid for a year, up to a day."""
    made = [
        MadePayment(act.reference, decision.on, shown_amount(decision.amount))
        for act, decision in decided(world, PaymentReceived)
        if (decision.member, decision.year) == (member, year) and decision.on <= at
    ]
    return sorted(made, key=lambda one: one.on)


def standing(calls: list[MadeCall]) -> Iterator[MadeCall]:
    """Give the calls that stand on the day they were asked about."""
    return (one for one in calls if one.stands)


def _call(world: World, act: ActAsKnown, taken: DecisionAsKnown, at: date) -> MadeCall:
    said = taken.decision
    assert isinstance(said, ContributionCalled), "listed as one"
    of_day = world.on(at).known.acts[act.reference]
    stands = taken.number not in of_day.dead
    issued = act.adopted_on or said.available_on
    blows = world.strikes.striking((act.reference, taken.number), at)
    return MadeCall(
        act=act.reference,
        title=act.registered.title,
        number=said.number,
        amount=shown_amount(said.amount),
        adopted_on=act.adopted_on,
        available_on=said.available_on,
        pay_by=call_ends(said.available_on) if said.available_on else None,
        stands=stands,
        is_suspended=not stands and is_suspension(blows),
        is_later=issued is not None and issued > at,
        struck_by=()
        if stands
        else tuple(dict.fromkeys(blow.place[0] for blow in blows)),
        position=taken.position,
    )


def _order(call: MadeCall) -> tuple[date, int]:
    return call.available_on or call.adopted_on or date.max, call.position
