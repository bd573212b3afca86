"""`smo contributions YEAR --plan`, as people and scripts ask."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.acts import FIBRE, base, counts, joins, write
from tests.committee import REGION, founded
from tests.shell import done

AT = "2026-11-20"
READY = [
    *founded(),
    *joins("avelin", on="2020-03-02"),
    base(2027, "1.40", "2026-10-05"),
    counts("avelin", "2026-2027", 100, "2026-10-12"),
]


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Record a member that is ready; the founders' budget is missing."""
    folder = tmp_path_factory.mktemp("plan")
    file = write(folder / "acts.yaml", [*READY])
    place = folder / "ledger.db"
    done("--ledger", place, "import", file)
    return place


def test_the_plan_as_json_has_the_shape_of_contributions_and_a_plan(
    ledger: Path,
) -> None:
    asked = ("contributions", 2027, "--plan", "--at", AT, "--json")
    found: dict[str, Any] = json.loads(done("--ledger", ledger, *asked))
    assert list(found) == [
        *("year", "at", "known_at", "lines", "totals", "not_established"),
        *("overlaps", "plan"),
    ]
    assert (found["at"], found["plan"]["ready"]) == (AT, 1)
    [region] = [one for one in found["plan"]["members"] if one["member"] == REGION]
    assert region["missing"] == [
        {
            "competence": FIBRE,
            "act": None,
            "fact": "budget 2027",
            "from": "comite-syndical",
            "text": "statutes",
            "article": "13.1",
            "version": None,
        }
    ]


def test_people_read_who_is_ready_what_is_missing_and_from_whom(ledger: Path) -> None:
    shown = done("--ledger", ledger, "contributions", 2027, "--plan", "--at", AT)
    for said in [
        "1 member ready to be called, for €140.00.",
        "3 of whom something is missing.",
        "the budget of 2027",
        "committee",
        "statutes, art. 13.1",
        "today's members stay",
        "tariff voted for 2027",
    ]:
        assert said in shown


def test_the_plan_as_csv_is_a_header_and_one_line_a_member(ledger: Path) -> None:
    asked = ("contributions", 2027, "--plan", "--at", AT, "--format", "csv")
    header, *lines = done("--ledger", ledger, *asked).splitlines()
    assert header.startswith("member,name,status,competences")
    assert len(lines) == 4
    assert "budget 2027" in lines[0]


def test_one_member_alone_may_be_planned_and_a_plan_is_no_statement(
    ledger: Path,
) -> None:
    asked = ("--ledger", ledger, "contributions", 2027, "--plan", "--member", "avelin")
    found = json.loads(done(*asked, "--at", AT, "--json"))
    assert [one["member"] for one in found["plan"]["members"]] == ["avelin"]
    written = done(*asked, "--at", AT, "--format", "md")
    assert written.splitlines()[2] == "# Plan des contributions de l’année 2027"
