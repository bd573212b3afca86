"""Whoever touches a ledger is found, and what was touched is named."""

from base64 import b64decode
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import Engine

from commands.verifying import verify
from ledger.proof.row_audit import leaf_of
from ledger.storage import rereading
from ledger.storage.entry import StoredEntry, hashed_form
from ledger.storage.opening import open_ledger
from tests.independent import check_ledger
from tests.matrices.tamper import KEY, Outcome, outcomes, sealed_ledger
from tests.shell import smo
from tests.tampering import Tables, contents, refill, unguarded


def test_every_way_of_touching_a_ledger_is_found_and_named(
    engine_place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rereading, "PAGE", 5)  # so that the ledger has many
    found = list(outcomes(sealed_ledger(engine_place, tmp_path)))
    unnoticed = [told(one) for one in found if not (one.is_found and one.is_named)]
    assert unnoticed == []
    assert [told(one) for one in found if not one.is_agreed] == []
    assert len(found) > 1_000
    assert {one.case.table for one in found} == set(contents_of(engine_place))


def test_a_ledger_nobody_touched_is_whole(engine_place: str, tmp_path: Path) -> None:
    sealed = sealed_ledger(engine_place, tmp_path)
    engine = open_ledger(engine_place)
    found = verify(engine, since=sealed.given, key=KEY.public)
    engine.dispose()
    assert found.faults == ()
    if "://" not in engine_place:
        given = (str(sealed.given.note), str(KEY.public))
        assert check_ledger(engine_place, *given) == []
    assert found.documents == 6
    assert found.growth is not None
    assert (found.growth.from_, found.growth.to) == (42, 44)


@pytest.mark.parametrize("column", ["recorded_by", "type", "tags", "data"])
def test_what_is_no_text_any_more_is_named_too(tmp_path: Path, column: str) -> None:
    place = tmp_path / "ledger.db"
    sealed_ledger(str(place), tmp_path)
    engine = open_ledger(str(place))
    held = contents(engine)
    for forged in ("CAST(x'ff' || {} AS TEXT)", "CAST({} AS BLOB)", "{} || x'00'"):
        refill(engine, {"entries": held["entries"]})
        written = forged.format(column)
        statement = f"UPDATE entries SET {column} = {written} WHERE position = 7"  # noqa: S608
        unguarded_update(engine, statement)
        assert 7 in {one.position for one in verify(engine).faults}
    engine.dispose()


@pytest.mark.parametrize("position", ["'abc'", "x'00'", "7.5", "-3", "1 << 40"])
def test_a_tag_at_no_position_is_named(tmp_path: Path, position: str) -> None:
    place = tmp_path / "ledger.db"
    engine = sealed_engine(place, tmp_path)
    first = "(SELECT tag FROM entry_tags WHERE position = 7 ORDER BY tag LIMIT 1)"
    unguarded_update(
        engine,
        f"UPDATE entry_tags SET position = {position}"  # noqa: S608
        f" WHERE position = 7 AND tag = {first}",
    )
    found = verify(engine).faults
    engine.dispose()
    assert sorted(one.rule for one in found) == ["tag.missing", "tag.stray"]
    places = [one.position for one in found]
    assert 7 in places
    assert all(place is None or isinstance(place, int) for place in places)


@pytest.mark.parametrize("number", ["9223372036854775807", "5"])
def test_checkpoints_that_are_missing_are_named_at_once(
    tmp_path: Path, number: str
) -> None:
    place = tmp_path / "ledger.db"
    engine = sealed_engine(place, tmp_path)
    unguarded_update(
        engine,
        f"UPDATE checkpoints SET number = {number} WHERE number = 2",  # noqa: S608
    )
    (fault,) = verify(engine).faults
    engine.dispose()
    assert fault.rule == "checkpoint.many-missing"
    assert fault.message == f"The checkpoints 2 to {int(number) - 1} are missing"


@pytest.mark.parametrize("number", [0, -1, -9223372036854775808])
def test_a_checkpoint_before_the_first_is_named(tmp_path: Path, number: int) -> None:
    engine = sealed_engine(tmp_path / "ledger.db", tmp_path)
    unguarded_update(engine, "DELETE FROM checkpoints WHERE number = 2")
    assert verify(engine).is_whole
    unguarded_update(engine, f"UPDATE checkpoints SET number = {number}")  # noqa: S608
    (fault,) = verify(engine).faults
    engine.dispose()
    assert fault.rule == "checkpoint.stray"
    assert fault.message == f"There is a checkpoint {number} where none can be"


@pytest.mark.parametrize(
    ("statement", "rule"),
    [
        (
            ("UPDATE tree_nodes SET hashes = CAST(hashes AS TEXT) WHERE position = 5"),
            "tree.changed",
        ),
        ("UPDATE tree_nodes SET hashes = 5 WHERE position = 5", "tree.changed"),
        (
            "UPDATE documents SET content = CAST(content AS TEXT)",
            "document.changed",
        ),
        ("UPDATE entry_tags SET position = 5.5 WHERE position = 5", "tag.missing"),
    ],
)
def test_a_cell_of_another_kind_is_named(
    tmp_path: Path, statement: str, rule: str
) -> None:
    place = tmp_path / "ledger.db"
    engine = sealed_engine(place, tmp_path)
    unguarded_update(engine, statement)
    assert rule in {one.rule for one in verify(engine).faults}
    engine.dispose()
    assert check_ledger(place) != []


def test_bytes_that_are_encoded_to_the_name_of_who_recorded_are_named() -> None:
    entry = StoredEntry(1, "2026-01-01T00:00:00.000000Z", "Jean", "t", "[]", "{}")
    forged = msgspec.structs.replace(entry, recorded_by=b64decode("Jean"))
    with pytest.raises(TypeError):
        hashed_form(forged)
    assert leaf_of(forged) != leaf_of(entry)


@pytest.mark.parametrize("moment", ["never_updated", "never_deleted", "never_replaced"])
def test_a_guard_that_is_gone_is_missed(tmp_path: Path, moment: str) -> None:
    place = tmp_path / "ledger.db"
    engine = sealed_engine(place, tmp_path)
    with engine.begin() as connection:
        connection.exec_driver_sql(f"DROP TRIGGER entries_{moment}")
    (fault,) = verify(engine).faults
    engine.dispose()
    assert (fault.rule, fault.position) == ("schema.changed", None)
    assert f"entries_{moment}" in fault.message


def test_a_guard_that_is_off_is_missed_on_postgresql(
    postgresql_place: str, tmp_path: Path
) -> None:
    engine = sealed_engine(postgresql_place, tmp_path)
    for statement in (
        "ALTER TABLE entries DISABLE TRIGGER entries_never_rewritten",
        "ALTER TABLE entries ENABLE TRIGGER entries_never_rewritten",
        (
            "CREATE OR REPLACE FUNCTION ledger_is_never_rewritten() RETURNS trigger"
            " LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$"
        ),
    ):
        with engine.begin() as connection:
            connection.exec_driver_sql(statement)
        assert "schema.changed" in {one.rule for one in verify(engine).faults}
    engine.dispose()


def test_smo_verify_names_the_entry_and_exits_1(tmp_path: Path) -> None:
    place = tmp_path / "ledger.db"
    engine = sealed_engine(place, tmp_path)
    unguarded_update(
        engine, "UPDATE entries SET recorded_by = 'Autre' WHERE position = 12"
    )
    engine.dispose()
    result = smo("--ledger", place, "verify")
    assert result.exit_code == 1
    assert "#12" in result.stdout
    assert "The ledger is not whole" in result.stdout


def test_nothing_is_sealed_that_is_not_whole(tmp_path: Path) -> None:
    place, key = tmp_path / "ledger.db", tmp_path / "registre"
    engine = sealed_engine(place, tmp_path)
    unguarded_update(
        engine, "UPDATE entries SET recorded_by = 'Autre' WHERE position = 12"
    )
    engine.dispose()
    assert smo("key", "new", "--output", key).exit_code == 0
    result = smo("--ledger", place, "seal", "--key", key)
    assert result.exit_code == 1
    assert "not sealed" in result.stderr


def contents_of(place: str) -> Tables:
    engine = open_ledger(place)
    held = contents(engine)
    engine.dispose()
    return held


def sealed_engine(place: Path | str, folder: Path) -> Engine:
    return open_ledger(sealed_ledger(str(place), folder).place)


def unguarded_update(engine: Engine, statement: str) -> None:
    with unguarded(engine) as connection:
        connection.exec_driver_sql(statement)


def told(outcome: Outcome) -> tuple[str, str, str, list[int]]:
    case = outcome.case
    return case.kind, case.table, case.column, sorted(case.positions)
