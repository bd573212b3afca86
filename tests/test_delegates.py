"""Delegates' mandates and the seats that are empty (statutes art. 8.1)."""

import pytest

from tests.acts import COMMITTEE, PREFECTURE, act, complete, joins, leaves
from tests.answers import asked, mandates, sitting, vacancies
from tests.committee import NORD, designates, founded, renews, seated, vacates
from tests.spec import given

JOINED = "2020-03-02"
DIRECT = [*founded(), *seated("avelin", JOINED)]


# ------------------------------------------------------------------- when it begins
def test_a_mandate_begins_with_the_designation_where_the_member_has_joined() -> None:
    late = designates("avelin", "Ada Lestrem", "2020-05-04")
    history = given(*founded(), *joins("avelin", on=JOINED), late)
    assert mandates(history, "avelin") == ["ada-lestrem 2020-05-04.."]


def test_a_mandate_begins_with_the_membership_where_the_designation_was_before() -> (
    None
):
    early = designates("avelin", "Ada Lestrem", "2020-01-06")
    history = given(*founded(), early, *joins("avelin", on=JOINED))
    assert mandates(history, "avelin") == ["ada-lestrem 2020-03-02.."]


def test_a_mandate_begins_when_the_act_is_in_force_if_from_is_earlier() -> None:
    said = {"type": "delegate-designated", "person": "Ada Lestrem"}
    designated = act(
        "avelin/1",
        said | {"from": "2020-04-01"},
        **complete("2020-04-06", "2020-04-20"),
    )
    history = given(*founded(), *joins("avelin", on=JOINED), designated)
    assert mandates(history, "avelin") == ["ada-lestrem 2020-04-20.."]


def test_a_mandate_begins_from_the_day_named_if_that_is_later() -> None:
    designated = designates("avelin", "Ada Lestrem", "2020-04-06", from_="2020-07-01")
    history = given(*founded(), *joins("avelin", on=JOINED), designated)
    assert mandates(history, "avelin") == ["ada-lestrem 2020-07-01.."]


def test_nobody_is_delegate_by_an_act_not_known_to_be_in_force() -> None:
    said = {"type": "delegate-designated", "person": "Ada Lestrem"}
    history = given(
        *founded(),
        *joins("avelin", on=JOINED),
        act("avelin/1", said, adopted_on=JOINED),
    )
    assert mandates(history, "avelin") == []
    assert sitting(history, COMMITTEE, "2021-01-01") == []


def test_before_it_has_joined_a_designated_person_is_nobody_s_delegate() -> None:
    history = given(*founded(), designates("avelin", "Ada Lestrem", "2020-01-06"))
    assert mandates(history, "avelin") == []


def test_of_two_designated_before_joining_only_the_successor_takes_the_seat() -> None:
    history = given(
        *founded(),
        designates("avelin", "Ada Lestrem", "2020-01-06"),
        designates("avelin", "Basile Watou", "2020-02-03"),
        *joins("avelin", on=JOINED),
    )
    assert mandates(history, "avelin") == ["basile-watou 2020-03-02.."]


# ------------------------------------------------------------------- when it ends
def test_a_mandate_ends_when_the_successor_s_begins() -> None:
    successor = designates("avelin", "Ada Lestrem", "2021-05-03", from_="2021-06-01")
    assert mandates(given(*DIRECT, successor), "avelin") == [
        "ada-lestrem 2021-06-01..",
        "d-avelin 2020-03-02..2021-06-01",
    ]


def test_a_mandate_ends_when_it_is_vacated_and_the_seat_is_then_empty() -> None:
    history = given(*DIRECT, vacates("d-avelin", "2021-01-31"))
    assert mandates(history, "avelin") == ["d-avelin 2020-03-02..2021-01-31"]
    assert vacancies(history, COMMITTEE, "2021-02-01")[-1] == (
        "avelin 2021-01-31.., 2021-02-28"
    )


def test_a_vacancy_the_member_itself_decides_concerns_its_own_delegate_only() -> None:
    stranger = vacates("d-avelin", "2021-01-31", by="beuvry")
    history = given(*DIRECT, *seated("beuvry", JOINED), stranger)
    assert mandates(history, "avelin") == ["d-avelin 2020-03-02.."]


def test_a_mandate_ends_when_the_member_leaves_and_a_new_one_must_be_given() -> None:
    returned = joins("avelin", on="2023-01-09", number="retour")
    history = given(*DIRECT, *leaves("avelin", on="2022-06-01"), *returned)
    assert mandates(history, "avelin") == ["d-avelin 2020-03-02..2022-06-01"]
    assert vacancies(history, COMMITTEE, "2023-01-09")[-1] == (
        "avelin 2023-01-09.., 2023-02-09"
    )


def test_a_merger_ends_the_mandates_and_the_heir_designates() -> None:
    heir = {"id": "neuve", "name": "Commune de Neuve", "kind": "commune"}
    merged = {
        "type": "members-merged",
        "members": ["avelin", "beuvry"],
        "into": heir | {"department": "59"},
        "from": "2022-01-01",
    }
    history = given(
        *DIRECT, *seated("beuvry", JOINED), act(f"{PREFECTURE}/fusion", merged)
    )
    assert mandates(history, "avelin") == ["d-avelin 2020-03-02..2022-01-01"]
    assert mandates(history, "beuvry") == ["d-beuvry 2020-03-02..2022-01-01"]
    assert mandates(history, "neuve") == []
    assert vacancies(history, COMMITTEE, "2022-01-01")[-1] == (
        "neuve 2022-01-01.., 2022-02-01"
    )
    designated = designates("neuve", "d-avelin", "2022-02-07")
    assert mandates(given(*history.acts, designated), "neuve") == [
        "d-avelin 2022-02-07.."
    ]


# ------------------------------------------------------------------- holdover
def test_a_renewal_ends_nobody_the_delegate_holds_over_until_the_successor() -> None:
    successor = designates("avelin", "Ada Lestrem", "2020-09-07")
    history = given(*DIRECT, renews("avelin", "2020-06-28"), successor)
    assert mandates(history, "avelin") == [
        "ada-lestrem 2020-09-07..",
        "d-avelin 2020-03-02..2020-09-07",
    ]
    for when, holds_over in [
        ("2020-06-27", [False]),
        ("2020-06-28", [True]),
        ("2020-09-06", [True]),
        ("2020-09-07", [False]),
    ]:
        found = asked(history, COMMITTEE, when).seats
        assert [seat.holdover for seat in found] == holds_over


def test_a_person_designated_again_continues_one_mandate_and_holds_over_no_more() -> (
    None
):
    again = designates("avelin", "d-avelin", "2020-09-07")
    history = given(*DIRECT, renews("avelin", "2020-06-28"), again)
    assert mandates(history, "avelin") == ["d-avelin 2020-03-02.."]
    [seat] = asked(history, COMMITTEE, "2020-09-07").seats
    assert not seat.holdover
    assert seat.because[-1] == again["act"]
    [earlier] = asked(history, COMMITTEE, "2020-09-06").seats
    assert earlier.holdover


def test_a_second_renewal_before_any_designation_changes_nothing() -> None:
    history = given(
        *DIRECT, renews("avelin", "2020-06-28"), renews("avelin", "2020-07-05")
    )
    [seat] = asked(history, COMMITTEE, "2020-07-01").seats
    assert seat.holdover


def test_one_assembly_s_renewal_concerns_no_other_member() -> None:
    history = given(*DIRECT, renews(NORD, "2020-06-28"))
    assert [seat.holdover for seat in asked(history, COMMITTEE, "2021").seats] == [
        False
    ]


def test_an_installation_is_assumed_where_a_successor_s_from_is_absent() -> None:
    successor = designates("avelin", "Ada Lestrem", "2021-05-03")
    [seat] = asked(given(*DIRECT, successor), COMMITTEE, "2021-05-03").seats
    assert seat.assumed
    stated = designates("avelin", "Ada Lestrem", "2021-05-03", from_="2021-05-03")
    [seat] = asked(given(*DIRECT, stated), COMMITTEE, "2021-05-03").seats
    assert not seat.assumed


def test_who_is_designated_and_leaves_on_one_day_does_not_sit() -> None:
    gone = vacates("ada-lestrem", "2021-05-03")
    designated = designates("avelin", "Ada Lestrem", "2021-05-03")
    history = given(*DIRECT, designated, gone)
    assert mandates(history, "avelin") == ["d-avelin 2020-03-02..2021-05-03"]


# ------------------------------------------------------------------- persons
@pytest.mark.parametrize("first", ["avelin", "beuvry"])
def test_namesakes_are_told_apart_by_their_ids(first: str) -> None:
    other = "beuvry" if first == "avelin" else "avelin"
    namesake = {"id": "ada-lestrem-2", "name": "Ada Lestrem"}
    history = given(
        *founded(),
        *joins("avelin", on=JOINED),
        *joins("beuvry", on=JOINED),
        designates(first, "Ada Lestrem", JOINED),
        designates(other, namesake, JOINED),
        vacates("Ada Lestrem", "2021-01-04"),
    )
    assert mandates(history, first) == ["ada-lestrem 2020-03-02..2021-01-04"]
    assert mandates(history, other) == ["ada-lestrem-2 2020-03-02.."]
    [seat] = asked(history, COMMITTEE, "2021-01-04").seats
    assert (seat.person, seat.name) == ("ada-lestrem-2", "Ada Lestrem")
