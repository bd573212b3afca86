"""Everything about one institution, and names typed nearly right (section 13)."""

import json
from typing import Any

import msgspec
import pytest

from projections.register.portrait import (
    Portrait,
    UnknownInstitutionError,
    institution_named,
    portrait,
)
from terminal.times import read_period
from tests.acts import (
    ENT,
    FIBRE,
    PREFECTURE,
    SECRETARIAT,
    act,
    agrees,
    asks,
    complete,
    joins,
    leaves,
    request,
)
from tests.answers import day
from tests.committee import NORD, REGION, designates, founded, seated
from tests.spec import History, given

AVELIN = [
    *founded(),
    *seated("avelin", "2020-03-02", population=1200),
    asks("avelin", "fibre", "competence-transfer", FIBRE, **complete("2021-01-04")),
    agrees(
        "avelin", "fibre", "competence-transferred", FIBRE, **complete("2021-02-01")
    ),
    designates("avelin", "Ada Lestrem", "2021-05-03"),
    act(
        f"{SECRETARIAT}/nom",
        {
            "type": "identity-changed",
            "member": "avelin",
            "from": "2022-01-01",
            "name": "Commune d'Avelin-le-Neuf",
            "population": 2400,
            "siren": "215901463",
        },
    ),
    *leaves("avelin", on="2023-01-01"),
    *joins(
        "avelin",
        on="2024-01-01",
        number="retour",
        name="Commune d'Avelin-le-Neuf",
    ),
    asks("avelin", "sort", "withdrawal", adopted_on="2024-05-06"),
]


def of(history: History, member: str, at: str, during: str | None = None) -> Portrait:
    period = read_period(during) if during is not None else None
    return portrait(history.world(), member, period, day(at))


def plain(answer: Portrait) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(msgspec.json.encode(answer))
    return found


# ------------------------------------------------------------------- the shape
def test_a_member_has_the_fields_scripts_rely_on() -> None:
    found = plain(of(given(*AVELIN), "avelin", "2024-06-30"))
    assert list(found) == [
        *("member", "name", "kind", "department", "known_at", "identifiers"),
        *("membership", "transfers", "associate", "delegates", "pending"),
        *("at", "during"),
    ]
    assert found["member"] == "avelin"
    assert found["name"] == "Commune d'Avelin-le-Neuf"
    assert (found["kind"], found["department"]) == ("commune", "59")
    first, second = found["membership"]
    assert (first["from"], first["until"]) == ("2020-03-02", "2023-01-01")
    assert (second["from"], second["until"]) == ("2024-01-01", None)
    assert second["because"] == ["avelin/retour", "comite-syndical/avelin-retour"]


def test_each_competence_has_its_own_times() -> None:
    found = of(given(*AVELIN), "avelin", "2024-06-30").transfers
    times = [(one.competence, str(one.from_), str(one.until)) for one in found]
    assert sorted(times) == [
        (FIBRE, "2021-02-01", "2023-01-01"),
        (ENT, "2020-03-02", "2023-01-01"),
        (ENT, "2024-01-01", "None"),
    ]


def test_delegates_come_in_order_with_their_acts() -> None:
    first, second = of(given(*AVELIN), "avelin", "2024-06-30").delegates
    assert (first.person, str(first.from_), str(first.until)) == (
        *("d-avelin", "2020-03-02", "2021-05-03"),
    )
    assert first.because[0] == "avelin/designe-d-avelin-2020-03-02"
    assert (second.name, str(second.until)) == ("Ada Lestrem", "2023-01-01")


def test_what_is_pending_for_it_is_shown_with_what_is_missing() -> None:
    [pending] = of(given(*AVELIN), "avelin", "2024-06-30").pending
    assert (pending.procedure, pending.competence) == ("withdrawal", None)
    assert [missing.fact for missing in pending.missing] == [
        *("sent_on", "publicity", "approval"),
    ]


def test_what_is_pending_for_others_is_not() -> None:
    other = request("beuvry", "1", adopted_on="2024-05-06")
    assert len(of(given(*AVELIN, other), "avelin", "2024-06-30").pending) == 1
    [own] = of(given(*AVELIN, other), "beuvry", "2024-06-30").pending
    assert own.member == "beuvry"


# ------------------------------------------------------------------- identifiers
def test_identifiers_are_dated() -> None:
    found = plain(of(given(*AVELIN), "avelin", "2024-06-30"))["identifiers"]
    assert [
        (one["from"], one["until"], one["population"], one["siren"]) for one in found
    ] == [
        (None, "2022-01-01", 1200, None),
        ("2022-01-01", None, 2400, "215901463"),
    ]
    assert [one["name"] for one in found] == [
        *("Commune de Avelin", "Commune d'Avelin-le-Neuf"),
    ]


def test_name_and_kind_are_those_of_the_day() -> None:
    found = of(given(*AVELIN), "avelin", "2021-06-30")
    assert found.name == "Commune de Avelin"


# ------------------------------------------------------------------- periods
def test_a_period_shows_what_overlaps_it() -> None:
    found = of(given(*AVELIN), "avelin", "2021-12-31", during="2021-01-01..2021-12-31")
    assert [str(one.from_) for one in found.membership] == ["2020-03-02"]
    assert len(found.delegates) == 2
    empty = of(given(*AVELIN), "avelin", "2023-12-31", during="2023")
    assert (empty.membership, empty.transfers, empty.delegates) == ((), (), ())


def test_a_founder_has_several_delegates_at_once() -> None:
    two = [designates(NORD, person, "2019-02-04") for person in ("n1", "n2")]
    found = of(given(*founded(), *two), NORD, "2020-01-01")
    assert [one.person for one in found.delegates] == ["n1", "n2"]
    assert [one.competence for one in found.transfers] == [FIBRE]


def test_an_institution_that_never_joined_has_no_times() -> None:
    asked = request("beuvry", "1", adopted_on="2024-05-06")
    found = of(given(*founded(), asked), "beuvry", "2024-06-30")
    assert (found.membership, found.delegates) == ((), ())


def test_an_heir_shows_the_earliest_date_of_the_merged() -> None:
    heir = {"id": "neuve", "name": "Commune de Neuve", "kind": "commune"}
    merged = {
        "type": "members-merged",
        "members": ["avelin", "beuvry"],
        "into": heir,
        "from": "2022-01-01",
    }
    history = given(
        *founded(),
        *seated("avelin", "2020-03-02"),
        *seated("beuvry", "2021-03-01"),
        act(f"{PREFECTURE}/fusion", merged),
    )
    [time] = of(history, "neuve", "2022-06-30").membership
    assert (str(time.from_), time.until) == ("2020-03-02", None)
    [time] = of(history, "beuvry", "2022-06-30").membership
    assert (str(time.from_), str(time.until)) == ("2021-03-01", "2022-01-01")


# ------------------------------------------------------------------- names
@pytest.mark.parametrize(
    "written", ["avelin", "Avelin", "Commune de Avelin", "commune d'avelin-le-neuf"]
)
def test_an_institution_is_found_by_its_id_or_by_a_name_it_bore(written: str) -> None:
    assert institution_named(given(*AVELIN).world(), written) == "avelin"


@pytest.mark.parametrize(
    ("written", "offered"), [("avlin", "avelin"), ("region-haut-de-france", REGION)]
)
def test_names_typed_nearly_right_get_the_nearest_ids(
    written: str, offered: str
) -> None:
    with pytest.raises(UnknownInstitutionError, match=offered):
        institution_named(given(*AVELIN).world(), written)
