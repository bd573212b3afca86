"""Whom did the colleges elect to the committee?

Statutes, clauses colleges and regime. A representative is a delegate of the college;
with the mandate as delegate the seat in the committee ends, and is vacant until the
college fills it. So it is once the holder is installed again after a renewal: the seat
rests on the mandate it was won with (switch `renewal_ends_elected_seats`).
"""

from collections.abc import Iterable, Iterator
from datetime import date

import msgspec

from ledger.authorities import authority_of
from ledger.clauses import Clause
from ledger.events.committee import RepresentativeElected
from ledger.events.delegates import SeatVacated
from ledger.institutions import person_id
from ledger.language import N_
from ledger.statutes import Rules
from projections.acts.act_state import RecordAsOf
from projections.acts.statutes import Statutes
from projections.periods import Period
from projections.reason import Institution, Person, Rule, because
from projections.seats.elections import (
    Capacity,
    Election,
    capacity,
    election,
    vacated,
)
from projections.seats.regimes import COMMUNAL_COLLEGE
from projections.seats.seats import Seat, sitting

DECIDES: tuple[Clause, ...] = ("colleges",)

ELECTED = Rule(
    "seat.elected",
    N_("{body} elected {person} as its representative in the committee: {act}."),
    "colleges",
)

NOT_ELECTED = Rule(
    "seat.not-elected",
    N_(
        "{person} is the delegate of {member} ({acts}), and no election to {body} in "
        "force that day is on record."
    ),
    "colleges",
)

TERM_OVER = Rule(
    "seat.term-over",
    N_(
        "The assembly of {member} was renewed on {renewed}, and {person} is installed "
        "again as its delegate from {on} on: the seat won with the mandate of before "
        "ends, and the college elects again ({acts})."
    ),
    "colleges",
)


def won_with(college: Iterable[Seat], person: str, day: date) -> Seat | None:
    """Find the delegate's seat an election rests on, cut where the next term begins."""
    seat = sitting(college, person, day)
    if seat is None:
        return None
    term = next((one for one in seat.terms if one.on > day), None)
    until = seat.period.until
    if term is None or (until is not None and until <= term.on):
        return seat
    over = TERM_OVER.of(
        term.on,
        member=Institution(seat.member),
        person=Person(person),
        renewed=term.renewed.on,
        on=term.on,
        acts=because((term.renewed, *term.designated)),
    )
    time = Period(seat.period.from_, term.on)
    return msgspec.structs.replace(seat, period=time, closed=(over,))


def seats_to_fill(statutes: Statutes, college: str) -> Capacity:
    """Tell how many representatives a college elects."""

    def seats_of(rules: Rules) -> int | None:
        if college == COMMUNAL_COLLEGE:
            return rules.communal_college_seats
        sides = rules.departmental_colleges
        return sides.seats_each if sides else None

    return capacity(statutes, seats_of)


def elections_of(elections: list[Election], college: str) -> list[Election]:
    """List a college's elections, and the departures: these say not from which."""
    return [
        one
        for one in elections
        if one.is_vacancy or authority_of(one.place[0]) == college
    ]


def representatives(known: RecordAsOf) -> Iterator[Election]:
    """List the elections of all colleges, and the departures of representatives."""
    for act in known.acts.values():
        for taken in act.decisions:
            match taken.decision:
                case RepresentativeElected(person=person) as elected:
                    because = ELECTED.of(
                        act.adopted_on,
                        person=Person(person_id(person)),
                        act=act.reference,
                        body=act.authority,
                    )
                    yield from election(act, taken, elected, because)
                case SeatVacated(seat="representative") as said:
                    yield vacated(act, taken, said)
                case _:
                    pass
