"""A ledger is created where there is room, and opened where there is one."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from eventsourcing.dcb.api import DCBEvent
from sqlalchemy import Engine, event, insert, inspect, text, update

from ledger.errors import (
    LedgerError,
    LedgerUnavailableError,
    NewerLedgerError,
    NoLedgerError,
    NotALedgerError,
    OlderLedgerError,
)
from ledger.storage import engine as engines
from ledger.storage import opening
from ledger.storage.asking import read_ledger
from ledger.storage.engine import writing
from ledger.storage.opening import create_ledger, open_ledger
from ledger.storage.places import database_url, shown_place
from ledger.storage.recorder import SQLRecorder
from ledger.storage.schema import ledger_format
from tests.tampering import unguarded

EVENTS = [DCBEvent(type="seated", data=b"{}", tags=["a"])]


def refusal(call: Callable[[str], Engine], place: str) -> LedgerError:
    with pytest.raises(LedgerError) as caught:
        call(place)
    return caught.value


def test_what_was_created_can_be_created_again_and_opened(engine_place: str) -> None:
    for call in (create_ledger, create_ledger, open_ledger):
        engine = call(engine_place)
        SQLRecorder(engine).append(EVENTS)
        engine.dispose()
    engine = open_ledger(engine_place)
    assert SQLRecorder(engine).head() == 3
    engine.dispose()


def test_a_missing_ledger_is_not_created_by_opening_it(engine_place: str) -> None:
    assert isinstance(refusal(open_ledger, engine_place), NoLedgerError)
    if "://" not in engine_place:
        assert not Path(engine_place).exists()
    # It still is not there.
    assert isinstance(refusal(open_ledger, engine_place), NoLedgerError)


def test_a_newer_format_is_refused(engine_place: str) -> None:
    engine = create_ledger(engine_place)
    with unguarded(engine) as connection:
        connection.execute(update(ledger_format).values(version=3))
    engine.dispose()
    for call in (open_ledger, create_ledger):
        refused = refusal(call, engine_place)
        assert isinstance(refused, NewerLedgerError)
        assert (refused.values["found"], refused.values["known"]) == (3, 2)
        assert "Install a newer smo-ledger" in str(refused)


@pytest.mark.parametrize(("added", "read"), [(7, "«2, 7»"), (1, "«1, 2»")])
def test_a_format_that_something_was_added_to_is_told_as_it_reads(
    engine_place: str, added: int, read: str
) -> None:
    engine = create_ledger(engine_place)
    with writing(engine) as connection:
        connection.execute(insert(ledger_format).values(version=added))
    engine.dispose()
    for call in (open_ledger, create_ledger, read_ledger):
        told = str(refusal(call, engine_place))
        assert f"reads {read} instead of 2" in told
        assert "must take out all but 2" in told


def test_a_format_older_than_any_release_is_refused(engine_place: str) -> None:
    engine = create_ledger(engine_place)
    with unguarded(engine) as connection:
        connection.execute(update(ledger_format).values(version=1))
    engine.dispose()
    for call in (open_ledger, create_ledger):
        refused = refusal(call, engine_place)
        assert isinstance(refused, OlderLedgerError)
        assert (refused.values["found"], refused.values["known"]) == (1, 2)


@pytest.mark.parametrize(
    "content", [b"\n", b"ab", b"Dear all,\n" * 500, b"\x00" * 4096]
)
@pytest.mark.parametrize("call", [open_ledger, create_ledger])
def test_a_file_that_is_no_database_is_refused_and_left_alone(
    tmp_path: Path, content: bytes, call: Callable[[str], Engine]
) -> None:
    path = tmp_path / "letter.txt"
    path.write_bytes(content)
    assert isinstance(refusal(call, str(path)), NotALedgerError)
    assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    "statement", ["CREATE TABLE cats (a)", "CREATE VIEW v AS SELECT 1"]
)
@pytest.mark.parametrize("call", [open_ledger, create_ledger])
def test_another_program_s_file_is_refused_and_left_alone(
    tmp_path: Path, statement: str, call: Callable[[str], Engine]
) -> None:
    path = tmp_path / "cats.db"
    with sqlite3.connect(path) as connection:
        connection.execute(statement)
    connection.close()
    content = path.read_bytes()
    assert isinstance(refusal(call, str(path)), NotALedgerError)
    assert path.read_bytes() == content


@pytest.mark.parametrize("call", [open_ledger, create_ledger])
def test_a_folder_is_no_ledger(
    tmp_path: Path, call: Callable[[str], Engine], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for place in (str(tmp_path), "", ".", "sqlite://"):
        assert isinstance(refusal(call, place), NotALedgerError)
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_created_in_a_folder_that_is_not_there(tmp_path: Path) -> None:
    place = str(tmp_path / "nowhere" / "ledger.db")
    assert isinstance(refusal(open_ledger, place), NoLedgerError)
    assert isinstance(refusal(create_ledger, place), LedgerUnavailableError)
    assert list(tmp_path.iterdir()) == []


def test_an_empty_file_is_room_for_a_ledger(tmp_path: Path) -> None:
    path = tmp_path / "a b#c?d%20é.db"
    path.touch()
    assert isinstance(refusal(open_ledger, str(path)), NoLedgerError)
    create_ledger(str(path)).dispose()
    open_ledger(str(path)).dispose()
    assert list(tmp_path.iterdir()) == [path]


def test_a_shared_postgresql_database_is_room_for_a_ledger(
    postgresql_place: str,
) -> None:
    other = engines.postgresql_engine(database_url(postgresql_place), shown="other")
    with other.begin() as connection:
        connection.execute(text("CREATE TABLE cats (name TEXT)"))
    assert isinstance(refusal(open_ledger, postgresql_place), NoLedgerError)
    create_ledger(postgresql_place).dispose()
    open_ledger(postgresql_place).dispose()
    other.dispose()


def test_a_crash_while_creating_leaves_room_for_a_ledger(
    engine_place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(*_: object) -> str:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        # By then the tables are there, and the format is not.
        patch.setattr(opening, "insert", crash)
        with pytest.raises(KeyboardInterrupt):
            create_ledger(engine_place)
    assert isinstance(refusal(open_ledger, engine_place), NoLedgerError)
    engine = create_ledger(engine_place)
    assert len(inspect(engine).get_table_names()) == 6
    engine.dispose()


def test_one_waits_for_who_records_then_says_so(
    engine_place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "BUSY_TIMEOUT_S", 0.2)
    one, two = create_ledger(engine_place), open_ledger(engine_place)
    with writing(one), pytest.raises(LedgerUnavailableError, match="lock"):
        SQLRecorder(two).append(EVENTS)
    assert SQLRecorder(two).append(EVENTS) == 1
    one.dispose()
    two.dispose()


def test_who_reads_does_not_wait_for_who_records(ledger_engine: Engine) -> None:
    recorder = SQLRecorder(ledger_engine)
    with writing(ledger_engine):
        assert recorder.head() == 0


def test_a_full_disk_is_said_in_one_line_and_leaves_nothing(tmp_path: Path) -> None:
    engine = create_ledger(str(tmp_path / "ledger.db"))
    event.listen(
        engine, "connect", lambda driver, _: driver.execute("PRAGMA max_page_count=20")
    )
    engine.dispose()
    recorder = SQLRecorder(engine)
    with pytest.raises(LedgerUnavailableError) as caught:
        recorder.append(EVENTS * 10_000)
    assert caught.value.values["reason"] == "database or disk is full"
    assert recorder.head() == 0
    engine.dispose()


def test_sqlite_writes_through_to_the_disk(tmp_path: Path) -> None:
    engine = create_ledger(str(tmp_path / "ledger.db"))
    with engine.connect() as connection:
        assert connection.scalar(text("PRAGMA journal_mode")) == "wal"
        assert connection.scalar(text("PRAGMA synchronous")) == 2
        assert connection.scalar(text("PRAGMA busy_timeout")) == 30_000
    engine.dispose()


def test_a_server_that_is_not_there_is_said_without_its_password() -> None:
    for scheme in ("postgres", "postgresql"):
        place = f"{scheme}://clerk:s3cret@127.0.0.1:1/smo"
        for call in (open_ledger, create_ledger):
            refused = refusal(call, place)
            assert isinstance(refused, LedgerUnavailableError)
            assert "refused" in str(refused)
            assert "s3cret" not in str(refused)
            assert "\n" not in str(refused)


@pytest.mark.parametrize(
    "place",
    [
        "mysql://clerk:s3cret@db/smo",
        "postgresql://clerk:s3cret@db:port/smo",
        "postgresql://[clerk:s3cret@db/smo?password=s3cret",
    ],
)
def test_another_kind_of_url_is_refused_without_its_password(place: str) -> None:
    refused = refusal(open_ledger, place)
    assert isinstance(refused, LedgerUnavailableError)
    assert "s3cret" not in str(refused)
    assert "clerk" in str(refused) or "***" in str(refused)


def test_a_place_is_shown_without_its_passwords() -> None:
    place = "postgresql://clerk:s3cret@db/smo?password=s3cret&sslmode=require"
    assert "s3cret" not in shown_place(place)
    assert "sslmode=require" in shown_place(place)
    assert shown_place("registers/smo.db") == "registers/smo.db"
