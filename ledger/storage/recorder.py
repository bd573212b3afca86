"""The sequence of entries: append under a condition, read what matches a query."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from threading import Event
from typing import Any

import msgspec
from eventsourcing.dcb.api import (
    DCBAppendCondition,
    DCBEvent,
    DCBQuery,
    DCBReadResponse,
    DCBRecorder,
    DCBSequencedEvent,
)
from eventsourcing.persistence import IntegrityError, ProgrammingError
from sqlalchemy import Connection, Engine, select

from ledger.language import translate as _
from ledger.proof.checkpoint import digest
from ledger.storage.engine import asking, writing
from ledger.storage.entry import StoredEntry, utc_now, utc_text
from ledger.storage.positions import Positions
from ledger.storage.query import Span, anything_matches, matching_positions
from ledger.storage.schema import documents as document_table
from ledger.storage.schema import entries as entry_table
from ledger.storage.subscription import SQLSubscription
from ledger.storage.tree import frontier
from ledger.storage.writing import Stamp, write_documents, write_events
from ledger.unfit import UnreadableEntryError

PAGE = 1_000
"""Entries read at a time: memory stays flat however long the ledger gets."""

_TEXTS = {str}
_position = entry_table.c.position
_decode_tags = msgspec.json.Decoder(list[str]).decode


class SQLReadResponse(DCBReadResponse):
    """The events a reading found, and how far it looked."""

    def __init__(self, entries: Iterator[StoredEntry], head: int | None) -> None:
        """Hand out the entries as events of the library."""
        self._events = map(_as_event, entries)
        self._head = head

    @property
    def head(self) -> int | None:
        """Tell the last position there was, or under a limit the last one given."""
        return self._head

    def __next__(self) -> DCBSequencedEvent:
        """Give the next event."""
        return next(self._events)


class SQLRecorder(DCBRecorder):
    """One ledger's entries; whoever holds it records in the name of its author."""

    def __init__(
        self,
        engine: Engine,
        *,
        author: str = "",
        clock: Callable[[], datetime] = utc_now,
    ) -> None:
        """Record on an engine that `open_ledger` or `create_ledger` gave."""
        self._engine = engine
        self._author = author
        self._clock = clock
        self._listeners: set[Event] = set()

    def append(
        self,
        events: Sequence[DCBEvent],
        condition: DCBAppendCondition | None = None,
        *,
        documents: Mapping[str, bytes] | None = None,
    ) -> int:
        """Record the events and documents, all or none, and tell the last position.

        Raises:
            IntegrityError: something recorded meanwhile matches the condition.
            ProgrammingError: there are no events, or a document is not what its
                SHA-256 says.
        """
        if not events:
            msg = "There is nothing to append"
            raise ProgrammingError(msg)
        with writing(self._engine) as connection:
            last, last_at = _last(connection)
            if condition is not None:
                span = Span(condition.after or 0, last)
                if anything_matches(connection, condition.fail_if_events_match, span):
                    raise IntegrityError(condition)
            stamp = Stamp(max(utc_text(self._clock()), last_at), self._author)
            write_documents(connection, documents or {})
            position = write_events(connection, events, stamp, after=last)
        for listener in tuple(self._listeners):
            listener.set()
        return position

    def read(
        self,
        query: DCBQuery | None = None,
        *,
        after: int | None = None,
        limit: int | None = None,
    ) -> DCBReadResponse:
        """Read what matches, up to where the sequence ended when this was called."""
        with self._engine.connect() as connection:
            last, _ = _last(connection)
            span = Span(max(after or 0, 0), last)
            positions = matching_positions(connection, query, span, limit)
        head = last if limit is None else max(positions, default=0)
        return SQLReadResponse(self._stream(positions), head or None)

    def entries(
        self,
        query: DCBQuery | None = None,
        *,
        after: int = 0,
        until: int | None = None,
    ) -> Iterator[StoredEntry]:
        """Read the whole rows of what matches, as `read` does."""
        with self._engine.connect() as connection:
            last, _ = _last(connection)
            span = Span(after, last if until is None else min(until, last))
            positions = matching_positions(connection, query, span)
        return self._stream(positions)

    def subscribe(
        self, query: DCBQuery | None = None, *, after: int | None = None
    ) -> SQLSubscription:
        """Read what matches, then wait for more of it, until it is stopped."""
        return SQLSubscription(self, query, after)

    def head(self) -> int:
        """Tell the last position, 0 when nothing has been recorded."""
        with self._engine.connect() as connection:
            return Positions(asking(connection)).head()

    def position_at(self, moment: datetime) -> int:
        """Tell the last position recorded by a moment, 0 when there is none."""
        with self._engine.connect() as connection:
            return Positions(asking(connection)).position_at(moment)

    def digest_at(self, position: int) -> str:
        """Say the head of the tree over the first entries briefly: a few reads."""
        with self._engine.connect() as connection:
            return digest(frontier(connection, position).root())

    def document(self, sha256: str) -> bytes | None:
        """Give the document that has this SHA-256."""
        content = select(document_table.c.content).where(
            document_table.c.sha256 == sha256
        )
        with self._engine.connect() as connection:
            found = connection.scalar(content)
        # What is no bytes any more is not that document.
        return found if isinstance(found, bytes) else None

    def listen(self, event: Event) -> None:
        """Set the event whenever this recorder has appended something."""
        self._listeners.add(event)

    def unlisten(self, event: Event) -> None:
        """Set the event no more."""
        self._listeners.discard(event)

    def _stream(self, positions: Sequence[int]) -> Iterator[StoredEntry]:
        """Read the entries at these positions, in pages, holding no transaction."""
        for start in range(0, len(positions), PAGE):
            page = positions[start : start + PAGE]
            with self._engine.connect() as connection:
                rows = _rows(connection, page)
            yield from map(_entry, rows)


def _rows(connection: Connection, positions: Sequence[int]) -> Sequence[tuple[object]]:
    """Fetch the rows at these positions, which are in order."""
    first, last = positions[0], positions[-1]
    if last - first + 1 == len(positions):
        wanted = _position.between(first, last)
    else:
        wanted = _position.in_(positions)
    return connection.execute(
        select(entry_table).where(wanted).order_by(_position)
    ).all()


def _entry(row: Sequence[Any]) -> StoredEntry:
    """Make an entry of a row.

    Raises:
        UnreadableEntryError: a cell of it is nothing, or bytes.
    """
    entry = StoredEntry(*row)
    if set(map(type, row[1:])) != _TEXTS:
        reason = _("a text is missing, or is none")
        raise UnreadableEntryError(
            position=entry.position, type=entry.type, reason=reason
        )
    return entry


def _last(connection: Connection) -> tuple[int, str]:
    """Tell the last position and when it was recorded; 0 and no time when empty."""
    last = connection.execute(
        select(_position, entry_table.c.recorded_at).order_by(_position.desc()).limit(1)
    ).first()
    return (last.position, last.recorded_at) if last else (0, "")


def _as_event(entry: StoredEntry) -> DCBSequencedEvent:
    """Give an entry as an event of the library."""
    event = DCBEvent(
        type=entry.type, data=entry.data.encode(), tags=_decode_tags(entry.tags)
    )
    return DCBSequencedEvent(event=event, position=entry.position)
