"""Whom did the colleges elect to the committee?

Statutes, clauses colleges and regime. A representative is a delegate of the college;
with the mandate as delegate the seat in the committee ends, and is vacant until the
college fills it.
"""

from collections.abc import Iterator

from ledger.authorities import authority_of
from ledger.clauses import Clause
from ledger.events.committee import RepresentativeElected
from ledger.events.delegates import SeatVacated
from ledger.institutions import person_id
from ledger.language import N_
from ledger.statutes import Rules
from projections.acts.act_state import RecordAsOf
from projections.acts.statutes import Statutes
from projections.reason import Person, Rule
from projections.seats.elections import (
    Capacity,
    Election,
    capacity,
    election,
    vacated,
)
from projections.seats.regimes import COMMUNAL_COLLEGE

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
