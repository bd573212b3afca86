"""Why does a person sit, or not; why is a seat empty; why this regime (art. 8.1)?"""

from projections.switches import SWITCHES
from tests.acts import leaves, request
from tests.answers import acts_cited, changes, cited, lacks, says, value, why
from tests.committee import (
    COLLEGE_NORD,
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

DAY = "2022-06-30"
FIVE = [
    *founded(),
    *all_seated("avelin bersee camphin", "2020-03-02"),
    *all_seated("izel laventie", "2021-03-01", department="62"),
]
"""Three communes in the Nord, then two in the Pas-de-Calais: two colleges."""


# ------------------------------------------------------------------- who sits
def test_a_name_in_a_college_leads_to_two_deliberations_and_an_article() -> None:
    found = why(given(*FIVE), "seat nord d-avelin", DAY)
    assert found.answer == "yes"
    assert "avelin/designe-d-avelin-2020-03-02" in found.because
    assert "comite-syndical/avelin-adhesion-2020-03-02" in found.because
    assert cited(found, "seat.designated") == ["statutes 8.1, 2019-01-01"]
    assert set(found.because) <= acts_cited(found)


def test_a_representative_was_elected_by_the_college() -> None:
    history = given(*FIVE, elects(COLLEGE_NORD, "2021-04-05", "d-avelin"))
    found = why(history, "seat committee d-avelin", DAY)
    assert (found.answer, cited(found, "seat.elected")) == (
        "yes",
        ["statutes 8.1, 2019-01-01"],
    )
    assert set(found.because) <= acts_cited(found)


def test_a_founders_delegate_has_one_of_its_seats() -> None:
    history = given(*founded(), designates(NORD, "d-nord", "2019-02-04"))
    found = why(history, "seat committee d-nord", DAY)
    assert cited(found, "seat.founder") == ["statutes 8.1, 2019-01-01"]


def test_up_to_four_members_each_delegate_sits_directly() -> None:
    history = given(*founded(), *seated("avelin", "2020-03-02"))
    found = why(history, "seat committee d-avelin", DAY)
    assert cited(found, "seat.direct") == ["statutes 8.1, 2019-01-01"]


def test_an_officer_is_elected_by_the_committee_and_ends_with_a_renewal() -> None:
    history = given(
        *founded(),
        designates(NORD, "d-nord", "2019-02-04"),
        elects_officer("president", "d-nord", "2019-03-04"),
        renews(NORD, "2021-07-01"),
    )
    during = why(history, "seat bureau d-nord", "2020-06-30")
    assert cited(during, "seat.president") == ["statutes 9, 2019-01-01"]
    after = why(history, "seat bureau d-nord", DAY)
    assert after.says == "seat.left"
    assert cited(after, "seat.office-over") == ["statutes 11, 2019-01-01"]


def test_who_holds_over_does_so_by_the_renewal() -> None:
    history = given(
        *founded(), *seated("avelin", "2020-03-02"), renews("avelin", "2021-07-01")
    )
    before = why(history, "seat committee d-avelin", "2021-06-30")
    after = why(history, "seat committee d-avelin", "2021-07-01")
    assert (before.says, after.says) == ("seat", "seat.holdover")
    assert "seat.renewed" in says(after)
    assert "secretariat/renouvellement-avelin-2021-07-01" in after.because


def test_a_body_is_each_of_its_seats_with_its_acts() -> None:
    found = why(given(*FIVE), "seat nord", DAY)
    assert (found.answer, len(value(found))) == ("yes", 3)
    assert says(found) == ["seat.held"] * 3


# ------------------------------------------------------------------- who does not
def test_a_college_that_did_not_exist_seats_nobody() -> None:
    found = why(given(*FIVE), "seat nord d-avelin", "2020-06-30")
    assert (found.answer, says(found)[0]) == ("no", "body.later")


def test_a_delegate_who_was_not_elected_does_not_sit_in_the_committee() -> None:
    found = why(given(*FIVE), "seat committee d-avelin", DAY)
    assert found.says == "seat.left"
    assert {"regime.colleges-created", "seat.not-elected"} <= set(says(found))
    elsewhere = why(given(*FIVE), "seat pas-de-calais d-avelin", DAY)
    assert says(elsewhere) == ["seat.elsewhere"]


def test_a_mandate_that_ended_says_when_and_by_which_act() -> None:
    left = vacates("d-avelin", "2022-01-10")
    found = why(given(*FIVE, left), "seat nord d-avelin", DAY)
    assert found.says == "seat.left"
    assert {"seat.vacated", "seat.ended"} <= set(says(found))
    assert left["act"] in found.because


def test_who_was_replaced_is_told_by_whom() -> None:
    successor = designates("avelin", "s-avelin", "2022-01-10")
    found = why(given(*FIVE, successor), "seat nord d-avelin", DAY)
    [step] = [step for step in found.steps if step.says == "seat.replaced"]
    assert step.values["person"] == "s-avelin"


def test_a_designation_by_who_is_no_member_waits_for_the_adhesion() -> None:
    history = given(
        *FIVE,
        request("don", "1", adopted_on="2022-02-07"),
        designates("don", "d-don", "2022-02-07"),
    )
    found = why(history, "seat nord d-don", DAY)
    assert (found.answer, found.says) == ("not established", "seat.not-established")
    assert lacks(found) == [
        "sent_on from don",
        "publicity from don",
        "approval from comite-syndical",
    ]


def test_who_was_never_designated_by_then_does_not_sit() -> None:
    history = given(*FIVE, designates("avelin", "s-avelin", "2023-01-10"))
    found = why(history, "seat bureau s-avelin", DAY)
    assert (found.answer, says(found)) == ("no", ["seat.no-delegate"])


def test_the_delegate_of_a_member_that_left_is_one_no_longer() -> None:
    history = given(*FIVE, *leaves("avelin", on="2022-01-10"))
    found = why(history, "seat bureau d-avelin", DAY)
    assert says(found) == ["seat.no-longer-delegate"]
    assert set(found.because) <= acts_cited(found)


# ------------------------------------------------------------------- vacancies
def test_a_vacancy_is_to_be_filled_within_a_month_of_the_vacancy() -> None:
    left = vacates("d-avelin", "2021-01-31")
    found = why(given(*FIVE, left), "vacancy avelin", "2021-02-15")
    assert (found.answer, str(value(found)[0]["fill_by"])) == ("yes", "2021-02-28")
    assert cited(found, "vacancy.fill-by") == ["statutes 8.1, 2019-01-01"]
    assert says(found)[0] == "vacancy.left"
    assert [one.name for one in found.switches] == ["month-clamp"]


def test_a_member_that_designated_nobody_has_an_empty_seat() -> None:
    joined = seated("avelin", "2020-03-02")[:-1]
    found = why(given(*founded(), *joined), "vacancy avelin", "2020-03-15")
    assert (found.answer, says(found)[-2:]) == (
        "yes",
        ["vacancy.joined", "vacancy.fill-by"],
    )
    assert found.switches == ()


def test_no_vacancy_where_somebody_sits_or_where_there_is_no_seat() -> None:
    history = given(*FIVE)
    assert says(why(history, "vacancy avelin", DAY)) == ["vacancy.held"]
    assert why(history, "vacancy avelin", "2019-06-30").says == "vacancy.no-member"


def test_without_statutes_a_founders_seats_are_not_established() -> None:
    found = why(given(founded()[0]), f"vacancy {NORD}", DAY)
    assert (found.answer, lacks(found)) == (
        "not established",
        ["statutes from comite-syndical"],
    )


# ------------------------------------------------------------------- the regime
def test_the_regime_is_counted_member_by_member() -> None:
    found = why(given(*FIVE), "regime", DAY)
    assert value(found)["regime"] == "departmental-colleges"
    counts = [
        step.values["count"] for step in found.steps if step.says == "regime.counted"
    ]
    assert counts == [3, 2]
    assert set(found.because) <= acts_cited(found)
    assert found.switches == ()


def test_two_and_two_at_exactly_four_is_a_reading() -> None:
    four = [
        *all_seated("avelin bersee", "2020-03-02"),
        *all_seated("izel laventie", "2021-03-01", department="62"),
    ]
    colleges = why(given(*founded(), *four), "regime", DAY)
    direct = why(
        given(*founded(two_and_two_at_four="direct-seats"), *four), "regime", DAY
    )
    assert [one.name for one in colleges.switches] == ["two-and-two-at-four"]
    assert (colleges.says, direct.says) == (
        "regime.departmental-colleges",
        "regime.direct",
    )


def test_colleges_that_survive_a_departure_are_a_reading() -> None:
    history = given(*FIVE, *leaves("izel", on="2022-01-10"))
    found = why(history, "regime", DAY)
    assert "regime.never-goes-back" in says(found)
    assert [one.name for one in found.switches] == ["colleges-after-departures"]
    seat = why(history, "seat nord d-avelin", DAY)
    assert "colleges-after-departures" in [one.name for one in seat.switches]


def test_before_the_first_statutes_the_regime_is_not_established() -> None:
    found = why(given(*FIVE), "regime", "2018-06-30")
    assert (found.answer, lacks(found)) == (
        "not established",
        ["statutes from comite-syndical"],
    )


def test_the_history_of_the_regime_names_each_change() -> None:
    found = changes(given(*FIVE), "regime")
    assert [(str(one.from_), one.says) for one in found.changes] == [
        ("None", "regime.not-established"),
        ("2019-01-01", "regime.direct"),
        ("2021-03-01", "regime.departmental-colleges"),
    ]


def test_every_open_question_of_the_specification_is_a_switch() -> None:
    assert {one.name for one in SWITCHES} == {
        "two-and-two-at-four",
        "colleges-after-departures",
        "executory-on-the-day-itself",
        "month-clamp",
        "electorate-for-tariffs",
        "prorata",
        "subsidies",
        "small-commune-publicity",
        "merger-year",
        "renewal-ends-elected-seats",
        "suspension-and-mandates",
        "refusal-spends-request",
        "thirty-days-on-every-call",
        "receipt-proves-sending",
        "tariff-ended-in-year",
    }
