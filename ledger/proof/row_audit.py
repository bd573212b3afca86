"""What is wrong with one row: its hash, its tags, that it is there at all."""

from collections.abc import Iterator
from typing import Any

import msgspec

from ledger.mapper import tags_carried
from ledger.proof.audit_page import AuditRow
from ledger.proof.fault import Fault
from ledger.proof.merkle import leaf_hash
from ledger.storage.entry import StoredEntry, hashed_form
from ledger.unfit import UnreadableEntryError


def leaf_of(entry: StoredEntry) -> bytes:
    """Hash an entry as it is now; what is no text has no such hash."""
    try:
        return leaf_hash(hashed_form(entry))
    except (UnicodeEncodeError, msgspec.MsgspecError, TypeError):
        return b"?"


def tag_faults(row: AuditRow) -> Iterator[Fault]:
    """Compare the index of tags with what the entry carries."""
    if not row.entries:
        return
    try:
        carried = frozenset(tags_carried(row.entries[0]))
    except UnreadableEntryError:
        return  # the entry has been changed, and that is said
    if carried == row.tags:
        return
    for tag in sorted(carried - row.tags):
        yield Fault("tag.missing", row.position, "entry_tags", {"tag": tag})
    for tag in sorted(row.tags - carried):
        yield Fault("tag.stray", row.position, "entry_tags", {"tag": tag})


def strays(row: AuditRow) -> Iterator[Fault]:
    """Name what stands at a position where nothing can be, or at what is none."""
    at: Any = row.position
    position = at if isinstance(at, int) else None
    if row.entries:
        yield Fault("entry.stray", position, "entries")
    if row.nodes:
        yield Fault("tree.stray", position, "tree_nodes")
    for tag in sorted(row.tags):
        yield Fault("tag.stray", position, "entry_tags", {"tag": tag})
