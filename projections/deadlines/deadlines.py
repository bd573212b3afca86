"""What is running out on a day, and what should have been done by then?

Limits to undo an act (CJA R.421-1, CGCT L.2131-6 and L.3132-1, CRPA L.243-3) or an
election (code électoral R.119), seats to be filled (statutes art. 8.1), calls to be
paid (conditions art. 7), contested and recovered (CGCT L.1617-5).
"""

from collections import Counter
from datetime import date

import msgspec

from projections.deadlines.deadline import KINDS, STATES, Deadline, State
from projections.deadlines.of_acts import deadlines_of_acts
from projections.deadlines.of_calls import deadlines_of_calls
from projections.deadlines.of_seats import deadlines_of_seats
from projections.timelines.world import World

PRESSING: tuple[State, ...] = ("open", "overdue")
"""How a deadline stands that somebody must still watch."""


class Deadlines(msgspec.Struct, frozen=True):
    """The deadlines on a day; `left_out` counts those not asked for, by state."""

    at: date
    known_at: str
    deadlines: tuple[Deadline, ...]
    left_out: dict[State, int]


def deadlines(world: World, at: date, *, is_all: bool = False) -> Deadlines:
    """List what is running out or overdue; or all that ever began, and the unknown.

    What starts later than the day asked about is not there yet.
    """
    found = [
        *deadlines_of_acts(world, at),
        *deadlines_of_seats(world, at),
        *deadlines_of_calls(world, at),
    ]
    shown = [one for one in found if is_all or one.state in PRESSING]
    counts = Counter(one.state for one in found)
    return Deadlines(
        at=at,
        known_at=world.known_at,
        deadlines=tuple(sorted(shown, key=_order)),
        left_out={
            state: counts[state]
            for state in STATES
            if not is_all and state not in PRESSING
        },
    )


def _order(one: Deadline) -> tuple[int, date, int]:
    """Order by state, then the soonest first, the undated last, then as recorded."""
    last_day = one.last_day or date.max
    return STATES.index(one.state), last_day, KINDS.index(one.kind)
