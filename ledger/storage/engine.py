"""How a database is spoken to: its connections and its transactions."""

import logging
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeAlias

from sqlalchemy import URL, Connection, Engine, TextClause, create_engine, event, text

from ledger.errors import LedgerUnavailableError
from ledger.storage.database_errors import (
    BUSY_TIMEOUT_S,
    SQLITE_ERRORS,
    error_of,
    is_busy,
    translation,
)
from ledger.storage.positions import Ask

Database: TypeAlias = Engine
"""The database of a ledger, for those who need not know how it is spoken to."""

Snapshot: TypeAlias = Connection
"""A database as it was at one moment, for those who read."""

PATIENCE_S = 1
"""After so long without a turn, one is told whom one waits for."""

WRITERS_LOCK = 0x736D6F
"""The PostgreSQL advisory lock that all writers take: the letters of «smo»."""

WRITE = "BEGIN IMMEDIATE"
"""How SQLite begins a transaction in which nobody else writes."""


def sqlite_engine(
    path: Path, *, shown: str, mode: str, pragma: str = "synchronous=FULL"
) -> Engine:
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
            connection.execute(f"PRAGMA {pragma}")
        except SQLITE_ERRORS as error:
            connection.close()
            raise error_of(shown, error) from error
        return connection

    url = URL.create("sqlite", database=str(path))
    engine = create_engine(url, creator=connect)
    event.listen(engine, "begin", _begin)
    event.listen(engine, "handle_error", translation(shown))
    return engine


def postgresql_engine(url: URL, *, shown: str) -> Engine:
    """Make an engine for a PostgreSQL database."""
    # Writers wait for one another, then look: under a stricter level they would look
    # at the sequence as it stood before they waited.
    engine = create_engine(url, isolation_level="READ COMMITTED")
    event.listen(engine, "handle_error", translation(shown))
    logging.getLogger("psycopg").addFilter(_is_news)
    return engine


def when_waiting(engine: Engine, tell: Callable[[], None]) -> None:
    """Have it told, once a transaction, that another program is recording."""
    engine.update_execution_options(waiting=tell)


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Hold a transaction in which nobody else writes, from its first statement on."""
    with (
        engine.connect().execution_options(begin=WRITE) as connection,
        connection.begin(),
    ):
        if connection.dialect.name == "postgresql":
            _take_turn(connection)
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


def _is_news(record: logging.LogRecord) -> bool:
    """Tell whether a warning of the driver says more than the error that follows it.

    Of a statement refused within a pipeline it says that the pipeline's end failed too.
    """
    return not (
        str(record.msg).startswith("error ignored terminating")
        and "pipeline aborted" in record.getMessage()
    )


def _begin(connection: Connection) -> None:
    """Begin a SQLite transaction: to read, unless the connection says otherwise."""
    options = connection.get_execution_options()
    statement = options.get("begin", "BEGIN")
    if statement == WRITE and "waiting" in options:
        _await_turn(connection, options["waiting"])
    elif statement:
        connection.exec_driver_sql(statement)


def _await_turn(connection: Connection, tell: Callable[[], None]) -> None:
    """Begin to write; where that takes long, say so, and wait on."""
    driver: Any = connection.connection.dbapi_connection
    driver.execute(f"PRAGMA busy_timeout={PATIENCE_S * 1000}")
    try:
        driver.execute(WRITE)
    except SQLITE_ERRORS as error:
        driver.execute(f"PRAGMA busy_timeout={int(BUSY_TIMEOUT_S * 1000)}")
        if is_busy(error):
            tell()
        connection.exec_driver_sql(WRITE)  # says in our words what is wrong
    else:
        driver.execute(f"PRAGMA busy_timeout={int(BUSY_TIMEOUT_S * 1000)}")


def _take_turn(connection: Connection) -> None:
    """Take the lock of all who write to a PostgreSQL database."""
    # Not LOCK TABLE: a role that may only INSERT must be able to do this.
    lock = f"SELECT pg_advisory_xact_lock({WRITERS_LOCK})"
    tell = connection.get_execution_options().get("waiting")
    if tell is not None:
        try:
            with connection.begin_nested():
                connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{PATIENCE_S}s'")
                connection.exec_driver_sql(lock)
        except LedgerUnavailableError as error:
            if error.__cause__ is None or not is_busy(error.__cause__):
                raise
            tell()
    connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{BUSY_TIMEOUT_S}s'")
    connection.exec_driver_sql(lock)
