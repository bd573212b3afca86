"""Who sits, or sat, in a body, on a day or during a time?

A roster is the overlap of the asked time with the body's seats. It shows their true
dates, not clipped ones, and the seats that were empty (specification section 13).
"""

from datetime import date

import msgspec

from ledger.authorities import COMMITTEE
from ledger.errors import LedgerError
from ledger.language import N_
from ledger.names import nearest, slug
from projections.naming.colleges import colleges_of
from projections.naming.names import name_on, sort_key
from projections.periods import Period, day_before
from projections.seats.bodies import EmptySeat
from projections.seats.regimes import COMMUNAL_COLLEGE
from projections.seats.seats import BUREAU, Seat
from projections.timelines.world import World

_SHORT = {
    "committee": COMMITTEE,
    "comite": COMMITTEE,
    "bureau": BUREAU,
    "communal": COMMUNAL_COLLEGE,
}
"""What bodies that every syndicate has are called; a college after its département."""


class UnknownBodyError(LedgerError):
    """No body has that name."""

    sentence = N_("«{name}» is no body. Known: {known}")


class RosterSeat(msgspec.Struct, frozen=True):
    """A line of a roster. `assumed`: the day of installation was not stated."""

    person: str
    name: str
    member: str
    member_name: str
    from_: date = msgspec.field(name="from")
    until: date | None
    holdover: bool
    because: tuple[str, ...]
    assumed: bool
    office: str | None


class RosterVacancy(msgspec.Struct, frozen=True):
    """An empty seat; a representative's has neither member nor deadline."""

    body: str
    member: str | None
    from_: date = msgspec.field(name="from")
    until: date | None
    fill_by: date | None
    office: str | None


class Roster(msgspec.Struct, frozen=True):
    """A body during a time. For a day, `until` is the next."""

    body: str
    from_: date = msgspec.field(name="from")
    until: date | None
    known_at: str
    existed: tuple[Period, ...]
    seats: tuple[RosterSeat, ...]
    vacancies: tuple[RosterVacancy, ...]


def body_named(world: World, name: str) -> str:
    """Find a body by its id or its short name.

    Raises:
        UnknownBodyError: there is none.
    """
    departments = colleges_of(world)
    known = {*_SHORT.values(), *world.bodies.by_id, *departments}
    short = _SHORT | {college.removeprefix("college-"): college for college in known}
    short |= {slug(one.name): college for college, one in departments.items()}
    found = short.get(name.lower(), name.lower())
    if found not in known:
        offered = nearest(name.lower(), sorted({*short, *known}), most=3) or sorted(
            short
        )
        raise UnknownBodyError(name=name, known=", ".join(offered))
    return found


def roster(world: World, body: str, period: Period) -> Roster:
    """Tell who sat in a body during a time, and which seats were empty."""
    found = world.bodies.body(body)
    facts = world.facts
    seats = [one for one in facts.seats.of(body) if one.period.overlap(period)]
    empty = [one for one in facts.empty_seats.of(body) if one.period.overlap(period)]
    return Roster(
        body=body,
        from_=period.from_,
        until=period.until,
        known_at=world.known_at,
        existed=tuple(found.existed),
        seats=tuple(
            _seat(world, seat, period)
            for seat in sorted(seats, key=lambda seat: _rank(world, seat))
        ),
        vacancies=tuple(
            _vacancy(seat)
            for seat in sorted(empty, key=lambda seat: _empty_rank(world, seat))
        ),
    )


def _seat(world: World, seat: Seat, period: Period) -> RosterSeat:
    shown = seat.period.overlap(period)
    assert shown is not None, "only seats that overlap are shown"
    last = day_before(shown.until or date.max)
    return RosterSeat(
        person=seat.person,
        name=world.persons.get(seat.person, seat.person),
        member=seat.member,
        member_name=name_on(world, seat.member, last),
        from_=seat.period.from_,
        until=seat.period.until,
        holdover=seat.held_over_on(last) is not None,
        because=seat.because,
        assumed=seat.is_assumed,
        office=seat.office,
    )


def _vacancy(seat: EmptySeat) -> RosterVacancy:
    return RosterVacancy(
        body=seat.body,
        member=seat.member,
        from_=seat.period.from_,
        until=seat.period.until,
        fill_by=seat.fill_by,
        office=seat.office,
    )


def _rank(world: World, seat: Seat) -> tuple[int, int, str, date, str]:
    """Order by office, then founders in their order, then members by name."""
    founders = world.membership.founders
    is_founder = seat.member in founders
    return (
        ["president", "vice-president", None].index(seat.office),
        founders.index(seat.member) if is_founder else len(founders),
        "" if is_founder else sort_key(name_on(world, seat.member, seat.period.from_)),
        seat.period.from_,
        seat.person,
    )


def _empty_rank(world: World, seat: EmptySeat) -> tuple[int, str, date]:
    founders = world.membership.founders
    is_founder = seat.member in founders
    return (
        founders.index(str(seat.member)) if is_founder else len(founders),
        seat.member or "",
        seat.period.from_,
    )
