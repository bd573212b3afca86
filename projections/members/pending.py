"""What has been asked or agreed and has not begun, and what is it waiting for?"""

from datetime import date

from projections.members.answers import Pending
from projections.members.proceedings import ENDING, Proceeding
from projections.names import name_on, sort_key
from projections.timelines.in_force import Agreed
from projections.world import World


def pending_on(world: World, day: date) -> list[Pending]:
    """List what is pending on a day, by name of the member."""
    found = [
        one
        for proceeding in world.on(day).proceedings
        if (one := waiting_on(world, proceeding, day)) is not None
    ]
    return sorted(found, key=pending_rank)


def pending_rank(one: Pending) -> tuple[str, str]:
    """Order what is pending: by name of the member, then by competence."""
    return sort_key(one.name), one.competence or ""


def waiting_on(world: World, found: Proceeding, day: date) -> Pending | None:
    """Tell what a proceeding in force on a day waits for; None if it does not wait."""
    if not _is_waiting(found, day) or _is_moot(world, found, day):
        return None
    member = found.member_on(day)
    return Pending(
        member,
        name_on(world, member, day),
        found.competence,
        found.procedure,
        begins_on(world, found),
        found.missing,
    )


def begins_on(world: World, found: Proceeding) -> date | None:
    """Tell the day on which it begins: the first on which all it rests on is in force.

    What is repealed or annulled by then never begins; what is suspended begins when the
    suspension is lifted.
    """
    start = found.start
    if start is None:
        return None
    asked: Agreed = found.sides, found.competence, start
    for phase, part in zip(world.phases, world.parts, strict=True):
        day = max(start, phase.period.from_)
        if phase.period.holds_on(day) and asked in part.agreed:
            return day
    return None


def _is_waiting(found: Proceeding, day: date) -> bool:
    """Tell whether something was adopted by then, has not begun, and may yet."""
    was_adopted = any(
        side.adopted_on is None or side.adopted_on <= day for side in found.sides
    )
    if not was_adopted or (found.spent_on is not None and found.spent_on <= day):
        return False
    start = found.start
    return start is None or start > day


def _is_moot(world: World, found: Proceeding, day: date) -> bool:
    """Tell whether there is nothing left to begin, or to end."""
    member = found.member_on(day)
    held = world.stays_of.get((member, found.competence), ())
    is_held = any(stay.period.holds_on(day) for stay in held)
    if found.procedure in ENDING:
        is_unnamed = found.competence and member in world.membership.unnamed
        return not is_held and not is_unnamed
    return is_held
