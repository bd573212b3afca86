"""Who is president, who vice-president?

Statutes, clauses president, vice-presidents, bureau. An office ends when the assembly
that designated its holder is renewed, or earlier with the seat in the committee. The
president may be any of its members, a vice-president is a founder's delegate.
"""

from collections.abc import Callable, Iterator
from datetime import date

import msgspec

from ledger.clauses import Clause
from ledger.events.committee import OfficerElected
from ledger.events.delegates import AssemblyRenewed, SeatVacated
from ledger.institutions import person_id
from ledger.language import N_
from ledger.statutes import Rules
from ledger.tags import institution_of
from projections.acts.act_state import RecordAsOf
from projections.periods import Period, earliest
from projections.reason import Institution, Person, Reason, Rule
from projections.seats.bodies import Bodies, EmptySeat, Sources
from projections.seats.elections import (
    Base,
    Capacity,
    Election,
    capacity,
    elect,
    election,
    judged,
    vacated,
)
from projections.seats.in_vain import Claim
from projections.seats.seats import BUREAU, Existence, Seat, rests_on, sitting

DECIDES: tuple[Clause, ...] = ("president", "vice-presidents", "bureau")

PRESIDENT = Rule(
    "seat.president",
    N_("The committee elected {person} president: {act}."),
    "president",
)
VICE_PRESIDENT = Rule(
    "seat.vice-president",
    N_("The committee elected {person} vice-president: {act}."),
    "vice-presidents",
)
OFFICE_OVER = Rule(
    "seat.office-over",
    N_("The assembly of {member} was renewed on {on}: the office ends ({act})."),
    "bureau",
)

NOT_OFFICER = Rule(
    "seat.no-officer",
    N_("{person} is the delegate of {member} ({acts}), and holds no office that day."),
    "bureau",
)

_SIZES: dict[str, Callable[[Rules], int | None]] = {
    "president": lambda _rules: 1,
    "vice-president": lambda rules: rules.vice_presidents,
}

ALONE = Capacity((date.min,), (1,))
"""There is one president, whatever statutes are on record (clause president)."""


def seat_officers(
    sources: Sources, found: Bodies, committee: list[Seat], times: list[Existence]
) -> None:
    """Seat the president and the vice-presidents while there is a committee."""
    bureau = found.body(BUREAU)
    bureau.existed = [one.period for one in times]
    for office, size in _SIZES.items():
        is_president = office == "president"
        happened = list(_officers(sources.known, office))
        met: set[Claim] = set()
        seats: list[Seat] = []
        for time in times:
            elected = elect(
                happened,
                _rests_on(sources, committee, office),
                during=time,
                capacity=ALONE if is_president else capacity(sources.statutes, size),
                replaces_last=is_president,
            )
            seats += [
                msgspec.structs.replace(seat, office=office) for seat in elected.seats
            ]
            bureau.empty += [
                EmptySeat.of_elected(BUREAU, empty, office)
                for empty in elected.vacancies
            ]
            found.overbooked += elected.overbooked
            met |= elected.met
        bureau.seats += seats
        found.judge(judged(happened, met, seats))


def _rests_on(sources: Sources, committee: list[Seat], office: str) -> Base:
    """Find the seat an office rests on, cut at the renewal that ends the office."""
    renewals = _renewals(sources.known)
    founders = sources.membership.founders

    def base(person: str, day: date) -> Seat | None:
        seat = sitting(committee, person, day)
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
            rests_on=rests_on(seat, sources.statutes, day),
            closed=ended_by or seat.closed,
        )

    return base


def _officers(known: RecordAsOf, office: str) -> Iterator[Election]:
    rule = PRESIDENT if office == "president" else VICE_PRESIDENT
    for act in known.acts.values():
        for taken in act.decisions:
            match taken.decision:
                case OfficerElected(person=person) as elected:
                    if elected.office == office:
                        named = Person(person_id(person))
                        because = rule.of(
                            act.adopted_on, person=named, act=act.reference
                        )
                        yield from election(act, taken, elected, because)
                case SeatVacated(seat=seat) as said if seat == office:
                    yield vacated(act, taken, said)
                case _:
                    pass


def _renewals(known: RecordAsOf) -> dict[str, dict[date, Reason]]:
    """List the days each member's assembly was renewed, with what that ends."""
    found: dict[str, dict[date, Reason]] = {}
    for act in known.acts.values():
        for taken in act.decisions:
            if isinstance(taken.decision, AssemblyRenewed):
                on = taken.decision.on
                member = taken.decision.member or institution_of(act.reference) or ""
                over = OFFICE_OVER.of(
                    on, member=Institution(member), act=act.reference, on=on
                )
                found.setdefault(member, {})[on] = over
    return found
