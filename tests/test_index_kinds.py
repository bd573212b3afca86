"""What an index was made of is written in one way: another kind of cell is named."""

import shutil
from pathlib import Path

import pytest

from tests.shell import done
from tests.test_index_verified import changed, faults


@pytest.fixture
def place(demonstration: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(demonstration, tmp_path / "copy.db"))


@pytest.mark.parametrize(
    "change",
    [
        "position = position + 0.5",
        "position = position || 'x'",
        "program = CAST(program AS BLOB)",
        "bearing = CAST(bearing AS BLOB)",
        "root = hex(root)",
    ],
)
def test_a_cell_of_another_kind_is_named(place: Path, change: str) -> None:
    done("--ledger", place, "index")
    changed(place, f"UPDATE index_state SET {change}")  # noqa: S608
    said = "The index of «state» says on line 1 what the entries do not"
    assert ("index.changed", said) in faults(place)


def test_a_state_of_another_question_is_named(place: Path) -> None:
    done("--ledger", place, "index")
    changed(
        place,
        "INSERT INTO index_state SELECT 'others', position, root, program, bearing"
        " FROM index_state",
    )
    said = "The index of «state» has a line 2 that follows from no entry"
    assert faults(place) == [("index.stray", said)]
