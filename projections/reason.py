"""Why is something so? A decision of law says it: a rule, its values, a day.

Whoever decides returns its reasons; the acts behind an answer, the steps of `why`, what
was presumed and what was refused are read from them, and nothing is decided twice.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal, TypeAlias

import msgspec

from ledger.clauses import Clause, Text

Code: TypeAlias = Literal["CGCT", "CRPA", "CJA"]
"""A code of the law; its articles are the same for every syndicate."""


class Institution(msgspec.Struct, frozen=True):
    """An institution, by id; said by its name on a day, that of the reason if None."""

    id: str
    on: date | None = None


class Person(msgspec.Struct, frozen=True):
    """A person, by id; said by name."""

    id: str


class Competence(msgspec.Struct, frozen=True):
    """A competence, by id; said as the statutes of the day label it."""

    id: str


Value: TypeAlias = str | int | date | tuple[str, ...] | None
"""What a sentence is said of, as people and scripts read it."""

Named: TypeAlias = (
    Institution | Person | Competence | tuple[Institution, ...] | tuple[Person, ...]
)
"""What is known by an id, and said by a name that depends on the day."""


class Rule(msgspec.Struct, frozen=True):
    """What a reason may say: a code for scripts, a sentence for people, and its source.

    The source is a clause of the statutes or of the conditions, or an article of a code
    of law; of a `law` without article, the one the author of the act is under.
    """

    code: str
    sentence: str
    clause: Clause | None = None
    law: Code | None = None
    article: str | None = None

    def of(self, on: date | None = None, /, **values: Value | Named) -> "Reason":
        """Say it of these values, as it stood on a day (None: the day asked about)."""
        return Reason(self, on, tuple(values.items()))

    def under(self, clause: Clause | None) -> "Rule":
        """Rest it on another clause, or on none."""
        return msgspec.structs.replace(self, clause=clause, law=None, article=None)

    def by_law(self, code: Code, article: str) -> "Rule":
        """Rest it on an article of a code of law."""
        return msgspec.structs.replace(self, clause=None, law=code, article=article)


class Reason(msgspec.Struct, frozen=True):
    """A rule, the day as of which it is said, and what it is said of."""

    rule: Rule
    on: date | None
    values: tuple[tuple[str, Value | Named], ...]

    @property
    def acts(self) -> tuple[str, ...]:
        """List the acts it names."""
        return tuple(_acts(self.values))


class Said(msgspec.Struct, frozen=True):
    """A sentence with its values: the code is for scripts."""

    says: str
    sentence: str
    values: dict[str, Value]


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One step from the acts to the answer, as it is shown.

    `statutes` is the version in force on the day the step is about, `carried_from` the
    one whose text its rules are, where its own is not on record. `conditions` is the
    version whose article is cited, where the conditions say it. With a `text` and no
    `article`, the article is not on record.
    """

    article: str | None
    text: Text | Code | None
    statutes: str | None
    carried_from: str | None
    says: str
    sentence: str
    values: dict[str, Value]
    conditions: str | None = None


def say(rule: Rule, **values: Value) -> Said:
    """Say a rule's sentence of these values."""
    return Said(rule.code, rule.sentence, values)


ACTS = ("act", "acts", "ruling", "rulings", "reference")
"""The values of a sentence that are references of acts."""


def because(reasons: Iterable[Reason]) -> tuple[str, ...]:
    """List the acts that reasons name, each once, in their order."""
    return tuple(dict.fromkeys(act for one in reasons for act in one.acts))


def _acts(values: Iterable[tuple[str, Value | Named]]) -> Iterator[str]:
    for name, value in values:
        if name not in ACTS:
            continue
        if isinstance(value, str):
            yield value
        elif isinstance(value, tuple):
            yield from (one for one in value if isinstance(one, str))
