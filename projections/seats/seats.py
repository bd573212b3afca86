"""Who sits in which body: the colleges, the committee, the bureau (arts. 8.1, 9 to 11).

Every body is a list of seats, each a time with its acts; a roster is a point or an
overlap of them. What a seat rests on ends it: the delegate's mandate, the college, the
seat in the committee.
"""

from collections.abc import Iterable, Iterator
from datetime import date

import msgspec

from ledger.authorities import COMMITTEE
from projections.periods import Period
from projections.seats.mandates import Mandate
from projections.seats.regimes import COMMUNAL_COLLEGE, Block, Regime, wherever

BUREAU = "bureau"


class Seat(msgspec.Struct, frozen=True):
    """A person's time in one body. `office` is set in the bureau only."""

    body: str
    person: str
    member: str
    period: Period
    opened: tuple[str, ...]
    closed: tuple[str, ...] = ()
    holdovers: tuple[Period, ...] = ()
    is_assumed: bool = False
    office: str | None = None

    @property
    def key(self) -> tuple[str, ...]:
        """Tell what it is the time of."""
        return (self.body, self.person, self.member, self.office or "")

    @property
    def because(self) -> tuple[str, ...]:
        """List the acts that opened and closed it."""
        return tuple(dict.fromkeys([*self.opened, *self.closed]))


Causes = dict[date, tuple[str, ...]]
"""The acts by which the regime of the communal block changed, by the day it did."""


def causes_of(regimes: list[Regime]) -> Causes:
    """Look up by which acts each regime began."""
    return {regime.period.from_: regime.because for regime in regimes}


def seat_of(
    mandate: Mandate, body: str, during: Period, causes: Causes | None = None
) -> Seat | None:
    """Tell a delegate's seat in a body: the part of the mandate the body allows."""
    part = mandate.period.overlap(during)
    if part is None:
        return None
    changes = causes or {}
    ends_earlier = part.until is not None and part.until != mandate.period.until
    return Seat(
        body,
        mandate.person,
        mandate.member,
        part,
        opened=(
            *mandate.opened,
            *(
                changes.get(part.from_, ())
                if part.from_ != mandate.period.from_
                else ()
            ),
        ),
        closed=(
            changes.get(part.until, ())
            if ends_earlier and part.until is not None
            else mandate.closed
        ),
        holdovers=overlaps(mandate.holdovers, part),
        is_assumed=mandate.is_assumed,
    )


def overlaps(periods: Iterable[Period], during: Period) -> tuple[Period, ...]:
    """Keep of some times what is within another."""
    found = [period.overlap(during) for period in periods]
    return tuple(period for period in found if period is not None)


def college_times(regimes: list[Regime]) -> dict[str, list[Period]]:
    """Tell when each college exists: as long as the regimes that have it follow."""
    times: dict[str, list[Period]] = {}
    for regime in regimes:
        for college in regime.colleges:
            periods = times.setdefault(college, [])
            if periods and periods[-1].until == regime.period.from_:
                periods[-1] = Period(periods[-1].from_, regime.period.until)
            else:
                periods.append(regime.period)
    return times


def college_seats(
    mandates: tuple[Mandate, ...],
    block: list[Block],
    times: dict[str, list[Period]],
    colleges: dict[str, str],
    causes: Causes,
) -> list[Seat]:
    """Seat the communal delegates in the colleges; `colleges` maps départements."""
    return [
        seat
        for college, periods in times.items()
        for during in college_parts(college, periods, block, colleges)
        for mandate in mandates
        if mandate.member == during[0]
        if (seat := seat_of(mandate, college, during[1], causes)) is not None
    ]


def college_parts(
    college: str, periods: list[Period], block: list[Block], colleges: dict[str, str]
) -> Iterator[tuple[str, Period]]:
    """Tell which members belong to a college, and when."""
    is_communal = college == COMMUNAL_COLLEGE
    for one in wherever(block) if is_communal else block:
        belongs = is_communal or college == colleges.get(one.department or "")
        for period in periods if belongs else ():
            part = one.period.overlap(period)
            if part is not None:
                yield one.member, part


def direct_seats(
    mandates: tuple[Mandate, ...], block: list[Block], regimes: list[Regime]
) -> list[Seat]:
    """Seat every communal delegate in the committee while the regime is direct."""
    times = [one.period for one in regimes if one.kind == "direct"]
    causes = causes_of(regimes)
    return [
        seat
        for one in wherever(block)
        for period in overlaps(times, one.period)
        for mandate in mandates
        if mandate.member == one.member
        if (seat := seat_of(mandate, COMMITTEE, period, causes)) is not None
    ]


def sitting(seats: Iterable[Seat], person: str, day: date) -> Seat | None:
    """Find a person's seat on a day."""
    return next(
        (seat for seat in seats if seat.person == person and seat.period.holds_on(day)),
        None,
    )
