"""Who may only read a ledger is answered, writes nothing, and is told so."""

import os
import shutil
from pathlib import Path

import pytest
from eventsourcing.dcb.api import DCBEvent

from ledger.errors import OvertakenLedgerError
from ledger.storage.asking import ensure_untouched, read_ledger
from ledger.storage.recorder import SQLRecorder
from tests.acts import act, decision, write
from tests.crashed import left_by_a_crash
from tests.shell import REAL, done, rows
from tests.unprivileged import answer, complaint

EVENT = DCBEvent(type="seated", data=b"{}")

MATTER = decision("matter-decided", subject="Objet fictif")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Give a ledger of the real acts, in a folder of its own."""
    folder = tmp_path / "registers"
    folder.mkdir()
    done("--ledger", folder / "ledger.db", "import", *REAL)
    return folder / "ledger.db"


@pytest.fixture
def more(tmp_path: Path) -> Path:
    """Write one act more."""
    return write(tmp_path / "more.yaml", [act("bureau/1", MATTER)])


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


# ------------------------------------------------------------------- only to be read
@pytest.mark.parametrize(
    ("file", "folder"), [(0o444, 0o555), (0o444, 0o755), (0o644, 0o555)]
)
def test_who_may_only_read_is_answered_and_leaves_nothing_behind(
    place: Path, file: int, folder: int
) -> None:
    expected, content = done("--ledger", place, "annex", "1"), place.read_bytes()
    place.chmod(file)
    place.parent.chmod(folder)
    try:
        assert answer(place, "annex", "1") == expected
        assert "The ledger is whole" in answer(place, "verify")
    finally:
        place.parent.chmod(0o755)
    assert names(place.parent) == ["ledger.db"]
    assert place.read_bytes() == content


@pytest.mark.parametrize(
    ("file", "folder"), [(0o444, 0o555), (0o444, 0o755), (0o644, 0o555)]
)
def test_who_may_only_read_records_nothing_and_is_told_why(
    place: Path, more: Path, file: int, folder: int
) -> None:
    content = place.read_bytes()
    place.chmod(file)
    place.parent.chmod(folder)
    try:
        said = complaint(place, "import", more)
    finally:
        place.parent.chmod(0o755)
    assert f"Nothing can be recorded in {place}" in said
    assert "Ask for the right to write" in said
    assert place.read_bytes() == content


def test_a_question_writes_nothing(place: Path) -> None:
    engine = read_ledger(str(place))
    with pytest.raises(Exception, match="Nothing can be recorded"):
        SQLRecorder(engine).append([EVENT])
    engine.dispose()
    before = (place.stat().st_mtime_ns, place.read_bytes())
    done("--ledger", place, "annex", "1")
    done("--ledger", place, "verify")
    assert (place.stat().st_mtime_ns, place.read_bytes()) == before
    assert names(place.parent) == ["ledger.db"]


def test_who_may_not_even_read_is_told_so(place: Path) -> None:
    place.chmod(0)
    said = complaint(place, "annex", "1")
    assert f"The file {place} cannot be opened" in said


def held_checkpoints(place: Path) -> list[tuple[object, ...]]:
    return rows(place, "SELECT number, note FROM checkpoints")


def test_entries_still_in_a_journal_are_not_passed_over(
    place: Path, tmp_path: Path
) -> None:
    copy = left_by_a_crash(place, tmp_path / "medium")
    copy.parent.chmod(0o555)
    try:
        said = complaint(copy, "annex", "1")
    finally:
        copy.parent.chmod(0o755)
    assert f"still in {copy}-wal" in said
    assert "Copy both files" in said
    (tmp_path / "room").mkdir()
    for one in copy.parent.iterdir():
        shutil.copy(one, tmp_path / "room")
    assert held_checkpoints(tmp_path / "room" / "ledger.db") == [(1, "x")]


def test_an_answer_is_not_given_when_somebody_wrote_meanwhile(
    place: Path, more: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(os, "access", lambda *_: False)
        engine = read_ledger(str(place))
    assert SQLRecorder(engine).head() == 38
    ensure_untouched(engine)
    done("--ledger", place, "import", more)
    with pytest.raises(OvertakenLedgerError):
        ensure_untouched(engine)
    engine.dispose()
