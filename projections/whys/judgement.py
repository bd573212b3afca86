"""By which rule of its day was a vote judged, and what follows?

Statutes arts. 8.1 to 8.5, 11, 15 to 17; specification section 8: who could vote, with
what weight, what was cast, what was needed, whether the quorum was there.
"""

from collections.abc import Iterator

from ledger.authorities import COMMITTEE
from ledger.language import N_
from ledger.votes import ReportedVote, Vote
from ledger.voting_refusals import UnknownDepartmentError, UntoldWeightError
from projections.acts.as_known import ActAsKnown
from projections.citing import step
from projections.findings.finding import Reason, plainly, said
from projections.missing import Missing
from projections.reason import Rule, Step
from projections.votes.counting import HALF, Tally
from projections.votes.electorate import Electorate, majority_clause
from projections.votes.judged_votes import Judge, Judged
from projections.whys.sitting import electorate_steps, quorum_steps, session_steps
from projections.whys.values import Cast

CAST = Rule("vote.cast", N_("By weight: {for_} for, {against} against."))
NEEDS_MORE_FOR = Rule(
    "vote.needed",
    N_("Needed: more for than against; of {whole} votes cast, {needed}."),
)
NEEDS_SHARE = Rule(
    "vote.needed",
    N_("Needed: {needed} for; {share} of the {whole} votes cast are {exact}."),
)
NEEDS_MEMBERS = Rule(
    "vote.needed",
    N_("Needed: {needed} for; {share} of the {whole} members in office are {exact}."),
)
TIE = Rule(
    "vote.tie",
    N_("In a tie the president's own ballot decides."),
    "tie",
)
CARRIED = Rule("vote.carried", N_("By the rule of that day, the question is carried."))
LOST = Rule("vote.lost", N_("By the rule of that day, the question is not carried."))
UNTOLD = Rule(
    "vote.untold",
    N_("By what is on record, nobody can tell whether the question is carried."),
)
NO_RULES = Rule("vote.no-rules", N_("No statutes are on record for {day}."))
BROKEN = Rule("vote.broken", N_("It breaks the rule {rule}: {what}."))
ACCEPTED = Rule(
    "vote.irregular", N_("The rule {rule} was set aside when it was recorded: {reason}")
)


def judgement(judge: Judge, act: ActAsKnown, judged: Judged) -> Iterator[Step]:
    """Derive the outcome of a vote, step by step, by the rule of its day."""
    day = judged.session.held_on if judged.session else act.adopted_on
    if day is None:
        return
    yield from session_steps(judge, judged, day)
    if judged.electorate is None:
        errors = judged.refusals
        is_untold = any(isinstance(one, UnknownDepartmentError) for one in errors)
        rule = UNTOLD if is_untold else NO_RULES
        yield step(judge.world, rule, day, **({} if is_untold else {"day": day}))
    else:
        yield from electorate_steps(judge, judged.electorate)
        yield from quorum_steps(judge, judged, judged.electorate)
        yield from _majority(judge, judged, judged.electorate)
    for error in judged.refusals:
        what = said(Reason(error), plainly)
        yield step(judge.world, BROKEN, day, rule=error.rule, what=what)
    for one in act.registered.irregular:
        yield step(judge.world, ACCEPTED, day, rule=one.rule, reason=one.reason)


def lacking(act: ActAsKnown, judged: Judged) -> Iterator[Missing]:
    """List what a judgement lacks."""
    if act.adopted_on is None and judged.session is None:
        yield Missing(act.reference, "adopted_on")
        return
    if act.authority == COMMITTEE and judged.session is None:
        yield Missing(act.reference, "session")
    if judged.session is not None and judged.session.attendance is None:
        yield Missing(judged.session.act, "attendance")
    for error in judged.refusals:
        if isinstance(error, UnknownDepartmentError):
            yield Missing(act.reference, "department")
        if isinstance(error, UntoldWeightError):
            yield Missing(act.reference, "applicant_department")
    if judged.electorate is None and not judged.refusals:
        yield Missing(None, "statutes")


def cast(vote: ReportedVote, judged: Judged) -> Cast:
    """Tell a vote as reported, and the numbers of its judgement, for scripts."""
    outcome = vote.outcome if isinstance(vote, Vote) else None
    voters, tally = judged.electorate, judged.tally
    if voters is None:
        return Cast(vote=vote, outcome=outcome, carried=judged.is_carried)
    return Cast(
        vote=vote,
        outcome=outcome,
        carried=judged.is_carried,
        body=voters.body,
        question=voters.asked.question,
        on=voters.day,
        statutes=voters.statutes,
        voters=voters.voters,
        votes=voters.votes,
        in_office=len(voters.in_office),
        majority=f"{voters.majority.share} of {voters.majority.base}",
        base=voters.majority.base,
        tally=tally,
        needed=voters.majority.needed(_whole(voters, tally)) if tally else None,
        session=judged.session.reference if judged.session else None,
        refusals=tuple(error.rule for error in judged.refusals),
    )


# ------------------------------------------------------------------- the outcome
def _majority(judge: Judge, judged: Judged, voters: Electorate) -> Iterator[Step]:
    """Tell what was cast and needed, as an exact fraction, and what follows."""
    opened, day, tally = judge.opened(voters.day), voters.day, judged.tally
    clause = majority_clause(voters.body, voters.asked.question)
    if tally is not None:
        yield step(opened, CAST, day, for_=tally.for_, against=tally.against)
    whole = _whole(voters, tally)
    if tally is not None or voters.majority.base == "members":
        rule = _needed(voters).under(clause)
        exact = voters.majority.share * whole
        yield step(
            opened,
            rule,
            day,
            share=str(voters.majority.share),
            whole=whole,
            exact=str(exact),
            needed=voters.majority.needed(whole),
        )
    is_tied = tally is not None and tally.for_ == tally.against > 0
    if is_tied and voters.majority.share == HALF and clause != "colleges":
        yield step(opened, TIE.under(clause), day)
    outcome = {True: CARRIED, False: LOST, None: UNTOLD}[judged.is_carried]
    yield step(opened, outcome, day)


def _needed(voters: Electorate) -> Rule:
    if voters.majority.base == "members":
        return NEEDS_MEMBERS
    return NEEDS_MORE_FOR if voters.majority.share == HALF else NEEDS_SHARE


def _whole(voters: Electorate, tally: Tally | None) -> int:
    """Tell of how many the majority is: the members in office, or the votes cast."""
    if voters.majority.base == "members":
        return len(voters.in_office)
    return tally.cast if tally is not None else voters.votes
