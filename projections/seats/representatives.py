"""Whom did the colleges elect to the committee?

Statutes art. 8.1. A representative is a delegate of the college; with the mandate as
delegate the seat in the committee ends, and is vacant until the college fills it.
"""

from collections.abc import Iterator
from datetime import date

from ledger.authorities import authority_of
from ledger.events.committee import RepresentativeElected
from ledger.events.delegates import SeatVacated
from ledger.statutes import Rules
from projections.acts.as_known import AsKnown
from projections.periods import Period
from projections.seats.bodies import Sources
from projections.seats.elections import (
    Elected,
    Election,
    capacity,
    elect,
    election,
    vacated,
)
from projections.seats.regimes import COMMUNAL_COLLEGE
from projections.seats.seats import Seat, sitting


def representatives(
    sources: Sources, college: str, during: Period, seats: list[Seat]
) -> Elected:
    """Follow the elected seats of a college while it exists."""

    def base(person: str, day: date) -> Seat | None:
        return sitting(seats, person, day)

    def seats_of(rules: Rules) -> int | None:
        if college == COMMUNAL_COLLEGE:
            return rules.communal_college_seats
        sides = rules.departmental_colleges
        return sides.seats_each if sides else None

    return elect(
        _elections(sources.known, college),
        base,
        during=during,
        capacity=capacity(sources.statutes, seats_of),
    )


def _elections(known: AsKnown, college: str) -> Iterator[Election]:
    """List a college's elections, and the vacancies of its representatives."""
    for act in known.acts.values():
        for taken in act.decisions:
            where = (taken.position, act.reference, taken.number)
            match taken.decision:
                case RepresentativeElected(person=person, replaces=replaces):
                    is_theirs = authority_of(act.reference) == college
                    if is_theirs and act.adopted_on is not None:
                        yield election(act.adopted_on, where, person, replaces)
                case SeatVacated(seat="representative", person=person, on=on):
                    yield vacated(on, where, person)
                case _:
                    pass
