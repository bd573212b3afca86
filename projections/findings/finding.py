"""A finding: what was seen in acts already recorded, by which rule, and what to do.

Each rule is a class, as a refusal is: its name, its severity, the article behind it,
one sentence that says what was seen with its values, and one that says what to do.
"""

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar, Literal, Protocol, Self

import msgspec

from ledger.clauses import Clause
from ledger.errors import LedgerError
from ledger.language import translate as _
from projections.money.cents import shown_price

Severity = Literal["irregularity", "unknown", "notice"]
"""Something is missed or broken; is not on record; or is good to know."""

Write = Callable[[date | Decimal], str]
"""Writes a day, or an amount in euros, for whoever reads it."""


class Phrase(msgspec.Struct, frozen=True):
    """A part of a sentence, itself composed and translated when it is shown."""

    text: str
    values: dict[str, Any] = {}


class Because(msgspec.Struct, frozen=True):
    """A whole sentence that becomes the end of another: without its full stop."""

    text: str
    values: dict[str, Any] = {}


class Reason(msgspec.Struct, frozen=True):
    """What a refusal says it saw, without what it says to do: its last sentence."""

    error: LedgerError


class Told(msgspec.Struct, frozen=True):
    """A finding as it is shown; the JSON of specification section 13."""

    rule: str
    severity: Severity
    act: str | None
    member: str | None
    article: str
    message: str
    remedy: str


class Cites(Protocol):
    """Writes where clauses stand on a day; None is the day that is looked at."""

    def __call__(
        self, clauses: Iterable[Clause], on: date | None, competences: tuple[str, ...]
    ) -> str:
        """Write it in the language spoken now."""


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """What was seen.

    It cites `clauses` of the statutes or the conditions, or else an `article` of
    another text: as they stand `on` a day, the conditions those of `competences`.
    """

    rule: ClassVar[str]
    severity: ClassVar[Severity]
    article: ClassVar[str] = ""
    clauses: ClassVar[tuple[Clause, ...]] = ()
    sentence: ClassVar[str]
    remedy: ClassVar[str]

    act: str | None = None
    member: str | None = None
    on: date | None = None
    competences: tuple[str, ...] = ()
    values: dict[str, Any] = {}

    @classmethod
    def seen(
        cls,
        act: str | None,
        member: str | None = None,
        *,
        on: date | None = None,
        about: tuple[str, ...] = (),
        **values: Any,
    ) -> Self:
        """Make a finding about an act, with the values of its sentence.

        What it cites is cited as it stood `on` a day, `about` some competences.
        """
        return cls(act=act, member=member, on=on, competences=about, values=values)

    @property
    def name(self) -> str:
        """Tell the rule's name."""
        return self.rule

    def cited(self, cite: Cites) -> str:
        """Tell the article behind the rule, as the version of the day numbers it."""
        if not self.clauses:
            return _(self.article)
        return cite(self.clauses, self.on, self.competences)

    @property
    def saying(self) -> tuple[str, str | None, str | None, str]:
        """Tell what makes a finding the same: rule, act, member and sentence."""
        return self.name, self.act, self.member, self.message(plainly)

    def message(self, write: Write) -> str:
        """Say what was seen in the language spoken now."""
        named = {"act": self.act, "member": self.member, **self.values}
        return said(Phrase(self.sentence, named), write)

    def told(self, write: Write, cite: Cites) -> Told:
        """Say it in the language spoken now."""
        return Told(
            rule=self.name,
            severity=self.severity,
            act=self.act,
            member=self.member,
            article=self.cited(cite),
            message=self.message(write),
            remedy=_(self.remedy),
        )


def plainly(value: date | Decimal) -> str:
    """Write a day or an amount as scripts read it.

    >>> plainly(date(2024, 6, 30)), plainly(Decimal("1.3"))
    ('2024-06-30', '1.30 €')
    """
    return value.isoformat() if isinstance(value, date) else f"{shown_price(value)} €"


def said(value: Any, write: Write) -> str:
    """Say a value of a sentence: a phrase, several of something, a day, an amount."""
    match value:
        case Phrase(text=text, values=values):
            parts = {name: said(part, write) for name, part in values.items()}
            return _(text).format(**parts)
        case Because(text=text, values=values):
            return said(Phrase(text, values), write).removesuffix(".")
        case Reason(error=error):
            told = {name: said(part, write) for name, part in error.shown().items()}
            return _(error.sentence).rpartition(". ")[0].format(**told)
        case tuple() | list():
            return ", ".join(said(part, write) for part in value)
        case date() | Decimal():
            return write(value)
        case _:
            return str(value)
