"""What an earlier version wrote is opened, verified, and answers as it did."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.fixture_ledgers import FOLDER, answers
from tests.shell import done, rows

VERSIONS = sorted(path.name for path in FOLDER.iterdir())


@pytest.fixture(params=VERSIONS)
def written(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Copy what a version wrote: asking must not touch what is kept."""
    return shutil.copytree(FOLDER / request.param, tmp_path / "written")


READ_WRONGLY = {
    "roster committee": {"until", "because"},
    "roster committee --at 2026-06-30": {"seats", "vacancies"},
    "check --at 2026-06-30": {"findings"},
}
"""What answers said otherwise because the law was read wrongly: see CHANGELOG."""

WAITED = {
    "hem": "2013-07-04",
    "villeneuve-d-ascq": "2023-12-31",
    "chereng": "2024-06-30",
    "wambrechies": "2026-06-30",
}
"""Who waits since, of the days asked about, and stood in no list of what all owe.

What they owe was not established when they were asked about by themselves, as it is in
that list since: see CHANGELOG, "One member is told one thing".
"""


def test_there_is_a_ledger_of_the_first_version() -> None:
    assert "0.1.0" in VERSIONS


def test_a_ledger_of_an_earlier_version_is_whole(written: Path) -> None:
    said = done(
        *("--ledger", written / "ledger.sqlite", "verify", "--json"),
        *("--since", written / "checkpoint.txt"),
        *("--public-key", written / "registre.example.pub"),
    )
    found = json.loads(said)
    assert found["faults"] == []
    assert (found["documents"], found["signatures_checked"]) == (1, True)
    assert found["growth"]["to"] == found["entries"] > found["growth"]["from"]


def test_a_ledger_of_an_earlier_version_answers_as_it_did(written: Path) -> None:
    kept = json.loads((written / "answers.json").read_text(encoding="utf-8"))
    found = answers(written / "ledger.sqlite")
    assert found.keys() == kept.keys()
    for question, answer in found.items():
        usually = READ_WRONGLY.get(question.partition(" --")[0], set())
        wrong = READ_WRONGLY.get(question, usually)
        told = answer
        if question.startswith("contributions "):
            told = without_waiting(answer)
        assert says_as_much(told, without(kept[question], wrong)), question


def test_a_ledger_of_an_earlier_version_is_recorded_into(
    written: Path, tmp_path: Path
) -> None:
    acts = tmp_path / "acts.yaml"
    acts.write_text("- {act: secretariat/fictif-suite, decisions: []}\n")
    done("--ledger", written / "ledger.sqlite", "import", acts)
    done("--ledger", written / "ledger.sqlite", "verify")


def without(kept: object, fields: set[str]) -> object:
    """Leave fields out of an answer, wherever they stand."""
    if isinstance(kept, dict):
        told = {name: one for name, one in kept.items() if name not in fields}
        return {name: without(one, fields) for name, one in told.items()}
    return [without(one, fields) for one in kept] if isinstance(kept, list) else kept


def without_waiting(answer: Any) -> dict[str, Any]:
    """Leave out of contributions who waits: of them it is told only what is missing."""
    members = {one for one, since in WAITED.items() if since <= answer["at"]}
    names = ("not_established", "totals")
    unknown, totals = (
        [one for one in answer[name] if one["member"] in members] for name in names
    )
    for found in (unknown, totals):
        assert sorted(one["member"] for one in found) == sorted(members)
    assert all(one["missing"] and one["amount"] is None for one in unknown)
    amounts = [(one["due"], one["called"], one["paid"]) for one in totals]
    assert amounts == [(None, "0.00", "0.00")] * len(members)
    kept = {
        name: [one for one in answer[name] if one["member"] not in members]
        for name in names
    }
    return {**answer, **kept}


def test_the_export_of_a_ledger_of_an_earlier_version_comes_in_whole(
    written: Path, tmp_path: Path
) -> None:
    old, new = written / "ledger.sqlite", tmp_path / "new.db"
    done("--ledger", old, "export", "acts", "--output", tmp_path / "acts.yaml")
    done("--ledger", new, "import", tmp_path / "acts.yaml")
    stored = "SELECT position, type, tags, data FROM entries ORDER BY position"
    assert rows(new, stored) == rows(old, stored)


def says_as_much(answer: object, kept: object) -> bool:
    """Tell whether an answer says all that it said.

    Fields may have been added, and acts named among those it rests on.
    """
    if isinstance(kept, dict) and isinstance(answer, dict):
        return all(
            name in answer
            and (
                set(value) <= set(answer[name])
                if name == "because"
                else says_as_much(answer[name], value)
            )
            for name, value in kept.items()
        )
    if isinstance(kept, list) and isinstance(answer, list):
        return len(kept) == len(answer) and all(map(says_as_much, answer, kept))
    return answer == kept
