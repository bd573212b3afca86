"""Which acts were recorded although they break a rule, and for what reason?"""

from collections.abc import Iterator
from typing import get_args

from ledger.clauses import Clause
from ledger.excusable import ExcusableRule
from ledger.language import N_
from ledger.language import translate as _
from ledger.naming_refusals import SenseError
from ledger.refusals import RefusedError
from ledger.session_refusals import SessionError
from ledger.tags import institution_of
from projections.findings.finding import Cites, Finding
from projections.findings.scope import Scope

Source = str | tuple[Clause, ...]
"""Clauses of the statutes, or an article of another text."""


class ExcusedFinding(Finding, frozen=True, kw_only=True):
    """A refusal that was recorded as irregular, under its own name.

    `excused` is that name, `sources` tell which clauses or articles it broke;
    `RULES_EXCUSED` lists all names there may be.
    """

    rule = "irregular"
    severity = "irregularity"
    article = N_("specification, section 11")
    sentence = N_("{act} was recorded although it breaks this rule: {reason}")
    remedy = N_("Have the act adopted again regularly, as far as it can still matter")

    excused: ExcusableRule
    sources: tuple[Source, ...]

    @property
    def name(self) -> str:
        """Tell the name of the refusal."""
        return self.excused

    def cited(self, cite: Cites) -> str:
        """Tell the articles behind the refusal."""
        told = (
            _(one) if isinstance(one, str) else cite(one, self.on, self.competences)
            for one in self.sources
        )
        return "; ".join(dict.fromkeys(told))


RULES: tuple[type[Finding], ...] = (ExcusedFinding,)
RULES_EXCUSED: tuple[str, ...] = get_args(ExcusableRule)


def _sources() -> dict[str, tuple[Source, ...]]:
    """Collect the articles of each rule: every refusal cites its own."""
    found: dict[str, dict[Source, None]] = {}
    kinds: list[type[RefusedError]] = [RefusedError, SessionError, SenseError]
    while kinds:
        kind = kinds.pop(0)
        kinds += kind.__subclasses__()
        source = kind.clauses or kind.article
        if getattr(kind, "rule", None) in RULES_EXCUSED and source:
            found.setdefault(kind.rule, {})[source] = None
    return {rule: tuple(sources) for rule, sources in found.items()}


SOURCES = _sources()
"""The articles behind each rule an act may be excused from, of all its refusals."""


def irregular(scope: Scope) -> Iterator[Finding]:
    """List what acts say of themselves under `irregular`, whatever became of them.

    Where the vote is found to break the rule, the article is that which it broke.
    """
    for act in scope.acts:
        for one in act.registered.irregular:
            broken = [
                error.clauses or error.article
                for judged in scope.judged(act)
                for error in judged.refusals
                if error.rule == one.rule
            ]
            yield ExcusedFinding(
                act=act.reference,
                member=institution_of(act.reference),
                excused=one.rule,
                sources=tuple(dict.fromkeys(broken)) or SOURCES[one.rule],
                values={"reason": one.reason},
            )
