"""Deliberations as open data: which are written, with what, and what is left out."""

from typing import Any

import msgspec
import pytest

from exports.scdl import Deliberation, cells_of, scdl
from tests.acts import (
    PREFECTURE,
    SECRETARIAT,
    act,
    annulled_from,
    joins,
    learned,
    overturned,
    request,
    ruling,
)
from tests.scdl_rows import (
    DAY,
    SIREN,
    SIRET,
    asked,
    created,
    deliberation,
    lacks,
    row_of,
)
from tests.spec import given
from tests.test_scdl_checks import SCHEMA


# ------------------------------------------------------------------- columns
def test_the_columns_are_those_of_the_schema_in_its_order() -> None:
    columns = [field.encode_name for field in msgspec.structs.fields(Deliberation)]
    assert columns == [field["name"] for field in SCHEMA["fields"]]


def test_a_row_says_who_deliberated_what_when() -> None:
    said = {"title": "Adhésion \n de Chéreng", "received_on": "2024-02-20"}
    identifier = f"059-{SIREN}-20240212-2024_7-DE"
    row = row_of(deliberation("2024-7", prefecture_id=identifier, **said))
    shown = {name: cell for name, cell in cells_of(row).items() if cell}
    assert shown == {
        "COLL_NOM": "Syndicat fictif",
        "COLL_SIRET": SIRET,
        "DELIB_ID": "2024-7",
        "DELIB_DATE": DAY,
        "DELIB_MATIERE_CODE": "5.7",
        "DELIB_MATIERE_NOM": "institutions et vie politique/intercommunalité",
        "DELIB_OBJET": "Adhésion de Chéreng",
        "PREF_ID": "PREF059",
        "PREF_DATE": "2024-02-20",
    }


def test_what_was_learned_later_is_in_the_row() -> None:
    one = deliberation("1", adopted_on=None)
    assert lacks(one) == ("adopted_on",)
    dated = learned("1", "act-dated", target=one["act"], adopted_on=DAY)
    assert row_of(one, dated).delib_date.isoformat() == DAY


def test_the_bureau_and_a_college_number_their_acts_for_themselves() -> None:
    rows = asked(
        deliberation("7"),
        deliberation("7", by="bureau"),
        deliberation("7", by="college-nord"),
    ).rows
    assert [row.delib_id for row in rows] == ["7", "bureau/7", "college-nord/7"]


def test_a_member_deliberates_under_its_name_and_siret_of_the_day() -> None:
    renamed = {"type": "identity-changed", "member": "avelin", "from": "2025-01-01"}
    numbers = {"siren": "215900341", "siret": "21590034100011"}
    acts = [
        request("avelin", "1", applicant=numbers),
        act(f"{SECRETARIAT}/1", renamed | {"name": "Avelin-le-Neuf"}),
        deliberation("2", by="avelin", adopted_on="2024-12-31"),
        deliberation("3", by="avelin", adopted_on="2025-01-01"),
    ]
    rows = [row for row in asked(*acts).rows if row.delib_id in {"2", "3"}]
    assert [row.coll_nom for row in rows] == ["Commune de Avelin", "Avelin-le-Neuf"]
    assert {row.coll_siret for row in rows} == {"21590034100011"}


# ------------------------------------------------------------------- left out
@pytest.mark.parametrize(
    ("said", "missing"),
    [
        ({"title": None}, ("title",)),
        ({"title": " \n"}, ("title",)),
        ({"matter": None}, ("matter",)),
        ({"matter": "5.9"}, ("nomenclature 5.9",)),
        ({"adopted_on": None}, ("adopted_on",)),
        ({"title": None, "matter": None}, ("title", "matter")),
    ],
    ids=str,
)
def test_a_row_lacking_a_required_value_is_left_out(
    said: dict[str, Any], missing: tuple[str, ...]
) -> None:
    assert lacks(deliberation("1", **said)) == missing


def test_an_author_without_siret_is_left_out() -> None:
    assert lacks(deliberation("1", by="avelin"), *joins("avelin", on=DAY)) == ("siret",)
    nameless = scdl(given(created(brand="X"), deliberation("1")).world())
    assert [left.missing for left in nameless.left_out] == [("siret",)]
    assert scdl(given(deliberation("1")).world()).left_out[0].missing == ("siret",)


@pytest.mark.parametrize("nature", ["AR", "AI", "CC", "BF", "AU"])
def test_an_act_of_another_nature_is_no_deliberation(nature: str) -> None:
    one = deliberation("1", nature=nature)
    assert lacks(one) is None
    assert not [row for row in asked(one).rows if row.delib_id == "1"]


@pytest.mark.parametrize(
    "author", ["president", SECRETARIAT, PREFECTURE, "tribunal-administratif-de-lille"]
)
def test_who_decides_alone_does_not_deliberate(author: str) -> None:
    found = asked(deliberation("1", by=author))
    named = [row.delib_id for row in found.rows] + [one.act for one in found.left_out]
    assert not [name for name in named if name.endswith(f"{author}/1")]
    assert "1" not in named


def test_what_was_rejected_was_not_adopted() -> None:
    vote = {"question": "ordinary", "for": 1, "against": 9, "outcome": "rejected"}
    assert lacks(deliberation("1", vote=vote)) == ("rejected",)


def test_what_was_annulled_is_left_out_until_the_ruling_is_overturned() -> None:
    one = deliberation("1", {"type": "matter-decided", "subject": "Objet"})
    annulled = ruling("act-annulled", one["act"])
    assert lacks(one, annulled) == ("undone",)
    assert lacks(one, annulled, overturned(1)) is None
    silent = deliberation("2")
    assert lacks(silent, ruling("act-annulled", silent["act"])) == ("undone",)


def test_what_was_annulled_in_part_or_from_a_day_is_a_deliberation_still() -> None:
    matter = {"type": "matter-decided", "subject": "Objet"}
    one = deliberation("1", matter, matter)
    in_part = ruling("act-annulled", one["act"], decisions=[2])
    later = annulled_from(one["act"], "2025-01-01")
    assert lacks(one, in_part) is None
    assert lacks(one, later) is None
