"""Who was elected to a seat, and how long does the election hold?

An elected seat rests on another: a representative's on the mandate as delegate, an
officer's on the seat in the committee. It begins on the day of the election, and ends
with what it rests on, when it is vacated, or when somebody is elected instead.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from datetime import date

import msgspec

from ledger.events.committee import OfficerElected, RepresentativeElected
from ledger.events.delegates import SeatVacated
from ledger.institutions import person_id
from ledger.statutes import Rules
from projections.acts.act_state import ActState, DecisionState, Place
from projections.acts.statutes import Statutes
from projections.periods import Period, earliest
from projections.reason import Reason, Rule
from projections.seats.designations import ENDED, left
from projections.seats.in_vain import (
    COULD_NOT_SIT,
    NEVER_HELD,
    NOT_THEIRS,
    Claim,
    Overbooked,
    SeatInVain,
    presumed,
)
from projections.seats.regimes import applied
from projections.seats.seats import Existence, Seat, held_over


class Election(msgspec.Struct, frozen=True):
    """A person elected on a day, or, where `is_vacancy`, a seat left on a day."""

    day: date
    position: int
    place: Place
    person: str
    because: Reason
    replaces: str = ""
    is_vacancy: bool = False

    @property
    def leaves(self) -> str:
        """Tell whose seat is left."""
        return self.person if self.is_vacancy else self.replaces

    @property
    def leaving(self) -> Rule:
        """Tell by which rule it is in vain if that seat was not theirs."""
        return NOT_THEIRS if self.is_vacancy else NEVER_HELD

    @property
    def presumes(self) -> Iterator[SeatInVain]:
        """Tell what it is if what it takes for granted is not so."""
        if not self.is_vacancy:
            yield presumed(COULD_NOT_SIT, self.day, self.place, self.person)
        if self.leaves and self.because.rule is not ENDED:
            yield presumed(self.leaving, self.day, self.place, self.leaves)


class Vacant(msgspec.Struct, frozen=True):
    """A time an elected seat is empty: what emptied it, what filled it."""

    period: Period
    opened: tuple[Reason, ...]
    closed: tuple[Reason, ...] = ()


class Elected(msgspec.Struct, frozen=True):
    """The seats, the empty ones, the elections that found none free.

    What the elections took for granted and was so is `met`.
    """

    seats: tuple[Seat, ...] = ()
    vacancies: tuple[Vacant, ...] = ()
    overbooked: tuple[Overbooked, ...] = ()
    met: frozenset[Claim] = frozenset()


class Capacity(msgspec.Struct, frozen=True):
    """How many seats there are, from each of some days on, and by what."""

    days: tuple[date, ...]
    seats: tuple[int | None, ...]
    because: tuple[Reason, ...] = ()

    def on(self, day: date) -> int | None:
        """Tell the number of seats on a day; None where no statutes tell."""
        place = bisect_right(self.days, day)
        return self.seats[place - 1] if place else None

    def set_on(self, day: date) -> tuple[Reason, ...]:
        """Tell what sets the number on a day; nothing where it is that of before."""
        return tuple(one for one in self.because if one.on == day)


def capacity(statutes: Statutes, seats_of: Callable[[Rules], int | None]) -> Capacity:
    """Read a number of seats out of each version of the statutes."""
    seats = tuple(seats_of(version.rules) for version in statutes.versions)
    because = tuple(applied(version) for version in statutes.versions)
    return Capacity(statutes.days(), seats, because)


def election(
    act: ActState,
    taken: DecisionState,
    elected: RepresentativeElected | OfficerElected,
    because: Reason,
) -> Iterator[Election]:
    """Tell of an election; of no day, where its act is of none."""
    if act.adopted_on is not None:
        yield Election(
            act.adopted_on,
            taken.position,
            (act.reference, taken.number),
            person_id(elected.person),
            because,
            person_id(elected.replaces) if elected.replaces is not None else "",
        )


def vacated(act: ActState, taken: DecisionState, said: SeatVacated) -> Election:
    """Tell of an elected seat that was left."""
    return Election(
        said.on,
        taken.position,
        (act.reference, taken.number),
        person_id(said.person),
        left(act, taken, said),
        is_vacancy=True,
    )


def judged(
    happened: Iterable[Election], met: AbstractSet[Claim], seats: Iterable[Seat]
) -> Iterator[tuple[SeatInVain, bool]]:
    """Tell what elections take for granted, and whether it is so.

    Who leaves, or is replaced, may have lost the seat before, or another of its kind.
    """
    times: dict[str, list[Period]] = {}
    for seat in seats:
        times.setdefault(seat.person, []).append(seat.period)
    for event in happened:
        for one in event.presumes:
            of_person = times.get(one.person, ())
            if one.rule is NOT_THEIRS:
                had = any(
                    each.holds_on(one.day) or each.until == one.day
                    for each in of_person
                )
            else:
                had = any(each.from_ < one.day for each in of_person)
            yield one, one.claim in met or (one.rule is not COULD_NOT_SIT and had)


Base = Callable[[str, date], Seat | None]
"""Finds the seat an election rests on, for a person on a day; None if there is none."""


def elect(
    happened: Iterable[Election],
    base: Base,
    *,
    during: Existence,
    capacity: Capacity,
    replaces_last: bool = False,
) -> Elected:
    """Follow a body's elected seats while it exists.

    With `replaces_last` a further election takes the place of the only seat's holder.
    """
    fold = _Fold(during, capacity, replaces_last=replaces_last)
    for event in sorted(happened, key=lambda one: (one.day, one.position)):
        if during.period.holds_on(event.day):
            fold.apply(
                event, None if event.is_vacancy else base(event.person, event.day)
            )
    return fold.elected()


class _Fold:
    """The elected seats of a body, in the order of the elections."""

    def __init__(
        self, during: Existence, capacity: Capacity, *, replaces_last: bool
    ) -> None:
        self._during = during
        self._capacity = capacity
        self._replaces_last = replaces_last
        self._seats: list[Seat] = []
        self._taken_by: list[Place] = []
        self._met: set[Claim] = set()

    def apply(self, event: Election, base: Seat | None) -> None:
        """Let somebody leave, and who may sit be seated: again, or on a seat."""
        sitting = {
            seat.person: place
            for place, seat in enumerate(self._seats)
            if seat.period.holds_on(event.day)
        }
        if event.leaves in sitting:
            self._met.add((event.place, event.leaving.code))
        if base is None and not event.is_vacancy:
            return  # who cannot sit takes nobody's seat either
        if event.leaves in sitting and (base is None or event.leaves != event.person):
            self._cut(sitting.pop(event.leaves), event)
        if base is not None:
            self._met.add((event.place, COULD_NOT_SIT.code))
            self._seat(event, base, sitting)

    def _seat(self, event: Election, base: Seat, sitting: dict[str, int]) -> None:
        if event.person in sitting:
            self._confirm(sitting[event.person], event)
            return
        is_full = len(sitting) >= (self._capacity.on(event.day) or len(sitting) + 1)
        if is_full and self._replaces_last:
            self._cut(next(iter(sitting.values())), event)
        self._seats.append(_seat(event, base, self._during.period))
        self._taken_by.append(event.place)

    def elected(self) -> Elected:
        """Tell the seats that lasted a day, and when others were empty."""
        overbooked = tuple(self._overbooked())
        kept = [one for one in self._seats if one.period.from_ != one.period.until]
        return Elected(
            tuple(kept),
            tuple(empty_times(kept, self._during, self._capacity)),
            overbooked,
            frozenset(self._met),
        )

    def _cut(self, place: int, event: Election) -> None:
        seat, day = self._seats[place], event.day
        closed = event.because
        if not event.is_vacancy:
            closed = ENDED.of(day, until=day, acts=(event.place[0],))
        self._seats[place] = msgspec.structs.replace(
            seat, period=Period(seat.period.from_, day), closed=(closed,)
        )

    def _confirm(self, place: int, event: Election) -> None:
        seat = self._seats[place]
        opened = (*seat.opened, event.because)
        self._seats[place] = msgspec.structs.replace(seat, opened=opened)

    def _overbooked(self) -> Iterator[Overbooked]:
        """Find the seats taken on a day that, once it was over, had none free."""
        for day in sorted({seat.period.from_ for seat in self._seats}):
            capacity = self._capacity.on(day)
            held = [
                place
                for place, seat in enumerate(self._seats)
                if seat.period.holds_on(day)
            ]
            for place in held[capacity:] if capacity is not None else ():
                if self._seats[place].period.from_ == day:
                    yield Overbooked(day, *self._taken_by[place])


def empty_times(
    taken: Sequence[Seat], during: Existence, capacity: Capacity
) -> list[Vacant]:
    """Tell when seats were empty: the one that is empty longest is filled first."""
    time = during.period
    starts = [seat.period.from_ for seat in taken]
    ends = [seat.period.until for seat in taken if seat.period.until is not None]
    moved = [*starts, *ends, *capacity.days]
    days = {time.from_, *(day for day in moved if time.holds_on(day))}
    waiting: list[Vacant] = []
    times: list[Vacant] = []
    for day in sorted(days):
        filled = sum(seat.period.holds_on(day) for seat in taken)
        empty = max((capacity.on(day) or 0) - filled, 0)
        changed = (*(during.opened if day == time.from_ else ()), *capacity.set_on(day))
        while len(waiting) > empty:
            closed = _taken_on(taken, day) or changed
            times.append(_filled(waiting.pop(0), day, closed))
        while len(waiting) < empty:
            waiting.append(Vacant(Period(day), _left_on(taken, day) or changed))
    return [*times, *(_filled(one, time.until, during.closed) for one in waiting)]


def _filled(empty: Vacant, until: date | None, closed: tuple[Reason, ...]) -> Vacant:
    return Vacant(Period(empty.period.from_, until), empty.opened, closed)


def _left_on(seats: Sequence[Seat], day: date) -> tuple[Reason, ...]:
    """Tell how seats were left on a day."""
    ended = (seat.closed for seat in seats if seat.period.until == day)
    return tuple(reason for each in ended for reason in each)


def _taken_on(seats: Sequence[Seat], day: date) -> tuple[Reason, ...]:
    """Tell how seats were taken on a day, by what was decided by then."""
    begun = (seat.opened for seat in seats if seat.period.from_ == day)
    return tuple(one for each in begun for one in each if one.on and one.on <= day)


def _seat(event: Election, rests_on: Seat, during: Period) -> Seat:
    until = earliest(rests_on.period.until, during.until)
    period = Period(event.day, until)
    return msgspec.structs.replace(
        rests_on,
        period=period,
        opened=(event.because, *rests_on.opened),
        holdovers=held_over(rests_on.holdovers, period),
    )
