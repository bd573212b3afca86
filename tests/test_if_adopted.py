"""What the register would become if the committee agreed; nothing is recorded."""

from datetime import date
from typing import Any

import pytest

from projections.answers.if_adopted import (
    AlreadyAnsweredError,
    IfAdopted,
    NotAMemberError,
    NothingAskedError,
    if_adopted,
)
from projections.votes.electorate import Asked
from tests.acts import COMMITTEE, ENT, FIBRE, Plain, agrees, approval, asks, complete
from tests.committee import OFFICERS, applies, designates, full_house
from tests.spec import given
from tests.test_ballot import HELD

SENT: dict[str, Any] = {
    "sent_on": "2024-05-05",
    "published": [{"on": "2024-05-06", "mode": "web"}],
}


def supposed(asked: Asked, *acts: Plain) -> IfAdopted:
    world = given(*full_house(OFFICERS[0]), *acts).world()
    return if_adopted(world, asked, date.fromisoformat(HELD))


def changed(follows: IfAdopted) -> dict[str, list[str | None]]:
    found: dict[str, list[str | None]] = {}
    for change in follows.changes:
        found.setdefault(change.what, []).append(change.member)
    return found


JOINING = Asked("adhesion", "carvin")
LEAVING = Asked("withdrawal", "avelin")


# ------------------------------------------------------------------- joining
def test_both_annexes_change_the_day_both_acts_are_in_force() -> None:
    follows = supposed(
        JOINING,
        applies("carvin", **SENT),
        designates("carvin", "x", "2024-05-06"),
    )
    assert follows.decision == "adhesion-approved"
    assert follows.competences == (ENT,)
    assert [one.since for one in follows.answers] == [date.fromisoformat(HELD)]
    found = changed(follows)
    assert found["member"] == found["competence"] == ["carvin"]
    assert found["seat"] == ["carvin"]
    assert all(follows.act in change.because for change in follows.changes)


def test_while_the_members_act_is_not_in_force_it_is_only_pending() -> None:
    follows = supposed(JOINING, applies("carvin"))
    [answer] = follows.answers
    assert answer.since is None
    assert [one.fact for one in answer.missing] == ["sent_on", "publicity"]
    assert [*changed(follows)] == ["pending"]


def test_an_effect_stated_for_later_is_shown_on_that_day() -> None:
    follows = supposed(JOINING, applies("carvin", effect="2024-09-01", **SENT))
    assert follows.shown_on == date(2024, 9, 1)
    assert "member" in changed(follows)


def test_a_member_adds_a_competence_by_a_transfer() -> None:
    wants = asks(
        "avelin", "fibre", "competence-transfer", FIBRE, **complete("2024-05-04")
    )
    follows = supposed(Asked("adhesion", "avelin"), wants)
    assert (follows.decision, follows.competences) == (
        "competence-transferred",
        (FIBRE,),
    )
    assert "member" not in changed(follows)


def test_without_a_request_the_competence_is_to_be_named() -> None:
    with pytest.raises(NothingAskedError):
        supposed(Asked("adhesion", "avelin"))
    follows = supposed(Asked("adhesion", "avelin", FIBRE))
    [answer] = follows.answers
    assert [one.fact for one in answer.missing] == ["request"]


def test_what_was_approved_already_is_not_voted_on_again() -> None:
    agreed = approval("carvin", "oui", **complete("2024-06-01"))
    with pytest.raises(AlreadyAnsweredError, match=f"{COMMITTEE}/oui"):
        supposed(JOINING, applies("carvin"), agreed)


def test_the_approval_of_the_very_day_is_supposed_anew() -> None:
    agreed = approval("carvin", "oui", **complete(HELD))
    follows = supposed(JOINING, applies("carvin", **SENT), agreed)
    assert "member" in changed(follows)


def test_a_request_made_later_is_not_answered_yet() -> None:
    with pytest.raises(NothingAskedError):
        supposed(JOINING, applies("carvin", adopted_on="2024-07-01"))


# ------------------------------------------------------------------- leaving
def test_a_member_that_leaves_loses_its_lines_and_its_seats() -> None:
    wants = asks("avelin", "retrait", "withdrawal", **complete("2024-05-04"))
    found = changed(supposed(LEAVING, wants))
    assert found["member"] == found["competence"] == ["avelin"]
    assert found["seat"] == ["avelin", "avelin"]  # in the college and the committee
    assert "vacancy" in found


def test_taking_back_a_competence_is_a_resumption() -> None:
    wants = asks(
        "avelin", "reprise", "competence-resumption", ENT, **complete("2024-05-04")
    )
    follows = supposed(Asked("withdrawal", "avelin", ENT), wants)
    assert follows.decision == "competence-resumed"
    assert "member" in changed(follows), "it was the last competence"


def test_without_a_request_to_leave_nothing_changes_yet() -> None:
    follows = supposed(LEAVING)
    assert [one.fact for one in follows.answers[0].missing] == ["request"]
    assert [*changed(follows)] == ["pending"]


def test_whoever_is_no_member_cannot_leave() -> None:
    with pytest.raises(NotAMemberError):
        supposed(Asked("withdrawal", "carvin"), applies("carvin"))


def test_a_member_whose_leaving_was_agreed_has_nothing_to_vote_on() -> None:
    left = [
        asks("avelin", "retrait", "withdrawal", adopted_on="2024-05-04"),
        agrees("avelin", "oui", "withdrawal-approved", **complete("2024-06-01")),
    ]
    with pytest.raises(AlreadyAnsweredError):
        supposed(LEAVING, *left)


def test_the_world_asked_about_stays_as_it_was() -> None:
    world = given(*full_house(OFFICERS[0]), applies("carvin", **SENT)).world()
    before = {*world.known.acts}
    if_adopted(world, JOINING, date.fromisoformat(HELD))
    assert {*world.known.acts} == before
