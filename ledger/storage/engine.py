"""How a database is spoken to: its connections, its transactions and its errors."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeAlias

from sqlalchemy import URL, Connection, Engine, TextClause, create_engine, event, text
from sqlalchemy.engine import ExceptionContext

from ledger.errors import LedgerError, LedgerUnavailableError, NotALedgerError
from ledger.language import translate as _
from ledger.storage.positions import Ask

Database: TypeAlias = Engine
"""What a ledger is kept in, for those who hand it on."""

Snapshot: TypeAlias = Connection
"""A database as it was at one moment, for those who read."""

BUSY_TIMEOUT_S = 30
"""How long a program waits for another that is recording."""

WRITERS_LOCK = 0x736D6F
"""The PostgreSQL advisory lock that all writers take: the letters of «smo»."""


def sqlite_engine(path: Path, *, shown: str, mode: str) -> Engine:
    """Make an engine for a file; the mode `rw` never creates it, `rwc` may."""

    def connect() -> sqlite3.Connection:
        # Without an isolation level the driver begins nothing by itself: we do.
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode={mode}",
            uri=True,
            timeout=BUSY_TIMEOUT_S,
            isolation_level=None,
            check_same_thread=False,
        )
        try:
            connection.execute("PRAGMA synchronous=FULL")
        except sqlite3.Error:
            connection.close()
            raise
        return connection

    url = URL.create("sqlite", database=str(path))
    engine = create_engine(url, creator=connect)
    event.listen(engine, "begin", _begin)
    event.listen(engine, "handle_error", _translation(shown))
    return engine


def postgresql_engine(url: URL, *, shown: str) -> Engine:
    """Make an engine for a PostgreSQL database."""
    # Writers wait for one another, then look: under a stricter level they would look
    # at the sequence as it stood before they waited.
    engine = create_engine(url, isolation_level="READ COMMITTED")
    event.listen(engine, "handle_error", _translation(shown))
    return engine


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Hold a transaction in which nobody else writes, from its first statement on."""
    with (
        engine.connect().execution_options(begin="BEGIN IMMEDIATE") as connection,
        connection.begin(),
    ):
        if connection.dialect.name == "postgresql":
            # Not LOCK TABLE: a role that may only INSERT must be able to do this.
            connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{BUSY_TIMEOUT_S}s'")
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITERS_LOCK})")
        yield connection


@contextmanager
def snapshot(engine: Engine) -> Iterator[Connection]:
    """Read on a connection that sees one moment, whatever others record meanwhile."""
    options = {}
    if engine.dialect.name == "postgresql":
        options["isolation_level"] = "REPEATABLE READ"
    with engine.connect().execution_options(**options) as connection:
        yield connection


def asking(connection: Connection) -> Ask:
    """Let a connection be asked in plain SQL."""

    def ask(asked: str, values: Mapping[str, Any]) -> Sequence[Sequence[Any]]:
        return connection.execute(_statement(asked), values).all()

    return ask


@lru_cache(maxsize=64)
def _statement(asked: str) -> TextClause:
    """Read a statement once: what it is compiled to is kept with it."""
    return text(asked)


def _begin(connection: Connection) -> None:
    """Begin a SQLite transaction: to read, unless the connection says otherwise."""
    statement = connection.get_execution_options().get("begin", "BEGIN")
    if statement:
        connection.exec_driver_sql(statement)


def _translation(shown: str) -> Callable[[ExceptionContext], None]:
    """Make a listener that says a database's errors in our words."""

    def translate(context: ExceptionContext) -> None:
        original = context.original_exception
        database = context.dialect.loaded_dbapi
        if isinstance(original, database.Error):
            raise _error(shown, original) from original

    return translate


def _error(shown: str, original: BaseException) -> LedgerError:
    """Choose our error for one of the database."""
    if getattr(original, "sqlite_errorcode", None) == sqlite3.SQLITE_NOTADB:
        return NotALedgerError(place=shown)
    words = " ".join(str(original).split())
    return LedgerUnavailableError(place=shown, reason=_(words))
