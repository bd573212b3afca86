"""Who is the delegate of a member, since when, until when, and which seats are empty?

Statutes art. 8.1: a commune or EPCI designates one delegate, a founder as many as it
has seats. A mandate ends when the successor's begins, when it is vacated, or when the
member leaves; the renewal of the assembly ends none: the delegate holds over.
"""

from datetime import date

import msgspec

from projections.acts.as_known import AsKnown
from projections.acts.executory import Executory
from projections.members.membership import Membership
from projections.periods import Period
from projections.seats.designations import (
    JOINED,
    LEFT,
    MOVED,
    RENEWED,
    RESIZED,
    Happening,
    Overbooked,
    happenings,
)
from projections.seats.mandates import Delegates, Mandate, Vacancy
from projections.statutes import Statutes


class _Seat(msgspec.Struct):
    """A seat somebody was designated to, perhaps before the member had joined."""

    person: str
    from_: date
    because: list[str]
    is_assumed: bool
    taken_by: tuple[str, int]
    held_over_since: date | None = None
    holdovers: list[Period] = []


def delegates(
    known: AsKnown,
    executory: dict[str, Executory],
    membership: Membership,
    statutes: Statutes,
) -> Delegates:
    """Follow each member's seats through its designations, vacancies and renewals."""
    happened: dict[str, list[Happening]] = {}
    for member, event in happenings(known, executory, membership):
        happened.setdefault(member, []).append(event)
    desks = []
    for member, events in happened.items():
        desk = _Desk(member, statutes if member in membership.founders else None)
        for day in sorted({version.since for version in statutes.versions}):
            events.append(Happening(day, RESIZED, 0, ""))
        desk.follow(sorted(events))
        desks.append(desk)
    return Delegates(
        tuple(mandate for desk in desks for mandate in desk.mandates),
        tuple(vacancy for desk in desks for vacancy in desk.all_vacancies()),
        tuple(one for desk in desks for one in desk.overbooked),
    )


# ------------------------------------------------------------------- one member's seats
class _Desk:
    """The seats of one member, as the days go by."""

    def __init__(self, member: str, founder_of: Statutes | None) -> None:
        self.member = member
        self.mandates: list[Mandate] = []
        self.overbooked: list[Overbooked] = []
        self._founder_of = founder_of
        self._joined: date | None = None
        self._joined_by: tuple[str, ...] = ()
        self._seats: list[_Seat] = []
        self._vacant_since: list[date] = []
        self._vacancies: list[Vacancy] = []

    def follow(self, events: list[Happening]) -> None:
        """Let the events happen, in order; count empty seats after those of a day."""
        for place, event in enumerate(events):
            self._happen(event)
            is_last = place + 1 == len(events) or events[place + 1].day > event.day
            if is_last:
                self._count_vacancies(event.day)
                self._count_overbooked(event.day)
        for seat in self._seats:
            self._close(seat, None)

    def all_vacancies(self) -> list[Vacancy]:
        """List the vacancies, those that last to this day last."""
        still = [Vacancy(self.member, Period(day)) for day in self._vacant_since]
        return [*self._vacancies, *still]

    def _happen(self, event: Happening) -> None:
        if event.rank == JOINED:
            self._joined = event.day
            self._joined_by = event.because
        elif event.rank == LEFT:
            for seat in tuple(self._seats):
                self._end(seat, event)
            self._joined = None
        elif event.rank == RENEWED:
            for seat in self._seats:
                seat.held_over_since = seat.held_over_since or event.day
        elif event.rank == MOVED and event.is_vacancy:
            held = self._seat_of(event.person)
            if held is not None:
                self._end(held, event)
        elif event.rank == MOVED:
            self._designate(event)

    def _designate(self, event: Happening) -> None:
        """Seat a person: again, instead of somebody, or on a free seat (art. 8.1)."""
        replaced = self._seat_of(event.replaces)
        succeeds = replaced is not None and event.replaces != event.person
        if replaced is not None and succeeds:
            self._end(replaced, event)
        held = self._seat_of(event.person)
        if held is not None:
            held.because.append(event.act)
            if held.held_over_since is not None:
                held.holdovers.append(Period(held.held_over_since, event.day))
                held.held_over_since = None
            return
        if self._founder_of is None and self._seats:
            self._end(self._seats[0], event)
            succeeds = True
        self._seats.append(
            _Seat(
                event.person,
                event.day,
                [event.act],
                event.is_assumed and succeeds,
                (event.act, event.number),
            )
        )

    def _capacity(self, day: date) -> int | None:
        """Tell how many seats there are; None where no statutes tell."""
        if self._founder_of is None:
            return 1
        version = self._founder_of.on(day)
        seats = version.rules.seats if version else None
        return None if seats is None else seats.get(self.member, 0)

    def _seat_of(self, person: str) -> _Seat | None:
        return next((seat for seat in self._seats if seat.person == person), None)

    def _end(self, seat: _Seat, event: Happening) -> None:
        self._seats.remove(seat)
        self._close(seat, event)

    def _close(self, seat: _Seat, event: Happening | None) -> None:
        """Note a mandate, if it began: not before the member had joined."""
        until = event.day if event is not None else None
        if self._joined is None:
            return
        start = max(seat.from_, self._joined)
        if until is not None and start >= until:
            return
        opened = [*seat.because, *(self._joined_by if start > seat.from_ else ())]
        ended_by = () if event is None else event.because or (event.act,)
        if seat.held_over_since is not None and seat.held_over_since != until:
            seat.holdovers.append(Period(seat.held_over_since, until))
        self.mandates.append(
            Mandate(
                self.member,
                seat.person,
                Period(start, until),
                tuple(dict.fromkeys(opened)),
                ended_by,
                tuple(seat.holdovers),
                seat.is_assumed,
            )
        )

    def _count_overbooked(self, day: date) -> None:
        """Note who took a seat that day where none was free, the day being over."""
        capacity = self._capacity(day)
        if capacity is not None:
            over = self._seats[capacity:]
            self.overbooked += [
                Overbooked(day, *seat.taken_by) for seat in over if seat.from_ == day
            ]

    def _count_vacancies(self, day: date) -> None:
        capacity = self._capacity(day) if self._joined is not None else 0
        empty = max((capacity or 0) - len(self._seats), 0)
        while len(self._vacant_since) > empty:
            since = self._vacant_since.pop(0)
            if since < day:
                self._vacancies.append(Vacancy(self.member, Period(since, day)))
        self._vacant_since += [day] * (empty - len(self._vacant_since))
