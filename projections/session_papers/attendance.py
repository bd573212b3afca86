"""What does the attendance sheet of a session say: who sits, who signs, who is there?

Statutes art. 8.3. Before the session it is to be signed; once the attendance is on
record it is filled in, with the quorum.
"""

import msgspec

from projections.session_papers.applicants import Applicant, applicants, electorate_on
from projections.session_papers.frame import Papers
from projections.session_papers.parts import Heading, Named, Quorum, Sitting
from projections.votes.sessions import Attendance


class Proxy(msgspec.Struct, frozen=True):
    """To whom a proxy was given, and whether it counts."""

    person: str
    name: str
    counts: bool


class Weight(msgspec.Struct, frozen=True):
    """What a person's vote weighs on one adhesion; None where nobody can tell."""

    applicant: str
    weight: int | None


class Line(Sitting, frozen=True, kw_only=True):
    """A line of the sheet; `state` is None while no attendance is on record."""

    weight: int
    weights: tuple[Weight, ...]
    state: str | None
    proxy: Proxy | None


class AttendancePaper(Heading, frozen=True, kw_only=True):
    """The attendance sheet; `recorded` is the act that says who attended."""

    recorded: str | None
    presided_by: Named | None
    in_office: int
    vacant: int
    proxies: int | None
    quorum: Quorum | None
    applicants: tuple[Applicant, ...]
    unread: tuple[str, ...]
    lines: tuple[Line, ...]
    others: tuple[Named, ...]


def attendance_paper(papers: Papers) -> AttendancePaper:
    """Tell who is to sign, with what weight; and who was there, where it is known."""
    attendance = papers.session.attendance
    asked = applicants(papers)
    sitting = papers.sitting()
    lines = tuple(_line(papers, one, asked.found) for one in sitting)
    proxies = sum(line.proxy is not None and line.proxy.counts for line in lines)
    chair = attendance.presided_by if attendance is not None else None
    return AttendancePaper(
        **papers.heading("attendance", *([attendance.act] if attendance else [])),
        recorded=attendance.act if attendance is not None else None,
        presided_by=papers.named(chair) if chair is not None else None,
        in_office=len(sitting),
        vacant=papers.vacant(),
        proxies=proxies if attendance is not None else None,
        quorum=papers.quorum(attendance),
        applicants=asked.found,
        unread=asked.unread,
        lines=lines,
        others=_others(papers, attendance, {one.person for one in sitting}),
    )


def _line(papers: Papers, one: Sitting, asked: tuple[Applicant, ...]) -> Line:
    attendance = papers.session.attendance
    proxy = _proxy(papers, attendance, one.person)
    weights = []
    for applicant in asked:
        voters = electorate_on(papers, applicant.member)
        voter = voters.voter(one.person) if voters is not None else None
        weight = voter.weight if voter is not None else None
        weights.append(Weight(applicant.member, weight))
    return Line(
        **msgspec.structs.asdict(one),
        weight=1,
        weights=tuple(weights),
        state=_state(attendance, one.person, proxy),
        proxy=proxy,
    )


def _proxy(papers: Papers, attendance: Attendance | None, giver: str) -> Proxy | None:
    """Find to whom a person who was not there gave a proxy."""
    if attendance is None or giver in attendance.present:
        return None
    for one in papers.judge.proxies(papers.session):
        if one.giver == giver:
            return Proxy(one.holder, papers.named(one.holder).name, one.counts)
    return None


def _state(
    attendance: Attendance | None, person: str, proxy: Proxy | None
) -> str | None:
    if attendance is None:
        return None
    if person in attendance.present:
        return "present"
    return "absent" if proxy is None else "proxy"


def _others(
    papers: Papers, attendance: Attendance | None, in_office: set[str]
) -> tuple[Named, ...]:
    """List who was there, or gave or held a proxy, without being in office."""
    if attendance is None:
        return ()
    named = {*attendance.present}
    for giver, holder in attendance.proxies:
        named |= {giver, holder}
    return tuple(papers.named(person) for person in sorted(named - in_office))
