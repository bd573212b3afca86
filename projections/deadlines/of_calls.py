"""Until when must a call be paid? Thirty days from the day it was made available.

Conditions art. 7, extended to every call.
"""

from collections.abc import Iterator
from datetime import date

import msgspec

from projections.deadlines.deadline import Deadline, Limit
from projections.missing import Missing
from projections.money.calls import Call, calls_on
from projections.money.cents import shown_amount
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
    found = limit.deadline(
        world,
        at,
        member=call.said.member,
        id_=f"call:{call.reference}:{call.number}",
        is_settled=not call.outstanding,
    )
    return msgspec.structs.replace(
        found,
        title=call.act.registered.title,
        number=call.said.number,
        outstanding=shown_amount(call.outstanding),
    )
