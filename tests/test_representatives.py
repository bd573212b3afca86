"""Representatives: whom the colleges elect to the committee (statutes art. 8.1)."""

import pytest

from tests.acts import COMMITTEE, SECRETARIAT, ruling
from tests.answers import (
    answers,
    asked,
    cited,
    day,
    mandates,
    seats,
    sitting,
    vacancies,
    why,
)
from tests.committee import (
    COLLEGE,
    all_seated,
    designates,
    elects,
    elects_officer,
    founded,
    renews,
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
AGAIN_ON = day("2021-05-03")
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


RENEWED = renews("avelin", "2021-04-01")
AGAIN = designates("avelin", "d-avelin", "2021-05-03")
SEAT = f"seat {COMMITTEE} d-avelin"
SWITCH = {"renewal-ends-elected-seats"}


def test_after_a_renewal_who_is_designated_again_is_no_longer_elected() -> None:
    history = given(*ELECTED, RENEWED, AGAIN)
    assert "d-avelin 2020-10-05..2021-05-03" in seats(history, COMMITTEE)
    assert mandates(history, "avelin") == ["d-avelin 2020-03-02.."]
    *_, vacant = asked(history, COMMITTEE, "2021-05-03").vacancies
    assert (vacant.member, vacant.fill_by, vacant.from_) == (None, None, AGAIN_ON)
    assert sitting(history, COLLEGE, "2021-05-03") == [*D_FOUR, "d-ennetieres"]


def test_until_the_installation_the_representative_holds_over() -> None:
    history = given(*ELECTED, RENEWED)
    assert "d-avelin 2020-10-05.." in seats(history, COMMITTEE)
    last = asked(given(*ELECTED, RENEWED, AGAIN), COMMITTEE, "2021-05-02").seats[0]
    assert (last.person, last.holdover, last.until) == ("d-avelin", True, AGAIN_ON)


def test_the_college_elects_the_same_person_again() -> None:
    history = given(*ELECTED, RENEWED, AGAIN, elects(COLLEGE, "2021-06-07", "d-avelin"))
    own = [one for one in seats(history, COMMITTEE) if one.startswith("d-avelin")]
    assert own[1:] == ["d-avelin 2020-10-05..2021-05-03", "d-avelin 2021-06-07.."]
    assert history.world().bodies.overbooked == []


def test_who_is_elected_while_in_holdover_is_elected_anew_after_the_installation() -> (
    None
):
    during = elects(COLLEGE, "2021-04-12", "d-avelin")
    history = given(*FIVE, RENEWED, during, AGAIN)
    assert "d-avelin 2021-04-12..2021-05-03" in seats(history, COMMITTEE)


def test_who_is_elected_on_the_day_of_the_installation_keeps_the_seat() -> None:
    history = given(*FIVE, RENEWED, AGAIN, elects(COLLEGE, "2021-05-03", "d-avelin"))
    assert "d-avelin 2021-05-03.." in seats(history, COMMITTEE)


def test_an_assembly_may_be_renewed_and_designate_on_one_day() -> None:
    renewed = renews("avelin", "2021-05-03")
    history = given(*ELECTED, renewed, AGAIN)
    assert "d-avelin 2020-10-05..2021-05-03" in seats(history, COMMITTEE)


def test_a_designation_repeated_within_a_term_ends_no_seat() -> None:
    repeated = designates("avelin", "d-avelin", "2021-07-05")
    again = elects(COLLEGE, "2021-06-07", "d-avelin")
    history = given(*ELECTED, RENEWED, AGAIN, again, repeated)
    assert "d-avelin 2021-06-07.." in seats(history, COMMITTEE)


def test_the_renewal_of_another_assembly_ends_no_seat() -> None:
    history = given(*ELECTED, renews("beuvry", "2021-04-01"), AGAIN)
    assert "d-avelin 2020-10-05.." in seats(history, COMMITTEE)


def test_a_designation_annulled_gives_the_seat_back_in_holdover() -> None:
    annulled = ruling("act-annulled", AGAIN["act"])
    history = given(*ELECTED, RENEWED, AGAIN, annulled)
    assert "d-avelin 2020-10-05.." in seats(history, COMMITTEE)


def test_an_office_that_rests_on_such_a_seat_ends_with_it() -> None:
    presides = elects_officer("president", "d-avelin", "2021-04-12")
    history = given(*ELECTED, RENEWED, presides, AGAIN)
    assert seats(history, "bureau") == ["d-avelin 2021-04-12..2021-05-03"]


def test_why_tells_the_renewal_the_designation_and_how_the_statutes_are_read() -> None:
    history = given(*ELECTED, RENEWED, AGAIN)
    for on, answer in (("2021-05-02", "yes"), ("2021-05-03", "no")):
        found = why(history, SEAT, on)
        assert found.answer == answer
        assert {RENEWED["act"], AGAIN["act"]} <= {*found.because}
        assert cited(found, "seat.term-over") == ["statutes 8.1, 2019-01-01"]
        assert {one.name for one in found.switches} >= SWITCH
    whole = why(history, f"seat {COMMITTEE}", "2021-05-03")
    assert {one.name for one in whole.switches} >= SWITCH
    before = why(given(*ELECTED, RENEWED), SEAT, "2021-05-02")
    assert not SWITCH & {one.name for one in before.switches}


def test_history_shows_the_seat_end_and_begin_again() -> None:
    history = given(*ELECTED, RENEWED, AGAIN, elects(COLLEGE, "2021-06-07", "d-avelin"))
    found = [(on, answer) for on, answer, _ in answers(history, SEAT)]
    assert ("2021-05-03", "no") in found
    assert ("2021-06-07", "yes") in found


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
