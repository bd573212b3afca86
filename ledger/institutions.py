"""An institution as an act describes it, and a person as acts name one."""

import re
from typing import Annotated

from msgspec import Meta

from ledger import meaning
from ledger.language import N_
from ledger.names import slug
from ledger.terms import (
    ContentError,
    Count,
    DepartmentCode,
    EpciKind,
    Insee,
    Kind,
    Part,
    Siren,
    Siret,
    Slug,
    Text,
    check_identifiers,
)

_SLUG = re.compile("[a-z0-9]+(-[a-z0-9]+)*")


class Institution(Part, frozen=True, kw_only=True):
    """A body that may be named: a member, an associate, a payer, an author of acts.

    `epci` is the id or SIREN of a commune's EPCI, `epci_kind` what an EPCI is.
    """

    id: Annotated[Slug | None, meaning.ID] = None
    name: Annotated[Text, meaning.NAME]
    kind: Annotated[Kind, meaning.KIND]
    department: Annotated[DepartmentCode | None, meaning.DEPARTMENT] = None
    insee: Annotated[Insee | None, meaning.INSEE] = None
    siren: Annotated[Siren | None, meaning.SIREN] = None
    siret: Annotated[Siret | None, meaning.SIRET] = None
    population: Annotated[Count | None, meaning.POPULATION] = None
    epci: Annotated[Text | None, meaning.EPCI] = None
    epci_kind: Annotated[EpciKind | None, meaning.EPCI_KIND] = None

    def __post_init__(self) -> None:
        """Verify the check digits."""
        check_identifiers(self.siren, self.siret)

    def require_id(self) -> None:
        """Verify that there is an id, where the act's authority does not tell it."""
        if self.id is None:
            raise ContentError(
                N_("«{name}» needs an id, such as {example}"),
                name=self.name,
                example=slug(self.name),
            )


class Person(Part, frozen=True, kw_only=True):
    """A person written with an id, where a name alone would be mistaken."""

    id: Slug
    name: Text


PersonText = Annotated[
    str,
    Meta(
        pattern="[0-9A-Za-zÀ-ÖØ-öø-ÿŒœ]",
        description=N_("a person's name, or its slug"),
    ),
]
PersonName = PersonText | Person


def person_id(person: str | Person) -> str:
    """Tell the id of a person written as a name, a slug, or `{id, name}`.

    >>> person_id("Hélène Recloux"), person_id("helene-recloux")
    ('helene-recloux', 'helene-recloux')
    """
    return person.id if isinstance(person, Person) else slug(person)


def person_name(person: str | Person) -> str | None:
    """Tell the name of a person, where it was written; None where only a slug was."""
    if isinstance(person, Person):
        return person.name
    return None if _SLUG.fullmatch(person) else person
