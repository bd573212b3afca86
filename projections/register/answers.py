"""The annexes as they are answered: the fields scripts rely on (section 13).

Nothing is derived here, so that an answer that is looked up (`index/annexes.py`) need
not load what derives one (`annexes.py`).
"""

from datetime import date

import msgspec

from projections.missing import Missing

ON_ANNEX_1 = ("adhesion", "withdrawal")
"""The procedures that annex 1 shows while they are pending; annex 2 shows all."""


class Pending(msgspec.Struct, frozen=True):
    """A request, an approval, or both, that have not begun on the day asked about.

    `since` is the day it will begin, where that is established and nothing is missing:
    null, too, where what was agreed is known to end before that day.
    """

    member: str
    name: str
    competence: str | None
    procedure: str
    since: date | None
    missing: tuple[Missing, ...]


class Member(msgspec.Struct, frozen=True):
    """A line of annex 1. `presumed` names the acts held executory by presumption."""

    member: str
    name: str
    kind: str | None
    department: str | None
    siren: str | None
    since: date
    until: date | None
    because: tuple[str, ...]
    presumed: tuple[str, ...]


class Associate(msgspec.Struct, frozen=True):
    """An institution that attends without voting (art. 7); it is no member."""

    member: str
    name: str
    kind: str | None
    since: date
    until: date | None
    because: tuple[str, ...]
    presumed: tuple[str, ...]


class Transfer(msgspec.Struct, frozen=True):
    """A line of annex 2."""

    member: str
    name: str
    competence: str
    since: date
    until: date | None
    because: tuple[str, ...]
    presumed: tuple[str, ...]


class Annex1(msgspec.Struct, frozen=True):
    """The members on a date."""

    annex: int
    at: date
    from_: date = msgspec.field(name="from")
    until: date | None
    known_at: str
    statutes: str | None
    members: tuple[Member, ...]
    associates: tuple[Associate, ...]
    pending: tuple[Pending, ...]


class Annex2(msgspec.Struct, frozen=True):
    """The competences transferred, on a date."""

    annex: int
    at: date
    from_: date = msgspec.field(name="from")
    until: date | None
    known_at: str
    transfers: tuple[Transfer, ...]
    pending: tuple[Pending, ...]
