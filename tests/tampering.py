"""Someone who may do anything to the database, and puts its guards back afterwards."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine

from ledger.storage.engine import writing
from ledger.storage.schema import metadata

TABLES = sorted(metadata.tables)


@contextmanager
def unguarded(engine: Engine) -> Iterator[Connection]:
    """Take the triggers away, hand out the database, and put them back as they were."""
    with writing(engine) as connection:
        if engine.dialect.name == "sqlite":
            yield from _without_triggers(connection)
        else:
            yield from _with_triggers_off(connection)


def _without_triggers(connection: Connection) -> Iterator[Connection]:
    guards = connection.exec_driver_sql(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
    ).all()
    for name, _sql in guards:
        connection.exec_driver_sql(f"DROP TRIGGER {name}")
    yield connection
    for _name, sql in guards:
        connection.exec_driver_sql(sql)


def _with_triggers_off(connection: Connection) -> Iterator[Connection]:
    for table in TABLES:
        connection.exec_driver_sql(f"ALTER TABLE {table} DISABLE TRIGGER ALL")
    yield connection
    for table in TABLES:
        trigger = f"{table}_never_rewritten"
        connection.exec_driver_sql(
            f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {trigger}"
        )
