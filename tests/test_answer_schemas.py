"""`smo schema answer NAME`: what an answer says as JSON, made from its structs."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from presentation.answers import ANSWERS
from tests.proofs import proof, sealed_copy
from tests.questions import AT, PAPERS, QUESTIONS
from tests.shell import done, smo

NAMES = (*ANSWERS, "verify", "proof")
WHYS = {
    "member": ("member", "chereng"),
    "not a member": ("member", "wattignies"),
    "competence": ("competence", "chereng", "numerique-educatif"),
    "body": ("seat", "comite-syndical"),
    "seat": ("seat", "bureau", "apolline-clairvallon"),
    "vacancy": ("vacancy", "hem"),
    "regime": ("regime",),
    "executory": ("executory", "chereng/2024-1-1"),
    "contribution": ("contribution", "2024", "chereng"),
    "pending": ("pending", "hem"),
    "vote": ("vote", "comite-syndical/fictif-2022-1"),
}
ASKED = {
    **QUESTIONS,
    **PAPERS,
    **{f"why {kind}": ("why", *words, *AT) for kind, words in WHYS.items()},
    "history of a seat": ("history", "seat", "bureau"),
    "contributions of one": (*QUESTIONS["contributions"], "--member", "hem"),
    "plan": (*QUESTIONS["contributions"], "--plan"),
    "deadlines of all": ("deadlines", "--all", *AT),
    "whole log": ("log",),
    "whole diff": ("diff", "2013-01-01", "2024-06-30"),
    "whole replay": ("replay", *AT),
}


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Load the examples once; no test here records anything."""
    place = tmp_path_factory.mktemp("schemas") / "demo.db"
    done("--ledger", place, "demo")
    return place


@pytest.fixture(scope="module")
def schemas() -> dict[str, Any]:
    """Ask every schema as scripts do."""
    return {name: json.loads(done("schema", "answer", name)) for name in NAMES}


def name_of(asked: tuple[str, ...]) -> str:
    """Tell under which name the answer to a question is described."""
    if "--plan" in asked:
        return "plan"
    return asked[1] if asked[0] == "papers" else asked[0]


def texts(asked: tuple[str, ...], answer: str) -> list[str]:
    """Tell the JSON texts in an answer: of a replay, its lines."""
    return answer.splitlines() if asked[0] == "replay" else [answer]


# ------------------------------------------------------------------- they hold
@pytest.mark.parametrize("question", ASKED)
def test_an_answer_is_as_its_schema_says(
    question: str, ledger: Path, schemas: dict[str, Any]
) -> None:
    asked = ASKED[question]
    said = smo("--ledger", ledger, *asked, "--json").stdout
    validator = jsonschema.Draft202012Validator(schemas[name_of(asked)])
    for text in texts(asked, said):
        validator.validate(json.loads(text))


def test_what_is_said_of_the_ledger_and_of_a_proof_is_as_its_schema_says(
    ledger: Path, schemas: dict[str, Any], tmp_path: Path
) -> None:
    sealed = sealed_copy(ledger, tmp_path)
    whole = json.loads(done("--ledger", sealed.place, "verify", "--json"))
    jsonschema.validate(whole, schemas["verify"])
    for words in (("act", "chereng/2024-1-1"), ("annex", "1", *AT)):
        file = tmp_path / "proof.json"
        file.write_text(proof(sealed, *words))
        checked = json.loads(done("verify", "--proof", file, "--json"))
        jsonschema.validate(checked, schemas["proof"])


# ------------------------------------------------------------------- they bind
@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_one_itself_and_binds(name: str, schemas: dict[str, Any]) -> None:
    schema = schemas[name]
    jsonschema.Draft202012Validator.check_schema(schema)
    loose = [path for path, part in _parts(schema) if part == {} and not _is_law(path)]
    assert loose == []
    objects = [part for _path, part in _parts(schema) if part.get("type") == "object"]
    assert all("additionalProperties" in part for part in objects)
    assert True not in [part["additionalProperties"] for part in objects]


def _is_law(path: str) -> bool:
    """A rectification gives a field of an act any value that field may have."""
    return path.endswith("afterwards.ActRectified/properties/set/additionalProperties")


def _parts(part: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(part, dict):
        yield path, part
        for name, below in part.items():
            yield from _parts(below, f"{path}/{name}")
    elif isinstance(part, list):
        for place, below in enumerate(part):
            yield from _parts(below, f"{path}/{place}")


def test_a_field_too_many_or_one_too_few_is_no_answer(
    ledger: Path, schemas: dict[str, Any]
) -> None:
    found = json.loads(done("--ledger", ledger, "annex", "1", *AT, "--json"))
    validator = jsonschema.Draft202012Validator(schemas["annex"])
    assert validator.is_valid(found)
    assert not validator.is_valid({**found, "more": 1})
    found["members"][0].pop("because")
    assert not validator.is_valid(found)


def test_every_answer_says_what_specification_section_13_asks(
    schemas: dict[str, Any],
) -> None:
    described = schemas["diff"]["$defs"]["differences.Difference"]["properties"]
    assert set(described) == {"from", "to", "changes"}
    ballot = schemas["ballot"]["$defs"]["ballot.Ballot"]["properties"]
    asked = {"question", "on", "voters", "votes", "needed", "base", "blocking"}
    assert asked <= set(ballot)


def test_no_answer_of_another_name_is_described() -> None:
    result = smo("schema", "answer", "nothing")
    assert result.exit_code == 2
    assert "nothing" in result.stderr
