"""The whole ledger read again, page by page as it is stored, under one snapshot.

What was tampered with may be no text at all: it is read all the same, so that it can be
named. Nothing is held but the rows at hand.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import starmap
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Engine, Select, select

from ledger.proof.audit_page import NOWHERE, AuditPage
from ledger.proof.merkle import HASH_SIZE
from ledger.storage.engine import asking, snapshot
from ledger.storage.entry import StoredEntry
from ledger.storage.positions import Positions
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

    def pages(self) -> Iterator[AuditPage]:
        """Give all that stands at each position, in order, many positions at a time."""
        by_position = (
            select(entries).order_by(entries.c.position),
            select(tree_nodes).order_by(tree_nodes.c.position),
            select(entry_tags.c.position, entry_tags.c.tag).order_by(
                entry_tags.c.position, entry_tags.c.tag
            ),
        )
        streams = [_Ahead(self._stream(query, PAGE)) for query in by_position]
        in_entries, in_tree, in_tags = streams
        while ahead := [one.rows[-1] for one in streams if one.rows]:
            last = ahead[0][0]
            yield AuditPage(
                list(starmap(StoredEntry, in_entries.take(last))),
                [(position, _row(hashes)) for position, hashes in in_tree.take(last)],
                [(position, str(tag)) for position, tag in in_tags.take(last)],
            )

    def head(self) -> int:
        """Tell the last position there is."""
        return Positions(asking(self.connection)).head()

    def documents(self) -> Iterator[tuple[str, bytes | None]]:
        """Give every document under the name it is stored by; None: no bytes."""
        # One at a time: a document may be large.
        query = select(documents).order_by(documents.c.sha256)
        for [(sha256, content)] in self._stream(query, 1):
            yield str(sha256), content if isinstance(content, bytes) else None

    def checkpoints(self) -> list[tuple[int, str]]:
        """Give every stored checkpoint with its number."""
        rows = self._stream(select(checkpoints).order_by(checkpoints.c.number), PAGE)
        return [(number, str(note)) for page in rows for number, note in page]

    def formats(self) -> list[int]:
        """Give all that is said of the ledger's format."""
        rows = self._stream(select(ledger_format), PAGE)
        return [found for page in rows for (found,) in page]

    def _stream(self, query: Select[Any], page: int) -> Iterator[Sequence[Any]]:
        found = self.connection.execute(query, execution_options={"yield_per": page})
        return iter(found.partitions())


class _Ahead:
    """A stream of rows by position, of which those that come next can be looked at."""

    def __init__(self, pages: Iterator[Sequence[Any]]) -> None:
        self._pages = map(_placed, pages)
        self.rows: Sequence[Any] = next(self._pages, ())

    def take(self, last: float) -> Sequence[Any]:
        """Take the rows up to a position."""
        found: list[Any] = []
        while self.rows and self.rows[-1][0] <= last:
            found += self.rows
            self.rows = next(self._pages, ())
        cut = bisect_right(self.rows, last, key=itemgetter(0))
        found += self.rows[:cut]
        self.rows = self.rows[cut:]
        return found


def _placed(rows: Sequence[Any]) -> Sequence[Any]:
    """Put what has no number for a position behind all that has one."""
    if isinstance(rows[-1][0], int):  # numbers come first
        return rows
    return [row if isinstance(row[0], int) else (NOWHERE, *row[1:]) for row in rows]


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


def _row(hashes: Any) -> bytes:
    """Give a row of hashes; what is not stored as bytes gets a length that none has."""
    if isinstance(hashes, bytes):
        return hashes
    written = str(hashes).encode(errors="surrogateescape")
    return written[: len(written) // HASH_SIZE * HASH_SIZE] + b"?"
