"""What do the acts on record miss, break, or leave unknown? All findings at once."""

from collections.abc import Callable, Iterable
from datetime import date

import msgspec

from ledger.clauses import Clause
from projections.findings import (
    accounts,
    calls,
    challenges,
    dates,
    fallen,
    irregular,
    joining,
    lawfulness,
    members,
    money,
    newer,
    no_effect,
    quotes,
    review,
    revocations,
    seats,
    sessions,
    stamps,
    struck,
    unknown_names,
    vacancies,
)
from projections.findings.finding import Finding, Told, Write, plainly
from projections.findings.scope import Scope
from projections.naming.articles import cited
from projections.timelines.world import World

RULES: tuple[type[Finding], ...] = (
    *joining.RULES,
    *members.RULES,
    *dates.RULES,
    *stamps.RULES,
    *sessions.RULES,
    *lawfulness.RULES,
    *review.RULES,
    *quotes.RULES,
    *money.RULES,
    *calls.RULES,
    *accounts.RULES,
    *seats.RULES,
    *vacancies.RULES,
    *fallen.RULES,
    *challenges.RULES,
    *revocations.RULES,
    *struck.RULES,
    *no_effect.RULES,
    *unknown_names.RULES,
    *irregular.RULES,
    *newer.RULES,
)
"""Every way a finding is said; a rule may have several."""

Theme = Callable[[Scope], Iterable[Finding]]

THEMES: tuple[Theme, ...] = (
    joining.joining,
    members.members,
    dates.dates,
    stamps.stamps,
    sessions.sessions,
    lawfulness.lawfulness,
    review.review,
    quotes.quotes,
    money.money,
    calls.calls,
    accounts.accounts,
    seats.seats,
    vacancies.vacancies,
    fallen.fallen,
    challenges.challenges,
    revocations.revocations,
    struck.struck,
    no_effect.no_effect,
    unknown_names.unknown_names,
    irregular.irregular,
    newer.newer,
)


class Check(msgspec.Struct, frozen=True):
    """The findings of a day, as they are shown."""

    at: date
    known_at: str
    findings: tuple[Told, ...]


class Findings(msgspec.Struct, frozen=True):
    """The findings of a day, before they are said in any language.

    `left_out` counts those that were found and not asked for.
    """

    at: date
    known_at: str
    findings: tuple[Finding, ...]
    left_out: int = 0

    @property
    def is_irregular(self) -> bool:
        """Tell whether something is missed or broken, beyond what is not known."""
        return any(one.severity == "irregularity" for one in self.findings)


def check(world: World, at: date) -> Check:
    """Tell all findings of a day in the language spoken now."""
    return tell(findings(world, at), world)


def tell(found: Findings, world: World, write: Write = plainly) -> Check:
    """Tell the findings of a day in the language spoken now."""

    def cite(
        clauses: Iterable[Clause], on: date | None, competences: tuple[str, ...]
    ) -> str:
        return cited(world, clauses, on or found.at, *competences)

    told = tuple(one.told(write, cite) for one in found.findings)
    return Check(at=found.at, known_at=found.known_at, findings=told)


def findings(world: World, at: date, themes: Iterable[Theme] = THEMES) -> Findings:
    """Find what there is to find, in order of the acts' positions, then by rule.

    What is about no act comes last.
    """
    scope = Scope(world, at)
    found = [one for theme in themes for one in theme(scope)]
    known = world.known
    positions = {one.act.reference: one.act.position for one in known.mistaken}
    positions |= {act.reference: act.position for act in known.acts.values()}

    def order(one: Finding) -> tuple[bool, int, str, str]:
        position = positions[one.act] if one.act is not None else 0
        return one.act is None, position, one.name, one.member or ""

    return Findings(at, world.known_at, tuple(sorted(found, key=order)))
