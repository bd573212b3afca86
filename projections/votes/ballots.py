"""What do the ballots of a vote add up to, and which of them may not stand?

A vote is by name, by number of persons, or both; specification section 8.
"""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Literal

import msgspec

from ledger.institutions import PersonName, person_id, person_name
from ledger.refusals import RefusedError
from ledger.votes import SingleVote, Vote
from ledger.voting_refusals import (
    AbsentVoterError,
    EarlyRepresentativeError,
    RecusedVoterError,
    StrangerError,
    TooManyBallotsError,
    TooManyHeavyBallotsError,
    TwiceVotedError,
)
from projections.votes.counting import Ballot, Tally
from projections.votes.electorate import Electorate, Voter
from projections.votes.proxies import Holders, proxies
from projections.votes.quorum import BESIDE_SINCE, Leaving
from projections.votes.sessions import Session

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


def recused_in(vote: SingleVote) -> frozenset[str]:
    """List who had an interest, and took no part (CGCT L.2131-11 and L.1111-6 II)."""
    if not isinstance(vote, Vote):
        return frozenset()
    named = (*vote.recused, *vote.recused_as_representatives)
    return frozenset(map(person_id, named))


def leaving_for(vote: SingleVote, voters: Electorate) -> Leaving:
    """Tell who leaves for a vote: not present for it, and without a ballot."""
    if not isinstance(vote, Vote):
        return voters.leaving(())
    return voters.leaving(
        frozenset(map(person_id, vote.recused)),
        frozenset(map(person_id, vote.recused_as_representatives)),
    )


def named_in(vote: Vote) -> Iterator[PersonName]:
    """List whose ballots stand on record by name."""
    for side, _ballot in SIDES:
        cast = _cast(vote, side)
        if isinstance(cast, tuple):
            yield from cast


def could_vote(
    vote: SingleVote,
    voters: Electorate,
    session: Session | None,
    proxies_each: int | None,
) -> tuple[Voter, ...]:
    """List who could vote: present, or by a proxy that counts, and not recused.

    All of them where no attendance is on record: nobody can tell. Who leaves for the
    vote holds no proxy either.
    """
    leaving = leaving_for(vote, voters)
    entitled = [one for one in voters.voters if one.person not in leaving.persons]
    if session is None or session.attendance is None:
        return tuple(entitled)
    sheet = session.attendance
    allowed = Holders(
        sheet.present,
        leaving.staying(voters.in_office),
        proxies_each,
        untold=sheet.untold,
    )
    by_proxy = {one.giver for one in proxies(sheet.proxies, allowed) if one.counts}
    there = sheet.present | sheet.untold | by_proxy
    return tuple(voter for voter in entitled if voter.person in there)


# ------------------------------------------------------------------- what it adds up to
def count(
    vote: Vote, voters: Electorate, could: Collection[Voter] | None = None
) -> Counted:
    """Add the ballots up, each with its weight; `could` are those who could vote."""
    named = set(map(person_id, named_in(vote)))
    able = voters.voters if could is None else could
    uncertain = [voter for voter in able if voter.person not in named]
    least, most = Tally(), Tally()
    president: Ballot | None = None
    ballots = 0
    is_out = voters.president in recused_in(vote) or (
        voters.president is not None and voters.voter(voters.president) is None
    )
    for side, ballot in SIDES:
        cast = _cast(vote, side)
        low, high = _weights(vote, side, voters, uncertain)
        ballots += cast if isinstance(cast, int) else len(cast)
        least, most = _with(least, side, low, high), _with(most, side, high, low)
        if isinstance(cast, int):
            is_presidents = vote.president == ballot
        else:
            is_presidents = voters.president in [*map(person_id, cast)]
        if is_presidents and not is_out:
            president = ballot
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


def _weights(
    vote: Vote, side: Side, voters: Electorate, uncertain: Collection[Voter]
) -> tuple[int, int]:
    """Tell the least and the most that one side's ballots may weigh."""
    cast = _cast(vote, side)
    if isinstance(cast, tuple):
        found = [voters.voter(person_id(person)) for person in cast]
        weight = sum(voter.weight for voter in found if voter is not None)
        return weight, weight
    heavy = [voter for voter in uncertain if voters.is_heavy(voter)]
    extra = max((voter.weight - 1 for voter in heavy), default=0)
    told = vote.applicant_department
    if told is not None:
        of_side = {
            "for": told.for_,
            "against": told.against,
            "abstentions": told.abstentions,
        }[side]
        return (cast + extra * of_side,) * 2
    light = len(uncertain) - len(heavy)
    return (
        cast + extra * max(cast - light, 0),
        cast + extra * min(cast, len(heavy)),
    )


# ------------------------------------------------------------------- who may not
def too_early(vote: SingleVote, day: date) -> Iterator[RefusedError]:
    """Refuse to leave representatives out of the quorum before the law did."""
    is_told = isinstance(vote, Vote) and bool(vote.recused_as_representatives)
    if is_told and day < BESIDE_SINCE:
        yield EarlyRepresentativeError(day=day, since=BESIDE_SINCE)


def strangers(
    vote: Vote,
    voters: Electorate,
    session: Session | None,
    could: Collection[Voter],
) -> Iterator[RefusedError]:
    """List the ballots that may not stand, and numbers greater than the electorate.

    `could` are those who could vote at that session.
    """
    recused = recused_in(vote)
    able = {voter.person for voter in could}
    seen: set[str] = set()
    named = [*named_in(vote)]
    for written in [*named, *_told(vote, voters)]:
        person, name = person_id(written), _called(written, voters)
        if person in seen:
            yield TwiceVotedError(person=name)
        elif person in recused:
            yield RecusedVoterError(person=name)
        elif voters.voter(person) is None:
            yield StrangerError(person=name, id=person, day=voters.day)
        elif person not in able:
            reference = session.reference if session is not None else ""
            yield AbsentVoterError(person=name, session=reference)
        seen.add(person)
    sides = [_cast(vote, side) for side, _ in SIDES]
    counted = sum(cast for cast in sides if isinstance(cast, int))
    ballots = counted + len(named)
    if counted and ballots > len(could):
        yield TooManyBallotsError(ballots=ballots, voters=len(could))
    if voters.department is not None:
        yield from _wrong_weights(vote, voters, could)


def _wrong_weights(
    vote: Vote, voters: Electorate, could: Collection[Voter]
) -> Iterator[RefusedError]:
    """Hold the ballots of the applicant's département against its delegates."""
    told = vote.applicant_department
    if told is None:
        return
    heavy = [voter for voter in could if voters.is_heavy(voter)]
    whole = told.for_ + told.against + told.abstentions
    if whole > len(heavy):
        yield TooManyHeavyBallotsError(ballots=whole, voters=len(heavy))
    named = set(map(person_id, named_in(vote)))
    light = sum(
        voter.person not in named and not voters.is_heavy(voter) for voter in could
    )
    of_others = 0
    for cast, of_side in (
        (vote.for_, told.for_),
        (vote.against, told.against),
        (vote.abstentions, told.abstentions),
    ):
        if isinstance(cast, int):
            of_others += max(cast - of_side, 0)
            if of_side > cast:
                yield TooManyHeavyBallotsError(ballots=of_side, voters=cast)
    if of_others > light:
        yield TooManyBallotsError(ballots=of_others, voters=light)


def _called(written: PersonName, voters: Electorate) -> str:
    """Name a person as written; where that was a slug, as known."""
    voter = voters.voter(person_id(written))
    known = voter.name if voter is not None else person_id(written)
    return person_name(written) or known


def _told(vote: Vote, voters: Electorate) -> Iterator[str]:
    """Name the president, where the numbers say how the president voted."""
    is_told = vote.president not in {None, "absent"}
    named = set(map(person_id, named_in(vote)))
    president = voters.president
    if is_told and president is not None and president not in named:
        yield president
