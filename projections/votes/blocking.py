"""Who can defeat a question by voting against together, all the others for?"""

from collections.abc import Iterable
from itertools import combinations

import msgspec

from ledger.authorities import COMMITTEE
from projections.seats.seats import BUREAU
from projections.votes.counting import Ballot, Majority, Tally, is_carried
from projections.votes.electorate import Electorate, Voter


class Group(msgspec.Struct, frozen=True):
    """A founder's delegates, or the communal block: how many vote, with what weight."""

    group: str
    voters: int
    votes: int


def groups_of(voters: Iterable[Voter], order: Iterable[str]) -> tuple[Group, ...]:
    """Add the voters up by group; `order` lists the founders, the block comes last."""
    sorted_out: dict[str, list[int]] = {founder: [] for founder in order}
    for voter in voters:
        sorted_out.setdefault(voter.group, []).append(voter.weight)
    return tuple(
        Group(group, len(weights), sum(weights))
        for group, weights in sorted_out.items()
        if weights
    )


def blockers(
    found: Electorate, groups: tuple[Group, ...]
) -> tuple[tuple[str, ...], ...]:
    """List who can block among these voters; the president's ballot decides a tie."""
    decides = found.body in {COMMITTEE, BUREAU}
    president = found.voter(found.president or "") if decides else None
    return blocking(
        groups,
        found.majority,
        len(found.in_office),
        president.group if president is not None else None,
    )


def blocking(
    groups: Iterable[Group], majority: Majority, members: int, president: str | None
) -> tuple[tuple[str, ...], ...]:
    """List the minimal sets of groups that defeat a question, all the others for it.

    `president` is the group the president votes with, None where the president does
    not vote: a tie is then decided by nobody. One empty set means that the question
    fails though nobody votes against it.
    """
    votes = {one.group: one.votes for one in groups}
    found: list[tuple[str, ...]] = []
    for size in range(len(votes) + 1):
        for against in combinations(votes, size):
            if any({*smaller} <= {*against} for smaller in found):
                continue
            lost = sum(votes[group] for group in against)
            tally = Tally(sum(votes.values()) - lost, lost)
            own: Ballot | None = "against" if president in against else "for"
            own = own if president is not None else None
            if not is_carried(tally, majority, members=members, president=own):
                found.append(against)
    return tuple(found)
