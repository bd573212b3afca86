"""Who sits in which body: the colleges, the committee, the bureau?

Statutes, clauses regime, president, vice-presidents, bureau. Every body is a list of
seats, each a time with its reasons; a roster is a point or an overlap of them. What a
seat rests on ends it: the delegate's mandate, the college, the seat in the committee.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

import msgspec

from ledger.authorities import COMMITTEE
from ledger.clauses import Clause
from ledger.language import N_
from projections.acts.statutes import Statutes
from projections.periods import Period
from projections.reason import Institution, Reason, Rule, because
from projections.seats.mandates import Holdover, Mandate, NewTerm
from projections.seats.regimes import (
    COLLEGE_SEAT,
    COMMUNAL_COLLEGE,
    DIRECT_SEAT,
    Block,
    Regime,
    wherever,
)

DECIDES: tuple[Clause, ...] = ("seats",)

BUREAU = "bureau"

FOUNDERS_SEATS = Rule(
    "seat.founder",
    N_("{member} has {count} seats in the committee."),
    "seats",
)

NO_SEAT = Rule(
    "ballot.no-seat",
    N_("There without a seat in this body, so without a vote: {names}."),
    "seats",
)

HELD_IN_TURN = Rule(
    "seat.held",
    N_("{person}, for {member}, since {since}: {acts}."),
    "seats",
)


class Seat(msgspec.Struct, frozen=True):
    """A person's time in one body, and what opened and closed it.

    `rests_on` is the rule by which the delegate has the seat, or the one below it; it
    says so of the day on which this one began. `office` is set in the bureau only;
    `terms` are those of the delegate's whole mandate.
    """

    body: str
    person: str
    member: str
    period: Period
    rests_on: Reason
    opened: tuple[Reason, ...]
    closed: tuple[Reason, ...] = ()
    holdovers: tuple[Holdover, ...] = ()
    is_assumed: bool = False
    office: str | None = None
    terms: tuple[NewTerm, ...] = ()

    @property
    def key(self) -> tuple[str, ...]:
        """Tell what it is the time of."""
        return (self.body, self.person, self.member, self.office or "")

    @property
    def is_elected(self) -> bool:
        """Tell whether it is elected to: a representative's, or an office."""
        is_of_college = self.rests_on.rule is COLLEGE_SEAT
        return self.office is not None or (self.body == COMMITTEE and is_of_college)

    @property
    def kind(self) -> tuple[str, ...]:
        """Tell which seats of the body it is one of: a member's, or the elected."""
        return self.body, "" if self.is_elected else self.member, self.office or ""

    def held_over_on(self, day: date) -> Holdover | None:
        """Find the holdover of a day."""
        return next((one for one in self.holdovers if one.period.holds_on(day)), None)

    @property
    def because(self) -> tuple[str, ...]:
        """List the acts that opened and closed it."""
        return because((*self.opened, *self.closed))


class Existence(msgspec.Struct, frozen=True):
    """A time a body is there, or a member has seats in it; what began and ended it."""

    period: Period
    opened: tuple[Reason, ...] = ()
    closed: tuple[Reason, ...] = ()


Basis = Callable[[date], Reason]
"""Tells by which rule delegates have their seat, as of the day it begins."""


def seat_of(
    mandate: Mandate, body: str, during: Existence, basis: Basis
) -> Seat | None:
    """Tell a delegate's seat in a body: the part of the mandate the body allows."""
    part = mandate.period.overlap(during.period)
    if part is None:
        return None
    begins_later = part.from_ != mandate.period.from_
    ends_earlier = part.until != mandate.period.until
    return Seat(
        body,
        mandate.person,
        mandate.member,
        part,
        basis(part.from_),
        opened=(*mandate.opened, *(during.opened if begins_later else ())),
        closed=during.closed if ends_earlier else mandate.closed,
        holdovers=held_over(mandate.holdovers, part),
        is_assumed=mandate.is_assumed,
        terms=mandate.terms,
    )


def held_over(holdovers: Iterable[Holdover], during: Period) -> tuple[Holdover, ...]:
    """Keep of holdovers what is within a time."""
    return tuple(
        Holdover(part, one.renewed)
        for one in holdovers
        if (part := one.period.overlap(during)) is not None
    )


def overlaps(times: Iterable[Existence], during: Period) -> list[Existence]:
    """Keep of some times what is within another; what cuts it there is not known."""
    found = []
    for one in times:
        part = one.period.overlap(during)
        if part is not None:
            opened = one.opened if part.from_ == one.period.from_ else ()
            closed = one.closed if part.until == one.period.until else ()
            found.append(Existence(part, opened, closed))
    return found


def sitting(seats: Iterable[Seat], person: str, day: date) -> Seat | None:
    """Find a person's seat on a day."""
    return next(
        (seat for seat in seats if seat.person == person and seat.period.holds_on(day)),
        None,
    )


# ------------------------------------------------------------------- by which rule
def founders_seat(statutes: Statutes, member: str, day: date) -> Reason:
    """Tell how many seats a founder has, by the rules of a day."""
    count = (statutes.rules_on(day).seats or {}).get(member, 0)
    return FOUNDERS_SEATS.of(None, member=Institution(member), count=count)


def direct_seat(statutes: Statutes, day: date) -> Reason:
    """Tell up to how many members each delegate sits, by the rules of a day."""
    return DIRECT_SEAT.of(None, count=statutes.rules_on(day).direct_seats_up_to or 0)


def college_seat(college: str, times: Iterable[Existence]) -> Basis:
    """Tell since when, and by which acts, a college is there on a day.

    Made once: a college may rest on the acts of hundreds of members, and seat them all.
    """
    there = [
        (one.period, COLLEGE_SEAT.of(since, body=college, since=since, acts=acts))
        for one in times
        for since, acts in [(one.period.from_, because(one.opened))]
    ]
    return lambda day: next(said for period, said in there if period.holds_on(day))


def rests_on(seat: Seat, statutes: Statutes, day: date) -> Reason:
    """Tell by which rule a delegate has a seat, by the rules of another day."""
    if seat.rests_on.rule is FOUNDERS_SEATS:
        return founders_seat(statutes, seat.member, day)
    if seat.rests_on.rule is DIRECT_SEAT:
        return direct_seat(statutes, day)
    return seat.rests_on


# ------------------------------------------------------------------- times of bodies
def times_under(regimes: list[Regime], body: str) -> list[Existence]:
    """Tell when regimes seat the communal delegates in a body, be it the committee.

    A college exists as long as the regimes that have it follow one another.
    """
    found: list[Existence] = []
    for regime in regimes:
        last, time = found[-1] if found else None, regime.period
        follows = last is not None and last.period.until == time.from_
        if body not in (regime.colleges or (COMMITTEE,)):
            if last is not None and follows:
                ended = regime.ended_others
                found[-1] = msgspec.structs.replace(last, closed=ended)
        elif last is not None and follows:
            whole = Period(last.period.from_, time.until)
            found[-1] = msgspec.structs.replace(last, period=whole)
        else:
            found.append(Existence(time, regime.opened))
    return found


def college_parts(
    college: str, times: list[Existence], block: list[Block], colleges: dict[str, str]
) -> Iterator[tuple[str, Existence]]:
    """Tell which members belong to a college, and when.

    `colleges` tells the college of each département.
    """
    is_communal = college == COMMUNAL_COLLEGE
    for one in wherever(block) if is_communal else block:
        belongs = is_communal or college == colleges.get(one.department or "")
        for part in overlaps(times, one.period) if belongs else ():
            yield one.member, part


def seats_in(
    body: str,
    parts: Iterable[tuple[str, Existence]],
    mandates: dict[str, list[Mandate]],
    basis: Basis,
) -> list[Seat]:
    """Seat the delegates of members in a body while these have a part in it."""
    return [
        seat
        for member, part in parts
        for mandate in mandates.get(member, ())
        if (seat := seat_of(mandate, body, part, basis)) is not None
    ]
