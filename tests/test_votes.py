"""Majorities: two thirds of the votes or of the members, half; ties.

Statutes arts. 8.1, 8.3, 11, 15 to 17. A full house of twenty-four
votes on a Nord applicant with thirty-four votes.
"""

import pytest

from ledger.refusals import RefusedError
from ledger.voting_refusals import (
    AdhesionMajorityError,
    BureauMajorityError,
    CollegeMajorityError,
    StatutesMajorityError,
    TieError,
    WithdrawalMajorityError,
    WrongOutcomeError,
)
from tests.acts import FIBRE, Plain, act, decision
from tests.committee import (
    APPLICANT,
    BUREAU,
    COLLEGE_NORD,
    COMMUNAL,
    EVERYBODY,
    HOUSE,
    NUMBER,
    OF_NORD,
    OF_PDC,
    PRESIDENT,
    REGIONALS,
    VICE_PRESIDENTS,
    adhesion,
    decided,
    elects_officer,
    new_statutes,
    vote,
    withdrawal,
)
from tests.spec import given

OTHERS = [one for one in EVERYBODY if one not in OF_NORD]
TWENTY_TWO = vote([*OTHERS, OF_NORD[0]], OF_NORD[1:])
"""Nineteen of one vote and one of three for; four of three against: 22 to 12."""

TWENTY_THREE = vote([*OTHERS[2:], *OF_NORD[:2]], [*OTHERS[:2], *OF_NORD[2:]])
"""Seventeen and two of three for; two and three of three against: 23 to 11."""


# ------------------------------------------------------------------- art. 15
def test_twenty_two_votes_of_thirty_four_do_not_admit_a_member() -> None:
    [error] = given(*HOUSE).when(adhesion(TWENTY_TWO)).refused(AdhesionMajorityError)
    assert error.cited() == "statutes, art. 15"
    assert "22 for, 12 against: 23 are needed of 34" in str(error)


def test_twenty_three_votes_of_thirty_four_admit_a_member() -> None:
    given(*HOUSE).when(adhesion(TWENTY_THREE)).records(f"comite-syndical/{NUMBER}")


def test_exactly_two_thirds_of_the_votes_cast_admit_when_the_others_abstain() -> None:
    ballots = vote(REGIONALS, OF_PDC, [*OF_NORD, *COMMUNAL])
    given(*HOUSE).when(adhesion(ballots)).records(f"comite-syndical/{NUMBER}")
    short = vote(REGIONALS[1:], OF_PDC, [*OF_NORD, *COMMUNAL])
    given(*HOUSE).when(adhesion(short)).refused(AdhesionMajorityError)


def test_the_departement_of_the_applicant_alone_can_refuse_it() -> None:
    ballots = vote(OTHERS, OF_NORD)
    [error] = given(*HOUSE).when(adhesion(ballots)).refused(AdhesionMajorityError)
    assert "19 for, 15 against" in str(error)
    of_pdc = vote([one for one in EVERYBODY if one not in OF_PDC], OF_PDC)
    given(*HOUSE).when(adhesion(of_pdc)).records(f"comite-syndical/{NUMBER}")


def test_a_competence_transferred_later_is_voted_as_an_adhesion() -> None:
    said = decision("competence-transferred", member="avelin", competences=[FIBRE])
    ballots = TWENTY_TWO | {"question": "adhesion"}
    given(*HOUSE).when(decided(ballots, said)).refused(AdhesionMajorityError)


# ------------------------------------------------------------------- art. 16
def test_leaving_counts_one_vote_each() -> None:
    given(*HOUSE).when(withdrawal(TWENTY_TWO)).records(f"comite-syndical/{NUMBER}")
    sixteen = vote(EVERYBODY[:16], EVERYBODY[16:])
    given(*HOUSE).when(withdrawal(sixteen)).records(f"comite-syndical/{NUMBER}")
    fifteen = vote(EVERYBODY[:15], EVERYBODY[15:])
    [error] = given(*HOUSE).when(withdrawal(fifteen)).refused(WithdrawalMajorityError)
    assert error.cited() == "statutes, art. 16"
    assert "15 for, 9 against: 16 are needed of 24" in str(error)


# ------------------------------------------------------------------- art. 17
def test_statutes_need_two_thirds_of_the_members_whoever_abstains() -> None:
    sixteen = vote(EVERYBODY[:16], (), EVERYBODY[16:])
    given(*HOUSE).when(new_statutes(sixteen)).records(
        "comite-syndical/statuts-2020-06-18"
    )
    fifteen = vote(EVERYBODY[:15], (), EVERYBODY[15:])
    [error] = given(*HOUSE).when(new_statutes(fifteen)).refused(StatutesMajorityError)
    assert error.cited() == "statutes, art. 17"
    absent = vote(EVERYBODY[:15])
    given(*HOUSE).when(new_statutes(absent)).refused(StatutesMajorityError)


# ------------------------------------------------------------------- art. 8.3
HALF = EVERYBODY[1:12], EVERYBODY[12:23]


@pytest.mark.parametrize(
    ("ballots", "refusals"),
    [
        (vote([PRESIDENT, *HALF[0]], [EVERYBODY[23], *HALF[1]]), []),
        (
            vote([EVERYBODY[23], *HALF[0]], [PRESIDENT, *HALF[1]]),
            [TieError],
        ),
        (vote(HALF[0], HALF[1], [PRESIDENT]), [TieError]),
        (vote(HALF[0], HALF[1]), [TieError]),
        (vote(11, 11, president="for"), []),
        (vote(11, 11, president="against"), [TieError]),
        (vote(11, 11, president="abstention"), [TieError]),
        (vote(11, 11, president="absent"), [TieError]),
        (vote(11, 11), [TieError]),
        (vote(12, 11), []),
        (vote(HALF[0], 11, president="for"), [TieError]),
    ],
)
def test_a_tie_is_decided_by_the_presidents_own_ballot(
    ballots: Plain, refusals: list[type[RefusedError]]
) -> None:
    asked = given(*HOUSE).when(decided(ballots))
    if refusals:
        assert asked.refused(*refusals)[0].cited() == "statutes, arts. 8.3 and 11"
    else:
        asked.records(f"comite-syndical/{NUMBER}")


@pytest.mark.parametrize("put", [decided, adhesion, withdrawal])
def test_where_no_vote_is_cast_nothing_is_adopted(put: object) -> None:
    assert callable(put)
    found = given(*HOUSE).when(put(vote((), (), EVERYBODY)))
    assert found.rules_broken() == {"vote.majority"}


# ------------------------------------------------------------------- outcome
def test_what_was_rightly_rejected_is_recorded_and_of_no_effect() -> None:
    lost = adhesion(TWENTY_TWO | {"outcome": "rejected"})
    given(*HOUSE).when(lost).records(lost["act"])
    rejected = given(*HOUSE, lost).world()
    assert rejected.known.acts[f"comite-syndical/{NUMBER}"].decisions == []
    assert not any(one.member == APPLICANT for one in rejected.membership.tenures)
    carried = adhesion(TWENTY_THREE | {"outcome": "adopted"})
    given(*HOUSE).when(carried).records(carried["act"])
    adopted = given(*HOUSE, carried).world()
    assert any(one.member == APPLICANT for one in adopted.membership.tenures)


def test_what_was_carried_is_not_declared_rejected() -> None:
    carried = adhesion(TWENTY_THREE | {"outcome": "rejected"})
    [error] = given(*HOUSE).when(carried).refused(WrongOutcomeError)
    assert error.rule == "vote.outcome"
    lost = adhesion(TWENTY_TWO | {"outcome": "adopted"})
    given(*HOUSE).when(lost).refused(AdhesionMajorityError)


def test_an_unanimous_vote_carries() -> None:
    for put in (decided, adhesion, withdrawal, new_statutes):
        given(*HOUSE).when(put("unanimous")).records(put("unanimous")["act"])


# ------------------------------------------------------------------- arts. 8.1, 11
@pytest.mark.parametrize(
    ("ballots", "refusal"),
    [
        (vote([PRESIDENT, VICE_PRESIDENTS[0]], [VICE_PRESIDENTS[1]]), None),
        (vote([PRESIDENT], (), VICE_PRESIDENTS), BureauMajorityError),
        (vote([PRESIDENT], [VICE_PRESIDENTS[0]], [VICE_PRESIDENTS[1]]), None),
        (vote([VICE_PRESIDENTS[0]], [PRESIDENT], [VICE_PRESIDENTS[1]]), TieError),
        (vote([VICE_PRESIDENTS[0]], [VICE_PRESIDENTS[1]], [PRESIDENT]), TieError),
    ],
)
def test_the_bureau_decides_by_more_than_half_of_its_members(
    ballots: Plain, refusal: type[RefusedError] | None
) -> None:
    asked = given(*HOUSE).when(decided(ballots, author=BUREAU))
    if refusal is None:
        asked.records(f"bureau/{NUMBER}")
    else:
        [error] = asked.refused(refusal)
        assert error.clauses == refusal.clauses


def test_a_college_elects_by_more_votes_for_than_against() -> None:
    gone = decision("seat-vacated", person="d-avelin", seat="representative")
    gone |= {"reason": "resignation", "on": "2020-06-01"}
    left = act("secretariat/depart", gone, adopted_on="2020-06-01")
    said = decision("representative-elected", person="d-avelin")
    one = vote(["d-avelin"], (), ["d-beuvry"])
    put = decided(one, said, author=COLLEGE_NORD)
    given(*HOUSE, left).when(put).records(put["act"])
    named = decided(one | {"question": "election"}, said, author=COLLEGE_NORD)
    given(*HOUSE, left).when(named).records(named["act"])
    tie = decided(vote(["d-avelin"], ["d-beuvry"]), said, author=COLLEGE_NORD)
    [error] = given(*HOUSE, left).when(tie).refused(CollegeMajorityError)
    assert error.cited() == "statutes, art. 8.1"
    new = elects_officer("president", "d-beuvry", "2020-05-18", replaces=PRESIDENT)
    led = [*HOUSE, new, left]
    by_president = decided(vote(["d-beuvry"], ["d-avelin"]), said, author=COLLEGE_NORD)
    given(*led).when(by_president).refused(CollegeMajorityError)
