"""`smo schema`: a JSON Schema of the acts file, made from the types that decode it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import given, settings

from ledger.acts.act import Act
from ledger.events.catalogue import DECISIONS
from tests.acts import Plain, act, decision, request
from tests.shell import REAL, ROOT, done
from tests.strategies import acts, written

FILES = [*REAL, *sorted((ROOT / "examples" / "fictional").glob("*.yaml"))]
NUMBERS = ("tag:yaml.org,2002:int", "tag:yaml.org,2002:float")


class AsEditorsDo(yaml.SafeLoader):
    """Reads YAML as an editor that knows JSON: numbers and truths, and no dates."""


AsEditorsDo.yaml_implicit_resolvers = {
    first: [pair for pair in pairs if not pair[0].endswith(":timestamp")]
    for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
    if first not in "oOyYnN"
}


@pytest.fixture(scope="module")
def valid() -> Callable[[Any], bool]:
    """Ask the schema, which is one itself."""
    schema = json.loads(done("schema"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    return lambda asked: bool(validator.is_valid(asked))


def test_the_examples_are_valid(valid: Callable[[Any], bool]) -> None:
    assert FILES
    wrong = [file.name for file in FILES if not valid(as_editors_do(file))]
    assert wrong == []


def as_editors_do(file: Path) -> Any:
    text = file.read_text(encoding="utf-8")
    return yaml.load(text, Loader=AsEditorsDo)  # noqa: S506 -- a SafeLoader


@pytest.mark.parametrize(
    "wrong",
    [
        {"act": "bureau/1"},
        {"decisions": []},
        act("Bureau/1"),
        act("bureau/1", titel="x"),
        act("bureau/1", title=""),
        act("bureau/1", nature="XX"),
        act("bureau/1", {"type": "nothing"}),
        act("bureau/1", {"type": "matter-decided"}),
        act("bureau/1", {"type": "matter-decided.v1", "subject": "x"}),
        act("bureau/1", {"subject": "x"}),
        act("bureau/1", decision("matter-decided", subject="x", more="x")),
        act("bureau/1", vote={"agains": 3}),
        act("bureau/1", vote={"for": -1}),
        act("bureau/1", irregular=[{"rule": "member.unknown", "reason": "x"}]),
        request("bourg", "2024-1") | {"published": {"on": "2024-06-30"}},
    ],
)
def test_a_wrong_act_is_not_valid(valid: Callable[[Any], bool], wrong: Plain) -> None:
    assert not valid([wrong])


def test_a_file_is_a_list_of_acts(valid: Callable[[Any], bool]) -> None:
    assert valid([])
    assert not valid(act("bureau/1"))


def test_every_decision_is_in_the_schema() -> None:
    described = json.loads(done("schema"))["$defs"]
    names = {
        part["properties"]["type"]["const"]
        for part in described.values()
        if "const" in part.get("properties", {}).get("type", {})
    }
    assert names == set(DECISIONS)


def test_what_a_field_is_called_and_means_is_said_in_the_language_spoken() -> None:
    for language, title, member in (
        (
            "en",
            "approval of an adhesion",
            {
                "title": "member concerned",
                "description": "the institution the decision is about "
                "(an id in lower-case letters, digits and hyphens)",
            },
        ),
        (
            "fr",
            "accord pour une adhésion",
            {
                "title": "collectivité concernée",
                "description": "la collectivité que la décision concerne "
                "(un identifiant en lettres minuscules, chiffres et traits d’union)",
            },
        ),
    ):
        described = json.loads(done("--lang", language, "schema"))["$defs"]
        found = described["AdhesionApproved"]
        assert found["title"] == title
        assert member.items() <= found["properties"]["member"].items()


@settings(max_examples=40, deadline=None)
@given(acts())
def test_whatever_the_types_allow_is_valid(
    valid: Callable[[Any], bool], asked: Act
) -> None:
    assert valid(json.loads(json.dumps([written(asked)], default=str)))


def test_the_schema_needs_no_ledger_and_may_go_to_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shown = done("schema")
    assert not done("schema", "--output", "acts.schema.json")
    assert Path("acts.schema.json").read_text(encoding="utf-8") == shown
    assert [path.name for path in tmp_path.iterdir()] == ["acts.schema.json"]
