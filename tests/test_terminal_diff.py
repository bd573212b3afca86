"""`smo diff`, as people and scripts ask."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.demo_then_ruling import record_demo_then_ruling
from tests.shell import done, log, smo

RULING = "tribunal-administratif-de-lille/fictif-2026-077"
FIELDS = ("what", "member", "person", "before", "after", "because")


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Record the examples once, then the annulment."""
    place = tmp_path_factory.mktemp("diff") / "demo.db"
    record_demo_then_ruling(place)
    return place


@pytest.fixture(scope="module")
def head(ledger: Path) -> int:
    return len(log(ledger))


def asked(place: Path, *args: object) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(done("--ledger", place, "diff", *args, "--json"))
    return found


# ------------------------------------------------------------------- the shape
def test_a_diff_has_the_fields_of_the_specification(ledger: Path, head: int) -> None:
    found = asked(ledger, "2022-06-30", "30/06/2024")
    assert found["from"] == {"at": "2022-06-30", "known_at": f"#{head}"}
    assert found["to"] == {"at": "2024-06-30", "known_at": f"#{head}"}
    for change in found["changes"]:
        assert set(change) >= {*FIELDS}
        assert (change["before"], change["after"]) != (None, None)
        assert change["because"]
    kinds = {change["what"] for change in found["changes"]}
    assert kinds >= {"member", "competence", "seat", "conditions", "tariff", "budget"}


def test_a_diff_as_csv_has_json_where_a_line_says_more(ledger: Path) -> None:
    text = done(
        *("--ledger", ledger, "diff", "2022-06-30", "2024-06-30", "--format", "csv")
    )
    header, *rows = csv.reader(io.StringIO(text))
    assert tuple(header) == FIELDS
    first = dict(zip(header, rows[0], strict=True))
    assert first["before"] == ""
    assert set(json.loads(first["after"])) == {"since", "until"}


# ------------------------------------------------------------------- points
def test_two_positions_show_what_the_annulment_did(ledger: Path, head: int) -> None:
    found = asked(ledger, f"#{head - 2}", f"#{head}", "--at", "2024-12-31")
    assert found["from"] == {"at": "2024-12-31", "known_at": f"#{head - 2}"}
    [member] = [one for one in found["changes"] if one["what"] == "member"]
    assert (member["member"], member["after"]) == ("mouvaux", None)
    for change in found["changes"]:
        assert change["member"] == "mouvaux"
        assert RULING in change["because"]


def test_a_point_may_say_both_and_the_options_what_it_leaves_open(
    ledger: Path, head: int
) -> None:
    found = asked(
        *(ledger, f"2024-12-31@#{head - 2}", "2025-12-31", "--known-at", f"#{head - 1}")
    )
    assert found["from"] == {"at": "2024-12-31", "known_at": f"#{head - 2}"}
    assert found["to"] == {"at": "2025-12-31", "known_at": f"#{head - 1}"}


def test_a_moment_is_written_after_an_at_sign(ledger: Path) -> None:
    found = asked(ledger, "2024-12-31@2000-01-01", "@today", "--at", "2024-12-31")
    assert found["from"]["known_at"] == "#0"
    members = [one for one in found["changes"] if one["what"] == "member"]
    assert all(one["before"] is None for one in members)
    assert len(members) > 30


@pytest.mark.parametrize(
    "point", ["soon", "2024-13-01", "@", "@soon", "2024-01-01@", "#"]
)
def test_what_is_no_point_is_misused(ledger: Path, point: str) -> None:
    found = smo("--ledger", ledger, "diff", point, "today")
    assert found.exit_code == 2
    assert "is no point" in found.stderr


def test_a_position_beyond_the_end_is_refused(ledger: Path) -> None:
    assert smo("--ledger", ledger, "diff", "#1", "#99999").exit_code == 1


# ------------------------------------------------------------------- for people
def test_a_diff_for_people_groups_and_names_the_acts(ledger: Path) -> None:
    shown = done("--ledger", ledger, "diff", "2022-06-30", "2024-06-30")
    assert "What changed between 30 Jun 2022 and 30 Jun 2024" in shown
    for title in ["Members (annex 1)", "Seats", "Conditions in force", "Contributions"]:
        assert title in shown
    assert "comite-syndical/2023-18" in shown
    assert "CC de Flandre Intérieure" in shown


def test_a_diff_for_people_in_french(ledger: Path, head: int) -> None:
    shown = done(
        *("--lang", "fr", "--ledger", ledger, "diff", f"#{head - 2}", f"#{head}"),
        *("--at", "2024-12-31"),
    )
    assert "Ce qui a changé entre le 31 déc. 2024" in shown
    assert f"état à l’écriture #{head}" in shown
    assert "délibération du comité syndical" in shown
    assert "depuis le 25 juin 2024" in shown


@pytest.mark.parametrize(
    ("language", "said"), [("en", "No difference."), ("fr", "Aucune différence.")]
)
def test_no_difference_is_said_plainly(ledger: Path, language: str, said: str) -> None:
    same = ("2024-06-30", "2024-06-30")
    assert said in done("--lang", language, "--ledger", ledger, "diff", *same)
    assert asked(ledger, *same)["changes"] == []
