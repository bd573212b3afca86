"""Before a vote: who votes with what weight, what is needed, who can block."""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from functools import cache
from itertools import combinations

import pytest
from hypothesis import given as examples
from hypothesis import settings
from hypothesis import strategies as st

from ledger.votes import Question
from ledger.voting_refusals import UnknownDepartmentError
from projections.answers.ballot import Ballot, ballot
from projections.timelines.world import World
from projections.votes.blocking import blocking
from projections.votes.counting import Majority
from projections.votes.electorate import Asked, Group
from projections.votes.judged_votes import Judge
from projections.votes.no_rules import NoRulesError
from tests.acts import COMMITTEE, ENT, FIBRE, creation
from tests.committee import (
    BUREAU,
    COLLEGE_NORD,
    NORD,
    OFFICERS,
    PAS_DE_CALAIS,
    REGION,
    applies,
    elects_officer,
    founders_seated,
    full_house,
)
from tests.spec import given

BLOCK = "communal-block"
HELD = "2024-06-15"
"""The day of the session that is asked about."""


@cache
def house() -> World:
    """Derive the full house, with an applicant of each département, once."""
    return given(
        *full_house(OFFICERS[0]),
        applies("carvin"),
        applies("zuydcoote", "62"),
        applies("amiens-fictive", "80"),
        applies("nulle-part", None),
    ).world()


def takes(
    question: Question,
    applicant: str | None = None,
    *,
    competence: str | None = None,
    body: str = COMMITTEE,
    world: World | None = None,
) -> Ballot:
    """Ask what a question takes on the day of the session."""
    asked = Asked(question, applicant, competence)
    return ballot(Judge(world or house()), body, asked, date.fromisoformat(HELD))


def codes(answer: Ballot) -> list[str]:
    return [step.says for step in answer.steps]


def weights(answer: Ballot) -> dict[str, int]:
    return {one.group: one.votes for one in answer.groups}


# ------------------------------------------------------------------- joining
def test_a_full_house_for_a_nord_applicant_has_34_votes_and_23_are_needed() -> None:
    answer = takes("adhesion", "carvin")
    assert (answer.votes, answer.needed, answer.base) == (34, 23, "votes")
    assert weights(answer) == {REGION: 10, NORD: 15, PAS_DE_CALAIS: 5, BLOCK: 4}
    assert (answer.department, answer.article) == (NORD, "15")


def test_nord_alone_defeats_a_nord_applicant_and_the_region_needs_another() -> None:
    assert takes("adhesion", "carvin").blocking == (
        (NORD,),
        (REGION, PAS_DE_CALAIS),
        (REGION, BLOCK),
    )


def test_for_a_pas_de_calais_applicant_its_own_delegates_have_three_votes() -> None:
    answer = takes("adhesion", "zuydcoote")
    assert weights(answer)[PAS_DE_CALAIS] == 15
    assert (PAS_DE_CALAIS,) in answer.blocking


def test_an_applicant_from_elsewhere_gives_nobody_three_votes() -> None:
    answer = takes("adhesion", "amiens-fictive")
    assert (answer.votes, answer.needed, answer.department) == (24, 16, None)
    assert "ballot.no-department" in codes(answer)


def test_an_applicant_of_no_known_departement_is_not_guessed() -> None:
    with pytest.raises(UnknownDepartmentError, match="nulle-part"):
        takes("adhesion", "nulle-part")


def test_before_any_statutes_nobody_can_tell_who_votes() -> None:
    world = given(creation(), applies("carvin")).world()
    with pytest.raises(NoRulesError):
        takes("adhesion", "carvin", world=world)


# ------------------------------------------------------------------- other questions
def test_leaving_gives_nobody_three_votes() -> None:
    answer = takes("withdrawal", "avelin")
    assert (answer.votes, answer.needed, answer.article) == (24, 16, "16")
    assert {one.weight for one in answer.voters} == {1}


def test_statutes_need_two_thirds_of_the_members_in_office() -> None:
    answer = takes("statutes")
    assert (answer.needed, answer.in_office, answer.base) == (16, 24, "members")
    assert answer.majority == "2/3 of members"


def test_on_schools_the_communal_representatives_and_the_president_vote() -> None:
    """The founders hold the fibre only."""
    answer = takes("ordinary", competence=ENT)
    assert sorted(one.person for one in answer.voters) == [
        *("d-avelin", "d-beuvry", "d-xaffevillers", "d-ypreville", "region-1"),
    ]
    assert len(answer.not_voting) == 19
    assert answer.article == "8.5"


def test_on_the_fibre_only_the_founders_delegates_vote() -> None:
    answer = takes("ordinary", competence=FIBRE)
    assert {one.group for one in answer.voters} == {REGION, NORD, PAS_DE_CALAIS}
    assert [one.group for one in answer.not_voting] == [BLOCK] * 4


def test_on_the_accounts_the_president_leaves() -> None:
    answer = takes("accounts")
    assert [one.person for one in answer.not_voting] == ["region-1"]
    assert (answer.votes, answer.needed) == (23, 12)
    assert "ballot.accounts" in codes(answer)


def test_ten_against_ten_is_decided_by_the_presidents_own_ballot() -> None:
    """Without a communal block the Region has half; the president is its (art. 8.3)."""
    president = elects_officer("president", "region-1", "2020-05-04")
    acts = founders_seated()
    chaired, unchaired = given(*acts, president).world(), given(*acts).world()
    assert takes("budget", world=chaired).blocking == ((REGION,),)
    assert takes("budget", world=unchaired).blocking == (
        (REGION,),
        (NORD, PAS_DE_CALAIS),
    )
    assert "ballot.tie" in codes(takes("budget", world=chaired))
    assert "ballot.tie-undecided" in codes(takes("budget", world=unchaired))


def test_a_tariff_shows_the_reading_it_relies_on() -> None:
    named = [one.name for one in takes("tariff").switches]
    assert "electorate-for-tariffs" in named
    assert "two-and-two-at-four" in named


def test_the_bureau_needs_more_than_half_of_its_members() -> None:
    answer = takes("ordinary", body=BUREAU)
    assert (answer.needed, answer.base, answer.article) == (1, "members", "11")


def test_in_a_college_every_delegate_has_one_vote_and_nobody_decides_a_tie() -> None:
    answer = takes("election", body=COLLEGE_NORD)
    assert (answer.votes, answer.needed, answer.president) == (2, 2, None)
    assert "ballot.tie-undecided" in codes(answer)


def test_every_voter_tells_by_which_acts_the_seat_is_held() -> None:
    assert all(one.because for one in takes("adhesion", "carvin").voters)


def test_every_step_cites_an_article() -> None:
    for question in ("adhesion", "withdrawal"):
        assert all(step.article for step in takes(question, "carvin").steps)


# ------------------------------------------------------------------- who can block
def test_with_nobody_voting_nothing_is_adopted() -> None:
    assert blocking([], Majority.read("1/2 of votes"), 24, None) == ((),)


def test_too_few_members_cannot_change_the_statutes_whatever_they_vote() -> None:
    there = [Group("a", 9, 9), Group("b", 6, 6)]
    assert blocking(there, Majority.read("2/3 of members"), 24, "a") == ((),)


def test_half_the_votes_block_only_with_the_president_among_them() -> None:
    halves = [Group("a", 2, 2), Group("b", 2, 2)]
    majority = Majority.read("1/2 of votes")
    assert blocking(halves, majority, 4, "a") == (("a",),)
    assert blocking(halves, majority, 4, None) == (("a",), ("b",))


MAJORITIES = ["1/2 of votes", "2/3 of votes", "2/3 of members", "1/2 of members"]


def is_defeated(
    votes: dict[str, int], against: Iterable[str], rule: tuple[str, int, str | None]
) -> bool:
    """Tell it the long way, with fractions."""
    text, members, president = rule
    lost = sum(votes[name] for name in against)
    won = sum(votes.values()) - lost
    share, base = Fraction(text.split()[0]), text.split()[-1]
    if won + lost == 0:
        return True
    if share == Fraction(1, 2) and won == lost:
        return president is None or president in against
    whole = members if base == "members" else won + lost
    if share == Fraction(1, 2):
        return won * 2 <= whole
    return won < share * whole


@settings(deadline=None, derandomize=True, max_examples=300)
@examples(st.data())
def test_the_sets_that_block_are_all_and_only_the_minimal_ones(
    data: st.DataObject,
) -> None:
    sizes = data.draw(st.lists(st.integers(1, 8), min_size=1, max_size=4))
    votes = dict(zip("abcd", sizes, strict=False))
    text = data.draw(st.sampled_from(MAJORITIES))
    members = sum(sizes) + data.draw(st.integers(0, 5))
    president = data.draw(st.sampled_from([None, *votes]))
    rule = (text, members, president)
    defeating = [
        frozenset(names)
        for size in range(len(votes) + 1)
        for names in combinations(votes, size)
        if is_defeated(votes, names, rule)
    ]
    minimal = {one for one in defeating if not any(less < one for less in defeating)}
    groups = [Group(name, size, size) for name, size in votes.items()]
    found = blocking(groups, Majority.read(text), members, president)
    assert {frozenset(one) for one in found} == minimal
    assert len(found) == len(minimal)
