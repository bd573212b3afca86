"""Who was elected to a seat, and how long does the election hold?

An elected seat rests on another: a representative's on the mandate as delegate, an
officer's on the seat in the committee. It begins on the day of the election, and ends
with what it rests on, when it is vacated, or when somebody is elected instead.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

import msgspec

from ledger.institutions import PersonName, person_id
from ledger.statutes import Rules
from projections.periods import Period, earliest
from projections.seats.designations import Overbooked
from projections.seats.seats import Seat
from projections.statutes import Statutes


class Election(msgspec.Struct, frozen=True):
    """A person elected on a day, or, where `is_vacancy`, a seat left on a day."""

    day: date
    position: int
    act: str
    number: int
    person: str
    replaces: str = ""
    is_vacancy: bool = False


class Elected(msgspec.Struct, frozen=True):
    """The seats, the empty ones, and the elections that found none free."""

    seats: tuple[Seat, ...] = ()
    vacancies: tuple[Period, ...] = ()
    overbooked: tuple[Overbooked, ...] = ()


class Capacity(msgspec.Struct, frozen=True):
    """How many seats there are, from each of some days on."""

    days: tuple[date, ...]
    seats: tuple[int | None, ...]

    def on(self, day: date) -> int | None:
        """Tell the number of seats on a day; None where no statutes tell."""
        place = bisect_right(self.days, day)
        return self.seats[place - 1] if place else None


def capacity(statutes: Statutes, seats_of: Callable[[Rules], int | None]) -> Capacity:
    """Read a number of seats out of each version of the statutes."""
    seats = tuple(seats_of(version.rules) for version in statutes.versions)
    return Capacity(statutes.days(), seats)


def election(
    day: date,
    where: tuple[int, str, int],
    person: PersonName,
    replaces: PersonName | None,
) -> Election:
    """Tell of an election; `where` is its position, its act and its number in it."""
    replaced = person_id(replaces) if replaces is not None else ""
    return Election(day, *where, person_id(person), replaced)


def vacated(day: date, where: tuple[int, str, int], person: PersonName) -> Election:
    """Tell of an elected seat that was left."""
    return Election(day, *where, person_id(person), is_vacancy=True)


Base = Callable[[str, date], Seat | None]
"""Finds the seat an election rests on, for a person on a day; None if there is none."""


def elect(
    happened: Iterable[Election],
    base: Base,
    *,
    during: Period,
    capacity: Capacity,
    replaces_last: bool = False,
) -> Elected:
    """Follow a body's elected seats while it exists.

    With `replaces_last` a further election takes the place of the only seat's holder.
    """
    seats: list[Seat] = []
    taken_by: list[tuple[str, int]] = []
    for event in sorted(happened, key=lambda one: (one.day, one.position)):
        if not during.holds_on(event.day):
            continue
        rests_on = None if event.is_vacancy else base(event.person, event.day)
        if rests_on is None and not event.is_vacancy:
            continue  # who cannot sit takes nobody's seat either
        sitting = _places(seats, event.day)
        leaves = event.person if event.is_vacancy else event.replaces
        if leaves in sitting and (event.is_vacancy or leaves != event.person):
            _cut(seats, sitting.pop(leaves), event)
        if rests_on is None:
            continue
        if event.person in sitting:
            _confirm(seats, sitting[event.person], event)
            continue
        is_full = len(sitting) >= (capacity.on(event.day) or len(sitting) + 1)
        if is_full and replaces_last:
            _cut(seats, next(iter(sitting.values())), event)
        seats.append(_seat(event, rests_on, during))
        taken_by.append((event.act, event.number))
    overbooked = tuple(_overbooked(seats, capacity, taken_by))
    kept = tuple(seat for seat in seats if seat.period.from_ != seat.period.until)
    times = [seat.period for seat in kept]
    return Elected(kept, tuple(empty_times(times, during, capacity)), overbooked)


def _places(seats: list[Seat], day: date) -> dict[str, int]:
    """Find the persons that sit on a day."""
    return {
        seat.person: place
        for place, seat in enumerate(seats)
        if seat.period.holds_on(day)
    }


def _overbooked(
    seats: list[Seat], capacity: Capacity, taken_by: list[tuple[str, int]]
) -> Iterator[Overbooked]:
    """Find the seats taken on a day that, once it was over, had none free."""
    for day in sorted({seat.period.from_ for seat in seats}):
        held = [place for place, seat in enumerate(seats) if seat.period.holds_on(day)]
        for place in held[capacity.on(day) :] if capacity.on(day) is not None else ():
            if seats[place].period.from_ == day:
                yield Overbooked(day, *taken_by[place])


def empty_times(
    taken: Sequence[Period], during: Period, capacity: Capacity
) -> list[Period]:
    """Tell when seats were empty: the one that is empty longest is filled first."""
    starts = [period.from_ for period in taken]
    ends = [period.until for period in taken if period.until is not None]
    moved = [*starts, *ends, *capacity.days]
    days = {during.from_, *(day for day in moved if during.holds_on(day))}
    empty_since: list[date] = []
    times: list[Period] = []
    for day in sorted(days):
        filled = sum(period.holds_on(day) for period in taken)
        empty = max((capacity.on(day) or 0) - filled, 0)
        while len(empty_since) > empty:
            times.append(Period(empty_since.pop(0), day))
        empty_since += [day] * (empty - len(empty_since))
    return [*times, *(Period(day, during.until) for day in empty_since)]


def _seat(event: Election, rests_on: Seat, during: Period) -> Seat:
    until = earliest(rests_on.period.until, during.until)
    period = Period(event.day, until)
    held_over = [one.overlap(period) for one in rests_on.holdovers]
    return msgspec.structs.replace(
        rests_on,
        period=period,
        opened=(event.act, *rests_on.opened),
        holdovers=tuple(one for one in held_over if one is not None),
    )


def _cut(seats: list[Seat], place: int, event: Election) -> None:
    seat = seats[place]
    period = Period(seat.period.from_, event.day)
    seats[place] = msgspec.structs.replace(seat, period=period, closed=(event.act,))


def _confirm(seats: list[Seat], place: int, event: Election) -> None:
    opened = (*seats[place].opened, event.act)
    seats[place] = msgspec.structs.replace(seats[place], opened=opened)
