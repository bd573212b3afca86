"""What a mandate, a seat or an empty seat says of how it came to be (statutes 8.1)."""

from projections.reason import because
from tests.acts import COMMITTEE, act, complete, leaves
from tests.answers import body, found, says, why
from tests.committee import (
    COLLEGE,
    NORD,
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

UNKNOWN = "seat.unknown"
FIVE = [
    *founded(),
    *all_seated("avelin beuvry carvin deulemont ennetieres", "2020-03-02"),
]
FIRST = designates("avelin", "Zoé Première", "2020-05-04")
SECOND = designates("avelin", "Yann Second", "2020-05-04", replaces="Zoé Première")
REPLACED_AT_ONCE = given(*FIVE, FIRST, SECOND)


# ------------------------------------------------------------------- never came to be
def test_who_was_replaced_the_very_day_is_told_so() -> None:
    answer = why(REPLACED_AT_ONCE, "seat communal zoe-premiere", "2020-05-05")
    assert answer.answer == "no"
    assert says(answer) == [
        *("seat.designated", "executory", "seat.replaced", "seat.no-day")
    ]
    assert answer.steps[2].values["person"] == "Yann Second"
    assert answer.because == (FIRST["act"], SECOND["act"])


def test_who_was_replaced_the_very_day_had_been_known_of() -> None:
    assert found(REPLACED_AT_ONCE, UNKNOWN) == []


def test_who_left_before_a_day_had_passed_left_a_seat_of_theirs() -> None:
    left = vacates("Zoé Première", "2020-05-04")
    history = given(*FIVE, FIRST, left)
    assert found(history, UNKNOWN) == []
    answer = why(history, "seat communal zoe-premiere", "2020-05-05")
    assert says(answer)[-2:] == ["seat.vacated", "seat.no-day"]


def test_who_was_replaced_before_the_member_joined_never_began() -> None:
    early = designates("don", "Zoé Première", "2020-01-06")
    instead = designates("don", "Yann Second", "2020-02-03")
    history = given(*FIVE, early, instead, *seated("don", "2020-06-01")[:-1])
    answer = why(history, "seat communal zoe-premiere", "2020-06-02")
    assert says(answer)[-2:] == ["seat.replaced", "seat.no-day"]
    assert instead["act"] in answer.because


def test_an_officer_elected_and_replaced_on_one_day_could_take_the_seat() -> None:
    history = given(
        *founded(),
        designates(NORD, "d-nord", "2019-02-04"),
        designates(NORD, "e-nord", "2019-02-04"),
        elects_officer("president", "d-nord", "2019-03-04"),
        elects_officer("president", "e-nord", "2019-03-04", replaces="d-nord"),
    )
    assert found(history, UNKNOWN) == []
    assert [one.person for one in body(history, "bureau").seats] == ["e-nord"]


def test_a_college_elects_who_does_not_sit_in_it_in_vain() -> None:
    election = elects(COLLEGE, "2020-06-01", "d-ailleurs")
    [one] = given(*FIVE, election).world().bodies.in_vain
    assert (one.place, one.person) == ((election["act"], 1), "d-ailleurs")
    assert because(one.because) == (election["act"],)


def test_a_college_that_is_not_there_elects_in_vain() -> None:
    history = given(*founded(), elects(COLLEGE, "2020-06-01", "d-ailleurs"))
    assert found(history, UNKNOWN) == [
        f"seat.unknown {COLLEGE}/election-2020-06-01-d-ailleurs"
    ]


def test_an_election_in_vain_is_a_reason_not_to_sit() -> None:
    election = elects(COLLEGE, "2020-02-03", "d-avelin")
    answer = why(given(*FIVE, election), "seat committee d-avelin", "2020-06-01")
    assert says(answer)[-2:] == ["seat.could-not-sit", "seat.not-elected"]
    assert election["act"] in answer.because


# ------------------------------------------------------------------- how seats ended
def test_of_several_successors_only_one_s_own_is_told() -> None:
    before = [designates(NORD, f"n{one}", "2019-02-04") for one in range(3)]
    said = [
        {"type": "delegate-designated", "person": f"s{one}", "replaces": f"n{one}"}
        for one in range(3)
    ]
    after = act(f"{NORD}/tous", *said, **complete("2021-07-19"))
    answer = why(given(*founded(), *before, after), "seat committee n1", "2022-06-30")
    [step] = [one for one in answer.steps if one.says == "seat.replaced"]
    assert step.values["person"] == "s1"


def test_an_office_is_not_over_by_the_renewal_that_preceded_it() -> None:
    said = [
        {"type": "assembly-renewed", "on": "2021-07-01"},
        {"type": "delegate-designated", "person": "d-nord"},
    ]
    renewed = act(f"{NORD}/installation", *said, **complete("2021-07-05"))
    history = given(
        *founded(), renewed, elects_officer("president", "d-nord", "2021-08-02")
    )
    answer = why(history, "seat bureau d-nord", "2022-06-30")
    assert answer.answer == "yes"
    assert "seat.office-over" not in says(answer)


def test_who_is_elected_while_holding_over_is_told_since_which_renewal() -> None:
    history = given(
        *FIVE, renews("avelin", "2020-05-04"), elects(COLLEGE, "2020-06-01", "d-avelin")
    )
    answer = why(history, "seat committee d-avelin", "2020-06-30")
    assert (answer.says, "seat.renewed" in says(answer)) == ("seat.holdover", True)


# ------------------------------------------------------------------- empty seats
def test_a_vacancy_says_what_emptied_and_what_filled_it() -> None:
    left = vacates("d-avelin", "2020-05-04")
    taken = designates("avelin", "Léa", "2020-06-01")
    [empty] = [
        one
        for one in given(*FIVE, left, taken).world().delegates.vacancies
        if one.member == "avelin"
    ]
    assert because(empty.emptied) == (left["act"],)
    assert because(empty.closed) == (taken["act"],)


def test_a_seat_whose_holder_was_succeeded_that_day_is_not_the_one_that_is_empty() -> (
    None
):
    seats = [designates(NORD, f"n{one}", "2019-02-04") for one in range(5)]
    succeeded = designates(NORD, "s1", "2021-07-19", replaces="n1")
    left = vacates("n2", "2021-07-19")
    history = given(*founded(), *seats, succeeded, left)
    answer = why(history, f"vacancy {NORD}", "2021-07-20")
    assert says(answer) == ["vacancy.left", "vacancy.fill-by"]
    assert succeeded["act"] not in answer.because


def test_a_successor_who_leaves_at_once_leaves_the_seat_empty() -> None:
    gone = vacates("Yann Second", "2020-06-01")
    taken = designates("avelin", "Yann Second", "2020-06-01")
    history = given(*FIVE, taken, gone)
    answer = why(history, "vacancy avelin", "2020-06-15")
    assert says(answer) == ["vacancy.left", "vacancy.fill-by"]
    assert gone["act"] in answer.because


def test_a_representative_s_seat_is_emptied_by_the_end_of_the_mandate() -> None:
    elected = elects(
        COLLEGE,
        "2020-04-06",
        *(f"d-{one}" for one in ("avelin", "beuvry", "carvin", "deulemont")),
    )
    left = vacates("d-avelin", "2020-05-04")
    n1 = [designates(NORD, "n1", "2019-02-04"), vacates("n1", "2020-05-04")]
    history = given(*FIVE, *n1, elected, left)
    [empty] = [
        one
        for one in body(history, COMMITTEE).empty
        if one.member is None and str(one.since) == "2020-05-04"
    ]
    assert because(empty.opened) == (left["act"],)


# ------------------------------------------------------------------- the regime
def test_a_college_that_survives_says_so_from_the_day_of_the_departure_on() -> None:
    gone = leaves("avelin", on="2022-01-10")
    *_, last = given(*FIVE, *gone).world().regimes
    assert [str(one.from_) for one in last.kept] == ["2022-01-10"]
