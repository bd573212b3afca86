"""A vote as an act reports it (specification section 8)."""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from ledger import meaning
from ledger.institutions import PersonName
from ledger.language import N_
from ledger.terms import Count, Part, Slug

Question = Literal[
    "adhesion",
    "withdrawal",
    "statutes",
    "budget",
    "accounts",
    "tariff",
    "election",
    "ordinary",
]
QUESTIONS: dict[Question, str] = {
    "adhesion": N_("adhesion"),
    "withdrawal": N_("withdrawal"),
    "statutes": N_("statutes"),
    "budget": N_("budget"),
    "accounts": N_("accounts"),
    "tariff": N_("tariff"),
    "election": N_("election"),
    "ordinary": N_("ordinary matter"),
}
"""What each question is called where people read it."""

Voters = Annotated[
    Count | tuple[PersonName, ...],
    Meta(description=N_("a number of persons, or a list of their names")),
]


class Tally(Part, frozen=True, kw_only=True):
    """How many persons voted which way."""

    for_: Count = msgspec.field(name="for", default=0)
    against: Count = 0
    abstentions: Count = 0


class Vote(Part, frozen=True, kw_only=True):
    """What was asked and who answered, by name or by number."""

    question: Annotated[Question | None, meaning.QUESTION] = None
    applicant: Annotated[Slug | None, meaning.APPLICANT_VOTED_ON] = None
    competence: Annotated[Slug | None, meaning.COMPETENCE] = None
    for_: Annotated[Voters, meaning.FOR] = msgspec.field(name="for", default=())
    against: Annotated[Voters, meaning.AGAINST] = ()
    abstentions: Annotated[Voters, meaning.ABSTENTIONS] = ()
    recused: Annotated[tuple[PersonName, ...], meaning.RECUSED] = ()
    recused_as_representatives: Annotated[
        tuple[PersonName, ...], meaning.RECUSED_AS_REPRESENTATIVES
    ] = ()
    applicant_department: Annotated[Tally | None, meaning.APPLICANT_DEPARTMENT] = None
    president: Annotated[
        Literal["for", "against", "abstention", "absent"] | None, meaning.PRESIDENT
    ] = None
    outcome: Annotated[Literal["adopted", "rejected"] | None, meaning.OUTCOME] = None


SingleVote = Annotated[
    Vote | Literal["unanimous"],
    Meta(description=N_("a vote {for, against, abstentions}, or unanimous")),
]
"""How one question was answered, or several by one and the same vote."""

SeveralVotes = Annotated[tuple[Vote, ...], Meta(min_length=1)]
"""Several votes in one act, each with the applicant or the question it is about."""

ReportedVote = Annotated[
    Vote | Literal["unanimous"] | SeveralVotes,
    Meta(
        description=N_(
            "a vote {for, against, abstentions}, unanimous, or a list of votes, each "
            "with its applicant or its question"
        )
    ),
]
"""What an act reports of how it was adopted."""


def votes_in(reported: ReportedVote | None) -> tuple[SingleVote, ...]:
    """List the votes an act reports; none where none is on record."""
    if reported is None:
        return ()
    return reported if isinstance(reported, tuple) else (reported,)
