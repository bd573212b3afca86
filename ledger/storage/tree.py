"""The tree of hashes as it is stored: its edge, and any node of it."""

from sqlalchemy import Connection, select

from ledger.errors import BrokenTreeError
from ledger.proof.merkle import HASH_SIZE, Frontier, Node, peaks
from ledger.storage.schema import tree_nodes


def frontier(connection: Connection, size: int) -> Frontier:
    """Give the edge of the tree over the first `size` entries."""
    named = peaks(size)
    rows = select(tree_nodes.c.position, tree_nodes.c.hashes).where(
        tree_nodes.c.position.in_([_row_of(level, number) for level, number in named])
    )
    hashes = dict(connection.execute(rows).all())
    return Frontier(size, [_cut(hashes, level, number) for level, number in named])


def node_of(connection: Connection) -> Node:
    """Give what reads the hash of a full node."""

    def node(level: int, number: int) -> bytes:
        position = _row_of(level, number)
        hashes = connection.scalar(
            select(tree_nodes.c.hashes).where(tree_nodes.c.position == position)
        )
        return _cut({position: hashes or b""}, level, number)

    return node


def _row_of(level: int, number: int) -> int:
    """Tell the entry that completed a node."""
    return (number + 1) << level


def _cut(hashes: dict[int, bytes], level: int, number: int) -> bytes:
    """Cut a node out of the row that holds it.

    Raises:
        BrokenTreeError: the row is not there, or too short.
    """
    position = _row_of(level, number)
    found = hashes.get(position, b"")[level * HASH_SIZE : (level + 1) * HASH_SIZE]
    if len(found) != HASH_SIZE:
        raise BrokenTreeError(position=position)
    return found
