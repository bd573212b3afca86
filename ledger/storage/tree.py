"""The tree of hashes as it is stored: its edge, and any node of it."""

from sqlalchemy import Connection, select

from ledger.proof.merkle import Frontier, Node
from ledger.storage.edge import cut, edge, row_of
from ledger.storage.engine import asking
from ledger.storage.schema import tree_nodes


def frontier(connection: Connection, size: int) -> Frontier:
    """Give the edge of the tree over the first `size` entries."""
    return edge(asking(connection), size)


def node_of(connection: Connection) -> Node:
    """Give what reads the hash of a full node."""

    def node(level: int, number: int) -> bytes:
        position = row_of(level, number)
        hashes = connection.scalar(
            select(tree_nodes.c.hashes).where(tree_nodes.c.position == position)
        )
        row = {position: hashes} if isinstance(hashes, bytes) else {}
        return cut(row, level, number)

    return node
