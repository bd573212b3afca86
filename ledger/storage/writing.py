"""How events and documents are written, many rows at a time."""

import hashlib
from collections.abc import Mapping, Sequence
from functools import lru_cache

import msgspec
from eventsourcing.dcb.api import DCBEvent
from eventsourcing.persistence import ProgrammingError
from sqlalchemy import Connection, Dialect, insert, select

from ledger.proof.merkle import leaf_hash
from ledger.storage.entry import StoredEntry, hashed_form
from ledger.storage.schema import documents, entries, entry_tags, tree_nodes
from ledger.storage.tree import frontier

CHUNK = 5_000
"""Events written at a time: memory stays flat however many there are."""

_PARAMETERS = {"sqlite": "qmark", "postgresql": "format"}
"""How the drivers take plain tuples, without a dictionary for each of 80,000 rows."""


class Stamp(msgspec.Struct, frozen=True):
    """When and by whom, as every entry of one append has it."""

    recorded_at: str
    recorded_by: str


def write_events(
    connection: Connection, events: Sequence[DCBEvent], stamp: Stamp, *, after: int
) -> int:
    """Write events at the positions that follow, grow the tree, tell the last one."""
    insert_entry, insert_tag, insert_nodes = _insertions(connection.dialect)
    at, by = stamp.recorded_at, stamp.recorded_by
    edge = frontier(connection, after)
    for start in range(0, len(events), CHUNK):
        rows: list[tuple[int, str, str, str, str, str]] = []
        tags: list[tuple[str, int]] = []
        leaves: list[bytes] = []
        chunk = events[start : start + CHUNK]
        for position, event in enumerate(chunk, after + start + 1):
            written = msgspec.json.encode(event.tags).decode()
            row = (position, at, by, event.type, written, event.data.decode())
            rows.append(row)
            leaves.append(leaf_hash(hashed_form(StoredEntry(*row))))
            # The index needs a tag once, whether or not it was written twice.
            tags.extend((tag, position) for tag in dict.fromkeys(event.tags))
        connection.exec_driver_sql(insert_entry, rows)
        nodes = enumerate(edge.extend(leaves), after + start + 1)
        connection.exec_driver_sql(insert_nodes, [*nodes])
        if tags:
            connection.exec_driver_sql(insert_tag, tags)
    return after + len(events)


@lru_cache(maxsize=4)
def _insertions(used: Dialect) -> tuple[str, str, str]:
    """Write the statements by which a dialect inserts an entry, a tag, its nodes."""
    dialect = type(used)(paramstyle=_PARAMETERS[used.name])  # type: ignore[call-arg]
    insert_entry, insert_tag, insert_nodes = (
        str(insert(table).compile(dialect=dialect))
        for table in (entries, entry_tags, tree_nodes)
    )
    return insert_entry, insert_tag, insert_nodes


def write_documents(connection: Connection, given: Mapping[str, bytes]) -> None:
    """Write the documents that are not there yet."""
    for sha256, content in given.items():
        if hashlib.sha256(content).hexdigest() != sha256:
            msg = f"a document was given as {sha256}, which is not its SHA-256"
            raise ProgrammingError(msg)
        there = select(documents.c.sha256).where(documents.c.sha256 == sha256)
        if connection.scalar(there) is None:
            connection.execute(insert(documents).values(sha256=sha256, content=content))
