"""One deliberation on several members: judged for each with its weights (art. 15)."""

from datetime import date
from typing import Any

from exports.popolo import popolo
from exports.scdl_votes import head_count
from ledger.acts.problems import UnexpectedValueError
from ledger.voting_refusals import (
    AdhesionOfOneMajorityError,
    AmbiguousVoteError,
    NoVoteOnDecisionError,
    SeveralDepartmentsError,
    StrangerError,
    UnnamedVoteError,
    WrongApplicantError,
    WrongOutcomeOfOneError,
    WrongQuestionError,
)
from projections.session_papers.frame import Papers
from projections.session_papers.minutes import minutes_paper
from projections.votes.counting import Tally
from projections.whys.explanation import Explanation
from projections.whys.values import Cast
from tests.acts import COMMITTEE, ENT, Plain, act, complete, decision
from tests.answers import why
from tests.committee import (
    AT_SESSION,
    DAY,
    EVERYBODY,
    HOUSE,
    NUMBER,
    OF_NORD,
    OF_PDC,
    REGIONALS,
    SESSION,
    applies,
    decided,
    heavy,
    held,
    vote,
)
from tests.spec import given

ADOPTED = f"{COMMITTEE}/{NUMBER}"
OF_59 = [f"nordville-{number}" for number in range(1, 11)]
OF_62 = [f"pasville-{number}" for number in range(1, 11)]
TWENTY = [*OF_59, *OF_62]
ASKING = [
    *(applies(one, "59", **complete("2020-02-03")) for one in OF_59),
    *(applies(one, "62", **complete("2020-02-03")) for one in OF_62),
]
HERE = [*HOUSE, *ASKING, *held(SESSION, *EVERYBODY)]


def admits(*members: str) -> list[Plain]:
    return [
        decision("adhesion-approved", member=member, competences=[ENT])
        for member in members
    ]


def put(ballots: Any, *decisions: Plain, **fields: Any) -> Plain:
    return decided(ballots, *decisions, **(AT_SESSION | fields))


def cast(found: Explanation) -> Cast:
    assert isinstance(found.value, Cast)
    return found.value


def each_of(found: Explanation) -> tuple[Cast, ...]:
    each = cast(found).each
    assert isinstance(each, tuple)
    return each


def members(*acts: Plain) -> set[str]:
    found = given(*HERE, *acts).members("2020-12-31")
    return {one for one in found if one in TWENTY}


# ------------------------------------------------------------------- one roll-call
def test_twenty_communes_of_both_departements_by_one_roll_call() -> None:
    """15 Region and communal for, 5 of each Département: 34 votes for each of them."""
    asked = put(vote(EVERYBODY), *admits(*TWENTY))
    given(*HERE).when(asked).records(ADOPTED)
    assert members(asked) == {*TWENTY}


def test_each_is_judged_with_the_weights_of_its_departement() -> None:
    against = OF_PDC
    voting = [one for one in EVERYBODY if one not in against]
    found = why(
        given(*HERE, put(vote(voting, against), *admits(*TWENTY))),
        f"vote {ADOPTED}",
        "2020-12-31",
    )
    each = each_of(found)
    assert [one.tally for one in each[:10]] == [Tally(29, 5)] * 10
    assert [one.tally for one in each[10:]] == [Tally(19, 15)] * 10
    assert [one.carried for one in each] == [True] * 10 + [False] * 10
    assert cast(found).carried is None


def test_the_one_that_misses_its_majority_is_named_and_nothing_is_recorded() -> None:
    against = OF_PDC
    voting = [one for one in EVERYBODY if one not in against]
    asked = put(vote(voting, against), *admits(*OF_59, "pasville-1"))
    [error] = given(*HERE).when(asked).refused(AdhesionOfOneMajorityError)
    assert "pasville-1: 19 for, 15 against: 23 are needed" in str(error)
    asked = put(vote(voting, against), *admits(*OF_59))
    given(*HERE).when(asked).records(ADOPTED)


def test_what_is_wrong_with_the_roll_call_is_said_once() -> None:
    asked = put(vote([*EVERYBODY, "Une passante"]), *admits(*TWENTY))
    given(*HERE).when(asked).refused(StrangerError)


def test_one_vote_rejected_for_all_admits_nobody() -> None:
    asked = put(
        vote(REGIONALS, [*OF_NORD, *OF_PDC], outcome="rejected"),
        *admits("nordville-1", "pasville-1"),
    )
    given(*HERE).when(asked).records(ADOPTED)
    assert members(asked) == set()


def test_one_outcome_must_be_right_for_every_one() -> None:
    against = OF_PDC
    voting = [one for one in EVERYBODY if one not in against]
    lost = vote(voting, against, outcome="rejected")
    asked = put(lost, *admits("nordville-1", "pasville-1"))
    [error] = given(*HERE).when(asked).refused(WrongOutcomeOfOneError)
    assert "nordville-1: 29 for, 5 against" in str(error)


def test_all_of_one_mind_admit_all() -> None:
    asked = put("unanimous", *admits(*TWENTY))
    given(*HERE).when(asked).records(ADOPTED)
    assert members(asked) == {*TWENTY}


def test_a_vote_that_names_one_is_not_about_another() -> None:
    asked = put(
        vote(EVERYBODY, applicant="nordville-1"), *admits("nordville-1", "pasville-1")
    )
    given(*HERE).when(asked).refused(WrongApplicantError)


def test_ballots_counted_apart_for_one_departement_are_not_those_of_two() -> None:
    apart: Plain = {"applicant_department": heavy(5), "president": "for"}
    asked = put(vote(24, **apart), *admits("nordville-1", "pasville-1"))
    [error] = given(*HERE).when(asked).refused(SeveralDepartmentsError)
    assert "nordville-1, pasville-1" in str(error)
    asked = put(vote(24, **apart), *admits("nordville-1", "nordville-2"))
    given(*HERE).when(asked).records(ADOPTED)


def test_several_may_leave_by_one_vote() -> None:
    both = [decision("withdrawal-approved", member=one) for one in ("avelin", "beuvry")]
    asked = put(vote(EVERYBODY), *both)
    given(*HERE).when(asked).records(ADOPTED)
    few = put(vote(EVERYBODY[:12], EVERYBODY[12:]), *both)
    assert given(*HERE).when(few).rules_broken() == {"vote.majority"}


# ------------------------------------------------------------------- a list of votes
LOST = [*OF_PDC, *OF_NORD]
WON = [one for one in EVERYBODY if one not in LOST]
ONE, OTHER = "nordville-1", "pasville-1"


def listed(*votes: Plain, **fields: Any) -> Plain:
    return put(list(votes), *admits(ONE, OTHER), **fields)


CARRIED = vote(EVERYBODY, applicant=ONE)
REJECTED = vote(WON, LOST, applicant=OTHER, outcome="rejected")


def test_a_rejected_vote_takes_effect_from_its_own_decisions_only() -> None:
    asked = listed(CARRIED, REJECTED)
    given(*HERE).when(asked).records(ADOPTED)
    assert members(asked) == {ONE}
    assert members(listed(CARRIED, vote(EVERYBODY, applicant=OTHER))) == {ONE, OTHER}
    lost = REJECTED | {"applicant": ONE}
    assert members(listed(lost, REJECTED)) == set()


def test_each_vote_of_a_list_is_judged_by_itself() -> None:
    missed = vote(WON, LOST, applicant=OTHER)
    asked = listed(CARRIED, missed)
    [error] = given(*HERE).when(asked).refused(AdhesionOfOneMajorityError)
    assert "pasville-1" in str(error)


def test_decisions_of_different_questions_stand_in_one_act() -> None:
    budget = decision("budget-voted", competence="communications-electroniques")
    budget |= {"year": "2020", "operating": "100"}
    votes = [vote(EVERYBODY, question="adhesion"), vote(EVERYBODY, question="budget")]
    asked = put(votes, *admits(ONE, OTHER), budget)
    given(*HERE).when(asked).records(ADOPTED)
    assert members(asked) == {ONE, OTHER}
    only = put(votes[:1], *admits(ONE), budget)
    given(*HERE).when(only).refused(WrongQuestionError)


def test_a_decision_no_vote_is_about_is_told() -> None:
    votes = (CARRIED, vote(EVERYBODY, question="budget"))
    given(*HERE).when(listed(*votes)).refused(NoVoteOnDecisionError)


def test_a_decision_two_votes_are_about_is_told() -> None:
    given(*HERE).when(listed(CARRIED, CARRIED, REJECTED)).refused(AmbiguousVoteError)


def test_a_vote_of_a_list_says_what_it_is_about() -> None:
    asked = put([CARRIED, vote(EVERYBODY)], *admits(ONE, OTHER))
    given(*HERE).when(asked).refused(UnnamedVoteError)


def test_an_unknown_applicant_in_a_list_is_told_where_it_stands() -> None:
    asked = put([CARRIED, vote(EVERYBODY, applicant="nulleville")], *admits(ONE))
    assert "member.unknown" in given(*HERE).when(asked).rules_broken()


def test_an_empty_list_is_no_vote() -> None:
    given(*HERE).when(put([], *admits(ONE))).refused(UnexpectedValueError)


def test_a_list_is_stored_and_rectified_as_one() -> None:
    asked = listed(CARRIED, vote(EVERYBODY, applicant=OTHER))
    said = {"target": ADOPTED, "reason": "erreur", "set": {"vote": [CARRIED, REJECTED]}}
    mended = act("secretariat/rectifie", decision("act-rectified", **said))
    assert members(asked, mended) == {ONE}


# ------------------------------------------------------------------- what tells it
def test_the_table_of_votes_has_a_line_for_each_question() -> None:
    world = given(*HERE, listed(CARRIED, REJECTED)).world()
    lines = minutes_paper(Papers(world, SESSION)).acts
    assert [(one.applicant, one.adopted, one.carried) for one in lines] == [
        (ONE, True, True),
        (OTHER, False, False),
    ]
    assert [one.votes.for_ for one in lines if one.votes] == [34, 14]
    assert [one.decisions for one in lines] == [("adhesion-approved",)] * 2


def test_why_tells_each_vote_of_a_list() -> None:
    found = why(
        given(*HERE, listed(CARRIED, REJECTED)), f"vote {ADOPTED}", "2020-12-31"
    )
    said = [one.says for one in found.steps]
    assert said.count("vote.one-of-several") == 2
    assert said.count("vote.about") == 2
    assert [one.outcome for one in each_of(found)] == [None, "rejected"]
    assert cast(found).outcome is None


def test_exports_tell_each_vote_of_a_list() -> None:
    world = given(*HERE, listed(CARRIED, REJECTED)).world()
    told = [
        one
        for one in popolo(world, date(2020, 12, 31)).vote_events
        if one.motion_id == ADOPTED
    ]
    assert [(one.id, one.result) for one in told] == [
        (f"{ADOPTED}/vote/1", "pass"),
        (f"{ADOPTED}/vote/2", "fail"),
    ]
    state = world.known.acts[ADOPTED]
    assert head_count(world, state, date.fromisoformat(DAY)) == "vote.several"


def test_a_refused_member_of_a_list_is_told_to_have_been_refused() -> None:
    history = given(*HERE, listed(CARRIED, REJECTED))
    found = why(history, f"member {OTHER}", "2020-12-31")
    assert found.answer != "yes"
    assert why(history, f"member {ONE}", "2020-12-31").answer == "yes"
