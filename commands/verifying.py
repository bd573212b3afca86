"""Verify a ledger: read everything again, and name whatever was touched."""

from collections.abc import Iterator
from hashlib import sha256

import msgspec

from commands.index_audit import index_faults
from commands.progress import Progress, silent
from ledger.proof.audit_page import AuditPage
from ledger.proof.checkpoint import short_form
from ledger.proof.entry_audit import EntryAudit
from ledger.proof.fault import Fault
from ledger.proof.keys import PublicKey
from ledger.proof.merkle import consistency_proof
from ledger.proof.seal_audit import (
    Heads,
    Seal,
    gone_faults,
    read_stored,
    seal_faults,
)
from ledger.storage.engine import Database
from ledger.storage.guards import guard_faults
from ledger.storage.rereading import Rereading, rereading
from ledger.storage.tree import node_of
from ledger.version import FORMAT_VERSION


class Offence(msgspec.Struct, frozen=True):
    """One thing that is wrong, as scripts read it."""

    rule: str
    position: int | None
    table: str
    message: str


class Sealed(msgspec.Struct, frozen=True):
    """A checkpoint, and who is said to have signed it."""

    size: int
    origin: str
    short: str
    signed_by: tuple[str, ...]
    stored: bool


class Growth(msgspec.Struct, frozen=True):
    """The proof that the tree grew from one size to another (RFC 9162, 2.1.4)."""

    from_: int = msgspec.field(name="from")
    to: int
    hashes: tuple[str, ...]


class Verification(msgspec.Struct, frozen=True):
    """What a ledger holds, and all that is wrong with it."""

    entries: int
    root: str
    short: str
    documents: int
    checkpoints: tuple[Sealed, ...]
    signatures_checked: bool
    growth: Growth | None
    faults: tuple[Offence, ...]

    @property
    def is_whole(self) -> bool:
        """Tell whether nothing is wrong."""
        return not self.faults


def verify(
    database: Database,
    *,
    since: Seal | None = None,
    key: PublicKey | None = None,
    progress: Progress = silent,
) -> Verification:
    """Read the whole ledger again, against its checkpoints, one given and a key."""
    with rereading(database) as reread:
        stored, faults = read_stored(reread.checkpoints())
        seals = _all(stored, since)
        audit = EntryAudit(one.checkpoint.size for one in seals)
        faults += audit.walk(_told(reread, progress))
        documents = _Documents(audit)
        faults += documents.walk(reread)
        faults += _format_faults(reread)
        faults += guard_faults(reread.connection)
        faults += seal_faults(seals, Heads(audit.size, audit.roots), key)
        if since is not None:
            faults += gone_faults(since, stored, audit.size)
        if not faults:  # of entries that were touched, nothing is derived
            faults += index_faults(reread.connection, database)
        growth = _growth(reread, since, audit.size) if not faults else None
    return Verification(
        entries=audit.size,
        root=audit.root.hex(),
        short=short_form(audit.size, audit.root),
        documents=documents.count,
        checkpoints=tuple(map(_sealed, seals)),
        signatures_checked=key is not None,
        growth=growth,
        faults=tuple(map(_offence, _in_order(faults))),
    )


def _told(reread: Rereading, progress: Progress) -> Iterator[AuditPage]:
    """Give the pages, and tell how many of the entries have been read again."""
    total, count = reread.head(), 0
    for page in reread.pages():
        yield page
        count += len(page.entries)
        progress("entries", count, total)


class _Documents:
    """Counts the documents while it checks them."""

    def __init__(self, audit: EntryAudit) -> None:
        self._audit = audit
        self.count = 0

    def walk(self, reread: Rereading) -> Iterator[Fault]:
        """Tell which documents were changed, dropped or put there."""
        missing = dict(self._audit.cited)
        for name, content in reread.documents():
            self.count += 1
            position = missing.pop(name, None)
            values = {"sha256": name}
            if content is None or sha256(content).hexdigest() != name:
                yield Fault("document.changed", position, "documents", values)
            elif position is None:
                yield Fault("document.stray", None, "documents", values)
        for name, position in missing.items():
            yield Fault("document.missing", position, "documents", {"sha256": name})


def _all(stored: list[Seal], given: Seal | None) -> list[Seal]:
    """Put the one given with those stored, unless it is one of them."""
    if given is None or any(one.note == given.note for one in stored):
        return stored
    return [*stored, given]


def _format_faults(reread: Rereading) -> Iterator[Fault]:
    found = reread.formats()
    if found != [FORMAT_VERSION]:
        values = {"found": ", ".join(map(str, found)), "known": str(FORMAT_VERSION)}
        yield Fault("format.changed", None, "ledger_format", values)


def _growth(reread: Rereading, since: Seal | None, size: int) -> Growth | None:
    if since is None or since.checkpoint.size == 0:
        return None
    old = since.checkpoint.size
    steps = consistency_proof(old, size, node_of(reread.connection))
    return Growth(old, size, tuple(step.hex() for step in steps))


def _in_order(faults: list[Fault]) -> list[Fault]:
    """Put what has a position first, in order."""
    return sorted(
        faults, key=lambda one: (one.position is None, one.position or 0, one.rule)
    )


def _offence(fault: Fault) -> Offence:
    return Offence(fault.rule, fault.position, fault.table, str(fault))


def _sealed(seal: Seal) -> Sealed:
    return Sealed(
        size=seal.checkpoint.size,
        origin=seal.checkpoint.origin,
        short=seal.checkpoint.short,
        signed_by=tuple(one.name for one in seal.note.signatures),
        stored=seal.number is not None,
    )
