"""The president and the vice-presidents (statutes arts. 9 to 11)."""

import pytest

from tests.acts import COMMITTEE
from tests.answers import asked, seats, vacancies
from tests.committee import (
    BUREAU,
    COLLEGE,
    NORD,
    PAS_DE_CALAIS,
    REGION,
    all_seated,
    designates,
    elects,
    elects_officer,
    founded,
    renews,
    seated,
    statutes,
    vacates,
)
from tests.spec import given

ON = "2019-02-04"
FOUNDED = [
    *founded(),
    designates(REGION, "r1", ON),
    designates(NORD, "n1", ON),
    designates(PAS_DE_CALAIS, "p1", ON),
    *seated("avelin", "2020-03-02"),
]


# ------------------------------------------------------------------- who may
@pytest.mark.parametrize("person", ["r1", "d-avelin"])
def test_the_president_may_be_any_member_of_the_committee(person: str) -> None:
    elected = elects_officer("president", person, "2020-04-06")
    assert seats(given(*FOUNDED, elected), BUREAU) == [f"{person} 2020-04-06.."]


def test_a_vice_president_is_a_founder_s_delegate() -> None:
    chosen = elects_officer("vice-president", "n1", "2020-04-06")
    communal = elects_officer("vice-president", "d-avelin", "2020-04-06")
    assert seats(given(*FOUNDED, chosen, communal), BUREAU) == ["n1 2020-04-06.."]


def test_nobody_outside_the_committee_holds_an_office() -> None:
    stranger = elects_officer("president", "Ada Lestrem", "2020-04-06")
    early = elects_officer("president", "d-avelin", "2020-03-01")
    assert seats(given(*FOUNDED, stranger, early), BUREAU) == []


def test_a_delegate_who_does_not_represent_the_college_holds_no_office() -> None:
    block = all_seated("beuvry carvin deulemont ennetieres", "2020-09-01")
    representative = elects(COLLEGE, "2020-10-05", "d-beuvry")
    plain = elects_officer("president", "d-avelin", "2020-11-02")
    assert seats(given(*FOUNDED, *block, representative, plain), BUREAU) == []
    elected = elects_officer("president", "d-beuvry", "2020-11-02")
    assert seats(given(*FOUNDED, *block, representative, elected), BUREAU) == [
        "d-beuvry 2020-11-02.."
    ]


# ------------------------------------------------------------------- when it ends
PRESIDENT = elects_officer("president", "r1", "2020-04-06")


def test_an_office_ends_with_the_renewal_of_the_assembly_behind_it() -> None:
    history = given(*FOUNDED, PRESIDENT, renews(REGION, "2021-06-27"))
    assert seats(history, BUREAU) == ["r1 2020-04-06..2021-06-27"]
    assert "r1 2019-02-04.." in seats(history, COMMITTEE)


def test_it_ends_also_where_the_same_person_is_designated_again() -> None:
    again = designates(REGION, "r1", "2021-07-12")
    history = given(*FOUNDED, PRESIDENT, renews(REGION, "2021-06-27"), again)
    assert seats(history, BUREAU) == ["r1 2020-04-06..2021-06-27"]
    elected = elects_officer("president", "r1", "2021-09-06")
    assert seats(given(*history.acts, elected), BUREAU) == [
        "r1 2020-04-06..2021-06-27",
        "r1 2021-09-06..",
    ]


def test_who_is_elected_on_the_day_of_the_renewal_keeps_the_office() -> None:
    elected = elects_officer("president", "r1", "2021-06-27")
    history = given(*FOUNDED, renews(REGION, "2021-06-27"), elected)
    assert seats(history, BUREAU) == ["r1 2021-06-27.."]


def test_another_assembly_s_renewal_leaves_the_office() -> None:
    history = given(*FOUNDED, PRESIDENT, renews(NORD, "2021-06-27"))
    assert seats(history, BUREAU) == ["r1 2020-04-06.."]


def test_a_communal_president_s_office_ends_with_the_renewal_of_the_commune() -> None:
    elected = elects_officer("president", "d-avelin", "2020-04-06")
    history = given(*FOUNDED, elected, renews("avelin", "2020-06-28"))
    assert seats(history, BUREAU) == ["d-avelin 2020-04-06..2020-06-28"]


def test_who_is_elected_while_holding_over_keeps_the_office_until_the_seat_ends() -> (
    None
):
    successor = designates(REGION, "r2", "2021-10-04", replaces="r1")
    elected = elects_officer("president", "r1", "2021-07-05")
    history = given(*FOUNDED, renews(REGION, "2021-06-27"), elected, successor)
    assert seats(history, BUREAU) == ["r1 2021-07-05..2021-10-04"]
    [seat] = asked(history, BUREAU, "2021-08-02").seats
    assert seat.holdover


def test_an_office_ends_earlier_with_the_seat() -> None:
    replaced = designates(REGION, "r2", "2021-02-01", replaces="r1")
    history = given(*FOUNDED, PRESIDENT, replaced)
    assert seats(history, BUREAU) == ["r1 2020-04-06..2021-02-01"]


def test_a_representative_s_office_ends_with_the_seat_of_the_college() -> None:
    block = all_seated("beuvry carvin deulemont ennetieres", "2020-09-01")
    direct = elects_officer("president", "d-avelin", "2020-04-06")
    history = given(*FOUNDED, direct, *block)
    assert seats(history, BUREAU) == ["d-avelin 2020-04-06..2020-09-01"]


# ------------------------------------------------------------------- replaced, vacated
def test_another_president_takes_the_place_of_the_first() -> None:
    history = given(
        *FOUNDED, PRESIDENT, elects_officer("president", "n1", "2021-03-01")
    )
    assert seats(history, BUREAU) == [
        "n1 2021-03-01..",
        "r1 2020-04-06..2021-03-01",
    ]
    assert history.world().bodies.overbooked == []


def test_a_vice_president_is_replaced_by_name() -> None:
    first = [
        elects_officer("vice-president", person, "2020-04-06")
        for person in ("n1", "p1")
    ]
    other = elects_officer("vice-president", "r1", "2021-03-01", replaces="n1")
    history = given(*FOUNDED, *first, other)
    assert seats(history, BUREAU) == [
        "n1 2020-04-06..2021-03-01",
        "p1 2020-04-06..",
        "r1 2021-03-01..",
    ]
    assert history.world().bodies.overbooked == []


def test_an_office_may_be_left_and_the_seat_kept() -> None:
    left = vacates("r1", "2021-03-01", "president")
    history = given(*FOUNDED, PRESIDENT, left)
    assert seats(history, BUREAU) == ["r1 2020-04-06..2021-03-01"]
    assert "r1 2019-02-04.." in seats(history, COMMITTEE)


def test_to_leave_one_office_is_not_to_leave_another() -> None:
    left = vacates("r1", "2021-03-01", "vice-president")
    assert seats(given(*FOUNDED, PRESIDENT, left), BUREAU) == ["r1 2020-04-06.."]


def test_re_election_before_any_renewal_continues_the_office() -> None:
    again = elects_officer("president", "r1", "2021-03-01")
    history = given(*FOUNDED, PRESIDENT, again)
    assert seats(history, BUREAU) == ["r1 2020-04-06.."]
    assert asked(history, BUREAU, "2021-03-01").seats[0].because[-1] == again["act"]


# ------------------------------------------------------------------- empty offices
def test_empty_offices_are_listed_without_member_and_without_deadline() -> None:
    history = given(*FOUNDED, PRESIDENT)
    assert vacancies(history, BUREAU, "2020-04-05") == [
        "- 2019-01-01..2020-04-06, -",
        *["- 2019-01-01.., -"] * 2,
    ]
    offices = [one.office for one in asked(history, BUREAU, "2020-04-06").vacancies]
    assert offices == ["vice-president"] * 2


def test_the_number_of_vice_presidents_is_the_statutes_of_the_day() -> None:
    history = given(*FOUNDED, PRESIDENT, statutes("2021-01-01", vice_presidents="3"))
    assert len(vacancies(history, BUREAU, "2020-12-31")) == 2
    assert len(vacancies(history, BUREAU, "2021-01-01")) == 3


def test_the_president_comes_first_then_the_vice_presidents() -> None:
    vice = elects_officer("vice-president", "p1", "2020-04-06")
    president = elects_officer("president", "d-avelin", "2020-04-06")
    found = asked(given(*FOUNDED, vice, president), BUREAU, "2020-04-06").seats
    assert [(seat.office, seat.person) for seat in found] == [
        ("president", "d-avelin"),
        ("vice-president", "p1"),
    ]
