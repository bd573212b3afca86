"""Which revocations undo nothing yet, since nobody can tell they are in force?"""

from collections.abc import Iterator

from ledger.language import N_
from ledger.tags import institution_of
from projections.findings.finding import Finding, Phrase
from projections.findings.scope import Scope
from projections.missing import FACTS


class PendingRevocationFinding(Finding, frozen=True):
    """An act takes another back, and is not known to be in force itself."""

    rule = "revocation.not-in-force"
    severity = "unknown"
    article = N_("CRPA, art. L.243-3; CGCT, arts. L.2131-1 and L.3131-1")
    sentence = N_(
        "{act} takes {target} back, and is not known to be in force: {target} stands; "
        "what is missing: {missing}"
    )
    remedy = N_("Record what is missing with act-transmitted, act-published, act-dated")


RULES: tuple[type[Finding], ...] = (PendingRevocationFinding,)


def revocations(scope: Scope) -> Iterator[Finding]:
    """List the revocations that wait for their force, once for each act taken back."""
    pending = dict.fromkeys(
        (voiding.place[0], voiding.correction.target)
        for voiding in scope.world.strikes.standing(scope.at)
        if voiding.is_pending and voiding.place[0] in scope.references
    )
    for reference, target in pending:
        lacking = scope.world.executory[reference].missing
        yield PendingRevocationFinding.seen(
            reference,
            institution_of(reference),
            target=target,
            missing=tuple(Phrase(FACTS[one.fact]) for one in lacking),
        )
