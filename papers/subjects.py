"""What a document is of: its title, and the state it shows, in legal French.

The state is a day or a time of the law, and what was known of it.
"""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import msgspec

from papers import french
from projections.periods import day_before
from projections.timelines.world import World

_PARIS = ZoneInfo("Europe/Paris")


class Subject(msgspec.Struct, frozen=True):
    """The title of a document, and the state it shows.

    `says_it_all` tells that it stands for the title of the first table too.
    """

    title: str
    state: str
    says_it_all: bool = True


def of_day(title: str, at: date, world: World, *, headed: bool = False) -> Subject:
    """Say what a document shows of a day.

    It is `headed` where its first table too has something to say in its title.
    """
    return Subject(title, f"{on(at)}, {known(world)}", says_it_all=not headed)


def of_time(title: str, from_: date, until: date | None, world: World) -> Subject:
    """Say what a document shows of a time, which ends before `until`."""
    return Subject(title, f"{_during(from_, until)}, {known(world)}")


def state_on(at: date, world: World) -> str:
    """Say of which day a paper shows the law, and as known when."""
    return f"{on(at)}, {known(world)}."


def on(day: date) -> str:
    """Say of which day a state is."""
    return f"État au {french.long_day(day)}"


def known(world: World) -> str:
    """Say what was known: the last entry taken into account, and when it was made."""
    recorded_at = world.known.recorded_at
    if recorded_at is None:
        return "aucune écriture n’étant au registre"
    at = datetime.fromisoformat(recorded_at).astimezone(_PARIS)
    return (
        f"tel que connu au {french.long_day(at.date())} à {at.hour} h {at.minute:02} "
        f"({french.entry(world.known_at, world.known.digest)})"
    )


def _during(from_: date, until: date | None) -> str:
    """Say of which days; the last one is included."""
    if until is None:
        return f"État depuis le {french.long_day(from_)}"
    last = day_before(until)
    if last == from_:
        return on(last)
    return f"État du {french.long_day(from_)} au {french.long_day(last)}"
