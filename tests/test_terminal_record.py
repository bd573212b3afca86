"""`smo record TYPE`: an act of one decision, its options made from the types."""

import json
import re
from pathlib import Path

import pytest
from click.testing import Result

from ledger.editions import CURRENT
from ledger.events.catalogue import DECISIONS
from tests.acts import request, write
from tests.shell import done, log, rows, smo


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Record a commune that does not exist."""
    place = tmp_path / "ledger.db"
    done(
        "--ledger",
        place,
        "import",
        write(tmp_path / "acts.yaml", [request("bourg", "2024-1")]),
    )
    return place


def record(place: Path, *args: str) -> dict[str, object]:
    """Record, and give the decision as logged."""
    done("--ledger", place, "record", *args)
    data: dict[str, object] = log(place)[-1]["data"]
    return data


def refused(place: Path, *args: str, status: int = 1) -> Result:
    before = log(place)
    result = smo("--ledger", place, "record", *args)
    assert result.exit_code == status
    assert log(place) == before
    return result


def test_scalars_are_given_by_options(place: Path) -> None:
    said = ("--school-year", "2023-2024", "--pupils", "155", "--adopted-on")
    counted = record(place, "pupils-counted", "--act", "bourg/2", *said, "2024-02-12")
    assert counted == {"school_year": "2023-2024", "pupils": 155}
    registered = log(place)[-2]["data"]
    assert registered == {
        "act": "bourg/2",
        "adopted_on": "2024-02-12",
        "edition": CURRENT,
    }


def test_an_amount_given_by_an_option_stays_as_written(place: Path) -> None:
    said = ("--member", "bourg", "--year", "2024", "--amount", "6692.40")
    called = record(place, "contribution-called", "--act", "president/1", *said)
    assert called["amount"] == "6692.40"


@pytest.mark.parametrize("text", ["numerique-educatif", '["numerique-educatif"]'])
def test_a_list_may_be_given_as_its_one_item(place: Path, text: str) -> None:
    said = ("--act", "bourg/2", "--competences", text)
    asked = record(place, "competence-transfer-requested", *said)
    assert asked == {"competences": ["numerique-educatif"]}


@pytest.mark.parametrize("text", ["1", "[1]"])
def test_so_may_a_list_that_can_be_left_out(place: Path, text: str) -> None:
    court = "tribunal-administratif-de-lille/1"
    said = ("--target", "bourg/2024-1", "--decisions", text)
    annulled = record(place, "act-annulled", "--act", court, *said)
    assert annulled == {"target": "bourg/2024-1", "decisions": [1]}


def test_nested_values_are_given_as_json(place: Path) -> None:
    lines = '[{"code":"base","label":"Base","unit":"pupil","price":1.30}]'
    said = ("--competence", "ent", "--from-year", "2024", "--lines", lines)
    more = ("--vote", '{"for": 34}', "--published", '{"on": "2024-06-30"}')
    voted = record(place, "tariff-voted", "--act", "comite-syndical/1", *said, *more)
    assert voted["lines"] == [json.loads(lines)[0] | {"price": "1.30"}]
    _, registered, vote, _ = log(place)[-4:]
    assert registered["data"]["published"] == [{"on": "2024-06-30"}]
    assert vote["data"] == {"vote": {"for": 34}}


def test_a_person_is_given_as_a_name_or_as_json(place: Path) -> None:
    ada = {"id": "ada-fictive", "name": "Ada Fictive"}
    for number, text in enumerate(("Ada Fictive", json.dumps(ada))):
        said = ("--act", f"bourg/{number + 2}", "--person", text)
        record(place, "delegate-designated", *said)
    assert [entry["data"]["person"] for entry in log(place)[-3::2]] == [
        "Ada Fictive",
        ada,
    ]


@pytest.mark.parametrize("text", ["[sic] Rien", "{Rien}", "1e3", "null", "2024-06-30"])
def test_a_text_is_taken_as_it_is(place: Path, text: str) -> None:
    said = ("--act", "bourg/2", "--subject", text, "--title", text)
    assert record(place, "matter-decided", *said) == {"subject": text}
    assert log(place)[-2]["data"]["title"] == text


def test_a_field_that_act_and_decision_share_has_two_options(place: Path) -> None:
    said = ("--session", "comite-syndical/1", "--act-session", "bureau/1")
    sent = ("--sent-on", "2024-06-01", "--act-sent-on", "2024-06-10")
    more = ("--body", "comite-syndical", "--held-on", "2024-06-20")
    args = ("--act", "president/1", *said, *sent, *more)
    convened = record(place, "session-convened", *args)
    assert convened["session"] == "comite-syndical/1"
    assert convened["sent_on"] == "2024-06-01"
    registered = log(place)[-2]["data"]
    assert registered["session"] == "bureau/1"
    assert registered["sent_on"] == "2024-06-10"


def test_a_wrong_value_names_its_option(place: Path) -> None:
    said = (
        "--school-year",
        "2023-2025",
        "--pupils",
        "-1",
        "--adopted-on",
        "2024-13-01",
    )
    result = refused(place, "pupils-counted", "--act", "bourg/2", *said)
    assert "--pupils: «-1» stands where a whole number" in result.stderr
    assert "--adopted-on: «2024-13-01» stands where a date" in result.stderr


def test_a_refusal_names_its_option(place: Path) -> None:
    said = ("--member", "bourgg", "--on", "2024-01-01")
    result = refused(place, "assembly-renewed", "--act", "secretariat/1", *said)
    assert "member.unknown" in result.stderr
    assert "Did you mean «bourg»?" in result.stderr
    result = refused(place, "matter-decided", "--act", "bourg/2024-1", "--subject", "x")
    assert result.stderr.startswith("--act: act.reference: ")


def test_json_that_is_none_is_misuse(place: Path) -> None:
    said = ("--act", "bourg/2", "--lines", '[{"unit": "pupil"')
    result = refused(place, "price-quoted", *said, status=2)
    assert "Invalid value for --lines: This is not JSON" in result.stderr


def test_a_required_option_or_an_unknown_type_is_misuse(place: Path) -> None:
    result = refused(place, "matter-decided", "--act", "bourg/2", status=2)
    assert "--subject" in result.stderr
    refused(place, "matter-decidet", status=2)
    refused(place, "matter-decided", "--titel", "x", status=2)


def test_a_document_is_looked_for_where_one_stands(
    place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "acte.pdf").write_bytes(b"fictif")
    monkeypatch.chdir(tmp_path)
    said = ("--target", "bourg/2024-1", "--document", "acte.pdf")
    record(place, "evidence-attached", "--act", "secretariat/1", *said)
    assert rows(place, "SELECT content FROM documents") == [(b"fictif",)]


def test_the_first_act_recorded_creates_the_ledger(tmp_path: Path) -> None:
    place = tmp_path / "ledger.db"
    wrong = ("record", "matter-decided", "--act", "nobody/1", "--subject", "x")
    assert smo("--ledger", place, *wrong).exit_code == 1
    assert not place.exists()
    said = ("--act", "bureau/1", "--subject", "x")
    assert record(place, "matter-decided", *said) == {"subject": "x"}
    again = done("--ledger", place, "record", "matter-decided", *said)
    assert again.startswith("Nothing new to record.")


def test_every_decision_tells_its_options_and_what_each_expects() -> None:
    shown = {name: done("record", name, "--help") for name in DECISIONS}
    assert [name for name, text in shown.items() if "--act VALUE" not in text] == []
    vague = [name for name, text in shown.items() if re.search("a value(?! of)", text)]
    assert vague == []


def test_an_option_says_what_it_means_and_what_it_expects() -> None:
    shown = " ".join(done("record", "pupils-counted", "--help").split())
    assert "the school year counted (a school year such as 2023-2024)" in shown
