"""The tables of a ledger, and the triggers by which the database keeps them whole."""

from sqlalchemy import (
    DDL,
    BigInteger,
    Column,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    event,
)
from sqlalchemy.schema import ExecutableDDLElement

REFUSAL = "a ledger is never rewritten"

# Only INTEGER, not BIGINT, makes a SQLite primary key the row's own number.
POSITION = BigInteger().with_variant(Integer(), "sqlite")
# Texts are compared byte by byte on both engines, whatever language the server speaks.
TEXT = Text().with_variant(Text(collation="C"), "postgresql")

metadata = MetaData()

entries = Table(
    "entries",
    metadata,
    Column("position", POSITION, primary_key=True, autoincrement=False),
    Column("recorded_at", TEXT, nullable=False),
    Column("recorded_by", TEXT, nullable=False),
    Column("type", TEXT, nullable=False),
    Column("tags", TEXT, nullable=False),
    Column("data", TEXT, nullable=False),
    Index("entries_by_type", "type", "position"),
)

entry_tags = Table(
    "entry_tags",
    metadata,
    Column("tag", TEXT, primary_key=True),
    Column("position", POSITION, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

documents = Table(
    "documents",
    metadata,
    Column("sha256", TEXT, primary_key=True),
    Column("content", LargeBinary, nullable=False),
    # A row number of its own would be a second key by which REPLACE could reach a row.
    sqlite_with_rowid=False,
)

ledger_format = Table(
    "ledger_format",
    metadata,
    Column("version", Integer, primary_key=True, autoincrement=False),
)

# The row of a position holds the nodes of the Merkle tree that its entry completed,
# from its own leaf upwards: node (level, number) is in the row (number + 1) × 2^level,
# at the byte 32 × level. So the tree only ever grows at its end, a row an entry.
tree_nodes = Table(
    "tree_nodes",
    metadata,
    Column("position", POSITION, primary_key=True, autoincrement=False),
    Column("hashes", LargeBinary, nullable=False),
)

checkpoints = Table(
    "checkpoints",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("note", TEXT, nullable=False),
)

# `INSERT OR REPLACE` deletes without asking the DELETE trigger, so what comes in is
# looked at too. For entries the same look keeps the positions without gaps.
_SQLITE_UNFIT = {
    entries: "NEW.position IS NOT (SELECT coalesce(max(position), 0) + 1 FROM entries)",
    entry_tags: "EXISTS (SELECT 1 FROM entry_tags"
    " WHERE tag = NEW.tag AND position = NEW.position)",
    documents: "EXISTS (SELECT 1 FROM documents WHERE sha256 = NEW.sha256)",
    ledger_format: "EXISTS (SELECT 1 FROM ledger_format WHERE version = NEW.version)",
    tree_nodes: "NEW.position IS NOT"
    " (SELECT coalesce(max(position), 0) + 1 FROM tree_nodes)",
    checkpoints: "NEW.number IS NOT"
    " (SELECT coalesce(max(number), 0) + 1 FROM checkpoints)",
}

_SQLITE_TRIGGER = (
    "CREATE TRIGGER {table}_{name} BEFORE {moment} "
    f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
)

_REFUSE = f"RAISE EXCEPTION '{REFUSAL}'"
_LAST_CHECKPOINT = (
    "EXECUTE 'SELECT coalesce(max(number), 0) FROM ' || TG_RELID::regclass::text"
    " INTO last;"
)

POSTGRESQL_FUNCTIONS = {
    "ledger_is_never_rewritten": f"BEGIN {_REFUSE}; END",
    "checkpoints_follow_one_another": (
        f"DECLARE last integer; BEGIN {_LAST_CHECKPOINT}"
        f" IF NEW.number IS DISTINCT FROM last + 1 THEN {_REFUSE}; END IF;"
        " RETURN NEW; END"
    ),
}
"""What the triggers of PostgreSQL run, by name."""

POSTGRESQL_PATH = "search_path=pg_catalog, pg_temp"
"""Where those functions look names up, whatever a session calls by those names."""

_POSTGRESQL_FUNCTION = (
    "CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql"
    " SET search_path = pg_catalog, pg_temp AS $$ {body} $$"
)

# As PostgreSQL itself writes a trigger down, so that what it has can be compared.
POSTGRESQL_TRIGGERS = {
    f"{table.name}_never_rewritten": (
        table,
        (
            f"CREATE TRIGGER {table.name}_never_rewritten"
            f" BEFORE DELETE OR UPDATE OR TRUNCATE ON {table.name}"
            " FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_never_rewritten()"
        ),
    )
    for table in _SQLITE_UNFIT
} | {
    "checkpoints_never_skipped": (
        checkpoints,
        (
            "CREATE TRIGGER checkpoints_never_skipped BEFORE INSERT ON checkpoints"
            " FOR EACH ROW EXECUTE FUNCTION checkpoints_follow_one_another()"
        ),
    )
}
"""The triggers of PostgreSQL by name: the table of each, and how it is created."""

# Without ALWAYS, a session that says it is a replica would pass the trigger by.
_POSTGRESQL_ALWAYS = "ALTER TABLE {table} ENABLE ALWAYS TRIGGER {name}"


def _only_on(dialect: str, statement: str) -> ExecutableDDLElement:
    """Make a statement that only this dialect runs."""
    ddl: DDL = DDL(statement)  # type: ignore[no-untyped-call]
    return ddl.execute_if(dialect=dialect)


def _after_creating(table: Table, dialect: str, statement: str) -> None:
    """Run a statement on this dialect as soon as the table has been created."""
    event.listen(table, "after_create", _only_on(dialect, statement))


def _guard_on_sqlite(table: Table, unfit: str) -> None:
    """Have SQLite refuse to rewrite the table."""
    for name, moment in (
        ("never_updated", f"UPDATE ON {table.name}"),
        ("never_deleted", f"DELETE ON {table.name}"),
        ("never_replaced", f"INSERT ON {table.name} WHEN {unfit}"),
    ):
        trigger = _SQLITE_TRIGGER.format(table=table.name, name=name, moment=moment)
        _after_creating(table, "sqlite", trigger)


def _guard_on_postgresql(name: str, table: Table, trigger: str) -> None:
    """Have PostgreSQL refuse it, in each session."""
    always = _POSTGRESQL_ALWAYS.format(table=table.name, name=name)
    for statement in (trigger, always):
        _after_creating(table, "postgresql", statement)


for _name, _body in POSTGRESQL_FUNCTIONS.items():
    _function = _POSTGRESQL_FUNCTION.format(name=_name, body=_body)
    event.listen(metadata, "before_create", _only_on("postgresql", _function))
for _table, _unfit in _SQLITE_UNFIT.items():
    _guard_on_sqlite(_table, _unfit)
for _name, (_table, _trigger) in POSTGRESQL_TRIGGERS.items():
    _guard_on_postgresql(_name, _table, _trigger)
