"""Who leaves for a vote, and what becomes of the quorum (art. 8.3, CGCT).

CE 19 January 1983, Chauré; CGCT L.1111-6 II, L.1612-12, L.2121-14, L.2131-11.
"""

from collections.abc import Iterator
from datetime import date
from itertools import product
from typing import Any

import pytest

from ledger.voting_refusals import (
    AccountsMajorityError,
    EarlyRepresentativeError,
    NoQuorumError,
    RecusedVoterError,
)
from projections.votes.quorum import Quorum, leaving, quorum
from tests.acts import COMMITTEE, Plain
from tests.answers import why
from tests.committee import (
    NUMBER,
    OF_FOUNDERS,
    OFFICERS,
    PRESIDENT,
    decided,
    founders_seated,
    held,
    vote,
)
from tests.spec import given

ADOPTED = f"{COMMITTEE}/{NUMBER}"
TWENTY = [*founders_seated(), OFFICERS[0]]
"""A committee of twenty, all of them founders' delegates, and its president."""

LATE, EARLY = "2022-02-23", "2022-02-22"
"""The first day L.1111-6 II holds, and the last without it."""


def put(
    present: int,
    recused: int = 0,
    *,
    on: str = LATE,
    without: str = "",
    **said: Any,
) -> tuple[list[Plain], Plain]:
    """Hold a session of so many, of whom the last stand back; all others vote for."""
    there = OF_FOUNDERS[:present]
    stay = there[: present - recused]
    voting = [one for one in stay if one != without]
    apart: dict[str, Any] = {"recused": there[present - recused :]} if recused else {}
    session = f"{COMMITTEE}/{on}"
    asked = decided(vote(voting, **(apart | said)), on=on, session=session)
    return [*TWENTY, *held(session, *there)], asked


# ------------------------------------------------------------------- the recused
def test_of_twenty_eleven_present_and_two_of_them_recused_decide_nothing() -> None:
    house, asked = put(11, 2)
    [error] = given(*house).when(asked).refused(NoQuorumError)
    assert "9 members were present" in str(error)
    assert "of 20 in office, and 10 are needed" in str(error)


def test_of_twenty_twelve_present_and_two_of_them_recused_decide() -> None:
    house, asked = put(12, 2)
    given(*house).when(asked).records(ADOPTED)


def test_who_is_recused_and_absent_takes_nothing_from_those_present() -> None:
    house, asked = put(10, recused=0)
    asked["vote"]["recused"] = [OF_FOUNDERS[-1]]
    given(*house).when(asked).records(ADOPTED)


# ------------------------------------------------------------------- L.1111-6 II
def test_representatives_who_leave_are_out_of_the_base_since_2022() -> None:
    house, asked = put(11)
    asked["vote"]["for"] = OF_FOUNDERS[:9]
    asked["vote"]["recused_as_representatives"] = OF_FOUNDERS[9:11]
    given(*house).when(asked).records(ADOPTED)
    found = why(given(*house, asked), f"vote {ADOPTED}", LATE)
    counted = next(one for one in found.steps if one.says == "vote.quorum")
    assert (counted.values["present"], counted.values["in_office"]) == (9, 18)
    said = [one.says for one in found.steps]
    assert "vote.recused-as-representatives" in said


def test_before_that_law_nobody_may_be_left_out_of_the_base() -> None:
    house, asked = put(12, on=EARLY)
    asked["vote"]["for"] = OF_FOUNDERS[:10]
    asked["vote"]["recused_as_representatives"] = OF_FOUNDERS[10:12]
    [error] = given(*house).when(asked).refused(EarlyRepresentativeError)
    assert "L.1111-6, II" in str(error)
    excused = asked | {"irregular": [{"rule": "vote.quorum", "reason": "fictif"}]}
    found = why(given(*house, excused), f"vote {ADOPTED}", EARLY)
    counted = next(one for one in found.steps if one.says == "vote.quorum")
    assert (counted.values["present"], counted.values["in_office"]) == (10, 20)


def test_a_representative_who_leaves_casts_no_ballot() -> None:
    house, asked = put(12)
    asked["vote"]["recused_as_representatives"] = [OF_FOUNDERS[3]]
    given(*house).when(asked).refused(RecusedVoterError)


# ------------------------------------------------------------------- the accounts
def accounts(present: int, against: int = 0) -> tuple[list[Plain], Plain]:
    house, asked = put(present, without=PRESIDENT, question="accounts")
    voting = asked["vote"]["for"]
    asked["vote"] |= {"for": voting[against:], "against": voting[:against]}
    return house, asked


def test_the_president_who_leaves_for_the_accounts_makes_no_quorum() -> None:
    house, asked = accounts(10)
    [error] = given(*house).when(asked).refused(NoQuorumError)
    assert "9 members were present" in str(error)
    assert "of 20 in office, and 10 are needed" in str(error)
    house, asked = accounts(11)
    given(*house).when(asked).records(ADOPTED)


def test_a_tie_settles_the_accounts() -> None:
    house, asked = accounts(19, against=9)
    assert [len(asked["vote"][side]) for side in ("for", "against")] == [9, 9]
    given(*house).when(asked).records(ADOPTED)
    asked["vote"]["outcome"] = "rejected"
    assert given(*house).when(asked).rules_broken() == {"vote.outcome"}


def test_a_majority_against_does_not_settle_them() -> None:
    house, asked = accounts(20, against=10)
    [error] = given(*house).when(asked).refused(AccountsMajorityError)
    assert "9 for, 10 against" in str(error)
    assert "L.1612-12" in str(error)


def test_where_nobody_votes_for_or_against_they_are_settled() -> None:
    house, asked = accounts(11)
    asked["vote"] |= {"for": [], "abstentions": asked["vote"]["for"]}
    given(*house).when(asked).records(ADOPTED)


def test_all_of_one_mind_settle_the_accounts() -> None:
    alone = {"question": "accounts", "for": "0", "against": "0", "abstentions": "0"}
    given(*TWENTY).when(decided(alone)).records(ADOPTED)


def test_why_says_by_which_article_the_accounts_are_settled() -> None:
    house, asked = accounts(19, against=9)
    found = why(given(*house, asked), f"vote {ADOPTED}", LATE)
    needed = next(one for one in found.steps if one.says == "vote.needed")
    assert (needed.text, needed.article) == ("CGCT", "L.1612-12")
    assert (needed.values["needed"], needed.values["whole"]) == (9, 18)
    assert "vote.tie" not in [one.says for one in found.steps]


# ------------------------------------------------------------------- every committee
HERE, AWAY, RECUSED, BESIDE = range(4)


def naive(states: tuple[int, ...], day: str) -> tuple[int, int, int]:
    """Count one by one who is there, who is in office, and half of those."""
    there = in_office = 0
    for state in states:
        if state == BESIDE and day >= "2022-02-23":
            continue
        in_office += 1
        if state == HERE:
            there += 1
    return there, in_office, (in_office + 1) // 2


def committees() -> Iterator[tuple[int, ...]]:
    for size in range(7):
        yield from product(range(4), repeat=size)


@pytest.mark.parametrize("day", [EARLY, LATE])
def test_whoever_leaves_the_quorum_is_that_of_the_law(day: str) -> None:
    on = date.fromisoformat(day)
    for states in committees():
        persons = [f"p{number}" for number in range(len(states))]
        by = dict(zip(persons, states, strict=True))
        leave = leaving(
            on,
            [one for one in persons if by[one] == RECUSED],
            [one for one in persons if by[one] == BESIDE],
        )
        present = [one for one in persons if by[one] != AWAY]
        assert quorum("1/2", on, persons, present, leave) == Quorum(
            on, *naive(states, day)
        ), states
