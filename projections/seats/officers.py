"""Who is president, who vice-president?

Statutes arts. 9 to 11. An office ends when the assembly that designated its holder is
renewed, or earlier with the seat in the committee. The president may be any of its
members, a vice-president is a founder's delegate.
"""

from collections.abc import Callable, Iterator
from datetime import date

import msgspec

from ledger.events.committee import OfficerElected
from ledger.events.delegates import AssemblyRenewed, SeatVacated
from ledger.statutes import Rules
from ledger.tags import institution_of
from projections.acts.as_known import AsKnown
from projections.periods import Period, earliest
from projections.seats.bodies import Bodies, Body, EmptySeat, Sources
from projections.seats.elections import (
    Base,
    Capacity,
    Election,
    capacity,
    elect,
    election,
    vacated,
)
from projections.seats.seats import BUREAU, Seat, sitting

_SIZES: dict[str, Callable[[Rules], int | None]] = {
    "president": lambda _rules: 1,
    "vice-president": lambda rules: rules.vice_presidents,
}


ALONE = Capacity((date.min,), (1,))
"""There is one president, whatever statutes are on record (art. 9)."""


def seat_officers(sources: Sources, found: Bodies, committee: Body) -> None:
    """Seat the president and the vice-presidents."""
    bureau = found.body(BUREAU)
    bureau.existed = committee.existed
    for office, size in _SIZES.items():
        is_president = office == "president"
        for period in committee.existed:
            elected = elect(
                _officers(sources.known, office),
                _rests_on(sources, committee, office),
                during=period,
                capacity=ALONE if is_president else capacity(sources.statutes, size),
                replaces_last=is_president,
            )
            bureau.seats += [
                msgspec.structs.replace(seat, office=office) for seat in elected.seats
            ]
            bureau.empty += [
                EmptySeat(BUREAU, None, empty, empty.from_, office=office)
                for empty in elected.vacancies
            ]
            found.overbooked += elected.overbooked


def _rests_on(sources: Sources, committee: Body, office: str) -> Base:
    """Find the seat an office rests on, cut at the renewal that ends the office."""
    renewals = _renewals(sources.known)
    founders = sources.membership.founders

    def base(person: str, day: date) -> Seat | None:
        seat = sitting(committee.seats, person, day)
        if seat is None or (office != "president" and seat.member not in founders):
            return None
        by_day = renewals.get(seat.member, {})
        renewed = earliest(*(on for on in by_day if on > day))
        until = earliest(seat.period.until, renewed)
        ended_by = (by_day[until],) if until is not None and until in by_day else None
        return msgspec.structs.replace(
            seat,
            body=BUREAU,
            period=Period(seat.period.from_, until),
            closed=ended_by or seat.closed,
        )

    return base


def _officers(known: AsKnown, office: str) -> Iterator[Election]:
    for act in known.acts.values():
        for taken in act.decisions:
            where = (taken.position, act.reference, taken.number)
            match taken.decision:
                case OfficerElected(person=person, replaces=replaces) as elected:
                    if elected.office == office and act.adopted_on is not None:
                        yield election(act.adopted_on, where, person, replaces)
                case SeatVacated(seat=seat, person=person, on=on) if seat == office:
                    yield vacated(on, where, person)
                case _:
                    pass


def _renewals(known: AsKnown) -> dict[str, dict[date, str]]:
    """List the days each member's assembly was renewed, with the act that says so."""
    found: dict[str, dict[date, str]] = {}
    for act in known.acts.values():
        for taken in act.decisions:
            if isinstance(taken.decision, AssemblyRenewed):
                member = taken.decision.member or institution_of(act.reference) or ""
                found.setdefault(member, {})[taken.decision.on] = act.reference
    return found
