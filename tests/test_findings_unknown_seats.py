"""Seats taken twice, and seats nobody knows of (statutes arts. 8.1, 9 to 11)."""

import pytest

from tests.acts import COMMITTEE, act, complete
from tests.answers import found, only
from tests.committee import (
    COLLEGE,
    NORD,
    all_seated,
    designates,
    elects,
    elects_officer,
    founded,
    seated,
    vacates,
)
from tests.spec import given
from tests.test_findings_seats import annulled

TAKEN, UNKNOWN = "seat.taken", "seat.unknown"
BOTH = (TAKEN, UNKNOWN)
NAMES = "avelin beuvry carvin deulemont ennetieres"
FULL = [*founded(), *(designates(NORD, f"n{one}", "2020-03-02") for one in range(5))]
FIVE = [*founded(), *all_seated(NAMES, "2020-03-02")]
ELECTED = elects(COLLEGE, "2020-04-06", "d-avelin", "d-beuvry", "d-carvin")
SUCCESSOR = designates(NORD, "Zoé Fictive", "2020-05-05", replaces="n3")


# ------------------------------------------------------------------- seat.taken
def test_whom_nobody_else_succeeds_takes_a_seat_that_is_free() -> None:
    assert found(given(*FULL, SUCCESSOR), *BOTH) == []


def test_a_designation_learned_later_takes_the_seat_of_one_on_record() -> None:
    earlier = designates(NORD, "Léa Fictive", "2020-05-04", replaces="n3")
    finding = only(given(*FULL, SUCCESSOR, earlier), TAKEN)
    assert (finding.act, finding.severity) == (SUCCESSOR["act"], "irregularity")
    assert (finding.member, finding.article) == (NORD, "statutes, arts. 8.1 and 10")
    assert "seats Zoé Fictive on 2020-05-05" in finding.message


def test_a_seat_taken_is_told_from_the_day_it_is() -> None:
    earlier = designates(NORD, "Léa Fictive", "2020-05-04", replaces="n3")
    history = given(*FULL, SUCCESSOR, earlier)
    assert found(history, TAKEN, at="2020-05-04") == []
    assert found(history, TAKEN, at="2020-05-05") != []


def test_what_owns_that_no_seat_was_free_is_told_once_under_the_refusal_s_name() -> (
    None
):
    owned = act(
        f"{NORD}/sixth",
        {"type": "delegate-designated", "person": "n9"},
        irregular=[{"rule": "seat.count", "reason": "fictif"}],
        **complete("2020-05-04"),
    )
    assert found(given(*FULL, owned), TAKEN) == []
    assert found(given(*FULL, owned), "seat.count") != []


# ------------------------------------------------------------------- elected
def test_a_stranger_elected_by_a_college_could_not_take_the_seat() -> None:
    stranger = elects(COLLEGE, "2020-04-06", "Ada Lestrem")
    finding = only(given(*FIVE, stranger), UNKNOWN)
    assert (finding.act, finding.severity) == (stranger["act"], "unknown")
    assert "elects Ada Lestrem, who on 2020-04-06" in finding.message


def test_who_is_elected_by_a_college_that_is_not_there_takes_no_seat() -> None:
    early = elects(COLLEGE, "2019-06-03", "d-avelin")
    assert only(given(*FIVE, early), UNKNOWN).act == early["act"]


def test_a_representative_elected_again_is_seated() -> None:
    again = elects(COLLEGE, "2020-05-04", "d-avelin")
    assert found(given(*FIVE, ELECTED, again), *BOTH) == []


def test_a_vice_president_who_is_no_founder_s_delegate_takes_no_seat() -> None:
    officer = elects_officer("vice-president", "d-avelin", "2020-05-04")
    assert only(given(*FIVE, ELECTED, officer), UNKNOWN).act == officer["act"]


def test_a_representative_whose_member_never_joined_takes_no_seat() -> None:
    approval = f"{COMMITTEE}/avelin-adhesion-2020-03-02"
    six = [*FIVE, *seated("frelinghien", "2020-03-02"), ELECTED]
    assert found(given(*six), *BOTH) == []
    finding = only(given(*six, annulled(approval)), UNKNOWN)
    assert "elects d-avelin, who" in finding.message


def test_a_president_elected_is_seated() -> None:
    officer = elects_officer("president", "n1", "2020-05-04")
    assert found(given(*FULL, officer), *BOTH) == []


# ------------------------------------------------------------------- left
def test_a_name_misspelt_where_a_seat_is_left_is_unknown() -> None:
    finding = only(given(*FULL, vacates("Zoé Fictiv", "2020-05-04")), UNKNOWN)
    assert "Zoé Fictiv leaves a seat on 2020-05-04" in finding.message


@pytest.mark.parametrize("seat", ["representative", "president", "vice-president"])
def test_a_delegate_leaves_no_other_seat(seat: str) -> None:
    left = vacates("n3", "2020-05-04", seat)
    assert only(given(*FULL, left), UNKNOWN).act == left["act"]


def test_who_leaves_a_seat_that_is_theirs_leaves_it() -> None:
    assert found(given(*FULL, vacates("n3", "2020-05-04")), *BOTH) == []
    left = vacates("d-avelin", "2020-05-04", "representative")
    assert found(given(*FIVE, ELECTED, left), *BOTH) == []


def test_who_leaves_two_seats_on_one_day_leaves_both() -> None:
    delegate = vacates("d-avelin", "2020-05-04")
    other = vacates("d-avelin", "2020-05-04", "representative")
    assert found(given(*FIVE, ELECTED, delegate, other), *BOTH) == []


def test_who_left_before_leaves_nothing() -> None:
    twice = [vacates("n3", "2020-05-04"), vacates("n3", "2020-06-04")]
    assert only(given(*FULL, *twice), UNKNOWN).act == twice[1]["act"]


# ------------------------------------------------------------------- replaced
def test_a_commune_replaces_whom_nobody_designated() -> None:
    instead = designates("avelin", "Léa Fictive", "2020-05-04", replaces="d-beuvry")
    finding = only(given(*FIVE, instead), UNKNOWN)
    assert (finding.act, finding.member) == (instead["act"], "avelin")
    assert "replaces d-beuvry on 2020-05-04" in finding.message


def test_who_left_before_may_be_replaced() -> None:
    instead = designates(NORD, "Léa Fictive", "2020-06-04", replaces="n3")
    history = given(*FULL, vacates("n3", "2020-05-04"), instead)
    assert found(history, *BOTH) == []


def test_a_representative_replaced_after_the_mandate_ended_held_the_seat() -> None:
    lost = designates("avelin", "Léa Fictive", "2020-05-04")
    filled = elects(COLLEGE, "2020-05-04", "d-ennetieres", replaces="d-avelin")
    assert found(given(*FIVE, ELECTED, lost, filled), *BOTH) == []


def test_an_undated_act_tells_of_no_day_to_look_at() -> None:
    undated = act("avelin/designe", {"type": "delegate-designated", "person": "Léa"})
    assert found(given(*FIVE, undated), *BOTH) == []


def test_nothing_is_said_of_what_is_to_come() -> None:
    left = vacates("Zoé Fictiv", "2020-05-04")
    assert found(given(*FULL, left), UNKNOWN, at="2020-05-03") == []
