"""Attendance and ballots, lawful by construction (specification section 8).

Who is there and who votes how is drawn by `fictional_chance`; whether that carries is
counted here again, from the articles, and must be what the act declares.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

import msgspec

from examples.fictional_chance import draw, shuffled
from examples.fictional_committee import FOUNDER_OF, SEATS

REGION = "region-hauts-de-france"
_ABSENT_PERCENT = 16
_TRIPLE = 3


class Attendance(msgspec.Struct, frozen=True):
    """Who sits, who is present, who gave a proxy to whom, who presides."""

    day: date
    seated: dict[str, str]
    present: tuple[str, ...]
    proxies: dict[str, str]
    president: str | None

    @property
    def is_quorate(self) -> bool:
        """Tell whether at least half of the members in office are present (8.3)."""
        return 2 * len(self.present) >= len(self.seated)

    @property
    def voting(self) -> list[str]:
        """List those whose ballot counts: the present and the represented."""
        return [*self.present, *self.proxies]


class Ballot(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked, and how many say no; `opponents` are of one founder, if named."""

    question: str = "ordinary"
    applicant: str | None = None
    department: str | None = None
    competence: str | None = None
    against: int = 0
    abstentions: int = 0
    opponents: str | None = None
    outcome: str = "adopted"


def attend(
    day: date, seated: dict[str, str], president: str | None, *, absent: int = -1
) -> Attendance:
    """Draw who comes; `absent` so many stay away without proxy, where it is given."""
    if absent >= 0:
        away = shuffled((one for one in seated if one != president), f"{day}")[:absent]
        silent = away
    else:
        away = [
            person
            for person in seated
            if person != president and draw(f"{day} {person}", 100) < _ABSENT_PERCENT
        ]
        silent = away[::3]
    present = [person for person in seated if person not in away]
    holders = shuffled((one for one in present if one != president), f"proxy {day}")
    givers = [person for person in away if person not in silent]
    proxies: dict[str, str] = {}
    for giver in givers:
        own = [one for one in holders if _side(seated[one]) == _side(seated[giver])]
        if own:
            holders.remove(own[0])
            proxies[giver] = own[0]
    return Attendance(day, seated, tuple(present), proxies, president)


def _side(member: str) -> str:
    """Tell to whom one gives a proxy: one's founder's, or the communal delegates."""
    return member if member in SEATS else ""


def cast(ballot: Ballot, attendance: Attendance) -> dict[str, Any]:
    """Let everybody vote; the outcome declared is the one the articles give."""
    voters = _electorate(ballot, attendance)
    order = shuffled(
        (one for one in voters if one != attendance.president),
        f"{attendance.day} {ballot.applicant} {ballot.question}",
    )
    if ballot.opponents is not None:
        theirs = [one for one in order if attendance.seated[one] == ballot.opponents]
        order = theirs + [one for one in order if one not in theirs]
    against = order[: ballot.against]
    abstaining = order[ballot.against : ballot.against + ballot.abstentions]
    in_favour = [one for one in voters if one not in {*against, *abstaining}]
    votes: dict[str, Any] = {"question": ballot.question}
    votes |= {"applicant": ballot.applicant} if ballot.applicant else {}
    votes |= {"competence": ballot.competence} if ballot.competence else {}
    votes |= {"for": in_favour, "against": against, "abstentions": abstaining}
    carried = _is_carried(ballot, attendance, in_favour, against)
    assert (ballot.outcome == "adopted") == carried, (ballot, len(in_favour))
    return votes | {"outcome": ballot.outcome}


def _electorate(ballot: Ballot, attendance: Attendance) -> list[str]:
    """List who may vote: on a competence, those concerned and the president (8.5)."""
    voters = attendance.voting
    if ballot.competence is not None:
        voters = [
            person
            for person in voters
            if attendance.seated[person] not in SEATS or person == attendance.president
        ]
    if ballot.question == "accounts":
        voters = [person for person in voters if person != attendance.president]
    return voters


def _is_carried(
    ballot: Ballot,
    attendance: Attendance,
    in_favour: Iterable[str],
    against: Iterable[str],
) -> bool:
    """Count by arts. 8.3, 15, 16 and 17."""
    yes = sum(_weight(ballot, attendance, person) for person in in_favour)
    no = sum(_weight(ballot, attendance, person) for person in against)
    if ballot.question in {"adhesion", "withdrawal"}:
        return yes > 0 and 3 * yes >= 2 * (yes + no)
    if ballot.question == "statutes":
        return 3 * yes >= 2 * len(attendance.seated)
    return yes > no


def _weight(ballot: Ballot, attendance: Attendance, person: str) -> int:
    is_triple = (
        ballot.question == "adhesion"
        and attendance.seated[person] == FOUNDER_OF[str(ballot.department)]
    )
    return _TRIPLE if is_triple else 1
