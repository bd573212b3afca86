"""Who is the delegate of a member, since when, until when, and which seats are empty?

Statutes, clause delegates: a commune or EPCI designates one delegate, a founder as many
as it has seats. A mandate ends when the successor's begins, when it is vacated, or when
the member leaves; the renewal of the assembly ends none: the delegate holds over.
"""

from collections.abc import Iterable, Iterator
from datetime import date

import msgspec

from projections.acts.act_state import Place, RecordAsOf
from projections.acts.executory import Executory
from projections.acts.statutes import Statutes
from projections.members.membership import Membership
from projections.periods import Period
from projections.reason import Institution, Reason, because
from projections.seats.designations import (
    AGAIN,
    EMPTY_SINCE_JOINED,
    ENDED,
    MORE_SEATS,
    NO_DAY,
    REPLACED,
    VACATED,
    Rank,
    SeatEvent,
    seat_events,
)
from projections.seats.in_vain import (
    NEVER_HELD,
    NOT_THEIRS,
    Overbooked,
    SeatInVain,
    presumed,
)
from projections.seats.mandates import (
    Delegates,
    Holdover,
    Mandate,
    NewTerm,
    Vacancy,
    departure,
)
from projections.seats.regimes import applied


class _Seat(msgspec.Struct):
    """A seat somebody was designated to, perhaps before the member had joined."""

    person: str
    from_: date
    because: list[Reason]
    is_assumed: bool
    succeeds: bool
    taken_by: Place
    renewed: Reason | None = None
    holdovers: list[Holdover] = []
    terms: list[NewTerm] = []


def delegates(
    known: RecordAsOf,
    executory: dict[str, Executory],
    membership: Membership,
    statutes: Statutes,
) -> Delegates:
    """Follow each member's seats through its designations, vacancies and renewals."""
    happened: dict[str, list[SeatEvent]] = {}
    presumed_of: list[SeatInVain] = []
    for members, event in seat_events(known, executory, membership):
        for member in members:
            happened.setdefault(member, []).append(event)
        presumed_of += _presumed_of(event)
    resized = [
        SeatEvent(version.since, Rank.RESIZED, (applied(version),))
        for version in statutes.versions
    ]
    desks = []
    for member, events in happened.items():
        desk = _MemberSeats(member, statutes if member in membership.founders else None)
        desk.follow(sorted([*events, *resized], key=lambda one: one.order))
        desks.append(desk)
    found = {place for desk in desks for place in desk.found}
    unmet = (one for one in presumed_of if one.place not in found)
    return Delegates(
        tuple(mandate for desk in desks for mandate in desk.mandates),
        tuple(vacancy for desk in desks for vacancy in desk.all_vacancies()),
        tuple(one for desk in desks for one in desk.overbooked),
        (*(one for desk in desks for one in desk.in_vain), *unmet),
        frozenset(one.claim for one in presumed_of if one.place in found),
    )


def _presumed_of(event: SeatEvent) -> Iterator[SeatInVain]:
    """Tell what a decision is if nobody held the seat it speaks of."""
    if event.is_vacancy and event.because[0].rule is VACATED:
        yield presumed(NOT_THEIRS, event.day, event.place, event.person)
    elif event.replaces:
        yield presumed(NEVER_HELD, event.day, event.place, event.replaces)


# ------------------------------------------------------------------- one member's seats
class _MemberSeats:
    """The seats of one member, as the days go by."""

    def __init__(self, member: str, founder_of: Statutes | None) -> None:
        self.member = member
        self.mandates: list[Mandate] = []
        self.overbooked: list[Overbooked] = []
        self.in_vain: list[SeatInVain] = []
        self.found: list[Place] = []
        self._founder_of = founder_of
        self._joined: date | None = None
        self._joined_by: tuple[Reason, ...] = ()
        self._seats: list[_Seat] = []
        self._left_on: dict[str, date] = {}
        self._freed: list[Reason] = []
        self._empty_since: list[tuple[date, tuple[Reason, ...]]] = []
        self._vacancies: list[Vacancy] = []

    def follow(self, events: list[SeatEvent]) -> None:
        """Let the events happen, in order; count empty seats after those of a day."""
        of_day: list[SeatEvent] = []
        for place, event in enumerate(events):
            self._happen(event)
            of_day.append(event)
            is_last = place + 1 == len(events) or events[place + 1].day > event.day
            if is_last:
                self._count_vacancies(event.day, of_day)
                self._count_overbooked(event.day)
                of_day, self._freed = [], []
        for seat in self._seats:
            self._close(seat, None)

    def all_vacancies(self) -> list[Vacancy]:
        """List the vacancies, those that last to this day last."""
        still = [
            Vacancy(self.member, Period(day), opened)
            for day, opened in self._empty_since
        ]
        return [*self._vacancies, *still]

    def _happen(self, event: SeatEvent) -> None:
        match event.rank:
            case Rank.JOINED:
                self._joined, self._joined_by = event.day, event.because
            case Rank.LEFT:
                for seat in tuple(self._seats):
                    self._end(seat, event)
                self._joined = None
            case Rank.RENEWED:
                for seat in self._seats:
                    seat.renewed = seat.renewed or event.because[0]
            case Rank.MOVED if event.is_vacancy:
                self._vacate(event)
            case Rank.MOVED:
                self._designate(event)
            case Rank.RESIZED:
                pass

    def _vacate(self, event: SeatEvent) -> None:
        """Let a person leave the seat; who lost it that very day left it too."""
        held = self._seat_of(event.person)
        if held is not None:
            self._end(held, event)
        if self._left_on.get(event.person) == event.day:
            self.found.append(event.place)

    def _designate(self, event: SeatEvent) -> None:
        """Seat a person: again, instead of somebody, or on a free seat (art. 8.1)."""
        replaced = self._seat_of(event.replaces)
        succeeds = replaced is not None and event.replaces != event.person
        if replaced is not None or event.replaces in self._left_on:
            self.found.append(event.place)
        held = self._seat_of(event.person)
        if replaced is not None and succeeds:
            self._end(replaced, event, is_succeeded=held is None)
        if held is not None:
            self._confirm(held, event)
            return
        if self._founder_of is None and self._seats:
            self._end(self._seats[0], event, is_succeeded=True)
            succeeds = True
        self._seats.append(
            _Seat(
                event.person,
                event.day,
                [*event.because],
                event.is_assumed and succeeds,
                succeeds,
                event.place,
            )
        )

    def _confirm(self, held: _Seat, event: SeatEvent) -> None:
        """Let who is designated again continue: no holdover any more, a new term."""
        held.because += (Reason(AGAIN, one.on, one.values) for one in event.because)
        if held.renewed is not None and held.renewed.on is not None:
            time = Period(held.renewed.on, event.day)
            held.holdovers.append(Holdover(time, held.renewed))
            held.terms.append(NewTerm(event.day, held.renewed, event.because))
            held.renewed = None

    def _capacity(self, day: date) -> int | None:
        """Tell how many seats there are; None where no statutes tell."""
        if self._founder_of is None:
            return 1
        version = self._founder_of.on(day)
        seats = version.rules.seats if version else None
        return None if seats is None else seats.get(self.member, 0)

    def _seat_of(self, person: str) -> _Seat | None:
        return next((seat for seat in self._seats if seat.person == person), None)

    def _end(
        self, seat: _Seat, event: SeatEvent, *, is_succeeded: bool = False
    ) -> None:
        """End somebody's time; unless succeeded, the seat is free."""
        self._seats.remove(seat)
        self._left_on[seat.person] = event.day
        ended = self._close(seat, event)
        if ended is not None and not is_succeeded:
            self._freed += departure(ended)

    def _close(self, seat: _Seat, event: SeatEvent | None) -> Mandate | None:
        """Note a mandate, if it began: not before the member had joined."""
        until = event.day if event is not None else None
        closed = _ended_by(event) if event is not None else ()
        if self._joined is None:
            self._note_in_vain(seat, until, closed)
            return None  # where it is not over, the member may still join
        start = max(seat.from_, self._joined)
        if seat.renewed is not None and seat.renewed.on not in {None, until}:
            time = Period(seat.renewed.on or start, until)
            seat.holdovers.append(Holdover(time, seat.renewed))
        found = Mandate(
            self.member,
            seat.person,
            Period(start, until),
            (*seat.because, *(self._joined_by if start > seat.from_ else ())),
            closed,
            tuple(seat.holdovers),
            seat.is_assumed,
            tuple(seat.terms),
        )
        if until is not None and start >= until:
            self._note_in_vain(seat, until, closed)
        else:
            self.mandates.append(found)
        return found

    def _note_in_vain(
        self, seat: _Seat, until: date | None, closed: tuple[Reason, ...]
    ) -> None:
        """Keep why a designation was over before it had given a mandate."""
        if until is not None:
            over = NO_DAY.of(until, on=until, acts=because(closed))
            found = SeatInVain(seat.from_, seat.taken_by, seat.person, (*closed, over))
            self.in_vain.append(found)

    def _count_overbooked(self, day: date) -> None:
        """Note who took a seat that day where none was free, the day being over."""
        capacity = self._capacity(day)
        if capacity is not None:
            over = self._seats[capacity:]
            self.overbooked += [
                Overbooked(day, *seat.taken_by) for seat in over if seat.from_ == day
            ]

    def _count_vacancies(self, day: date, of_day: list[SeatEvent]) -> None:
        """Let seats be empty, or no more, from the end of a day on."""
        capacity = self._capacity(day) if self._joined is not None else 0
        empty = max((capacity or 0) - len(self._seats), 0)
        while len(self._empty_since) > empty:
            since, opened = self._empty_since.pop(0)
            filled = self._filled(day, of_day)
            time = Period(since, day)
            self._vacancies.append(Vacancy(self.member, time, opened, filled))
        while len(self._empty_since) < empty:
            self._empty_since.append((day, self._emptied(day, of_day)))

    def _emptied(self, day: date, of_day: list[SeatEvent]) -> tuple[Reason, ...]:
        """Tell what left a seat empty: a departure, an adhesion, more seats."""
        if self._freed:
            return tuple(self._freed)
        member = Institution(self.member)
        joined = _told(of_day, Rank.JOINED)
        if joined:
            return (*joined, EMPTY_SINCE_JOINED.of(day, member=member, since=day))
        return (
            *_told(of_day, Rank.RESIZED),
            MORE_SEATS.of(day, member=member, since=day),
        )

    def _filled(self, day: date, of_day: list[SeatEvent]) -> tuple[Reason, ...]:
        """Tell by what a seat is empty no more: somebody took it, or it is gone."""
        takers = (one for one in self._seats if one.from_ == day and not one.succeeds)
        taken = tuple(reason for seat in takers for reason in seat.because)
        if taken or self._joined is not None:
            return taken or _told(of_day, Rank.RESIZED)
        known = because(self._joined_by)
        acts = because(_told(of_day, Rank.LEFT))
        left_by = tuple(act for act in acts if act not in known)
        return (ENDED.of(day, until=day, acts=left_by),)


def _ended_by(event: SeatEvent) -> tuple[Reason, ...]:
    """Tell how an event ends a mandate: what seats somebody seats them instead."""
    if event.rank is Rank.MOVED and not event.is_vacancy:
        return tuple(Reason(REPLACED, event.day, one.values) for one in event.because)
    return event.because


def _told(of_day: Iterable[SeatEvent], rank: Rank) -> tuple[Reason, ...]:
    return tuple(reason for one in of_day if one.rank is rank for reason in one.because)
