"""Who sits, or sat: the roster's fields, points and periods (section 13)."""

import json

import msgspec
import pytest

from projections.register.rosters import UnknownBodyError, body_named
from tests.acts import COMMITTEE, SECRETARIAT, act
from tests.answers import asked, sitting
from tests.committee import (
    COLLEGE,
    COLLEGE_NORD,
    NORD,
    PAS_DE_CALAIS,
    REGION,
    all_seated,
    designates,
    elects,
    founded,
    renews,
    seated,
)
from tests.spec import given

NORD_THREE = all_seated("avelin beuvry carvin", "2020-03-02")
PDC_TWO = all_seated("xaffevillers ypreville", "2021-03-01", department="62")
ACTS = [
    *founded(),
    *NORD_THREE,
    *PDC_TWO,
    elects(COLLEGE_NORD, "2021-04-05", "d-avelin"),
    designates("beuvry", "Ada Lestrem", "2022-05-02", from_="2022-06-01"),
    renews("carvin", "2022-07-03"),
]
HISTORY = given(*ACTS)


# ------------------------------------------------------------------- the shape
def test_a_roster_has_the_fields_scripts_rely_on() -> None:
    plain = json.loads(msgspec.json.encode(asked(HISTORY, COLLEGE_NORD, "2022-07-14")))
    assert list(plain)[:6] == [
        *("body", "from", "until", "known_at", "existed", "seats"),
    ]
    assert plain["body"] == COLLEGE_NORD
    assert (plain["from"], plain["until"]) == ("2022-07-14", "2022-07-15")
    assert plain["known_at"].startswith("#")
    assert plain["existed"] == [{"from": "2021-03-01", "until": None}]
    assert plain["vacancies"] == []
    first, *_ = plain["seats"]
    expected = {
        "person": "d-avelin",
        "name": "d-avelin",
        "member": "avelin",
        "from": "2021-03-01",
        "until": None,
        "holdover": False,
    }
    assert expected.items() <= first.items()
    assert first["because"][0] == "avelin/designe-d-avelin-2020-03-02"


def test_a_vacancy_has_the_fields_scripts_rely_on() -> None:
    plain = json.loads(msgspec.json.encode(asked(HISTORY, COMMITTEE, "2022-07-14")))
    first, last = plain["vacancies"][0], plain["vacancies"][-1]
    assert {
        "body": COMMITTEE,
        "member": REGION,
        "from": "2019-01-01",
        "until": None,
        "fill_by": "2019-02-01",
    }.items() <= first.items()
    assert {
        "body": COMMITTEE,
        "member": None,
        "from": "2021-03-01",
        "until": None,
        "fill_by": None,
    }.items() <= last.items()


def test_known_at_is_the_last_position_taken_into_account() -> None:
    earlier = HISTORY.as_known_at(12)
    assert asked(earlier, COMMITTEE, "2022-07-14").known_at == "#12"


# ------------------------------------------------------------------- days and periods
def test_a_day_is_a_point_and_a_period_an_overlap() -> None:
    assert sitting(HISTORY, COLLEGE_NORD, "2022-05-31") == [
        *("d-avelin", "d-beuvry", "d-carvin")
    ]
    assert sitting(HISTORY, COLLEGE_NORD, "2022-06-01") == [
        *("ada-lestrem", "d-avelin", "d-carvin")
    ]
    assert sitting(HISTORY, COLLEGE_NORD, "2022") == [
        *("ada-lestrem", "d-avelin", "d-beuvry", "d-carvin")
    ]
    assert sitting(HISTORY, COLLEGE_NORD, "2022-05-01..2022-05-31") == [
        *("d-avelin", "d-beuvry", "d-carvin")
    ]
    assert sitting(HISTORY, COLLEGE_NORD, "2022-05-01..2022-06-01") == [
        *("ada-lestrem", "d-avelin", "d-beuvry", "d-carvin")
    ]


def test_dates_are_true_and_not_clipped_to_the_period() -> None:
    found = asked(HISTORY, COLLEGE_NORD, "2022")
    assert (str(found.from_), str(found.until)) == ("2022-01-01", "2023-01-01")
    times = {seat.person: (str(seat.from_), str(seat.until)) for seat in found.seats}
    assert times["d-beuvry"] == ("2021-03-01", "2022-06-01")
    assert times["ada-lestrem"] == ("2022-06-01", "None")
    assert str(found.existed[0].from_) == "2021-03-01"


def test_vacancies_show_their_true_dates_too() -> None:
    filled = elects(COLLEGE_NORD, "2023-02-06", "d-carvin")
    found = asked(given(*ACTS, filled), COMMITTEE, "2022").vacancies
    times = [(str(one.from_), str(one.until)) for one in found if one.member is None]
    assert ("2021-03-01", "2023-02-06") in times


def test_holdover_is_that_of_the_last_day_asked_about() -> None:
    def held_over(when: str) -> list[str]:
        found = asked(HISTORY, COLLEGE_NORD, when).seats
        return [seat.person for seat in found if seat.holdover]

    assert held_over("2022-07-02") == []
    assert held_over("2022-07-03") == ["d-carvin"]
    assert held_over("2022-06") == []
    assert held_over("2022-07") == ["d-carvin"]


def test_before_the_college_existed_nobody_sat_and_existed_says_so() -> None:
    found = asked(HISTORY, COLLEGE_NORD, "2021-02-28")
    assert found.seats == ()
    assert found.vacancies == ()
    assert str(found.existed[0].from_) == "2021-03-01"


def test_a_body_that_never_existed_has_no_time_at_all() -> None:
    assert asked(HISTORY, COLLEGE, "2022").existed == ()


def test_the_committee_lists_founders_in_their_order_then_the_others_by_name() -> None:
    founders = [
        designates(PAS_DE_CALAIS, "p1", "2019-02-04"),
        designates(NORD, "n1", "2019-02-04"),
        designates(REGION, "r1", "2019-02-04"),
    ]
    communal = [*seated("zuydcoote", "2020-03-02"), *seated("avelin", "2020-03-02")]
    found = asked(given(*founded(), *communal, *founders), COMMITTEE, "2020-03-02")
    assert [seat.person for seat in found.seats] == [
        *("r1", "n1", "p1", "d-avelin", "d-zuydcoote")
    ]


# ------------------------------------------------------------------- names
def test_a_person_s_name_is_the_one_last_written_in_full() -> None:
    spelled = designates("avelin", "Hélène d'Avelin", "2020-03-02")
    again = designates("avelin", "helene-d-avelin", "2021-07-05")
    history = given(*founded(), *seated("avelin", "2020-03-02"), spelled, again)
    [seat] = asked(history, COMMITTEE, "2021-07-05").seats
    assert (seat.person, seat.name) == ("helene-d-avelin", "Hélène d'Avelin")


def test_a_member_is_called_as_on_the_last_day_asked_about() -> None:
    renamed = act(
        f"{SECRETARIAT}/nom",
        {
            "type": "identity-changed",
            "member": "avelin",
            "from": "2022-01-01",
            "name": "Commune d'Avelin-le-Neuf",
        },
    )
    history = given(*founded(), *seated("avelin", "2020-03-02"), renamed)
    for when, name in [
        ("2021", "Commune de Avelin"),
        ("2022", "Commune d'Avelin-le-Neuf"),
    ]:
        [seat] = asked(history, COMMITTEE, when).seats
        assert seat.member_name == name


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("committee", COMMITTEE),
        ("bureau", "bureau"),
        ("nord", COLLEGE_NORD),
        ("Nord", COLLEGE_NORD),
        ("pas-de-calais", "college-pas-de-calais"),
        ("communal", COLLEGE),
        (COLLEGE, COLLEGE),
        (COMMITTEE, COMMITTEE),
    ],
)
def test_a_body_is_named_by_its_short_name_or_its_id(short: str, full: str) -> None:
    assert body_named(HISTORY.world(), short) == full


def test_nearly_right_names_get_the_nearest() -> None:
    with pytest.raises(UnknownBodyError, match="nord"):
        body_named(HISTORY.world(), "nrod")
    with pytest.raises(UnknownBodyError, match="committee"):
        body_named(HISTORY.world(), "comittee")


def test_a_college_the_statutes_name_is_known_by_its_short_name_too() -> None:
    departments = [
        {"code": "80", "name": "Somme", "founder": NORD, "college": "college-somme"}
    ]
    world = given(*founded(departments=departments)).world()
    assert body_named(world, "somme") == "college-somme"


# ------------------------------------------------------------------- known at
def test_what_was_recorded_later_does_not_change_an_earlier_answer() -> None:
    before = asked(given(*ACTS[:-2]), COLLEGE_NORD, "2022-07-14")
    position = int(before.known_at[1:])
    assert asked(HISTORY.as_known_at(position), COLLEGE_NORD, "2022-07-14") == before
    assert asked(HISTORY, COLLEGE_NORD, "2022-07-14") != before
