"""Until when must a call be paid, may it be contested, may it be recovered?

Thirty days to pay (conditions art. 7, extended to every call); two months to contest it
and four years to recover it (CGCT L.1617-5), all from the day it was made available.
"""

from collections.abc import Iterator
from datetime import date

import msgspec

from ledger.clauses import Clause
from projections.deadlines.deadline import Deadline, Kind, Limit
from projections.limits.time_limits import contest_ends, prescription_ends
from projections.missing import Missing
from projections.money.calls import Call, calls_on
from projections.money.cents import shown_amount
from projections.switches import Law
from projections.timelines.world import World

CONTEST = Law("CGCT L.1617-5, 1°")
PRESCRIPTION = Law("CGCT L.1617-5, 3°")


def deadlines_of_calls(world: World, at: date) -> Iterator[Deadline]:
    """List the limits of the calls made by a day; of one that is paid, as settled."""
    for call in calls_on(world, at):
        is_paid = not call.outstanding
        yield _deadline(world, at, call, _payment(call), is_settled=is_paid)
        yield _deadline(world, at, call, _contest(call))
        yield _deadline(world, at, call, _prescription(call), is_settled=is_paid)


def _payment(call: Call) -> Limit:
    return _limit("call", "payment", call, call.pay_by)


def _contest(call: Call) -> Limit:
    """Give the debtor two months, paid or not."""
    since = call.said.available_on
    return _limit("contest", CONTEST, call, contest_ends(since) if since else None)


def _prescription(call: Call) -> Limit:
    """Give four years, begun anew by each payment that settles part of it in time.

    One made before the call was available begins nothing, one made too late revives
    nothing.
    """
    since = call.said.available_on
    if since is None:
        return _limit("prescription", PRESCRIPTION, call, None)
    by: tuple[str, ...] = ()
    for payment in call.paid_by:
        if since < payment.on <= prescription_ends(since):
            since, by = payment.on, (payment.act,)
    limit = _limit("prescription", PRESCRIPTION, call, prescription_ends(since))
    because = (call.reference, *by)
    return msgspec.structs.replace(limit, starts=since, because=because)


def _limit(kind: Kind, by: Clause | Law, call: Call, last_day: date | None) -> Limit:
    return Limit(
        kind=kind,
        by=by,
        because=(call.reference,),
        starts=call.said.available_on,
        last_day=last_day,
        missing=() if last_day else (Missing(call.reference, "available_on"),),
    )


def _deadline(
    world: World, at: date, call: Call, limit: Limit, *, is_settled: bool = False
) -> Deadline:
    found = limit.deadline(
        world,
        at,
        member=call.said.member,
        id_=f"{limit.kind}:{call.reference}:{call.number}",
        is_settled=is_settled,
    )
    return msgspec.structs.replace(
        found,
        act=call.reference,
        title=call.act.registered.title,
        number=call.said.number,
        outstanding=shown_amount(call.outstanding),
    )
