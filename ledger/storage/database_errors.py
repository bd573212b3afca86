"""What a database's own errors mean for who uses a ledger, and what to do about it."""

import sqlite3
from collections.abc import Callable

from sqlalchemy.engine import ExceptionContext

from ledger.errors import (
    DamagedLedgerError,
    FailingDiskError,
    FullDiskError,
    GarbledLedgerError,
    LedgerError,
    LedgerUnavailableError,
    LockedLedgerError,
    NotALedgerError,
    NotAllowedError,
    ReadOnlyLedgerError,
    UnopenedLedgerError,
)
from ledger.language import translate as _

BUSY_TIMEOUT_S = 30
"""How long a program waits for another that is recording."""

_SQLITE: dict[int, type[LedgerError]] = {
    sqlite3.SQLITE_NOTADB: NotALedgerError,
    sqlite3.SQLITE_FULL: FullDiskError,
    sqlite3.SQLITE_IOERR: FailingDiskError,
    sqlite3.SQLITE_READONLY: ReadOnlyLedgerError,
    sqlite3.SQLITE_CANTOPEN: UnopenedLedgerError,
    sqlite3.SQLITE_BUSY: LockedLedgerError,
    sqlite3.SQLITE_CORRUPT: DamagedLedgerError,
}
"""By SQLite's primary result codes, <https://sqlite.org/rescode.html>."""

_POSTGRESQL: dict[str, type[LedgerError]] = {
    "53100": FullDiskError,
    "58030": FailingDiskError,
    "25006": ReadOnlyLedgerError,
    "55P03": LockedLedgerError,
    "42501": NotAllowedError,
    "XX001": DamagedLedgerError,
    "XX002": DamagedLedgerError,
}
"""By SQLSTATE, appendix A of PostgreSQL's manual."""


SQLITE_ERRORS = (sqlite3.Error, UnicodeDecodeError)
"""What the driver raises: a message of SQLite's may itself be no UTF-8."""

_NO_TEXT = "Could not decode to UTF-8"
"""How the driver begins, and with no code, when a cell is no text."""


def error_of(place: str, original: BaseException) -> LedgerError:
    """Choose our error for one of the database; the place is shown as it stands."""
    words = " ".join(_words(original).split())
    kind = _kind(original)
    return kind(place=place, reason=_(words), seconds=BUSY_TIMEOUT_S)


def translation(place: str) -> Callable[[ExceptionContext], None]:
    """Make a listener that says a database's errors in our words."""

    def translate(context: ExceptionContext) -> None:
        original = context.original_exception
        database = context.dialect.loaded_dbapi
        if isinstance(original, database.Error | UnicodeDecodeError):
            raise error_of(place, original) from original

    return translate


def is_busy(error: BaseException) -> bool:
    """Tell whether another program holds what was asked for."""
    return _kind(error) is LockedLedgerError


def _words(original: BaseException) -> str:
    """Give a database's own words for an error.

    SQLite quotes what it cannot read in a file, and the driver stumbles over it.
    """
    if isinstance(original, UnicodeDecodeError):
        said = original.object.decode(errors="backslashreplace")
    else:
        said = str(original)
        if said.startswith(_NO_TEXT):
            said = said.partition(" with text ")[0]
    return "".join(mark if mark.isprintable() else " " for mark in said)


def _kind(original: BaseException) -> type[LedgerError]:
    if isinstance(original, UnicodeDecodeError):
        return DamagedLedgerError
    if str(original).startswith(_NO_TEXT):
        return GarbledLedgerError
    code = getattr(original, "sqlite_errorcode", None)
    if code is not None:
        # The extended codes tell more than people can use; the low byte is the kind.
        return _SQLITE.get(code & 0xFF, LedgerUnavailableError)
    state = getattr(original, "sqlstate", None)
    return _POSTGRESQL.get(state or "", LedgerUnavailableError)
