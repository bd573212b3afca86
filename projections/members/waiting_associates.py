"""Which admissions and departures of associates have been adopted and not begun?"""

from collections.abc import Iterable
from datetime import date

from ledger.events.membership import AssociateAdmitted, AssociateLeft
from ledger.tags import member_of
from projections.members.answers import Pending
from projections.members.stays import Stay
from projections.names import name_on, sort_key
from projections.timelines.in_force import InForce, Taken
from projections.world import World


def waiting_associates(world: World, day: date) -> list[Pending]:
    """List them by name, each with what its act misses, or the day it will begin."""
    found = [
        one
        for taken in about_associates(world.on(day))
        if (one := awaited(world, taken, day)) is not None
    ]
    return sorted(found, key=associates_rank)


def associates_rank(one: Pending) -> tuple[str, str]:
    """Order them: by name, admissions before departures."""
    return sort_key(one.name), one.procedure


def about_associates(part: InForce) -> list[Taken]:
    """List the decisions about associates."""
    return [*part.decided(AssociateAdmitted), *part.decided(AssociateLeft)]


def awaited(world: World, taken: Taken, day: date) -> Pending | None:
    """Tell what such a decision in force on a day waits for; None if it does not."""
    act, said = taken
    in_force = world.executory[act.reference]
    is_later = act.adopted_on is not None and act.adopted_on > day
    if is_later or (in_force.on is not None and in_force.on <= day):
        return None
    member = whose(taken)
    is_associated = _is_any(world.associates.of(member), day)
    if isinstance(said, AssociateLeft):
        procedure, is_moot = "association-end", not is_associated
    else:
        is_member = _is_any(world.stays_of.get((member, None), ()), day)
        procedure, is_moot = "association", is_associated or is_member
    if is_moot:
        return None
    name = name_on(world, member, day)
    return Pending(member, name, None, procedure, in_force.on, in_force.missing)


def whose(taken: Taken) -> str:
    """Tell whom a decision about associates concerns."""
    act, said = taken
    return str(member_of(said, act.reference))


def _is_any(stays: Iterable[Stay], day: date) -> bool:
    return any(stay.period.holds_on(day) for stay in stays)
