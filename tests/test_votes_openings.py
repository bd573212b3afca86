"""A vote is judged by what held as its session opened (specification 8; art. 8.3)."""

from ledger.voting_refusals import (
    AbsentVoterError,
    AdhesionMajorityError,
    StatutesMajorityError,
    StrangerError,
    TieError,
    WithdrawalMajorityError,
)
from tests.acts import COMMITTEE, Plain, act, complete, decision
from tests.committee import (
    APPLICANT,
    DAY,
    EVERYBODY,
    HOUSE,
    OF_NORD,
    OF_PDC,
    PRESIDENT,
    RULES,
    SESSION,
    adhesion,
    applies,
    decided,
    designates,
    elects_officer,
    full_house,
    held,
    new_statutes,
    statutes,
    vote,
    withdrawal,
)
from tests.spec import given

OTHERS = [one for one in EVERYBODY if one not in OF_NORD]
TIE = EVERYBODY[1:12], EVERYBODY[12:23]
MAJORITIES: Plain = RULES["majorities"]


def direct_house() -> list[Plain]:
    """Seat one commune directly, which asks to leave."""
    house = [one for one in [*full_house(), HOUSE[-1]] if not _is_of_colleges(one)]
    leaving = act(
        "avelin/retrait", decision("withdrawal-requested"), **complete("2020-05-01")
    )
    return [*house, leaving]


def _is_of_colleges(one: Plain) -> bool:
    author = one["act"].partition("/")[0]
    named = ("beuvry", "xaffevillers", "ypreville")
    return author.startswith("college") or any(name in one["act"] for name in named)


def elected(person: str, on: str = DAY, **said: str) -> Plain:
    plain = elects_officer("president", person, on, replaces=PRESIDENT)
    return plain | said


def revoking(target: str, on: str) -> Plain:
    said = decision("act-revoked", target=target, reason="Illégal (fictif)")
    return act(f"{COMMITTEE}/retrait-{on}", said, **complete(on))


# ------------------------------------------------------------------- that day
def test_a_member_whose_departure_is_voted_that_day_still_votes_that_day() -> None:
    founders = EVERYBODY[:20]
    leaving = withdrawal(vote([*founders, "d-avelin"]))
    before = given(*direct_house())
    before.when(leaving).records(leaving["act"])
    same_day = decided(vote([*founders, "d-avelin"]), number="autre")
    before.when(leaving, same_day).records(leaving["act"], same_day["act"])
    next_day = decided(vote([*founders, "d-avelin"]), on="2020-06-19", number="autre")
    before.when(leaving, next_day).refused(StrangerError)


def test_a_member_admitted_that_day_does_not_vote_that_day() -> None:
    designated = designates(APPLICANT, "d-zuydcoote", "2020-05-01")
    before = given(*direct_house(), designated)
    admitted = adhesion(vote(EVERYBODY[:20]))
    same_day = decided(vote([*EVERYBODY[:20], "d-zuydcoote"]), number="autre")
    before.when(admitted, same_day).refused(StrangerError)
    next_day = decided(
        vote([*EVERYBODY[:20], "d-zuydcoote"]), on="2020-06-19", number="autre"
    )
    before.when(admitted, next_day).records(admitted["act"], next_day["act"])


def test_on_the_day_of_an_election_the_president_of_before_decides_a_tie() -> None:
    new = "region-2"
    by_old = vote([PRESIDENT, *EVERYBODY[2:12]], [new, *EVERYBODY[12:22]])
    by_new = vote(by_old["against"], by_old["for"])
    tied = decided(by_old, number="partage")
    given(*HOUSE).when(elected(new), tied).records(elected(new)["act"], tied["act"])
    given(*HOUSE).when(elected(new), decided(by_new)).refused(TieError)
    later = decided(by_new, on="2020-06-19")
    given(*HOUSE).when(elected(new), later).records(elected(new)["act"], later["act"])


def test_a_president_whose_election_is_revoked_that_day_had_the_casting_vote() -> None:
    house = [*HOUSE, elected("region-2", "2020-05-18")]
    tie = vote(["region-2", *EVERYBODY[2:12]], [PRESIDENT, *EVERYBODY[12:22]])
    revoked = revoking(elected("region-2", "2020-05-18")["act"], DAY)
    tied = decided(tie)
    given(*house).when(revoked, tied).records(revoked["act"], tied["act"])
    later = decided(tie, on="2020-06-19")
    given(*house).when(revoked, later).refused(TieError)


def test_statutes_do_not_judge_themselves() -> None:
    easier: Plain = {"majorities": MAJORITIES | {"statutes": "1/2 of members"}}
    fifteen = vote(EVERYBODY[:15], EVERYBODY[15:])
    changed = new_statutes(fifteen, **easier)
    given(*HOUSE).when(changed).refused(StatutesMajorityError)
    lawful = new_statutes(vote(EVERYBODY), **easier)
    again = new_statutes(fifteen, on=DAY) | {"act": f"{COMMITTEE}/encore"}
    given(*HOUSE).when(lawful, again).refused(StatutesMajorityError)
    next_day = new_statutes(fifteen, on="2020-06-19")
    given(*HOUSE).when(lawful, next_day).records(lawful["act"], next_day["act"])


def test_the_day_is_that_of_the_session_on_record() -> None:
    session = held(SESSION, *EVERYBODY)
    put = decided(vote(EVERYBODY), session=SESSION, on="2020-06-30")
    gone = decision("seat-vacated", person="d-ypreville", on="2020-06-20")
    left = act("secretariat/depart", gone | {"reason": "death"})
    given(*HOUSE, *session, left).when(put).records(put["act"])
    without = decided(vote(EVERYBODY), on="2020-06-30")
    given(*HOUSE, *session, left).when(without).refused(StrangerError)


# ------------------------------------------------------------------- rules of the day
def test_a_vote_is_judged_by_the_statutes_of_its_day_whenever_it_is_recorded() -> None:
    three_quarters: Plain = {"majorities": MAJORITIES | {"withdrawal": "3/4 of votes"}}
    later = statutes("2022-01-19", **three_quarters)
    sixteen = vote(EVERYBODY[:16], EVERYBODY[16:])
    in_2021 = withdrawal(sixteen, on="2021-06-17")
    given(*HOUSE, later).when(in_2021).records(in_2021["act"])
    in_2022 = withdrawal(sixteen, on="2022-06-17")
    given(*HOUSE, later).when(in_2022).refused(WithdrawalMajorityError)


def test_a_version_without_rules_keeps_those_before() -> None:
    later = statutes("2022-01-19")
    put = adhesion(vote(OTHERS, OF_NORD), on="2022-06-17")
    given(*HOUSE, later).when(put).refused(AdhesionMajorityError)
    once = statutes("2022-01-19", applicant_department_weight="1")
    given(*HOUSE, once).when(put).records(put["act"])


def test_before_any_statutes_no_vote_is_judged() -> None:
    put = decided(vote(["Quelqu’un"], ["Quelqu’une"]), on="2018-06-17")
    given(*HOUSE).when(put).records(put["act"])


# ------------------------------------------------------------------- irregular
def test_an_irregular_vote_that_names_its_rule_has_its_full_effect() -> None:
    lost = adhesion(vote(OTHERS, OF_NORD))
    named = [{"rule": "vote.majority", "reason": "Au registre (fictif)"}]
    given(*HOUSE).when(lost | {"irregular": named}).records(lost["act"])
    other = [{"rule": "vote.quorum", "reason": "Autre règle (fictif)"}]
    given(*HOUSE).when(lost | {"irregular": other}).refused(AdhesionMajorityError)


def test_one_refused_vote_refuses_the_whole_batch() -> None:
    good = decided(vote(EVERYBODY), number="bon")
    bad = adhesion(vote(OTHERS, OF_NORD))
    found = given(*HOUSE).when(good, bad, applies("quelmes", adopted_on=DAY))
    found.refused(AdhesionMajorityError)


def test_the_whole_batch_counts_also_what_comes_later_in_it() -> None:
    put = adhesion(vote([*OTHERS, *OF_NORD[:2]], OF_NORD[2:], applicant=APPLICANT))
    session = held(SESSION, *(one for one in EVERYBODY if one not in OF_PDC))
    put = put | {"session": SESSION}
    given().when(put, *session, *HOUSE).refused(*[AbsentVoterError] * len(OF_PDC))
