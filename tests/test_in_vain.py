"""What was asked, agreed or ordered among members and came to nothing keeps its reason.

None of it may be told as if nobody had ever asked for it.
"""

from tests.acts import (
    COMMITTEE,
    ENT,
    FIBRE,
    PREFECTURE,
    Plain,
    act,
    admits,
    agrees,
    approval,
    asks,
    complete,
    creation,
    institution,
    joins,
    leaves,
    lifted,
    parts,
    request,
    suspended,
)
from tests.answers import acts_cited, answers, says, why
from tests.spec import History, given

JOINED, LATER, DAY = "2020-03-02", "2022-01-03", "2024-06-30"
KNOWN = request("avelin", "1", ENT, **complete("2020-01-06"))
"""Asks for another competence, so that the ledger knows who it is."""


def adds(member: str, competence: str, *, on: str) -> list[Plain]:
    """Let a member transfer a further competence."""
    dates = complete(on)
    return [
        asks(member, "ajout", "competence-transfer", competence, **dates),
        agrees(member, "ajout", "competence-transferred", competence, **dates),
    ]


def takes_back(member: str, competence: str, *, on: str) -> list[Plain]:
    """Let a member take a competence back."""
    dates = complete(on)
    return [
        asks(member, "reprise", "competence-resumption", competence, **dates),
        agrees(member, "reprise", "competence-resumed", competence, **dates),
    ]


def in_vain(history: History) -> list[tuple[str, str, tuple[tuple[str, int], ...]]]:
    """List who it is about, the code of the reason, and the decisions."""
    return [
        (one.member, one.reason.rule.code, one.cause.places)
        for one in history.world().membership.in_vain
    ]


def codes(history: History) -> list[tuple[str, str]]:
    """List who it is about, and the code of the reason."""
    return [(member, code) for member, code, _places in in_vain(history)]


# ------------------------------------------------------------------- why
def test_an_addition_by_who_is_no_member_was_asked_for_and_says_so() -> None:
    history = given(KNOWN, *adds("avelin", FIBRE, on=JOINED))
    found = why(history, f"competence avelin {FIBRE}", DAY)
    assert (found.answer, found.says) == ("no", "competence.none")
    assert says(found) == [
        "transfer.requested",
        "transfer.approved",
        "executory",
        "executory",
        "agreement.begins",
        "begins.no-member",
    ]
    assert found.because == ("avelin/ajout", f"{COMMITTEE}/ajout")
    assert set(found.because) <= acts_cited(found)


def test_that_it_came_to_nothing_changes_the_answer_of_no_later_day() -> None:
    told = answers(
        given(KNOWN, *adds("avelin", FIBRE, on=JOINED)), f"competence avelin {FIBRE}"
    )
    assert [answer for _day, answer, _code in told] == ["no"] * len(told)


def test_a_request_spent_by_a_departure_says_who_left_and_when() -> None:
    history = given(
        *joins("avelin", ENT, on=JOINED),
        asks("avelin", "2", "competence-transfer", FIBRE, **complete("2021-01-04")),
        *leaves("avelin", on=LATER),
    )
    found = why(history, f"competence avelin {FIBRE}", DAY)
    assert (found.answer, says(found)[0]) == ("no", "transfer.requested")
    [lapsed] = [one for one in found.steps if one.says == "agreement.spent"]
    assert lapsed.values["acts"] == ("avelin/retrait", f"{COMMITTEE}/avelin-retrait")
    assert str(lapsed.values["on"]) == LATER
    assert "member.never-asked" not in says(found)


def test_what_was_agreed_and_spent_by_taking_it_back_names_the_competence() -> None:
    early = complete("2021-01-04")
    history = given(
        *joins("avelin", ENT, FIBRE, on=JOINED),
        asks("avelin", "2", "competence-transfer", FIBRE, **early),
        *takes_back("avelin", FIBRE, on=LATER),
    )
    found = why(history, f"competence avelin {FIBRE}", DAY)
    assert found.says == "competence.left"
    [lapsed] = [one for one in found.steps if one.says == "agreement.spent"]
    assert "competence" in lapsed.values


def test_a_membership_that_ended_the_day_it_began_is_told_as_asked_for() -> None:
    history = given(*joins("avelin", on=JOINED), *leaves("avelin", on=JOINED))
    found = why(history, "member avelin", DAY)
    assert (found.answer, found.says) == ("no", "member.none")
    assert says(found)[:2] == ["adhesion.requested", "adhesion.approved"]
    assert says(found)[-1] == "begins.ended-at-once"
    assert {"avelin/retrait", "avelin/adhesion"} <= acts_cited(found)


def test_an_adhesion_agreed_after_the_dissolution_is_told() -> None:
    end = act(
        f"{PREFECTURE}/fin",
        {"type": "syndicate-dissolved", "on": "2021-01-01"},
        adopted_on="2020-12-01",
    )
    found = why(
        given(creation(), end, *joins("avelin", on=LATER)), "member avelin", DAY
    )
    assert says(found)[-1] == "begins.after-dissolution"
    assert found.steps[-1].text == "statutes"


def test_an_assembly_that_votes_its_own_request_down_is_not_the_committee() -> None:
    ballot = {"for": "1", "against": "9", "outcome": "rejected"}
    refused = request("avelin", "2", FIBRE, **complete(JOINED), vote=ballot)
    found = why(given(creation(), KNOWN, refused), f"competence avelin {FIBRE}", DAY)
    [step] = found.steps
    assert (step.says, step.values["act"]) == ("member.refused", "avelin/2")
    assert step.sentence == "The assembly of {member} voted it down: {act}."


# ------------------------------------------------------------------- what is kept
def test_what_is_taken_back_and_not_held_is_kept_with_its_decisions() -> None:
    history = given(
        *joins("avelin", ENT, on=JOINED), *takes_back("avelin", FIBRE, on=LATER)
    )
    [(member, code, places)] = in_vain(history)
    assert (member, code) == ("avelin", "ends.not-held")
    assert places == (("avelin/reprise", 1), (f"{COMMITTEE}/reprise", 1))


def test_a_founder_of_unnamed_competences_takes_back_what_it_may_hold() -> None:
    founded = creation(("nord-fictif", []))
    assert codes(given(founded, *takes_back("nord-fictif", FIBRE, on=LATER))) == []


def test_a_second_withdrawal_ends_nothing() -> None:
    history = given(
        *joins("avelin", on=JOINED),
        *leaves("avelin", on=LATER),
        *leaves("avelin", on=DAY, number="encore"),
    )
    assert codes(history) == [("avelin", "ends.not-held")]


def test_a_second_adhesion_begins_nothing_anew() -> None:
    history = given(*joins("avelin", on=JOINED), *joins("avelin", on=LATER, number="2"))
    assert codes(history) == [("avelin", "begins.already")]


def test_a_member_that_held_nothing_has_nothing_to_pass_on() -> None:
    merger = {
        "type": "members-merged",
        "members": ["avelin", "beuvry"],
        "into": institution("celle-neuve"),
        "from": LATER,
    }
    fused = act(f"{PREFECTURE}/fusion", merger, adopted_on="2021-12-01")
    history = given(creation(), *joins("avelin", on=JOINED), fused)
    assert codes(history) == [("beuvry", "merged.nothing-held")]


def test_a_refusal_is_kept_and_ends_no_request() -> None:
    ballot = {"question": "adhesion", "for": "1", "against": "9", "outcome": "rejected"}
    refusal = approval("avelin", "refus", **complete(LATER), vote=ballot)
    history = given(request("avelin", "1", **complete(JOINED)), refusal)
    assert in_vain(history) == [
        ("avelin", "member.refused", ((f"{COMMITTEE}/refus", 1),)),
    ]


def test_a_merger_of_associates_passes_on_what_they_have() -> None:
    merger = {
        "type": "members-merged",
        "members": ["avelin", "beuvry"],
        "into": institution("celle-neuve"),
        "from": LATER,
    }
    fused = act(f"{PREFECTURE}/fusion", merger, adopted_on="2021-12-01")
    world = given(creation(), admits("avelin", JOINED), fused).world()
    assert [*world.in_vain_of] == ["beuvry"]


def test_what_has_its_effect_is_not_in_vain() -> None:
    acts = [*joins("avelin", ENT, on=JOINED), *adds("avelin", FIBRE, on="2021-01-04")]
    assert in_vain(given(creation(), *acts, *leaves("avelin", on=LATER))) == []


def test_an_addition_while_the_adhesion_is_suspended_is_in_vain_that_day() -> None:
    paused = joins("avelin", ENT, on=JOINED)
    approved = paused[1]["act"]
    history = given(
        *paused,
        *adds("avelin", FIBRE, on=LATER),
        suspended(approved, "2021-01-04"),
        lifted(approved, "2023-01-02"),
    )
    assert codes(history) == [("avelin", "begins.no-member")]
    assert history.times("avelin", FIBRE) == ["2023-01-02.."]


def test_an_association_admitted_twice_and_a_departure_of_nobody_are_kept() -> None:
    history = given(
        creation(),
        admits("avelin", JOINED),
        admits("avelin", LATER),
        parts("beuvry", LATER),
    )
    kept = history.world().associates.in_vain
    assert [(one.member, one.reason.rule.code) for one in kept] == [
        ("avelin", "begins.already"),
        ("beuvry", "ends.not-held"),
    ]
