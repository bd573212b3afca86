"""A file that may not be written, is locked, or is damaged: said clearly, nothing lost.

Each complaint is one line: what, where, and what to do; and the exit status is 1.
"""

import os
import shutil
import sqlite3
import subprocess
from pathlib import Path

import pytest
from eventsourcing.dcb.api import DCBEvent

from ledger.errors import LockedLedgerError, OvertakenLedgerError
from ledger.storage import database_errors
from ledger.storage import engine as engines
from ledger.storage.asking import ensure_untouched, read_ledger
from ledger.storage.engine import when_waiting, writing
from ledger.storage.opening import create_ledger, open_ledger
from ledger.storage.recorder import SQLRecorder
from tests import unprivileged
from tests.acts import act, decision, write
from tests.shell import PROGRAM, REAL, done, environment, rows, smo

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


def complaint(place: Path, *args: object) -> str:
    """Run as one whose rights count; expect one line on stderr and nothing else."""
    result = unprivileged.process("--ledger", place, *args, folder=place.parent.parent)
    assert (result.returncode, result.stdout) == (1, ""), result
    assert result.stderr.startswith("Error: "), result.stderr
    assert result.stderr.count("\n") == 1, result.stderr
    return result.stderr


def answer(place: Path, *args: object) -> str:
    result = unprivileged.process("--ledger", place, *args, folder=place.parent.parent)
    assert result.returncode == 0, result.stderr
    return result.stdout


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


def left_by_a_crash(place: Path, folder: Path) -> Path:
    """Copy a ledger whose last entries are still in its journal."""
    engine = create_ledger(str(place))
    with writing(engine) as connection:
        connection.exec_driver_sql("INSERT INTO checkpoints VALUES (1, 'x')")
    folder.mkdir()
    for suffix in ("", "-wal"):
        shutil.copy(f"{place}{suffix}", folder)
    engine.dispose()
    return folder / place.name


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


# ------------------------------------------------------------------- waiting
def test_who_waits_is_told_once_then_refused(
    engine_place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "BUSY_TIMEOUT_S", 1)
    monkeypatch.setattr(engines, "PATIENCE_S", 0.2)
    told: list[str] = []
    one, two = create_ledger(engine_place), open_ledger(engine_place)
    when_waiting(two, lambda: told.append("wait"))
    with writing(one), pytest.raises(LockedLedgerError, match="locked"):
        SQLRecorder(two).append([EVENT])
    assert told == ["wait"]
    SQLRecorder(two).append([EVENT])
    assert told == ["wait"], "nobody was waited for"
    for engine in (one, two):
        engine.dispose()


def test_who_waits_at_a_terminal_is_told_whom_for(place: Path, more: Path) -> None:
    engine = open_ledger(str(place))
    terminal, inside = os.openpty()
    command = [*PROGRAM, "--ledger", str(place), "import", str(more)]
    with writing(engine):
        program = subprocess.Popen(
            command, env=environment(), stdout=subprocess.PIPE, stderr=inside
        )
        said = os.read(terminal, 1_000).decode()
        assert f"Waiting for another who records in {place} …" in said
        assert program.poll() is None, "it waits on"
    done_said, _ = program.communicate(timeout=60)
    assert b"1 act recorded" in done_said
    for descriptor in (terminal, inside):
        os.close(descriptor)
    engine.dispose()


# ------------------------------------------------------------------- damage
def test_a_truncated_file_is_said_to_be_damaged(place: Path, more: Path) -> None:
    content = place.read_bytes()
    place.write_bytes(content[: len(content) // 2])
    for asked in (["annex", "1"], ["verify"], ["import", more], ["backup", "copy.db"]):
        said = complaint(place, *asked)
        assert f"The file {place} is damaged" in said
        assert "go on with its last copy" in said
    assert place.read_bytes() == content[: len(content) // 2]


def test_no_damaged_page_is_passed_over(place: Path, tmp_path: Path) -> None:
    content = place.read_bytes()
    size = 4096
    for page in range(len(content) // size):
        damaged = bytearray(content)
        damaged[page * size : (page + 1) * size] = b"\xa5" * size
        place.write_bytes(damaged)
        for asked in ("verify", "backup"):
            given = [tmp_path / "copy.db"] if asked == "backup" else []
            result = smo("--ledger", place, asked, *given)
            assert result.exit_code == 1, f"page {page}"
        assert names(place.parent) == ["ledger.db"]
        assert not (tmp_path / "copy.db").exists()
        assert place.read_bytes() == damaged


def test_a_file_emptied_beside_its_journal_keeps_the_journal(
    place: Path, tmp_path: Path, more: Path
) -> None:
    copy = left_by_a_crash(place, tmp_path / "emptied")
    journal = copy.with_name("ledger.db-wal")
    content = journal.read_bytes()
    copy.write_bytes(b"")
    for asked in (["annex", "1"], ["import", more]):
        assert f"it is empty, and {journal} is not" in complaint(copy, *asked)
    assert journal.read_bytes() == content


@pytest.mark.parametrize("size", [0, 1])
def test_a_file_of_no_or_one_byte_is_no_ledger(tmp_path: Path, size: int) -> None:
    place = tmp_path / "ledger.db"
    place.write_bytes(b"x" * size)
    result = smo("--ledger", place, "annex", "1")
    assert result.exit_code == 1
    assert "ledger" in result.stderr
    assert place.stat().st_size == size


# ------------------------------------------------------------------- in our words
@pytest.mark.parametrize(
    ("code", "said"),
    [
        (sqlite3.SQLITE_FULL, "Make room"),
        (sqlite3.SQLITE_IOERR_FSYNC, "Look at the disk"),
        (sqlite3.SQLITE_READONLY_DIRECTORY, "right to write"),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, "once the other has ended"),
        (sqlite3.SQLITE_CORRUPT_INDEX, "last copy"),
        (sqlite3.SQLITE_CANTOPEN, "folder is there"),
        (sqlite3.SQLITE_ERROR, "cannot be used: as SQLite says"),
    ],
)
def test_what_sqlite_says_is_told_with_its_remedy(code: int, said: str) -> None:
    error = sqlite3.OperationalError("as SQLite says")
    error.sqlite_errorcode = code
    assert said in str(database_errors.error_of("ledger.db", error))
