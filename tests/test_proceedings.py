"""Two bodies must agree: which request does which approval answer (arts. 4, 15, 16)?"""

import pytest

from tests.acts import ENT, FIBRE, approval, complete, joins, learned, leaves, request
from tests.spec import given

MARCH, APRIL = "2020-03-02", "2020-04-01"


# ------------------------------------------------------------------- both acts
def test_an_adhesion_is_established_when_both_bodies_acts_are_in_force() -> None:
    asked = request("avelin", "1", **complete(MARCH))
    agreed = approval("avelin", "1", **complete(APRIL))
    history = given(asked, agreed)
    assert history.members("2020-03-31") == []
    assert history.members(APRIL) == ["avelin"]
    assert history.holders(APRIL) == [("avelin", ENT)]


def test_a_request_alone_is_pending_approval() -> None:
    history = given(request("avelin", "1", **complete(MARCH)))
    assert history.members("2030-01-01") == []
    assert history.waiting("2030-01-01") == [("avelin", ENT, ["approval"])]


def test_an_approval_alone_is_pending_request() -> None:
    history = given(approval("avelin", "1", **complete(MARCH)))
    assert history.members("2030-01-01") == []
    assert history.waiting("2030-01-01") == [("avelin", ENT, ["request"])]


def test_what_the_member_misses_comes_before_what_the_committee_misses() -> None:
    asked = request("avelin", "1", adopted_on=MARCH)
    agreed = approval("avelin", "1", adopted_on=APRIL, sent_on=APRIL)
    [pending] = given(asked, agreed).pending(APRIL)
    assert [(one.act, one.fact) for one in pending.missing] == [
        ("avelin/1", "sent_on"),
        ("avelin/1", "publicity"),
        ("comite-syndical/1", "publicity"),
    ]


def test_an_approval_that_misses_a_fact_and_its_request_says_both() -> None:
    waiting = given(approval("avelin", "1", adopted_on=APRIL)).waiting(APRIL)
    assert waiting == [("avelin", ENT, ["sent_on", "publicity", "request"])]


@pytest.mark.parametrize(
    ("asked", "agreed", "effect", "start"),
    [
        ("2020-05-10", "2020-04-20", None, "2020-05-10"),
        ("2020-05-10", "2020-06-20", None, "2020-06-20"),
        ("2020-05-10", "2020-06-20", "on-executory", "2020-06-20"),
        ("2020-05-10", "2020-06-20", "2020-06-01", "2020-06-20"),
        ("2020-05-10", "2020-06-20", "2020-09-01", "2020-09-01"),
    ],
)
def test_it_begins_with_the_latest_of_both_acts_and_of_the_effect_that_is_stated(
    asked: str, agreed: str, effect: str | None, start: str
) -> None:
    history = given(
        request("avelin", "1", effect=effect, **complete(MARCH, asked)),
        approval("avelin", "1", **complete(APRIL, agreed)),
    )
    assert history.times("avelin") == [f"{start}.."]
    assert history.times("avelin", ENT) == [f"{start}.."]


def test_one_whose_start_is_known_but_later_shows_it_and_misses_nothing() -> None:
    history = given(
        request("avelin", "1", effect="2021-01-01", **complete(MARCH)),
        approval("avelin", "1", **complete(APRIL)),
    )
    [pending] = history.pending("2020-12-31")
    assert (str(pending.since), pending.missing) == ("2021-01-01", ())
    assert history.pending("2021-01-01") == []


def test_nothing_is_pending_before_either_act_was_adopted() -> None:
    history = given(request("avelin", "1", **complete(MARCH)))
    assert history.waiting("2020-03-01") == []
    assert history.waiting(MARCH) == [("avelin", ENT, ["approval"])]


def test_an_undated_request_is_pending_on_any_day() -> None:
    history = given(request("avelin", "1", sent_on=MARCH))
    waiting = ("avelin", ENT, ["adopted_on", "publicity", "approval"])
    assert history.waiting("2010-01-01") == [waiting]


# ------------------------------------------------------------------- matching
@pytest.mark.parametrize("is_approval_recorded_first", [True, False])
def test_an_approval_may_be_adopted_and_recorded_before_the_request(
    *, is_approval_recorded_first: bool
) -> None:
    agreed = approval("avelin", "1", **complete(MARCH))
    asked = request("avelin", "1", **complete(APRIL))
    acts = (agreed, asked) if is_approval_recorded_first else (asked, agreed)
    assert given(*acts).times("avelin") == [f"{APRIL}.."]


def test_an_approval_answers_the_latest_request_still_unanswered() -> None:
    history = given(
        request("avelin", "1", **complete("2020-01-10", "2020-12-01")),
        request("avelin", "2", **complete("2020-02-10")),
        approval("avelin", "1", **complete(MARCH)),
    )
    [line] = history.annex_1(MARCH).members
    assert line.because == ("avelin/2", "comite-syndical/1")
    assert history.times("avelin") == [f"{MARCH}.."]


def test_an_earlier_request_left_unanswered_waits_until_a_later_one_is_met() -> None:
    history = given(
        request("avelin", "1", **complete("2020-01-10")),
        request("avelin", "2", **complete("2020-02-10")),
        approval("avelin", "1", **complete(MARCH)),
    )
    assert history.waiting("2020-01-31") == [("avelin", ENT, ["approval"])]
    assert history.waiting(MARCH) == []


def test_a_request_learned_to_be_the_later_one_is_the_one_answered() -> None:
    acts = [
        request("avelin", "1", **complete("2020-02-10")),
        request("avelin", "2", **complete("2020-01-10")),
        approval("avelin", "1", **complete(MARCH)),
    ]
    dated = learned("1", "act-dated", target="avelin/2", adopted_on="2020-02-20")
    [before] = given(*acts).annex_1(MARCH).members
    [after] = given(*acts, dated).annex_1(MARCH).members
    assert (before.because[0], after.because[0]) == ("avelin/1", "avelin/2")


def test_an_undated_request_is_answered_by_an_approval_that_waits() -> None:
    history = given(
        request("avelin", "1", sent_on=MARCH),
        approval("avelin", "1", **complete(APRIL)),
    )
    waiting = ("avelin", ENT, ["adopted_on", "publicity"])
    assert history.waiting(APRIL) == [waiting]


def test_requests_and_approvals_are_matched_competence_by_competence() -> None:
    history = given(
        request("avelin", "1", ENT, FIBRE, **complete(MARCH)),
        approval("avelin", "1", FIBRE, **complete(APRIL)),
        approval("avelin", "2", ENT, **complete("2020-05-04")),
    )
    assert history.holders(APRIL) == [("avelin", FIBRE)]
    assert history.waiting(APRIL) == [("avelin", ENT, [])]
    assert history.holders("2020-05-04") == [("avelin", FIBRE), ("avelin", ENT)]
    assert history.times("avelin") == [f"{APRIL}.."]


def test_an_approval_for_another_competence_answers_nothing() -> None:
    history = given(
        request("avelin", "1", ENT, **complete(MARCH)),
        approval("avelin", "1", FIBRE, **complete(APRIL)),
    )
    assert history.members(APRIL) == []
    assert history.waiting(APRIL) == [
        ("avelin", FIBRE, ["request"]),
        ("avelin", ENT, ["approval"]),
    ]


def test_an_approval_for_another_institution_answers_nothing() -> None:
    asked = request("avelin", "1", **complete(MARCH))
    agreed = approval("beuvry", "1", **complete(APRIL))
    assert given(asked, agreed).members(APRIL) == []


def test_an_undated_approval_answers_the_latest_request_of_all() -> None:
    certified = {"executory_on": APRIL, "executory_basis": "certified"}
    history = given(
        approval("avelin", "1", **certified),
        request("avelin", "1", **complete("2020-01-10")),
        request("avelin", "2", **complete("2020-02-10")),
    )
    [line] = history.annex_1(APRIL).members
    assert line.because == ("avelin/2", "comite-syndical/1")


def test_what_was_agreed_before_a_departure_and_begins_after_it_serves_no_more() -> (
    None
):
    early = complete("2020-01-06")
    asked = request("avelin", "2", FIBRE, effect="2023-01-02", **early)
    agreed = approval("avelin", "2", FIBRE, **early)
    history = given(
        *joins("avelin", on="2019-03-04"),
        asked,
        agreed,
        *leaves("avelin", on="2021-06-07"),
    )
    assert history.members("2023-06-30") == []
    assert history.waiting("2022-01-01") == []
