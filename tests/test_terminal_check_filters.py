"""`smo check --member --act --rule --severity`: only what was asked for."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from projections.findings.check import RULES
from projections.findings.narrowing import rules_known
from tests.acts import request, write
from tests.shell import done, smo

AT = ("--at", "2024-06-30")


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Record two requests that miss their date of effect, of two members."""
    folder = tmp_path_factory.mktemp("filters")
    place = folder / "ledger.db"
    acts = [
        request("avelin", "2024-1", adopted_on="2024-03-21"),
        request("chereng", "2024-2", adopted_on="2024-03-22"),
    ]
    done("--ledger", place, "import", write(folder / "acts.yaml", acts))
    return place


def asked(place: Path, *options: object, status: int = 1) -> list[dict[str, Any]]:
    result = smo("--ledger", place, "check", *AT, "--json", *options)
    assert result.exit_code == status, result.output
    found: list[dict[str, Any]] = json.loads(result.stdout)["findings"]
    return found


def test_a_filter_keeps_what_fits_it_and_the_order(ledger: Path) -> None:
    every = asked(ledger)
    for option, field, value in (
        ("--member", "member", "avelin"),
        ("--act", "act", "chereng/2024-2"),
        ("--rule", "rule", "adhesion.effect"),
        ("--severity", "severity", "irregularity"),
    ):
        kept = [one for one in every if one[field] == value]
        assert 0 < len(kept) < len(every), option
        assert asked(ledger, option, value) == kept, option


def test_a_filter_given_twice_lets_through_what_fits_either(ledger: Path) -> None:
    rules = ("adhesion.effect", "act.transmission")
    found = asked(ledger, "--rule", rules[0], "--rule", rules[1])
    assert found == [one for one in asked(ledger) if one["rule"] in rules]
    assert {one["rule"] for one in found} == {*rules}


def test_two_filters_let_through_what_fits_both(ledger: Path) -> None:
    [one] = asked(ledger, "--member", "avelin", "--rule", "adhesion.effect")
    assert (one["member"], one["rule"]) == ("avelin", "adhesion.effect")


def test_the_status_is_that_of_what_is_shown(ledger: Path) -> None:
    assert asked(ledger, "--severity", "irregularity", status=1)
    assert asked(ledger, "--severity", "unknown", status=0)


def test_a_member_is_found_by_its_name(ledger: Path) -> None:
    assert asked(ledger, "--member", "Avelin") == asked(ledger, "--member", "avelin")


@pytest.mark.parametrize(
    ("option", "wrong", "nearest"),
    [
        ("--member", "avelinn", "avelin"),
        ("--act", "chereng/2024-3", "chereng/2024-2"),
        ("--rule", "adhesion.efect", "adhesion.effect"),
    ],
)
def test_the_nearest_is_offered_for_a_name_nobody_knows(
    ledger: Path, option: str, wrong: str, nearest: str
) -> None:
    result = smo("--ledger", ledger, "check", *AT, option, wrong)
    assert (result.exit_code, result.stdout) == (1, "")
    assert f"«{wrong}»" in result.stderr
    assert nearest in result.stderr


def test_a_severity_that_is_none_is_misuse(ledger: Path) -> None:
    result = smo("--ledger", ledger, "check", *AT, "--severity", "grave")
    assert result.exit_code == 2
    assert "irregularity" in result.stderr


def test_every_rule_of_a_finding_may_be_asked_for() -> None:
    known = rules_known()
    assert {"vote.quorum", "act.author", "vote.unknown"} <= {*known}
    assert {kind.rule for kind in RULES} - {*known} == {
        "irregular",
        "newer",
        "unlawful",
    }


def test_the_table_says_how_many_were_not_asked_for(ledger: Path) -> None:
    every = len(asked(ledger))
    said = smo("--ledger", ledger, "check", *AT, "--rule", "adhesion.effect").stdout
    assert "Irregularities (2)" in said
    assert f"{every - 2} other findings were not asked for." in said
    nothing = done("--ledger", ledger, "check", *AT, "--rule", "vote.quorum")
    assert "Nothing was found." in nothing
    assert f"{every} other findings were not asked for." in nothing
    assert "not asked for" not in smo("--ledger", ledger, "check", *AT).stdout


@pytest.mark.parametrize("name", ["csv", "md", "xlsx", "pdf"])
def test_every_format_is_filtered(ledger: Path, tmp_path: Path, name: str) -> None:
    file = tmp_path / f"check.{name}"
    status = ("--severity", "unknown", "--rule", "vote.unknown")
    options = (*AT, *status, "--output", file)
    result = smo("--ledger", ledger, "check", *options)
    assert result.exit_code == 0, result.output
    if name == "csv":
        _header, *lines = csv.reader(io.StringIO(file.read_text(encoding="utf-8")))
        assert len(lines) == len(asked(ledger, *status, status=0))
    elif name == "md":
        text = file.read_text(encoding="utf-8")
        assert "adhesion.effect" not in text
        assert "constats n’ont pas été demandés" in text
    else:
        assert file.stat().st_size
