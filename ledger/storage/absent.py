"""A ledger that is not there yet: it answers as an empty one, and takes nothing."""

from collections.abc import Iterator
from typing import Any

from ledger.storage.entry import StoredEntry


class AbsentLedger:
    """What is asked of a recorder before anything is recorded, answered for nothing.

    So that acts are judged before a ledger is created for them.
    """

    def head(self) -> int:
        """Tell that nothing has been recorded."""
        return 0

    def entries(self, *_args: Any, **_options: Any) -> Iterator[StoredEntry]:
        """Give no entry."""
        return iter(())

    def document(self, _sha256: str) -> None:
        """Give no document."""
        return
