"""How a vote was judged, step by step, by the rule of its day."""

from typing import Any

from tests.acts import COMMITTEE, Plain, act, complete
from tests.answers import cited, lacks, says, value, why
from tests.committee import (
    NORD,
    PAS_DE_CALAIS,
    REGION,
    RULES,
    all_seated,
    designates,
    elects_officer,
    founded,
    held,
    seated,
)
from tests.spec import given

DAY = "2020-06-25"
SESSION = f"{COMMITTEE}/{DAY}"
HOUSE = [
    *founded(),
    *(designates(REGION, f"r{one}", "2019-02-01") for one in range(3)),
    designates(NORD, "n0", "2019-02-01"),
    designates(PAS_DE_CALAIS, "p0", "2019-02-01"),
    *seated("avelin", "2020-02-03"),
    elects_officer("president", "r0", "2020-02-10"),
]
ALL = ("r0", "r1", "r2", "n0", "p0", "d-avelin")


def voted(number: str, vote: dict[str, Any], **said: Any) -> Plain:
    matter = said.pop("decision", {"type": "matter-decided", "subject": "Divers"})
    return act(f"{COMMITTEE}/{number}", matter, vote=vote, **complete(DAY) | said)


def asked_to_join(member: str, **applicant: Any) -> Plain:
    described = {"id": member, "name": member, "kind": "commune"} | applicant
    wish = {"type": "adhesion-requested", "applicant": described}
    return act(f"{member}/1", wish | {"competences": ["ent"]}, **complete("2020-06-01"))


APPROVED = {
    "type": "adhesion-approved",
    "member": "beuvry",
    "competences": ["ent"],
}


def test_a_tie_is_explained_by_the_president_s_own_ballot() -> None:
    vote = {"question": "ordinary", "for": ["r0", "r1"], "against": ["r2", "n0"]}
    motion = voted("1", vote | {"outcome": "adopted"}, session=SESSION)
    history = given(*HOUSE, *held(SESSION, *ALL[:4]), motion)
    found = why(history, f"vote {COMMITTEE}/1", "2024-01-01")
    assert says(found)[-5:] == [
        *("vote.quorum", "vote.cast", "vote.needed", "vote.tie", "vote.carried")
    ]
    assert cited(found, "vote.tie") == ["statutes 8.3, 2019-01-01"]
    assert value(found)["carried"] is True
    assert (value(found)["needed"], value(found)["votes"]) == (3, 6)
    quorum = next(one for one in found.steps if one.says == "vote.quorum")
    assert (quorum.values["present"], quorum.values["needed"]) == (4, 3)
    assert lacks(found) == []
    sheet = "secretariat/presence-comite-syndical-2020-06-25"
    assert sheet in found.because


def test_an_adhesion_is_explained_by_groups_weights_and_an_exact_fraction() -> None:
    vote = {"question": "adhesion", "applicant": "beuvry", "for": [*ALL]}
    asked = asked_to_join("beuvry", department="59")
    acts = [asked, voted("1", vote, decision=APPROVED)]
    found = why(given(*HOUSE, *acts), f"vote {COMMITTEE}/1", "2024-01-01")
    weight = next(one for one in found.steps if one.says == "vote.weight")
    assert (weight.values["weight"], weight.article) == (3, "15")
    groups = [one.values for one in found.steps if one.says == "vote.group"]
    assert [(one["voters"], one["votes"]) for one in groups] == [(3, 3), (1, 3), (1, 1)]
    needed = next(one for one in found.steps if one.says == "vote.needed")
    assert needed.values["exact"] == "16/3"
    assert (needed.values["needed"], needed.article) == (6, "15")
    assert lacks(found) == ["session from comite-syndical"]


def test_what_a_judgement_lacks_is_missing_and_not_guessed() -> None:
    vote: dict[str, Any] = {"question": "adhesion", "applicant": "beuvry"}
    counted = voted("1", vote | {"for": "4", "against": "2"}, decision=APPROVED)
    weights = [asked_to_join("beuvry", department="59"), counted]
    found = why(given(*HOUSE, *weights), f"vote {COMMITTEE}/1", "2024-01-01")
    assert value(found)["carried"] is None
    assert "vote.untold" in says(found)
    assert "applicant_department from comite-syndical" in lacks(found)
    nowhere = [asked_to_join("beuvry"), counted]
    found = why(given(*HOUSE, *nowhere), f"vote {COMMITTEE}/1", "2024-01-01")
    assert "department from comite-syndical" in lacks(found)
    early = why(given(HOUSE[0], voted("1", {})), f"vote {COMMITTEE}/1", "2024-01-01")
    assert "vote.no-rules" in says(early)
    assert "statutes from comite-syndical" in lacks(early)


def test_a_rule_that_was_set_aside_is_told_with_its_reason() -> None:
    vote = {"question": "ordinary", "for": ["r0"], "outcome": "adopted"}
    excused = [{"rule": "vote.quorum", "reason": "urgence, fictive"}]
    act_ = voted("1", vote, session=SESSION, irregular=excused)
    found = why(
        given(*HOUSE, *held(SESSION, "r0"), act_), f"vote {COMMITTEE}/1", "2024-01-01"
    )
    broken, accepted = found.steps[-2:]
    assert (broken.says, broken.values["rule"]) == ("vote.broken", "vote.quorum")
    assert accepted.values["reason"] == "urgence, fictive"


def test_statutes_are_judged_by_the_version_before_them() -> None:
    adopted = {"type": "statutes-adopted", "version": DAY, "rules": RULES}
    vote = {"question": "statutes", "for": [*ALL], "outcome": "adopted"}
    history = given(*HOUSE, voted("1", vote, decision=adopted))
    found = why(history, f"vote {COMMITTEE}/1", "2024-01-01")
    assert value(found)["statutes"] == "2019-01-01"
    assert cited(found, "vote.needed") == ["statutes 17, 2019-01-01"]
    assert value(found)["base"] == "members"


def test_the_vote_of_another_body_is_told_and_not_judged() -> None:
    matter = {"type": "matter-decided", "subject": "Divers"}
    theirs = act("avelin/9", matter, vote={"for": "9"}, **complete(DAY))
    found = why(given(*HOUSE, theirs), "vote avelin/9", "2024-01-01")
    assert says(found) == ["vote.adopted"]
    assert "carried" not in value(found)


def test_a_college_votes_each_delegate_one_vote() -> None:
    acts = [
        *all_seated("beuvry carvin", "2020-01-06"),
        *all_seated("xaff yprev", "2020-01-06", department="62"),
    ]
    elected = {"type": "representative-elected", "person": "d-beuvry"}
    vote = {"for": ["d-beuvry", "d-carvin"]}
    college = act("college-nord/1", elected, vote=vote, adopted_on="2020-03-02")
    found = why(given(*HOUSE, *acts, college), "vote college-nord/1", "2024-01-01")
    assert cited(found, "vote.electorate") == ["statutes 8.1, 2019-01-01"]
    assert value(found)["carried"] is True
