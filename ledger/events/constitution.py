"""Constitution: the syndicate, its statutes, its conditions, its delegations."""

from datetime import date
from typing import Annotated, Literal

from ledger.clauses import ConditionsClause, StatutesClause
from ledger.events.event import Event
from ledger.institutions import Institution
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

    version: Text
    rules: Rules | None = None
    articles: dict[StatutesClause, Text] | None = None


class ConditionsAdopted(Event, frozen=True, kw_only=True, tag="conditions-adopted.v1"):
    """A version of the technical, administrative and financial conditions.

    `articles` tells in which article each clause stands (specification section 17).
    """

    competence: Slug
    version: Text
    articles: dict[ConditionsClause, Text] | None = None


class PowersDelegated(Event, frozen=True, kw_only=True, tag="powers-delegated.v1"):
    """The committee delegated some of its powers (art. 8.4)."""

    to: Literal["bureau", "president"]
    matters: Annotated[tuple[Text, ...], NOT_EMPTY]


class SyndicateDissolved(
    Event, frozen=True, kw_only=True, tag="syndicate-dissolved.v1"
):
    """The syndicate ends that day, and every membership with it (art. 18)."""

    on: date
