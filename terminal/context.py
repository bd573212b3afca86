"""What a command works on: the ledger that was named, who asks, and today's date.

Nothing is opened until a command needs it, and the clock is read here only.
"""

import getpass
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import category
from zoneinfo import ZoneInfo

import click

from ledger.errors import NoAuthorError, NoLedgerError, UnfitAuthorError
from ledger.language import translate as _
from ledger.storage.absent import AbsentLedger
from ledger.storage.lookup import file_with_index
from ledger.storage.positions import Ask

if TYPE_CHECKING:  # heavy, and loaded only where entries are read or recorded
    from ledger.storage.engine import Database
    from ledger.storage.recorder import SQLRecorder

DEFAULT_PLACE = "ledger.db"
PARIS = ZoneInfo("Europe/Paris")
UNFIT = frozenset({"Cc", "Cs", "Zl", "Zp"})
"""Marks no name has: control marks, ends of lines, and what is no mark at all."""


class Context:
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
        from ledger.storage.places import shown_place  # noqa: PLC0415 -- heavy

        return shown_place(self.place)

    @property
    def author(self) -> str:
        """Tell in whose name entries are recorded."""
        named = self._author or os.environ.get("SMO_USER")
        try:
            found = named or getpass.getuser()
        except (KeyError, OSError) as error:  # a user without a name, in a container
            raise NoAuthorError from error
        if not found.strip() or any(category(mark) in UNFIT for mark in found):
            raise UnfitAuthorError(name=repr(found)[1:-1])
        return found

    @property
    def today(self) -> date:
        """Tell the date in Paris."""
        return datetime.now(PARIS).date()

    @contextmanager
    def opened(self) -> Iterator["Database"]:
        """Open the database of a ledger that is there, to ask and not to write."""
        from ledger.storage.asking import (  # noqa: PLC0415 -- heavy
            ensure_untouched,
            read_ledger,
        )

        engine = read_ledger(self.place)
        try:
            yield engine
            ensure_untouched(engine)
        finally:
            engine.dispose()

    @contextmanager
    def altering(self) -> Iterator["Database"]:
        """Open the database of a ledger that is there, to add to it."""
        from ledger.storage.engine import when_waiting  # noqa: PLC0415 -- heavy
        from ledger.storage.opening import open_ledger  # noqa: PLC0415

        engine = open_ledger(self.place)
        when_waiting(engine, self._say_who_is_waited_for)
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
        from ledger.storage.index_tables import has_index  # noqa: PLC0415

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
        from ledger.storage.engine import when_waiting  # noqa: PLC0415 -- heavy
        from ledger.storage.opening import create_ledger  # noqa: PLC0415
        from ledger.storage.recorder import SQLRecorder  # noqa: PLC0415

        author = self.author  # who may not record, creates nothing
        engine = create_ledger(place or self.place)
        when_waiting(engine, self._say_who_is_waited_for)
        try:
            yield SQLRecorder(engine, author=author)
        finally:
            engine.dispose()

    def _say_who_is_waited_for(self) -> None:
        """Tell who sits at a terminal why nothing seems to happen."""
        if sys.stderr.isatty():
            message = _("Waiting for another who records in {place} …")
            # Over the line that shows progress, if there is one.
            click.echo(f"\r\033[K{message.format(place=self.shown_place)}", err=True)
