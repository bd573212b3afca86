"""Whoever asks a ledger that was touched gets one sentence, and no answer.

`smo verify` tells what was touched; a question stops where the ledger does not fit.
"""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.acts import act, decision, write
from tests.matrices.tamper import sealed_ledger
from tests.shell import smo

ACT = "chereng/2024-1-1"
FIRST = f"(SELECT min(position) FROM entry_tags WHERE tag = 'act:{ACT}')"  # noqa: S608

DERIVING = (
    ("annex", "1", "--at", "2024-06-30"),
    ("check",),
    ("index",),
    ("member", "chereng"),
    ("replay",),
    ("why", "member", "chereng"),
    ("export", "popolo"),
    ("prove", "annex", "1", "--at", "2024-06-30"),
)
READING = (*DERIVING, ("log",), ("prove", ACT), ("export", "acts"))

DEEP = (
    "UPDATE entries SET {column} = '{before}'"
    " || replace(hex(zeroblob(50000)), '0', '[') WHERE position = 7"
)
"""100,000 lists, one in the other."""

OF_ALL = ("CAST", "x'ff'", "SET tags")
"""What is no text, or no tags, is noticed in whichever entry it stands."""

Touched = Callable[..., Path]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("whole")
    return Path(sealed_ledger(str(folder / "ledger.db"), folder).place)


@pytest.fixture
def touched(whole: Path, tmp_path: Path) -> Touched:
    """Give what copies a ledger and touches the copy, guards and constraints away."""

    def touch(*statements: str) -> Path:
        place = Path(shutil.copy(whole, tmp_path / "touched.db"))
        with closing(sqlite3.connect(place, isolation_level=None)) as connection:
            guards = connection.execute(
                "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
            ).fetchall()
            for name, _sql in guards:
                connection.execute(f"DROP TRIGGER {name}")
            for statement in statements:
                connection.execute(statement)
            for _name, sql in guards:
                connection.execute(sql)
        return place

    return touch


def without_not_null(place: Path, table: str, statement: str) -> None:
    """Take NOT NULL away from a table as one who may write its schema, then touch."""
    with closing(sqlite3.connect(place, isolation_level=None)) as connection:
        [(schema,)] = connection.execute("PRAGMA schema_version").fetchall()
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(
            "UPDATE sqlite_master SET sql = replace(sql, 'NOT NULL', '')"
            " WHERE type = 'table' AND name = ?",
            (table,),
        )
        connection.execute(f"PRAGMA schema_version = {schema + 1}")
        connection.execute("PRAGMA writable_schema = OFF")
    with closing(sqlite3.connect(place, isolation_level=None)) as connection:
        for guard in (f"{table}_never_updated", f"{table}_never_replaced"):
            connection.execute(f"DROP TRIGGER {guard}")
        connection.execute(statement)


def refused(place: Path, *asked: str) -> str:
    """Ask, expect one sentence on stderr and none of an answer, and give it."""
    output = (
        ("--output", str(place.with_suffix(".out")))
        if asked[0] in {"prove", "export"}
        else ()
    )
    result = smo("--ledger", place, *asked, *output)
    assert result.exit_code == 1, (asked, result.output)
    assert asked == ("log",) or not result.stdout, asked  # it goes entry by entry
    assert result.stderr.startswith("Error: "), asked
    assert result.stderr.count("\n") == 1, asked
    assert "«smo verify»" in result.stderr, asked
    return result.stderr


def test_nobody_is_refused_by_a_ledger_nobody_touched(touched: Touched) -> None:
    place = touched()
    for asked in READING:
        if asked[0] not in {"prove", "export", "check"}:
            result = smo("--ledger", place, *asked)
            assert result.exit_code == 0, result.output


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        (
            (
                "UPDATE entries SET data = replace(data, 'act\":\"chereng/2024-1-1',"
                " 'act\":\"chereng/2024-1-7') WHERE position = FIRST"
            ),
            "an entry of the act «chereng/2024-1-1» says it is of «chereng/2024-1-7»",
        ),
        (
            "DELETE FROM entries WHERE position = FIRST",
            "the first entry of its act «chereng/2024-1-1» is missing",
        ),
        (
            (
                "UPDATE entries SET tags = replace(tags, 'act:chereng', 'act:cherenk')"
                " WHERE position = FIRST + 1"
            ),
            "the first entry of its act «cherenk/2024-1-1» is missing",
        ),
        (
            (
                "UPDATE entries SET (type, tags, data) = (SELECT type, tags, data"
                " FROM entries WHERE position = FIRST) WHERE position = ("
                " SELECT min(position) FROM entries WHERE type = 'act-registered.v1'"
                " AND position > FIRST)"
            ),
            "the act «chereng/2024-1-1» begins a second time",
        ),
    ],
)
def test_acts_that_do_not_go_together_give_no_answer(
    touched: Touched, statement: str, said: str
) -> None:
    place = touched(statement.replace("FIRST", FIRST))
    for asked in DERIVING:
        sentence = refused(place, *asked)
        assert "The ledger does not fit itself at #" in sentence
        assert said in sentence, asked


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE entries SET recorded_at = 'yesterday' WHERE position = 7",
        (
            "UPDATE entries SET recorded_at = '2026-02-30T00:00:00.000000Z'"
            " WHERE position = 7"
        ),
        "UPDATE entries SET data = CAST(data AS BLOB) WHERE position = 7",
        "UPDATE entries SET tags = CAST(tags AS BLOB) WHERE position = 7",
        "UPDATE entries SET recorded_by = x'ff' WHERE position = 7",
        DEEP.format(column="tags", before=""),
        DEEP.format(column="data", before='{"type":"tariff-voted.v1","more":'),
    ],
    ids=range(7),
)
def test_an_entry_that_cannot_be_read_gives_no_answer(
    touched: Touched, statement: str
) -> None:
    place = touched(statement)
    for asked in READING:
        if asked == ("prove", ACT) and not any(one in statement for one in OF_ALL):
            continue  # of other acts it reads the tags alone
        assert "Entry #7 (" in refused(place, *asked)


@pytest.mark.parametrize("column", ["recorded_by", "tags", "data"])
def test_an_entry_that_lacks_a_text_gives_no_answer(
    touched: Touched, column: str
) -> None:
    place = touched()
    statement = f"UPDATE entries SET {column} = NULL WHERE position = 7"  # noqa: S608
    without_not_null(place, "entries", statement)
    for asked in READING:
        assert "Entry #7 (" in refused(place, *asked)


def test_a_cell_that_is_no_utf_8_gives_no_answer(touched: Touched) -> None:
    place = touched(
        "UPDATE entries SET data = CAST(x'7bff' AS TEXT) WHERE position = 7"
    )
    for asked in READING:
        sentence = refused(place, *asked)
        assert "where a text was written, there is none" in sentence
        assert "column 'data'" in sentence


@pytest.mark.parametrize("hashes", ["'abc'", "17", "hex(hashes)", "x'00'"])
def test_a_tree_that_is_no_bytes_is_broken(
    touched: Touched, tmp_path: Path, hashes: str
) -> None:
    more = write(
        tmp_path / "more.yaml",
        [act("bureau/1", decision("matter-decided", subject="Objet fictif"))],
    )
    place = touched(f"UPDATE tree_nodes SET hashes = {hashes}")  # noqa: S608
    for asked in (("annex", "1"), ("import", str(more)), ("index",), ("prove", ACT)):
        assert "The tree of hashes is broken at #" in refused(place, *asked)


@pytest.mark.parametrize("note", ["CAST(note AS BLOB)", "5", "x'ff'"])
def test_nothing_is_proven_under_checkpoints_that_cannot_be_read(
    touched: Touched, note: str
) -> None:
    place = touched(f"UPDATE checkpoints SET note = {note}")  # noqa: S608
    assert "No checkpoint of this ledger can be read" in refused(place, "prove", ACT)


def test_nothing_is_proven_under_checkpoints_that_are_empty(touched: Touched) -> None:
    place = touched()
    without_not_null(place, "checkpoints", "UPDATE checkpoints SET note = NULL")
    assert "No checkpoint of this ledger can be read" in refused(place, "prove", ACT)


def test_what_was_known_on_a_day_needs_each_position(touched: Touched) -> None:
    place = touched("UPDATE entries SET position = 1000000 WHERE position = 44")
    said = refused(place, "annex", "1", "--known-at", "2020-01-01")
    assert "The ledger does not fit itself at #" in said


def test_a_document_that_is_text_now_is_not_handed_out(
    touched: Touched, tmp_path: Path
) -> None:
    place = touched("UPDATE documents SET content = CAST(content AS TEXT)")
    result = smo("--ledger", place, "export", "acts", "--output", tmp_path / "a.yaml")
    assert "The ledger does not hold" in result.stderr
