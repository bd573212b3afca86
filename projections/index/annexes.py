"""What do the annexes say on a day, looked up in the lines an index keeps?

The very answers of `register/annexes.py`, from lines made there; nothing that derives
them is loaded.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypeAlias

import msgspec

from projections.periods import next_day
from projections.register.answers import (
    ON_ANNEX_1,
    Annex1,
    Annex2,
    Associate,
    Member,
    Pending,
    Transfer,
)

QUESTION = "annexes"
PARTS = {
    "1": ("members", "associates", "undated", "pending", "awaited", "statutes"),
    "2": ("transfers", "unnamed", "pending", "statutes"),
}
"""Which parts of the index each annex shows."""

Lines: TypeAlias = Mapping[str, Sequence[str]]

_members = msgspec.json.Decoder(tuple[Member, ...])
_associates = msgspec.json.Decoder(tuple[Associate, ...])
_transfers = msgspec.json.Decoder(tuple[Transfer, ...])
_pending = msgspec.json.Decoder(tuple[Pending, ...])


class _Version(msgspec.Struct, frozen=True):
    version: str


_versions = msgspec.json.Decoder(tuple[_Version, ...])


def indexed_annex_1(lines: Lines, at: date, position: int) -> Annex1:
    """Put annex 1 together from the lines of a day."""
    in_force = _versions.decode(array_of(lines["statutes"]))
    waiting = _pending.decode(array_of(lines["pending"]))
    return Annex1(
        annex=1,
        at=at,
        from_=at,
        until=next_day(at),
        known_at=f"#{position}",
        statutes=in_force[0].version if in_force else None,
        members=_members.decode(array_of(lines["members"])),
        associates=_associates.decode(array_of(lines["associates"])),
        pending=(
            *_pending.decode(array_of(lines["undated"])),
            *(one for one in waiting if one.procedure in ON_ANNEX_1),
            *_pending.decode(array_of(lines["awaited"])),
        ),
    )


def indexed_annex_2(lines: Lines, at: date, position: int) -> Annex2:
    """Put annex 2 together from the lines of a day."""
    waiting = [*lines["unnamed"], *lines["pending"]]
    return Annex2(
        annex=2,
        at=at,
        from_=at,
        until=next_day(at),
        known_at=f"#{position}",
        transfers=_transfers.decode(array_of(lines["transfers"])),
        pending=_pending.decode(array_of(waiting)),
    )


def array_of(lines: Sequence[str]) -> str:
    """Write the lines as one JSON array."""
    return f"[{','.join(lines)}]"
