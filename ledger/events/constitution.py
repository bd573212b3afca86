"""Constitution: the syndicate, its statutes, its conditions, its delegations."""

from datetime import date
from typing import Annotated, Literal

from ledger import meaning
from ledger.clauses import Clause, ConditionsClause, StatutesClause
from ledger.events.event import Event
from ledger.events.kind import (
    COMMITTEE,
    NOTHING,
    PREFECTURE,
    DecisionKind,
    Named,
    OfAct,
    Subject,
)
from ledger.institutions import Institution
from ledger.language import N_
from ledger.statutes import Rules
from ledger.terms import (
    NOT_EMPTY,
    Part,
    Siren,
    Siret,
    Slug,
    Text,
    check_distinct,
    check_identifiers,
)

DECIDES: tuple[Clause, ...] = ("changes",)


class Founder(Part, frozen=True, kw_only=True):
    """A founding member, and the competences it transferred if an act names them."""

    institution: Annotated[Institution, meaning.FOUNDER]
    competences: Annotated[tuple[Slug, ...], meaning.COMPETENCES_OF_FOUNDER] = ()

    def __post_init__(self) -> None:
        """Verify that the founder has an id."""
        self.institution.require_id()


class SyndicateCreated(Event, frozen=True, kw_only=True, tag="syndicate-created.v1"):
    """The prefect created the syndicate; its founders are members from then on."""

    KIND = DecisionKind(
        label=N_("creation of the syndicate"),
        by=PREFECTURE,
        bears_on=Subject.EVERY_ANSWER | Subject.ANNEXES | Subject.VOTES,
        effect_from=(OfAct.IN_FORCE,),
    )

    name: Annotated[Text, meaning.NAME]
    brand: Annotated[Text | None, meaning.BRAND] = None
    siren: Annotated[Siren | None, meaning.SIREN] = None
    siret: Annotated[Siret | None, meaning.SIRET] = None
    founders: Annotated[tuple[Founder, ...], NOT_EMPTY, meaning.FOUNDERS]

    def __post_init__(self) -> None:
        """Verify the check digits, and that each founder is named once."""
        check_identifiers(self.siren, self.siret)
        check_distinct([founder.institution.id for founder in self.founders])


class StatutesAdopted(Event, frozen=True, kw_only=True, tag="statutes-adopted.v1"):
    """A version of the statutes; its rules replace the fields they name.

    `articles` tells in which article each clause stands (specification section 17).
    """

    KIND = DecisionKind(
        label=N_("statutes"),
        by=COMMITTEE,
        bears_on=Subject.EVERY_ANSWER | Subject.ANNEXES | Subject.VOTES,
        effect_from=(OfAct.IN_FORCE,),
        voted_as=("statutes",),
    )

    version: Annotated[Text, meaning.VERSION]
    rules: Annotated[Rules | None, meaning.RULES] = None
    articles: Annotated[dict[StatutesClause, Text] | None, meaning.ARTICLES] = None


class ConditionsAdopted(Event, frozen=True, kw_only=True, tag="conditions-adopted.v1"):
    """A version of the technical, administrative and financial conditions.

    `articles` tells in which article each clause stands (specification section 17).
    """

    KIND = DecisionKind(
        label=N_("conditions"),
        by=COMMITTEE,
        bears_on=Subject.EVERY_ANSWER,
        effect_from=(OfAct.IN_FORCE,),
    )

    competence: Annotated[Slug, meaning.COMPETENCE]
    version: Annotated[Text, meaning.VERSION]
    articles: Annotated[dict[ConditionsClause, Text] | None, meaning.ARTICLES] = None


class PowersDelegated(Event, frozen=True, kw_only=True, tag="powers-delegated.v1"):
    """The committee delegated some of its powers (art. 8.4)."""

    KIND = DecisionKind(
        label=N_("delegation of powers"),
        by=COMMITTEE,
        bears_on=NOTHING,
        effect_from=(OfAct.IN_FORCE,),
    )

    to: Annotated[Literal["bureau", "president"], meaning.HOLDER_OF_POWERS]
    matters: Annotated[tuple[Text, ...], NOT_EMPTY, meaning.MATTERS]


class SyndicateDissolved(
    Event, frozen=True, kw_only=True, tag="syndicate-dissolved.v1"
):
    """The syndicate ends that day, and every membership with it (art. 18)."""

    KIND = DecisionKind(
        label=N_("dissolution of the syndicate"),
        by=PREFECTURE,
        bears_on=Subject.EVERY_ANSWER | Subject.ANNEXES | Subject.VOTES,
        effect_from=(Named("on"),),
    )

    on: Annotated[date, meaning.DISSOLVED_ON]
