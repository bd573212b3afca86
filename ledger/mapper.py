"""Between events and the texts that are stored: hand-written names, canonical JSON.

An entry's data is its event as one JSON object, `type` first, fields in the order of
their declaration, defaults left out, the keys of mappings sorted. What this program
does not know is an error.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec
from eventsourcing.dcb.api import DCBEvent

from ledger.events.catalogue import EVENTS, StoredEvent
from ledger.events.event import stored_name_of
from ledger.language import translate as _
from ledger.storage.entry import StoredEntry, is_utc_text
from ledger.tags import ACT, tags_of
from ledger.unfit import UnknownStoredTypeError, UnreadableEntryError

_STORED_NAMES = {stored_name_of(cls) for cls in EVENTS.values()}
_encoder = msgspec.json.Encoder(decimal_format="string", order="deterministic")
_decoder: msgspec.json.Decoder[StoredEvent] = msgspec.json.Decoder(StoredEvent)
_tags_decoder = msgspec.json.Decoder(list[str])


_UNREADABLE = (msgspec.MsgspecError, UnicodeEncodeError, TypeError, RecursionError)
"""How a stored text that was touched may fail: no JSON, no text, nothing, too deep."""


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
    event = event_of(stored)
    try:
        act = act_of(tags_carried(stored))
    except ValueError as error:
        raise _unreadable(stored, error) from error
    if not is_utc_text(stored.recorded_at):
        raise _unreadable(stored, _("it was recorded at no time"))
    return Entry(
        position=stored.position,
        recorded_at=stored.recorded_at,
        recorded_by=stored.recorded_by,
        act=act,
        event=event,
    )


def event_of(stored: StoredEntry) -> StoredEvent:
    """Read the event of an entry; the errors are those of `from_stored`."""
    if stored.type not in _STORED_NAMES:
        raise UnknownStoredTypeError(position=stored.position, type=stored.type)
    try:
        event = _decoder.decode(stored.data)
    except _UNREADABLE as error:
        raise _unreadable(stored, error) from error
    if stored_name_of(event) != stored.type:
        raise _unreadable(stored, stored_name_of(event))
    return event


def tags_carried(stored: StoredEntry) -> list[str]:
    """Read the tags written into an entry.

    Raises:
        UnreadableEntryError: they are no list of texts.
    """
    try:
        return _tags_decoder.decode(stored.tags)
    except _UNREADABLE as error:
        raise _unreadable(stored, error) from error


def act_of(tags: Sequence[str]) -> str:
    """Tell which act put an entry into the ledger: its first tag says so.

    Raises:
        ValueError: it does not.
    """
    if not tags or not tags[0].startswith(ACT):
        msg = f"no act comes first in the tags {tags}"
        raise ValueError(msg)
    return tags[0].removeprefix(ACT)


def _unreadable(stored: StoredEntry, reason: object) -> UnreadableEntryError:
    return UnreadableEntryError(
        position=stored.position, type=stored.type, reason=reason
    )


def entries_from(stored: Iterable[StoredEntry]) -> Iterator[Entry]:
    """Read entries one after the other."""
    return map(from_stored, stored)


def plain(event: StoredEvent) -> dict[str, Any]:
    """Show an event's fields as plain values, without its stored name."""
    fields: dict[str, Any] = msgspec.json.decode(_encoder.encode(event))
    del fields["type"]
    return fields
