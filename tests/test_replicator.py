"""What Litestream adds to a file is known, to the letter; anything else is a stray."""

from pathlib import Path

import pytest

from ledger.storage.guards import REPLICATOR
from tests.shell import done, rows, smo


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Give an empty ledger."""
    done("--ledger", tmp_path / "ledger.db", "init")
    return tmp_path / "ledger.db"


def test_a_ledger_that_is_replicated_is_whole(place: Path) -> None:
    for statement in REPLICATOR.values():
        rows(place, statement)
    assert "The ledger is whole" in done("--ledger", place, "verify")


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE _litestream_lock (id INTEGER, note TEXT)",
        "CREATE TABLE _litestream_other (id INTEGER)",
        "CREATE VIEW _litestream_seq AS SELECT * FROM entries",
        "CREATE TRIGGER _litestream_lock AFTER INSERT ON entries BEGIN SELECT 1; END",
    ],
)
def test_what_only_looks_like_it_is_a_stray(place: Path, statement: str) -> None:
    rows(place, statement)
    result = smo("--ledger", place, "verify")
    assert result.exit_code == 1
    assert "schema.stray" in result.stdout
