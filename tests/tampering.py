"""Someone who may do anything to the database, and puts its guards back afterwards."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, TypeAlias

from sqlalchemy import Connection, Engine, delete, insert, select

from ledger.proof.merkle import Frontier, leaf_hash
from ledger.storage.engine import writing
from ledger.storage.entry import StoredEntry, hashed_form
from ledger.storage.schema import POSTGRESQL_TRIGGERS, metadata

Rows: TypeAlias = list[tuple[Any, ...]]
Tables: TypeAlias = dict[str, Rows]

TABLES = sorted(metadata.tables)


def contents(engine: Engine) -> Tables:
    """Give all that a ledger holds, in the order of its keys."""
    with engine.connect() as connection:
        return {
            name: [
                tuple(row)
                for row in connection.execute(
                    select(table).order_by(*table.primary_key.columns)
                )
            ]
            for name, table in metadata.tables.items()
        }


def refill(engine: Engine, tables: Mapping[str, Sequence[tuple[Any, ...]]]) -> None:
    """Put other rows into the tables named, with the guards away meanwhile."""
    with unguarded(engine) as connection:
        for name, rows in tables.items():
            table = metadata.tables[name]
            connection.execute(delete(table))
            if rows:
                names = table.columns.keys()
                given = [dict(zip(names, row, strict=True)) for row in rows]
                connection.execute(insert(table), given)


def rehashed(held: Sequence[tuple[Any, ...]]) -> Tables:
    """Make tables that fit these entries, whatever they were: a forger's own tree."""
    edge, found = Frontier(), Tables(entries=[], entry_tags=[], tree_nodes=[])
    for position, row in enumerate(held, 1):
        entry = StoredEntry(position, *row[1:])
        found["entries"].append((position, *row[1:]))
        nodes = edge.append(leaf_hash(hashed_form(entry)))
        found["tree_nodes"].append((position, nodes))
    return found


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
    for name, (of, _trigger) in POSTGRESQL_TRIGGERS.items():
        connection.exec_driver_sql(f"ALTER TABLE {of} ENABLE ALWAYS TRIGGER {name}")
