"""What was put to the vote, by the votes of an act and the decisions it takes?

Specification section 8: one vote may be about several members, and is then judged for
each; a decision voted under another question than its own is refused.
"""

from collections.abc import Iterator, Sequence

import msgspec

from ledger.events.event import name_of
from ledger.refusals import RefusedError
from ledger.votes import SingleVote, Vote, votes_in
from ledger.voting_refusals import (
    AmbiguousVoteError,
    NoVoteOnDecisionError,
    UnnamedVoteError,
    WrongApplicantError,
    WrongQuestionError,
)
from projections.acts.act_state import ActState, DecisionState
from projections.acts.votes_taken import votes_on
from projections.votes.electorate import Asked

CONCERNING = {"adhesion", "withdrawal"}
"""The questions about one institution each."""

UNREPORTED = Vote()
"""Stands for the vote of an act whose vote is not on record."""


class Put(msgspec.Struct, frozen=True):
    """A question put to the vote, how it was answered, and the decisions it is about.

    Several may have one and the same `vote`: each is judged by itself.
    """

    asked: Asked
    vote: SingleVote
    decisions: tuple[DecisionState, ...] = ()


class QuestionsPut(msgspec.Struct, frozen=True):
    """What an act put to the vote: one question at least; what is voted wrongly."""

    each: tuple[Put, ...]
    refusals: tuple[RefusedError, ...] = ()

    @property
    def are_several(self) -> bool:
        """Tell whether the act asks more than one question."""
        return len(self.each) > 1


def questions_put(act: ActState) -> QuestionsPut:
    """Tell what was put to the vote, and which decisions are voted wrongly under it."""
    votes = votes_in(act.vote) or (UNREPORTED,)
    decisions: list[list[DecisionState]] = [[] for _ in votes]
    refusals: list[RefusedError] = list(_unnamed(votes))
    for taken in act.proposed:
        own = votes_on(votes, taken.decision)
        if len(own) == 1:
            decisions[own[0]].append(taken)
        else:
            error = AmbiguousVoteError if own else NoVoteOnDecisionError
            refusals.append(error(decision=name_of(taken.decision)))
    each: list[Put] = []
    for vote, taken_by_it in zip(votes, decisions, strict=True):
        found = _of_one(vote, taken_by_it)
        each += found.each
        refusals += found.refusals
    return QuestionsPut(tuple(each), tuple(refusals))


def _unnamed(votes: Sequence[SingleVote]) -> Iterator[RefusedError]:
    """Find the votes of a list that say neither whom nor what they are about."""
    for vote in votes if len(votes) > 1 else ():
        if isinstance(vote, Vote) and vote.question is None and vote.applicant is None:
            yield UnnamedVoteError()


def _of_one(vote: SingleVote, decisions: Sequence[DecisionState]) -> QuestionsPut:
    """Tell what one vote was about: one question, or each member's in turn."""
    said = vote if isinstance(vote, Vote) else UNREPORTED
    meant = [taken.decision.KIND.voted_as[0] for taken in decisions]
    question = said.question or (meant[0] if meant else "ordinary")
    refusals: list[RefusedError] = []
    members: dict[str, list[DecisionState]] = {}
    for taken in decisions:
        allowed = taken.decision.KIND.voted_as
        if question not in allowed:
            refusals.append(_wrong_question(taken, question))
        member: str | None = getattr(taken.decision, "member", None)
        if member is None or question not in CONCERNING or question not in allowed:
            continue
        members.setdefault(member, []).append(taken)
        if said.applicant not in {None, member}:
            name = name_of(taken.decision)
            values = {"member": member, "applicant": said.applicant}
            refusals.append(WrongApplicantError(decision=name, **values))
    if said.applicant is None and len(members) > 1:
        each = tuple(
            Put(Asked(question, member, said.competence), vote, tuple(own))
            for member, own in members.items()
        )
    else:
        applicant = said.applicant or next(iter(members), None)
        asked = Asked(question, applicant, said.competence)
        each = (Put(asked, vote, tuple(decisions)),)
    return QuestionsPut(each, tuple(refusals))


def _wrong_question(taken: DecisionState, voted_as: str) -> RefusedError:
    needed = taken.decision.KIND.voted_as[0]
    return WrongQuestionError(
        decision=name_of(taken.decision),
        needed=needed,
        needed_as=needed,
        voted_as=voted_as,
    )
