"""Are the database's own guards in place? What a ledger must have, and nothing else.

An index may be there or not.
"""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet

from sqlalchemy import Connection, create_engine

from ledger.proof.fault import Fault
from ledger.storage.index_tables import index_metadata
from ledger.storage.postgresql_catalogue import catalogue, known_catalogue
from ledger.storage.schema import metadata

_SQLITE_SCHEMA = (
    "SELECT type || ' ' || name, coalesce(sql, '') FROM sqlite_master"
    # What SQLite makes for itself is a table or an index, under a name it gives nobody.
    " WHERE NOT (type IN ('table', 'index') AND lower(substr(name, 1, 7)) = 'sqlite_')"
)

REPLICATOR = {
    "table _litestream_lock": "CREATE TABLE _litestream_lock (id INTEGER)",
    "table _litestream_seq": "CREATE TABLE _litestream_seq"
    " (id INTEGER PRIMARY KEY, seq INTEGER)",
}
"""What Litestream keeps in each file it replicates: nothing of the ledger's."""


def guard_faults(connection: Connection) -> Iterator[Fault]:
    """Tell which guards are missing, weakened, or not ours."""
    if connection.dialect.name == "sqlite":
        yield from _sqlite_faults(connection)
        yield from _damage(connection)
    else:
        found = catalogue(connection)
        known = known_catalogue(found)
        yield from _differences(found, known, known.keys())


def _sqlite_faults(connection: Connection) -> Iterator[Fault]:
    found = _sqlite_schema(connection)
    with create_engine("sqlite://").connect() as fresh:
        metadata.create_all(fresh)
        needed = _sqlite_schema(fresh).keys()
        index_metadata.create_all(fresh)
        known = _sqlite_schema(fresh)
    ours = {name: sql for name, sql in found.items() if sql != REPLICATOR.get(name)}
    yield from _differences(ours, known, needed)


def _differences(
    found: Mapping[str, str], known: Mapping[str, str], needed: AbstractSet[str]
) -> Iterator[Fault]:
    """Tell what is not as it is known to be, or not known at all."""
    for name in sorted(known):
        is_there = name in needed or name in found
        if is_there and found.get(name) != known[name]:
            yield Fault("schema.changed", None, "", {"name": name})
    for name in sorted(found.keys() - known.keys()):
        yield Fault("schema.stray", None, "", {"name": name})


def _sqlite_schema(connection: Connection) -> dict[str, str]:
    found = connection.exec_driver_sql(_SQLITE_SCHEMA)
    return {str(name): str(sql) for name, sql in found}


def _damage(connection: Connection) -> Iterator[Fault]:
    """Ask SQLite whether its pages and indexes fit together."""
    for (said,) in connection.exec_driver_sql("PRAGMA integrity_check").all():
        if said != "ok":
            yield Fault("file.damaged", None, "", {"reason": said})
