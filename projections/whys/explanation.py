"""What an explanation is: the answer, its steps, its acts, and what is missing.

Every sentence is a rule: a code for scripts, a template for people, and the article
behind it. The values a template needs stand beside it; the terminal says them.
"""

from datetime import date
from typing import Any, Literal

import msgspec

from projections.acts.consequences import Aftermath
from projections.missing import Missing
from projections.switches import Switch

Answer = Literal["yes", "no", "not established"]
Text = Literal["statutes", "conditions", "CGCT", "CRPA"]
Basis = Literal["computed", "certified", "presumed"]
Value = str | int | date | tuple[str, ...] | None


class Rule(msgspec.Struct, frozen=True):
    """What a step may say: its code, its sentence, the text and article behind it."""

    code: str
    sentence: str
    article: str | None = None
    text: Text | None = None


class Said(msgspec.Struct, frozen=True):
    """A sentence with its values: the code is for scripts."""

    says: str
    sentence: str
    values: dict[str, Value]


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One step from the acts to the answer.

    `statutes` is the version in force on the day the step is about, `carried_from` the
    one whose text its rules are, where its own is not on record. `conditions` is the
    version whose article is cited, where the conditions say it.
    """

    article: str | None
    text: Text | None
    statutes: str | None
    carried_from: str | None
    says: str
    sentence: str
    values: dict[str, Value]
    conditions: str | None = None


class Lacking(msgspec.Struct, frozen=True):
    """A missing fact, the act it concerns, and the authority it is to be had from."""

    act: str | None
    fact: str
    from_: str = msgspec.field(name="from")


class Behind(msgspec.Struct, frozen=True, kw_only=True):
    """An act behind the answer, where it stands in the ledger, what became of it."""

    act: str
    title: str | None
    source: str | None
    adopted_on: date | None
    executory_on: date | None
    executory_basis: Basis | None
    missing: tuple[Missing, ...]
    note: str | None
    positions: tuple[int, ...]
    corrections: tuple[str, ...]


class Reasons(msgspec.Struct, frozen=True, kw_only=True):
    """What one kind of question answers on a day, before the acts are looked up."""

    answer: Answer
    headline: Said
    value: Any = None
    because: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    missing: tuple[Missing, ...] = ()
    switches: tuple[Switch, ...] = ()


class Explanation(msgspec.Struct, frozen=True, kw_only=True):
    """An answer and all that is behind it (specification sections 12 and 16).

    `established` is false where what is asked is not so, or cannot be established;
    `answer` tells which. `consequences` is what followed from what became of an act,
    or from what it makes of others, where an act is asked about.
    """

    question: str
    at: date
    known_at: str
    established: bool
    answer: Answer
    value: Any
    says: str
    sentence: str
    values: dict[str, Value]
    because: tuple[str, ...]
    steps: tuple[Step, ...]
    missing: tuple[Lacking, ...]
    acts: tuple[Behind, ...]
    switches: tuple[Switch, ...]
    consequences: tuple[Aftermath, ...] = ()


def say(rule: Rule, **values: Value) -> Said:
    """Say a rule's sentence of these values."""
    return Said(rule.code, rule.sentence, values)
