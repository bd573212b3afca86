"""Who may vote, whose ballots stand, and under which question (arts. 8.1, 8.3, 8.5)."""

import pytest

from ledger.refusals import RefusedError
from ledger.voting_refusals import (
    AbsentVoterError,
    AdhesionMajorityError,
    RecusedVoterError,
    StrangerError,
    TieError,
    TooManyBallotsError,
    TooManyHeavyBallotsError,
    TwiceVotedError,
    UnknownDepartmentError,
    UntoldWeightError,
    WrongApplicantError,
    WrongQuestionError,
)
from tests.acts import ENT, FIBRE, Plain, decision
from tests.committee import (
    AT_SESSION,
    BUREAU,
    COMMUNAL,
    DAY,
    EVERYBODY,
    HOUSE,
    NUMBER,
    OF_NORD,
    OF_PDC,
    PRESIDENT,
    REGION,
    REGIONALS,
    SESSION,
    VICE_PRESIDENTS,
    adhesion,
    applies,
    decided,
    heavy,
    held,
    vote,
)
from tests.spec import given

ADOPTED = f"comite-syndical/{NUMBER}"
LINE = {"code": "base", "label": "Base", "unit": "pupil", "price": "1.30"}
OF_EDUCATION = {"question": "ordinary", "competence": ENT}


# ------------------------------------------------------------------- art. 8.5
def test_on_education_the_communes_representatives_and_the_president_vote() -> None:
    voters = [*COMMUNAL, PRESIDENT]
    given(*HOUSE).when(decided(vote(voters, **OF_EDUCATION))).records(ADOPTED)
    stranger = vote([*voters, "pdc-5"], **OF_EDUCATION)
    [error] = given(*HOUSE).when(decided(stranger)).refused(StrangerError)
    assert "pdc-5 may not vote" in str(error)
    six = vote(6, **OF_EDUCATION)
    given(*HOUSE).when(decided(six)).refused(TooManyBallotsError)
    given(*HOUSE).when(decided(vote(5, **OF_EDUCATION))).records(ADOPTED)


def test_on_the_fibre_the_founders_delegates_vote_and_no_communes() -> None:
    on_fibre = {"question": "ordinary", "competence": FIBRE}
    founders = [one for one in EVERYBODY if one not in COMMUNAL]
    given(*HOUSE).when(decided(vote(founders, **on_fibre))).records(ADOPTED)
    stranger = decided(vote([*founders, COMMUNAL[0]], **on_fibre))
    given(*HOUSE).when(stranger).refused(StrangerError)


@pytest.mark.parametrize("question", ["budget", "tariff", "election", "adhesion"])
def test_common_matters_are_for_all_whatever_competence_is_named(question: str) -> None:
    what = {
        "budget": decision(
            "budget-voted", competence=ENT, year="2021", operating="1000.00"
        ),
        "tariff": decision(
            "tariff-voted", competence=ENT, from_year="2021", lines=[LINE]
        ),
        "election": decision(
            "officer-elected", office="president", person="pdc-1", replaces=PRESIDENT
        ),
        "adhesion": decision(
            "adhesion-approved", member="zuydcoote", competences=[ENT]
        ),
    }
    ballots = vote(EVERYBODY, question=question, competence=ENT)
    given(*HOUSE).when(decided(ballots, what[question])).records(ADOPTED)


def test_the_president_leaves_when_the_accounts_are_voted() -> None:
    others = [one for one in EVERYBODY if one != PRESIDENT]
    accounts = {"question": "accounts"}
    given(*HOUSE).when(decided(vote(others, **accounts))).records(ADOPTED)
    given(*HOUSE).when(decided(vote(23, **accounts))).records(ADOPTED)
    asked = given(*HOUSE).when
    asked(decided(vote(EVERYBODY, **accounts))).refused(StrangerError)
    asked(decided(vote(24, **accounts))).refused(TooManyBallotsError)
    told = vote(5, 4, president="for", **accounts)
    asked(decided(told)).refused(StrangerError)
    proxy = held(SESSION, *EVERYBODY[:-1], proxies={"d-ypreville": PRESIDENT})
    given(*HOUSE, *proxy).when(decided(vote(others, **accounts), **AT_SESSION)).refused(
        AbsentVoterError
    )


# ------------------------------------------------------------------- ballots
def test_nobody_from_outside_the_committee_votes() -> None:
    for stranger in ("d-zuydcoote", "Quelqu’un d’autre"):
        put = adhesion(vote([*EVERYBODY, stranger]))
        given(*HOUSE).when(put).refused(StrangerError)
    put = decided(vote([*VICE_PRESIDENTS, "region-2"]), author=BUREAU)
    given(*HOUSE).when(put).refused(StrangerError)
    gone = decision("seat-vacated", person="d-avelin", seat="representative")
    gone |= {"reason": "resignation", "on": DAY}
    put = decided(vote(["d-avelin", "d-xaffevillers"]), gone, author="college-nord")
    given(*HOUSE).when(put).refused(StrangerError)


def test_nobody_votes_twice() -> None:
    twice = vote([*EVERYBODY, "nord-1"])
    given(*HOUSE).when(adhesion(twice)).refused(TwiceVotedError)
    both = vote(EVERYBODY, ["nord-1"])
    given(*HOUSE).when(adhesion(both)).refused(TwiceVotedError)


def test_who_is_recused_casts_no_ballot_and_holds_no_proxy() -> None:
    both = vote(EVERYBODY, recused=["d-avelin"])
    [error] = given(*HOUSE).when(adhesion(both)).refused(RecusedVoterError)
    assert "L.2131-11" in str(error)
    others = [one for one in EVERYBODY if one != "d-avelin"]
    given(*HOUSE).when(adhesion(vote(others, recused=["d-avelin"]))).records(ADOPTED)
    given(*HOUSE).when(adhesion(vote(24, recused=["d-avelin"]))).refused(
        TooManyBallotsError
    )
    session = held(
        SESSION,
        *(one for one in EVERYBODY if one != "pdc-5"),
        proxies={"pdc-5": "d-avelin"},
    )
    put = adhesion(vote(others, recused=["d-avelin"]), **AT_SESSION)
    given(*HOUSE, *session).when(put).refused(AbsentVoterError)
    tie = vote(5, 5, recused=[PRESIDENT], president="for")
    given(*HOUSE).when(decided(tie)).refused(RecusedVoterError, TieError)


def test_an_absent_votes_by_a_proxy_and_not_otherwise() -> None:
    present = [one for one in EVERYBODY if one != "nord-5"]
    put = adhesion(vote(EVERYBODY), **AT_SESSION)
    given(*HOUSE, *held(SESSION, *present)).when(put).refused(AbsentVoterError)
    given(*HOUSE, *held(SESSION, *present, proxies={"nord-5": "nord-1"})).when(
        put
    ).records(ADOPTED)
    numbers = adhesion(vote(24), **AT_SESSION)
    given(*HOUSE, *held(SESSION, *present)).when(numbers).refused(TooManyBallotsError)


def test_a_proxy_weighs_what_its_giver_weighs() -> None:
    away = ["nord-5", "region-10"]
    present = [one for one in EVERYBODY if one not in away]
    session = held(
        SESSION, *present, proxies={"nord-5": "pdc-1", "region-10": "nord-1"}
    )
    given_by_nord = vote(
        [*REGIONALS[:9], *OF_PDC, *COMMUNAL[:2], *OF_NORD[3:]],
        [*OF_NORD[:3], *COMMUNAL[2:]],
    )
    # 16 and 2 of three for, 2 and 3 of three against: 22 to 11, which is two thirds.
    put = adhesion(given_by_nord, **AT_SESSION)
    given(*HOUSE, *session).when(put).records(ADOPTED)
    without = dict(given_by_nord, **{"for": given_by_nord["for"][:-1]})
    put = adhesion(without, **AT_SESSION)
    given(*HOUSE, *session).when(put).refused(AdhesionMajorityError)


def test_names_and_numbers_together_are_no_more_than_could_vote() -> None:
    most = decided(vote(EVERYBODY[:20], 4))
    given(*HOUSE).when(most).records(ADOPTED)
    more = decided(vote(EVERYBODY[:20], 5))
    given(*HOUSE).when(more).refused(TooManyBallotsError)


# ------------------------------------------------------------------- by number
@pytest.mark.parametrize(
    ("ballots", "refusals"),
    [
        (vote(20, 4, applicant_department=heavy(1, 4)), [AdhesionMajorityError]),
        (vote(19, 5, applicant_department=heavy(2, 3)), []),
        (vote(20, 4), [UntoldWeightError]),
        (vote(22, 2), []),
        (vote(11, 13), [AdhesionMajorityError]),
        (vote(20, 4, outcome="rejected"), [UntoldWeightError]),
        (vote(20, OF_NORD[1:]), [AdhesionMajorityError]),
        (vote([*OF_NORD, *REGIONALS], 9), []),
        (vote(20, 4, applicant_department=heavy(2, 4)), [TooManyHeavyBallotsError]),
        (vote(20, 1, applicant_department=heavy(3, 2)), [TooManyHeavyBallotsError]),
        (vote(22, 2, applicant_department=heavy(0, 2)), [TooManyBallotsError]),
        (vote(24, 1), [TooManyBallotsError]),
    ],
)
def test_persons_counted_weigh_what_is_said_or_what_cannot_be_otherwise(
    ballots: Plain, refusals: list[type[RefusedError]]
) -> None:
    asked = given(*HOUSE).when(adhesion(ballots))
    if not refusals:
        asked.records(ADOPTED)
        return
    error = asked.refused(*refusals)[0]
    if refusals == [UntoldWeightError]:
        assert "Add applicant_department, or the names" in str(error)


def test_where_the_departement_stayed_away_its_weight_cannot_matter() -> None:
    session = held(SESSION, *(one for one in EVERYBODY if one not in OF_NORD))
    put = adhesion(vote(13, 6), **AT_SESSION)
    given(*HOUSE, *session).when(put).records(ADOPTED)
    given(*HOUSE).when(put).refused(UntoldWeightError)


def test_where_few_others_came_many_ballots_must_be_the_departements() -> None:
    session = held(SESSION, *OF_NORD, *REGIONALS[:7])
    # Three at least of the ten for are the Nord's: 16 to 6 at worst, which is enough.
    put = adhesion(vote(10, 2), **AT_SESSION)
    given(*HOUSE, *session).when(put).records(ADOPTED)
    put = adhesion(vote(9, 3), **AT_SESSION)
    given(*HOUSE, *session).when(put).refused(UntoldWeightError)


def test_whose_departement_nobody_knows_is_not_judged_by_guess() -> None:
    unknown = applies("xaintrailles", None, adopted_on=DAY)
    put = adhesion(vote(EVERYBODY), member="xaintrailles")
    given(*HOUSE, unknown).when(put).refused(UnknownDepartmentError)


# ------------------------------------------------------------------- vote.question
def test_a_decision_is_voted_under_its_own_question() -> None:
    put = adhesion(vote(EVERYBODY, question="ordinary"))
    [error] = given(*HOUSE).when(put).refused(WrongQuestionError)
    assert "was voted under another question (ordinary matter)" in str(error)
    put = decided(vote(EVERYBODY, question="statutes"))
    given(*HOUSE).when(put).refused(WrongQuestionError)
    of_bureau = decided(vote(VICE_PRESIDENTS, question="budget"), author=BUREAU)
    given(*HOUSE).when(of_bureau).refused(WrongQuestionError)


def test_the_vote_and_the_decision_are_about_the_same_member() -> None:
    put = adhesion(vote(EVERYBODY, question="adhesion", applicant="avelin"))
    given(*HOUSE).when(put).refused(WrongApplicantError)
    put = adhesion(vote(EVERYBODY, question="adhesion", applicant="zuydcoote"))
    given(*HOUSE).when(put).records(ADOPTED)


def test_a_region_lies_in_no_departement() -> None:
    said = decision("competence-transferred", member=REGION, competences=[ENT])
    put = decided(vote([*OF_PDC, *COMMUNAL], OF_NORD), said)
    [error] = given(*HOUSE).when(put).refused(AdhesionMajorityError)
    assert "9 for, 5 against" in str(error)
