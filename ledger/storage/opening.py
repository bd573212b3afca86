"""Create a ledger, or open the one that is there."""

import time

from sqlalchemy import Connection, Engine, insert, inspect, select

from ledger.errors import (
    LockedLedgerError,
    ManyFormatsError,
    NewerLedgerError,
    NoLedgerError,
    NotALedgerError,
    OlderLedgerError,
    ReadOnlyLedgerError,
)
from ledger.storage import engine as engines
from ledger.storage.database_errors import BUSY_TIMEOUT_S
from ledger.storage.places import database_url, ledger_file, may_write, shown_place
from ledger.storage.schema import ledger_format, metadata
from ledger.version import FORMAT_VERSION

PAUSE_S = 0.05


def create_ledger(place: str) -> Engine:
    """Create the tables of a ledger where there are none, and open it.

    Either all of it is created or nothing; of two programs that create at once, one
    does, and the other opens what the first created.
    """
    engine = _engine(place, mode="rwc")
    try:
        with engine.connect() as connection:
            found = _holds_ledger(connection, place)
        if not found:
            if engine.dialect.name == "sqlite":
                _turn_on_write_ahead_log(engine)
            _create_tables(engine, place)
    finally:
        engine.dispose()
    return open_ledger(place)


def open_ledger(place: str) -> Engine:
    """Open a ledger that exists.

    Raises:
        NoLedgerError: there is nothing at the place; nothing is created either.
        NotALedgerError: there is something else.
        NewerLedgerError: a later program wrote it.
        ManyFormatsError: it says to have several formats.
        OlderLedgerError: one wrote it that kept no tree of hashes yet.
        LedgerUnavailableError: the database cannot be reached or read.
    """
    return checked(_engine(place, mode="rw"), place)


def checked(engine: Engine, place: str) -> Engine:
    """Give the engine back if there is a ledger of our format behind it.

    Raises:
        LedgerError: as `open_ledger` says.
    """
    try:
        with engine.connect() as connection:
            _check_format(connection, place)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _engine(place: str, *, mode: str) -> Engine:
    """Make the engine for a place, as far as one can tell that it will do."""
    url, shown = database_url(place), shown_place(place)
    if url.drivername != "sqlite":
        return engines.postgresql_engine(url, shown=shown)
    path = ledger_file(place, url)
    if path.exists() and not may_write(path):
        raise ReadOnlyLedgerError(place=shown)
    if mode == "rw" and not path.exists():
        raise NoLedgerError(place=shown)
    return engines.sqlite_engine(path, shown=shown, mode=mode)


def _holds_ledger(connection: Connection, place: str) -> bool:
    """Tell whether there is a ledger, of any format, or room for one.

    Raises:
        NotALedgerError: a SQLite file holds the tables of something else. A PostgreSQL
            database may: there, one is often given a corner of a shared one.
    """
    inspector = inspect(connection)
    if inspector.has_table(ledger_format.name):
        return True
    if connection.dialect.name == "sqlite" and (
        inspector.get_table_names() or inspector.get_view_names()
    ):
        raise NotALedgerError(place=shown_place(place))
    return False


def _check_format(connection: Connection, place: str) -> None:
    """Refuse what is no ledger, or one whose format this program does not know."""
    if not _holds_ledger(connection, place):
        raise NoLedgerError(place=shown_place(place))
    formats = select(ledger_format.c.version).order_by(ledger_format.c.version)
    match connection.scalars(formats).all():
        case []:
            raise NotALedgerError(place=shown_place(place))
        case [found]:
            if found != FORMAT_VERSION:
                error = NewerLedgerError if found > FORMAT_VERSION else OlderLedgerError
                raise error(place=shown_place(place), found=found, known=FORMAT_VERSION)
        case several:
            found = ", ".join(map(str, several))
            raise ManyFormatsError(
                place=shown_place(place), found=found, known=FORMAT_VERSION
            )


def _create_tables(engine: Engine, place: str) -> None:
    """Create all tables in one transaction, unless another program just did."""
    with engines.writing(engine) as connection:
        if _holds_ledger(connection, place):
            return
        metadata.create_all(connection, checkfirst=False)
        connection.execute(insert(ledger_format).values(version=FORMAT_VERSION))


def _turn_on_write_ahead_log(engine: Engine) -> None:
    """Let those who read and the one who records not wait for each other (SQLite).

    The switch needs the file for itself, and SQLite does not wait for that: we do.
    """
    deadline = time.monotonic() + BUSY_TIMEOUT_S
    while True:
        try:
            # There is no switching within a transaction.
            with engine.connect().execution_options(begin="") as connection:
                connection.exec_driver_sql("PRAGMA journal_mode=WAL")
        except LockedLedgerError:
            if time.monotonic() > deadline:
                raise
            time.sleep(PAUSE_S)
        else:
            return
