"""Create a ledger, or open the one that is there."""

import re
import sqlite3
import time
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, func, insert, inspect, make_url, select
from sqlalchemy.exc import ArgumentError

from ledger.errors import (
    LedgerUnavailableError,
    NewerLedgerError,
    NoLedgerError,
    NotALedgerError,
    OlderLedgerError,
)
from ledger.language import N_
from ledger.language import translate as _
from ledger.storage import engine as engines
from ledger.storage.schema import ledger_format, metadata
from ledger.version import FORMAT_VERSION

DRIVERS = {
    "sqlite": "sqlite",
    "sqlite+pysqlite": "sqlite",
    "postgres": "postgresql+psycopg",
    "postgresql": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
}

UNKNOWN_URL = N_("only files, sqlite:// and postgresql:// URLs are known")

SECRETS = ("password", "sslpassword")
"""What a PostgreSQL URL may carry after its `?` that nobody else should read."""

PAUSE_S = 0.05


def database_url(place: str) -> URL:
    """Tell the URL of a place: a path, or a URL itself.

    >>> database_url("postgres://clerk@db/smo").render_as_string()
    'postgresql+psycopg://clerk@db/smo'
    >>> database_url("registers/smo.db").render_as_string()
    'sqlite:///registers/smo.db'
    """
    if "://" not in place:
        return URL.create("sqlite", database=place)
    try:
        url = make_url(place)
    except (ArgumentError, ValueError) as error:
        raise LedgerUnavailableError(
            place=_without_password(place), reason=_(UNKNOWN_URL)
        ) from error
    if url.drivername not in DRIVERS:
        raise LedgerUnavailableError(place=shown_place(place), reason=_(UNKNOWN_URL))
    return url.set(drivername=DRIVERS[url.drivername])


def shown_place(place: str) -> str:
    """Tell a place as it may be shown: without any password.

    >>> shown_place("postgresql://clerk:secret@db/smo?sslpassword=secret")
    'postgresql://clerk:***@db/smo?sslpassword=***'
    """
    if "://" not in place:
        return place
    try:
        url = make_url(place)
    except (ArgumentError, ValueError):
        return _without_password(place)
    secrets = {name: "***" for name in SECRETS if name in url.query}
    return url.update_query_dict(secrets).render_as_string().replace("%2A", "*")


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
        OlderLedgerError: one wrote it that kept no tree of hashes yet.
        LedgerUnavailableError: the database cannot be reached or read.
    """
    engine = _engine(place, mode="rw")
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
    path = Path(url.database or "")
    # SQLite takes a file of one byte for an empty one, and would write over it.
    if path.is_dir() or (path.exists() and path.stat().st_size == 1):
        raise NotALedgerError(place=shown)
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
    found = connection.scalar(select(func.max(ledger_format.c.version)))
    if found is None:
        raise NotALedgerError(place=shown_place(place))
    if found != FORMAT_VERSION:
        error = NewerLedgerError if found > FORMAT_VERSION else OlderLedgerError
        raise error(place=shown_place(place), found=found, known=FORMAT_VERSION)


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
    deadline = time.monotonic() + engines.BUSY_TIMEOUT_S
    while True:
        try:
            # There is no switching within a transaction.
            with engine.connect().execution_options(begin="") as connection:
                connection.exec_driver_sql("PRAGMA journal_mode=WAL")
        except LedgerUnavailableError as error:
            code = getattr(error.__cause__, "sqlite_errorcode", None)
            if code != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(PAUSE_S)
        else:
            return


def _without_password(place: str) -> str:
    """Blot out whatever might be a password in what cannot be read as a URL."""
    hidden = re.sub(r"//.*@", "//***@", place)
    return re.sub(r"(password=)[^&]*", r"\1***", hidden)
