"""Who sits in the body that votes, in the order of the annexes, and by which acts?"""

from collections.abc import Iterable

import msgspec

from projections.naming.names import member_rank, name_on, sort_key
from projections.reason import because
from projections.seats.seats import sitting
from projections.timelines.world import World
from projections.votes.electorate import COMMUNAL_BLOCK, Electorate, Voter


class Elector(msgspec.Struct, frozen=True):
    """A member in office: for which member, with what weight, by which acts."""

    person: str
    name: str
    seat_of: str
    seat_of_name: str
    weight: int
    group: str
    because: tuple[str, ...]


def electors(opened: World, found: Electorate) -> tuple[Elector, ...]:
    """List who may vote."""
    return _with_acts(opened, found, found.voters)


def without_vote(opened: World, found: Electorate) -> tuple[Elector, ...]:
    """List the members in office who may not vote, as electors of no weight."""
    founders = opened.membership.founders
    seats = opened.bodies.body(found.body).seats
    silent = [
        Voter(
            person,
            opened.persons.get(person, person),
            seat.member,
            0,
            seat.member if seat.member in founders else COMMUNAL_BLOCK,
        )
        for person in found.in_office
        if found.voter(person) is None
        and (seat := sitting(seats, person, found.day)) is not None
    ]
    return _with_acts(opened, found, silent)


def in_order(opened: World, found: Electorate) -> list[Voter]:
    """Order voters as annexes order members, then by name."""
    return _ordered(opened, found, found.voters)


def _ordered(opened: World, found: Electorate, voters: Iterable[Voter]) -> list[Voter]:
    def rank(voter: Voter) -> tuple[tuple[int, str], str]:
        return member_rank(opened, voter.seat_of, found.day), sort_key(voter.name)

    return sorted(voters, key=rank)


def _with_acts(
    opened: World, found: Electorate, voters: Iterable[Voter]
) -> tuple[Elector, ...]:
    listed = []
    for voter in _ordered(opened, found, voters):
        seat = sitting(opened.bodies.body(found.body).seats, voter.person, found.day)
        elector = Elector(
            voter.person,
            voter.name,
            voter.seat_of,
            name_on(opened, voter.seat_of, found.day),
            voter.weight,
            voter.group,
            because(seat.opened) if seat is not None else (),
        )
        listed.append(elector)
    return tuple(listed)
