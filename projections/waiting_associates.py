"""Which admissions and departures of associates have been adopted and not begun?"""

from collections.abc import Iterator
from datetime import date

from ledger.events.membership import AssociateAdmitted, AssociateLeft
from projections.names import name_on, sort_key
from projections.pending import Pending
from projections.world import World


def waiting_associates(world: World, day: date) -> list[Pending]:
    """List them by name, each with what its act misses, or the day it will begin."""
    found = list(_adopted(world, day))
    return sorted(found, key=lambda one: (sort_key(one.name), one.procedure))


def _adopted(world: World, day: date) -> Iterator[Pending]:
    associated = {stay.member for stay in world.associates.on(day)}
    members = {stay.member for stay in world.membership.on(day)}
    decisions = world.on(day).decisions
    for act, said in [
        *decisions.get(AssociateAdmitted, ()),
        *decisions.get(AssociateLeft, ()),
    ]:
        in_force = world.executory[act.reference]
        is_later = act.adopted_on is not None and act.adopted_on > day
        if is_later or (in_force.on is not None and in_force.on <= day):
            continue
        match said:
            case AssociateAdmitted(institution=one):
                member, procedure = str(one.id), "association"
                is_moot = member in associated | members
            case AssociateLeft(member=member):
                procedure = "association-end"
                is_moot = member not in associated
            case _:
                continue
        if not is_moot:
            name = name_on(world, member, day)
            yield Pending(member, name, None, procedure, in_force.on, in_force.missing)
