"""Which acts rely on a competence that the statutes of their day do not have?"""

from collections.abc import Iterator

from ledger.events.membership import AdhesionRequested
from ledger.language import N_
from ledger.tags import institution_of
from ledger.votes import Vote, votes_in
from projections.acts.act_state import ActState
from projections.findings.finding import Finding
from projections.findings.scope import Scope


class CompetenceUnknownFinding(Finding, frozen=True):
    """A competence no statutes in force name; requests to join have their own rule."""

    rule = "competence.unknown"
    severity = "unknown"
    clauses = ("competences",)
    sentence = N_(
        "{act} names «{competence}», which is no competence of the statutes {statutes} "
        "in force on {day}"
    )
    remedy = N_("Rectify the name, or record the statutes that have this competence")


RULES: tuple[type[Finding], ...] = (CompetenceUnknownFinding,)


def unknown_names(scope: Scope) -> Iterator[Finding]:
    """List the competences named that the statutes in force do not have."""
    for act in scope.acts_in_force:
        day = scope.day_of(act)
        statutes = scope.world.statutes.on(day)
        listed = statutes.rules.competences if statutes else None
        if statutes is None or listed is None:
            continue
        known = {each.id for each in listed}
        for competence in _named(act):
            if competence not in known:
                yield CompetenceUnknownFinding.seen(
                    act.reference,
                    institution_of(act.reference),
                    competence=competence,
                    statutes=statutes.version,
                    day=day,
                )


def _named(act: ActState) -> list[str]:
    named = [one.competence for one in votes_in(act.vote) if isinstance(one, Vote)]
    for taken in act.decisions:
        if not isinstance(taken.decision, AdhesionRequested):
            named += getattr(taken.decision, "competences", ())
            named.append(getattr(taken.decision, "competence", None))
    return list(dict.fromkeys(each for each in named if each is not None))
