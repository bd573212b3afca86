"""A refusal spends no request; what was annulled is named; a withdrawal is asked first.

Arts. 15 and 16; specification section 6.
"""

from tests.acts import (
    COMMITTEE,
    COURT,
    ENT,
    Plain,
    act,
    agrees,
    approval,
    asks,
    complete,
    creation,
    decision,
    joins,
    request,
)
from tests.answers import found, lacks, only, says, why
from tests.spec import given

JOINED, REFUSED_ON, DAY = "2020-03-02", "2020-04-01", "2024-06-30"
BEFORE, ORDER = "adhesion.refused-before", "withdrawal.order"
ASKED = request("avelin", "1", **complete(JOINED))


def refusal(number: str = "refus", on: str = REFUSED_ON) -> Plain:
    ballot = {"question": "adhesion", "for": "1", "against": "9", "outcome": "rejected"}
    return approval("avelin", number, vote=ballot, **complete(on))


# ------------------------------------------------------------------- refused
def test_a_refused_request_waits_for_its_approval() -> None:
    history = given(ASKED, refusal())
    assert history.waiting(DAY) == [("avelin", ENT, ["approval"])]


def test_a_later_approval_answers_a_refused_request() -> None:
    agreed = approval("avelin", "2", **complete("2020-06-01"))
    history = given(ASKED, refusal(), refusal("encore", "2020-05-01"), agreed)
    assert history.times("avelin") == ["2020-06-01.."]
    explained = why(history, "member avelin", DAY)
    assert says(explained).count("member.refused") == 2
    assert [one.name for one in explained.switches][-1] == "refusal-spends-request"


def test_a_refusal_that_came_after_the_day_asked_about_is_not_told() -> None:
    history = given(ASKED, refusal())
    explained = why(history, "member avelin", "2020-03-15")
    assert "member.refused" not in says(explained)


def test_a_refusal_of_another_competence_refuses_nothing_here() -> None:
    asked = request("avelin", "1", "autre", **complete(JOINED))
    history = given(creation(), asked, refusal())
    assert "member.refused" not in says(why(history, "pending avelin", DAY))


def test_an_approval_after_a_refusal_is_a_notice() -> None:
    agreed = approval("avelin", "2", **complete("2020-06-01"))
    one = only(given(ASKED, refusal(), agreed), BEFORE)
    assert (one.act, one.member, one.severity) == (f"{COMMITTEE}/2", "avelin", "notice")
    assert "voted down by comite-syndical/refus" in one.message
    assert found(given(ASKED, agreed), BEFORE) == []
    assert found(given(ASKED, refusal()), BEFORE) == []
    assert found(given(ASKED, refusal(), agreed), BEFORE, at="2020-05-31") == []


# ------------------------------------------------------------------- annulled
def annulled(target: str) -> Plain:
    said = decision("act-annulled", target=target)
    return act(f"{COURT}/1", said, adopted_on="2021-02-01")


def test_who_waits_because_of_an_annulment_is_told_the_court() -> None:
    history = given(
        creation(),
        *joins("avelin", on=JOINED),
        annulled(f"{COMMITTEE}/avelin-adhesion"),
    )
    owed = why(history, "contribution 2024 avelin", DAY)
    assert says(owed) == ["contribution.not-held", "act.annulled"]
    assert f"{COURT}/1" in owed.because
    for asked in ("member avelin", "pending avelin"):
        explained = why(history, asked, DAY)
        assert "approval.missing" not in says(explained), asked
        [step] = [one for one in explained.steps if one.says == "approval.undone"]
        assert step.values["rulings"] == (f"{COURT}/1",), asked
        assert f"{COURT}/1" in explained.because, asked


def test_an_annulled_request_is_told_as_well() -> None:
    history = given(
        creation(), *joins("avelin", on=JOINED), annulled("avelin/adhesion")
    )
    explained = why(history, "pending avelin", DAY)
    assert "request.undone" in says(explained)
    assert lacks(explained) == ["request from avelin"]


def test_what_was_annulled_of_another_competence_is_no_cause() -> None:
    asked = request("avelin", "2", "autre", **complete(JOINED))
    other = given(
        creation(),
        *joins("avelin", on=JOINED),
        asked,
        annulled(f"{COMMITTEE}/avelin-adhesion"),
    )
    explained = why(other, "competence avelin autre", DAY)
    assert "approval.missing" in says(explained)


# ------------------------------------------------------------------- who asks first
def test_a_withdrawal_agreed_before_it_is_asked_takes_effect_when_asked() -> None:
    history = given(
        *joins("avelin", on=JOINED),
        agrees("avelin", "2", "withdrawal-approved", **complete("2021-03-01")),
        asks("avelin", "2", "withdrawal", **complete("2021-06-01")),
    )
    assert history.times("avelin") == [f"{JOINED}..2021-06-01"]
    one = only(history, ORDER)
    assert (one.act, one.member, one.severity) == (
        f"{COMMITTEE}/2",
        "avelin",
        "irregularity",
    )


def test_a_resumption_agreed_before_it_is_asked_is_found() -> None:
    history = given(
        *joins("avelin", ENT, "autre", on=JOINED),
        agrees("avelin", "2", "competence-resumed", ENT, **complete("2021-03-01")),
        asks("avelin", "2", "competence-resumption", ENT, **complete("2021-06-01")),
    )
    assert history.times("avelin", ENT) == [f"{JOINED}..2021-06-01"]
    assert found(history, ORDER) == [f"{ORDER} {COMMITTEE}/2"]


def test_who_asks_to_leave_first_or_the_same_day_asks_in_order() -> None:
    for asked in ("2021-02-01", "2021-03-01"):
        history = given(
            *joins("avelin", on=JOINED),
            agrees("avelin", "2", "withdrawal-approved", **complete("2021-03-01")),
            asks("avelin", "2", "withdrawal", **complete(asked)),
        )
        assert found(history, ORDER) == [], asked


def test_an_adhesion_has_no_order() -> None:
    agreed = approval("avelin", "2", **complete("2020-01-01"))
    assert found(given(agreed, ASKED), ORDER) == []


# ------------------------------------------------------------------- repeals
def test_a_repeal_ends_no_membership_that_is_agreed_and_has_not_begun() -> None:
    said = decision("act-repealed", target=f"{COMMITTEE}/2")
    repeal = act(f"{COMMITTEE}/3", said, **complete("2020-09-01"))
    asked = request("avelin", "1", effect="2021-01-01", **complete(JOINED))
    agreed = approval("avelin", "2", **complete("2020-06-01"))
    assert given(asked, agreed, repeal).times("avelin") == ["2021-01-01.."]
    early = repeal | complete("2020-05-31")
    late = agreed | complete("2020-05-01", "2020-06-01")
    assert given(asked, late, early).times("avelin") == []


def test_a_repeal_ends_a_withdrawal_that_has_not_begun() -> None:
    said = decision("act-repealed", target="avelin/retrait")
    repeal = act("avelin/3", said, **complete("2021-04-01"))
    history = given(
        *joins("avelin", on=JOINED),
        asks(
            "avelin",
            "retrait",
            "withdrawal",
            effect="2022-01-01",
            **complete("2021-03-01"),
        ),
        agrees("avelin", "2", "withdrawal-approved", **complete("2021-03-02")),
        repeal,
    )
    assert history.times("avelin") == [f"{JOINED}.."]
