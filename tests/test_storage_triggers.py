"""The database itself refuses to rewrite a ledger, whoever asks it."""

import hashlib

import pytest
from eventsourcing.dcb.api import DCBEvent
from sqlalchemy import Engine, delete, insert, select, text

from ledger.errors import LedgerUnavailableError
from ledger.storage.engine import writing
from ledger.storage.recorder import SQLRecorder
from ledger.storage.schema import REFUSAL, checkpoints, metadata

TABLES = sorted(metadata.tables)

on_sqlite = pytest.mark.parametrize("new_place", ["sqlite"], indirect=True)
on_postgresql = pytest.mark.parametrize("new_place", ["postgresql"], indirect=True)

UPDATES = {
    "documents": "UPDATE documents SET content = content",
    "entries": "UPDATE entries SET data = '{}'",
    "entry_tags": "UPDATE entry_tags SET tag = 'other'",
    "ledger_format": "UPDATE ledger_format SET version = 0",
    "tree_nodes": "UPDATE tree_nodes SET position = position + 9",
    "checkpoints": "UPDATE checkpoints SET note = 'forged'",
}

CONTENT = b"minutes"
SHA256 = hashlib.sha256(CONTENT).hexdigest()

# Row by row, what SQLite would let in by deleting what is there.
REPLACEMENTS = {
    "documents": f"VALUES ('{SHA256}', x'00')",
    "entries": "VALUES (1, '', 'forger', 'seated', '[]', '{}')",
    "entry_tags": "VALUES ('a', 1)",
    "ledger_format": "VALUES (2)",
    "tree_nodes": "VALUES (1, x'00')",
    "checkpoints": "VALUES (1, 'forged')",
}

UPSERTS = {
    "documents": f"VALUES ('{SHA256}', 'x') ON CONFLICT (sha256) DO UPDATE"
    " SET content = 'forged'",
    "entries": "VALUES (1, '', '', '', '', '') ON CONFLICT (position) DO UPDATE"
    " SET data = 'forged'",
    "entry_tags": "VALUES ('a', 1) ON CONFLICT (tag, position) DO UPDATE"
    " SET tag = 'forged'",
    "ledger_format": "VALUES (2) ON CONFLICT (version) DO UPDATE SET version = 1",
    "tree_nodes": "VALUES (1, 'x') ON CONFLICT (position) DO UPDATE"
    " SET hashes = 'forged'",
    "checkpoints": "VALUES (1, '') ON CONFLICT (number) DO UPDATE SET note = 'forged'",
}


@pytest.fixture
def filled(ledger_engine: Engine) -> Engine:
    """Fill every table of a new ledger."""
    events = [DCBEvent(type="seated", data=b"{}", tags=["a"])] * 2
    SQLRecorder(ledger_engine).append(events, documents={SHA256: CONTENT})
    with writing(ledger_engine) as connection:
        connection.execute(insert(checkpoints).values(number=1, note="sealed"))
    return ledger_engine


def contents(engine: Engine) -> dict[str, list[tuple[object, ...]]]:
    with engine.connect() as connection:
        return {
            name: sorted(tuple(row) for row in connection.execute(select(table)))
            for name, table in metadata.tables.items()
        }


def assert_refused(engine: Engine, statement: str, why: str = REFUSAL) -> None:
    before = contents(engine)
    with pytest.raises(LedgerUnavailableError, match=why), writing(engine) as session:
        session.execute(text(statement))
    assert contents(engine) == before
    assert all(before.values())


def test_no_row_is_ever_updated(filled: Engine) -> None:
    for table in TABLES:
        assert_refused(filled, UPDATES[table])


def test_no_row_is_ever_deleted(filled: Engine) -> None:
    for table in TABLES:
        assert_refused(filled, str(delete(metadata.tables[table])))


def test_no_row_is_updated_by_way_of_an_insertion(filled: Engine) -> None:
    for table in TABLES:
        assert_refused(filled, f"INSERT INTO {table} {UPSERTS[table]}")


@on_postgresql
def test_no_table_is_emptied(filled: Engine) -> None:
    for table in TABLES:
        assert_refused(filled, f"TRUNCATE {table} CASCADE")


@on_postgresql
def test_a_session_that_says_it_is_a_replica_is_refused_too(filled: Engine) -> None:
    for table in TABLES:
        replica = "SET LOCAL session_replication_role = replica"
        assert_refused(filled, f"{replica}; {UPDATES[table]}")


@on_sqlite
def test_no_row_is_replaced(filled: Engine) -> None:
    for table in TABLES:
        assert_refused(filled, f"REPLACE INTO {table} {REPLACEMENTS[table]}")
        assert_refused(filled, f"INSERT OR IGNORE INTO {table} {REPLACEMENTS[table]}")


@on_sqlite
def test_no_document_is_replaced_by_way_of_a_row_number(filled: Engine) -> None:
    insertion = "REPLACE INTO documents (rowid, sha256, content) VALUES (1, 'x', 'x')"
    assert_refused(filled, insertion, "no column named rowid")


# On PostgreSQL it is the recorder that counts, under its lock.
@on_sqlite
def test_an_entry_goes_nowhere_but_after_the_last(filled: Engine) -> None:
    for position in ("0", "1", "4", "-1", "NULL"):
        values = f"VALUES ({position}, '', '', '', '', '')"
        assert_refused(filled, f"INSERT INTO entries {values}")


def test_a_checkpoint_goes_nowhere_but_after_the_last(filled: Engine) -> None:
    for number in ("0", "1", "3", "-1", "NULL"):
        values = f"VALUES ({number}, '')"
        assert_refused(filled, f"INSERT INTO checkpoints {values}")
    assert_refused(filled, "INSERT INTO checkpoints VALUES (2, ''), (4, '')")
    with writing(filled) as connection:
        connection.execute(text("INSERT INTO checkpoints VALUES (2, ''), (3, '')"))
    assert_refused(filled, "INSERT INTO checkpoints VALUES (3, '')")
