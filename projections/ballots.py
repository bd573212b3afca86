"""What do the ballots of a vote add up to, and which of them may not stand?

A vote is by name, by number of persons, or both; specification section 8.
"""

from collections.abc import Iterator
from typing import Literal

import msgspec

from ledger.institutions import PersonName, person_id, person_name
from ledger.refusals import RefusedError
from ledger.votes import Vote
from ledger.voting_refusals import (
    AbsentVoterError,
    RecusedVoterError,
    StrangerError,
    TooManyBallotsError,
    TooManyHeavyBallotsError,
    TwiceVotedError,
)
from projections.counting import Ballot, Tally
from projections.electorate import Electorate
from projections.sessions import Session

Side = Literal["for", "against", "abstentions"]
SIDES: tuple[tuple[Side, Ballot], ...] = (
    ("for", "for"),
    ("against", "against"),
    ("abstentions", "abstention"),
)


class Counted(msgspec.Struct, frozen=True):
    """What a vote adds up to: from the least to the most it may weigh.

    The two differ where persons were counted and nobody says how many of them are the
    delegates whose votes weigh more. `president` is the president's own ballot.
    """

    least: Tally
    most: Tally
    president: Ballot | None
    ballots: int


def count(vote: Vote, voters: Electorate) -> Counted:
    """Add the ballots up, each with its weight."""
    least, most = Tally(), Tally()
    president: Ballot | None = None
    ballots = 0
    for side, ballot in SIDES:
        cast = _cast(vote, side)
        low, high = _weights(vote, side, voters)
        ballots += cast if isinstance(cast, int) else len(cast)
        least, most = _with(least, side, low, high), _with(most, side, high, low)
        if isinstance(cast, tuple) and voters.president in [*map(person_id, cast)]:
            president = ballot
    if president is None and vote.president != "absent":
        president = vote.president
    return Counted(least, most, president, ballots)


def _with(tally: Tally, side: Side, as_for: int, as_against: int) -> Tally:
    """Add votes: the least is told with the fewest for and the most against."""
    match side:
        case "for":
            return msgspec.structs.replace(tally, for_=tally.for_ + as_for)
        case "against":
            against = tally.against + as_against
            return msgspec.structs.replace(tally, against=against)
        case "abstentions":
            abstentions = tally.abstentions + as_for
            return msgspec.structs.replace(tally, abstentions=abstentions)


def _cast(vote: Vote, side: Side) -> int | tuple[PersonName, ...]:
    match side:
        case "for":
            return vote.for_
        case "against":
            return vote.against
        case "abstentions":
            return vote.abstentions


def _weights(vote: Vote, side: Side, voters: Electorate) -> tuple[int, int]:
    """Tell the least and the most that one side's ballots may weigh."""
    cast = _cast(vote, side)
    if isinstance(cast, tuple):
        found = [voters.voter(person_id(person)) for person in cast]
        weight = sum(voter.weight for voter in found if voter is not None)
        return weight, weight
    heavy = [voter for voter in voters.voters if voter.weight > 1]
    extra = max((voter.weight - 1 for voter in heavy), default=0)
    told = vote.applicant_department
    if told is not None:
        of_side = {
            "for": told.for_,
            "against": told.against,
            "abstentions": told.abstentions,
        }[side]
        return (cast + extra * of_side,) * 2
    light = len(voters.voters) - len(heavy)
    return (
        cast + extra * max(cast - light, 0),
        cast + extra * min(cast, len(heavy)),
    )


# ------------------------------------------------------------------- who may not
def strangers(
    vote: Vote, voters: Electorate, session: Session | None, proxies_each: int
) -> Iterator[RefusedError]:
    """List the ballots that may not stand, and numbers greater than the electorate."""
    recused = {person_id(person) for person in vote.recused}
    seen: set[str] = set()
    for written in _named(vote):
        person, name = person_id(written), _called(written, voters)
        if person in seen:
            yield TwiceVotedError(person=name)
        elif person in recused:
            yield RecusedVoterError(person=name)
        elif voters.voter(person) is None:
            yield StrangerError(person=name, id=person, day=voters.day)
        elif not _is_there(person, session, recused, proxies_each):
            reference = session.reference if session is not None else ""
            yield AbsentVoterError(person=name, session=reference)
        seen.add(person)
    ballots = count(vote, voters).ballots
    could = [
        voter.person
        for voter in voters.voters
        if voter.person not in recused
        and _is_there(voter.person, session, recused, proxies_each)
    ]
    is_counted = any(isinstance(_cast(vote, side), int) for side, _ in SIDES)
    if is_counted and ballots > len(could):
        yield TooManyBallotsError(ballots=ballots, voters=len(could))
    yield from _too_many_heavy(vote, voters)


def _too_many_heavy(vote: Vote, voters: Electorate) -> Iterator[RefusedError]:
    """Hold the ballots of the applicant's département against its delegates."""
    told = vote.applicant_department
    if told is None:
        return
    heavy = sum(voter.weight > 1 for voter in voters.voters)
    whole = told.for_ + told.against + told.abstentions
    if whole > heavy:
        yield TooManyHeavyBallotsError(ballots=whole, voters=heavy)
    for cast, of_side in (
        (vote.for_, told.for_),
        (vote.against, told.against),
        (vote.abstentions, told.abstentions),
    ):
        if isinstance(cast, int) and of_side > cast:
            yield TooManyHeavyBallotsError(ballots=of_side, voters=cast)


def _named(vote: Vote) -> Iterator[PersonName]:
    for side, _ballot in SIDES:
        cast = _cast(vote, side)
        if isinstance(cast, tuple):
            yield from cast


def _called(written: PersonName, voters: Electorate) -> str:
    """Name a person as written; where that was a slug, as known."""
    voter = voters.voter(person_id(written))
    known = voter.name if voter is not None else person_id(written)
    return person_name(written) or known


def _is_there(
    person: str, session: Session | None, recused: set[str], proxies_each: int
) -> bool:
    """Tell whether a person was present, or gave a proxy that counts.

    True where no attendance is on record: nobody can tell. Who is recused holds none.
    """
    if session is None or session.attendance is None:
        return True
    there = session.attendance
    if person in there.present:
        return True
    holders = [holder for giver, holder in there.proxies if giver == person]
    lawful = there.lawful_givers(proxies_each)
    return person in lawful and not recused.issuperset(holders)
