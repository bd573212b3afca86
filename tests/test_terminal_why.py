"""`smo why` and `smo history`, as people and scripts ask."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.shell import REAL, ROOT, done, smo

DAY = "2024-06-30"


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("why") / "real.db"
    done("--ledger", place, "import", *REAL)
    return place


def asked(place: Path, *words: object) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(
        done("--ledger", place, "why", *words, "--at", DAY, "--json")
    )
    return found


# ------------------------------------------------------------------- the real acts
def test_villeneuve_d_ascq_lacks_two_facts_of_the_town_hall_and_one_of_the_committee(
    real: Path,
) -> None:
    found = asked(real, "member", "villeneuve-d-ascq")
    act = "villeneuve-d-ascq/2023-12-19"
    assert found["missing"] == [
        {"act": act, "fact": "sent_on", "from": "villeneuve-d-ascq"},
        {"act": act, "fact": "publicity", "from": "villeneuve-d-ascq"},
        {"act": None, "fact": "approval", "from": "comite-syndical"},
    ]
    assert (found["established"], found["answer"]) == (False, "not established")
    [posting] = [
        step for step in found["steps"] if step["says"] == "publicity.not-on-the-web"
    ]
    assert (posting["article"], posting["values"]["population"]) == ("L.2131-1", 62868)
    assert "62,868 inhabitants" in posting["sentence"]


def test_a_person_reads_it_as_a_note(real: Path) -> None:
    shown = done("--ledger", real, "why", "member", "villeneuve-d-ascq", "--at", DAY)
    for words in (
        "That Commune de Villeneuve-d'Ascq is a member is not established.",
        "it does not count at 62,868 inhabitants",
        "statutes, art. 15, version of 2022-01-19",
        "text not on record; the rules of 2018-11-28 are carried over",
        "town hall (Commune de Villeneuve-d'Ascq)",
        "#21–#26",
    ):
        assert words in shown


def test_the_note_is_said_in_french_too(real: Path) -> None:
    shown = done(
        *("--ledger", real, "--lang", "fr", "why", "member", "villeneuve-d-ascq"),
        *("--at", DAY),
    )
    assert "mairie (Commune de Villeneuve-d'Ascq)" in shown
    assert "elle ne compte pas pour 62\u202f868 habitants" in shown


def test_a_presumption_and_its_note_are_shown(real: Path) -> None:
    found = asked(real, "executory", "comite-syndical/2018-23-2")
    [act] = found["acts"]
    assert act["executory_basis"] == "presumed"
    assert act["note"].startswith("Présumée exécutoire à sa transmission")
    assert act["positions"] == [3, 4]


def test_a_competence_may_be_named_by_its_article(real: Path) -> None:
    found = asked(real, "competence", "departement-du-nord", "4.1")
    assert found["question"] == (
        "competence departement-du-nord communications-electroniques"
    )
    assert found["value"] == {"since": "2013-07-04", "until": None}


# ------------------------------------------------------------------- history
def test_a_history_is_shown_with_the_last_day_included(real: Path) -> None:
    ask = ("--ledger", real, "history", "member", "departement-du-nord")
    shown = done(*ask)
    assert "3 Jul 2013" in shown
    found = json.loads(done(*ask, "--json"))
    assert [(one["from"], one["until"]) for one in found["changes"]] == [
        (None, "2013-07-04"),
        ("2013-07-04", None),
    ]
    assert found["known_at"] == "#38"


def test_an_earlier_position_knows_less(real: Path) -> None:
    found = json.loads(
        done(
            *("--ledger", real, "history", "member", "departement-du-nord"),
            *("--known-at", "#38", "--json"),
        )
    )
    refused = smo("--ledger", real, "why", "member", "hem", "--known-at", "#2")
    assert len(found["changes"]) == 2
    assert refused.exit_code == 1


def test_an_explanation_is_written_to_a_file(real: Path, tmp_path: Path) -> None:
    file = tmp_path / "why.json"
    done("--ledger", real, "why", "regime", "--json", "--output", file)
    assert json.loads(file.read_text())["question"] == "regime"


# ------------------------------------------------------------------- no such thing
@pytest.mark.parametrize("command", ["why", "history"])
@pytest.mark.parametrize(
    "words",
    [
        ["membership", "hem"],
        ["member"],
        ["member", "hem", "nord"],
        ["regime", "nord"],
        ["seat", "nord", "a", "b"],
        ["contribution", "MMXXIV", "hem"],
        [],
    ],
)
def test_misuse_lists_what_may_be_asked(
    tmp_path: Path, command: str, words: list[str]
) -> None:
    refused = smo("--ledger", tmp_path / "none.db", command, *words)
    assert refused.exit_code == 2
    if words and words[0] != "contribution":
        assert "competence ID COMPETENCE" in refused.stderr


@pytest.mark.parametrize(
    ("words", "near"),
    [
        (["member", "cherent"], "chereng"),
        (["competence", "hem", "4.9"], "numerique-educatif"),
        (["seat", "nort"], "nord"),
        (["seat", "nord", "Helene Recloud"], "helene-recloux"),
        (["executory", "chereng/2024-1-2"], "chereng/2024-1-1"),
        (["vote", "chereng/2024-1-2"], "chereng/2024-1-1"),
        (["contribution", "2024", "cherent"], "chereng"),
    ],
)
def test_what_is_unknown_offers_the_nearest_and_chooses_none(
    real: Path, words: list[str], near: str
) -> None:
    refused = smo("--ledger", real, "why", *words)
    assert refused.exit_code == 1
    assert near in refused.stderr


# ------------------------------------------------------------------- what followed
CATALOGUE = ROOT / "examples" / "catalogue"
STRUCK = CATALOGUE / "findings" / "correction.fallen.fallen.yaml"


def test_what_fell_with_a_struck_act_is_shown_with_it_and_with_the_ruling(
    tmp_path: Path,
) -> None:
    place = tmp_path / "struck.db"
    done("--ledger", place, "import", CATALOGUE / "base.yaml", STRUCK)
    ruling, day = "tribunal-administratif-de-lille/fictif-2500001", "2025-06-30"
    for act in ("comite-syndical/fictif-2024-8", ruling):
        said = ["--ledger", place, "--lang", "fr", "why", "executory", act]
        shown = done(*said, "--at", day)
        assert f"Ce qu’entraîne {ruling}" in shown
        assert "siège au comité" in shown
        found = json.loads(done(*said, "--at", day, "--json"))
        [followed] = found["consequences"]
        assert followed["act"] == ruling
        assert followed["consequences"][0]["what"] == "member"
    shown = done("--ledger", place, "why", "member", "sablonnes", "--at", day)
    assert "until 14 May 2025 it was" in shown
    assert "What follows from tribunal" not in shown
