"""`smo ballot`, as people and scripts ask, in both languages."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.acts import write
from tests.committee import OFFICERS, applies, full_house
from tests.shell import done, log, smo
from tests.test_ballot import HELD

SENT: dict[str, Any] = {
    "sent_on": "2024-05-05",
    "published": [{"on": "2024-05-06", "mode": "web"}],
}
ACTS = [
    *full_house(OFFICERS[0]),
    applies("carvin", **SENT),
    applies("nulle-part", None),
]
REGION = "region-hauts-de-france"
NORD = "departement-du-nord"
PDC = "departement-du-pas-de-calais"


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Record the acts once; no test here records anything."""
    folder = tmp_path_factory.mktemp("ballots")
    file = write(folder / "acts.yaml", ACTS)
    place = folder / "ledger.db"
    done("--ledger", place, "import", file)
    return place


def asked(ledger: Path, *words: object, lang: str = "en") -> str:
    """Ask about the day of the session."""
    return done("--lang", lang, "--ledger", ledger, "ballot", *words, "--at", HELD)


def answer(ledger: Path, *words: object) -> Any:
    """Ask as scripts do."""
    return json.loads(asked(ledger, *words, "--json"))


def sheet(folder: Path, text: str, name: str = "present.yaml") -> Path:
    """Write who is there."""
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


# ------------------------------------------------------------------- the answer
def test_the_json_has_the_fields_of_the_specification(ledger: Path) -> None:
    found = answer(ledger, "adhesion", "--applicant", "carvin")
    assert (found["question"], found["on"], found["base"]) == (
        *("adhesion", HELD, "votes"),
    )
    assert (found["votes"], found["needed"]) == (34, 23)
    assert found["blocking"] == [[NORD], [REGION, PDC], [REGION, "communal-block"]]
    for voter in found["voters"]:
        assert set(voter) >= {"person", "name", "seat_of", "weight", "group"}
    assert (found["statutes"], found["article"]) == ("2019-01-01", "15")
    assert found["department"] == NORD
    assert found["known_at"].startswith("#")
    assert found["present"] is None
    assert found["if_adopted"] is None


def test_the_note_reasons_from_who_votes_to_who_can_block(ledger: Path) -> None:
    shown = asked(ledger, "adhesion", "--applicant", "Commune de Carvin")
    for expected in [
        *("Adhesion of Commune de Carvin", "All members in office vote: 24."),
        *("whose delegates (5) have 3 votes each", "Votes in all: 34."),
        *("2/3 of the votes cast must be for: 23, if all 34", "statutes, art. 15"),
        *("Who can block", "region-hauts-de-france + communal block"),
    ]:
        assert expected in shown


def test_the_same_in_french(ledger: Path) -> None:
    shown = asked(ledger, "adhesion", "--applicant", "carvin", lang="fr")
    for expected in [
        *("Adhésion\u00a0: Commune de Carvin", "3 voix chacun", "bloc communal"),
        *("2/3 des suffrages exprimés\u00a0: 23 voix pour", "Qui peut bloquer"),
    ]:
        assert expected in shown
    assert "Votes" not in shown


def test_csv_is_one_header_and_the_voters(ledger: Path) -> None:
    text = asked(ledger, "statutes", "--format", "csv")
    header, *lines = csv.reader(io.StringIO(text))
    assert header[:3] == ["person", "name", "seat_of"]
    assert len(lines) == 24


def test_on_schools_those_without_a_vote_stand_apart(ledger: Path) -> None:
    shown = asked(ledger, "ordinary", "--competence", "4.2")
    assert "In office, and without a vote" in shown
    assert "of 24 members in office only those vote" in shown
    assert "In a tie the president's own ballot decides: region-1." in shown


def test_a_carried_over_text_is_said(ledger: Path, tmp_path: Path) -> None:
    later = {
        "act": "comite-syndical/statuts-2022",
        "decisions": [{"type": "statutes-adopted", "version": "2022-01-19"}],
        "adopted_on": "2022-01-19",
        "executory_on": "2022-01-19",
        "executory_basis": "certified",
    }
    acts = [*full_house(OFFICERS[0]), later]
    place = tmp_path / "ledger.db"
    done("--ledger", place, "import", write(tmp_path / "acts.yaml", acts))
    assert "the rules of 2019-01-01 are carried over" in asked(place, "statutes")
    assert answer(place, "statutes")["carried_from"] == "2019-01-01"


# ------------------------------------------------------------------- those present
def test_a_list_of_names_is_who_is_there(ledger: Path, tmp_path: Path) -> None:
    file = sheet(tmp_path, "- region-1\n- nord-1\n")
    live = answer(ledger, "budget", "--present", file)["present"]
    assert (live["votes"], live["needed"]) == (2, 2)
    assert live["quorum"]["missing"] == 10
    assert live["blocking"] == [[REGION]]


def test_proxies_and_the_recused_are_read_as_an_attendance_is(
    ledger: Path, tmp_path: Path
) -> None:
    text = json.dumps(
        {
            "present": ["region-1", "nord-5"],
            "proxies": {"nord-1": "region-1", "nord-2": "region-1"},
            "recused": ["nord-5"],
        }
    )
    file = sheet(tmp_path, text, "present.json")
    joining = ("adhesion", "--applicant", "carvin", "--present", file)
    live = answer(ledger, *joining)["present"]
    assert [one["person"] for one in live["voters"]] == ["region-1"]
    assert [one["counts"] for one in live["proxies"]] == [False, False]
    assert live["proxies"][1]["rule"] == "session.proxy"
    french = asked(ledger, *joining, lang="fr")
    assert "le mandataire détient plus de procurations" in french
    assert "Il en manque 11 pour le quorum de 12" in french


def test_a_name_nobody_bears_is_shown_with_its_line(
    ledger: Path, tmp_path: Path
) -> None:
    file = sheet(tmp_path, "present:\n- region-1\n- norde-1\nrecused: [zzz]\n")
    wrong = smo("--ledger", ledger, "ballot", "budget", "--at", HELD, "--present", file)
    assert wrong.exit_code == 1
    assert f"{file}:3: «norde-1» is nobody the ledger knows" in wrong.stderr
    assert "Did you mean «nord-1»?" in wrong.stderr
    assert f"{file}:4: «zzz»" in wrong.stderr
    assert "2 problem(s) in the file of those present" in wrong.stderr


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("presnt: [region-1]\n", ":1: «presnt» is no field"),
        ("present: region-1\n", ":1: «region-1» stands where a list is expected"),
        ("- region-1\n-\n", ":2: Nothing stands where"),
        ("present: [\n", "This is not YAML"),
        ("", "needs the field «present»"),
    ],
)
def test_a_sheet_that_cannot_be_read_says_where(
    ledger: Path, tmp_path: Path, text: str, said: str
) -> None:
    file = sheet(tmp_path, text)
    wrong = smo("--ledger", ledger, "ballot", "budget", "--at", HELD, "--present", file)
    assert wrong.exit_code == 1
    assert said in wrong.stderr


# ------------------------------------------------------------------- what would follow
def test_if_adopted_shows_the_register_changed_and_records_nothing(
    ledger: Path,
) -> None:
    before = len(log(ledger))
    shown = asked(ledger, "adhesion", "--applicant", "carvin", "--if-adopted")
    for expected in [
        *("If the adhesion of Commune de Carvin is approved", "this vote"),
        *("It would change: Members (annex 1)", "since 15 Jun 2024"),
        *("It would change: Competences transferred", "Nothing was recorded."),
    ]:
        assert expected in shown
    assert len(log(ledger)) == before


def test_if_adopted_as_json_has_changes_as_diff_has(ledger: Path) -> None:
    found = answer(ledger, "adhesion", "--applicant", "carvin", "--if-adopted")
    follows = found["if_adopted"]
    assert follows["decision"] == "adhesion-approved"
    assert follows["answers"][0]["since"] == HELD
    for change in follows["changes"]:
        assert set(change) >= {"what", "member", "before", "after", "because"}
        assert follows["act"] in change["because"]


# ------------------------------------------------------------------- refused, misused
@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["joining"], "'adhesion'"),
        (["adhesion"], "--applicant ID"),
        (["withdrawal", "--if-adopted"], "--applicant ID"),
        (["statutes", "--if-adopted"], "not for statutes"),
        (["budget", "--applicant", "carvin"], "not for budget"),
        (["statutes", "--body", "bureau"], "Only the committee votes on statutes"),
        (["election", "--body", "bureau"], "Only the committee votes on election"),
    ],
)
def test_a_question_put_wrongly_is_misuse(
    ledger: Path, words: list[str], said: str
) -> None:
    wrong = smo("--ledger", ledger, "ballot", *words, "--at", HELD)
    assert wrong.exit_code == 2
    assert said in wrong.stderr


def test_an_applicant_typed_nearly_right_gets_the_nearest(ledger: Path) -> None:
    wrong = smo("--ledger", ledger, "ballot", "adhesion", "--applicant", "carvim")
    assert wrong.exit_code == 1
    assert "carvin" in wrong.stderr


def test_an_applicant_of_no_known_departement_is_refused(ledger: Path) -> None:
    words = ("ballot", "adhesion", "--applicant", "nulle-part", "--at", HELD)
    wrong = smo("--ledger", ledger, *words)
    assert wrong.exit_code == 1
    assert "In which département nulle-part is, is not on record" in wrong.stderr


def test_a_ledger_that_does_not_exist_is_not_created(tmp_path: Path) -> None:
    place = tmp_path / "none.db"
    assert smo("--ledger", place, "ballot", "statutes").exit_code == 1
    assert not place.exists()
