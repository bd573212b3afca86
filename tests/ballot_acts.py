"""Write acts about votes: a full house, a president; and ask what a question takes.

Every person is fictional: `region-3` sits for the Region, `d-avelin` for Avelin.
"""

from datetime import date
from functools import cache
from typing import Any

from ledger.acts.act import Act
from ledger.votes import Question
from projections.answers.ballot import Ballot, ballot
from projections.votes.electorate import Asked
from projections.votes.judged_votes import Judge
from projections.world import World
from tests.history import ENT, given, request
from tests.seat_acts import (
    COLLEGE_NORD,
    COLLEGE_PDC,
    NORD,
    PAS_DE_CALAIS,
    REGION,
    START,
    all_seated,
    designates,
    elects,
    elects_officer,
    founded,
)

HELD = "2024-06-15"
"""The day of the session that is asked about."""

FOUNDERS_SEATS = ((REGION, "region", 10), (NORD, "nord", 5), (PAS_DE_CALAIS, "pdc", 5))


def founders_seated(on: str = START) -> list[Act]:
    """Let the founders designate all their delegates."""
    return [
        designates(founder, f"{name}-{number}", on)
        for founder, name, count in FOUNDERS_SEATS
        for number in range(1, count + 1)
    ]


def full_house() -> list[Act]:
    """Seat 24: twenty of the founders, two of each college; `region-1` presides."""
    return [
        *founded(),
        *founders_seated(),
        *all_seated("avelin beuvry", "2020-03-02"),
        *all_seated("xaffevillers ypreville", "2020-03-02", department="62"),
        elects(COLLEGE_NORD, "2020-04-06", "d-avelin", "d-beuvry"),
        elects(COLLEGE_PDC, "2020-04-06", "d-xaffevillers", "d-ypreville"),
        elects_officer("president", "region-1", "2020-05-04"),
    ]


def applies(member: str = "carvin", department: str | None = "59", **said: Any) -> Act:
    """Let a commune ask to join, for the schools."""
    dates = {"adopted_on": "2024-05-04"} | said
    return request(
        member, "demande", ENT, applicant={"department": department}, **dates
    )


@cache
def house() -> World:
    """Derive the full house, with an applicant of each département, once."""
    return given(
        *full_house(),
        applies(),
        applies("zuydcoote", "62"),
        applies("amiens-fictive", "80"),
        applies("nulle-part", None),
    ).world()


def takes(
    question: Question,
    applicant: str | None = None,
    *,
    competence: str | None = None,
    body: str = "comite-syndical",
    world: World | None = None,
) -> Ballot:
    """Ask what a question takes on the day of the session."""
    asked = Asked(question, applicant, competence)
    return ballot(Judge(world or house()), body, asked, date.fromisoformat(HELD))
