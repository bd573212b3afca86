"""What was put to the vote, by the decisions the act takes?

Specification section 8: a decision voted under another question is refused.
"""

from ledger.events.event import name_of
from ledger.refusals import RefusedError
from ledger.votes import Vote
from ledger.voting_refusals import WrongApplicantError, WrongQuestionError
from projections.acts.act_state import ActState
from projections.votes.electorate import Asked


def asked_by(act: ActState) -> tuple[Asked, list[RefusedError]]:
    """Tell what was put to the vote, and which decisions are voted wrongly under it."""
    vote = act.vote if isinstance(act.vote, Vote) else Vote()
    decisions = [taken.decision for taken in act.proposed]
    meant = [decision.KIND.voted_as[0] for decision in decisions]
    question = vote.question or (meant[0] if meant else "ordinary")
    applicant, wrong = vote.applicant, list[RefusedError]()
    for decision in decisions:
        allowed = decision.KIND.voted_as
        if question not in allowed:
            wrong.append(
                WrongQuestionError(
                    decision=name_of(decision),
                    needed=allowed[0],
                    needed_as=allowed[0],
                    voted_as=question,
                )
            )
        member: str | None = getattr(decision, "member", None)
        if question in {"adhesion", "withdrawal"} and question in allowed:
            if applicant not in {None, member}:
                wrong.append(
                    WrongApplicantError(
                        decision=name_of(decision), member=member, applicant=applicant
                    )
                )
            applicant = applicant or member
    return Asked(question, applicant, vote.competence), wrong
