"""Until when must a call be paid? Thirty days from the day it was made available.

Conditions art. 7, extended to every call.
"""

from collections.abc import Iterator
from datetime import date

from projections.deadlines.deadline import Deadline, Limit
from projections.missing import Missing
from projections.money.calls import Call, calls_on
from projections.money.cents import shown_amount
from projections.naming.names import name_on
from projections.timelines.world import World


def deadlines_of_calls(world: World, at: date) -> Iterator[Deadline]:
    """List the calls made by a day, and what of each was still to be paid then."""
    for call in calls_on(world, at):
        yield _deadline(world, at, call)


def _deadline(world: World, at: date, call: Call) -> Deadline:
    limit = Limit(
        kind="call",
        by="payment",
        because=(call.reference,),
        starts=call.said.available_on,
        last_day=call.pay_by,
        missing=() if call.pay_by else (Missing(call.reference, "available_on"),),
    )
    state = limit.state(at, is_settled=not call.outstanding)
    return Deadline(
        kind=limit.kind,
        act=call.reference,
        member=call.said.member,
        starts=limit.starts,
        last_day=limit.last_day,
        open=state == "open",
        state=state,
        days_left=limit.days_left(at, state),
        id=f"call:{call.reference}:{call.number}",
        name=name_on(world, call.said.member, at),
        article=limit.article(world, at),
        because=limit.because,
        missing=limit.missing,
        title=call.act.registered.title,
        number=call.said.number,
        outstanding=shown_amount(call.outstanding),
    )
