"""What a command works on: the ledger that was named, who asks, and today's date.

Nothing is opened until a command needs it, and the clock is read here only.
"""

import getpass
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from ledger.errors import NoAuthorError, NoLedgerError
from ledger.storage.absent import AbsentLedger
from ledger.storage.lookup import file_with_index
from ledger.storage.positions import Ask

if TYPE_CHECKING:  # heavy, and loaded only where entries are read or recorded
    from ledger.storage.engine import Database
    from ledger.storage.recorder import SQLRecorder

DEFAULT_PLACE = "ledger.db"
PARIS = ZoneInfo("Europe/Paris")


class Desk:
    """One call of the program."""

    def __init__(self, *, place: str | None, author: str | None) -> None:
        """Keep what the options said; None where they said nothing."""
        self.named_place = place
        self._author = author

    @property
    def place(self) -> str:
        """Tell which ledger is meant."""
        return self.named_place or os.environ.get("SMO_LEDGER") or DEFAULT_PLACE

    @property
    def shown_place(self) -> str:
        """Tell which ledger is meant, without a password."""
        from ledger.storage.opening import shown_place  # noqa: PLC0415 -- heavy

        return shown_place(self.place)

    @property
    def author(self) -> str:
        """Tell in whose name entries are recorded."""
        named = self._author or os.environ.get("SMO_USER")
        try:
            return named or getpass.getuser()
        except (KeyError, OSError) as error:  # a user without a name, in a container
            raise NoAuthorError from error

    @property
    def today(self) -> date:
        """Tell the date in Paris."""
        return datetime.now(PARIS).date()

    @contextmanager
    def opened(self) -> Iterator["Database"]:
        """Open the database of a ledger that is there."""
        from ledger.storage.opening import open_ledger  # noqa: PLC0415 -- heavy

        engine = open_ledger(self.place)
        try:
            yield engine
        finally:
            engine.dispose()

    @contextmanager
    def looking_up(self) -> Iterator[Ask | None]:
        """Open what may hold an index; None where there is none, or no ledger."""
        if "://" not in self.place:
            with file_with_index(Path(self.place)) as ask:
                yield ask
            return
        from ledger.storage.engine import asking, snapshot  # noqa: PLC0415 -- heavy
        from ledger.storage.index import has_index  # noqa: PLC0415

        with self.opened() as database, snapshot(database) as connection:
            yield asking(connection) if has_index(connection) else None

    @contextmanager
    def reading(self) -> Iterator["SQLRecorder"]:
        """Open a ledger that is there."""
        from ledger.storage.recorder import SQLRecorder  # noqa: PLC0415 -- heavy

        with self.opened() as engine:
            yield SQLRecorder(engine)

    @property
    def has_ledger(self) -> bool:
        """Tell whether the ledger is there."""
        try:
            with self.opened():
                return True
        except NoLedgerError:
            return False

    @contextmanager
    def asking(self) -> Iterator["SQLRecorder | AbsentLedger"]:
        """Open a ledger that may not be there yet, and create nothing."""
        if not self.has_ledger:
            yield AbsentLedger()
            return
        with self.reading() as recorder:
            yield recorder

    @contextmanager
    def recording(self, place: str | None = None) -> Iterator["SQLRecorder"]:
        """Open a ledger, and create it where there is none."""
        from ledger.storage.opening import create_ledger  # noqa: PLC0415 -- heavy
        from ledger.storage.recorder import SQLRecorder  # noqa: PLC0415

        engine = create_ledger(place or self.place)
        try:
            yield SQLRecorder(engine, author=self.author)
        finally:
            engine.dispose()
