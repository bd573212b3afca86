"""How many persons voted which way, as SCDL counts them: heads, never weights."""

from datetime import date
from typing import Literal

import msgspec

from ledger.authorities import Authority, kind_of
from ledger.votes import SingleVote, Vote, votes_in
from projections.acts.act_state import ActState
from projections.timelines.world import World

Untold = Literal[
    "", "vote.in-office", "vote.numbers", "vote.more-than-seats", "vote.several"
]
"""Why the five columns stay empty; an act without a vote on record needs no reason."""


class HeadCount(msgspec.Struct, frozen=True):
    """The five columns of a vote: all are filled, or none."""

    in_office: int | None = None
    cast: int | None = None
    for_: int | None = None
    against: int | None = None
    abstentions: int | None = None


def head_count(world: World, act: ActState, day: date) -> HeadCount | Untold:
    """Count the persons of a vote; or tell why they cannot be counted."""
    if act.vote is None:
        return ""
    counts = {_sides(vote) for vote in votes_in(act.vote)}
    if len(counts) > 1:
        return "vote.several"
    sides = counts.pop()
    if not sum(sides):
        return "vote.numbers"
    if kind_of(act.authority) is Authority.INSTITUTION:
        return "vote.in-office"
    in_office = len(
        {
            seat.person
            for seat in world.facts.seats.of(act.authority)
            if seat.period.holds_on(day)
        }
    )
    if in_office < sum(sides):
        return "vote.more-than-seats"
    return HeadCount(in_office, sum(sides), *sides)


def _sides(vote: SingleVote) -> tuple[int, int, int]:
    """Count who was for, against and abstained; nobody of all of one mind."""
    if not isinstance(vote, Vote):
        return 0, 0, 0
    return _heads(vote.for_), _heads(vote.against), _heads(vote.abstentions)


def _heads(ballots: int | tuple[object, ...]) -> int:
    return ballots if isinstance(ballots, int) else len(ballots)
