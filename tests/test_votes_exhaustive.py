"""Every vote of every small assembly, against a second reading of the articles.

Two steps. Whatever an assembly of up to six is made of, the electorate derived from the
acts has the weights and the entitled persons of the articles. And for each electorate,
whoever was there and did whatever, the vote comes to what the articles say. Persons of
one weight and entitlement stand for one another: their names alone differ, so that only
how many of them did what is gone through, not which.
"""

from collections.abc import Iterator
from datetime import date
from itertools import chain, combinations_with_replacement, product

import pytest
from msgspec.structs import replace

from ledger.authorities import COMMITTEE
from ledger.statutes import Rules
from ledger.votes import Vote
from projections.votes.counting import Majority
from projections.votes.electorate import Asked, Electorate, electorate
from projections.votes.sessions import Attendance, Session
from projections.votes.verdicts import verdict
from tests.acts import ENT
from tests.committee import BUREAU
from tests.naive_votes import (
    ABSENT,
    COMMUNAL,
    NORD,
    PRESENT,
    REGION,
    Delegate,
    Reading,
    may_vote,
    read,
    weight,
)
from tests.small_assemblies import APPLICANT, assemblies, name, presidents, world_of

DAY = date(2020, 6, 1)
ASKED: dict[str, Asked] = {
    "adhesion": Asked("adhesion", applicant=APPLICANT),
    "withdrawal": Asked("withdrawal", applicant="member-0"),
    "statutes": Asked("statutes"),
    "ordinary": Asked("ordinary"),
    "education": Asked("ordinary", competence=ENT),
    "accounts": Asked("accounts"),
    "bureau": Asked("ordinary"),
}
RULES = Rules(quorum="1/2", proxies_each=1)

State = tuple[str, str | None]
PROXY = "proxy"
BALLOTS = ("for", "against", "abstain")
LAWFUL: list[State] = [
    *product([PRESENT], (*BALLOTS, "recused")),
    *product([PROXY], BALLOTS),
    (ABSENT, None),
]
ALL: list[State] = [
    *LAWFUL,
    *product([ABSENT], (*BALLOTS, "recused")),
    (PROXY, "recused"),
    (PROXY, None),
    (PRESENT, None),
]
SMALL = 3
"""Up to so many, ballots of the absent too, each with each; beyond, the lawful."""

LARGEST = 6


# ------------------------------------------------------------------- who may vote
@pytest.mark.parametrize("size", range(1, LARGEST + 1))
def test_whoever_sits_the_electorate_is_the_articles(size: int) -> None:
    for groups in assemblies(size):
        for president in presidents(groups):
            world = world_of(groups, president)
            for question, asked in ASKED.items():
                if question == "bureau":
                    continue
                found = electorate(world, COMMITTEE, asked, DAY)
                expected = {
                    name(groups, number): weight(one, question)
                    for number, group in enumerate(groups)
                    for one in [Delegate(group, is_president=number == president)]
                    if may_vote(one, question)
                }
                assert {one.person: one.weight for one in found.voters} == expected
                assert len(found.voters) == len(expected)
                assert len(found.in_office) == size
                led_by = None if president is None else name(groups, president)
                assert found.president == led_by


# ------------------------------------------------------------------- what it comes to
def kinds_of(question: str) -> tuple[str, ...]:
    """Name the groups that differ for a question, one for all that do not."""
    if question == "adhesion":
        return (REGION, NORD)
    return (REGION, COMMUNAL) if question == "education" else (REGION,)


def led(question: str, size: int) -> Iterator[tuple[tuple[str, ...], int | None]]:
    """List the assemblies that differ for a question, and who presides them.

    A president votes on all of education whomever the president is the delegate of.
    """
    by_tie = question not in {"adhesion", "withdrawal", "statutes"}
    for groups in combinations_with_replacement(kinds_of(question), size):
        for president in presidents(groups):
            is_same = question == "education" and size > SMALL and president == 0
            if president is None or size <= SMALL or (by_tie and not is_same):
                yield groups, president


def states_of(kind: tuple[str, bool], question: str, size: int) -> list[State]:
    """List what one of a kind may do; beyond three, strangers vote only one way."""
    if size <= SMALL:
        return ALL
    is_stranger = not may_vote(Delegate(kind[0], is_president=kind[1]), question)
    other_ways = {"against", "abstain"} if is_stranger else set[str]()
    return [state for state in LAWFUL if state[1] not in other_ways]


def cases(
    groups: tuple[str, ...], president: int | None, question: str
) -> Iterator[list[Delegate]]:
    """Go through who is where and does what; those of one kind change places freely."""
    classes: dict[tuple[str, bool], list[int]] = {}
    for number, group in enumerate(groups):
        classes.setdefault((group, number == president), []).append(number)
    size = len(groups)
    order = [number for numbers in classes.values() for number in numbers]
    for drawn in product(
        *(
            combinations_with_replacement(states_of(kind, question, size), len(who))
            for kind, who in classes.items()
        )
    ):
        state = dict(zip(order, chain.from_iterable(drawn), strict=True))
        done = [state[number] for number in range(len(groups))]
        for holder in given_to(done, president):
            yield [
                Delegate(
                    group,
                    holder.get(number, state[number][0]),
                    state[number][1],
                    number == president,
                )
                for number, group in enumerate(groups)
            ]


def given_to(done: list[State], president: int | None) -> Iterator[dict[int, int]]:
    """Give each proxy to one present; or all to the first; or, if few, to anybody.

    Of two holders who are there, what differs is whether they leave for the vote.
    """
    givers = [number for number, (where, _) in enumerate(done) if where == PROXY]
    there = [number for number, (where, _) in enumerate(done) if where == PRESENT]
    if len(done) < SMALL:
        others = [[one for one in range(len(done)) if one != who] for who in givers]
        for drawn in product(*others):
            yield dict(zip(givers, drawn, strict=True))
        return
    if len(givers) <= len(there):
        turns: dict[tuple[object, ...], dict[int, int]] = {}
        for turn in range(len(there)):
            holders = (there[turn:] + there[:turn])[: len(givers)]
            leaves = [(done[one][1] == "recused", one == president) for one in holders]
            turns[tuple(leaves)] = dict(zip(givers, holders, strict=True))
        yield from turns.values() or [{}]
    if len(givers) > 1 and there:
        yield dict.fromkeys(givers, there[0])


def asked_of(
    groups: tuple[str, ...], president: int | None, question: str
) -> Electorate:
    """Take the electorate the acts make; a bureau's is a committee's of its own."""
    found = electorate(world_of(groups, president), COMMITTEE, ASKED[question], DAY)
    if question != "bureau":
        return found
    return replace(found, body=BUREAU, majority=Majority.read("1/2 of members"))


def put(people: list[Delegate], names: list[str]) -> tuple[Vote, Session]:
    """Write what the people did as a vote and an attendance."""
    chosen: dict[str | None, list[str]] = {}
    present, proxies = [], []
    for person, one in zip(names, people, strict=True):
        chosen.setdefault(one.choice, []).append(person)
        if one.where == PRESENT:
            present.append(person)
        elif isinstance(one.where, int):
            proxies.append((person, names[one.where]))
    attendance = Attendance("secretariat/1", frozenset(present), tuple(proxies))
    session = Session("s", COMMITTEE, "secretariat/1", DAY, DAY, attendance=attendance)
    sides = [tuple(chosen.get(side, ())) for side in (*BALLOTS, "recused")]
    vote = Vote(for_=sides[0], against=sides[1], abstentions=sides[2], recused=sides[3])
    return vote, session


@pytest.mark.parametrize("size", range(LARGEST, 0, -1))
@pytest.mark.parametrize("question", ASKED)
def test_whoever_is_there_and_does_whatever_the_vote_is_the_articles(
    question: str, size: int
) -> None:
    seen: set[Reading] = set()
    for groups, president in led(question, size):
        voters = asked_of(groups, president, question)
        names = [name(groups, number) for number in range(size)]
        for people in cases(groups, president, question):
            vote, session = put(people, names)
            found = verdict(vote, voters, session, RULES, needs_quorum=True)
            expected = read(people, question)
            broken = {error.rule for error in found.refusals}
            assert (found.is_carried, broken) == (
                expected.is_carried,
                {
                    *(["vote.electorate"] if expected.has_wrong_ballot else []),
                    *([] if expected.has_quorum else ["vote.quorum"]),
                    *([] if expected.is_carried else ["vote.majority"]),
                },
            ), people
            seen.add(expected)
    if size == SMALL:
        assert len(seen) == (4 if question == "bureau" else 8), "each outcome is met"
