"""A vote as an act reports it (specification section 8)."""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

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

    question: Question | None = None
    applicant: Slug | None = None
    competence: Slug | None = None
    for_: Voters = msgspec.field(name="for", default=())
    against: Voters = ()
    abstentions: Voters = ()
    recused: tuple[PersonName, ...] = ()
    applicant_department: Tally | None = None
    president: Literal["for", "against", "abstention", "absent"] | None = None
    outcome: Literal["adopted", "rejected"] | None = None


ReportedVote = Annotated[
    Vote | Literal["unanimous"],
    Meta(description=N_("a vote {for, against, abstentions}, or unanimous")),
]
