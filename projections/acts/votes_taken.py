"""Which of the votes an act reports is a decision's, and did that carry it?

Specification section 8: one vote for all decisions, or a list, each with the applicant
or the question it is about; a rejected one takes effect from its own decisions only.
"""

from collections.abc import Sequence

from ledger.events.catalogue import Decision
from ledger.votes import ReportedVote, SingleVote, Vote, votes_in


def votes_on(votes: Sequence[SingleVote], decision: Decision) -> tuple[int, ...]:
    """List the places of the votes that are about a decision: one, if all is well.

    A single vote is about all. Of several, those that name the decision's member, else
    those that name none, under one of its questions.
    """
    if len(votes) == 1:
        return (0,)
    member: str | None = getattr(decision, "member", None)
    fitting = [
        (place, vote.applicant)
        for place, vote in enumerate(votes)
        if isinstance(vote, Vote)
        and vote.applicant in {None, member}
        and vote.question in {None, *decision.KIND.voted_as}
    ]
    named = [place for place, applicant in fitting if applicant is not None]
    return tuple(named or (place for place, _ in fitting))


def is_rejected(vote: SingleVote | None) -> bool:
    """Tell whether a vote was declared lost.

    Recording judged it; an outcome against the rules is recorded as irregular, with its
    full effect (specification sections 8 and 11).
    """
    return isinstance(vote, Vote) and vote.outcome == "rejected"


def is_carried(reported: ReportedVote | None, decision: Decision) -> bool:
    """Tell whether a decision was adopted, as its vote was declared."""
    votes = votes_in(reported)
    own = votes_on(votes, decision) if votes else ()
    return not own or not all(is_rejected(votes[place]) for place in own)


def is_adopted(reported: ReportedVote | None) -> bool:
    """Tell whether any of what an act puts to the vote was adopted."""
    votes = votes_in(reported)
    return not votes or not all(map(is_rejected, votes))
