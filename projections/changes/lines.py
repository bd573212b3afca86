"""What one line of the register says, and during which days it says so."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Literal, get_args

import msgspec

from projections.periods import Period

What = Literal[
    "member",
    "competence",
    "identity",
    "pending",
    "regime",
    "seat",
    "vacancy",
    "statutes",
    "conditions",
    "tariff",
    "budget",
    "contribution",
    "called",
    "paid",
]
WHATS: tuple[What, ...] = get_args(What)
"""What lines may be about, in the order they are shown."""

Value = Mapping[str, Any]
Name = tuple[What, str]
"""A line's name: what it is about, and its key."""


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One line; of one day, `what` and `key` together name no other.

    `because` lists the acts behind it, `opened` those by which it began to say so, and
    `closed` those by which it will say so no more.
    """

    what: What
    key: str
    member: str | None = None
    person: str | None = None
    value: Value
    because: tuple[str, ...] = ()
    opened: tuple[str, ...] = ()
    closed: tuple[str, ...] = ()

    @property
    def name(self) -> Name:
        """Tell the name by which two days are compared."""
        return self.what, self.key


class Held(msgspec.Struct, frozen=True):
    """A line, and the time during which the register holds it."""

    line: Line
    period: Period


def numbered(found: Iterable[Held]) -> list[Held]:
    """Tell apart lines of one name that hold at the same time: they get a number."""
    ends: dict[Name, list[date]] = {}
    kept = []
    for held in sorted(found, key=_order):
        line, until = held.line, held.period.until or date.max
        taken = ends.setdefault(line.name, [])
        place = next(
            (number for number, end in enumerate(taken) if end <= held.period.from_),
            len(taken),
        )
        taken[place : place + 1] = [until]
        if place:
            line = msgspec.structs.replace(line, key=f"{line.key} {place + 1}")
        kept.append(Held(line, held.period))
    return kept


def _order(held: Held) -> tuple[str, str, date, int]:
    """Order by name, then by time; of those that begin together the longest first."""
    until = held.period.until or date.max
    return (*held.line.name, held.period.from_, -until.toordinal())
