"""What a request to join misses of what the statutes and the conditions ask of it."""

from collections.abc import Iterator
from typing import Any, ClassVar

from ledger.events.delegates import DelegateDesignated
from ledger.events.membership import AdhesionRequested
from ledger.language import N_
from ledger.tags import member_of
from projections.acts.act_state import ActState
from projections.findings.finding import Finding, Severity
from projections.findings.scope import Scope
from projections.naming.articles import Conditions


# ------------------------------------------------------------------- the conditions
class _ProcedureFinding(Finding, frozen=True):
    severity: ClassVar[Severity] = "irregularity"
    clauses = ("transfer",)


class NoEffectFinding(_ProcedureFinding, frozen=True):
    """The request states no date of effect."""

    rule = "adhesion.effect"
    sentence = N_("{act} states no date from which the competence is transferred")
    remedy = N_("Ask the member for a deliberation that states the date of effect")


class _ConditionsFinding(_ProcedureFinding, frozen=True):
    rule = "adhesion.conditions"
    remedy = N_(
        "Ask the member for a deliberation that approves the conditions in force"
    )


class NotApprovedFinding(_ConditionsFinding, frozen=True):
    """The request says nothing of the conditions."""

    sentence = N_("{act} does not approve the conditions the competence is subject to")


class OnlyCitedFinding(_ConditionsFinding, frozen=True):
    """The request cites the conditions, or takes note of them, without approving."""

    sentence = N_("{act} cites the conditions {cited} without approving them")


class _VersionFinding(_ProcedureFinding, frozen=True):
    rule = "adhesion.conditions-version"
    remedy = N_("Ask the member for a deliberation that approves the version in force")


class OldVersionFinding(_VersionFinding, frozen=True):
    """The request rests on conditions that had been replaced."""

    sentence = N_(
        "{act} rests on the conditions {named}; on its adoption, {day}, the version "
        "{in_force} was in force"
    )


class OldVersionUndatedFinding(_VersionFinding, frozen=True):
    """An undated request rests on conditions that have been replaced."""

    sentence = N_(
        "{act}, which has no date, rests on the conditions {named}; on {day} the "
        "version {in_force} is in force"
    )


class UnknownVersionFinding(_ProcedureFinding, frozen=True):
    """The request rests on conditions the ledger does not hold."""

    rule = "conditions.unknown"
    severity = "unknown"
    sentence = N_(
        "{act} rests on the conditions {named}, which no act on record adopts"
    )
    remedy = N_("Record the committee's deliberation that adopts them, or rectify")


# ------------------------------------------------------------------- the statutes
class WordingFinding(Finding, frozen=True):
    """The request names the competence in words that are not those of art. 4."""

    rule = "adhesion.wording"
    severity = "notice"
    clauses = ("competences", "adhesion")
    sentence = N_(
        "{act} names the competence {competences} in other words: «{wording}»"
    )
    remedy = N_("Have the words of the statutes used in the concordant deliberation")


class NoDelegateFinding(Finding, frozen=True):
    """Whoever asks to join has designated nobody."""

    rule = "adhesion.delegate"
    severity = "notice"
    clauses = ("delegates",)
    sentence = N_("{act} designates no delegate, and no other act of {member} does")
    remedy = N_("Ask the member to designate its delegate")


class UnknownCompetenceFinding(Finding, frozen=True):
    """The request is for a competence the statutes do not have."""

    rule = "adhesion.competence"
    severity = "irregularity"
    clauses = ("competences", "adhesion")
    sentence = N_(
        "{act} asks for «{competence}», which is no competence of the statutes "
        "{statutes} in force on {day}"
    )
    remedy = N_(
        "Ask for a deliberation that names a competence of the statutes, or rectify"
    )


RULES: tuple[type[Finding], ...] = (
    UnknownCompetenceFinding,
    NoEffectFinding,
    NotApprovedFinding,
    OnlyCitedFinding,
    OldVersionFinding,
    OldVersionUndatedFinding,
    UnknownVersionFinding,
    WordingFinding,
    NoDelegateFinding,
)


def joining(scope: Scope) -> Iterator[Finding]:
    """Hold each request to join against the statutes and conditions of its day."""
    designating = {
        member_of(decision, act.reference)
        for act, decision in scope.ever_decided(DelegateDesignated)
    }
    for act, request in scope.decided(AdhesionRequested):
        member = member_of(request, act.reference)
        yield from _procedure(scope, act, request, member)
        yield from _competences(scope, act, request, member)
        if request.wording is not None:
            yield WordingFinding.seen(
                act.reference,
                member,
                competences=request.competences,
                wording=request.wording,
            )
        if member not in designating:
            yield NoDelegateFinding.seen(act.reference, member)


def _procedure(
    scope: Scope, act: ActState, request: AdhesionRequested, member: str | None
) -> Iterator[Finding]:
    """Hold a request against the clause of the conditions on the procedure.

    Where the ledger holds no conditions at all it cannot show that there were none.
    """
    day, about = scope.day_of(act), request.competences
    in_force = scope.conditions_on(day, *about)
    if in_force is None and scope.conditions:
        return
    version = in_force.version if in_force else None
    if request.effect is None:
        yield NoEffectFinding.seen(act.reference, member, on=day, about=about)
    if request.approves_conditions is None:
        cited = request.cites_conditions
        kind = NotApprovedFinding if cited is None else OnlyCitedFinding
        yield kind.seen(act.reference, member, on=day, about=about, cited=cited)
    named = request.approves_conditions or request.cites_conditions
    found = None
    if named is not None and in_force is not None:
        found = _kind_of_version(scope, act, named, in_force)
    if found is not None:
        said: dict[str, Any] = {"named": named, "in_force": version, "day": day}
        yield found.seen(act.reference, member, on=day, about=about, **said)


def _kind_of_version(
    scope: Scope, act: ActState, named: str, in_force: Conditions
) -> type[Finding] | None:
    """Tell what is to be said of the version of the conditions an act names."""
    known = [
        each
        for each in scope.conditions
        if each.version == named and each.competence == in_force.competence
    ]
    if not known:
        return UnknownVersionFinding
    if known[-1] >= in_force:
        return None
    return OldVersionUndatedFinding if act.adopted_on is None else OldVersionFinding


def _competences(
    scope: Scope, act: ActState, request: AdhesionRequested, member: str | None
) -> Iterator[Finding]:
    day = scope.day_of(act)
    statutes = scope.world.statutes.on(day)
    listed = statutes.rules.competences if statutes else None
    if statutes is None or listed is None:
        return
    for competence in request.competences:
        if competence not in {each.id for each in listed}:
            yield UnknownCompetenceFinding.seen(
                act.reference,
                member,
                competence=competence,
                statutes=statutes.version,
                day=day,
            )
