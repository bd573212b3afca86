"""How the communal block is represented: a state machine (statutes art. 8.1)."""

from typing import Any

from tests.acts import COMMITTEE, SECRETARIAT, act, leaves
from tests.answers import body, day, regimes, seats, sitting, vacancies
from tests.committee import (
    COLLEGE,
    COLLEGE_NORD,
    COLLEGE_PDC,
    START,
    all_seated,
    elects,
    founded,
    seated,
    statutes,
)
from tests.spec import History, given

FOUR = all_seated("avelin beuvry carvin deulemont", "2020-03-02")
FIFTH = seated("ennetieres", "2020-09-01")
D_FOUR = ["d-avelin", "d-beuvry", "d-carvin", "d-deulemont"]
FIVE = [*founded(), *FOUR, *FIFTH]


def two_and_two(on: str, **rules: Any) -> History:
    """Let two communes of each side join, and no fifth."""
    nord = all_seated("avelin beuvry", on)
    pas_de_calais = all_seated("xaffevillers ypreville", on, department="62")
    return given(*founded(**rules), *nord, *pas_de_calais)


# ------------------------------------------------------------------- direct
def test_up_to_four_members_every_communal_delegate_sits_in_the_committee() -> None:
    history = given(*founded(), *FOUR)
    assert regimes(history) == [f"direct {START}"]
    assert sitting(history, COMMITTEE, "2020-08-31") == D_FOUR


def test_before_and_after_the_fifth_member() -> None:
    history = given(*FIVE)
    assert regimes(history) == [f"direct {START}", "communal-college 2020-09-01"]
    assert sitting(history, COMMITTEE, "2020-08-31") == D_FOUR
    assert sitting(history, COMMITTEE, "2020-09-01") == []
    assert sitting(history, COLLEGE, "2020-08-31") == []
    assert sitting(history, COLLEGE, "2020-09-01") == [*D_FOUR, "d-ennetieres"]


def test_communal_seats_in_the_committee_end_the_day_a_college_is_created() -> None:
    history = given(*FIVE)
    assert seats(history, COMMITTEE) == [
        f"{person} 2020-03-02..2020-09-01" for person in D_FOUR
    ]
    assert vacancies(history, COMMITTEE, "2020-09-01")[-4:] == ["- 2020-09-01.., -"] * 4


def test_a_college_s_seat_starts_when_the_college_does() -> None:
    assert seats(given(*FIVE), COLLEGE) == [
        f"{person} 2020-09-01.." for person in (*D_FOUR, "d-ennetieres")
    ]


def test_the_new_college_elects_four() -> None:
    elected = elects(COLLEGE, "2020-10-05", *D_FOUR)
    history = given(*FIVE, elected)
    assert sitting(history, COMMITTEE, "2020-10-04") == []
    assert sitting(history, COMMITTEE, "2020-10-05") == D_FOUR
    assert vacancies(history, COMMITTEE, "2020-10-05")[20:] == []
    assert history.world().bodies.overbooked == []


def test_a_regime_names_the_acts_that_brought_it() -> None:
    *_, last = given(*FIVE).world().regimes
    assert last.because == tuple(one["act"] for one in FIFTH[:2])


def test_a_regime_does_not_name_the_acts_by_which_a_member_left_later() -> None:
    gone = leaves("ennetieres", on="2023-05-02")
    *_, last = given(*FIVE, *gone).world().regimes
    assert last.because == tuple(one["act"] for one in FIFTH[:2])


# ------------------------------------------------------------------- two and two
def test_at_two_and_two_with_more_than_four_there_are_two_colleges() -> None:
    nord = all_seated("avelin beuvry carvin", "2020-03-02")
    pas_de_calais = all_seated("xaffevillers ypreville", "2020-03-02", department="62")
    history = given(*founded(), *nord, *pas_de_calais)
    assert regimes(history) == [
        f"direct {START}",
        "departmental-colleges 2020-03-02",
    ]
    assert sitting(history, COLLEGE_NORD, "2020-03-02") == D_FOUR[:3]
    assert sitting(history, COLLEGE_PDC, "2020-03-02") == [
        *("d-xaffevillers", "d-ypreville")
    ]
    assert vacancies(history, COMMITTEE, "2020-03-02")[-4:] == ["- 2020-03-02.., -"] * 4


def test_at_exactly_four_two_and_two_make_two_colleges_by_default() -> None:
    history = two_and_two("2020-03-02")
    assert regimes(history)[-1] == "departmental-colleges 2020-03-02"
    assert sitting(history, COMMITTEE, "2020-03-02") == []


def test_at_exactly_four_two_and_two_sit_directly_under_the_other_switch() -> None:
    history = two_and_two("2020-03-02", two_and_two_at_four="direct-seats")
    assert regimes(history) == [f"direct {START}"]
    assert len(sitting(history, COMMITTEE, "2020-03-02")) == 4


def test_under_the_other_switch_the_fifth_member_brings_two_colleges() -> None:
    before = two_and_two("2020-03-02", two_and_two_at_four="direct-seats")
    history = given(*before.acts, *FIFTH)
    assert regimes(history)[-1] == "departmental-colleges 2020-09-01"


def test_three_and_one_at_four_sit_directly_under_either_switch() -> None:
    one_sided = [
        *all_seated("avelin beuvry carvin", "2020-03-02"),
        *seated("ypreville", "2020-03-02", department="62"),
    ]
    for choice in ("departmental-colleges", "direct-seats"):
        history = given(*founded(two_and_two_at_four=choice), *one_sided)
        assert regimes(history) == [f"direct {START}"]


def test_five_nord_members_have_a_communal_college_until_the_second_pas_de_calais() -> (
    None
):
    history = given(
        *FIVE,
        elects(COLLEGE, "2020-10-05", *D_FOUR),
        *seated("xaffevillers", "2021-02-01", department="62"),
        *seated("ypreville", "2022-02-01", department="62"),
        elects(COLLEGE_NORD, "2022-03-01", "d-avelin", "d-beuvry"),
        elects(COLLEGE_PDC, "2022-03-01", "d-xaffevillers", "d-ypreville"),
    )
    assert regimes(history) == [
        f"direct {START}",
        "communal-college 2020-09-01",
        "departmental-colleges 2022-02-01",
    ]
    assert sitting(history, COMMITTEE, "2022-01-31") == D_FOUR
    assert sitting(history, COMMITTEE, "2022-02-01") == []
    assert sitting(history, COMMITTEE, "2022-03-01") == [
        *("d-avelin", "d-beuvry", "d-xaffevillers", "d-ypreville")
    ]
    assert body(history, COLLEGE).existed[0].until == day("2022-02-01")
    assert [str(one.from_) for one in body(history, COLLEGE_NORD).existed] == [
        "2022-02-01"
    ]


def test_all_changes_of_a_day_are_read_together() -> None:
    """One leaves as one joins: there never were five."""
    swap = [*leaves("avelin", on="2020-09-01"), *FIFTH]
    for order in (swap, swap[::-1]):
        assert regimes(given(*founded(), *FOUR, *order)) == [f"direct {START}"]


# ------------------------------------------------------------------- straddling, moving
def test_a_straddling_epci_counts_where_its_seat_is() -> None:
    epci = {"kind": "epci", "name": "CC des Deux Rives"}
    history = given(
        *FIVE,
        *seated("xaffevillers", "2021-02-01", department="62"),
        *seated("cc-deux-rives", "2021-03-01", department="62", **epci),
    )
    assert regimes(history)[-1] == "departmental-colleges 2021-03-01"
    assert "d-cc-deux-rives" in sitting(history, COLLEGE_PDC, "2021-03-01")


def moved(member: str, to: str, on: str) -> Any:
    said = {"type": "identity-changed", "member": member, "department": to, "from": on}
    return act(f"{SECRETARIAT}/siege-{member}", said)


def test_a_member_whose_seat_moves_counts_elsewhere_from_that_day() -> None:
    history = given(
        *FIVE,
        *seated("xaffevillers", "2021-02-01", department="62"),
        moved("avelin", "62", "2021-06-01"),
    )
    assert regimes(history)[-1] == "departmental-colleges 2021-06-01"
    assert "d-avelin" in sitting(history, COLLEGE_PDC, "2021-06-01")


def test_a_seat_in_the_committee_or_the_one_college_does_not_end_by_moving() -> None:
    direct = given(*founded(), *seated("avelin", "2020-03-02"))
    direct = given(*direct.acts, moved("avelin", "62", "2021-06-01"))
    assert seats(direct, COMMITTEE) == ["d-avelin 2020-03-02.."]
    elected = elects(COLLEGE, "2020-10-05", *D_FOUR)
    college = given(*FIVE, elected, moved("avelin", "62", "2021-06-01"))
    assert "d-avelin 2020-09-01.." in seats(college, COLLEGE)
    assert "d-avelin 2020-10-05.." in seats(college, COMMITTEE)


# ------------------------------------------------------------------- no way back
LEAVING = [
    *FIVE,
    *leaves("avelin", on="2021-09-01"),
    *leaves("beuvry", on="2021-09-01"),
]


def test_a_regime_never_goes_back() -> None:
    assert regimes(given(*LEAVING))[-1] == "communal-college 2020-09-01"


def test_a_regime_goes_back_only_where_the_statutes_let_colleges_end() -> None:
    back = statutes("2021-01-01", colleges_survive_departures="false")
    history = given(*LEAVING, back)
    assert regimes(history)[-1] == "direct 2021-09-01"
    assert sitting(history, COMMITTEE, "2021-09-01") == [
        *("d-carvin", "d-deulemont", "d-ennetieres")
    ]
    assert body(history, COLLEGE).existed[0].until == day("2021-09-01")


def test_two_colleges_survive_the_departure_of_a_side() -> None:
    two = two_and_two("2020-03-02")
    history = given(*two.acts, *leaves("ypreville", on="2021-09-01"))
    assert regimes(history)[-1] == "departmental-colleges 2020-03-02"
    assert sitting(history, COLLEGE_PDC, "2021-09-01") == ["d-xaffevillers"]


def test_a_later_version_s_numbers_count_from_their_date_only() -> None:
    fewer = statutes("2020-07-01", direct_seats_up_to="3", communal_college_seats="2")
    history = given(*founded(), *FOUR, fewer)
    assert regimes(history) == [f"direct {START}", "communal-college 2020-07-01"]
    *_, last = history.world().regimes
    assert last.because == (fewer["act"],)
    assert vacancies(history, COMMITTEE, "2020-07-01")[20:] == ["- 2020-07-01.., -"] * 2
