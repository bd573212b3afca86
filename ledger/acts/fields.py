"""What an act says of itself: its dates, its publicity, its documents.

`ActRegistered`, in the catalogue, is what is stored of it beside its vote and its
decisions (specification section 3).
"""

import re
from datetime import date
from pathlib import PurePath
from typing import Annotated, Literal

from msgspec import Meta

from ledger.language import N_
from ledger.rules import ExcusableRule
from ledger.terms import (
    ContentError,
    Matter,
    Nature,
    Part,
    PrefectureId,
    Reference,
    SessionReference,
    Sha256,
    Text,
    check_identifiers,
)

FOLDER = "documents"
"""Beside an acts file, the folder of documents that are named by what they hold."""

_SUFFIX = re.compile(r"\.[a-z0-9]{1,8}")

Mode = Literal["web", "posting", "paper", "notification"]


class Publication(Part, frozen=True, kw_only=True):
    """One way an act was made public; its day or its mode may be unknown."""

    on: date | None = None
    mode: Mode | None = None


class Irregularity(Part, frozen=True, kw_only=True):
    """A rule the act is known to break, accepted at recording for a reason."""

    rule: ExcusableRule
    reason: Text


class Document(Part, frozen=True, kw_only=True):
    """A file kept whole inside the ledger, under the SHA-256 of its content."""

    name: Text
    sha256: Sha256

    @property
    def kept_as(self) -> str:
        """Tell where an exported document lies, seen from its acts file.

        >>> Document(name="avis.PDF", sha256="ab" * 32).kept_as[-8:]
        'abab.pdf'
        """
        suffix = PurePath(self.name).suffix.lower()
        return f"{FOLDER}/{self.sha256}{suffix if _SUFFIX.fullmatch(suffix) else ''}"


DocumentFile = Annotated[
    Text | Document,
    Meta(description=N_("a file's path, or a document of the ledger {name, sha256}")),
]


class ActFields(Part, frozen=True, kw_only=True):
    """What an act says of itself. An absent date is unknown, never assumed."""

    act: Reference
    title: Text | None = None
    nature: Nature = "DE"
    matter: Matter | None = None
    source: Text | None = None
    note: Text | None = None
    convened_on: date | None = None
    adopted_on: date | None = None
    sent_on: date | None = None
    received_on: date | None = None
    prefecture_id: PrefectureId | None = None
    published: tuple[Publication, ...] = ()
    executory_on: date | None = None
    executory_basis: Literal["certified", "presumed"] | None = None
    session: SessionReference | None = None
    documents: tuple[DocumentFile, ...] = ()
    irregular: tuple[Irregularity, ...] = ()

    def __post_init__(self) -> None:
        """Verify what no single field can tell."""
        if (self.executory_on is None) != (self.executory_basis is None):
            raise ContentError(
                N_("executory_on and executory_basis go together; give both or neither")
            )
        if self.executory_basis == "presumed" and self.note is None:
            raise ContentError(
                N_("a presumed executory_on needs a note that says why it is presumed")
            )
        if self.prefecture_id is not None:
            check_prefecture_id(self.prefecture_id, self.adopted_on)


def check_prefecture_id(identifier: str, adopted_on: date | None) -> None:
    """Verify the SIREN and the date of an @CTES identifier.

    The date in it is the day of the decision, not of its sending.
    """
    _, siren, day, _ = identifier.split("-", 3)
    check_identifiers(siren, None)
    try:
        decided_on = date.fromisoformat(f"{day[:4]}-{day[4:6]}-{day[6:]}")
    except ValueError as error:
        raise ContentError(
            N_("{identifier} holds no date of the calendar; read it again"),
            identifier=identifier,
        ) from error
    if adopted_on is not None and decided_on != adopted_on:
        raise ContentError(
            N_(
                "{identifier} holds the date {decided_on}, but the act was adopted on "
                "{adopted_on}; read both again, or leave the identifier out"
            ),
            identifier=identifier,
            decided_on=decided_on,
            adopted_on=adopted_on,
        )
