"""Answers about what is suspended, ended from a day on, or repealed (section 10)."""

import pytest

from tests.acts import (
    APPEAL,
    APPROVAL,
    AVELIN,
    COMMITTEE,
    COURT,
    ENT,
    JOINED,
    LATER,
    PAUSED,
    RESUMED,
    act,
    annulled_from,
    base,
    complete,
    joins,
    lifted,
    overturned,
    paused,
    repealed,
    suspended,
)
from tests.answers import acts_cited, answers, lacks, says, value, why
from tests.committee import designates, elects_officer, founded, seated, statutes
from tests.spec import given

BEFORE, DURING, AFTER = "2021-12-31", "2022-06-30", "2024-01-01"
ZOE = designates("avelin", "Zoé Fictive", JOINED)
SITTING = given(*founded(), *AVELIN, ZOE, *paused(APPROVAL))


# ------------------------------------------------------------------- members
@pytest.mark.parametrize(
    ("asked", "code"),
    [("member avelin", "member"), (f"competence avelin {ENT}", "competence")],
)
def test_a_suspended_approval_interrupts_the_membership_that_rests_on_it(
    asked: str, code: str
) -> None:
    assert answers(SITTING, asked) == [
        ("ever", "no", f"{code}.later"),
        (JOINED, "yes", code),
        (PAUSED, "no", f"{code}.suspended"),
        (RESUMED, "yes", code),
    ]
    found = why(SITTING, asked, DURING)
    assert found.value is None
    assert found.because == (AVELIN[0]["act"], APPROVAL, f"{COURT}/1")
    assert lacks(found) == []
    told = [one for one in found.steps if one.says.startswith("act.suspen")]
    assert [(one.values["act"], str(one.values["from_"])) for one in told] == [
        (APPROVAL, PAUSED),
        (APPROVAL, RESUMED),
    ]
    assert [one.values["ruling"] for one in told] == [f"{COURT}/1", f"{COURT}/2"]


def test_a_membership_that_resumed_says_by_which_ruling() -> None:
    found = why(SITTING, "member avelin", AFTER)
    [resumed] = [one for one in found.steps if one.says == "member.resumed"]
    assert resumed.values["acts"] == (f"{COURT}/2",)
    assert set(found.because) <= acts_cited(found)


def test_a_suspension_after_the_member_left_is_not_why_it_is_none() -> None:
    gone = [
        act("avelin/retrait", {"type": "withdrawal-requested"}, **complete(LATER)),
        act(
            f"{COMMITTEE}/retrait",
            {"type": "withdrawal-approved", "member": "avelin"},
            **complete(LATER),
        ),
    ]
    found = why(given(*AVELIN, *gone, suspended(APPROVAL)), "member avelin", DURING)
    assert found.says == "member.left"
    assert str(found.values["until"]) == LATER


def test_an_approval_annulled_from_a_day_ended_the_membership_and_is_missing() -> None:
    history = given(*AVELIN, annulled_from(APPROVAL))
    found = why(history, "member avelin", DURING)
    assert (found.answer, found.says) == ("no", "member.left")
    assert str(found.values["until"]) == PAUSED
    assert lacks(found) == ["approval from comite-syndical"]
    assert "act.annulled-from" in says(found)
    assert "approval.missing" not in says(found)
    assert why(history, "member avelin", BEFORE).answer == "yes"


def test_a_new_approval_after_the_suspended_one_is_what_the_membership_rests_on() -> (
    None
):
    again = joins("avelin", on=LATER, number="encore")
    history = given(*AVELIN, *again, *paused(APPROVAL))
    found = why(history, "member avelin", DURING)
    assert found.answer == "yes"
    assert again[1]["act"] in acts_cited(found)
    assert set(found.because) <= acts_cited(found)


def test_a_repeal_ends_no_membership_and_says_so() -> None:
    history = given(*AVELIN, repealed(APPROVAL, PAUSED))
    found = why(history, "member avelin", DURING)
    assert found.answer == "yes"
    assert says(found)[-2:] == ["act.repealed", "act.repeal-keeps"]
    assert found.steps[-1].text == "statutes"


def test_a_repeal_not_known_to_be_executory_is_said_to_end_nothing() -> None:
    new = base(2022, "2.00", "2021-11-08")
    undated = repealed(new["act"], PAUSED, dates={"adopted_on": PAUSED})
    found = why(given(new, undated), f"executory {new['act']}", DURING)
    assert (found.answer, says(found)[-1]) == ("yes", "act.repeal-undated")


def test_a_suspension_that_was_overturned_is_told_with_the_ruling_that_did_it() -> None:
    history = given(*AVELIN, suspended(APPROVAL), overturned(1))
    found = why(history, "member avelin", DURING)
    assert found.answer == "yes"
    assert says(found)[-2:] == ["act.correction-undone", "act.overturned"]
    assert f"{APPEAL}/1" in {one.act for one in found.acts}


def test_lifting_that_names_the_ruling_says_what_resumes() -> None:
    history = given(*AVELIN, suspended(APPROVAL), lifted(f"{COURT}/1"))
    found = why(history, "member avelin", AFTER)
    [told] = [one for one in found.steps if one.says == "act.suspension-lifted"]
    assert told.values["act"] == f"{COURT}/1"
    assert told.sentence.startswith("What {act} suspended resumes")


def test_what_waits_because_of_a_suspension_names_it_and_not_a_missing_act() -> None:
    found = why(SITTING, "pending avelin", DURING)
    assert found.because == (AVELIN[0]["act"], APPROVAL, f"{COURT}/1")
    assert "approval.without-effect" in says(found)
    assert "approval.missing" not in says(found)
    later = joins("avelin", on=RESUMED)[1]
    ended = given(AVELIN[0], repealed(AVELIN[0]["act"], PAUSED), later)
    waits = why(ended, "pending avelin", AFTER)
    assert lacks(waits) == ["request from avelin"]
    assert f"avelin/abroge-{PAUSED}" in waits.because
    assert "request.without-effect" in says(waits)


# ------------------------------------------------------------------- seats
def test_a_seat_under_a_suspended_membership_is_interrupted() -> None:
    asked = "seat committee zoe-fictive"
    assert answers(SITTING, asked) == [
        ("ever", "no", "seat.later"),
        (JOINED, "yes", "seat"),
        (PAUSED, "no", "seat.suspended"),
        (RESUMED, "yes", "seat"),
    ]
    found = why(SITTING, asked, DURING)
    assert {APPROVAL, f"{COURT}/1"} <= set(found.because)
    assert "suspension-and-mandates" in [one.name for one in found.switches]


def test_a_suspended_designation_names_who_sits_meanwhile_and_why() -> None:
    second = designates("avelin", "Ada Fictive", LATER)
    history = given(
        *founded(), *seated("avelin", JOINED), second, *paused(second["act"])
    )
    found = why(history, "seat committee d-avelin", DURING)
    assert found.answer == "yes"
    assert (second["act"], f"{COURT}/1") == tuple(
        found.steps[-2].values[name] for name in ("act", "ruling")
    )
    assert why(history, "seat committee ada-fictive", DURING).says == "seat.suspended"


def test_a_designation_suspended_before_it_seated_anybody_is_told() -> None:
    only = designates("avelin", "Ada Fictive", PAUSED)
    history = given(*founded(), *AVELIN, only, suspended(only["act"]))
    found = why(history, "seat committee ada-fictive", DURING)
    assert (found.answer, found.says) == ("no", "seat.none")
    assert says(found)[-2:] == ["seat.designated", "act.suspended"]
    assert found.because == (only["act"], f"{COURT}/1")


def test_a_member_without_seat_that_day_has_no_vacancy() -> None:
    assert [(one[1], one[2]) for one in answers(SITTING, "vacancy avelin")] == [
        ("no", "vacancy.no-member"),
        ("no", "vacancy.none"),
        ("no", "vacancy.no-member"),
        ("no", "vacancy.none"),
    ]


def test_a_vacancy_that_a_repeal_made_names_the_repeal() -> None:
    history = given(*founded(), *AVELIN, ZOE, repealed(ZOE["act"], PAUSED))
    found = why(history, "vacancy avelin", DURING)
    assert found.answer == "yes"
    assert f"avelin/abroge-{PAUSED}" in found.because
    assert str(value(found)[0]["fill_by"]) == "2022-02-10"
    assert "act.repealed" in says(found)


def test_the_office_of_an_election_repealed_ended_with_it() -> None:
    elected = elects_officer("president", "d-avelin", LATER)
    end = repealed(elected["act"], PAUSED)
    history = given(*founded(), *seated("avelin", JOINED), elected, end)
    found = why(history, "seat bureau d-avelin", DURING)
    assert (found.answer, found.says) == ("no", "seat.left")
    assert end["act"] in found.because


def test_suspended_statutes_leave_the_earlier_ones_and_name_the_ruling() -> None:
    new = statutes(LATER, communal_college_seats="6")
    history = given(*founded(), new, *paused(new["act"]))
    found = why(history, "regime", DURING)
    assert f"{COURT}/1" in found.because
    steps = [why(history, "regime", day).steps for day in (BEFORE, DURING, AFTER)]
    seats = [
        one.values["seats"]
        for told in steps
        for one in told
        if one.says == "regime.above"
    ]
    assert seats == [6, 4, 6]
