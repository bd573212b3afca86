"""What an earlier version wrote is opened, verified, and answers as it did."""

import json
import shutil
from pathlib import Path

import pytest

from tests.fixture_ledgers import FOLDER, answers
from tests.shell import done

VERSIONS = sorted(path.name for path in FOLDER.iterdir())


@pytest.fixture(params=VERSIONS)
def written(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Copy what a version wrote: asking must not touch what is kept."""
    return shutil.copytree(FOLDER / request.param, tmp_path / "written")


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
        assert says_as_much(answer, kept[question]), question


def test_a_ledger_of_an_earlier_version_is_recorded_into(
    written: Path, tmp_path: Path
) -> None:
    acts = tmp_path / "acts.yaml"
    acts.write_text("- {act: secretariat/fictif-suite, decisions: []}\n")
    done("--ledger", written / "ledger.sqlite", "import", acts)
    done("--ledger", written / "ledger.sqlite", "verify")


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
