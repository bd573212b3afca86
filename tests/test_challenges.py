"""Challenges of acts, and the time limits they move (specification section 17)."""

from datetime import date
from typing import Any

import pytest

from ledger.refusals import NoChallengeError, UnknownTargetError, WhichChallengeError
from projections.deadlines.deadline import Deadline
from projections.deadlines.deadlines import deadlines
from tests.acts import (
    COMMITTEE,
    PREFECTURE,
    Plain,
    act,
    complete,
    creation,
    decision,
    learned,
    matter,
    request,
)
from tests.answers import found, only, says, why
from tests.committee import designates, elects
from tests.spec import History, given

ACT = act(
    f"{COMMITTEE}/1",
    matter(),
    adopted_on="2021-04-21",
    sent_on="2021-05-25",
    received_on="2021-05-27",
    published=[{"on": "2021-05-25", "mode": "web"}],
)
"""Third parties have until 2021-07-26, the prefect until 2021-07-28."""

WHO = "Association Fictive"


def received(
    on: str, kind: str = "gracious", by: str = WHO, number: str = "recours", **said: Any
) -> Plain:
    """Let the secretariat note that an act is challenged."""
    fields = {"target": ACT["act"], "kind": kind, "by": by, "on": on} | said
    return learned(number, "challenge-received", **fields)


def closed(on: str, outcome: str = "rejected", note: str = "fin", **said: Any) -> Plain:
    """Let it note how that ended."""
    fields = {"target": ACT["act"], "on": on, "outcome": outcome} | said
    return learned(note, "challenge-closed", **fields)


def due(history: History, kind: str, at: str) -> list[Deadline]:
    """List the deadlines of a kind, all of them."""
    answer = deadlines(history.world(), date.fromisoformat(at), is_all=True)
    return [
        one
        for one in answer.deadlines
        if one.kind == kind and one.act != f"{PREFECTURE}/creation"
    ]


def told(history: History, kind: str, at: str) -> list[str]:
    """List them as `from..last day state, for whom`."""
    return [
        f"{one.starts}..{one.last_day} {one.state}" + (f" {one.by}" if one.by else "")
        for one in due(history, kind, at)
    ]


FIRST = "2021-05-25..2021-07-26"


# ------------------------------------------------------------------- recording
def test_a_challenge_is_of_an_act_on_record() -> None:
    given().when(received("2021-06-01")).refused(UnknownTargetError)
    given(ACT).when(received("2021-06-01")).records("secretariat/recours")
    of_prefect = decision(
        "challenge-received",
        target=ACT["act"],
        kind="referral",
        by="x",
        on="2021-06-01",
    )
    given(ACT).when(act(f"{PREFECTURE}/1", of_prefect)).records(f"{PREFECTURE}/1")


def test_closing_takes_that_of_its_number_else_the_only_one_else_is_refused() -> None:
    one = received("2021-06-01", by="A", number="1")
    suit = {"target": ACT["act"], "kind": "suit", "by": "B", "on": "2021-06-02"}
    sued = decision("challenge-received", **suit, number="TA-7")
    other = act("secretariat/2", sued)
    end = closed("2021-07-01")
    given(ACT).when(end).refused(NoChallengeError)
    given(ACT, one).when(end).records("secretariat/fin")
    given(ACT, one, end).when(closed("2021-07-02", note="4")).refused(NoChallengeError)
    given(ACT, one, other).when(end).refused(WhichChallengeError)
    judged = {"target": ACT["act"], "on": "2021-07-01", "outcome": "judged"}
    numbered = act(
        "secretariat/fin", decision("challenge-closed", **judged, number="TA-7")
    )
    given(ACT, one, other).when(numbered).records("secretariat/fin")
    given(ACT, one, other, numbered).when(closed("2021-07-02", note="3")).records(
        "secretariat/3"
    )
    strange = act(
        "secretariat/fin", decision("challenge-closed", **judged, number="TA-8")
    )
    given(ACT, one, other).when(strange).refused(WhichChallengeError)
    given(ACT, other).when(strange).records("secretariat/fin")
    given(ACT).when(one, end).records("secretariat/1", "secretariat/fin")


def test_a_challenge_changes_nothing_in_force() -> None:
    history = given(ACT, received("2021-06-01"), closed("2021-07-01", "accepted"))
    assert str(history.executory(ACT["act"]).on) == "2021-05-25"
    assert why(history, f"executory {ACT['act']}", "2021-08-01").answer == "yes"


# ------------------------------------------------------------------- a recourse
@pytest.mark.parametrize(
    ("on", "ending", "moved"),
    [
        ("2021-07-26", None, "2021-09-26..2021-11-29"),
        ("2021-07-27", None, None),
        ("2021-06-01", None, "2021-08-01..2021-10-04"),
        ("2021-06-01", ("2021-06-15", "rejected"), "2021-06-15..2021-08-16"),
        ("2021-06-01", ("2021-08-01", "rejected"), "2021-08-01..2021-10-04"),
        ("2021-06-01", ("2021-08-20", "rejected"), "2021-08-01..2021-10-04"),
        ("2021-06-01", ("2021-06-15", "accepted"), None),
        ("2021-06-01", ("2021-06-15", "withdrawn"), None),
        ("2021-06-01", ("2021-08-01", "accepted"), None),
        ("2021-06-01", ("2021-08-20", "accepted"), "2021-08-01..2021-10-04"),
    ],
)
def test_a_recourse_in_time_opens_a_new_time_for_who_made_it(
    on: str, ending: tuple[str, str] | None, moved: str | None
) -> None:
    ends = [closed(*ending)] if ending is not None else []
    history = given(ACT, received(on), *ends)
    at = "2021-08-31"
    expected = [f"{FIRST} over"]
    if moved is not None:
        is_open = date.fromisoformat(at) <= date.fromisoformat(moved[-10:])
        expected.append(f"{moved} {'open' if is_open else 'over'} {WHO}")
    assert sorted(told(history, "appeal", at)) == sorted(expected)


def test_the_silence_of_two_months_is_clamped_and_not_rolled() -> None:
    later = act(f"{COMMITTEE}/1", matter(), **complete("2021-12-01"))
    history = given(later, received("2021-12-31"))
    [line] = [one for one in due(history, "appeal", "2022-03-01") if one.by]
    assert (str(line.starts), str(line.last_day)) == ("2022-02-28", "2022-04-29")


def test_it_is_told_from_its_receipt_on_with_the_acts_that_record_it() -> None:
    history = given(ACT, received("2021-06-01"), closed("2021-06-15"))
    assert told(history, "appeal", "2021-05-31") == [f"{FIRST} open"]
    [line] = [one for one in due(history, "appeal", "2021-06-10") if one.by]
    assert line.because == (ACT["act"], "secretariat/recours")
    assert (line.act, line.challenged) == (ACT["act"], ("secretariat/recours",))
    [line] = [one for one in due(history, "appeal", "2021-06-15") if one.by]
    assert line.because == (ACT["act"], "secretariat/recours", "secretariat/fin")
    assert line.challenged == ()


def test_a_recourse_opens_a_new_time_once_for_each() -> None:
    both = [
        received("2021-06-01", number="1"),
        received("2021-07-01", number="2"),
        received("2021-07-02", by="Commune Fictive", number="3"),
    ]
    found_ = [one.by for one in due(given(ACT, *both), "appeal", "2021-08-01")]
    assert sorted(filter(None, found_)) == [WHO, "Commune Fictive"]
    ids = [one.id for one in due(given(ACT, *both), "appeal", "2021-08-01")]
    assert len(set(ids)) == len(ids) == 3


def test_where_the_first_time_has_no_known_end_a_recourse_is_in_time() -> None:
    unknown = {**ACT, "published": []}
    history = given(unknown, received("2023-06-01"))
    assert "2023-08-01..2023-10-02 open Association Fictive" in told(
        history, "appeal", "2023-09-01"
    )


# ------------------------------------------------------------------- the prefect
def test_the_prefect_s_letter_moves_the_prefect_s_time_and_no_other() -> None:
    prefect = "prefecture-du-nord"
    for kind in ("gracious", "observations"):
        history = given(ACT, received("2021-07-28", kind, prefect))
        assert told(history, "appeal", "2021-08-01") == [f"{FIRST} over"]
        assert "2021-09-28..2021-11-29 open prefecture-du-nord" in told(
            history, "defere", "2021-08-01"
        )
    named = given(ACT, received("2021-07-28", "observations", "Préfet du Nord"))
    assert len(told(named, "defere", "2021-08-01")) == 2
    late = given(ACT, received("2021-07-29", "observations", prefect))
    assert len(told(late, "defere", "2021-08-01")) == 1


def test_papers_once_complete_let_the_prefect_s_time_run_from_that_day() -> None:
    asked = received("2021-07-01", "missing-papers", "prefecture-du-nord")
    done = closed("2021-09-01", "completed")
    [waits] = due(given(ACT, asked, done), "defere", "2021-08-31")
    assert (waits.state, waits.missing[0].fact) == ("not-established", "papers")
    assert told(given(ACT, asked, done), "defere", "2021-09-01") == [
        "2021-09-01..2021-11-02 open"
    ]
    given_up = closed("2021-09-01", "withdrawn")
    assert told(given(ACT, asked, given_up), "defere", "2021-09-01") == [
        "2021-05-27..2021-07-28 over"
    ]
    late = received("2021-07-29", "missing-papers", "prefecture-du-nord")
    assert told(given(ACT, late), "defere", "2021-08-31") == [
        "2021-05-27..2021-07-28 over"
    ]


def test_a_suit_moves_nothing_and_is_told() -> None:
    history = given(ACT, received("2021-07-01", "suit"))
    [line] = due(history, "appeal", "2021-08-01")
    assert (str(line.last_day), line.challenged) == (
        *("2021-07-26",),
        ("secretariat/recours",),
    )


# ------------------------------------------------------------------- told
def test_why_executory_tells_challenges_and_how_they_ended() -> None:
    history = given(ACT, received("2021-06-01"), closed("2021-07-01"))
    asked = f"executory {ACT['act']}"
    for at, codes in (
        ("2021-05-31", []),
        ("2021-06-30", ["challenge.received"]),
        ("2021-07-01", ["challenge.received", "challenge.closed"]),
    ):
        steps = says(why(history, asked, at))
        assert [one for one in steps if one.startswith("challenge")] == codes


def test_check_tells_open_challenges_and_what_silence_refused() -> None:
    rule, history = "challenge.open", given(ACT, received("2021-06-01"))
    assert found(history, rule, at="2021-05-31") == []
    for at in ("2021-06-01", "2021-07-31"):
        finding = only(history, rule, at=at)
        assert (finding.severity, finding.act) == ("notice", ACT["act"])
        assert "silence" not in finding.message
    silent = only(history, rule, at="2021-08-01")
    assert "silence refused it on 2021-08-01" in silent.message
    ended = given(ACT, received("2021-06-01"), closed("2021-07-01"))
    assert found(ended, rule, at="2021-06-30") == [f"{rule} {ACT['act']}"]
    assert found(ended, rule, at="2021-07-01") == []
    suit = given(ACT, received("2021-06-01", "suit"))
    assert "silence" not in only(suit, rule, at="2022-06-01").message


# ------------------------------------------------------------------- elections
def test_a_designation_is_challenged_for_five_days_and_by_the_prefect_fifteen() -> None:
    one = designates("avelin", "Zoé Fictive", "2024-05-03")
    one |= {"adopted_on": "2024-05-03", "received_on": "2024-05-06"}
    history = given(creation(), one)
    # 8 and 9 May 2024 are holidays; 21 May is a Tuesday
    assert told(history, "appeal", "2024-05-10") == ["2024-05-03..2024-05-10 open"]
    assert told(history, "appeal", "2024-05-11") == ["2024-05-03..2024-05-10 over"]
    assert told(history, "defere", "2024-05-11") == ["2024-05-06..2024-05-21 open"]
    [line] = due(history, "appeal", "2024-05-10")
    assert line.article == "code électoral R.119"


def test_an_election_of_a_college_is_challenged_so_and_misses_its_receipt() -> None:
    one = elects("college-nord", "2024-06-03", "Zoé Fictive")
    history = given(creation(), one)
    assert told(history, "appeal", "2024-06-05") == ["2024-06-03..2024-06-10 open"]
    [prefect] = due(history, "defere", "2024-06-05")
    assert [one.fact for one in prefect.missing] == ["received_on"]
    assert due(history, "revocation", "2024-06-05") == []


def test_an_act_that_also_decides_else_has_both_times() -> None:
    designated = decision("delegate-designated", person="Zoé Fictive")
    one = request("avelin", "1", also=[designated], **complete("2024-06-03"))
    history = given(creation(), one)
    assert sorted(told(history, "appeal", "2024-06-05")) == [
        "2024-06-03..2024-06-10 open",
        "2024-06-03..2024-08-05 open",
    ]
    lines = due(history, "appeal", "2024-06-05")
    assert {one.id for one in lines} == {
        "appeal:avelin/1",
        "appeal:avelin/1:designation",
    }


def test_a_recourse_moves_no_time_of_an_election() -> None:
    one = designates("avelin", "Zoé Fictive", "2024-06-03")
    recourse = received("2024-06-05", target=one["act"])
    history = given(creation(), one, recourse)
    assert len(due(history, "appeal", "2024-06-06")) == 1
