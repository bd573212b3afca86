"""The whole ledger read again, row by row as it is stored, under one snapshot.

What was tampered with may be no text at all: it is read all the same, so that it can be
named. Nothing is held but the rows at hand.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from itertools import chain
from typing import Any

from sqlalchemy import Connection, Engine, Select, select

from ledger.proof.entry_audit import AuditRow
from ledger.storage.engine import snapshot
from ledger.storage.entry import StoredEntry
from ledger.storage.schema import (
    checkpoints,
    documents,
    entries,
    entry_tags,
    ledger_format,
    tree_nodes,
)

PAGE = 1_000


class Rereading:
    """One snapshot of a ledger."""

    def __init__(self, connection: Connection) -> None:
        """Read on a connection that `rereading` gave."""
        self.connection = connection

    def rows(self) -> Iterator[AuditRow]:
        """Give all that stands at each position, in order."""
        by_position = (
            select(entries).order_by(entries.c.position),
            select(tree_nodes).order_by(tree_nodes.c.position),
            select(entry_tags.c.position, entry_tags.c.tag).order_by(
                entry_tags.c.position
            ),
        )
        streams = [_Ahead(self._stream(query, PAGE)) for query in by_position]
        in_entries, in_tree, in_tags = streams
        while ahead := [one.row[0] for one in streams if one.row is not None]:
            position = min(ahead)
            yield AuditRow(
                position,
                tuple([StoredEntry(*row) for row in in_entries.take(position)]),
                tuple([_bytes(row[1]) for row in in_tree.take(position)]),
                frozenset([str(row[1]) for row in in_tags.take(position)]),
            )

    def documents(self) -> Iterator[tuple[str, bytes]]:
        """Give every document under the name it is stored by."""
        # One at a time: a document may be large.
        query = select(documents).order_by(documents.c.sha256)
        for sha256, content in self._stream(query, 1):
            yield str(sha256), _bytes(content)

    def checkpoints(self) -> list[tuple[int, str]]:
        """Give every stored checkpoint with its number."""
        rows = self._stream(select(checkpoints).order_by(checkpoints.c.number), PAGE)
        return [(number, str(note)) for number, note in rows]

    def formats(self) -> list[int]:
        """Give all that is said of the ledger's format."""
        return [found for (found,) in self._stream(select(ledger_format), PAGE)]

    def _stream(self, query: Select[Any], page: int) -> Iterator[Any]:
        found = self.connection.execute(query, execution_options={"yield_per": page})
        return chain.from_iterable(found.partitions())


class _Ahead:
    """A stream whose next row can be looked at."""

    def __init__(self, rows: Iterator[Any]) -> None:
        self._rows = rows
        self.row = next(rows, None)

    def take(self, position: int) -> list[Any]:
        """Take all rows of a position."""
        found, row = [], self.row
        while row is not None and row[0] == position:
            found.append(row)
            row = next(self._rows, None)
        self.row = row
        return found


@contextmanager
def rereading(engine: Engine) -> Iterator[Rereading]:
    """Hold a snapshot of the ledger."""
    with snapshot(engine) as connection:
        if engine.dialect.name == "sqlite":
            driver: Any = connection.connection.dbapi_connection
            driver.text_factory = partial(
                str, encoding="utf-8", errors="surrogateescape"
            )
            try:
                yield Rereading(connection)
            finally:
                driver.text_factory = str
        else:
            yield Rereading(connection)


def _bytes(value: Any) -> bytes:
    """Read a column of bytes, whatever stands in it."""
    if isinstance(value, bytes | memoryview):
        return bytes(value)
    return str(value).encode(errors="surrogateescape")
