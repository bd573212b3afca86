"""A reader that waits for what is recorded next."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Event
from typing import TYPE_CHECKING

from eventsourcing.dcb.api import DCBQuery, DCBSequencedEvent, DCBSubscription

if TYPE_CHECKING:  # the recorder makes subscriptions, and a subscription reads it
    from ledger.storage.recorder import SQLRecorder

POLL_S = 0.1
"""How long what another program records may stay unseen."""


class SQLSubscription(DCBSubscription["SQLRecorder"]):
    """The events that match a query, those to come included, until it is stopped."""

    def __init__(
        self, recorder: SQLRecorder, query: DCBQuery | None, after: int | None
    ) -> None:
        """Start after a position; nothing is read before the first is asked for."""
        super().__init__(recorder=recorder, query=query, after=after)
        self._read: Iterator[DCBSequencedEvent] = iter(())
        self._woken = Event()
        recorder.listen(self._woken)

    def stop(self) -> None:
        """End it, also for a thread that is waiting for the next event."""
        super().stop()
        self._recorder.unlisten(self._woken)
        self._woken.set()

    def __next__(self) -> DCBSequencedEvent:
        """Give the next event, however long it takes until there is one."""
        while not self._has_been_stopped:
            event = next(self._read, None)
            if event is not None:
                return event
            self._wait_for_more()
        raise StopIteration

    def _wait_for_more(self) -> None:
        """Wait a little, unless something has been recorded already."""
        # Cleared before looking, so that what is recorded in between still wakes us.
        self._woken.clear()
        head = self._recorder.head()
        if head > self._last_position:
            found = self._recorder.read(self._query, after=self._last_position)
            self._read = found
            # Not the head from before: what came in between is in what was read.
            self._last_position = found.head or head
        elif not self._has_been_stopped:
            self._woken.wait(POLL_S)
