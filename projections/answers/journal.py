"""The entries of the ledger, as they were recorded."""

import msgspec

from ledger.mapper import Entry


class Journal(msgspec.Struct, frozen=True):
    """All entries, or those of one act."""

    act: str | None
    entries: tuple[Entry, ...]
