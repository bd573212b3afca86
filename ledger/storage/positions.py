"""The positions of a ledger: its last, and the last by a moment."""

from bisect import bisect_right
from datetime import datetime

from sqlalchemy import Connection, func, select

from ledger.storage.entry import utc_text
from ledger.storage.schema import entries

_position = entries.c.position


class Positions:
    """The positions as one connection sees them."""

    def __init__(self, connection: Connection) -> None:
        """Look on a connection."""
        self._connection = connection

    def head(self) -> int:
        """Tell the last position, 0 when nothing has been recorded."""
        return self._connection.scalar(select(func.max(_position))) or 0

    def position_at(self, moment: datetime) -> int:
        """Tell the last position recorded by a moment, 0 when there is none."""
        # Times never decrease and positions have no gaps, so one can halve the
        # sequence again and again: no index, and 17 rows out of 100,000.
        return bisect_right(
            range(1, self.head() + 1), utc_text(moment), key=self._recorded_at
        )

    def _recorded_at(self, position: int) -> str:
        recorded_at: str = self._connection.execute(
            select(entries.c.recorded_at).where(_position == position)
        ).scalar_one()
        return recorded_at
