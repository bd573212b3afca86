"""Are the database's own guards in place? What a ledger must have, and nothing else.

An index may be there or not.
"""

from collections.abc import Iterator

from sqlalchemy import Connection, create_engine

from ledger.proof.fault import Fault
from ledger.storage.index_tables import index_metadata
from ledger.storage.schema import REFUSAL, metadata

_SQLITE_SCHEMA = (
    "SELECT type || ' ' || name, coalesce(sql, '') FROM sqlite_master"
    " WHERE name NOT LIKE 'sqlite_%'"
)

REPLICATOR = {
    "table _litestream_lock": "CREATE TABLE _litestream_lock (id INTEGER)",
    "table _litestream_seq": "CREATE TABLE _litestream_seq"
    " (id INTEGER PRIMARY KEY, seq INTEGER)",
}
"""What Litestream keeps in each file it replicates: nothing of the ledger's."""

_POSTGRESQL_TRIGGERS = (
    "SELECT tgname, tgenabled::text, tgfoid::regproc::text FROM pg_trigger"
    " JOIN pg_class ON pg_class.oid = tgrelid"
    " WHERE NOT tgisinternal AND relnamespace = current_schema()::regnamespace"
)

_POSTGRESQL_FUNCTION = (
    "SELECT prosrc FROM pg_proc WHERE proname = 'ledger_is_never_rewritten'"
    " AND pronamespace = current_schema()::regnamespace"
)


def guard_faults(connection: Connection) -> Iterator[Fault]:
    """Tell which guards are missing, weakened, or not ours."""
    if connection.dialect.name == "sqlite":
        yield from _sqlite_faults(connection)
        yield from _damage(connection)
    else:
        yield from _postgresql_faults(connection)


def _sqlite_faults(connection: Connection) -> Iterator[Fault]:
    found = _sqlite_schema(connection)
    with create_engine("sqlite://").connect() as fresh:
        metadata.create_all(fresh)
        needed = _sqlite_schema(fresh).keys()
        index_metadata.create_all(fresh)
        known = _sqlite_schema(fresh)
    for name in sorted(known):
        is_there = name in needed or name in found
        if is_there and found.get(name) != known[name]:
            yield Fault("schema.changed", None, "", {"name": name})
    for name in sorted(found.keys() - known.keys()):
        if found[name] == REPLICATOR.get(name):
            continue
        yield Fault("schema.stray", None, "", {"name": name})


def _sqlite_schema(connection: Connection) -> dict[str, str]:
    found = connection.exec_driver_sql(_SQLITE_SCHEMA)
    return {str(name): str(sql) for name, sql in found}


def _damage(connection: Connection) -> Iterator[Fault]:
    """Ask SQLite whether its pages and indexes fit together."""
    for (said,) in connection.exec_driver_sql("PRAGMA integrity_check").all():
        if said != "ok":
            yield Fault("file.damaged", None, "", {"reason": said})


def _postgresql_faults(connection: Connection) -> Iterator[Fault]:
    triggers = {
        name: (enabled, function)
        for name, enabled, function in connection.exec_driver_sql(_POSTGRESQL_TRIGGERS)
    }
    for table in sorted(metadata.tables):
        name = f"{table}_never_rewritten"
        if triggers.get(name) != ("A", "ledger_is_never_rewritten"):
            yield Fault("schema.changed", None, table, {"name": name})
    bodies = connection.exec_driver_sql(_POSTGRESQL_FUNCTION).all()
    expected = f"BEGIN RAISE EXCEPTION '{REFUSAL}'; END"
    if [body.strip() for (body,) in bodies] != [expected]:
        name = "ledger_is_never_rewritten"
        yield Fault("schema.changed", None, "", {"name": name})
