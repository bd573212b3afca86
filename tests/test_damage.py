"""A file that may not be written, is locked, or is damaged: said clearly, nothing lost.

Each complaint is one line: what, where, and what to do; and the exit status is 1.
"""

import os
import sqlite3
import subprocess
from pathlib import Path

import pytest
from eventsourcing.dcb.api import DCBEvent

from ledger.errors import LockedLedgerError
from ledger.storage import database_errors
from ledger.storage import engine as engines
from ledger.storage.engine import when_waiting, writing
from ledger.storage.opening import create_ledger, open_ledger
from ledger.storage.recorder import SQLRecorder
from tests.acts import act, decision, write
from tests.crashed import left_by_a_crash
from tests.shell import PROGRAM, REAL, done, environment, smo
from tests.unprivileged import complaint

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
    said = ""
    with (
        subprocess.Popen(
            command, env=environment(), stdout=subprocess.DEVNULL, stderr=inside
        ) as program,
        writing(engine),
    ):
        # What shows progress writes to the terminal as well.
        while f"Waiting for another who records in {place} …" not in said:
            said += os.read(terminal, 1_000).decode()
        assert program.poll() is None, "it waits on"
    assert program.returncode == 0
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


UNNAMED = (
    "INSERT INTO sqlite_master VALUES ('view', CAST(x'7aff' AS TEXT),"
    " CAST(x'7aff' AS TEXT), 0, 'CREATE VIEW \"z\" AS SELECT 1')"
)
"""With it SQLite complains of a schema in words that are no UTF-8."""


def test_a_complaint_of_sqlites_that_is_no_utf_8_is_told(
    place: Path, more: Path
) -> None:
    with_index = place.with_name("indexed.db")
    with_index.write_bytes(place.read_bytes())
    done("--ledger", with_index, "index")
    for damaged in (place, with_index):
        connection = sqlite3.connect(damaged, isolation_level=None)
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(UNNAMED)
        connection.close()
        for asked in (
            ("annex", "1"),
            ("verify",),
            ("log",),
            ("check",),
            ("import", more),
            ("init",),
            ("index",),
            ("index", "--drop"),
            ("backup", "copy.db"),
            ("prove", "chereng/2024-1-1"),
        ):
            said = complaint(damaged, *asked)
            assert f"The file {damaged} is damaged" in said
            assert r"(z\xff)" in said


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
