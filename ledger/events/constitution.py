"""Constitution: the syndicate, its statutes, its conditions, its delegations."""

from datetime import date
from typing import Annotated, Literal

from ledger.clauses import ConditionsClause, StatutesClause
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


class Founder(Part, frozen=True, kw_only=True):
    """A founding member, and the competences it transferred if an act names them."""

    institution: Institution
    competences: tuple[Slug, ...] = ()

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

    name: Text
    brand: Text | None = None
    siren: Siren | None = None
    siret: Siret | None = None
    founders: Annotated[tuple[Founder, ...], NOT_EMPTY]

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

    version: Text
    rules: Rules | None = None
    articles: dict[StatutesClause, Text] | None = None


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

    competence: Slug
    version: Text
    articles: dict[ConditionsClause, Text] | None = None


class PowersDelegated(Event, frozen=True, kw_only=True, tag="powers-delegated.v1"):
    """The committee delegated some of its powers (art. 8.4)."""

    KIND = DecisionKind(
        label=N_("delegation of powers"),
        by=COMMITTEE,
        bears_on=NOTHING,
        effect_from=(OfAct.IN_FORCE,),
    )

    to: Literal["bureau", "president"]
    matters: Annotated[tuple[Text, ...], NOT_EMPTY]


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

    on: date
