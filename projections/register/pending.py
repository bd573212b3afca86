"""What has been asked or agreed and has not begun, and what is it waiting for?"""

from collections.abc import Iterable
from datetime import date

import msgspec

from projections.members.proceedings import ENDING, Procedure, Proceeding, Side
from projections.missing import Missing
from projections.naming.names import name_on, sort_key
from projections.register.answers import Pending
from projections.register.expected import (
    Expected,
    expected_associates,
    undated_founders,
    unnamed_founders,
)
from projections.timelines.in_force import Agreed
from projections.timelines.world import World


class Waiting(msgspec.Struct, frozen=True):
    """What waits on a day, whose it is that day, and the day it begins, if known.

    `unheard` is what the other body said, on record, that has no effect that day.
    """

    proceeding: Proceeding
    member: str
    begins_on: date | None
    unheard: Side | None

    @property
    def procedure(self) -> Procedure:
        """Tell what is asked for."""
        return self.proceeding.procedure

    @property
    def competence(self) -> str | None:
        """Tell the competence it is about; None if it is about leaving."""
        return self.proceeding.competence

    @property
    def acts(self) -> tuple[str, ...]:
        """List the acts."""
        return self.proceeding.because

    @property
    def missing(self) -> tuple[Missing, ...]:
        """List what is missing to tell when it begins."""
        return self.proceeding.missing


def awaited_on(
    world: World, day: date, member: str | None = None
) -> list[Waiting | Expected]:
    """List all that waits on a day, of one institution or of all, as annexes do."""
    found: list[Waiting | Expected] = [
        *unnamed_founders(world, day),
        *waiting_on(world, day, member),
        *undated_founders(world),
        *expected_associates(world, day),
    ]
    return [one for one in found if member in {None, one.member}]


def pending_on(world: World, day: date) -> list[Pending]:
    """Show what two bodies are to agree about, by name of the member."""
    return [shown(world, one, day) for one in waiting_on(world, day)]


def waiting_on(world: World, day: date, member: str | None = None) -> list[Waiting]:
    """List by name what two bodies are to agree about, of one institution or all."""
    part = world.on(day)
    asked: Iterable[Proceeding] = part.proceedings
    if member is not None:
        asked = part.proceedings_of.get(member, ())
    found = [
        one
        for proceeding in asked
        if (one := waits(world, proceeding, day)) is not None
        and member in {None, one.member}
    ]
    return sorted(found, key=lambda one: pending_rank(world, one, day))


def pending_rank(world: World, one: Waiting, day: date) -> tuple[str, str]:
    """Order what is pending: by name of the member, then by competence."""
    return sort_key(name_on(world, one.member, day)), one.competence or ""


def waits(world: World, found: Proceeding, day: date) -> Waiting | None:
    """Tell what a proceeding in force on a day waits for; None if it does not wait."""
    if not _is_waiting(found, day) or _is_moot(world, found, day):
        return None
    member = found.member_on(day)
    return Waiting(found, member, begins_on(world, found), _unheard(world, found))


def shown(world: World, one: Waiting | Expected, day: date) -> Pending:
    """Show it as the annexes do."""
    return Pending(
        one.member,
        name_on(world, one.member, day),
        one.competence,
        one.procedure,
        one.begins_on,
        one.missing,
    )


def begins_on(world: World, found: Proceeding) -> date | None:
    """Tell the day on which it begins: the first on which all it rests on is in force.

    What is repealed or annulled by then never begins; what is suspended begins when the
    suspension is lifted.
    """
    start = found.start
    if start is None:
        return None
    asked: Agreed = found.places, found.competence, start
    for phase, part in zip(world.phases, world.parts, strict=True):
        day = max(start, phase.period.from_)
        if phase.period.holds_on(day) and asked in part.agreed:
            return day
    return None


def _unheard(world: World, found: Proceeding) -> Side | None:
    """Find who would have answered, if nothing had been ended or interrupted."""
    if len(found.sides) > 1:
        return None
    [said] = found.sides
    for ever in world.ever.proceedings_of[found.member]:
        if said in ever.sides and ever.competence == found.competence:
            return next((side for side in ever.sides if side != said), None)
    return None


def _is_waiting(found: Proceeding, day: date) -> bool:
    """Tell whether something was adopted by then, has not begun, and may yet."""
    was_adopted = any(
        side.adopted_on is None or side.adopted_on <= day for side in found.sides
    )
    if not was_adopted or (found.lapsed_on is not None and found.lapsed_on <= day):
        return False
    start = found.start
    return start is None or start > day


def _is_moot(world: World, found: Proceeding, day: date) -> bool:
    """Tell whether there is nothing left to begin, or to end."""
    member = found.member_on(day)
    held = world.facts.held(member, found.competence)
    is_held = any(tenure.period.holds_on(day) for tenure in held)
    if found.procedure in ENDING:
        is_unnamed = found.competence and member in world.membership.unnamed
        return not is_held and not is_unnamed
    return is_held
