"""Until when must a call be paid? Thirty days from the day it was made available.

Conditions art. 7, extended to every call. A payment names a member and a year, not a
call: payments and reductions settle the calls of that year in their order, the oldest
first (code civil, art. 1342-10).
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import msgspec

from ledger.events.money import ContributionCalled
from ledger.language import N_
from projections.acts_as_known import ActAsKnown
from projections.deadline import Deadline, Limit
from projections.executory import Missing
from projections.money import shown_amount
from projections.names import name_on
from projections.tariffs import paid
from projections.time_limits import call_ends
from projections.world import World

CALL = N_("conditions, art. 7")


class _Call(msgspec.Struct, frozen=True):
    """One call, its act, and its place among the decisions of that act."""

    act: ActAsKnown
    place: int
    said: ContributionCalled

    @property
    def order(self) -> tuple[date, int, int]:
        """Tell what is to be paid first; what has no day, last."""
        day = self.said.available_on or self.act.adopted_on or date.max
        return day, self.act.position, self.place


def deadlines_of_calls(world: World, at: date) -> Iterator[Deadline]:
    """List the calls made by a day, and what of each was still to be paid then."""
    payments = {
        year: paid(world, year, at)
        for year in {call.said.year for call in _calls(world, at)}
    }
    accounts: dict[tuple[str, int], list[_Call]] = {}
    for call in _calls(world, at):
        accounts.setdefault((call.said.member, call.said.year), []).append(call)
    for (member, year), calls in accounts.items():
        settled = payments[year].get(member, Decimal(0))
        settled -= sum(min(call.said.amount, Decimal(0)) for call in calls)
        for call in sorted(calls, key=lambda one: one.order):
            if call.said.amount > 0:
                outstanding = max(call.said.amount - settled, Decimal(0))
                settled = max(settled - call.said.amount, Decimal(0))
                yield _deadline(world, at, call, outstanding)


def _calls(world: World, at: date) -> Iterator[_Call]:
    """Find the calls that had been made, as far as is known, by a day."""
    for act in world.known.acts.values():
        for taken in act.decisions:
            said = taken.decision
            if not isinstance(said, ContributionCalled):
                continue
            if (said.available_on or act.adopted_on or at) <= at:
                yield _Call(act, taken.number, said)


def _deadline(world: World, at: date, call: _Call, outstanding: Decimal) -> Deadline:
    reference, available_on = call.act.reference, call.said.available_on
    if available_on is None:
        limit = Limit(missing=(Missing(reference, "available_on"),))
    else:
        limit = Limit(available_on, call_ends(available_on))
    state = limit.state(at, is_settled=not outstanding, is_duty=True)
    return Deadline(
        kind="call",
        act=reference,
        member=call.said.member,
        starts=limit.starts,
        last_day=limit.last_day,
        open=state == "open",
        state=state,
        days_left=limit.days_left(at, state),
        id=f"call:{reference}:{call.place}",
        name=name_on(world, call.said.member, at),
        article=CALL,
        because=(reference,),
        missing=limit.missing,
        title=call.act.registered.title,
        number=call.said.number,
        outstanding=shown_amount(outstanding),
    )
