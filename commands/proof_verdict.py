"""What came of checking a proof, as scripts read it."""

from functools import cache
from importlib.metadata import version
from typing import Any

import msgspec

from ledger.events.event import name_of
from ledger.mapper import Entry, plain
from ledger.proof.proof_fault import ProofFault
from ledger.proof.seal_audit import Seal


class Under(msgspec.Struct, frozen=True):
    """The checkpoint a proof is under, and who is said to have signed it."""

    size: int
    origin: str
    short: str
    signed_by: tuple[str, ...]


class Told(msgspec.Struct, frozen=True):
    """An entry of a proof, as scripts read it."""

    position: int
    recorded_at: str
    recorded_by: str
    act: str
    type: str
    data: dict[str, Any]


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """What a proof says, and all that is wrong with it."""

    holds: bool
    question: str | None = None
    known_at: str | None = None
    rules: str | None = None
    derived_by: str
    checkpoint: Under | None = None
    signatures_checked: bool
    entries: tuple[Told, ...] = ()
    answer: msgspec.Raw | None = None
    faults: tuple[ProofFault, ...] = ()


@cache
def rules() -> str:
    """Name this program and its version, by whose rules answers are derived."""
    return f"smo-ledger {version('smo-ledger')}"


def told(entry: Entry) -> Told:
    """Tell what an entry says."""
    return Told(
        entry.position,
        entry.recorded_at,
        entry.recorded_by,
        entry.act,
        name_of(entry.event),
        plain(entry.event),
    )


def under(seal: Seal) -> Under:
    """Tell what a seal is over, and by whom."""
    checkpoint = seal.checkpoint
    signed_by = tuple(one.name for one in seal.note.signatures)
    return Under(checkpoint.size, checkpoint.origin, checkpoint.short, signed_by)
