"""Places where a test may put a ledger: a file, or a database of a real server."""

import tempfile
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import Engine

from ledger.storage.opening import create_ledger
from tests.corrected_demo import Demonstration
from tests.shell import REAL, ROOT, done

_NUMBERS = count(1)


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[Any]:
    """Start a PostgreSQL server of our own; it may even run for root."""
    # Not in pytest's folder, which other sessions close again to the server's user.
    with (
        tempfile.TemporaryDirectory(prefix="smo-postgresql-") as folder,
        pytest.MonkeyPatch.context() as patch,
    ):
        # The package asks for this folder as it is imported, and warns without it.
        patch.setenv("XDG_RUNTIME_DIR", folder)
        pgserver = pytest.importorskip("pgserver", reason="has no such Python yet")
        data = Path(folder, "data")
        server = pgserver.get_server(data, cleanup_mode="delete")
        try:
            # Test databases need not survive a power cut.
            for setting in ("fsync = off", "full_page_writes = off"):
                _run(server.get_uri(), f"ALTER SYSTEM SET {setting}")
            _run(server.get_uri(), "SELECT pg_reload_conf()")
            yield server
        finally:
            server.cleanup()


@pytest.fixture
def new_database(postgresql_server: Any) -> Callable[[], str]:
    """Give empty PostgreSQL databases, a new one at each call."""

    def create() -> str:
        name = f"ledger_{next(_NUMBERS)}"
        _run(postgresql_server.get_uri(), f"CREATE DATABASE {name}")
        return str(postgresql_server.get_uri(database=name))

    return create


@pytest.fixture
def postgresql_place(new_database: Callable[[], str]) -> str:
    """Give one empty PostgreSQL database."""
    return new_database()


@pytest.fixture(params=["sqlite", "postgresql"])
def new_place(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], str]:
    """Give places that hold nothing yet, a new one at each call, on either engine."""
    if request.param == "sqlite":
        return lambda: str(tmp_path / f"ledger-{next(_NUMBERS)}.db")
    create: Callable[[], str] = request.getfixturevalue("new_database")
    return create


@pytest.fixture
def engine_place(new_place: Callable[[], str]) -> str:
    """Give one place that holds nothing yet, on either engine."""
    return new_place()


@pytest.fixture
def ledger_engine(engine_place: str) -> Iterator[Engine]:
    """Open a new ledger on either engine."""
    engine = create_ledger(engine_place)
    yield engine
    engine.dispose()


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Record the real acts and the fictional complement, once; only to be read."""
    place = tmp_path_factory.mktemp("demonstration") / "demo.db"
    fictional = sorted((ROOT / "examples" / "fictional").glob("*.yaml"))
    done("--ledger", place, "import", *fictional, *REAL)
    return place


@pytest.fixture
def demo(demonstration: Path, tmp_path: Path) -> Demonstration:
    """Give the demonstration, to make copies of it that differ."""
    return Demonstration(demonstration, tmp_path)


def _run(uri: str, statement: str) -> None:
    """Run what cannot run within a transaction."""
    with psycopg.connect(uri, autocommit=True) as connection:
        connection.execute(statement.encode())
