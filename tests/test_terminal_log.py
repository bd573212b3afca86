"""`smo log`: the entries as they were recorded, for people and for scripts."""

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.acts import act, decision, write
from tests.shell import REAL, done, log, smo

ENTRY = ["position", "recorded_at", "recorded_by", "act", "type", "data"]


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Record the real acts."""
    place = tmp_path_factory.mktemp("real") / "ledger.db"
    done("--ledger", place, "--as", "Zoé", "import", *REAL)
    return place


def sources() -> Iterator[tuple[str, str]]:
    for file in REAL:
        text = file.read_text(encoding="utf-8")
        acts = re.findall(r"^- act: (\S+)", text, re.MULTILINE)
        yield from zip(
            acts, re.findall(r"^  source: (\S+)", text, re.MULTILINE), strict=True
        )


def test_every_real_act_is_shown_with_its_source(real: Path) -> None:
    registered = {
        entry["act"]: entry["data"]["source"]
        for entry in log(real)
        if entry["type"] == "act-registered"
    }
    assert registered == dict(sources())
    shown = done("--ledger", real, "log")
    for reference, source in sources():
        assert re.search(
            rf"^#\d+  {re.escape(reference)}  act-registered  \(recorded .* by Zoé\)$",
            shown,
            re.MULTILINE,
        )
        assert f"      source: {source}\n" in shown


def test_the_log_as_json_has_the_shape_scripts_rely_on(real: Path) -> None:
    answer = json.loads(done("--ledger", real, "log", "--json"))
    assert list(answer) == ["entries"]
    entries = answer["entries"]
    assert [entry["position"] for entry in entries] == list(range(1, 39))
    assert all(list(entry) == ENTRY for entry in entries)
    assert {entry["recorded_by"] for entry in entries} == {"Zoé"}
    assert entries[-1]["act"] == "hem/sans-numero"
    assert entries[-1]["type"] == "convention-approved", "without its version"
    assert re.fullmatch(r"20\d\d-.*T.*Z", entries[0]["recorded_at"])
    vote = next(entry for entry in entries if entry["type"] == "assembly-vote-cast")
    assert vote["data"] == {"vote": "unanimous"}
    assert done("--ledger", real, "log", "--format", "json") == (
        done("--ledger", real, "log", "--json")
    )


def test_prices_are_logged_as_voted(real: Path) -> None:
    lines = [
        line
        for entry in log(real)
        if entry["type"] == "tariff-voted"
        for line in entry["data"]["lines"]
    ]
    prices = {line["code"]: line.get("price") for line in lines}
    assert prices["base"] == "1.30"
    assert prices["demi-journee"] == "150.00"
    assert prices["demande-specifique"] is None


def test_the_log_as_csv_is_one_header_row_and_data(real: Path) -> None:
    rows = list(
        csv.reader(done("--ledger", real, "log", "--format", "csv").split("\n"))
    )
    assert rows[0] == ENTRY
    assert len(rows) == 40
    assert rows[-1] == []
    entries: list[dict[str, Any]] = [
        {**dict(zip(ENTRY, row, strict=True)), "data": json.loads(row[5])}
        for row in rows[1:-1]
    ]
    expected = [{**each, "position": str(each["position"])} for each in log(real)]
    assert entries == expected


def test_the_log_of_one_act_holds_its_entries(real: Path) -> None:
    found = json.loads(
        done("--ledger", real, "log", "--json", "--act", "chereng/2024-1-1")
    )
    assert [entry["type"] for entry in found["entries"]] == [
        "act-registered",
        "assembly-vote-cast",
        "adhesion-requested",
        "delegate-designated",
        "pupils-counted",
    ]


def test_an_act_nobody_recorded_is_said_in_words(real: Path) -> None:
    assert done("--ledger", real, "log", "--act", "hem/1") == "No entry.\n"


def test_what_was_known_ends_at_a_position(real: Path) -> None:
    known = json.loads(done("--ledger", real, "log", "--json", "--known-at", "#3"))
    assert known["entries"] == log(real)[:3]
    assert done("--ledger", real, "log", "--known-at", "#0") == "No entry.\n"
    assert done("--ledger", real, "log", "--known-at", "2000-01-01") == "No entry.\n"
    result = smo("--ledger", real, "log", "--known-at", "#39")
    assert result.exit_code == 1
    assert "The ledger ends at #38; it has no position #39 yet" in result.stderr


def test_a_moment_that_is_none_is_refused(real: Path) -> None:
    result = smo("--ledger", real, "log", "--known-at", "yesterday")
    assert result.exit_code == 2
    assert "«yesterday» is no moment" in result.stderr


def test_an_empty_ledger_says_so_in_words(tmp_path: Path) -> None:
    place = tmp_path / "ledger.db"
    done("--ledger", place, "init")
    assert done("--ledger", place, "log") == "No entry.\n"
    assert log(place) == []
    assert done("--ledger", place, "log", "--format", "csv") == ",".join(ENTRY) + "\n"
    assert done("--ledger", place, "--lang", "fr", "log") != "No entry.\n"


def test_a_log_of_no_ledger_is_refused_and_creates_nothing(tmp_path: Path) -> None:
    result = smo("--ledger", tmp_path / "absent.db", "log")
    assert result.exit_code == 1
    assert "There is no ledger at" in result.stderr
    assert not list(tmp_path.iterdir())


def test_the_log_is_written_to_the_file_asked_for(real: Path, tmp_path: Path) -> None:
    output = tmp_path / "log.json"
    assert not done("--ledger", real, "log", "--json", "--output", output)
    assert output.read_text("utf-8") == done("--ledger", real, "log", "--json")
    result = smo("--ledger", real, "log", "--output", tmp_path / "no" / "log.txt")
    assert result.exit_code == 1
    assert "cannot be written" in result.stderr


def test_what_was_recorded_cannot_command_a_terminal_or_a_spreadsheet(
    tmp_path: Path,
) -> None:
    place = tmp_path / "ledger.db"
    evil = decision("matter-decided", subject='\x1b[2J\x07=HYPERLINK("x")')
    file = write(tmp_path / "acts.json", [act("bureau/1", evil, title="=1+1")])
    done("--ledger", place, "--as", "=cmd", "import", file)
    assert "\x1b" not in done("--ledger", place, "log")
    row = done("--ledger", place, "log", "--format", "csv").splitlines()[1]
    assert "'=cmd" in row
    assert log(place)[1]["data"] == {"subject": evil["subject"]}
