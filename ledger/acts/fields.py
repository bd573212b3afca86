"""What an act says of itself: its dates, its publicity, its documents.

`ActRegistered`, in the catalogue, is what is stored of it beside its vote and its
decisions (specification section 3).
"""

import re
from datetime import date
from pathlib import PurePath
from typing import Annotated, Literal

from msgspec import Meta

from ledger import meaning
from ledger.editions import FIRST
from ledger.excusable import ExcusableRule
from ledger.language import N_
from ledger.terms import (
    ContentError,
    Matter,
    Nature,
    Ordinal,
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

    on: Annotated[date | None, meaning.PUBLISHED_ON] = None
    mode: Annotated[Mode | None, meaning.MODE] = None


class Irregularity(Part, frozen=True, kw_only=True):
    """A rule the act is known to break, accepted at recording for a reason."""

    rule: Annotated[ExcusableRule, meaning.RULE]
    reason: Annotated[Text, meaning.REASON]


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

    act: Annotated[Reference, meaning.REFERENCE]
    title: Annotated[Text | None, meaning.TITLE] = None
    nature: Annotated[Nature, meaning.NATURE] = "DE"
    matter: Annotated[Matter | None, meaning.MATTER] = None
    source: Annotated[Text | None, meaning.SOURCE] = None
    note: Annotated[Text | None, meaning.NOTE] = None
    convened_on: Annotated[date | None, meaning.CONVENED_ON] = None
    adopted_on: Annotated[date | None, meaning.ADOPTED_ON] = None
    sent_on: Annotated[date | None, meaning.SENT_ON] = None
    received_on: Annotated[date | None, meaning.RECEIVED_ON] = None
    prefecture_id: Annotated[PrefectureId | None, meaning.PREFECTURE_ID] = None
    published: Annotated[tuple[Publication, ...], meaning.PUBLISHED] = ()
    executory_on: Annotated[date | None, meaning.EXECUTORY_ON] = None
    executory_basis: Annotated[
        Literal["certified", "presumed"] | None, meaning.EXECUTORY_BASIS
    ] = None
    session: Annotated[SessionReference | None, meaning.SESSION_OF_ACT] = None
    documents: Annotated[tuple[DocumentFile, ...], meaning.DOCUMENTS] = ()
    irregular: Annotated[tuple[Irregularity, ...], meaning.IRREGULAR] = ()
    edition: Annotated[Ordinal | None, meaning.EDITION] = None

    @property
    def recorded_under(self) -> int:
        """Tell under which edition of the rules an act on record was recorded."""
        return FIRST if self.edition is None else self.edition

    def excuses(self, rule: str) -> bool:
        """Tell whether it says of itself, under `irregular`, that it breaks a rule."""
        return any(one.rule == rule for one in self.irregular)

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
