"""Who sits in the colleges, the committee and the bureau?

Statutes arts. 8.1 and 9 to 11. The committee is the founders' delegates, and the
communal ones or their representatives.
"""

import msgspec

from ledger.authorities import COMMITTEE
from projections.members.membership import Membership
from projections.periods import Period
from projections.seats.bodies import Bodies, Body, EmptySeat, Sources
from projections.seats.elections import Elected
from projections.seats.officers import seat_officers
from projections.seats.regimes import wherever
from projections.seats.representatives import representatives
from projections.seats.seats import (
    causes_of,
    college_parts,
    college_seats,
    college_times,
    direct_seats,
    overlaps,
    seat_of,
)
from projections.statutes import Statutes


def bodies(sources: Sources) -> Bodies:
    """Build the colleges, then the committee on them, then the bureau on it."""
    found = Bodies(overbooked=list(sources.delegates.overbooked))
    times = college_times(sources.regimes)
    colleges = {
        department.code: department.college
        for version in sources.statutes.versions
        for department in version.rules.departments or ()
    }
    committee = found.body(COMMITTEE)
    committee.existed = _existence(sources.membership)
    for name, periods in times.items():
        college = found.body(name)
        parts = list(college_parts(name, periods, sources.block, colleges))
        college.existed = periods
        college.seats = college_seats(
            sources.delegates.mandates,
            sources.block,
            {name: periods},
            colleges,
            causes_of(sources.regimes),
        )
        college.empty = _delegate_vacancies(sources, name, parts)
        for period in periods:
            elected = representatives(sources, name, period, college.seats)
            _add_representatives(found, committee, elected)
    _seat_delegates(sources, committee)
    seat_officers(sources, found, committee)
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


# ------------------------------------------------------------------- the committee
def _existence(membership: Membership) -> list[Period]:
    stays = [
        stay
        for stay in membership.stays
        if stay.competence is None and stay.member in membership.founders
    ]
    if not stays:
        return []
    untils = [stay.until for stay in stays]
    ends = [until for until in untils if until is not None]
    until = max(ends) if len(ends) == len(untils) else None
    return [Period(min(stay.from_ for stay in stays), until)]


def _seat_delegates(sources: Sources, committee: Body) -> None:
    """Seat the founders' delegates, and in the direct regime the communal ones."""
    founders = sources.membership.founders
    for mandate in sources.delegates.mandates:
        for period in committee.existed if mandate.member in founders else ():
            seat = seat_of(mandate, COMMITTEE, period)
            committee.seats += [seat] if seat else []
    committee.seats += direct_seats(
        sources.delegates.mandates, sources.block, sources.regimes
    )
    parts = [(founder, each) for founder in founders for each in committee.existed]
    direct = [one.period for one in sources.regimes if one.kind == "direct"]
    for one in wherever(sources.block):
        parts += [(one.member, part) for part in overlaps(direct, one.period)]
    committee.empty += _delegate_vacancies(sources, COMMITTEE, parts)


def _delegate_vacancies(
    sources: Sources, body: str, parts: list[tuple[str, Period]]
) -> list[EmptySeat]:
    """List the vacancies of members' delegates while they have a seat in a body."""
    found = []
    parts_of: dict[str, list[Period]] = {}
    for member, part in parts:
        parts_of.setdefault(member, []).append(part)
    for vacancy in sources.delegates.vacancies:
        member = vacancy.member
        for part in parts_of.get(member, ()):
            shown = vacancy.period.overlap(part)
            if shown is not None:
                found.append(EmptySeat(body, member, shown, vacancy.period.from_))
    return found


def _add_representatives(found: Bodies, committee: Body, elected: Elected) -> None:
    committee.seats += [
        msgspec.structs.replace(seat, body=COMMITTEE) for seat in elected.seats
    ]
    committee.empty += [
        EmptySeat(COMMITTEE, None, period, period.from_) for period in elected.vacancies
    ]
    found.overbooked += elected.overbooked
