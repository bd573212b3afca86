"""Between events and the texts that are stored: hand-written names, canonical JSON.

An entry's data is its event as one JSON object, `type` first, fields in the order of
their declaration, defaults left out, the keys of mappings sorted. What this program
does not know is an error.
"""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
from eventsourcing.dcb.api import DCBEvent

from ledger.errors import UnknownStoredTypeError, UnreadableEntryError
from ledger.events.catalogue import EVENTS, StoredEvent
from ledger.events.event import stored_name_of
from ledger.storage.entry import StoredEntry
from ledger.tags import tags_of

_STORED_NAMES = {stored_name_of(cls) for cls in EVENTS.values()}
_encoder = msgspec.json.Encoder(decimal_format="string", order="deterministic")
_decoder: msgspec.json.Decoder[StoredEvent] = msgspec.json.Decoder(StoredEvent)
_tags_decoder = msgspec.json.Decoder(list[str])


class Entry(msgspec.Struct, frozen=True):
    """An event with its place in the ledger. `recorded_at` is UTC, ISO 8601."""

    position: int
    recorded_at: str
    recorded_by: str
    act: str
    event: StoredEvent


def to_stored(event: StoredEvent, reference: str) -> DCBEvent:
    """Write an event of an act as it will be stored."""
    return DCBEvent(
        type=stored_name_of(event),
        data=_encoder.encode(event),
        tags=tags_of(event, reference),
    )


def from_stored(stored: StoredEntry) -> Entry:
    """Read an entry.

    Raises:
        UnknownStoredTypeError: its type is none this program knows.
        UnreadableEntryError: its text does not fit its type.
    """
    if stored.type not in _STORED_NAMES:
        raise UnknownStoredTypeError(position=stored.position, type=stored.type)
    try:
        event = _decoder.decode(stored.data)
        act = act_of(stored)
    except (msgspec.MsgspecError, StopIteration, UnicodeEncodeError) as error:
        raise UnreadableEntryError(
            position=stored.position, type=stored.type, reason=error
        ) from error
    if stored_name_of(event) != stored.type:
        raise UnreadableEntryError(
            position=stored.position, type=stored.type, reason=stored_name_of(event)
        )
    return Entry(
        position=stored.position,
        recorded_at=stored.recorded_at,
        recorded_by=stored.recorded_by,
        act=act,
        event=event,
    )


def act_of(stored: StoredEntry) -> str:
    """Tell which act put an entry into the ledger: its first tag says so."""
    tags = _tags_decoder.decode(stored.tags)
    return next(tag.removeprefix("act:") for tag in tags if tag.startswith("act:"))


def entries_from(stored: Iterable[StoredEntry]) -> Iterator[Entry]:
    """Read entries one after the other."""
    return map(from_stored, stored)


def plain(event: StoredEvent) -> dict[str, Any]:
    """Show an event's fields as plain values, without its stored name."""
    fields: dict[str, Any] = msgspec.json.decode(_encoder.encode(event))
    del fields["type"]
    return fields
