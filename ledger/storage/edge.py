"""The edge of the tree as it is stored: the hashes of its peaks."""

from collections.abc import Mapping

from ledger.proof.merkle import HASH_SIZE, Frontier, peaks
from ledger.storage.positions import Ask
from ledger.unfit import BrokenTreeError

_ROWS = "SELECT position, hashes FROM tree_nodes WHERE position IN ({})"


def edge(ask: Ask, size: int) -> Frontier:
    """Give the edge of the tree over the first `size` entries.

    Raises:
        BrokenTreeError: a row of it is not there, or too short.
    """
    named = peaks(size)
    if not named:
        return Frontier()
    positions = {f"p{level}": row_of(level, number) for level, number in named}
    names = ", ".join(f":{name}" for name in positions)
    # What is no row of bytes is as good as none.
    hashes = {
        position: found
        for position, found in ask(_ROWS.format(names), positions)
        if isinstance(found, bytes)
    }
    return Frontier(size, [cut(hashes, level, number) for level, number in named])


def row_of(level: int, number: int) -> int:
    """Tell the entry that completed a node."""
    return (number + 1) << level


def cut(hashes: Mapping[int, bytes], level: int, number: int) -> bytes:
    """Cut a node out of the row that holds it.

    Raises:
        BrokenTreeError: the row is not there, or too short.
    """
    position = row_of(level, number)
    found = hashes.get(position, b"")[level * HASH_SIZE : (level + 1) * HASH_SIZE]
    if len(found) != HASH_SIZE:
        raise BrokenTreeError(position=position)
    return found
