"""Which @CTES identifiers are not their act's, and which transmissions disagree?"""

from collections.abc import Iterator

from ledger.language import N_
from ledger.tags import institution_of
from projections.findings.finding import Finding, Phrase
from projections.findings.scope import Scope
from projections.missing import FACTS
from projections.naming.stamps import Misfit, misfits, sharing


class _StampFinding(Finding, frozen=True):
    rule = "act.prefecture-id"
    severity = "notice"
    article = N_("CGCT, arts. R.2131-1 and R.3132-1")
    remedy = N_("Read the stamp again, and correct what is wrong with act-rectified")


class SirenFinding(_StampFinding, frozen=True):
    """An identifier carries the SIREN of somebody else."""

    sentence = N_("{identifier}, on {act}, carries the SIREN {said}, not {expected}")


class DepartmentFinding(_StampFinding, frozen=True):
    """An identifier is of a prefecture of another département."""

    sentence = N_(
        "{identifier}, on {act}, is of the département {said}; on record: {expected}"
    )


class NatureFinding(_StampFinding, frozen=True):
    """An identifier tells another nature than the act."""

    sentence = N_("{identifier}, on {act}, tells the nature {said}, not {expected}")


class NumberFinding(_StampFinding, frozen=True):
    """An identifier tells another number than the act."""

    sentence = N_("{identifier}, on {act}, tells the number {said}, not {expected}")


class SharedFinding(_StampFinding, frozen=True):
    """An identifier stands on several acts."""

    sentence = N_("{identifier}, on {act}, stands on another act as well: {others}")


class TransmissionDiffersFinding(Finding, frozen=True):
    """Two transmissions of one act disagree."""

    rule = "transmission.differs"
    severity = "notice"
    article = N_("CGCT, arts. L.2131-1 and L.3131-1")
    sentence = N_("{by} tells of {act}: {what} {after}; before it, {before} was known")
    remedy = N_("Find the receipt; the last one holds until act-rectified corrects it")


_FINDINGS: dict[str, type[Finding]] = {
    "siren": SirenFinding,
    "department": DepartmentFinding,
    "nature": NatureFinding,
    "number": NumberFinding,
}
_FIELDS = FACTS | {"prefecture_id": N_("@CTES identifier")}

RULES: tuple[type[Finding], ...] = (
    SirenFinding,
    DepartmentFinding,
    NatureFinding,
    NumberFinding,
    SharedFinding,
    TransmissionDiffersFinding,
)


def stamps(scope: Scope) -> Iterator[Finding]:
    """List what identifiers tell otherwise, and what was learned twice otherwise.

    What an act says of itself under `irregular` is not said twice.
    """
    shared = sharing(scope.world)
    for act in scope.acts:
        reference, member = act.reference, institution_of(act.reference)
        is_excused = act.registered.excuses("act.prefecture-id")
        for misfit in misfits(scope.world, act):
            if misfit.part != "siren" or not is_excused:
                yield _misfit(reference, member, misfit)
        identifier = act.registered.prefecture_id
        others = [one for one in shared.get(identifier or "", ()) if one != reference]
        if others and not is_excused:
            yield SharedFinding.seen(
                reference, member, identifier=identifier, others=tuple(others)
            )
        for one in act.contradicted:
            yield TransmissionDiffersFinding.seen(
                reference,
                member,
                by=one.by,
                what=Phrase(_FIELDS[one.field]),
                before=one.before,
                after=one.after,
            )


def _misfit(reference: str, member: str | None, misfit: Misfit) -> Finding:
    return _FINDINGS[misfit.part].seen(
        reference,
        member,
        identifier=misfit.stamp.identifier,
        said=misfit.said,
        expected=misfit.expected,
    )
