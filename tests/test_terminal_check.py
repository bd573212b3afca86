"""`smo check`, as people and scripts ask; the demonstration's findings are readable."""

import csv
import io
import json
import os
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from presentation.check import SHOWN
from tests.acts import act, decision, request, write
from tests.shell import PROGRAM, REAL, ROOT, done, environment, log, process, smo

FIELDS = ["rule", "severity", "act", "member", "article", "message"]
DAY = "2026-11-20"


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Record the real acts and the fictional complement once."""
    place = tmp_path_factory.mktemp("check") / "demo.db"
    fictional = sorted((ROOT / "examples" / "fictional").glob("*.yaml"))
    done("--ledger", place, "import", *REAL, *fictional)
    return place


def asked(place: Path, *options: object, status: int = 1) -> dict[str, Any]:
    result = smo("--ledger", place, "check", "--json", *options)
    assert result.exit_code == status
    answer: dict[str, Any] = json.loads(result.stdout)
    return answer


def recorded(folder: Path, *acts: Any) -> Path:
    place = folder / "ledger.db"
    done("--ledger", place, "import", write(folder / "acts.yaml", list(acts)))
    return place


# ------------------------------------------------------------------- the demonstration
def test_the_demonstration_s_findings_by_rule(demo: Path) -> None:
    found = Counter(one["rule"] for one in asked(demo, "--at", DAY)["findings"])
    assert found == {
        "act.adopted-on": 1,
        "act.presumed": 16,
        "act.publicity": 4,
        "act.transmission": 3,
        "adhesion.conditions": 4,
        "adhesion.conditions-version": 2,
        "adhesion.effect": 3,
        "adhesion.exclusive": 1,
        "adhesion.wording": 1,
        "call.late": 3,
        "call.not-owed": 2,
        "call.review": 3,
        "correction.fallen": 4,
        "contribution.overlap": 3,
        "payment.exceeds": 1,
        "price.differs": 1,
        "session.unknown": 6,
        "tariff.not-voted": 5,
        "vacancy.late": 1,
        "vote.review": 2,
        "vote.unknown": 6,
    }


def test_votes_of_a_wrongly_seated_delegate_are_to_review_since_the_annulment(
    demo: Path,
) -> None:
    found = asked(demo, "--at", DAY)["findings"]
    review = [one["act"] for one in found if one["rule"] == "vote.review"]
    assert review == ["college-nord/fictif-2026-1", "secretariat/fictif-2026-005"]
    [ruling] = [
        entry["position"]
        for entry in log(demo)
        if entry["type"] == "act-annulled"
        and entry["data"]["target"] == "comite-syndical/fictif-2024-7"
    ]
    before = asked(demo, "--at", DAY, "--known-at", f"#{ruling - 1}")["findings"]
    assert not [one for one in before if one["rule"] == "vote.review"]


def test_the_table_sorts_by_severity_and_shortens_what_is_no_irregularity(
    demo: Path,
) -> None:
    shown = smo("--ledger", demo, "check", "--at", DAY).stdout
    titles = ["Irregularities (19)", "Not on record (20)", "Good to know (33)"]
    assert [shown.index(title) for title in titles] == sorted(
        shown.index(title) for title in titles
    )
    assert f"{16 - SHOWN} more: --format json shows them" in shown
    assert shown.count("\nact.presumed ") == SHOWN + 1
    assert shown.count("\ntariff.not-voted ") == 5
    assert "adhesion.effect – Ask the member" in shown
    assert len(shown.splitlines()) < 160


# ------------------------------------------------------------------- the shape
def test_check_has_the_fields_of_the_specification(demo: Path) -> None:
    answer = asked(demo, "--at", DAY)
    assert list(answer) == ["at", "known_at", "findings"]
    assert answer["at"] == DAY
    assert answer["known_at"].startswith("#")
    assert {tuple(one)[: len(FIELDS)] for one in answer["findings"]} == {tuple(FIELDS)}
    assert all(one["remedy"] for one in answer["findings"])


def test_check_as_csv_is_one_header_and_the_findings(demo: Path) -> None:
    result = smo("--ledger", demo, "check", "--at", DAY, "--format", "csv")
    assert result.exit_code == 1
    header, *lines = csv.reader(io.StringIO(result.stdout))
    assert header[: len(FIELDS)] == FIELDS
    assert len(lines) == len(asked(demo, "--at", DAY)["findings"])


def test_an_earlier_position_has_the_findings_of_then(demo: Path) -> None:
    answer = asked(demo, "--at", DAY, "--known-at", "#1", status=0)
    assert (answer["known_at"], answer["findings"]) == ("#1", [])


def test_the_answer_goes_into_a_file_and_the_status_stays(
    demo: Path, tmp_path: Path
) -> None:
    file = tmp_path / "check.json"
    result = smo("--ledger", demo, "check", "--at", DAY, "--json", "--output", file)
    assert (result.exit_code, result.stdout) == (1, "")
    assert json.loads(file.read_text()) == asked(demo, "--at", DAY)


# ------------------------------------------------------------------- the exit status
def test_an_empty_ledger_has_nothing_to_find(tmp_path: Path) -> None:
    place = tmp_path / "empty.db"
    done("--ledger", place, "init")
    shown = done("--ledger", place, "check", "--at", DAY)
    assert "Nothing was found." in shown
    assert "#0" in shown
    assert asked(place, "--at", DAY, status=0)["findings"] == []


def test_no_ledger_is_refused_and_nothing_is_created(tmp_path: Path) -> None:
    result = smo("--ledger", tmp_path / "absent.db", "check")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "There is no ledger at" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_what_is_unknown_or_a_notice_is_no_failure(tmp_path: Path) -> None:
    matter = decision("matter-decided", subject="Divers")
    place = recorded(
        tmp_path, act("comite-syndical/1", matter, adopted_on="2024-03-21")
    )
    answer = asked(place, "--at", DAY, status=0)
    assert {one["severity"] for one in answer["findings"]} == {"unknown"}


def test_one_irregularity_is_a_failure(tmp_path: Path) -> None:
    place = recorded(tmp_path, request("avelin", "2024-1", adopted_on="2024-03-21"))
    found = asked(place, "--at", DAY, status=1)["findings"]
    assert "irregularity" in {one["severity"] for one in found}


# ------------------------------------------------------------------- for people
def test_days_and_amounts_are_written_as_in_french(demo: Path) -> None:
    result = smo("--lang", "fr", "--ledger", demo, "check", "--at", "20/11/2026")
    plain = result.stdout.replace("\u202f", " ").replace("\u00a0", " ")
    for expected in [
        *("Irrégularités (19)", "Absent du dossier (20)", "À savoir (33)"),
        *("7 009,80 €", "6 692,40 €", "317,40 €", "1,35 € par élève"),
        *("14 sept. 2026", "conditions 2019-12, art. 5", "Que faire :"),
    ]:
        assert expected in plain


def test_a_price_keeps_its_decimals(tmp_path: Path) -> None:
    quoted = decision("price-quoted", lines=[{"unit": "pupil", "price": "0.605"}])
    place = recorded(
        tmp_path, request("avelin", "2024-1", also=[quoted], adopted_on="2024-03-21")
    )
    shown = smo("--ledger", place, "check", "--at", DAY).stdout
    assert "0.605 € by pupil" in shown


def test_a_program_is_given_no_colour(demo: Path) -> None:
    run = process("--ledger", demo, "check", "--at", DAY, folder=demo.parent)
    assert run.returncode == 1
    assert "\x1b" not in run.stdout
    assert run.stderr == ""


def test_a_screen_is_given_colour(demo: Path) -> None:
    ours, theirs = os.openpty()
    with subprocess.Popen(
        [*PROGRAM, "--ledger", str(demo), "check", "--at", DAY],
        env={**environment(), "TERM": "xterm", "COLUMNS": "100"},
        cwd=demo.parent,
        stdout=theirs,
    ):
        os.close(theirs)
        first = os.read(ours, 200)
        while _rest(ours):
            pass
    os.close(ours)
    assert b"\x1b[1;31mIrregularities" in first


def _rest(terminal: int) -> bytes:
    try:
        return os.read(terminal, 10_000)
    except OSError:  # the other end is closed
        return b""
