"""Which of the findings were asked for: of members, acts, rules, severities?"""

import msgspec

from ledger.errors import UnknownNameError
from ledger.language import N_
from ledger.names import nearest
from projections.findings.check import RULES, Findings
from projections.findings.finding import Finding, Severity
from projections.findings.irregular import RULES_EXCUSED, ExcusedFinding
from projections.findings.lawfulness import RULES_REJUDGED, UnlawfulFinding
from projections.findings.newer import JUDGES, NewerFinding

OFFERED = 5
"""So many rules are offered for a name that is none."""


class UnknownRuleError(UnknownNameError):
    """No finding has that rule; the nearest are offered, none is chosen."""

    sentence = N_("«{name}» is no rule of a finding. Known: {known}")
    nothing_near = N_("«{name}» is no rule of a finding. Nothing is like it")


class Only(msgspec.Struct, frozen=True):
    """What findings are asked for, each by its id; what is empty leaves nothing out."""

    members: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    severities: tuple[Severity, ...] = ()

    def holds(self, found: Finding) -> bool:
        """Tell whether a finding is asked for: one of each list that is not empty."""
        return (
            _is_among(found.member, self.members)
            and _is_among(found.act, self.acts)
            and _is_among(found.name, self.rules)
            and _is_among(found.severity, self.severities)
        )


def narrowed(found: Findings, only: Only) -> Findings:
    """Keep what is asked for, in the same order; what is left out is counted."""
    kept = tuple(filter(only.holds, found.findings))
    left_out = found.left_out + len(found.findings) - len(kept)
    return msgspec.structs.replace(found, findings=kept, left_out=left_out)


def rules_known() -> list[str]:
    """List the names of all rules findings are told by."""
    apart = (ExcusedFinding, UnlawfulFinding, NewerFinding)
    own = {kind.rule for kind in RULES if not issubclass(kind, apart)}
    return sorted(own.union(RULES_EXCUSED, RULES_REJUDGED, JUDGES))


def rule_named(name: str) -> str:
    """Find a rule by its name.

    Raises:
        UnknownRuleError: there is none.
    """
    known = rules_known()
    if name in known:
        return name
    raise UnknownRuleError(name=name, known=nearest(name, known, most=OFFERED))


def _is_among(value: str | None, asked: tuple[str, ...]) -> bool:
    return not asked or value in asked
