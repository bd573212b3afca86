"""Who sits in the colleges, the committee and the bureau?

Statutes, clauses regime, president, vice-presidents, bureau. The committee is the
founders' delegates, and the communal ones or their representatives.
"""

from collections.abc import Iterable, Iterator
from functools import partial

import msgspec

from ledger.authorities import COMMITTEE
from ledger.clauses import Clause
from ledger.language import N_
from projections.acts.statutes import Statutes
from projections.members.membership import Membership
from projections.periods import Period
from projections.reason import Rule
from projections.seats.bodies import Bodies, Body, EmptySeat, Sources
from projections.seats.designations import ENDED, joined
from projections.seats.elections import Elected, Election, elect, judged
from projections.seats.in_vain import Claim
from projections.seats.mandates import Mandate
from projections.seats.officers import seat_officers
from projections.seats.regimes import wherever
from projections.seats.representatives import (
    elections_of,
    representatives,
    seats_to_fill,
    won_with,
)
from projections.seats.seats import (
    Existence,
    college_parts,
    college_seat,
    direct_seat,
    founders_seat,
    overlaps,
    seat_of,
    seats_in,
    times_under,
)

DECIDES: tuple[Clause, ...] = ("committee", "vacancy")

FILL_BY = Rule(
    "vacancy.fill-by",
    N_("The member designates within {months} months: by {fill_by} included."),
    "vacancy",
)

FILL_BY_ONE = Rule(
    "vacancy.fill-by",
    N_("The member designates within one month: by {fill_by} included."),
    "vacancy",
)


def bodies(sources: Sources) -> Bodies:
    """Build the colleges, then the committee on them, then the bureau on it."""
    delegates = sources.delegates
    found = Bodies(
        overbooked=[*delegates.overbooked],
        in_vain=[*delegates.in_vain],
        met={*delegates.met},
    )
    committee, times = found.body(COMMITTEE), _existence(sources.membership)
    committee.existed = [one.period for one in times]
    mandates: dict[str, list[Mandate]] = {}
    for mandate in delegates.mandates:
        mandates.setdefault(mandate.member, []).append(mandate)
    elections = list(representatives(sources.known))
    met: set[Claim] = set()
    for name in dict.fromkeys(one for each in sources.regimes for one in each.colleges):
        college = found.body(name)
        there = times_under(sources.regimes, name)
        _seat_college(sources, name, college, there, mandates)
        for elected in _elected(sources, name, college, there, elections):
            _add_representatives(found, committee, elected)
            met |= elected.met
    _seat_delegates(sources, committee, times, mandates)
    founders = sources.membership.founders
    communal = (seat for seat in committee.seats if seat.member not in founders)
    found.judge(judged(elections, met, communal))
    seat_officers(sources, found, committee.seats, times)
    return found


def with_deadlines(found: Bodies, statutes: Statutes) -> Bodies:
    """Tell by when each vacancy of a delegate is to be filled."""
    for body in found.by_id.values():
        body.empty = [
            msgspec.structs.replace(seat, fill_by=statutes.fill_by(seat.since))
            if seat.member is not None
            else seat
            for seat in body.empty
        ]
    return found


# ------------------------------------------------------------------- a college
def _seat_college(
    sources: Sources,
    name: str,
    college: Body,
    times: list[Existence],
    mandates: dict[str, list[Mandate]],
) -> None:
    """Seat the delegates of the members of a college while it is there."""
    departments = {
        department.code: department.college
        for version in sources.statutes.versions
        for department in version.rules.departments or ()
    }
    parts = list(college_parts(name, times, sources.block, departments))
    college.existed = [one.period for one in times]
    college.seats = seats_in(name, parts, mandates, college_seat(name, times))
    college.empty = _empty(sources, name, parts)


def _elected(
    sources: Sources,
    name: str,
    college: Body,
    times: list[Existence],
    elections: list[Election],
) -> Iterator[Elected]:
    """Give whom a college elected each time it was there."""
    for time in times:
        yield elect(
            elections_of(elections, name),
            partial(won_with, college.seats),
            during=time,
            capacity=seats_to_fill(sources.statutes, name),
        )


def _add_representatives(found: Bodies, committee: Body, elected: Elected) -> None:
    committee.seats += [
        msgspec.structs.replace(seat, body=COMMITTEE) for seat in elected.seats
    ]
    committee.empty += [
        EmptySeat.of_elected(COMMITTEE, empty) for empty in elected.vacancies
    ]
    found.overbooked += elected.overbooked


# ------------------------------------------------------------------- the committee
def _existence(membership: Membership) -> list[Existence]:
    """Tell that the committee is there as long as a founder is a member."""
    tenures = [
        tenure
        for tenure in membership.tenures
        if tenure.competence is None and tenure.member in membership.founders
    ]
    if not tenures:
        return []
    since = min(tenure.from_ for tenure in tenures)
    ends = [tenure.until for tenure in tenures if tenure.until is not None]
    until = max(ends) if len(ends) == len(tenures) else None
    return [
        Existence(
            Period(since, until),
            tuple(joined(tenure) for tenure in tenures if tenure.from_ == since),
            tuple(
                ENDED.of(until, until=until, acts=tenure.closed)
                for tenure in tenures
                if until is not None and tenure.until == until
            ),
        )
    ]


def _seat_delegates(
    sources: Sources,
    committee: Body,
    times: list[Existence],
    mandates: dict[str, list[Mandate]],
) -> None:
    """Seat the founders' delegates, and in the direct regime the communal ones."""
    founders, statutes = sources.membership.founders, sources.statutes
    for mandate in sources.delegates.mandates:
        basis = partial(founders_seat, statutes, mandate.member)
        for time in times if mandate.member in founders else ():
            seat = seat_of(mandate, COMMITTEE, time, basis)
            committee.seats += [seat] if seat else []
    direct = times_under(sources.regimes, COMMITTEE)
    parts = [
        (one.member, part)
        for one in wherever(sources.block)
        for part in overlaps(direct, one.period)
    ]
    directly = partial(direct_seat, statutes)
    committee.seats += seats_in(COMMITTEE, parts, mandates, directly)
    of_founders = [(founder, time) for founder in founders for time in times]
    committee.empty += _empty(sources, COMMITTEE, [*of_founders, *parts])


def _empty(
    sources: Sources, body: str, parts: Iterable[tuple[str, Existence]]
) -> list[EmptySeat]:
    """List the vacancies of members' delegates while they have a seat in a body."""
    parts_of: dict[str, list[Existence]] = {}
    for member, part in parts:
        parts_of.setdefault(member, []).append(part)
    return [
        empty
        for vacancy in sources.delegates.vacancies
        for part in parts_of.get(vacancy.member, ())
        if (empty := EmptySeat.of_delegate(body, vacancy, part)) is not None
    ]
