"""Which delegates' seats stayed empty beyond their month (statutes art. 8.1)?"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from ledger.language import N_
from projections.findings.finding import Finding
from projections.findings.scope import Scope
from projections.reason import because
from projections.seats.mandates import Vacancy


class _VacancyFinding(Finding, frozen=True):
    rule = "vacancy.late"
    clauses = ("vacancy",)
    remedy = N_("Ask the member to designate; record the deliberation if there is one")


class LateVacancyFinding(_VacancyFinding, frozen=True):
    """A delegate left, and the month to designate another is over."""

    severity = "irregularity"
    sentence = N_(
        "{member} left {seats} of its seats empty since {since}; a delegate was to be "
        "designated by {fill_by}"
    )


class NeverFilledFinding(_VacancyFinding, frozen=True):
    """A member of which no delegate was ever on record."""

    severity = "unknown"
    sentence = N_(
        "No delegate of {member} is on record for {seats} of its seats since {since}; "
        "a delegate was to be designated by {fill_by}"
    )


RULES: tuple[type[Finding], ...] = (LateVacancyFinding, NeverFilledFinding)


def vacancies(scope: Scope) -> Iterator[Finding]:
    """List the seats empty on the day asked about, their month being over.

    Seats a member left empty on one day, for one reason, are one finding.
    """
    found: dict[tuple[str, date, date], list[Vacancy]] = {}
    for vacancy in scope.world.facts.missing_delegates:
        since = vacancy.period.from_
        fill_by = scope.world.statutes.fill_by(since)
        if vacancy.period.holds_on(scope.at) and fill_by and fill_by < scope.at:
            found.setdefault((vacancy.member, since, fill_by), []).append(vacancy)
    for (member, since, fill_by), empty in found.items():
        left = because(reason for one in empty for reason in one.departures)
        kind = LateVacancyFinding if left else NeverFilledFinding
        said: dict[str, Any] = {"seats": len(empty), "since": since, "fill_by": fill_by}
        yield kind.seen(left[-1] if left else None, member, **said)
