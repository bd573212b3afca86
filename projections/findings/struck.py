"""Which acts were recorded by mistake, and struck? Nothing else tells of them."""

from collections.abc import Iterator

from ledger.language import N_
from ledger.tags import institution_of
from projections.findings.finding import Finding
from projections.findings.scope import Scope


class _StruckFinding(Finding, frozen=True):
    rule = "act.struck"
    severity = "notice"
    article = N_("specification, section 10")
    remedy = N_(
        "«smo log --act» shows what was recorded. If the strike is the mistake, strike "
        "it with act-struck"
    )


class ActStruckFinding(_StruckFinding, frozen=True):
    """An act was recorded by mistake, and struck."""

    sentence = N_(
        "{act} (#{position}) was recorded by mistake, says {ruling}: {reason}"
    )


class DecisionsStruckFinding(_StruckFinding, frozen=True):
    """Some decisions of an act were recorded by mistake, and struck."""

    sentence = N_(
        "Of {act} (#{position}), the decisions {numbers} were recorded by mistake, "
        "says {ruling}: {reason}"
    )


RULES: tuple[type[Finding], ...] = (ActStruckFinding, DecisionsStruckFinding)


def struck(scope: Scope) -> Iterator[Finding]:
    """List what was struck of the acts adopted by the day asked."""
    for one in scope.world.known.mistaken:
        if one.act.adopted_on is None or one.act.adopted_on <= scope.at:
            kind = DecisionsStruckFinding if one.decisions else ActStruckFinding
            yield kind.seen(
                one.act.reference,
                institution_of(one.act.reference),
                position=one.act.position,
                numbers=one.decisions,
                ruling=one.by,
                reason=one.reason,
            )
