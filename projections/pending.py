"""What has been asked or agreed and has not begun, and what is it waiting for?"""

from datetime import date

import msgspec

from ledger.names import slug
from projections.executory import Missing
from projections.proceedings import ENDING, Proceeding
from projections.world import World


class Pending(msgspec.Struct, frozen=True):
    """A request, an approval, or both, that have not begun on the day asked about.

    `since` is the day it will begin, where that is established and nothing is missing.
    """

    member: str
    name: str
    competence: str | None
    procedure: str
    since: date | None
    missing: tuple[Missing, ...]


def pending_on(world: World, day: date) -> list[Pending]:
    """List what is pending on a day, by name of the member."""
    waiting = [
        Pending(
            found.member,
            name_on(world, found.member, day),
            found.competence,
            found.procedure,
            found.start,
            found.missing,
        )
        for found in world.proceedings
        if _is_pending(world, found, day)
    ]
    return sorted(waiting, key=lambda one: (sort_key(one.name), one.competence or ""))


def name_on(world: World, institution: str, day: date) -> str:
    """Tell what an institution is called on a day; its id where nothing tells."""
    timeline = world.identities.get(institution)
    return timeline.on(day).name if timeline else institution


def sort_key(name: str) -> str:
    """Order names as a reader expects: accents and case do not count."""
    return slug(name)


def _is_pending(world: World, found: Proceeding, day: date) -> bool:
    was_adopted = any(
        side.adopted_on is None or side.adopted_on <= day for side in found.sides
    )
    has_begun = found.start is not None and found.start <= day
    is_spent = found.spent_on is not None and found.spent_on <= day
    is_over = has_begun or is_spent
    return was_adopted and not is_over and not _is_moot(world, found, day)


def _is_moot(world: World, found: Proceeding, day: date) -> bool:
    """Tell whether there is nothing left to begin, or to end."""
    if found.procedure == "withdrawal":
        return all(stay.member != found.member for stay in world.membership.on(day))
    is_held = any(
        (stay.member, stay.competence) == (found.member, found.competence)
        for stay in world.membership.transfers_on(day)
    )
    return is_held if found.procedure not in ENDING else not is_held
