"""Challenges of acts: recourses, letters of the prefect, suits (section 17).

They change nothing in force; they move the time there is to bring an act before the
court.
"""

from datetime import date
from typing import Annotated, Literal

from ledger import meaning
from ledger.events.event import Event
from ledger.events.kind import (
    NOTHING,
    PREFECTURE,
    SECRETARIAT,
    Character,
    DecisionKind,
    Named,
)
from ledger.language import N_
from ledger.terms import Reference, Text

ChallengeKind = Literal[
    "gracious", "observations", "missing-papers", "suit", "referral"
]
"""A recourse to the author, the prefect's observations or request for papers, a suit
before the court, the prefect's *déféré*."""

Outcome = Literal["rejected", "accepted", "withdrawn", "judged", "completed"]
"""How one ended; `completed`: the papers asked for arrived."""


class ChallengeReceived(Event, frozen=True, kw_only=True, tag="challenge-received.v1"):
    """An act is challenged; `on` is the day its author, or the court, received it."""

    KIND = DecisionKind(
        label=N_("challenge received"),
        by=PREFECTURE | SECRETARIAT,
        bears_on=NOTHING,
        effect_from=(Named("on"),),
        character=Character.PREPARES,
    )

    target: Annotated[Reference, meaning.TARGET]
    kind: Annotated[ChallengeKind, meaning.CHALLENGE_KIND]
    by: Annotated[Text, meaning.CHALLENGED_BY]
    on: Annotated[date, meaning.CHALLENGED_ON]
    number: Annotated[Text | None, meaning.CHALLENGE_NUMBER] = None


class ChallengeClosed(Event, frozen=True, kw_only=True, tag="challenge-closed.v1"):
    """A challenge ended: the open one of its number, else the only open one."""

    KIND = DecisionKind(
        label=N_("challenge closed"),
        by=PREFECTURE | SECRETARIAT,
        bears_on=NOTHING,
        effect_from=(Named("on"),),
        character=Character.PREPARES,
    )

    target: Annotated[Reference, meaning.TARGET]
    on: Annotated[date, meaning.CLOSED_ON]
    outcome: Annotated[Outcome, meaning.CHALLENGE_OUTCOME]
    number: Annotated[Text | None, meaning.CHALLENGE_NUMBER] = None
