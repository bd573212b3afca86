"""No designation or election without a free seat, at recording (`seat.count`)."""

from ledger.refusals import SeatCountError
from tests.committee import (
    COLLEGE,
    NORD,
    REGION,
    all_seated,
    designates,
    elects,
    elects_officer,
    founded,
    seated,
    vacates,
)
from tests.spec import given

ON = "2020-03-02"
NAMES = "avelin beuvry carvin deulemont ennetieres"


FOUNDED = founded()
NORD_FULL = [*FOUNDED, *(designates(NORD, f"n{one}", ON) for one in range(5))]
FIVE = [*FOUNDED, *all_seated(NAMES, ON)]
FOUR = [f"d-{name}" for name in NAMES.split()[:4]]
FOUR_ELECTED = [*FIVE, elects(COLLEGE, "2020-04-06", *FOUR)]


# ------------------------------------------------------------------- founders
def test_a_founder_s_designation_needs_a_free_seat() -> None:
    sixth = designates(NORD, "n9", "2020-05-04")
    [error] = given(*NORD_FULL).when(sixth).refused(SeatCountError)
    assert "«n9»" in str(error)


def test_it_is_recorded_where_it_says_whom_it_replaces() -> None:
    instead = designates(NORD, "n9", "2020-05-04", replaces="n3")
    given(*NORD_FULL).when(instead).records(instead["act"])


def test_it_is_recorded_where_a_seat_was_vacated() -> None:
    free = vacates("n3", "2020-05-04")
    taken = designates(NORD, "n9", "2020-05-04")
    given(*NORD_FULL, free).when(taken).records(taken["act"])


def test_of_one_batch_the_vacancy_may_stand_after_the_designation() -> None:
    taken, free = designates(NORD, "n9", "2020-05-04"), vacates("n3", "2020-05-04")
    given(*NORD_FULL).when(taken, free).records(taken["act"], free["act"])


def test_a_person_designated_again_needs_no_seat() -> None:
    again = designates(NORD, "n3", "2021-07-05")
    given(*NORD_FULL).when(again).records(again["act"])


def test_to_replace_somebody_who_does_not_sit_frees_no_seat() -> None:
    stranger = designates(NORD, "n9", "2020-05-04", replaces="Ada Lestrem")
    given(*NORD_FULL).when(stranger).refused(SeatCountError)


def test_another_founder_s_seats_are_its_own() -> None:
    other = designates(REGION, "r1", "2020-05-04")
    given(*NORD_FULL).when(other).records(other["act"])


def test_a_commune_s_new_delegate_is_the_successor_without_being_asked() -> None:
    successor = designates("avelin", "Ada Lestrem", "2020-05-04")
    given(*FIVE).when(successor).records(successor["act"])


# ------------------------------------------------------------------- elections
def test_a_fifth_representative_is_refused() -> None:
    fifth = elects(COLLEGE, "2020-05-04", "d-ennetieres")
    [error] = given(*FOUR_ELECTED).when(fifth).refused(SeatCountError)
    assert "«d-ennetieres»" in str(error)


def test_five_elected_at_once_are_refused_at_the_fifth() -> None:
    five = elects(COLLEGE, "2020-04-06", *(f"d-{one}" for one in NAMES.split()))
    given(*FIVE).when(five).refused_at((0, "decisions", 4, "person"))


def test_a_representative_instead_of_another_is_recorded() -> None:
    instead = elects(COLLEGE, "2020-05-04", "d-ennetieres", replaces="d-avelin")
    given(*FOUR_ELECTED).when(instead).records(instead["act"])


def test_a_representative_on_a_seat_lost_by_replacement_is_recorded() -> None:
    lost = designates("avelin", "Ada Lestrem", "2020-05-04")
    filled = elects(COLLEGE, "2020-05-04", "d-ennetieres")
    given(*FOUR_ELECTED, lost).when(filled).records(filled["act"])


def test_a_third_vice_president_is_refused_and_a_second_president_is_not() -> None:
    two = [
        *(elects_officer("vice-president", f"n{one}", "2020-04-06") for one in (0, 1)),
        elects_officer("president", "n4", "2020-04-06"),
    ]
    third = elects_officer("vice-president", "n2", "2020-05-04")
    given(*NORD_FULL, *two).when(third).refused(SeatCountError)
    other = elects_officer("president", "n2", "2020-05-04")
    given(*NORD_FULL, *two).when(other).records(other["act"])


# ------------------------------------------------------------------- irregular
def test_an_act_that_owns_the_irregularity_is_recorded_with_full_effect() -> None:
    fifth = elects(COLLEGE, "2020-05-04", "d-ennetieres")
    known = [{"rule": "seat.count", "reason": "élue en surnombre, fictive"}]
    owned = fifth | {"irregular": known}
    given(*FOUR_ELECTED).when(owned).records(fifth["act"])
    sixth = seated("frelinghien", "2020-06-01")
    given(*FOUR_ELECTED, owned).when(*sixth).records(*(one["act"] for one in sixth))


def test_an_irregularity_on_record_does_not_stop_what_fills_no_further_seat() -> None:
    fifth = elects(COLLEGE, "2020-05-04", "d-ennetieres")
    known = [{"rule": "seat.count", "reason": "élue en surnombre, fictive"}]
    later = elects(COLLEGE, "2020-06-08", "d-ennetieres")
    given(*FOUR_ELECTED, fifth | {"irregular": known}).when(later).records(later["act"])
