"""`smo contributions`, as people and scripts ask; the real 5 148 pupils."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.acts import (
    ENT,
    FIBRE,
    approval,
    calls,
    complete,
    learned,
    pays,
    subsidizes,
    write,
)
from tests.shell import REAL, done, smo

VILLENEUVE = "villeneuve-d-ascq"
TARGET = f"{VILLENEUVE}/2023-12-19"
FICTIONAL = [
    learned("fictif-1", "act-transmitted", target=TARGET, sent_on="2023-12-22"),
    learned("fictif-2", "act-published", target=TARGET, on="2023-12-22", mode="web"),
    approval(VILLENEUVE, "fictif-adhesion", **complete("2024-02-05")),
    calls(VILLENEUVE, 2024, "7009.80", "2024-04-08"),
    pays(VILLENEUVE, 2024, "6692.40", "2024-05-06"),
]
"""Fictional facts, without which the real acts leave the adhesion pending."""


def recorded(folder: Path, *acts: Any) -> Path:
    file = write(folder / "fictif.yaml", list(acts))
    place = folder / "ledger.db"
    done("--ledger", place, "import", *REAL, file)
    return place


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Record the real acts and the fictional facts once."""
    return recorded(tmp_path_factory.mktemp("contributions"), *FICTIONAL)


def asked(place: Path, *options: object) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(
        done(
            *("--ledger", place, "contributions", 2024, "--at", "2024-06-30"),
            *("--json", *options),
        )
    )
    return found


# ------------------------------------------------------------------- the real pupils
def test_5148_pupils_under_the_tariff_of_2023_owe_6692_40(ledger: Path) -> None:
    found = asked(ledger, "--member", VILLENEUVE)
    assert {
        "member": VILLENEUVE,
        "competence": ENT,
        "line": "base",
        "quantity": 5148,
        "unit_price": "1.30",
        "amount": "6692.40",
        "tariff": "comite-syndical/2023-18",
    }.items() <= found["lines"][0].items()
    assert len(found["lines"]) == 1


def test_what_was_called_too_much_is_to_be_given_back(ledger: Path) -> None:
    [total] = asked(ledger, "--member", VILLENEUVE)["totals"]
    assert {
        "member": VILLENEUVE,
        "due": "6692.40",
        "called": "7009.80",
        "paid": "6692.40",
        "regularisation": "-317.40",
        "outstanding": "317.40",
    }.items() <= total.items()


def test_without_its_head_count_the_same_member_s_due_is_not_established(
    tmp_path: Path,
) -> None:
    chereng = [
        learned(
            "f-1", "act-transmitted", target="chereng/2024-1-1", sent_on="2024-02-19"
        ),
        learned(
            *("f-2", "act-published"),
            target="chereng/2024-1-1",
            on="2024-02-19",
            mode="web",
        ),
        approval("chereng", "f-adhesion", **complete("2024-03-04")),
    ]
    place = recorded(tmp_path, *chereng)
    found = json.loads(
        done(
            *("--ledger", place, "contributions", 2025, "--at", "2025-06-30"),
            *("--member", "chereng", "--json"),
        )
    )
    assert found["lines"] == []
    [one] = found["not_established"]
    assert {"member": "chereng", "competence": ENT}.items() <= one.items()
    assert {"act": None, "fact": "pupils 2024-2025"} in one["missing"]


# ------------------------------------------------------------------- the shape
def test_contributions_have_the_fields_of_the_specification(ledger: Path) -> None:
    found = asked(ledger)
    assert list(found) == [
        *("year", "at", "known_at", "lines", "totals", "not_established"),
        "overlaps",
    ]
    assert (found["year"], found["at"]) == (2024, "2024-06-30")
    assert found["known_at"].startswith("#")
    assert list(found["lines"][0])[:7] == [
        *("member", "competence", "line", "quantity", "unit_price", "amount"),
        "tariff",
    ]
    for total in found["totals"]:
        assert set(total) >= {
            *("member", "due", "called", "paid", "regularisation", "outstanding"),
        }


def test_founders_without_a_budget_are_not_established_and_say_why(
    ledger: Path,
) -> None:
    found = [
        one for one in asked(ledger)["not_established"] if one["competence"] == FIBRE
    ]
    assert [(one["member"], one["competence"]) for one in found] == [
        ("region-hauts-de-france", FIBRE),
        ("departement-du-nord", FIBRE),
        ("departement-du-pas-de-calais", FIBRE),
    ]
    assert all(
        one["missing"] == [{"act": None, "fact": "budget 2024"}] for one in found
    )


def test_those_who_wait_are_told_beside_with_what_they_wait_for(ledger: Path) -> None:
    told = asked(ledger)["not_established"]
    waiting = {one["member"]: one["missing"] for one in told}
    approval = {"act": None, "fact": "approval"}
    assert waiting["ca-caudresis-catesis"] == [approval]
    assert [*waiting][3:] == ["ca-caudresis-catesis", "chereng", "hem"]


def test_contributions_as_csv_are_one_header_and_the_lines(ledger: Path) -> None:
    text = done(
        *("--ledger", ledger, "contributions", "2024", "--at", "2024-06-30"),
        *("--format", "csv"),
    )
    header, *lines = csv.reader(io.StringIO(text))
    assert header[:7] == [
        *("member", "competence", "line", "quantity", "unit_price", "amount"),
        "tariff",
    ]
    assert [line[:6] for line in lines] == [
        [VILLENEUVE, ENT, "base", "5148", "1.30", "6692.40"]
    ]


# ------------------------------------------------------------------- for people
def test_amounts_are_written_as_in_french(ledger: Path) -> None:
    shown = done(
        *("--lang", "fr", "--ledger", ledger, "contributions", "2024"),
        *("--at", "30/06/2024"),
    )
    plain = shown.replace("\u202f", " ").replace("\u00a0", " ")
    for expected in ["6 692,40 €", "7 009,80 €", "-317,40 €", "5 148", "1,30"]:
        assert expected in plain
    assert "non établi" in plain


def test_amounts_are_written_as_in_english(ledger: Path) -> None:
    shown = done(*("--ledger", ledger, "contributions", "2024", "--at", "2024-06-30"))
    for expected in ["€6,692.40", "€7,009.80", "5,148", "1.30", "not established"]:
        assert expected in shown
    assert "Total due, as far as established: €6,692.40." in shown
    assert "the budget of 2024" in shown


def test_a_year_in_which_nothing_is_owed_says_so(ledger: Path) -> None:
    shown = done(*("--ledger", ledger, "contributions", "2027", "--at", "2024-06-30"))
    assert "Nothing is due that can be established." in shown
    assert "has not begun on 30 Jun 2024" in shown
    assert "contributions 2027 --plan" in shown


def test_the_table_names_the_part_of_a_subsidy_that_is_not_set_off(
    tmp_path: Path,
) -> None:
    aid = subsidizes("departement-du-nord", VILLENEUVE, 2024, "7000.00", "2024-02-05")
    place = recorded(tmp_path, *FICTIONAL, aid)
    shown = done("--ledger", place, "contributions", 2024, "--at", "2024-06-30")
    assert "part of the subsidy not set off" in shown
    assert "€307.60" in shown
    assert "Total due, as far as established: €0.00." in shown


# ------------------------------------------------------------------- refused, misused
def test_a_member_typed_nearly_right_gets_the_nearest(ledger: Path) -> None:
    refused = smo(
        *("--ledger", ledger, "contributions", "2024", "--member", "villeneuve-ascq")
    )
    assert refused.exit_code == 1
    assert VILLENEUVE in refused.stderr


@pytest.mark.parametrize("year", ["next", "24"])
def test_what_is_no_year_is_misused(ledger: Path, year: str) -> None:
    assert smo("--ledger", ledger, "contributions", year).exit_code == 2


def test_an_earlier_position_knows_nothing_of_what_came_later(ledger: Path) -> None:
    found = asked(ledger, "--known-at", "#5")
    assert found["known_at"] == "#5"
    assert found["lines"] == []
