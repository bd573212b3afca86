"""Who can defeat a question by voting against together, all the others for?"""

from collections.abc import Iterable
from itertools import combinations

from projections.votes.counting import Ballot, Majority, Result, Tally
from projections.votes.electorate import Electorate, Group


def blockers(found: Electorate) -> tuple[tuple[str, ...], ...]:
    """List who can block among these voters; the president's ballot decides a tie."""
    president = found.presiding
    return blocking(
        found.groups,
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
            need = majority.need(members=members, votes=tally.cast)
            if not Result(need, tally, own).is_carried:
                found.append(against)
    return tuple(found)
