"""Which years have no tariff of their own, and who is charged for the same schools?"""

from collections.abc import Iterator
from datetime import date

from ledger.events.money import (
    OptionChosen,
    ServiceDelivered,
    TariffVoted,
)
from ledger.language import N_
from projections.acts.act_state import ActState
from projections.findings.finding import Finding
from projections.findings.scope import Scope
from projections.money.tariffs import tariff_of


# ------------------------------------------------------------------- the rules
class _TariffFinding(Finding, frozen=True):
    rule = "tariff.not-voted"
    clauses = ("tariff",)
    remedy = N_("Record the committee's vote for that year, or have it voted")


class TariffNotVotedFinding(_TariffFinding, frozen=True):
    """A year has passed without a vote of its own."""

    severity = "irregularity"
    sentence = N_(
        "No tariff of «{competence}» was voted for {year}; that of {from_year}, by "
        "{act}, still applies"
    )


class TariffToVoteFinding(_TariffFinding, frozen=True):
    """The year that runs has no vote of its own yet."""

    severity = "notice"
    sentence = N_(
        "No tariff of «{competence}» has been voted yet for {year}; that of "
        "{from_year}, by {act}, applies"
    )


class OverlapFinding(Finding, frozen=True):
    """An EPCI and a commune of it owe for the same competence and year."""

    rule = "contribution.overlap"
    severity = "notice"
    clauses = ("tariff",)
    sentence = N_(
        "{member} and its EPCI {epci} are both charged «{competence}» for {year}: the "
        "same schools may be counted twice"
    )
    remedy = N_("Have both say which schools they count, and correct a head-count")


class UnknownLineFinding(Finding, frozen=True):
    """An option or a service names a line that no tariff has."""

    rule = "line.unknown"
    severity = "unknown"
    clauses = ("tariff",)
    sentence = N_("{act} names the line «{line}», which no tariff for {year} has")
    remedy = N_("Rectify the line, or record the tariff that has it")


RULES: tuple[type[Finding], ...] = (
    TariffNotVotedFinding,
    TariffToVoteFinding,
    OverlapFinding,
    UnknownLineFinding,
)


def money(scope: Scope) -> Iterator[Finding]:
    """List what is found about tariffs and contributions."""
    yield from _not_voted(scope)
    yield from _overlaps(scope)
    yield from _unknown_lines(scope)


# ------------------------------------------------------------------- tariffs
def _not_voted(scope: Scope) -> Iterator[Finding]:
    """List the years since a competence's first tariff without a vote of their own."""
    first: dict[str, int] = {}
    for act, tariff in scope.decided(TariffVoted):
        if scope.world.is_in_force(act, scope.at):
            earliest = first.get(tariff.competence, tariff.from_year)
            first[tariff.competence] = min(earliest, tariff.from_year)
    for competence, since in first.items():
        for year in range(since + 1, scope.at.year + 1):
            applies = tariff_of(scope.world, competence, year, scope.at)
            if applies is None or applies.is_of_year:
                continue
            is_past = year < scope.at.year
            kind = TariffNotVotedFinding if is_past else TariffToVoteFinding
            yield kind.seen(
                applies.act,
                on=min(scope.at, date(year, 12, 31)),
                competence=competence,
                year=year,
                from_year=applies.tariff.from_year,
            )


def _unknown_lines(scope: Scope) -> Iterator[Finding]:
    """List the options and services of a line that no tariff of the year has."""
    for act, option in scope.decided(OptionChosen):
        if option.line not in _codes(scope, option.from_year):
            member, year = option.member or act.authority, option.from_year
            yield _unknown_line(scope, act, member, option.line, year)
    for act, service in scope.decided(ServiceDelivered):
        if service.line not in _codes(scope, service.on.year):
            member, year = service.member, service.on.year
            yield _unknown_line(scope, act, member, service.line, year)


def _codes(scope: Scope, year: int) -> set[str]:
    competences = {tariff.competence for _act, tariff in scope.decided(TariffVoted)}
    tariffs = [tariff_of(scope.world, each, year, scope.at) for each in competences]
    return {line.code for each in tariffs if each for line in each.tariff.lines}


def _unknown_line(
    scope: Scope, act: ActState, member: str, line: str, year: int
) -> Finding:
    day = scope.day_of(act)
    return UnknownLineFinding.seen(act.reference, member, on=day, line=line, year=year)


# ------------------------------------------------------------------- charged twice
def _overlaps(scope: Scope) -> Iterator[Finding]:
    """List the communes charged beside their EPCI, year by year."""
    if not any(
        identity.epci
        for timeline in scope.world.identities.values()
        for identity in timeline.identities
    ):
        return  # and no year's contributions need to be reckoned
    begun = [tenure.from_ for tenure in scope.world.facts.members]
    first = min((day.year for day in begun), default=scope.at.year + 1)
    for year in range(first, scope.at.year + 1):
        for one in scope.contributions(year).overlaps:
            yield OverlapFinding.seen(
                one.because[0] if one.because else None,
                one.member,
                on=min(scope.at, date(year, 12, 31)),
                epci=one.epci,
                competence=one.competence,
                year=year,
            )
