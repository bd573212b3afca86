"""Which acts were recorded although they break a rule, and for what reason?"""

from collections.abc import Iterator
from typing import get_args

from ledger.language import N_
from ledger.language import translate as _
from ledger.refusals import RefusedError
from ledger.rules import ExcusableRule
from ledger.tags import institution_of
from projections.findings.finding import Finding
from projections.findings.scope import Scope

_NOT_REFUSED_YET: dict[ExcusableRule, str] = {
    "delegation.reserved": N_("statutes, art. 8.4"),
    "session.notice": N_("statutes, art. 8.3"),
    "session.second-call": N_("statutes, art. 8.3"),
    "session.proxy": N_("statutes, art. 8.3"),
    "vote.question": N_("statutes, arts. 8.3, 15 to 17"),
    "vote.outcome": N_("statutes, arts. 8.3, 15 to 17"),
    "vote.majority": N_("statutes, arts. 8.3, 15 to 17"),
    "vote.electorate": N_("statutes, art. 8.5; CGCT, art. L.2121-14"),
    "vote.quorum": N_("statutes, art. 8.3"),
}
"""The article behind each rule an act may be excused from and no refusal owns."""


def article_of(rule: ExcusableRule) -> str:
    """Tell the article behind a rule: that of its refusal, where there is one."""
    owned = {refusal.rule: refusal.article for refusal in _refusals(RefusedError)}
    return owned[rule] if rule in owned else _NOT_REFUSED_YET[rule]


def _refusals(above: type[RefusedError]) -> Iterator[type[RefusedError]]:
    for below in above.__subclasses__():
        if "rule" in vars(below):
            yield below
        yield from _refusals(below)


class ExcusedFinding(Finding, frozen=True, kw_only=True):
    """A refusal that was recorded as irregular, under its own name.

    `excused` is that name; `RULES_EXCUSED` lists all there may be.
    """

    rule = "irregular"
    severity = "irregularity"
    article = N_("specification, section 11")
    sentence = N_("{act} was recorded although it breaks this rule: {reason}")
    remedy = N_("Have the act adopted again regularly, as far as it can still matter")

    excused: ExcusableRule

    @property
    def name(self) -> str:
        """Tell the name of the refusal."""
        return self.excused

    def cited(self) -> str:
        """Tell the article behind the refusal."""
        return _(article_of(self.excused))


RULES: tuple[type[Finding], ...] = (ExcusedFinding,)
RULES_EXCUSED: tuple[str, ...] = get_args(ExcusableRule)


def irregular(scope: Scope) -> Iterator[Finding]:
    """List what acts say of themselves under `irregular`, whatever became of them."""
    for act in scope.acts:
        for one in act.registered.irregular:
            yield ExcusedFinding(
                act=act.reference,
                member=institution_of(act.reference),
                excused=one.rule,
                values={"reason": one.reason},
            )
