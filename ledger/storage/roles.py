"""Who may do what in a PostgreSQL database: the roles of those who record and ask.

They are groups that nobody logs in as: the server's own users are made members of them.
"""

from sqlalchemy import Connection, Engine

from ledger.errors import NotAllowedError as DatabaseRefusedError
from ledger.keeping_errors import NoRolesError, RolesNotAllowedError
from ledger.storage.engine import writing
from ledger.storage.index_tables import has_index, index_metadata
from ledger.storage.places import database_url, shown_place
from ledger.storage.schema import ledger_format, metadata

SECRETARY = "smo_secretary"
AUDITOR = "smo_auditor"

RIGHTS = {SECRETARY: "SELECT, INSERT", AUDITOR: "SELECT"}
"""What each may do with the tables; the lock that writers take asks for no right."""

WRITTEN_ONCE = ledger_format.name
"""Written as a ledger is created: whoever adds to it closes the ledger to everybody."""

ALL_RIGHTS = (
    *("SELECT", "INSERT", "UPDATE", "DELETE"),
    *("TRUNCATE", "REFERENCES", "TRIGGER"),
)

_HAS = "SELECT has_table_privilege(%s, %s, %s)"

_LET_READ = (
    "DO $$ BEGIN"
    " IF EXISTS (SELECT FROM pg_roles WHERE rolname = '{role}'"
    " AND has_table_privilege(rolname, 'ledger_format', 'SELECT')) THEN"
    " GRANT SELECT ON {tables} TO {role}; END IF; END $$"
)
_CREATE = (
    "DO $$ BEGIN"
    " IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{role}') THEN"
    " CREATE ROLE {role} NOLOGIN; END IF; END $$"
)


def ensure_roles_possible(place: str) -> None:
    """Refuse roles for a place that cannot have them, before anything is created.

    Raises:
        NoRolesError: it is a SQLite file.
    """
    if database_url(place).drivername == "sqlite":
        raise NoRolesError(place=shown_place(place))


def create_roles(engine: Engine, *, place: str) -> None:
    """Create both roles, and give them their rights and no other; again does no harm.

    Raises:
        RolesNotAllowedError: this user may not create roles, or not give rights.
    """
    tables = ", ".join(sorted(metadata.tables))
    try:
        with writing(engine) as connection:
            [schema] = connection.exec_driver_sql("SELECT current_schema()").one()
            quoted = connection.dialect.identifier_preparer.quote(schema)
            for role, rights in RIGHTS.items():
                for statement in (
                    _CREATE.format(role=role),
                    f"GRANT USAGE ON SCHEMA {quoted} TO {role}",
                    f"REVOKE ALL ON {tables} FROM {role}",
                    f"GRANT {rights} ON {tables} TO {role}",
                    f"REVOKE INSERT ON {WRITTEN_ONCE} FROM {role}",
                ):
                    connection.exec_driver_sql(statement)
            if has_index(connection):
                let_read_index(connection)
            wrong = _wrong_rights(connection)
            if wrong:
                raise RolesNotAllowedError(place=place, reason=", ".join(wrong))
    except DatabaseRefusedError as error:
        reason = error.values["reason"]
        raise RolesNotAllowedError(place=place, reason=reason) from error


def let_read_index(connection: Connection) -> None:
    """Let those who may read the ledger read its index too."""
    tables = ", ".join(sorted(index_metadata.tables))
    for role in RIGHTS:
        connection.exec_driver_sql(_LET_READ.format(role=role, tables=tables))


def _wrong_rights(connection: Connection) -> list[str]:
    """Tell which rights are not as they should be, however that came about.

    PostgreSQL only warns who may not grant; and everybody may have been granted more.
    """
    return [
        f"{role}: {right} {table}"
        for role, rights in RIGHTS.items()
        for table in sorted(metadata.tables)
        for right in ALL_RIGHTS
        if (right in rights.split(", ") and (right, table) != ("INSERT", WRITTEN_ONCE))
        is not connection.exec_driver_sql(_HAS, (role, table, right)).scalar_one()
    ]
