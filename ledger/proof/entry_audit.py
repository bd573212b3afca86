"""Every entry against its row of the tree and its tags, in one pass, in flat memory."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec

from ledger.errors import LedgerError
from ledger.events.catalogue import StoredEvent
from ledger.mapper import event_of, from_stored
from ledger.proof.audit_page import AuditPage, AuditRow
from ledger.proof.fault import Fault
from ledger.proof.merkle import (
    HASH_SIZE,
    Frontier,
    leaf_hash,
    levels_completed,
    node_hash,
    peaks,
)
from ledger.proof.row_audit import leaf_of, strays, tag_faults
from ledger.storage.entry import StoredEntry, hashed_form, is_utc_text

MAX_CANDIDATES = 4
"""Hashes a node may have while it is unknown which of two rows was touched."""


class EntryAudit:
    """Walks the entries; knows afterwards what the tree is, and what is cited."""

    def __init__(self, sizes: Iterable[int] = ()) -> None:
        """Walk, and remember the head of the tree at these sizes."""
        self.size = 0
        self.roots: dict[int, bytes] = {}
        self.cited: dict[str, int] = {}
        self._wanted = frozenset(sizes)
        self._content = Frontier()
        self._edge: dict[int, set[bytes]] = {}
        self._last_at = ""
        self._is_whole = True
        self._is_sound = True

    @property
    def root(self) -> bytes:
        """Give the head over the entries as they are now."""
        return self._content.root()

    def walk(self, pages: Iterable[AuditPage]) -> Iterator[Fault]:
        """Tell what is wrong, position after position.

        A page that is whole, as nearly all are, is gone past in a few sweeps.
        """
        for page in pages:
            if not self._passes(page):
                yield from self._walk(page.rows())

    def _passes(self, page: AuditPage) -> bool:
        """Go past a page if all of it is as it must be; else stay before it."""
        if not (self._is_whole and self._is_sound and page.follows(self.size)):
            return False
        content = Frontier(self._content.size, self._content.hashes)
        try:
            leaves = [leaf_hash(hashed_form(entry)) for entry in page.entries]
            completed, roots = self._grown(content, leaves)
            if completed != page.hashes() or page.carried() != page.tags:
                return False
            last_at = _last_time(page.entries, self._last_at)
            cited = [_cited(one, event_of(one)) for one in page.entries]
        except (msgspec.MsgspecError, ValueError, TypeError, LedgerError):
            return False
        if last_at is None:
            return False
        self.size, self._content, self._last_at = content.size, content, last_at
        self.roots |= roots
        for position, names in enumerate(cited, self.size - len(cited) + 1):
            for name in names:
                self.cited.setdefault(name, position)
        return True

    def _grown(
        self, content: Frontier, leaves: list[bytes]
    ) -> tuple[list[bytes], dict[int, bytes]]:
        """Grow a tree by leaves; give what each completed, and the heads wanted."""
        start, end = content.size, content.size + len(leaves)
        stops = sorted(size for size in self._wanted if start < size <= end)
        completed, roots = [], {}
        for stop in (*stops, end):
            completed += content.extend(leaves[content.size - start : stop - start])
            if stop in self._wanted:
                roots[stop] = content.root()
        return completed, roots

    def _walk(self, rows: Iterable[AuditRow]) -> Iterator[Fault]:
        for row in rows:
            is_next = row.position == self.size + 1
            # What stands apart, and not as entry and hash together, was put there.
            if row.position < 1 or not (is_next or (row.entries and row.nodes)):
                yield from strays(row)
                continue
            if not (row.entries or row.nodes):
                yield from strays(row)
                continue
            if not is_next:
                yield self._gap(row.position)
            self.size = row.position
            yield from self._judge(row)
            if self.size in self._wanted and self._is_whole:
                self.roots[self.size] = self._content.root()

    def _gap(self, next_position: int) -> Fault:
        first, last = self.size + 1, next_position - 1
        self._edge.clear()
        self._is_whole = False
        if first == last:
            return Fault("entry.missing", first, "entries")
        return Fault("entry.many-missing", first, "entries", {"until": str(last)})

    def _judge(self, row: AuditRow) -> Iterator[Fault]:
        position = row.position
        if len(row.entries) > 1 or len(row.nodes) > 1:
            yield Fault("entry.stray", position, "entries")
        stored = row.nodes[0] if row.nodes else b""
        leaf = stored[:HASH_SIZE]
        if row.entries:
            found = leaf_of(row.entries[0])
            if row.nodes and found != leaf:
                yield Fault("entry.changed", position, "entries")
            else:
                yield from self._read(row.entries[0])
            if not row.nodes:
                yield Fault("tree.missing", position, "tree_nodes")
        else:
            yield Fault("entry.missing", position, "entries")
            found = leaf
        yield from self._grow(row, found, stored)
        yield from tag_faults(row)

    def _grow(self, row: AuditRow, leaf: bytes, stored: bytes) -> Iterator[Fault]:
        """Check the nodes an entry completed.

        Where entry and leaf disagree, either may be the one that was touched: a node
        above is right if it fits any of them.
        """
        if self._fits(row, leaf, stored):
            return
        levels = levels_completed(row.position)
        cuts = [
            stored[level * HASH_SIZE : (level + 1) * HASH_SIZE]
            for level in range(levels)
        ]
        is_odd = bool(row.nodes) and len(stored) != levels * HASH_SIZE
        below = {leaf, cuts[0]} - {b""}
        for level in range(1, levels):
            lefts = self._edge.pop(level - 1, set())
            above = {node_hash(left, right) for left in lefts for right in below}
            kept = cuts[level]
            if kept in above or not above:
                below = {kept} - {b""}
                continue
            is_odd = is_odd or bool(row.nodes)
            below = set(sorted(above)[:MAX_CANDIDATES])
        self._edge[levels - 1] = below
        if is_odd:
            yield Fault("tree.changed", row.position, "tree_nodes")

    def _fits(self, row: AuditRow, leaf: bytes, stored: bytes) -> bool:
        """Grow the tree; tell whether the row is what it must be, and all before it.

        As long as that is so, the edge of what is stored is that of the content.
        """
        if not self._is_whole:
            return False
        size, edge = self._content.size, self._content.hashes
        completed = self._content.append(leaf)
        if self._is_sound and len(row.nodes) == 1 and completed == stored:
            return True
        if self._is_sound:
            levels = (level for level, _number in peaks(size))
            self._edge = {
                level: {found} for level, found in zip(levels, edge, strict=True)
            }
            self._is_sound = False
        return False

    def _read(self, entry: StoredEntry) -> Iterator[Fault]:
        """Check what an entry says that is as it was recorded."""
        at = entry.recorded_at
        if at != self._last_at and (at < self._last_at or not is_utc_text(at)):
            yield Fault("entry.time", entry.position, "entries")
        else:
            self._last_at = at
        try:
            event = from_stored(entry).event
        except LedgerError as error:
            reason = {"reason": str(error.values.get("reason", error))}
            yield Fault("entry.unreadable", entry.position, "entries", reason)
            return
        for sha256 in _cited(entry, event):
            self.cited.setdefault(sha256, entry.position)


def _last_time(entries: Sequence[StoredEntry], last: str) -> str | None:
    """Follow the times of entries; None where one is earlier than that before it."""
    for entry in entries:
        at = entry.recorded_at
        if at != last and (at < last or not is_utc_text(at)):
            return None
        last = at
    return last


def _cited(entry: StoredEntry, event: StoredEvent) -> Iterable[str]:
    """Find the SHA-256 of every document an entry names; nearly none names one."""
    return _cited_in(msgspec.to_builtins(event)) if '"sha256"' in entry.data else ()


def _cited_in(value: Any) -> Iterator[str]:
    """Find the SHA-256 of every document an event names."""
    if isinstance(value, dict):
        if isinstance(value.get("sha256"), str):
            yield value["sha256"]
        for inner in value.values():
            yield from _cited_in(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _cited_in(inner)
