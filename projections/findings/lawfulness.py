"""Which votes and sessions would be refused today, by what is known now?

A vote is judged when it is recorded, by what is known then; what is learned or
corrected afterwards may show that it broke a rule. Where that is only that somebody's
seat fell later, the vote is to review (`review.py`).
"""

from collections.abc import Iterator
from typing import get_args

from ledger.events.committee import AttendanceRecorded, SessionConvened
from ledger.excusable import ExcusableRule
from ledger.language import N_
from ledger.language import translate as _
from ledger.refusals import RefusedError
from ledger.voting_refusals import NoQuorumError, StrangerError
from projections.acts.act_state import ActState
from projections.findings.finding import Cites, Finding, Reason
from projections.findings.scope import Scope
from projections.votes.judged_sessions import attended, convened, proxies
from projections.votes.judged_votes import Judged

RULES_REJUDGED = tuple(
    rule for rule in get_args(ExcusableRule) if rule.startswith(("session.", "vote."))
)
"""The rules of sessions and votes, which are looked at again."""

OUTCOME = ("vote.majority", "vote.outcome")
"""The rules about what the ballots add up to."""


class UnlawfulFinding(Finding, frozen=True, kw_only=True):
    """A vote or a session that would be refused by what is known now."""

    rule = "unlawful"
    severity = "irregularity"
    clauses = ("quorum", "electorate")
    sentence = N_("By what is known now, {act} would be refused: {reason}")
    remedy = N_(
        "Correct with act-rectified what is recorded wrongly; if it was so, have it "
        "adopted again, as far as it can still matter"
    )

    error: RefusedError

    @property
    def name(self) -> str:
        """Tell the name of the refusal."""
        return self.error.rule

    def cited(self, cite: Cites) -> str:
        """Tell the article behind the refusal."""
        if not self.error.clauses:
            return _(self.error.article)
        return cite(self.error.clauses, self.on, self.competences)


RULES: tuple[type[Finding], ...] = (UnlawfulFinding,)


def lawfulness(scope: Scope) -> Iterator[Finding]:
    """Judge again what was recorded; what an act says of itself is not said twice.

    What only a later edition of the rules refuses is for `newer.py`.
    """
    for act in scope.acts:
        for error in broken_by_votes(scope, act):
            is_newer = error.since > act.registered.recorded_under
            if not act.registered.excuses(error.rule) and not is_newer:
                yield UnlawfulFinding(
                    act=act.reference, error=error, values={"reason": Reason(error)}
                )


def fallen(judged: Judged, persons: set[str]) -> set[str]:
    """List who has no seat in the body, by what is known now."""
    voters = judged.electorate
    return persons - set(voters.in_office) if voters is not None else set()


def broken_by_votes(scope: Scope, act: ActState) -> Iterator[RefusedError]:
    """List the rules of votes and sessions an act breaks that has not died since."""
    if act.proposed and len(act.dead) == len(act.proposed):
        return
    for judged in scope.judged(act):
        yield from _by_its_vote(judged, scope)
    for taken in act.decisions:
        match taken.decision:
            case SessionConvened(session=session):
                yield from convened(scope.judge, session)
            case AttendanceRecorded(session=session):
                yield from attended(scope.judge, session)
                yield from proxies(scope.judge, session)
            case _:
                pass


def _by_its_vote(judged: Judged, scope: Scope) -> Iterator[RefusedError]:
    """Leave to `vote.review` what only follows from a seat that fell later."""
    errors = judged.refusals
    named = {error.values["id"] for error in errors if isinstance(error, StrangerError)}
    gone = fallen(judged, named)
    session = judged.session
    there: frozenset[str] = frozenset()
    if session is not None and session.attendance is not None:
        there = session.attendance.present
        gone |= there - set(scope.judge.in_office(session.held_on))
    for error in errors:
        is_of_seat = isinstance(error, StrangerError) and error.values["id"] in gone
        is_of_ballots = error.rule in OUTCOME and bool(named & gone)
        is_of_quorum = isinstance(error, NoQuorumError) and bool(there & gone)
        if not (is_of_seat or is_of_ballots or is_of_quorum):
            yield error
