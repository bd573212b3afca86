"""Which acts on record break a rule of a later edition than they were recorded under?

What was recorded under an earlier edition of the rules stays, with its full effect; it
is good to know what would be refused today. `JUDGES` tell it, from the acts on record
alone: who adds a refusal adds there what decides it, unless `check` finds it anyway.
"""

from collections.abc import Callable, Iterable, Iterator

import ledger.session_refusals
import ledger.voting_refusals  # noqa: F401 -- so that `newer_rules` knows all of them
from ledger.editions import FIRST
from ledger.language import N_
from ledger.language import translate as _
from ledger.refusals import RefusedError
from projections.acts.act_state import ActState
from projections.findings.finding import Cites, Finding, Reason
from projections.findings.lawfulness import RULES_REJUDGED, broken_by_votes
from projections.findings.scope import Scope

Judge = Callable[[Scope, ActState], Iterable[RefusedError]]


class NewerFinding(Finding, frozen=True, kw_only=True):
    """An act breaks a rule that came after it was recorded; it is told by that rule."""

    rule = "newer"
    severity = "notice"
    article = N_("specification, section 11")
    sentence = N_(
        "{act} was recorded under edition {edition} of the rules; edition {since} "
        "would refuse it: {reason}"
    )
    remedy = N_(
        "Nothing has to be done: it keeps its effect. If it is recorded wrongly, "
        "correct it with act-rectified"
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


RULES: tuple[type[Finding], ...] = (NewerFinding,)


def newer_rules() -> frozenset[str]:
    """List the rules of which some refusal came after the first edition."""
    return frozenset(kind.rule for kind in refusals() if kind.since > FIRST)


def refusals(above: type[RefusedError] = RefusedError) -> Iterator[type[RefusedError]]:
    """Walk down to the refusals that have a rule."""
    for below in above.__subclasses__():
        if hasattr(below, "rule"):
            yield below
        yield from refusals(below)


JUDGES: dict[str, Judge] = dict.fromkeys(
    sorted(newer_rules().intersection(RULES_REJUDGED)), broken_by_votes
)
"""By the name of its rule: what tells why an act on record would be refused."""


def newer(scope: Scope) -> Iterator[Finding]:
    """Judge each act by the rules that are newer than its edition, if it lives."""
    judges = dict.fromkeys(JUDGES.values())
    for act in scope.acts:
        edition = act.registered.recorded_under
        for error in (error for judge in judges for error in judge(scope, act)):
            if error.since > edition and not act.registered.excuses(error.rule):
                yield NewerFinding(
                    act=act.reference,
                    error=error,
                    values={
                        "edition": edition,
                        "since": error.since,
                        "reason": Reason(error),
                    },
                )
