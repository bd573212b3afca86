"""What has been asked or agreed and has not begun, and what is it waiting for?"""

from datetime import date

import msgspec

from projections.executory import Missing
from projections.names import name_on, sort_key
from projections.proceedings import ENDING, Proceeding
from projections.world import World


class Pending(msgspec.Struct, frozen=True):
    """A request, an approval, or both, that have not begun on the day asked about.

    `since` is the day it will begin, where that is established and nothing is missing:
    null, too, where what was agreed is known to end before that day.
    """

    member: str
    name: str
    competence: str | None
    procedure: str
    since: date | None
    missing: tuple[Missing, ...]


def pending_on(world: World, day: date) -> list[Pending]:
    """List what is pending on a day, by name of the member."""
    membership = world.membership
    stays = [*membership.on(day), *membership.transfers_on(day)]
    held = {(stay.member, stay.competence) for stay in stays}
    unnamed = set(membership.unnamed)
    waiting = [
        Pending(
            found.member_on(day),
            name_on(world, found.member_on(day), day),
            found.competence,
            found.procedure,
            begins_on(world, found),
            found.missing,
        )
        for found in world.on(day).proceedings
        if _is_waiting(found, day) and not _is_moot(found, day, held, unnamed)
    ]
    return sorted(waiting, key=lambda one: (sort_key(one.name), one.competence or ""))


def begins_on(world: World, found: Proceeding) -> date | None:
    """Tell the day on which it begins: the first on which all it rests on is in force.

    What is repealed or annulled by then never begins; what is suspended begins when the
    suspension is lifted.
    """
    if found.start is None:
        return None
    asked = found.sides, found.competence, found.start
    for phase in world.phases:
        day = max(found.start, phase.period.from_)
        if phase.period.holds_on(day) and any(
            (one.sides, one.competence, one.start) == asked
            for one in world.on(day).proceedings
        ):
            return day
    return None


def _is_waiting(found: Proceeding, day: date) -> bool:
    """Tell whether something was adopted by then, has not begun, and may yet."""
    was_adopted = any(
        side.adopted_on is None or side.adopted_on <= day for side in found.sides
    )
    has_begun = found.start is not None and found.start <= day
    is_spent = found.spent_on is not None and found.spent_on <= day
    return was_adopted and not has_begun and not is_spent


def _is_moot(
    found: Proceeding,
    day: date,
    held: set[tuple[str, str | None]],
    unnamed: set[str],
) -> bool:
    """Tell whether there is nothing left to begin, or to end."""
    member = found.member_on(day)
    is_held = (member, found.competence) in held
    if found.procedure in ENDING:
        return not is_held and not (found.competence and member in unnamed)
    return is_held
