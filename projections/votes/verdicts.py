"""Does a vote carry, and what is wrong with it, once it is known who may vote?

Statutes, clauses majority.*, tie, quorum, bureau and colleges; specification section 8.
Pure: an electorate, a session and the rules of the day go in.
"""

from collections.abc import Iterator
from datetime import date

import msgspec

from ledger.clauses import StatutesClause
from ledger.language import N_
from ledger.refusals import RefusedError
from ledger.statutes import Rules
from ledger.votes import SingleVote, Vote
from ledger.voting_refusals import (
    AccountsMajorityError,
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
from projections.reason import Reason, Rule
from projections.votes.ballots import could_vote, count, leaving_for, strangers
from projections.votes.counting import TIE, Ballot, Need, Result, Tally
from projections.votes.electorate import Electorate, Voter
from projections.votes.quorum import Quorum, quorum, share_present
from projections.votes.sessions import Session

CAST = Rule("vote.cast", N_("By weight: {for_} for, {against} against."))
CARRIED = Rule("vote.carried", N_("By the rule of that day, the question is carried."))
LOST = Rule("vote.lost", N_("By the rule of that day, the question is not carried."))
UNTOLD = Rule(
    "vote.untold",
    N_("By what is on record, nobody can tell whether the question is carried."),
)

_MAJORITY_ERRORS: dict[StatutesClause, type[RefusedError]] = {
    "majority.adhesion": AdhesionMajorityError,
    "majority.withdrawal": WithdrawalMajorityError,
    "majority.statutes": StatutesMajorityError,
    "bureau": BureauMajorityError,
    "colleges": CollegeMajorityError,
}


class Outcome(msgspec.Struct, frozen=True):
    """What the ballots come to, and what the declared outcome gets wrong.

    `result` is None where it is not established, though `is_carried` may be: None
    where nobody can tell that either.
    """

    result: Result | None = None
    is_carried: bool | None = None
    refusal: RefusedError | None = None


class Verdict(msgspec.Struct, frozen=True):
    """What a vote comes to, and what is wrong with it.

    `need` is what carries it, of what was cast: of all votes, where that is not told.
    `quorum` is None where none is needed, or nobody can tell who was there. `ballots`
    are those on record, abstentions too, of `could_vote` persons; None for `unanimous`.
    """

    day: date
    need: Need
    outcome: Outcome
    quorum: Quorum | None
    refusals: tuple[RefusedError, ...]
    ballots: int | None = None
    could_vote: int = 0

    @property
    def tally(self) -> Tally | None:
        """Tell what was cast; None where it is not established."""
        return self.outcome.result.tally if self.outcome.result is not None else None

    @property
    def is_carried(self) -> bool | None:
        """Tell whether the question is carried; None where nobody can."""
        return self.outcome.is_carried

    @property
    def is_tie(self) -> bool:
        """Tell whether it was for the president's own ballot to decide."""
        result = self.outcome.result
        return result is not None and result.is_tie and self.need.majority.presided

    @property
    def casting_vote(self) -> Ballot | None:
        """Tell the ballot that decided a tie; None for no tie, or one undecided."""
        result = self.outcome.result
        return result.president if result is not None and self.is_tie else None

    @property
    def because(self) -> tuple[Reason, ...]:
        """Say who was there, what was cast and needed, and what follows."""
        present = self.quorum.because if self.quorum is not None else ()
        return (*present, *_said(self))


def verdict(
    vote: SingleVote,
    voters: Electorate,
    session: Session | None,
    rules: Rules,
    *,
    needs_quorum: bool,
) -> Verdict:
    """Judge a vote, once it is known who may vote and under which rules."""
    could = could_vote(vote, voters, session, rules.proxies_each)
    wrong: list[RefusedError] = []
    if isinstance(vote, Vote):
        wrong += strangers(vote, voters, session, could)
        outcome = _outcome(vote, voters, could)
    else:
        outcome = _unanimous(voters, session, could)
    found = _quorum(vote, voters, session, rules) if needs_quorum else None
    if found is not None and not found.is_met:
        reference = session.reference if session is not None else ""
        wrong.append(NoQuorumError(session=reference, **found.numbers))
    if outcome.refusal is not None:
        wrong.append(outcome.refusal)
    tally = outcome.result.tally if outcome.result is not None else None
    return Verdict(
        voters.day,
        voters.need(tally),
        outcome,
        found,
        tuple(wrong),
        ballots=count(vote, voters, could).ballots if isinstance(vote, Vote) else None,
        could_vote=len(could),
    )


def _quorum(
    vote: SingleVote, voters: Electorate, session: Session | None, rules: Rules
) -> Quorum | None:
    """Hold who was there for the question against the quorum, where that is known."""
    if session is None or session.attendance is None:
        return None
    return quorum(
        share_present(voters.body, rules),
        voters.day,
        voters.in_office,
        session.attendance.present,
        leaving_for(vote, voters),
    )


# ------------------------------------------------------------------- the outcome
def _outcome(vote: Vote, voters: Electorate, could: tuple[Voter, ...]) -> Outcome:
    """Tell what the ballots come to; they may weigh from the least to the most."""
    counted = count(vote, voters, could)
    president = counted.president if voters.majority.presided else None
    least, most = (
        Result(voters.need(tally), tally, president)
        for tally in (counted.least, counted.most)
    )
    carried = least.is_carried
    if carried != most.is_carried:
        return Outcome(refusal=UntoldWeightError(ballots=counted.ballots))
    told = least if least == most else None
    if carried and vote.outcome == "rejected":
        return Outcome(told, carried, WrongOutcomeError(**least.numbers))
    if not carried and vote.outcome != "rejected":
        return Outcome(told, carried, _missed(most))
    return Outcome(told, carried)


def _unanimous(
    voters: Electorate, session: Session | None, could: tuple[Voter, ...]
) -> Outcome:
    """Tell what all of one mind carry; of the members, only where they were counted."""
    is_of_votes = voters.majority.base == "votes"
    if session is None or session.attendance is None:
        is_carried = voters.majority.settles or (is_of_votes and bool(could))
        return Outcome(is_carried=is_carried or None)
    tally = Tally(sum(voter.weight for voter in could))
    result = Result(voters.need(tally), tally, None)
    refusal = None if result.is_carried else _missed(result)
    told = None if is_of_votes else result
    return Outcome(told, result.is_carried, refusal)


def _missed(result: Result) -> RefusedError:
    """Refuse what was not carried, by the clause that sets its majority."""
    majority = result.need.majority
    if majority.settles:
        return AccountsMajorityError(**result.numbers)
    if result.is_tie and majority.presided:
        return TieError(**result.numbers)
    error = _MAJORITY_ERRORS.get(majority.clause, OrdinaryMajorityError)
    return error(**result.numbers)


def _said(found: Verdict) -> Iterator[Reason]:
    tally, need = found.tally, found.need
    if tally is not None:
        yield CAST.of(found.day, for_=tally.for_, against=tally.against)
    if tally is not None or need.majority.base == "members":
        yield need.reason(found.day)
    if found.is_tie:
        yield TIE.under(need.majority.clause).of(found.day)
    rule = {True: CARRIED, False: LOST, None: UNTOLD}[found.is_carried]
    yield rule.of(found.day)
