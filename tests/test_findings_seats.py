"""Votes to review, and seats that stayed empty (statutes arts. 8.1, 8.5)."""

from typing import Any

import pytest

from tests.acts import COMMITTEE, Plain, act, complete, ruling
from tests.answers import found, only, told
from tests.committee import (
    COLLEGE_NORD,
    NORD,
    all_seated,
    attended,
    convenes,
    designates,
    founded,
    renews,
    seated,
    vacates,
)
from tests.spec import given

REVIEW, LATE = "vote.review", "vacancy.late"
DAY = "2020-06-25"
SESSION = f"{COMMITTEE}/{DAY}"


def votes(body: str, number: str, *persons: str, on: str = DAY, **said: Any) -> Plain:
    """Let some persons vote by name."""
    named = {"question": "ordinary", "for": [*persons], "outcome": "adopted"}
    matter = {"type": "matter-decided", "subject": "Divers"}
    return act(f"{body}/{number}", matter, vote=named | said, **complete(on))


def annulled(target: str) -> Plain:
    """Let a court annul an act."""
    return ruling("act-annulled", target, on="2021-03-01")


JOINED = [
    *founded(),
    designates(NORD, "Ode Lin", "2019-02-01"),
    *seated("avelin", "2020-02-03"),
]
APPROVAL = f"{COMMITTEE}/avelin-adhesion-2020-02-03"


# ------------------------------------------------------------------- vote.review
def test_the_vote_of_those_who_sat_wants_no_review() -> None:
    assert (
        found(given(*JOINED, votes(COMMITTEE, "1", "Ode Lin", "d-avelin")), REVIEW)
        == []
    )


def test_a_vote_in_which_somebody_of_an_annulled_adhesion_took_part_is_to_review() -> (
    None
):
    vote = votes(COMMITTEE, "1", "Ode Lin", "d-avelin")
    history = given(*JOINED, vote, annulled(APPROVAL))
    finding = only(history, REVIEW)
    assert (finding.act, finding.member) == (f"{COMMITTEE}/1", "avelin")
    assert finding.severity == "notice"
    assert "of 2020-06-25" in finding.message
    assert "by what is known now: d-avelin; " in finding.message
    before = history.world().known.position - 2
    assert found(history.as_known_at(before), REVIEW) == []


@pytest.mark.parametrize("side", ["against", "abstentions", "recused"])
def test_whichever_way_a_stranger_voted_the_vote_is_to_review(side: str) -> None:
    said: dict[str, Any] = {side: ["Passe Muraille"]}
    vote = votes(COMMITTEE, "1", "Ode Lin", **said)
    assert "Passe Muraille" in only(given(*JOINED, vote), REVIEW).message


def test_votes_by_number_show_no_stranger() -> None:
    counted = {"for": "12", "against": "3"}
    vote = votes(COMMITTEE, "1", **counted)
    assert found(given(*JOINED, vote, annulled(APPROVAL)), REVIEW) == []


@pytest.mark.parametrize(
    "sheet",
    [
        attended(SESSION, "Ode Lin", "d-avelin"),
        attended(SESSION, "Ode Lin", proxies={"d-avelin": "Ode Lin"}),
        attended(SESSION, "Ode Lin", proxies={"Ode Lin": "d-avelin"}),
    ],
)
def test_who_was_present_or_gave_or_held_a_proxy_without_seat_is_to_review(
    sheet: Plain,
) -> None:
    acts = [*JOINED, convenes(SESSION, DAY), sheet]
    assert found(given(*acts), REVIEW) == []
    finding = only(given(*acts, annulled(APPROVAL)), REVIEW)
    assert finding.act == "secretariat/presence-comite-syndical-2020-06-25"
    assert "d-avelin" in finding.message


def test_a_seat_that_ended_or_had_not_begun_is_no_seat_that_day() -> None:
    gone = vacates("d-avelin", "2020-06-24")
    vote = votes(COMMITTEE, "1", "d-avelin")
    assert len(told(given(*JOINED, gone, vote), REVIEW)) == 1
    early = votes(COMMITTEE, "1", "d-avelin", on="2020-02-02")
    assert len(told(given(*JOINED, early), REVIEW)) == 1


def test_who_loses_the_seat_by_an_act_of_that_day_sat_when_the_session_opened() -> None:
    acts = [*founded(), *all_seated("alpha beta gamma delta", "2020-01-06")]
    fifth = seated("epsilon", DAY)
    vote = votes(COMMITTEE, "1", "d-alpha")
    assert found(given(*acts, *fifth, vote), REVIEW) == []
    later = votes(COMMITTEE, "1", "d-alpha", on="2020-06-26")
    assert len(told(given(*acts, *fifth, later), REVIEW)) == 1


def test_a_college_s_vote_is_to_review_as_the_committee_s() -> None:
    acts = [
        *founded(),
        *all_seated("alpha beta gamma", "2020-01-06"),
        *all_seated("delta zeta", "2020-01-06", department="62"),
    ]
    vote = votes(COLLEGE_NORD, "1", "d-alpha", "d-gamma")
    assert found(given(*acts, vote), REVIEW) == []
    undone = annulled(f"{COMMITTEE}/gamma-adhesion-2020-01-06")
    finding = only(given(*acts, vote, undone), REVIEW)
    assert (finding.act, finding.member) == (f"{COLLEGE_NORD}/1", "gamma")


def test_without_statutes_nobody_can_tell_who_sat() -> None:
    assert found(given(founded()[0], votes(COMMITTEE, "1", "Ode Lin")), REVIEW) == []


# ------------------------------------------------------------------- vacancy.late
def late(*acts: Plain, at: str) -> list[str]:
    return [
        f"{one.severity} {one.member} {one.act or '-'}"
        for one in told(given(*acts), LATE, at=at)
        if one.member
        not in {NORD, "region-hauts-de-france", "departement-du-pas-de-calais"}
    ]


LEFT = [*JOINED, vacates("d-avelin", "2021-01-31")]


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("2021-02-28", []),
        (
            "2021-03-01",
            ["irregularity avelin secretariat/depart-d-avelin-delegate-2021-01-31"],
        ),
    ],
)
def test_a_delegate_s_seat_is_to_be_filled_within_a_month(
    at: str, expected: list[str]
) -> None:
    assert late(*LEFT, at=at) == expected


def test_a_seat_filled_however_late_is_vacant_no_more() -> None:
    filled = designates("avelin", "Ode Lune", "2021-06-01")
    assert late(*LEFT, filled, at="2021-06-01") == []
    assert len(late(*LEFT, filled, at="2021-05-31")) == 1


def test_a_delegate_who_holds_over_leaves_no_seat_empty() -> None:
    assert late(*JOINED, renews("avelin", "2020-03-15"), at="2021-03-15") == []


def test_a_member_of_whom_no_delegate_is_on_record_is_unknown() -> None:
    findings = told(given(*founded("2019-01-01")), LATE, at="2019-02-02")
    assert [(one.member, one.severity) for one in findings] == [
        ("departement-du-nord", "unknown"),
        ("departement-du-pas-de-calais", "unknown"),
        ("region-hauts-de-france", "unknown"),
    ]
    assert "for 10 of its seats since 2019-01-01" in findings[2].message
    assert told(given(*founded("2019-01-01")), LATE, at="2019-02-01") == []


def test_the_month_is_that_of_the_statutes_of_the_day() -> None:
    history = given(*founded("2019-01-01", vacancy_months="3"))
    assert told(history, LATE, at="2019-04-01") == []
    assert len(told(history, LATE, at="2019-04-02")) == 3
