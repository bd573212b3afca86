"""Votes and sessions looked at again, by what is known now (specification 8, 11)."""

from typing import Any

import pytest

from tests.acts import COMMITTEE, SECRETARIAT, Plain, act
from tests.answers import found, only, told
from tests.committee import attended, convenes, held
from tests.spec import given
from tests.test_findings_seats import APPROVAL, REVIEW, annulled
from tests.test_why_votes import ALL, DAY, HOUSE, SESSION, voted

RULES = ("vote.electorate", "vote.quorum", "vote.majority", "vote.outcome")
MAJORITY = {"question": "ordinary", "for": ["r0", "r1", "d-avelin"], "against": ["n0"]}
UNDONE = annulled(APPROVAL)


def rectifies(target: str, number: str | None = None, **fields: Any) -> Plain:
    said = {"type": "act-rectified", "target": target, "reason": "Erreur fictive"}
    said |= {} if number is None else {"decision": number}
    return act(f"{SECRETARIAT}/correction", said | {"set": fields})


def at_the_session(number: str, vote: dict[str, Any], **said: Any) -> Plain:
    return voted(number, vote, session=SESSION, **said)


def test_a_lawful_vote_is_no_finding() -> None:
    acts = [*HOUSE, *held(SESSION, *ALL), at_the_session("1", MAJORITY)]
    assert found(given(*acts), *RULES, REVIEW) == []


def test_an_attendance_corrected_later_shows_who_was_not_there() -> None:
    acts = [*HOUSE, *held(SESSION, *ALL), at_the_session("1", MAJORITY)]
    sheet = acts[-2]["act"]
    later = rectifies(sheet, "1", present=["r0", "r1", "r2", "d-avelin"])
    finding = only(given(*acts, later), *RULES)
    assert (finding.rule, finding.severity) == ("vote.electorate", "irregularity")
    assert finding.message.startswith("By what is known now, comite-syndical/1")
    assert "n0 was not present" in finding.message
    few = rectifies(sheet, "1", present=["r0"], proxies={"r1": "r0"})
    assert "vote.quorum comite-syndical/1" in found(given(*acts, few), *RULES)


def test_what_an_act_says_of_itself_is_said_once_only() -> None:
    excused = [{"rule": "vote.majority", "reason": "Usage, fictif"}]
    tied = {"question": "ordinary", "for": ["r0"], "against": ["r1", "r2"]}
    acts = [*HOUSE, *held(SESSION, *ALL)]
    [own] = told(given(*acts, at_the_session("1", tied, irregular=excused)), *RULES)
    assert own.message.endswith("Usage, fictif")
    assert own.article == "statutes, art. 8.3"
    [found_] = told(given(*acts, at_the_session("1", tied)), *RULES)
    assert "1 for, 2 against" in found_.message


def test_a_vote_whose_act_was_annulled_is_not_looked_at_again() -> None:
    tied = {"question": "ordinary", "for": ["r0"], "against": ["r1", "r2"]}
    acts = [*HOUSE, *held(SESSION, *ALL), at_the_session("1", tied)]
    assert found(given(*acts, annulled(f"{COMMITTEE}/1")), *RULES) == []


# ------------------------------------------------------------------- vote.review
@pytest.mark.parametrize(
    ("against", "said"),
    [
        (["n0"], "by the other ballots the question is carried: 2 for, 1 against"),
        (["n0", "p0"], "by the other ballots the question is not carried"),
    ],
)
def test_where_a_seat_fell_later_the_review_tells_what_the_others_decide(
    against: list[str], said: str
) -> None:
    # The president abstains, so that a tie is not carried.
    vote = {"question": "ordinary", "for": ["r1", "r2", "d-avelin"]}
    acts = [
        *HOUSE,
        *held(SESSION, *ALL),
        at_the_session("1", vote | {"against": against}),
    ]
    assert found(given(*acts), *RULES, REVIEW) == []
    findings = told(given(*acts, UNDONE), *RULES, REVIEW)
    assert {one.rule for one in findings} == {REVIEW}
    assert any(said in one.message for one in findings)


def test_a_quorum_that_only_a_fallen_seat_made_is_to_review() -> None:
    counted = {"question": "ordinary", "for": "2", "against": "0"}
    acts = [
        *HOUSE,
        *held(SESSION, "r0", "n0", "d-avelin"),
        at_the_session("1", counted),
    ]
    assert found(given(*acts), *RULES, REVIEW) == []
    [finding] = told(given(*acts, UNDONE), *RULES, REVIEW)
    assert "without them the quorum is not reached: 2 present of 5" in finding.message


# ------------------------------------------------------------------- sessions
def test_a_session_called_too_late_is_found_under_the_act_that_called_it() -> None:
    late = convenes(SESSION, DAY, sent_on="2020-06-24")
    finding = only(given(*HOUSE, late), "session.notice")
    assert (finding.act, finding.severity) == (late["act"], "irregularity")
    assert "1 day(s) before" in finding.message


def test_a_second_proxy_is_found_under_the_attendance_sheet() -> None:
    sheet = attended(SESSION, *ALL[:4], proxies={"p0": "r0", "d-avelin": "r0"})
    called = convenes(SESSION, DAY, sent_on="2020-06-15")
    finding = only(given(*HOUSE, called, sheet), "session.proxy")
    assert finding.act == sheet["act"]
