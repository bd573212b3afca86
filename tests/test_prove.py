"""A proof of an act or an answer is true, and holds without the ledger."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.corrected_demo import APPEAL, COURT, Demonstration, ruling
from tests.proofs import KEY_NAME, Sealed, proof, read, sealed_copy, verified
from tests.shell import done, log, smo

CHERENG = "chereng/2024-1-1"
QUESTIONS = [
    "annex 1 --at 2024-06-30",
    "annex 1 --in 2019-01-01..2022-12-31",
    "annex 2 --at 2022-06-30",
    "roster comite-syndical --at 2022-06-30",
    "roster college-nord --in 2022-01-01..2022-12-31",
    "roster bureau --at 2024-02-15",
    "member hem --at 2024-06-30",
    "member ca-caudresis-catesis --in 2022-01-01..2022-12-31",
    "contributions 2024 --at 2024-12-31",
    "contributions 2024 --at 2024-12-31 --member ca-caudresis-catesis",
    "why member chereng --at 2024-06-30",
    "why competence ca-caudresis-catesis numerique-educatif --at 2024-06-30",
    "why seat college-nord --at 2022-06-30",
    "why seat bureau apolline-clairvallon --at 2022-06-30",
    "why vacancy departement-du-pas-de-calais --at 2024-03-01",
    "why regime --at 2022-06-30",
    f"why executory {CHERENG} --at 2024-06-30",
    "why contribution 2024 ca-caudresis-catesis --at 2024-12-31",
    "why pending hem --at 2024-06-30",
    "why vote comite-syndical/fictif-2021-6 --at 2024-06-30",
]


@pytest.fixture(scope="module")
def sealed(demonstration: Path, tmp_path_factory: pytest.TempPathFactory) -> Sealed:
    return sealed_copy(demonstration, tmp_path_factory.mktemp("sealed"))


def without_sentences(answer: Any) -> Any:
    """Leave out what is said in a language: a proof is the same in all of them."""
    if isinstance(answer, list):
        return [without_sentences(one) for one in answer]
    if isinstance(answer, dict):
        return {
            name: without_sentences(value)
            for name, value in answer.items()
            if name not in {"sentence", "reading"}
        }
    return answer


# ------------------------------------------------------------------- round trips
@pytest.mark.parametrize("question", QUESTIONS)
def test_what_is_proven_is_the_answer_and_follows_again_without_the_ledger(
    question: str, sealed: Sealed, tmp_path: Path
) -> None:
    text = proof(sealed, *question.split())
    made = read(text)
    assert str(made) == text
    assert made.question == question
    asked = done("--ledger", sealed.place, *question.split(), "--json")
    if question.startswith("why"):
        answer = without_sentences(json.loads(asked))
        assert without_sentences(json.loads(made.answer)) == answer
    else:
        assert f"{made.answer}\n" == asked
    code, found = verified(tmp_path, text, "--public-key", sealed.public_key)
    assert (code, found["holds"], found["faults"]) == (0, True, [])
    assert found["answer"] == json.loads(made.answer)
    assert found["checkpoint"]["signed_by"] == [KEY_NAME]


def test_names_and_articles_are_written_as_ids_and_days_as_dates(
    sealed: Sealed,
) -> None:
    for words, question in {
        ("roster", "nord", "--in", "2022"): QUESTIONS[4],
        ("member", "Commune de Hem", "--at", "30/06/2024"): QUESTIONS[6],
        ("seat", "bureau", "Apolline Clairvallon", "--at", "2022-06-30"): QUESTIONS[13],
        ("competence", "ca-caudresis-catesis", "4.2", "--at", "2024-06-30"): QUESTIONS[
            11
        ],
    }.items():
        assert read(proof(sealed, *words)).question == question


def test_a_proof_is_the_same_in_every_language(sealed: Sealed) -> None:
    words = ("why", "member", "chereng", "--at", "2024-06-30")
    french = done("--ledger", sealed.place, "--lang", "fr", "prove", *words)
    assert french == proof(sealed, *words)


def test_an_answer_rests_on_few_entries_where_few_do(sealed: Sealed) -> None:
    made = read(proof(sealed, "why", "member", "chereng", "--at", "2024-06-30"))
    assert len(made.entries) < 50
    assert {CHERENG} <= {json.loads(one.entry.tags)[0][4:] for one in made.entries}


# ------------------------------------------------------------------- acts
def test_an_act_is_proven_by_its_entries_and_those_about_it(
    demo: Demonstration, tmp_path: Path
) -> None:
    target = "comite-syndical/2023-18"
    place = demo.corrected(ruling("act-annulled", target))
    ledger = sealed_copy(place, tmp_path)
    made = read(proof(ledger, target))
    tags = {f"act:{target}", f"target:{target}"}
    expected = [
        one["position"]
        for one in log(place)
        if one["act"] == target or one["data"].get("target") == target
    ]
    assert [one.entry.position for one in made.entries] == expected
    assert all(tags & {*json.loads(one.entry.tags)} for one in made.entries)
    assert made.entries[-1].entry.type == "act-annulled.v1"
    code, found = verified(tmp_path, str(made))
    assert (code, found["answer"]) == (0, None)
    shown = [one for one in log(place) if one["position"] in expected]
    assert found["entries"] == shown


def test_an_act_may_be_named_act_too_and_takes_no_day(sealed: Sealed) -> None:
    assert proof(sealed, "act", CHERENG) == proof(sealed, CHERENG)
    result = smo("--ledger", sealed.place, "prove", CHERENG, "--at", "2024-01-01")
    assert result.exit_code == 2
    assert "takes no option" in result.stderr


def test_an_unknown_act_is_refused_and_the_nearest_offered(sealed: Sealed) -> None:
    result = smo("--ledger", sealed.place, "prove", "chereng/2024-1-2")
    assert result.exit_code == 1
    assert CHERENG in result.stderr


# ------------------------------------------------------------------- corrections
def test_an_answer_that_rulings_changed_is_proven_with_the_rulings(
    demo: Demonstration, tmp_path: Path
) -> None:
    target = "ca-caudresis-catesis/2021-43"
    annulled = ruling("act-annulled", target)
    words = ("why", "member", "ca-caudresis-catesis", "--at", "2024-06-30")
    for corrections, answer in (
        ((annulled,), "not established"),
        ((annulled, ruling("ruling-overturned", COURT, APPEAL)), "yes"),
    ):
        folder = tmp_path / answer
        folder.mkdir()
        ledger = sealed_copy(demo.corrected(*corrections), folder)
        text = proof(ledger, *words)
        acts = {json.loads(one.entry.tags)[0] for one in read(text).entries}
        assert f"act:{COURT}" in acts
        code, found = verified(folder, text)
        assert (code, found["answer"]["answer"]) == (0, answer)
