"""Which years lack a tariff, which amounts an owner, and which counts make no sense?"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from ledger.events.money import (
    BudgetVoted,
    OptionChosen,
    PupilsCounted,
    ServiceDelivered,
    TariffLine,
    TariffVoted,
)
from ledger.language import N_
from projections.acts.act_state import ActState
from projections.findings.finding import Finding
from projections.findings.scope import Scope
from projections.money.tariffs import budget_of, latest, tariff_of


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


class UnowedShareFinding(Finding, frozen=True):
    """A share of a budget falls to nobody: its founder left, or nobody is called so."""

    rule = "shares.unowed"
    severity = "irregularity"
    clauses = ("shares", "withdrawal")
    sentence = N_(
        "{amount} of the budget of «{competence}» for {year} are owed by nobody: that "
        "is the share of {member}, which held it on no day of that year"
    )
    remedy = N_("Have the committee amend the shares in the statutes")


class RetroactiveTariffFinding(Finding, frozen=True):
    """A vote that came after years it names would have made them dearer."""

    rule = "tariff.retroactive"
    severity = "irregularity"
    clauses = ("tariff",)
    sentence = N_(
        "{act}, in force from {since} only, votes «{competence}» dearer or anew for "
        "{years} ({lines}); the tariff of those years stays"
    )
    remedy = N_("Have the tariff voted from the year it comes into force in")


class _PupilsFinding(Finding, frozen=True):
    rule = "pupils.implausible"
    severity = "notice"
    clauses = ("tariff",)


class PupilsBeyondFinding(_PupilsFinding, frozen=True):
    """More pupils are counted than there are inhabitants."""

    sentence = N_(
        "{act} counts {pupils} pupils of {member} in {school_year}, which has "
        "{population} inhabitants"
    )
    remedy = N_("Ask the member, and rectify the head-count or the population")


class PupilsTwiceFinding(_PupilsFinding, frozen=True):
    """One act counts the pupils of one member and school year twice."""

    sentence = N_(
        "{act} counts the pupils of {member} in {school_year} twice: {counts}"
    )
    remedy = N_("Ask the member, and rectify the head-count")


RULES: tuple[type[Finding], ...] = (
    UnowedShareFinding,
    RetroactiveTariffFinding,
    PupilsBeyondFinding,
    PupilsTwiceFinding,
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
    yield from _unowed(scope)
    yield from _retroactive(scope)
    yield from _implausible(scope)


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
        for one in scope.reckoning(year).overlaps:
            yield OverlapFinding.seen(
                one.because[0] if one.because else None,
                one.member,
                on=min(scope.at, date(year, 12, 31)),
                epci=one.epci,
                competence=one.competence,
                year=year,
            )


# ------------------------------------------------------------------- owed by nobody
def _unowed(scope: Scope) -> Iterator[Finding]:
    """List the shares that fall to nobody, year by year."""
    voted = (said.year for _act, said in scope.ever_decided(BudgetVoted))
    for year in sorted({year for year in voted if year <= scope.at.year}):
        for one in scope.reckoning(year).unknown:
            found = budget_of(scope.world, one.competence, year, scope.at)
            if one.amount is not None and found is not None:
                yield UnowedShareFinding.seen(
                    found.act,
                    one.member,
                    on=min(scope.at, date(year, 12, 31)),
                    competence=one.competence,
                    year=year,
                    amount=Decimal(one.amount),
                )


# ------------------------------------------------------------------- after the year
def _retroactive(scope: Scope) -> Iterator[Finding]:
    """List the votes that would make a year dearer that was over when they came."""
    for act, said in scope.decided(TariffVoted):
        since = scope.world.executory[act.reference].on
        if since is None or since > scope.at:
            continue
        over = {
            year: dearer
            for year in range(said.from_year, since.year)
            if (dearer := _dearer(scope, act, said, year))
        }
        if over:
            lines = dict.fromkeys(line for found in over.values() for line in found)
            yield RetroactiveTariffFinding.seen(
                act.reference,
                on=scope.day_of(act),
                about=(said.competence,),
                competence=said.competence,
                since=since,
                years=", ".join(map(str, over)),
                lines=", ".join(lines),
            )


def _dearer(scope: Scope, act: ActState, said: TariffVoted, year: int) -> list[str]:
    """List the lines a vote makes dearer, or new, than the tariff of a year has them.

    None where it would not have been the tariff of that year anyway.
    """
    applies = tariff_of(scope.world, said.competence, year, scope.at)
    if applies is None or applies.act == act.reference:
        return []
    other = scope.world.known.acts[applies.act], applies.tariff
    if latest([other, (act, said)]) == other:
        return []
    return [
        line.code for line in said.lines if _is_dearer(line, applies.line(line.code))
    ]


def _is_dearer(line: TariffLine, before: TariffLine | None) -> bool:
    if before is None or before.unit != line.unit:
        return True
    is_due = before.optional and not line.optional
    return is_due or (line.price or 0) > (before.price or 0)


# ------------------------------------------------------------------- head-counts
def _implausible(scope: Scope) -> Iterator[Finding]:
    """List the counts beyond the population, and those told twice by one act."""
    told: dict[tuple[str, str, str], list[int]] = {}
    for act, said in scope.decided(PupilsCounted):
        member = said.member or act.authority
        about = act.reference, member, said.school_year
        told.setdefault(about, []).append(said.pupils)
        identity = scope.world.identity_on(member, scope.day_of(act))
        population = identity.population if identity is not None else None
        if population is not None and said.pupils > population:
            yield PupilsBeyondFinding.seen(
                act.reference,
                member,
                on=scope.day_of(act),
                pupils=said.pupils,
                school_year=said.school_year,
                population=population,
            )
    for (reference, member, school_year), counts in told.items():
        if len(counts) > 1:
            yield PupilsTwiceFinding.seen(
                reference,
                member,
                on=scope.day_of(scope.world.known.acts[reference]),
                school_year=school_year,
                counts=", ".join(map(str, counts)),
            )
