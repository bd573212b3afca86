"""A vote is decided once: why, refusals, findings, papers and ballots say one thing."""

from datetime import date

import pytest

from ledger.authorities import authority_of
from ledger.voting_refusals import NoQuorumError
from projections.answers.ballot import Ballot, ballot
from projections.session_papers.applicants import Applicant, applicants
from projections.session_papers.frame import Papers
from projections.session_papers.minutes import minutes_paper
from projections.timelines.world import World
from projections.votes.electorate import Asked
from projections.votes.judged_votes import Judge
from projections.votes.live_count import Sheet, live_count
from tests.acts import COMMITTEE, Plain, act, complete
from tests.answers import says, told, why
from tests.committee import NORD, attended, convenes, founded, held, statutes
from tests.spec import given
from tests.test_why_votes import DAY, HOUSE, SESSION, asked_to_join, voted

ON = date.fromisoformat(DAY)
NUMBERS = ("present", "in_office", "needed")
THREE_OF_SIX = ("r0", "r1", "n0")
MOTION = {"question": "ordinary", "for": ["r0", "r1"], "outcome": "adopted"}


def one_recused() -> list[Plain]:
    """Let half of the six members be present, one of them recused."""
    excused = [{"rule": "vote.quorum", "reason": "essai, fictif"}]
    vote = MOTION | {"recused": ["n0"]}
    motion = voted("1", vote, session=SESSION, irregular=excused)
    return [*HOUSE, *held(SESSION, *THREE_OF_SIX), motion]


# ------------------------------------------------------------------- quorum
def test_the_quorum_of_why_is_the_quorum_of_the_rule_that_is_broken() -> None:
    found = why(given(*one_recused()), f"vote {COMMITTEE}/1", "2024-01-01")
    counted = next(one for one in found.steps if one.says == "vote.quorum")
    broken = next(one for one in found.steps if one.says == "vote.broken")
    assert [counted.values[name] for name in NUMBERS] == [2, 6, 3]
    assert counted.values["reached"] == "no"
    assert "2 members were present" in str(broken.values["what"])
    assert "of 6 in office, and 3 are needed" in str(broken.values["what"])


def test_whoever_tells_the_quorum_tells_the_same_numbers() -> None:
    world = given(*one_recused()).world()
    judge = Judge(world)
    [judged] = judge.judge(world.known.acts[f"{COMMITTEE}/1"])
    assert judged.verdict is not None
    assert judged.verdict.quorum is not None
    numbers = judged.verdict.quorum.numbers
    [refusal] = [one for one in judged.refusals if isinstance(one, NoQuorumError)]
    assert {name: refusal.values[name] for name in NUMBERS} == numbers
    [line] = minutes_paper(Papers(world, SESSION)).acts
    asked = judge.electorate(COMMITTEE, Asked("ordinary"), ON)
    live = live_count(judge, asked, Sheet(THREE_OF_SIX, recused=("n0",))).quorum
    for told_ in (line.quorum, live):
        assert {name: getattr(told_, name) for name in NUMBERS} == numbers


def test_no_quorum_is_told_of_a_body_for_which_none_is_laid_down() -> None:
    session = f"bureau/{DAY}"
    called = convenes(session, sent_on="2020-06-15")
    sheet = attended(session, "r0", "d-avelin")
    [finding] = told(given(*HOUSE, called, sheet), "vote.review")
    assert "no quorum is laid down for this body" in finding.message


# ------------------------------------------------------------------- second calls
def test_the_first_of_two_calls_is_judged_by_the_quorum_of_its_own_day() -> None:
    """Three of six were needed; a third, as the later statutes have it, came."""
    again = convenes(
        f"{COMMITTEE}/2", "2020-07-06", sent_on="2020-07-01", second_call_of=SESSION
    )
    lower = statutes("2020-07-01", quorum="1/3")
    history = given(*HOUSE, *held(SESSION, "r0", "r1"), lower, again)
    assert told(history, "session.second-call") == []


def test_a_body_without_quorum_has_no_second_call_that_needs_none() -> None:
    sessions = [
        convenes("bureau/1", "2020-06-15"),
        attended("bureau/1", "r0"),
        convenes(f"bureau/{DAY}", second_call_of="bureau/1"),
    ]
    vote = MOTION | {"for": ["r0"]}
    matter = {"type": "matter-decided", "subject": "Divers"}
    said = complete(DAY) | {"session": f"bureau/{DAY}", "vote": vote}
    theirs = act("bureau/1", matter, **said)
    found = why(given(*HOUSE, *sessions, theirs), "vote bureau/1", "2024-01-01")
    assert "vote.session.second-call" not in says(found)


# ------------------------------------------------------------------- weight, majority
@pytest.mark.parametrize("without", [NORD, None])
def test_a_vote_of_the_departement_weighs_the_same_wherever_it_is_told(
    without: str | None,
) -> None:
    acts = [one for one in HOUSE if authority_of(one["act"]) != without]
    answer, applicant = told_of(*acts, asked_to_join("beuvry", department="59"))
    weighs = next(one for one in answer.steps if one.says == "ballot.weight")
    assert weighs.values["weight"] == applicant.weight == 3


def test_without_a_vote_for_it_no_adhesion_is_carried_wherever_it_is_told() -> None:
    answer, applicant = told_of(
        *founded(), asked_to_join("beuvry", department="59"), sat=False
    )
    assert answer.needed == applicant.needed == 1


@pytest.mark.parametrize("vote", ["unanimous", {"question": "tariff", "for": ["r0"]}])
def test_a_reading_that_a_ballot_relies_on_the_vote_relies_on(vote: object) -> None:
    line = {"code": "a", "label": "A", "unit": "pupil", "price": "1"}
    tariff = {"type": "tariff-voted", "competence": "ent", "from_year": "2020"}
    said = complete(DAY) | {"vote": vote}
    history = given(*HOUSE, act(f"{COMMITTEE}/1", tariff | {"lines": [line]}, **said))
    found = why(history, f"vote {COMMITTEE}/1", "2024-01-01")
    asked = Asked("tariff")
    before = ballot(Judge(history.world()), COMMITTEE, asked, ON)
    assert [one.name for one in found.switches] == ["electorate-for-tariffs"]
    assert "electorate-for-tariffs" in [one.name for one in before.switches]
    budget = ballot(Judge(history.world()), COMMITTEE, Asked("budget"), ON)
    assert "electorate-for-tariffs" not in [one.name for one in budget.switches]


def told_of(*acts: Plain, sat: bool = True) -> tuple[Ballot, Applicant]:
    """Tell what the adhesion of Beuvry takes, as a ballot and as a paper tell it."""
    called = convenes(SESSION, DAY, sent_on="2020-06-15", agenda=["Adhésion de beuvry"])
    world: World = given(*acts, called).world()
    answer = ballot(Judge(world), COMMITTEE, Asked("adhesion", "beuvry"), ON)
    [applicant] = applicants(Papers(world, SESSION)).found
    assert bool(answer.voters) is sat
    return answer, applicant
