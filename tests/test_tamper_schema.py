"""Whatever is done to the tables themselves is found, on either engine."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from commands.indexing import index
from commands.verifying import verify
from ledger.storage.engine import postgresql_engine
from ledger.storage.opening import create_ledger
from ledger.storage.places import database_url
from ledger.storage.roles import create_roles
from tests.shell import done

GUARD = "entries_never_rewritten"
ON_ENTRIES = f"{GUARD} on entries"
RUNS = "EXECUTE FUNCTION ledger_is_never_rewritten()"
NULL_FUNCTION = (
    "CREATE FUNCTION nothing() RETURNS trigger LANGUAGE plpgsql"
    " AS $$ BEGIN RETURN NULL; END $$"
)

CHANGES = {
    f"DROP TRIGGER {GUARD} ON entries; CREATE TRIGGER {GUARD} AFTER DELETE ON entries"
    f" FOR EACH ROW WHEN (false) {RUNS};"
    f" ALTER TABLE entries ENABLE ALWAYS TRIGGER {GUARD}": f"trigger {ON_ENTRIES}",
    f"DROP TRIGGER {GUARD} ON entries; CREATE TRIGGER {GUARD} BEFORE UPDATE OF data OR"
    f" DELETE OR TRUNCATE ON entries {RUNS};"
    f" ALTER TABLE entries ENABLE ALWAYS TRIGGER {GUARD}": f"trigger {ON_ENTRIES}",
    "ALTER TABLE checkpoints DISABLE TRIGGER checkpoints_never_skipped": (
        "trigger checkpoints_never_skipped on checkpoints"
    ),
    "ALTER FUNCTION checkpoints_follow_one_another() RESET search_path": (
        "function checkpoints_follow_one_another()"
    ),
    "ALTER TABLE entry_tags DROP CONSTRAINT entry_tags_pkey": (
        "constraint entry_tags_pkey on entry_tags"
    ),
    "ALTER TABLE entry_tags DROP CONSTRAINT entry_tags_pkey;"
    " ALTER TABLE entry_tags ADD CONSTRAINT entry_tags_pkey PRIMARY KEY (tag)": (
        "constraint entry_tags_pkey on entry_tags"
    ),
    "ALTER TABLE entries ALTER data DROP NOT NULL": "column entries.data",
    "ALTER TABLE entries ALTER data SET DEFAULT '{}'": "column entries.data",
    "ALTER TABLE entries ALTER data TYPE varchar(9)": "column entries.data",
    'ALTER TABLE entries ALTER data TYPE text COLLATE "POSIX"': "column entries.data",
    "ALTER TABLE checkpoints ALTER number TYPE bigint": "column checkpoints.number",
    "ALTER TABLE entries ENABLE ROW LEVEL SECURITY": "table entries",
    "ALTER TABLE entries SET UNLOGGED": "table entries",
    "CREATE SCHEMA aside; CREATE TABLE aside.more () INHERITS (entries)": (
        "table entries"
    ),
    "DROP INDEX entries_by_type": "index entries_by_type",
    "DROP INDEX entries_by_type;"
    " CREATE INDEX entries_by_type ON entries (type, position) WHERE false": (
        "index entries_by_type"
    ),
    "ALTER TABLE index_lines DROP COLUMN line": "column index_lines.line",
}
"""What is done on PostgreSQL, and the name of what is not as it was."""

STRAYS = {
    f"{NULL_FUNCTION}; CREATE TRIGGER quiet BEFORE INSERT ON entries"
    " FOR EACH ROW EXECUTE FUNCTION nothing()": "trigger quiet on entries",
    f"{NULL_FUNCTION}; CREATE TRIGGER {GUARD} BEFORE INSERT ON documents"
    " FOR EACH ROW EXECUTE FUNCTION nothing()": f"trigger {GUARD} on documents",
    "CREATE RULE rr AS ON INSERT TO checkpoints DO INSTEAD NOTHING": (
        "rule rr on checkpoints"
    ),
    "CREATE POLICY pp ON entries USING (position < 3)": "policy pp on entries",
    "ALTER TABLE entries ADD COLUMN more TEXT": "column entries.more",
    "ALTER TABLE index_lines ADD COLUMN more TEXT": "column index_lines.more",
    "ALTER TABLE entries ADD CHECK (position < 99)": (
        "constraint entries_position_check on entries"
    ),
    "CREATE UNIQUE INDEX one_each ON entries (recorded_by)": "index one_each",
    "CREATE FUNCTION ledger_is_never_rewritten(text) RETURNS text LANGUAGE sql"
    " AS 'SELECT $1'": "function ledger_is_never_rewritten(text)",
    "GRANT UPDATE, DELETE ON entries TO public": "grant of DELETE on entries to public",
    "GRANT TRUNCATE ON documents TO smo_secretary": (
        "grant of TRUNCATE on documents to smo_secretary"
    ),
    "GRANT TRIGGER ON entries TO smo_auditor": (
        "grant of TRIGGER on entries to smo_auditor"
    ),
    "GRANT UPDATE (data) ON entries TO smo_auditor": (
        "grant of UPDATE on entries.data to smo_auditor"
    ),
}


@pytest.fixture
def owner(postgresql_place: str) -> Iterator[Engine]:
    """Give a ledger with roles and an index, as its owner has it."""
    engine = create_ledger(postgresql_place)
    create_roles(engine, place=postgresql_place)
    index(engine)
    yield engine
    engine.dispose()


@pytest.mark.parametrize(
    "name", ["sqlite-evil", "sqlitez", "sqlite.x", "SQLiteNotes", "sqlite", "SQLITE x"]
)
@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("trigger", "AFTER INSERT ON entries BEGIN SELECT 1; END"),
        ("view", "AS SELECT 1"),
        ("table", "(a)"),
        ("index", "ON entries (recorded_by)"),
    ],
)
def test_what_is_almost_named_as_sqlite_s_own_is_a_stray(
    tmp_path: Path, kind: str, body: str, name: str
) -> None:
    engine = create_ledger(str(tmp_path / "ledger.db"))
    with engine.begin() as connection:
        connection.exec_driver_sql(f'CREATE {kind} "{name}" {body}')
    found = faults(engine)
    engine.dispose()
    assert found == {("schema.stray", f"{kind} {name}")}


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("trigger", "AFTER INSERT ON entries BEGIN SELECT 1; END"),
        ("view", "AS SELECT 1"),
    ],
)
def test_a_trigger_or_view_under_a_name_sqlite_keeps_for_itself_is_a_stray(
    tmp_path: Path, kind: str, body: str
) -> None:
    engine = create_ledger(str(tmp_path / "ledger.db"))
    with engine.begin() as connection:
        connection.exec_driver_sql(f"CREATE {kind} zz {body}")
        connection.exec_driver_sql("PRAGMA writable_schema = ON")
        connection.exec_driver_sql(
            "UPDATE sqlite_master SET name = 'sqlite_zz',"
            " sql = replace(sql, ' zz ', ' sqlite_zz ') WHERE name = 'zz'"
        )
    found = faults(engine)
    engine.dispose()
    assert ("schema.stray", f"{kind} sqlite_zz") in found


def test_what_sqlite_makes_for_itself_is_no_stray(tmp_path: Path) -> None:
    engine = create_ledger(str(tmp_path / "ledger.db"))
    with engine.begin() as connection:
        connection.exec_driver_sql("ANALYZE")
        [made] = connection.exec_driver_sql(
            "SELECT count(*) FROM sqlite_master WHERE name = 'sqlite_stat1'"
        ).one()
    assert made == 1
    assert faults(engine) == set()
    engine.dispose()


@pytest.mark.parametrize("statement", CHANGES)
def test_what_was_changed_in_the_tables_of_postgresql_is_named(
    owner: Engine, statement: str
) -> None:
    run(owner, statement)
    assert ("schema.changed", CHANGES[statement]) in faults(owner)


@pytest.mark.parametrize("statement", STRAYS)
def test_what_was_added_to_the_tables_of_postgresql_is_named(
    owner: Engine, statement: str
) -> None:
    assert faults(owner) == set()
    run(owner, statement)
    assert ("schema.stray", STRAYS[statement]) in faults(owner)
    assert {rule for rule, _name in faults(owner)} == {"schema.stray"}


def test_a_table_that_stands_before_the_ledger_s_own_is_missed(owner: Engine) -> None:
    run(owner, "CREATE SCHEMA before; CREATE TABLE before.checkpoints (number int)")
    with owner.connect() as connection:
        [database] = connection.exec_driver_sql("SELECT current_database()").one()
    run(owner, f"ALTER DATABASE {database} SET search_path = before, public")
    owner.dispose()  # what connects from now on looks there first
    with pytest.raises(Exception, match=r"checkpoints\.note does not exist"):
        verify(owner)
    run(owner, "ALTER TABLE before.checkpoints ADD note TEXT")
    assert ("schema.changed", "table checkpoints") in faults(owner)


@pytest.mark.parametrize("role", ["smo_auditor", "smo_secretary"])
def test_who_only_asks_verifies_a_ledger_beside_which_others_keep_their_things(
    owner: Engine, postgresql_place: str, role: str
) -> None:
    run(
        owner,
        "CREATE SCHEMA other; CREATE TABLE other.entries (a serial PRIMARY KEY);"
        " CREATE VIEW other.spy AS SELECT * FROM public.entries;"
        " GRANT UPDATE ON other.entries TO public;"
        " ALTER TABLE other.entries ENABLE ROW LEVEL SECURITY;"
        " GRANT SELECT, INSERT ON public.entries TO public;"
        " CREATE VIEW public.spy AS SELECT * FROM public.entries;"
        " CREATE TABLE public.notes (a serial PRIMARY KEY)",
    )
    asking = postgresql_engine(
        database_url(postgresql_place).update_query_dict(
            {"options": f"-c role={role}"}
        ),
        shown="ledger",
    )
    found = faults(asking)
    run(owner, "ALTER TABLE entries ADD COLUMN more TEXT")
    assert found == set()
    assert faults(asking) == {("schema.stray", "column entries.more")}
    asking.dispose()


def test_a_ledger_in_a_schema_of_its_own_is_whole(postgresql_place: str) -> None:
    aside = create_ledger(postgresql_place)
    run(aside, "CREATE SCHEMA registre; CREATE VIEW other AS SELECT 1")
    aside.dispose()
    place = f"{postgresql_place}&options=-csearch_path%3Dregistre"
    done("--ledger", place, "init", "--roles")
    assert "The ledger is whole" in done("--ledger", place, "verify")


def faults(engine: Engine) -> set[tuple[str, str]]:
    """Give what verification finds: the rule, and what is between the quotes."""
    return {
        (one.rule, one.message.partition("«")[2].rpartition("»")[0])
        for one in verify(engine).faults
    }


def run(engine: Engine, statement: str) -> None:
    """Run statements as the owner of the database."""
    with engine.begin() as connection:
        connection.exec_driver_sql(statement)
