"""What is read again: all that the tables hold at some positions."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

import msgspec

from ledger.mapper import act_of, tags_carried
from ledger.storage.entry import StoredEntry

NOWHERE = float("inf")
"""Stands for a position that is no number."""

T = TypeVar("T")


class AuditRow(msgspec.Struct, frozen=True, gc=False):
    """All that the tables hold at one position."""

    position: int
    entries: tuple[StoredEntry, ...]
    nodes: tuple[bytes, ...]
    tags: frozenset[str]


class AuditPage(msgspec.Struct, frozen=True):
    """All that they hold at the positions of a page, each table in order."""

    entries: list[StoredEntry]
    nodes: list[tuple[int, bytes]]
    tags: list[tuple[int, str]]

    def follows(self, size: int) -> bool:
        """Tell whether it is of entries and their hashes, one by one after so many."""
        places = list(range(size + 1, size + 1 + len(self.entries)))
        return [entry.position for entry in self.entries] == places and [
            position for position, _hashes in self.nodes
        ] == places

    def hashes(self) -> list[bytes]:
        """List the rows of the tree."""
        return [hashes for _position, hashes in self.nodes]

    def carried(self) -> list[tuple[int, str]]:
        """List the tags that the entries carry, as their index must have them.

        Raises:
            UnreadableEntryError, ValueError: one carries none, or not its act's first.
        """
        found: list[tuple[int, str]] = []
        for entry in self.entries:
            tags = tags_carried(entry)
            act_of(tags)
            found += [(entry.position, tag) for tag in sorted(set(tags))]
        return found

    def rows(self) -> Iterator[AuditRow]:
        """Give what stands at each position, in order."""
        entries = _by_position([(entry.position, entry) for entry in self.entries])
        nodes, tags = _by_position(self.nodes), _by_position(self.tags)
        for position in sorted({*entries, *nodes, *tags}):
            yield AuditRow(
                position,
                tuple(entries.get(position, ())),
                tuple(nodes.get(position, ())),
                frozenset(tags.get(position, ())),
            )


def _by_position(rows: Iterable[tuple[int, T]]) -> dict[int, list[T]]:
    """Gather what stands at the same position."""
    found: dict[int, list[T]] = {}
    for position, value in rows:
        found.setdefault(position, []).append(value)
    return found
