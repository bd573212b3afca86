"""An entry as it is stored, and the form of it that is hashed."""

import re
from datetime import UTC, datetime

import msgspec

_UTC_TEXT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}\.[0-9]{6}Z")


class StoredEntry(msgspec.Struct, frozen=True, gc=False):
    """One row of the sequence, with every text exactly as it is stored."""

    position: int
    recorded_at: str
    recorded_by: str
    type: str
    tags: str
    data: str


def hashed_form(entry: StoredEntry) -> bytes:
    """Give the bytes that are hashed for an entry. This form is fixed for ever.

    One JSON array: position, recorded_at, recorded_by, type, tags, data. The tags and
    the data are the stored texts, as JSON strings: they are never decoded and encoded
    again, so that another program, or a later one, finds the same bytes.

    Raises:
        TypeError: who recorded is no text. Bytes would be encoded as base64, which
            reads like a name (and like no other of these texts).

    >>> hashed_form(StoredEntry(1, "2026-01-01T00:00:00.000000Z", "", "t", "[]", "{}"))
    b'[1,"2026-01-01T00:00:00.000000Z","","t","[]","{}"]'
    """
    if not isinstance(entry.recorded_by, str):
        raise TypeError(entry.recorded_by)
    return msgspec.json.encode(
        [
            entry.position,
            entry.recorded_at,
            entry.recorded_by,
            entry.type,
            entry.tags,
            entry.data,
        ]
    )


def utc_now() -> datetime:
    """Tell the time it is."""
    return datetime.now(UTC)


def utc_text(moment: datetime) -> str:
    """Write a moment as it is stored: always as wide, so that texts sort as times.

    >>> utc_text(datetime(2026, 1, 1, tzinfo=UTC))
    '2026-01-01T00:00:00.000000Z'
    """
    assert moment.tzinfo is not None, "a moment without its time zone is no moment"
    return f"{moment.astimezone(UTC).isoformat(timespec='microseconds')[:-6]}Z"


def is_utc_text(text: str) -> bool:
    """Tell whether a text is a moment as it is stored."""
    if _UTC_TEXT.fullmatch(text) is None:
        return False
    try:
        datetime.fromisoformat(text)
    except ValueError:  # the 30th of February
        return False
    return True
