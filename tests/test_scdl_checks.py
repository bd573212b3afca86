"""The eleven checks of the SCDL schema: each passes a good row and no bad one."""

import json
from pathlib import Path
from typing import Any

import pytest

from exports.matters import MATTERS, matter_name
from exports.scdl_checks import CHECKS, failed
from ledger.names import slug

DATA = Path(__file__).parent / "data"
SCHEMA: dict[str, Any] = json.loads(
    (DATA / "scdl_deliberations_2.1.5.schema.json").read_text(encoding="utf-8")
)
GOOD = dict.fromkeys((field["name"] for field in SCHEMA["fields"]), "") | {
    "COLL_NOM": "Syndicat fictif",
    "COLL_SIRET": "20003938600020",
    "DELIB_ID": "2024-1",
    "DELIB_DATE": "2024-02-12",
    "DELIB_MATIERE_CODE": "5.7",
    "DELIB_MATIERE_NOM": "institutions et vie politique/intercommunalité",
    "DELIB_OBJET": "Adhésion",
    "BUDGET_ANNEE": "2024/2025",
    "BUDGET_NOM": "Budget annexe",
    "PREF_ID": "PREF059",
    "PREF_DATE": "2024-02-12",
    "VOTE_EFFECTIF": "24",
    "VOTE_REEL": "24",
    "VOTE_POUR": "24",
    "VOTE_CONTRE": "0",
    "VOTE_ABSTENTION": "0",
}
NO_VOTE = dict.fromkeys([name for name in GOOD if name.startswith("VOTE_")], "")
BAD: list[list[dict[str, str]]] = [
    [{"COLL_SIRET": "20003038600020"}, {"COLL_SIRET": "2000393860002"}],
    [{"BUDGET_ANNEE": "2025/2024"}, {"BUDGET_ANNEE": "2024/2024"}],
    [{"BUDGET_ANNEE": ""}, {"BUDGET_NOM": ""}],
    [{"VOTE_EFFECTIF": ""}, NO_VOTE | {"VOTE_EFFECTIF": "24"}],
    [{"PREF_DATE": "2024-02-11"}],
    [{"VOTE_EFFECTIF": "23"}],
    [{"VOTE_POUR": "25"}],
    [{"VOTE_CONTRE": "25"}],
    [{"VOTE_ABSTENTION": "25"}],
    [{"VOTE_POUR": "23"}, {"VOTE_ABSTENTION": "1"}],
    [
        {"DELIB_MATIERE_NOM": "intercommunalité"},
        {"DELIB_MATIERE_NOM": "finances/divers"},
        {"DELIB_MATIERE_NOM": "finances locales / divers"},
        {"DELIB_MATIERE_NOM": "finances locales/ divers"},
    ],
]
"""Rows that each check must not pass, in the order of the schema."""

ALSO_GOOD: list[dict[str, str]] = [
    {"COLL_SIRET": "35600000000048"},
    {"COLL_SIRET": "35600000049837"},
    {"BUDGET_ANNEE": "2024"},
    {"BUDGET_ANNEE": "", "BUDGET_NOM": ""},
    {"PREF_DATE": "", "PREF_ID": ""},
    {"PREF_DATE": "2024-02-13"},
    {"VOTE_EFFECTIF": "25"},
    {"VOTE_POUR": "20", "VOTE_CONTRE": "3", "VOTE_ABSTENTION": "1"},
    {"DELIB_MATIERE_NOM": "Finances Locales/divers"},
    {"DELIB_MATIERE_NOM": "libertes publiques et pouvoirs de police/police"},
    NO_VOTE,
]


def test_the_checks_are_those_of_the_schema_in_its_order() -> None:
    named = [(one["name"], one["params"]["column"]) for one in SCHEMA["custom_checks"]]
    assert [(check.name, check.column) for check in CHECKS] == named
    assert len(CHECKS) == len(BAD) == 11


def test_a_good_row_passes_all() -> None:
    assert failed(GOOD) == []


@pytest.mark.parametrize("cells", ALSO_GOOD, ids=str)
def test_these_rows_pass_as_well(cells: dict[str, str]) -> None:
    assert failed(GOOD | cells) == []


@pytest.mark.parametrize(
    ("number", "cells"),
    [(number, cells) for number, rows in enumerate(BAD) for cells in rows],
    ids=str,
)
def test_a_bad_row_fails_its_check(number: int, cells: dict[str, str]) -> None:
    found = failed(GOOD | cells)
    assert CHECKS[number] in found


@pytest.mark.parametrize("number", [0, 1, 2, 4, 5, 9, 10])
def test_a_check_fails_alone_where_its_column_is_wrong_alone(number: int) -> None:
    assert failed(GOOD | BAD[number][0]) == [CHECKS[number]]


# ------------------------------------------------------------------- matters
def test_every_matter_of_the_nomenclature_is_named_as_the_state_names_it() -> None:
    """But for accents, apostrophes and signs, which SCDL leaves out or restores."""
    text = (DATA / "actes_matters_2017.json").read_text(encoding="utf-8")
    official: dict[str, str] = json.loads(text)
    misprinted = {"libertes-publiques-et-pourvoirs-de-police"}
    assert MATTERS.keys() == official.keys()
    for code, label in official.items():
        named = slug(MATTERS[code])
        assert slug(label) == named or slug(label) in misprinted, code


def test_a_name_of_a_matter_has_one_stroke_no_comma_and_no_parenthesis() -> None:
    for code in MATTERS:
        name = matter_name(code)
        if "." in code:
            assert name is not None
            assert name.count("/") == 1
            assert not set(name) & set(",()")
            assert name == name.lower()
            assert not failed(GOOD | {"DELIB_MATIERE_NOM": name})


@pytest.mark.parametrize("code", ["5", "5.9", "0.1", "7.11", "5.70"])
def test_a_code_the_nomenclature_has_not_is_not_named(code: str) -> None:
    assert matter_name(code) is None
