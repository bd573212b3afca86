"""What PostgreSQL says it has where a ledger is, and what it must have there.

Its own catalogue is read, which every role may, and only of the ledger's own tables:
it may have a corner of a database that others use. What must be there follows from the
tables as the program creates them.
"""

from collections.abc import Iterable, Iterator, Mapping

from sqlalchemy import Column, Connection, Table
from sqlalchemy.dialects import postgresql

from ledger.storage.index_tables import index_metadata
from ledger.storage.schema import (
    POSTGRESQL_FUNCTIONS,
    POSTGRESQL_PATH,
    POSTGRESQL_TRIGGERS,
    metadata,
)

_OURS = """
WITH corner AS (
    SELECT relnamespace AS schema FROM pg_class
    WHERE oid = to_regclass('ledger_format')
), ours AS (
    SELECT pg_class.* FROM pg_class JOIN corner ON relnamespace = schema
    WHERE relkind = 'r' AND relname = ANY(%(tables)s)
)
"""

# Kept on the disk, found by its bare name, no row hidden, of one table alone.
_RELATIONS = """
SELECT CASE relkind WHEN 'r' THEN 'table' WHEN 'v' THEN 'view' WHEN 'S' THEN 'sequence'
        WHEN 'm' THEN 'materialized view' WHEN 'f' THEN 'foreign table'
        WHEN 'p' THEN 'partitioned table' ELSE 'type' END || ' ' || relname,
    concat_ws(' ', relpersistence, pg_table_is_visible(oid),
        relrowsecurity, relforcerowsecurity,
        EXISTS (SELECT FROM pg_inherits WHERE oid IN (inhrelid, inhparent)))
FROM pg_class JOIN corner ON relnamespace = schema WHERE relname = ANY(%(tables)s)
"""
_LIKE_OURS = "p t f f f"

_COLUMNS = """
SELECT 'column ' || relname || '.' || attname,
    concat_ws(' ', format_type(atttypid, atttypmod),
        'COLLATE ' || nullif(attcollation, 0)::regcollation::text,
        CASE WHEN attnotnull THEN 'NOT NULL' END,
        'DEFAULT ' || pg_get_expr(adbin, adrelid),
        nullif(attgenerated::text, ''), nullif(attidentity::text, ''))
FROM ours JOIN pg_attribute ON attrelid = ours.oid
    LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
WHERE attnum > 0 AND NOT attisdropped
"""

# From PostgreSQL 18 on, NOT NULL is a constraint too; the column has said it already.
_CONSTRAINTS = """
SELECT 'constraint ' || conname || ' on ' || relname,
    pg_get_constraintdef(pg_constraint.oid, true)
FROM ours JOIN pg_constraint ON conrelid = ours.oid WHERE contype <> 'n'
"""

_INDEXES = """
SELECT 'index ' || made.relname, concat_ws(' ', pg_get_indexdef(indexrelid, 0, true),
    CASE WHEN NOT (indisvalid AND indisready AND indislive) THEN 'INVALID' END)
FROM ours JOIN pg_index ON indrelid = ours.oid
    JOIN pg_class AS made ON made.oid = indexrelid
WHERE NOT EXISTS (SELECT FROM pg_constraint
    WHERE conindid = indexrelid AND conrelid = indrelid)
"""

_TRIGGERS = """
SELECT 'trigger ' || tgname || ' on ' || relname,
    concat_ws(' ', tgenabled, pg_get_triggerdef(pg_trigger.oid, true))
FROM ours JOIN pg_trigger ON tgrelid = ours.oid WHERE NOT tgisinternal
"""

_FUNCTIONS = """
SELECT 'function ' || proname || '(' || pg_get_function_identity_arguments(pg_proc.oid)
    || ')', concat_ws(' ', lanname, array_to_string(proconfig, ' '), btrim(prosrc))
FROM corner JOIN pg_proc ON pronamespace = schema
    JOIN pg_language ON pg_language.oid = prolang
WHERE proname = ANY(%(functions)s)
"""

_RULES = """
SELECT 'rule ' || rulename || ' on ' || relname, ''
FROM ours JOIN pg_rewrite ON ev_class = ours.oid
UNION ALL
SELECT 'policy ' || polname || ' on ' || relname, ''
FROM ours JOIN pg_policy ON polrelid = ours.oid
"""

# To read and to insert may be granted to whomever the owner likes.
_GRANTS = """
SELECT DISTINCT 'grant of ' || privilege_type || ' on ' || what || ' to '
    || CASE grantee WHEN 0 THEN 'public' ELSE pg_get_userbyid(grantee) END, ''
FROM (
    SELECT relname::text, relowner, relacl FROM ours
    UNION ALL
    SELECT relname || '.' || attname, relowner, attacl
    FROM ours JOIN pg_attribute ON attrelid = ours.oid
) AS given (what, owner, acl) CROSS JOIN LATERAL aclexplode(acl)
WHERE privilege_type IN ('UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER')
    AND grantee <> owner AND split_part(what, '.', 1) = ANY(%(kept)s)
"""

_CATALOGUE = _OURS + "UNION ALL".join(
    (
        *(_RELATIONS, _COLUMNS, _CONSTRAINTS, _INDEXES),
        *(_TRIGGERS, _FUNCTIONS, _RULES, _GRANTS),
    )
)


def catalogue(connection: Connection) -> dict[str, str]:
    """Give all there is where the ledger is, and how each is defined."""
    kept = [*metadata.tables]
    names = {
        "kept": kept,
        "tables": [*kept, *index_metadata.tables],
        "functions": [*POSTGRESQL_FUNCTIONS],
    }
    # Which names are quoted depends on the version; ours need no quotes.
    return {
        name: defined.replace('"', "")
        for name, defined in connection.exec_driver_sql(_CATALOGUE, names)
    }


def known_catalogue(found: Mapping[str, str]) -> dict[str, str]:
    """Give what must be there; the tables of an index only where there are any."""
    index = index_metadata.tables.values()
    there = [table for table in index if f"table {table.name}" in found]
    return dict(
        [
            *_tables([*metadata.tables.values(), *there]),
            *(
                (f"function {name}()", f"plpgsql {POSTGRESQL_PATH} {body}")
                for name, body in POSTGRESQL_FUNCTIONS.items()
            ),
            *(
                (f"trigger {name} on {table.name}", f"A {trigger}")
                for name, (table, trigger) in POSTGRESQL_TRIGGERS.items()
            ),
        ]
    )


def _tables(tables: Iterable[Table]) -> Iterator[tuple[str, str]]:
    for table in tables:
        name = table.name
        yield f"table {name}", _LIKE_OURS
        for column in table.columns:
            yield f"column {name}.{column.name}", _column(column)
        key = ", ".join(table.primary_key.columns.keys())
        yield f"constraint {name}_pkey on {name}", f"PRIMARY KEY ({key})"
        for index in table.indexes:
            columns = ", ".join(index.columns.keys())
            made = f"CREATE INDEX {index.name} ON {name} USING btree ({columns})"
            yield f"index {index.name}", made


def _column(column: Column[object]) -> str:
    """Write a column as PostgreSQL tells it."""
    dialect = postgresql.dialect()  # type: ignore[no-untyped-call]
    kind, *collation = column.type.compile(dialect).replace('"', "").split(" ")
    is_needed = [] if column.nullable else ["NOT NULL"]
    return " ".join([kind.lower(), *collation, *is_needed])
