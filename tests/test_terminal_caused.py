"""`import` and `record` show the findings their acts cause; `--strict` takes none."""

from datetime import date
from pathlib import Path

import pytest

from commands.candidates import gather
from commands.causing import CausedError, only_without_findings
from commands.recording import Decided, record
from ledger.storage.opening import create_ledger
from ledger.storage.recorder import SQLRecorder
from tests.acts import TODAY, Plain, act, decision, request, write
from tests.shell import done, log, smo

MATTER = decision("matter-decided", subject="Divers")
REQUEST = request("avelin", "2024-1", adopted_on="2024-03-21")
OTHER = request("chereng", "2024-2", adopted_on="2024-03-22")
TODAY_ = date.fromisoformat(TODAY)
QUIET = act("secretariat/1")
"""An act of the secretariat that decides nothing: nobody finds anything about it."""


def file_of(folder: Path, *acts: Plain) -> Path:
    return write(folder / f"{len([*folder.iterdir()])}.yaml", list(acts))


def test_an_import_shows_what_its_acts_cause_and_says_what_it_recorded(
    tmp_path: Path,
) -> None:
    place, file = tmp_path / "ledger.db", file_of(tmp_path, REQUEST)
    result = smo("--ledger", place, "import", file)
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "1 act recorded (2 entries). The ledger ends at #2."
    ]
    assert "adhesion.effect" in result.stderr
    assert "avelin/2024-1" in result.stderr
    assert "Found because of this, under the law in force on" in result.stderr


def test_what_was_found_before_is_not_shown_again(tmp_path: Path) -> None:
    place = tmp_path / "ledger.db"
    done("--ledger", place, "import", file_of(tmp_path, REQUEST))
    said = smo("--ledger", place, "import", file_of(tmp_path, OTHER)).stderr
    assert "chereng/2024-2" in said
    assert "avelin/2024-1" not in said
    assert smo("--ledger", place, "import", file_of(tmp_path, QUIET)).stderr == ""


def test_what_acts_cause_in_others_is_shown(tmp_path: Path) -> None:
    place = tmp_path / "ledger.db"
    done("--ledger", place, "import", file_of(tmp_path, REQUEST))
    change = decision(
        "act-rectified",
        target="avelin/2024-1",
        set={"sent_on": "2024-03-25"},
        reason="Relu",
    )
    said = smo(
        *("--ledger", place, "import"), file_of(tmp_path, act("secretariat/2", change))
    ).stderr
    assert "act.transmission" not in said
    undone = decision("act-revoked", target="secretariat/2")
    said = smo(
        *("--ledger", place, "import"), file_of(tmp_path, act("secretariat/3", undone))
    ).stderr
    assert "act.transmission" in said
    assert "avelin/2024-1" in said


def test_nothing_new_shows_nothing(tmp_path: Path) -> None:
    place, file = tmp_path / "ledger.db", file_of(tmp_path, REQUEST)
    done("--ledger", place, "import", file)
    again = smo("--ledger", place, "import", file)
    assert "Nothing new" in again.stdout
    assert again.stderr == ""
    tried = smo("--ledger", place, "import", "--strict", "--dry-run", file)
    assert (tried.exit_code, tried.stderr) == (0, "")


def test_a_dry_run_shows_what_the_acts_would_cause(tmp_path: Path) -> None:
    place, file = tmp_path / "ledger.db", file_of(tmp_path, REQUEST)
    tried = smo("--ledger", place, "import", "--dry-run", file)
    assert tried.exit_code == 0
    assert not place.exists()
    assert tried.stderr == smo("--ledger", place, "import", file).stderr


def test_a_recording_by_options_shows_it_too(tmp_path: Path) -> None:
    place = tmp_path / "ledger.db"
    asked = ("record", "matter-decided", "--act", "bureau/1", "--subject", "Divers")
    result = smo("--ledger", place, *asked)
    assert "1 act recorded" in result.stdout
    assert "act.adopted-on" in result.stderr


@pytest.mark.parametrize("options", [(), ("--dry-run",)])
def test_strictly_nothing_is_recorded_that_causes_a_finding(
    tmp_path: Path, options: tuple[str, ...]
) -> None:
    place, file = tmp_path / "ledger.db", file_of(tmp_path, REQUEST)
    result = smo("--ledger", place, "import", "--strict", *options, file)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "adhesion.effect" in result.stderr
    assert "With --strict, nothing was recorded" in result.stderr
    assert not place.exists()


def test_strictly_a_recording_by_options_is_refused_too(tmp_path: Path) -> None:
    place = tmp_path / "ledger.db"
    done("--ledger", place, "import", file_of(tmp_path, QUIET))
    asked = ("record", "matter-decided", "--act", "bureau/1", "--subject", "Divers")
    result = smo("--ledger", place, *asked, "--strict")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "act.adopted-on" in result.stderr
    assert len(log(place)) == 1


def test_strictly_what_was_found_before_stops_nothing(tmp_path: Path) -> None:
    place = tmp_path / "ledger.db"
    done("--ledger", place, "import", file_of(tmp_path, REQUEST))
    done("--ledger", place, "import", "--strict", file_of(tmp_path, QUIET))
    assert len(log(place)) == 3


def test_strictly_it_is_asked_again_where_others_recorded_meanwhile(
    tmp_path: Path,
) -> None:
    """What the acts cause rests on all that is on record, so any new act counts."""
    ours, theirs = (
        SQLRecorder(create_ledger(str(tmp_path / "ledger.db"))) for _ in range(2)
    )
    asked: list[int] = []
    approves = only_without_findings(ours, TODAY_)

    def approve(decided: Decided) -> None:
        if not asked:
            record(gather([file_of(tmp_path, REQUEST)]), theirs, today=TODAY_)
        asked.append(decided.outcome.position)
        approves(decided)

    quiet = gather([file_of(tmp_path, QUIET)])
    record(quiet, ours, today=TODAY_, approve=approve)
    assert asked == [0, 2]
    other = gather([file_of(tmp_path, OTHER)])
    with pytest.raises(CausedError) as refused:
        record(other, ours, today=TODAY_, approve=approves)
    assert {one.act for one in refused.value.caused.findings.findings} == {
        "chereng/2024-2"
    }
    assert ours.head() == 3


def test_many_of_one_rule_are_shortened_whatever_it_weighs(tmp_path: Path) -> None:
    acts = [
        request(f"bourg-{chr(97 + number)}", "2024-1", adopted_on="2024-03-21")
        for number in range(15)
    ]
    said = smo(
        "--ledger", tmp_path / "ledger.db", "import", file_of(tmp_path, *acts)
    ).stderr
    assert "Irregularities (30)" in said
    assert "3 more: «smo check --rule adhesion.effect» shows them" in said
