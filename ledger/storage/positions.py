"""The positions of a ledger: its last, and the last by a moment."""

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, TypeAlias

from ledger.language import translate as _
from ledger.storage.entry import utc_text
from ledger.unfit import UnfitLedgerError

Ask: TypeAlias = Callable[[str, Mapping[str, Any]], Sequence[Sequence[Any]]]
"""Asks a database in SQL, with values by name (`:name`), and gives the rows."""


class Positions:
    """The positions as one connection sees them."""

    def __init__(self, ask: Ask) -> None:
        """Look by asking a database."""
        self._ask = ask

    def head(self) -> int:
        """Tell the last position, 0 when nothing has been recorded."""
        [[last]] = self._ask("SELECT max(position) FROM entries", {})
        return last or 0

    def position_at(self, moment: datetime) -> int:
        """Tell the last position recorded by a moment, 0 when there is none."""
        # Times never decrease and positions have no gaps, so one can halve the
        # sequence again and again: no index, and 17 rows out of 100,000.
        return bisect_right(
            range(1, self.head() + 1), utc_text(moment), key=self._recorded_at
        )

    def _recorded_at(self, position: int) -> str:
        asked = "SELECT recorded_at FROM entries WHERE position = :position"
        for [recorded_at] in self._ask(asked, {"position": position}):
            return str(recorded_at)
        raise UnfitLedgerError(position=position, reason=_("the entry is missing"))
