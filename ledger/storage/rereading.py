"""The whole ledger read again, row by row as it is stored, under one snapshot.

What was tampered with may be no text at all: it is read all the same, so that it can be
named. Nothing is held but the rows at hand.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import groupby
from operator import itemgetter
from typing import Any, TypeAlias

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

_Rows: TypeAlias = Iterator[tuple[int, list[Any]]]


class Rereading:
    """One snapshot of a ledger."""

    def __init__(self, connection: Connection) -> None:
        """Read on a connection that `rereading` gave."""
        self.connection = connection

    def rows(self) -> Iterator[AuditRow]:
        """Give all that stands at each position, in order."""
        streams = [
            _Ahead(self._grouped(select(entries).order_by(entries.c.position))),
            _Ahead(self._grouped(select(tree_nodes).order_by(tree_nodes.c.position))),
            _Ahead(
                self._grouped(
                    select(entry_tags.c.position, entry_tags.c.tag).order_by(
                        entry_tags.c.position
                    )
                )
            ),
        ]
        while True:
            ahead = [one.position for one in streams if one.position is not None]
            if not ahead:
                return
            position = min(ahead)
            found, nodes, tags = (one.take(position) for one in streams)
            yield AuditRow(
                position,
                tuple(StoredEntry(*row) for row in found),
                tuple(_bytes(row[1]) for row in nodes),
                frozenset(str(row[1]) for row in tags),
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

    def _grouped(self, query: Select[Any]) -> _Rows:
        for position, rows in groupby(self._stream(query, PAGE), key=itemgetter(0)):
            yield position, list(rows)

    def _stream(self, query: Select[Any], page: int) -> Iterable[Any]:
        return self.connection.execute(query, execution_options={"yield_per": page})


class _Ahead:
    """A stream whose next position can be looked at."""

    def __init__(self, rows: _Rows) -> None:
        self._rows = rows
        self._next = next(rows, None)

    @property
    def position(self) -> int | None:
        return self._next[0] if self._next is not None else None

    def take(self, position: int) -> list[Any]:
        if self._next is None or self._next[0] != position:
            return []
        _position, rows = self._next
        self._next = next(self._rows, None)
        return rows


@contextmanager
def rereading(engine: Engine) -> Iterator[Rereading]:
    """Hold a snapshot of the ledger."""
    with snapshot(engine) as connection:
        if engine.dialect.name == "sqlite":
            driver: Any = connection.connection.dbapi_connection
            driver.text_factory = lambda stored: stored.decode(errors="surrogateescape")
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
