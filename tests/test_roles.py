"""On PostgreSQL a secretary records and an auditor asks; neither rewrites anything."""

import logging
from collections.abc import Callable, Iterator
from itertools import count, product
from pathlib import Path

import psycopg
import pytest
from psycopg import errors
from psycopg.conninfo import conninfo_to_dict

from ledger.storage import roles
from ledger.storage.schema import REFUSAL, metadata
from tests.acts import act, decision, write
from tests.shell import done, process, smo

TABLES = sorted(metadata.tables)

UPDATE = "UPDATE {table} SET {column} = {column}"

PAST_THE_GUARDS = (
    "DELETE FROM {table}",
    "TRUNCATE {table}",
    "DROP TABLE {table}",
    "ALTER TABLE {table} DISABLE TRIGGER ALL",
    "DROP TRIGGER {table}_never_rewritten ON {table}",
    "ALTER TABLE {table} ADD COLUMN more TEXT",
    (
        "CREATE OR REPLACE FUNCTION ledger_is_never_rewritten() RETURNS trigger"
        " LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$"
    ),
    "SET session_replication_role = replica",
)
_NUMBERS = count(1)

NewUser = Callable[[str], str]


@pytest.fixture
def place(postgresql_place: str) -> str:
    """Give a ledger with its roles, as its owner made it."""
    done("--ledger", postgresql_place, "init", "--roles")
    return postgresql_place


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Write an act."""
    matter = decision("matter-decided", subject="Objet fictif")
    return write(tmp_path / "acts.yaml", [act("bureau/1", matter)])


@pytest.fixture
def as_member_of(place: str) -> Iterator[NewUser]:
    """Make users of the server who log in as themselves; tell the ledger's URL."""
    made: list[str] = []

    def new(role: str) -> str:
        name = f"user_{next(_NUMBERS)}_{id(made)}"
        granted = f"IN ROLE {role}" if role else ""
        with psycopg.connect(place, autocommit=True) as connection:
            connection.execute(f"CREATE ROLE {name} LOGIN {granted}".encode())
        made.append(name)
        known = conninfo_to_dict(place)
        return f"postgresql://{name}@/{known['dbname']}?host={known['host']}"

    yield new
    with psycopg.connect(place, autocommit=True) as connection:
        for name in made:
            connection.execute(f"DROP ROLE {name}".encode())


def test_a_secretary_records_asks_and_verifies(
    as_member_of: NewUser, file: Path
) -> None:
    url = as_member_of("smo_secretary")
    assert "1 act recorded" in done("--ledger", url, "import", file)
    assert "1 act was there already" in done("--ledger", url, "import", file)
    assert "whole" in done("--ledger", url, "verify")
    done("--ledger", url, "annex", "1")


def test_a_secretary_seals(as_member_of: NewUser, file: Path, tmp_path: Path) -> None:
    url = as_member_of("smo_secretary")
    done("--ledger", url, "import", file)
    done("key", "new", "--output", tmp_path / "key")
    done("--ledger", url, "seal", "--key", tmp_path / "key")
    assert "whole" in done("--ledger", url, "verify")


@pytest.mark.parametrize("role", ["smo_secretary", "smo_auditor"])
def test_neither_closes_the_ledger_by_adding_a_format(
    place: str, as_member_of: NewUser, file: Path, role: str
) -> None:
    with (
        psycopg.connect(as_member_of(role)) as connection,
        pytest.raises(errors.InsufficientPrivilege),
    ):
        connection.execute(b"INSERT INTO ledger_format VALUES (7)")
    assert "1 act recorded" in done("--ledger", place, "import", file)


def test_the_right_to_add_a_format_is_taken_back_where_it_was_given(
    place: str, as_member_of: NewUser, file: Path
) -> None:
    with psycopg.connect(place, autocommit=True) as connection:
        connection.execute(b"GRANT INSERT ON ledger_format TO smo_secretary")
    done("--ledger", place, "init", "--roles")
    url = as_member_of("smo_secretary")
    with (
        psycopg.connect(url) as connection,
        pytest.raises(errors.InsufficientPrivilege),
    ):
        connection.execute(b"INSERT INTO ledger_format VALUES (7)")
    assert "1 act recorded" in done("--ledger", url, "import", file)


@pytest.mark.parametrize(
    "numbers", ["(2)", "(0)", "(-1)", "(1), (3)", "(1), (1)", "(2), (1)"]
)
def test_a_secretary_leaves_no_gap_between_checkpoints(
    as_member_of: NewUser, numbers: str
) -> None:
    rows = numbers.replace(")", ", '')")
    insertion = f"INSERT INTO public.checkpoints VALUES {rows}"  # noqa: S608
    with psycopg.connect(as_member_of("smo_secretary")) as connection:
        # A table of one's own, which comes first wherever no schema is named.
        connection.execute(b"CREATE TEMP TABLE checkpoints (number int)")
        connection.execute(b"INSERT INTO checkpoints VALUES (1)")
        with pytest.raises(errors.RaiseException, match=REFUSAL):
            connection.execute(insertion.encode())


@pytest.mark.parametrize("role", ["smo_secretary", "smo_auditor"])
def test_neither_gets_past_the_guards(as_member_of: NewUser, role: str) -> None:
    with psycopg.connect(as_member_of(role), autocommit=True) as connection:
        for table, statement in product(TABLES, PAST_THE_GUARDS):
            with pytest.raises(errors.InsufficientPrivilege):
                connection.execute(statement.format(table=table).encode())
        for known in metadata.sorted_tables:
            for column in known.columns:
                update = UPDATE.format(table=known.name, column=column.name)
                with pytest.raises(errors.InsufficientPrivilege):
                    connection.execute(update.encode())


def test_an_auditor_asks_and_verifies_and_does_not_record(
    place: str, as_member_of: NewUser, file: Path
) -> None:
    url = as_member_of("smo_auditor")
    done("--ledger", place, "import", file)
    assert "whole" in done("--ledger", url, "verify")
    assert "bureau/1" in done("--ledger", url, "log")
    more = [act("bureau/2", decision("matter-decided", subject="Objet fictif"))]
    refused = smo("--ledger", url, "import", write(file.with_name("2.yaml"), more))
    assert refused.exit_code == 1
    assert "does not let you do this (permission denied" in refused.stderr
    assert "smo_secretary" in refused.stderr
    assert len(done("--ledger", place, "log").splitlines()) > 1
    assert "whole" in done("--ledger", url, "verify")


def test_who_may_not_record_is_told_so_and_nothing_else(
    place: str, as_member_of: NewUser, file: Path
) -> None:
    done("--ledger", place, "import", file)
    more = [act("bureau/2", decision("matter-decided", subject="Objet fictif"))]
    write(file.with_name("2.yaml"), more)
    url = as_member_of("smo_auditor")
    refused = process("--ledger", url, "import", "2.yaml", folder=file.parent)
    assert refused.returncode == 1
    assert refused.stderr.count("\n") == 1, refused.stderr
    assert "does not let you do this (permission denied" in refused.stderr


def test_other_warnings_of_the_driver_are_still_heard(
    place: str, caplog: pytest.LogCaptureFixture
) -> None:
    done("--ledger", place, "verify")
    driver = logging.getLogger("psycopg")
    driver.warning("error ignored terminating %r: %s", "<Pipeline>", "pipeline aborted")
    driver.warning("error ignored terminating %r: %s", "<Pipeline>", "connection lost")
    driver.warning("pipeline aborted")
    assert [one.getMessage() for one in caplog.records] == [
        "error ignored terminating '<Pipeline>': connection lost",
        "pipeline aborted",
    ]


def test_a_stranger_to_both_roles_does_not_even_ask(as_member_of: NewUser) -> None:
    refused = smo("--ledger", as_member_of(""), "log")
    assert refused.exit_code == 1
    assert "does not let you do this" in refused.stderr


def test_roles_are_created_once_and_take_back_what_was_given_since(
    place: str, as_member_of: NewUser
) -> None:
    with psycopg.connect(place, autocommit=True) as connection:
        connection.execute(b"GRANT DELETE, UPDATE ON entries TO smo_auditor")
    assert "Its roles are ready" in done("--ledger", place, "init", "--roles")
    with (
        psycopg.connect(as_member_of("smo_auditor")) as connection,
        pytest.raises(errors.InsufficientPrivilege),
    ):
        connection.execute(b"DELETE FROM entries")


def test_who_may_not_create_roles_is_told_who_may(
    as_member_of: NewUser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(roles, "RIGHTS", {"smo_nobody_yet": "SELECT"})
    refused = smo("--ledger", as_member_of("smo_secretary"), "init", "--roles")
    assert refused.exit_code == 1
    assert "The roles were not created" in refused.stderr
    assert "permission denied to create role" in refused.stderr
    assert "CREATEROLE" in refused.stderr


@pytest.mark.parametrize("given_to", ["smo_auditor", "PUBLIC"])
def test_rights_that_cannot_be_taken_back_are_named(
    place: str, as_member_of: NewUser, given_to: str
) -> None:
    with psycopg.connect(place, autocommit=True) as connection:
        connection.execute(f"GRANT DELETE ON entries TO {given_to}".encode())
    # PostgreSQL lets somebody else revoke nothing, and calls that a success.
    refused = smo("--ledger", as_member_of("smo_secretary"), "init", "--roles")
    assert refused.exit_code == 1
    assert "smo_auditor: DELETE entries" in refused.stderr


def test_a_file_has_no_roles_and_is_not_created_for_them(tmp_path: Path) -> None:
    refused = smo("--ledger", tmp_path / "ledger.db", "init", "--roles")
    assert refused.exit_code == 1
    assert "has no roles" in refused.stderr
    assert list(tmp_path.iterdir()) == []
