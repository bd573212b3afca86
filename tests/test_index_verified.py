"""`smo index` at a terminal: quicker, never otherwise; and `smo verify` compares it."""

import json
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from commands.indexing import index
from commands.verifying import verify
from ledger.storage.opening import create_ledger, open_ledger
from tests.acts import creation, joins
from tests.shell import done, environment, rows, smo
from tests.test_index_refresh import COUNTED, recorded

DAYS = ("2013-07-04", "2019-12-31", "2022-07-01", "2024-06-30", "2026-01-01")


@pytest.fixture
def place(demonstration: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(demonstration, tmp_path / "copy.db"))


def changed(place: Path, *statements: str) -> None:
    connection = sqlite3.connect(place)
    connection.executescript(";".join(statements))
    connection.close()


def faults(place: Path) -> list[tuple[str, str]]:
    answer = json.loads(smo("--ledger", place, "verify", "--json").stdout)
    return [(fault["rule"], fault["message"]) for fault in answer["faults"]]


# ------------------------------------------------------------------- the same answers
def test_every_answer_is_the_same_with_an_index_as_without(place: Path) -> None:
    asked = [
        ("--ledger", place, "--lang", language, "annex", annex, "--at", day, *format_)
        for day in DAYS
        for annex in ("1", "2")
        for language, format_ in (
            ("en", ("--json",)),
            ("en", ("--format", "csv")),
            ("fr", ()),
        )
    ]
    before = [done(*one) for one in asked]
    known = done("--ledger", place, "annex", "1", "--known-at", "#40", "--json")
    period = done("--ledger", place, "annex", "2", "--in", "2022", "--json")
    said = done("--ledger", place, "index")
    assert [done(*one) for one in asked] == before
    assert done("--ledger", place, "annex", "1", "--known-at", "#40", "--json") == known
    assert done("--ledger", place, "annex", "2", "--in", "2022", "--json") == period
    [[lines]] = rows(place, "SELECT count(*) FROM index_lines")
    assert f"{lines} lines" in said
    assert "nothing in it has changed" in done("--ledger", place, "index")


def test_a_question_writes_no_index(place: Path) -> None:
    done("--ledger", place, "annex", "1", "--at", "2024-06-30")
    made = "SELECT name FROM sqlite_master WHERE name LIKE 'index%'"
    assert rows(place, made) == []


def test_what_is_looked_up_loads_nothing_that_derives(place: Path) -> None:
    done("--ledger", place, "index")
    asked = "['--ledger', 'copy.db', 'annex', '1', '--json']"
    program = (
        "import sys, cli\n"
        f"cli.main({asked}, standalone_mode=False)\n"
        "heavy = {'projections.timelines.world', 'ledger.events.catalogue', "
        "'sqlalchemy'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program],
        cwd=place.parent,
        env=environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stderr.strip() == "[]"


def test_it_is_dropped_without_a_loss(place: Path) -> None:
    before = rows(place, "SELECT name FROM sqlite_master ORDER BY name")
    assert "There is no index" in done("--ledger", place, "index", "--drop")
    done("--ledger", place, "index")
    assert "The index is gone" in done("--ledger", place, "index", "--drop")
    assert rows(place, "SELECT name FROM sqlite_master ORDER BY name") == before
    assert faults(place) == []


@pytest.mark.parametrize("asked", ["1", "2"])
def test_it_is_looked_up_on_either_engine(engine_place: str, asked: str) -> None:
    engine = create_ledger(engine_place)
    recorded(engine, [creation(), *joins("avelin", on="2020-03-02"), COUNTED])
    question = ("--ledger", engine_place, "annex", asked, "--at", "2022-07-01")
    before = done(*question, "--json"), done(*question)
    index(engine)
    assert (done(*question, "--json"), done(*question)) == before
    with engine.connect() as connection:
        connection.exec_driver_sql("DELETE FROM index_lines")
        connection.commit()
    assert done(*question, "--json") != before[0]  # it is this that was looked up
    engine.dispose()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE index_state SET root = 1.5",
        "UPDATE index_lines SET line = x'ff'",
        "UPDATE index_lines SET line = 'no JSON'",
        "UPDATE index_state SET position = 'none'",
    ],
)
def test_one_that_cannot_be_read_is_passed_over(place: Path, statement: str) -> None:
    question = ("--ledger", place, "annex", "1", "--at", "2024-06-30", "--json")
    before = done(*question)
    done("--ledger", place, "index")
    changed(place, statement)
    assert done(*question) == before


def test_what_is_no_ledger_is_refused_as_ever(tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    other.write_bytes(b"x" * 5_000)
    assert "other.db" in smo("--ledger", other, "annex", "1").stderr
    missing = smo("--ledger", tmp_path / "missing.db", "annex", "1")
    assert missing.exit_code == 1
    assert not (tmp_path / "missing.db").exists()


# ------------------------------------------------------------------- verified
def test_a_ledger_with_an_index_is_whole(place: Path) -> None:
    done("--ledger", place, "index")
    assert faults(place) == []


@pytest.mark.parametrize(
    ("statement", "rule", "message"),
    [
        (
            (
                "UPDATE index_lines SET line = replace(line, 'Nord', 'Sud')"
                " WHERE part = 'members' AND number = 2"
            ),
            "index.changed",
            "The index of «members» says on line 2 what the entries do not",
        ),
        (
            (
                "UPDATE index_lines SET until_day = '2014-01-01'"
                " WHERE part = 'statutes' AND number = 1"
            ),
            "index.changed",
            "The index of «statutes» says on line 1 what the entries do not",
        ),
        (
            "DELETE FROM index_lines WHERE part = 'members' AND number = 3",
            "index.missing",
            "The index of «members» lacks line 3",
        ),
        (
            (
                "INSERT INTO index_lines VALUES"
                " ('annexes', 'members', 9999, '2020-01-01', NULL, '{}')"
            ),
            "index.stray",
            "The index of «members» has a line 9999 that follows from no entry",
        ),
        (
            (
                "INSERT INTO index_lines VALUES"
                " ('others', 'members', 1, '2020-01-01', NULL, '{}')"
            ),
            "index.stray",
            "The index of «members» has a line 1 that follows from no entry",
        ),
        (
            "UPDATE index_state SET bearing = '[]'",
            "index.changed",
            "The index of «state» says on line 1 what the entries do not",
        ),
        (
            "UPDATE index_state SET position = position - 1",
            "index.foreign",
            "The index was made of other entries than these",
        ),
        (
            "ALTER TABLE index_lines ADD COLUMN more TEXT",
            "schema.changed",
            "The database's own guard «table index_lines» is not as it must be",
        ),
        (
            "CREATE TRIGGER liar AFTER INSERT ON index_lines BEGIN SELECT 1; END",
            "schema.stray",
            "There is something in the database no ledger has: «trigger liar»",
        ),
    ],
)
def test_what_was_changed_in_an_index_is_named(
    place: Path, statement: str, rule: str, message: str
) -> None:
    done("--ledger", place, "index")
    changed(place, statement)
    assert faults(place) == [(rule, message)]
    done("--ledger", place, "index", "--drop")
    done("--ledger", place, "index")
    assert faults(place) == []


def test_one_another_program_made_is_passed_over(place: Path) -> None:
    done("--ledger", place, "index")
    changed(place, "UPDATE index_state SET program = '0'", "DELETE FROM index_lines")
    assert faults(place) == []


def test_it_is_compared_on_either_engine(engine_place: str) -> None:
    engine = create_ledger(engine_place)
    recorded(engine, [creation(), *joins("avelin", on="2020-03-02"), COUNTED])
    index(engine)
    assert verify(engine).is_whole
    with engine.connect() as connection:
        connection.exec_driver_sql("DELETE FROM index_lines WHERE part = 'members'")
        connection.commit()
    found: list[Any] = [fault.rule for fault in verify(engine).faults]
    assert found == ["index.missing", "index.missing"]
    engine.dispose()
    open_ledger(engine_place).dispose()
