"""The acts file: what is written survives, what is wrong is said with its line."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from commands.candidates import gather
from ledger.acts.act import Act
from ledger.acts.decoding import decode_act
from ledger.acts.problems import ProblemsError
from ledger.acts.reading import read_acts
from ledger.events.membership import AdhesionRequested
from ledger.events.money import TariffVoted
from tests.acts import decision, request, write

TRAPS = [
    *("2024_1", "2020-13-01", "no", "on", "yes", "true", "1e3", "0o7", "012", "1:30"),
    *("02", "2024-06-30", "1.30", "null", "Null", "~", ".inf", "=", "0x1F", "1_000"),
]


def wrong(path: Path) -> list[str]:
    with pytest.raises(ProblemsError) as caught:
        read_acts(path)
    return [str(problem) for problem in caught.value.problems]


def file_of(folder: Path, text: str, name: str = "acts.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def decoded(path: Path) -> list[Act]:
    return [decode_act(raw) for raw in read_acts(path)]


@pytest.mark.parametrize("text", TRAPS)
def test_whatever_a_text_looks_like_in_yaml_it_stays_that_text(
    tmp_path: Path, text: str
) -> None:
    path = file_of(
        tmp_path,
        f"- act: hem/1\n  title: {text}\n  decisions: [{{type: matter-decided,"
        f" subject: {text}}}]\n",
    )
    [found] = decoded(path)
    assert found.registered.title == text
    assert getattr(found.decisions[0], "subject", None) == text


@pytest.mark.parametrize("key", ["on", "no", "1", "2024-06-30", "null", "1.0"])
def test_whatever_a_key_looks_like_in_yaml_it_stays_that_text(
    tmp_path: Path, key: str
) -> None:
    assert read_acts(file_of(tmp_path, f"- {{{key}: x}}")) == [{key: "x"}]


def test_the_field_on_is_no_yes(tmp_path: Path) -> None:
    text = "- {act: hem/1, published: [{on: 2024-06-30, mode: web}], decisions: []}"
    [found] = decoded(file_of(tmp_path, text))
    assert str(found.registered.published[0].on) == "2024-06-30"


def test_a_department_keeps_its_zero(tmp_path: Path) -> None:
    text = (
        "- act: laon/1\n  decisions: [{type: adhesion-requested, competences: [ent],"
        " applicant: {name: Fictive, kind: commune, department: 02, insee: 02408}}]"
    )
    [found] = decoded(file_of(tmp_path, text))
    [asked] = found.decisions
    assert isinstance(asked, AdhesionRequested)
    assert (asked.applicant.department, asked.applicant.insee) == ("02", "02408")


@pytest.mark.parametrize("price", ["1.30", "0.605", "300", "0.10", "12345678901.005"])
@pytest.mark.parametrize("name", ["acts.yaml", "acts.json"])
def test_a_price_is_a_decimal_as_written(tmp_path: Path, price: str, name: str) -> None:
    """JSON is YAML too: the price stands there as a number, not as a text."""
    text = (
        '[{"act": "comite-syndical/1", "decisions": [{"type": "tariff-voted",'
        ' "competence": "ent", "from_year": 2024, "lines": [{"code": "base",'
        f' "label": "Base", "unit": "pupil", "price": {price}}}]}}]}}]'
    )
    [found] = decoded(file_of(tmp_path, text, name))
    [tariff] = found.decisions
    assert isinstance(tariff, TariffVoted)
    assert isinstance(tariff.lines[0].price, Decimal)
    assert str(tariff.lines[0].price) == price


def test_yaml_and_json_of_the_same_acts_are_the_same_acts(tmp_path: Path) -> None:
    counted = decision("pupils-counted", school_year="2023-2024", pupils=155)
    tally = {"for": 23, "against": 0, "abstentions": 0}
    acts = [
        request(
            "bourg-fictif",
            "2024-1",
            also=[counted],
            vote=tally,
            adopted_on="2024-02-12",
        )
    ]
    as_yaml = decoded(write(tmp_path / "acts.yaml", acts))
    as_json = decoded(write(tmp_path / "acts.json", acts))
    assert as_yaml == as_json


def test_a_byte_order_mark_is_passed_over(tmp_path: Path) -> None:
    for name, text in (
        ("acts.yaml", "- {act: hem/1, decisions: []}"),
        ("acts.json", '[{"act": "hem/1", "decisions": []}]'),
    ):
        path = file_of(tmp_path, f"\ufeff{text}", name)
        assert read_acts(path) == [{"act": "hem/1", "decisions": []}]


@pytest.mark.parametrize(
    ("name", "text"),
    [("a.yaml", ""), ("a.yaml", "# rien\n"), ("a.yaml", "[]"), ("a.json", " \n")],
)
def test_an_empty_file_holds_no_acts(tmp_path: Path, name: str, text: str) -> None:
    assert read_acts(file_of(tmp_path, text, name)) == []


@pytest.mark.parametrize("name", ["acts.yaml", "acts.json"])
@pytest.mark.parametrize("content", [{"act": "hem/1"}, "hem/1"])
def test_a_file_that_is_no_list_is_refused(
    tmp_path: Path, name: str, content: Any
) -> None:
    path = file_of(tmp_path, json.dumps(content), name)
    [said] = wrong(path)
    assert said.startswith(f"{path}:1: An acts file is a list of acts")


def test_every_duplicate_key_is_refused_with_its_line(tmp_path: Path) -> None:
    text = (
        "- act: hem/1\n  title: un\n  decisions:\n"
        "    - type: matter-decided\n      type: pupils-counted\n  title: deux\n"
    )
    path = file_of(tmp_path, text)
    assert wrong(path) == [
        (
            f"{path}:5: The field «type» stands twice in the same place. Keep one\n"
            "  5 |       type: pupils-counted"
        ),
        (
            f"{path}:6: The field «title» stands twice in the same place. Keep one\n"
            "  6 |   title: deux"
        ),
    ]


def test_a_duplicate_key_in_json_is_refused_with_its_line(tmp_path: Path) -> None:
    text = '[{"act": "hem/1",\n  "title": "un",\n  "title": "deux",\n "decisions": []}]'
    path = file_of(tmp_path, text, "acts.json")
    [said] = wrong(path)
    assert said.startswith(f"{path}:3: The field «title» stands twice")


def test_a_duplicate_key_in_json_with_tabs_is_still_named(tmp_path: Path) -> None:
    text = '[{"act": "hem/1",\n\t"title": "un",\n\t"title": "deux",\n"decisions": []}]'
    [said] = wrong(file_of(tmp_path, text, "acts.json"))
    assert "The field «title» stands twice" in said


@pytest.mark.parametrize(
    ("name", "text", "line", "said"),
    [
        ("a.yaml", "- act: hem/1\n  decisions: [\n", 3, "This is not YAML"),
        ("a.yaml", "- act: hem/1\n\tdecisions: []\n", 2, "This is not YAML"),
        ("a.yaml", "- {act: hem/1, title: *nothing}\n", 1, "This is not YAML"),
        ("a.yaml", "- {}\n---\n- {}\n", 2, "This is not YAML"),
        ("a.yaml", "- &endless [*endless]\n", 1, "This is not YAML"),
        ("a.json", '[\n{"act": "hem/1",}]', 2, "This is not JSON"),
        ("a.json", "[" * 100_000, 1, "This is not JSON"),
    ],
)
def test_a_malformed_file_is_refused_with_the_line(
    tmp_path: Path, name: str, text: str, line: int, said: str
) -> None:
    path = file_of(tmp_path, text, name)
    [problem] = wrong(path)
    assert problem.startswith(f"{path}:{line}: {said}")


def test_a_file_that_cannot_be_read_is_said_to_be_so(tmp_path: Path) -> None:
    latin = tmp_path / "latin.yaml"
    latin.write_bytes("- title: Chéreng".encode("latin-1"))
    for path in (latin, tmp_path / "absent.yaml", tmp_path):
        [said] = wrong(path)
        assert said.startswith(f"{path}:1: The file cannot be read")


def test_of_a_long_line_only_the_beginning_is_quoted(tmp_path: Path) -> None:
    acts = [{"act": f"hem/{number}", "wrong": 1} for number in range(2_000)]
    path = file_of(tmp_path, json.dumps(acts), "acts.json")
    problems = gather([path]).all_problems()
    assert len(problems) == 4_000, "an unknown field and no decisions, in each"
    assert max(len(str(one.place.excerpt)) for one in problems if one.place) <= 200


# ------------------------------------------------------------------- lines of JSON
TITEL = "«titel» is no field of hem/1. Did you mean «title»?"


def said(folder: Path, text: str) -> str:
    path = file_of(folder, text, "acts.json")
    [problem] = gather([path]).all_problems()
    return str(problem).removeprefix(f"{path}:").split("\n")[0]


def test_mistakes_in_json_have_their_lines_too(tmp_path: Path) -> None:
    text = '[{"act": "hem/1",\n "titel": "x",\n "decisions": []}]'
    assert (
        said(tmp_path, text) == "2: «titel» is no field of hem/1. Did you mean «title»?"
    )


def test_mistakes_in_json_with_tabs_are_said_without_their_lines(
    tmp_path: Path,
) -> None:
    text = '[{"act": "hem/1",\n\t"titel": "x",\n\t"decisions": []}]'
    assert said(tmp_path, text).endswith(
        "«titel» is no field of hem/1. Did you mean «title»?"
    )
