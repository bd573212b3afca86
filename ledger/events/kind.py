"""What is declared once of each kind of decision, beside its fields.

Each struct of the catalogue has one `KIND`, in capitals because no field is: who may
take it, what people call it, what it bears on, from when it has effect, under which
question it is voted. Whoever asks reads it there; where kinds *behave* differently
(membership, seats, money), a `match` over the catalogue says so.
"""

from enum import Enum, Flag, auto
from typing import TypeAlias

import msgspec

from ledger.authorities import Authority
from ledger.votes import Question

# ------------------------------------------------------------------- who may take it
PREFECTURE = frozenset({Authority.PREFECTURE})
COMMITTEE = frozenset({Authority.COMMITTEE})
PRESIDENT = frozenset({Authority.PRESIDENT})
COLLEGE = frozenset({Authority.COLLEGE})
COURT = frozenset({Authority.COURT})
SECRETARIAT = frozenset({Authority.SECRETARIAT})
INSTITUTION = frozenset({Authority.INSTITUTION})
SYNDICATE = frozenset(kind for kind in Authority if kind.of_syndicate)
"""The syndicate's own bodies that adopt acts (CGCT L.5721-4)."""

ANYBODY = frozenset(Authority)


class Where(msgspec.Struct, frozen=True):
    """Further authorities, where a field of the decision has this value."""

    field: str
    value: str
    by: frozenset[Authority]


# ------------------------------------------------------------------- what it bears on
class Subject(Flag):
    """What a decision may change, now or in the past; several are joined with `|`."""

    EVERY_ANSWER = auto()
    """The frame of every answer, whether or not the answer names it."""

    IDENTITY = auto()
    """Who an institution is."""

    ANNEXES = auto()
    """A line of an annex. An index made at a position answers for another as long as no
    entry between the two bears on these, so recording never writes to it."""

    VOTES = auto()
    """Who sits, who may vote, how a vote is judged. A recording that fills a seat or
    holds a vote reads the acts that bear on these and no others, and its condition
    names their types (specification section 14)."""


NOTHING = Subject(0)


# ------------------------------------------------------------------- since when
class Named(msgspec.Struct, frozen=True):
    """The day a field of the decision names."""

    field: str


class NotBefore(msgspec.Struct, frozen=True):
    """The day the act is in force, but no sooner than the day a field names."""

    field: str


class SessionOf(msgspec.Struct, frozen=True):
    """The day the session that a field names was held."""

    field: str


class YearOf(msgspec.Struct, frozen=True):
    """The first day of the year a field names."""

    field: str


class SchoolYearOf(msgspec.Struct, frozen=True):
    """1 September of the school year a field names, if the secretariat learned it."""

    field: str


class OfAct(Enum):
    """A day of the act itself."""

    IN_FORCE = auto()
    ADOPTED = auto()


Reading: TypeAlias = Named | NotBefore | SessionOf | YearOf | SchoolYearOf | OfAct
"""One way to tell from which day a decision has effect (specification section 5)."""


# ------------------------------------------------------------------- what it is in law
class Character(Enum):
    """Whether a decision waits for its act to be in force, and may be contested."""

    DECIDES = auto()
    """It counts once its act is in force; it may be contested, and taken back."""

    STATES = auto()
    """It holds for the day or year it names, whether or not its act is in force."""

    PREPARES = auto()
    """It holds so too, and decides nothing by itself: nobody contests it."""


ORDINARILY: tuple[Question, ...] = ("ordinary", "accounts")
"""How whatever has no question of its own is voted (specification section 8)."""


class DecisionKind(msgspec.Struct, frozen=True, kw_only=True):
    """What is so of every decision of a kind.

    `label` is English, marked for translation. Of `effect_from` the first reading that
    gives a day counts; of `voted_as` the first question is meant where an act names
    none.
    """

    label: str
    by: frozenset[Authority]
    by_where: Where | None = None
    bears_on: Subject
    effect_from: tuple[Reading, ...]
    voted_as: tuple[Question, ...] = ORDINARILY
    character: Character = Character.DECIDES

    def authors(self, decision: msgspec.Struct) -> frozenset[Authority]:
        """Tell who may take this very decision, which is one of the kind."""
        where = self.by_where
        if where is None or getattr(decision, where.field) != where.value:
            return self.by
        return self.by | where.by
