"""Representatives: whom the colleges elect to the committee (statutes art. 8.1)."""

import pytest

from tests.acts import COMMITTEE, SECRETARIAT
from tests.answers import asked, day, seats, sitting, vacancies
from tests.committee import (
    COLLEGE,
    all_seated,
    designates,
    elects,
    founded,
    seated,
    vacates,
)
from tests.spec import given

NAMES = "avelin beuvry carvin deulemont"
D_FOUR = [f"d-{name}" for name in NAMES.split()]
FIVE = [
    *founded(),
    *all_seated(NAMES, "2020-03-02"),
    *seated("ennetieres", "2020-09-01"),
]
ELECTED = [*FIVE, elects(COLLEGE, "2020-10-05", *D_FOUR)]


def test_later_joiners_elect_nobody_again_and_sit_in_the_college_only() -> None:
    history = given(*ELECTED, *seated("frelinghien", "2021-02-01"))
    assert sitting(history, COMMITTEE, "2021-02-01") == D_FOUR
    assert "d-frelinghien" in sitting(history, COLLEGE, "2021-02-01")
    assert vacancies(history, COMMITTEE, "2021-02-01")[20:] == []


def test_a_replaced_representative_loses_the_seat_which_is_then_vacant() -> None:
    history = given(*ELECTED, designates("avelin", "Ada Lestrem", "2021-05-03"))
    assert sitting(history, COMMITTEE, "2021-05-03") == D_FOUR[1:]
    *_, vacant = asked(history, COMMITTEE, "2021-05-03").vacancies
    assert (vacant.body, vacant.member, vacant.fill_by) == (COMMITTEE, None, None)
    assert (vacant.from_, vacant.until) == (day("2021-05-03"), None)
    filled = elects(COLLEGE, "2021-06-07", "Ada Lestrem")
    history = given(*history.acts, filled)
    assert vacancies(history, COMMITTEE, "2021-06-07")[20:] == []
    assert "ada-lestrem" in sitting(history, COMMITTEE, "2021-06-07")


def test_a_replaced_plain_delegate_leaves_the_committee_untouched() -> None:
    before, replaced = given(*ELECTED), designates("ennetieres", "G", "2021-05-03")
    after = given(*ELECTED, replaced)
    assert seats(after, COMMITTEE) == seats(before, COMMITTEE)
    assert "g" in sitting(after, COLLEGE, "2021-05-03")


def test_a_representative_designated_again_keeps_the_seat() -> None:
    history = given(*ELECTED, designates("avelin", "d-avelin", "2021-05-03"))
    assert "d-avelin 2020-10-05.." in seats(history, COMMITTEE)


@pytest.mark.parametrize("by", [COLLEGE, SECRETARIAT])
def test_a_representative_may_leave_that_seat_alone(by: str) -> None:
    left = vacates("d-avelin", "2021-05-03", "representative", by)
    history = given(*ELECTED, left)
    assert "d-avelin 2020-10-05..2021-05-03" in seats(history, COMMITTEE)
    assert "d-avelin" in sitting(history, COLLEGE, "2021-05-03")


def test_a_college_elects_somebody_instead_of_somebody() -> None:
    instead = elects(COLLEGE, "2021-05-03", "d-ennetieres", replaces="d-avelin")
    history = given(*ELECTED, instead)
    assert sitting(history, COMMITTEE, "2021-05-03") == [*D_FOUR[1:], "d-ennetieres"]
    assert history.world().bodies.overbooked == []


def test_who_is_no_delegate_of_the_college_is_not_seated_by_its_election() -> None:
    stranger = elects(COLLEGE, "2020-10-05", "Ada Lestrem")
    assert sitting(given(*FIVE, stranger), COMMITTEE, "2020-10-05") == []


def test_a_college_elects_nobody_before_it_exists() -> None:
    early = elects(COLLEGE, "2020-08-03", "d-avelin")
    history = given(*FIVE, early)
    assert seats(history, COMMITTEE)[0] == "d-avelin 2020-03-02..2020-09-01"


def test_the_member_of_a_representative_is_the_one_that_designated() -> None:
    [avelin, *_] = asked(given(*ELECTED), COMMITTEE, "2021-01-01").seats
    assert (avelin.person, avelin.member) == ("d-avelin", "avelin")
