"""A backup is a copy that has been read again; anything less is not kept."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import count
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest
from sqlalchemy import text

from commands import backing_up
from commands.backing_up import back_up
from commands.progress import Progress
from ledger.storage import copying
from ledger.storage.opening import create_ledger, open_ledger
from ledger.storage.recorder import SQLRecorder
from tests.acts import Plain, act, decision
from tests.shell import REAL, done, log, smo
from tests.spec import run
from tests.tampering import unguarded


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Give a ledger of the real acts."""
    place = tmp_path / "ledger.db"
    done("--ledger", place, "import", *REAL)
    return place


def batch(number: int) -> list[Plain]:
    """Write ten acts of two entries each."""
    matter = decision("matter-decided", subject="Objet fictif")
    return [act(f"bureau/{number}-{one}", matter) for one in range(10)]


def refused(place: object, file: Path) -> str:
    result = smo("--ledger", place, "backup", file)
    assert result.exit_code == 1
    assert result.stdout == ""
    return result.stderr


def test_a_backup_holds_the_same_and_is_whole(place: Path, tmp_path: Path) -> None:
    said = done("--ledger", place, "backup", tmp_path / "copy.db")
    verified = done("--ledger", tmp_path / "copy.db", "verify")
    short = verified.splitlines()[0].partition(": ")[2]
    assert said == f"Copied to {tmp_path / 'copy.db'}, read again, and whole: {short}\n"
    assert log(tmp_path / "copy.db") == log(place)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["copy.db", "ledger.db"]


def test_a_backup_can_be_recorded_in(place: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    done("--ledger", place, "backup", copy)
    engine = open_ledger(str(copy))
    run(SQLRecorder(engine), batch(1))
    with engine.connect() as connection:
        assert connection.scalar(text("PRAGMA journal_mode")) == "wal"
    engine.dispose()
    assert "whole" in done("--ledger", copy, "verify")


def test_a_backup_may_be_read_by_who_may_read_the_ledger(
    place: Path, tmp_path: Path
) -> None:
    place.chmod(0o640)
    done("--ledger", place, "backup", tmp_path / "copy.db")
    assert (tmp_path / "copy.db").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("taken", ["", "-wal", "-shm", "-journal"])
def test_what_is_there_is_never_written_over(
    place: Path, tmp_path: Path, taken: str
) -> None:
    there = tmp_path / f"copy.db{taken}"
    there.write_text("precious")
    assert f"{there} is there already" in refused(place, tmp_path / "copy.db")
    assert there.read_text() == "precious"
    assert "is there already" in refused(place, place)


def test_who_comes_first_while_it_is_copied_keeps_the_name(
    place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "copy.db"

    def meanwhile(part: Path, progress: Progress) -> Any:
        file.write_text("precious")
        return read_again(part, progress)

    read_again = backing_up._read_again  # noqa: SLF001 -- a moment between two steps
    monkeypatch.setattr(backing_up, "_read_again", meanwhile)
    assert "is there already" in refused(place, file)
    assert file.read_text() == "precious"
    assert not list(tmp_path.glob(".*"))


def test_a_copy_that_is_not_whole_is_not_kept(place: Path, tmp_path: Path) -> None:
    engine = open_ledger(str(place))
    with unguarded(engine) as connection:
        connection.execute(text("UPDATE entries SET recorded_by = 'x' WHERE data > ''"))
    engine.dispose()
    assert "not kept, for it is not whole" in refused(place, tmp_path / "copy.db")
    assert [one.name for one in tmp_path.iterdir()] == ["ledger.db"]


def test_a_copy_that_is_not_the_ledger_s_beginning_is_not_kept(
    place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backing_up, "root_at", lambda _engine, _size: b"other")
    assert "not kept, for it is not whole" in refused(place, tmp_path / "copy.db")
    assert [one.name for one in tmp_path.iterdir()] == ["ledger.db"]


def test_a_copy_that_does_not_fit_is_said_in_one_line_and_leaves_nothing(
    place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def small(target: sqlite3.Connection) -> Any:
        target.execute("PRAGMA max_page_count=3")
        return closing(target)

    monkeypatch.setattr(copying, "closing", small)
    said = refused(place, tmp_path / "copy.db")
    assert "There is no room left on the disk" in said
    assert [one.name for one in tmp_path.iterdir()] == ["ledger.db"]


def test_a_folder_that_is_not_there_is_said(place: Path, tmp_path: Path) -> None:
    said = refused(place, tmp_path / "nowhere" / "copy.db")
    assert "cannot be written: No such file or directory. No copy was made" in said


@pytest.mark.parametrize("name", [".", "", "/"])
def test_a_copy_has_a_name(place: Path, name: str) -> None:
    result = smo("--ledger", place, "backup", name)
    assert result.exit_code == 1
    assert "cannot be written: Is a directory. No copy was made" in result.stderr


@pytest.fixture
def busy(place: Path) -> Iterator[Path]:
    """Give a ledger in which somebody records all the time."""
    engine, ended, began = create_ledger(str(place)), Event(), Event()

    def record() -> None:
        for number in count():
            if ended.is_set():
                break
            run(SQLRecorder(engine), batch(number))
            began.set()

    other = Thread(target=record)
    other.start()
    began.wait()
    yield place
    ended.set()
    other.join()
    engine.dispose()


def test_a_backup_is_one_state_of_a_ledger_others_record_in(
    busy: Path, tmp_path: Path
) -> None:
    sizes = []
    for number in range(3):
        engine = open_ledger(str(busy))
        sizes.append(back_up(engine, tmp_path / f"{number}.db").entries)
        engine.dispose()
        assert "whole" in done("--ledger", tmp_path / f"{number}.db", "verify")
    assert sizes[0] > 38
    assert sizes == sorted(set(sizes)), "others recorded meanwhile"
    assert all((size - 38) % 20 == 0 for size in sizes), "no part of a batch"


def test_a_ledger_on_a_server_is_copied_with_pg_dump(
    postgresql_place: str, tmp_path: Path
) -> None:
    done("--ledger", postgresql_place, "init")
    assert "«pg_dump», as docs/backup.md shows" in refused(
        postgresql_place, tmp_path / "copy.db"
    )
    assert list(tmp_path.iterdir()) == []
