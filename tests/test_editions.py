"""An act recorded under an earlier edition of the rules is refused by no later one."""

import json
from pathlib import Path
from typing import Any

import pytest

from examples.make_catalogue import refusals_named
from ledger.editions import CURRENT, FIRST, stored_edition
from ledger.refusals import WrongAuthorError
from ledger.voting_refusals import TieError
from projections.findings.check import RULES
from projections.findings.lawfulness import broken_by_votes
from projections.findings.newer import JUDGES
from tests.acts import Plain, act, decision, write
from tests.answers import only
from tests.committee import HOUSE, decided, vote
from tests.shell import done, log, rows, smo
from tests.spec import given

MATTER = decision("matter-decided", subject="Divers")


def imported(folder: Path, *acts: Plain, options: tuple[str, ...] = ()) -> Path:
    place = folder / "ledger.db"
    file = write(folder / "acts.yaml", list(acts))
    done("--ledger", place, "import", *options, file)
    return place


def exported(place: Path) -> list[Any]:
    said = done("--ledger", place, "export", "acts", "--format", "json")
    acts: list[Any] = json.loads(said)
    return acts


# ------------------------------------------------------------------- what is kept
def test_an_act_recorded_now_says_the_edition_of_now(tmp_path: Path) -> None:
    place = imported(tmp_path, act("bureau/1", MATTER))
    assert log(place)[0]["data"]["edition"] == CURRENT
    assert [one["edition"] for one in exported(place)] == [CURRENT]


def test_an_act_of_the_first_edition_is_stored_as_that_edition_stored_it(
    tmp_path: Path,
) -> None:
    place = imported(tmp_path, act("bureau/1", MATTER, edition=FIRST))
    assert "edition" not in log(place)[0]["data"]
    [(data,)] = rows(place, "SELECT data FROM entries WHERE position = 1")
    assert data == '{"type":"act-registered.v1","act":"bureau/1"}'
    assert [one["edition"] for one in exported(place)] == [FIRST]


def test_an_export_of_the_first_program_is_imported_under_its_edition(
    tmp_path: Path,
) -> None:
    told = act("bureau/2", MATTER, edition=CURRENT)
    place = imported(
        tmp_path, act("bureau/1", MATTER), told, options=("--edition", "1")
    )
    assert [one["edition"] for one in exported(place)] == [FIRST, CURRENT]


def test_the_edition_is_no_content_of_an_act(tmp_path: Path) -> None:
    place = imported(tmp_path, act("bureau/1", MATTER, edition=FIRST))
    again = write(tmp_path / "again.yaml", [act("bureau/1", MATTER)])
    assert "Nothing new" in done("--ledger", place, "import", again)
    other = write(tmp_path / "other.yaml", [act("bureau/1", MATTER, edition=FIRST)])
    assert "Nothing new" in done("--ledger", place, "import", other)


def test_an_edition_of_a_later_program_is_not_taken(tmp_path: Path) -> None:
    file = write(tmp_path / "acts.yaml", [act("bureau/1", MATTER, edition=CURRENT + 1)])
    result = smo("--ledger", tmp_path / "ledger.db", "import", file)
    assert result.exit_code == 1
    assert f"edition {CURRENT + 1} of the rules is later" in result.stderr
    assert not (tmp_path / "ledger.db").exists()


def test_the_edition_of_an_act_is_not_rectified(tmp_path: Path) -> None:
    place = imported(tmp_path, act("bureau/1", MATTER))
    change = decision(
        "act-rectified", target="bureau/1", set={"edition": 1}, reason="Erreur"
    )
    file = write(tmp_path / "more.yaml", [act("secretariat/1", change)])
    result = smo("--ledger", place, "import", file)
    assert result.exit_code == 1
    assert "«edition» is no field" in result.stderr


def test_an_act_recorded_by_options_is_of_now(tmp_path: Path) -> None:
    place = imported(tmp_path, act("bureau/1", MATTER))
    shown = done("--ledger", place, "record", "matter-decided", "--help")
    assert "--edition" not in shown


# ------------------------------------------------------------------- what is refused
def test_what_only_a_newer_rule_refuses_is_a_notice_under_its_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tie = {**decided(vote(11, 11)), "edition": FIRST}
    assert only(given(*HOUSE, tie), TieError.rule).severity == "irregularity"
    monkeypatch.setattr(TieError, "since", CURRENT)
    monkeypatch.setitem(JUDGES, TieError.rule, broken_by_votes)
    told = only(given(*HOUSE, tie), TieError.rule)
    assert (told.severity, told.act) == ("notice", tie["act"])
    assert "was recorded under edition 1 of the rules; edition 2 would" in told.message
    assert (
        told.article
        == given(*HOUSE).when(decided(vote(11, 11))).refused(TieError)[0].cited()
    )


def test_what_an_act_says_of_itself_is_not_said_twice(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    excused = [{"rule": TieError.rule, "reason": "Erreur de l’époque"}]
    tie = {**decided(vote(11, 11)), "edition": FIRST, "irregular": excused}
    monkeypatch.setattr(TieError, "since", CURRENT)
    monkeypatch.setitem(JUDGES, TieError.rule, broken_by_votes)
    assert "although" in only(given(*HOUSE, tie), TieError.rule).message


def test_a_vote_of_an_earlier_edition_is_taken_and_found_unlawful() -> None:
    """Who sat and how votes count may be read otherwise since; check reads it anew."""
    tie = decided(vote(11, 11))
    given(*HOUSE).when({**tie, "edition": CURRENT}).refused(TieError)
    old = {**tie, "edition": FIRST}
    given(*HOUSE).when(old).records(tie["act"])
    assert only(given(*HOUSE, old), TieError.rule).severity == "irregularity"


def test_a_rule_without_a_roster_may_be_newer_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    wrong = act("secretariat/1", MATTER, edition=FIRST)
    given().when(wrong).refused(WrongAuthorError)
    monkeypatch.setattr(WrongAuthorError, "since", CURRENT)
    given().when(wrong).records("secretariat/1")


# ------------------------------------------------------------------- what is found
ONLY_AT_RECORDING = {
    *("department.unknown", "institution.twice", "name.characters"),
    *("seat.dismissal", "statutes.names", "text.damaged"),
}
"""Newer rules that check does not look for in acts of an earlier edition."""


def test_every_newer_refusal_is_found_in_older_acts() -> None:
    found = {*JUDGES} | {kind.rule for kind in RULES}
    newer = {kind.rule for kind in refusals_named().values() if kind.since > FIRST}
    assert newer
    assert newer - found == ONLY_AT_RECORDING


def test_no_refusal_is_of_an_edition_that_is_not_there() -> None:
    assert {kind.since for kind in refusals_named().values()} <= {FIRST, CURRENT}


def test_the_stored_form_of_each_edition() -> None:
    assert [stored_edition(one) for one in (None, FIRST, CURRENT)] == [
        CURRENT,
        None,
        CURRENT,
    ]
