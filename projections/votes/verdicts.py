"""Does a vote carry, and what is wrong with it, once it is known who may vote?

Statutes arts. 8.1, 8.3, 11, 15 to 17; specification section 8. Pure: an electorate, a
session and the rules of the day go in.
"""

from fractions import Fraction
from math import ceil

import msgspec

from ledger.authorities import COMMITTEE
from ledger.refusals import RefusedError
from ledger.statutes import Rules
from ledger.votes import Question, ReportedVote, Vote
from ledger.voting_refusals import (
    AdhesionMajorityError,
    BureauMajorityError,
    CollegeMajorityError,
    NoQuorumError,
    OrdinaryMajorityError,
    StatutesMajorityError,
    TieError,
    UntoldWeightError,
    WithdrawalMajorityError,
    WrongOutcomeError,
)
from projections.seats.seats import BUREAU
from projections.votes.ballots import could_vote, count, recused_in, strangers
from projections.votes.counting import HALF, Tally, is_carried
from projections.votes.electorate import Electorate, Voter
from projections.votes.sessions import Session, has_quorum

_MAJORITY_ERRORS: dict[Question, type[RefusedError]] = {
    "adhesion": AdhesionMajorityError,
    "withdrawal": WithdrawalMajorityError,
    "statutes": StatutesMajorityError,
}


class Verdict(msgspec.Struct, frozen=True):
    """What a vote comes to; `is_carried` is None where nobody can tell."""

    tally: Tally | None = None
    is_carried: bool | None = None
    refusals: tuple[RefusedError, ...] = ()


def verdict(
    vote: ReportedVote,
    voters: Electorate,
    session: Session | None,
    rules: Rules,
    *,
    needs_quorum: bool,
) -> Verdict:
    """Judge a vote, once it is known who may vote and under which rules."""
    each = rules.proxies_each or 0
    could = could_vote(vote, voters, session, each)
    wrong: list[RefusedError] = []
    if isinstance(vote, Vote):
        wrong += strangers(vote, voters, session, could)
        tally, carried, refusal = _outcome(vote, voters, could)
    else:
        tally, carried, refusal = _unanimous(voters, session, could)
    if needs_quorum and voters.body == COMMITTEE:
        wrong += _missed_quorum(vote, voters, session, rules)
    if refusal is not None:
        wrong.append(refusal)
    return Verdict(tally, carried, tuple(wrong))


def _missed_quorum(
    vote: ReportedVote, voters: Electorate, session: Session | None, rules: Rules
) -> list[RefusedError]:
    """Hold who was there against the quorum; recused members are not counted."""
    if session is None or session.attendance is None:
        return []
    recused = recused_in(vote)
    in_office = [one for one in voters.in_office if one not in recused]
    present = session.attendance.present & {*in_office}
    quorum = rules.quorum or "0/1"
    if has_quorum(present, in_office, quorum):
        return []
    return [
        NoQuorumError(
            present=len(present),
            session=session.reference,
            in_office=len(in_office),
            needed=ceil(Fraction(quorum) * len(in_office)),
        )
    ]


Outcome = tuple[Tally | None, bool | None, RefusedError | None]


def _outcome(vote: Vote, voters: Electorate, could: tuple[Voter, ...]) -> Outcome:
    """Tell the tally, whether it carries, and what its declared outcome gets wrong.

    No tally where it is not established, though what it carries is.
    """
    counted = count(vote, voters, could)
    president = counted.president if voters.body in {COMMITTEE, BUREAU} else None
    members = len(voters.in_office)
    least, most = (
        is_carried(tally, voters.majority, members=members, president=president)
        for tally in (counted.least, counted.most)
    )
    if least != most:
        return None, None, UntoldWeightError(ballots=counted.ballots)
    tally = counted.least if counted.least == counted.most else None
    if least and vote.outcome == "rejected":
        return tally, least, WrongOutcomeError(**numbers(counted.least, voters))
    if not least and vote.outcome != "rejected":
        error = _majority_error(voters, counted.most)
        return tally, least, error(**numbers(counted.most, voters))
    return tally, least, None


def _unanimous(
    voters: Electorate, session: Session | None, could: tuple[Voter, ...]
) -> Outcome:
    """Tell what all of one mind carry; of the members, only where they were counted."""
    if session is None or session.attendance is None:
        is_of_votes = voters.majority.base == "votes" and bool(could)
        return None, is_of_votes or None, None
    tally = Tally(sum(voter.weight for voter in could))
    members = len(voters.in_office)
    carried = is_carried(tally, voters.majority, members=members, president=None)
    told = tally if voters.majority.base == "members" else None
    if carried:
        return told, carried, None
    error = _majority_error(voters, tally)
    return told, carried, error(**numbers(tally, voters))


def numbers(tally: Tally, voters: Electorate) -> dict[str, int]:
    """Tell what was cast, and how many were needed of how many."""
    is_of_members = voters.majority.base == "members"
    whole = len(voters.in_office) if is_of_members else tally.cast
    needed = voters.majority.needed(whole)
    return {
        "for_": tally.for_,
        "against": tally.against,
        "needed": needed,
        "whole": whole,
    }


def _majority_error(voters: Electorate, tally: Tally) -> type[RefusedError]:
    is_tied = voters.majority.share == HALF and tally.for_ == tally.against > 0
    if is_tied and voters.body in {COMMITTEE, BUREAU}:
        return TieError
    if voters.body == BUREAU:
        return BureauMajorityError
    if voters.body != COMMITTEE:
        return CollegeMajorityError
    return _MAJORITY_ERRORS.get(voters.asked.question, OrdinaryMajorityError)
