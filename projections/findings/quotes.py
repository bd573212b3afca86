"""Which prices that other bodies quote in their acts are no tariff of the committee?"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, ClassVar

import msgspec

from ledger.events.membership import AdhesionRequested
from ledger.events.money import (
    PriceQuoted,
    PupilsCounted,
    QuotedLine,
    TariffLine,
    TariffVoted,
)
from ledger.language import N_
from ledger.tags import institution_of
from projections.acts.act_state import ActState
from projections.findings.finding import Finding, Phrase, Severity
from projections.findings.scope import Scope
from projections.money.cents import to_cents
from projections.money.tariffs import Voted, tariff_of

_UNITS = {
    "pupil": N_("{price} by pupil"),
    "joining": N_("{price} once on joining"),
    "half-day": N_("{price} by half-day"),
    "school": N_("{price} by school"),
    "quote": N_("{price} by quote"),
}


class _PriceFinding(Finding, frozen=True):
    rule = "price.differs"
    severity: ClassVar[Severity] = "irregularity"
    clauses = ("tariff",)
    remedy = N_("Tell the member the tariff, or record the vote of this price")


class AmountDiffersFinding(_PriceFinding, frozen=True):
    """The prices quoted add up to another amount than the tariff."""

    sentence = N_(
        "{act} quotes {quoted}, which is no tariff: for {pupils} pupils {claimed}, "
        "against {due} due for {year} by {tariff}; it differs by {difference}"
    )


class PriceDiffersFinding(_PriceFinding, frozen=True):
    """A price quoted is none of the tariff."""

    sentence = N_("{act} quotes {quoted}, which is no price of {tariff} for {year}")


class NoTariffFinding(_PriceFinding, frozen=True):
    """There is no tariff to hold the price against."""

    severity = "unknown"
    sentence = N_("{act} quotes {quoted}; no tariff for {year} is on record")
    remedy = N_("Record the deliberation that voted the tariff")


RULES: tuple[type[Finding], ...] = (
    AmountDiffersFinding,
    PriceDiffersFinding,
    NoTariffFinding,
)


class _Prices(msgspec.Struct, frozen=True):
    """What a pupil costs in a year, and what joining costs once."""

    by_pupil: tuple[Decimal, ...]
    once: tuple[Decimal, ...]

    def amount(self, pupils: int) -> Decimal:
        """Add up what so many pupils cost on joining, each line to the cent."""
        lines = [to_cents(pupils * Fraction(price)) for price in self.by_pupil]
        return sum([*lines, *map(to_cents, map(Fraction, self.once))], Decimal(0))

    def equals(self, other: "_Prices") -> bool:
        """Tell whether two divide the same price in different ways."""
        return (sum(self.by_pupil), sum(self.once)) == (
            sum(other.by_pupil),
            sum(other.once),
        )


def quotes(scope: Scope) -> Iterator[Finding]:
    """Hold every price quoted against the tariff of the year it is quoted for."""
    for act, quoted in scope.decided(PriceQuoted):
        years = _years(act, scope)
        tariffs = [
            (year, voted)
            for year in years
            for competence in _competences(act, scope)
            if (voted := tariff_of(scope.world, competence, year, scope.at))
        ]
        member = institution_of(act.reference)
        day = scope.day_of(act)
        if not tariffs:
            said: dict[str, Any] = {"quoted": _shown(quoted.lines), "year": years[0]}
            yield NoTariffFinding.seen(act.reference, member, on=day, **said)
        elif all(_unknown_lines(quoted, voted) for _year, voted in tariffs):
            year, voted = tariffs[0]
            yield _difference(act, quoted, voted, year, day)


def _difference(
    act: ActState, quoted: PriceQuoted, voted: Voted, year: int, day: date
) -> Finding:
    """Say by how much the prices quoted differ, where the pupils are known."""
    member = institution_of(act.reference)
    unknown = _unknown_lines(quoted, voted)
    said: dict[str, Any] = {
        "quoted": _shown(unknown),
        "tariff": voted.act,
        "year": year,
    }
    pupils = _pupils(act)
    claim, tariff = _claimed(quoted, voted), _due(voted)
    if pupils is None or claim.equals(tariff):
        return PriceDiffersFinding.seen(act.reference, member, on=day, **said)
    claimed, due = claim.amount(pupils.pupils), tariff.amount(pupils.pupils)
    said |= {"pupils": pupils.pupils, "claimed": claimed, "due": due}
    said["difference"] = abs(claimed - due)
    return AmountDiffersFinding.seen(act.reference, member, on=day, **said)


def _unknown_lines(quoted: PriceQuoted, voted: Voted) -> tuple[QuotedLine, ...]:
    """List the lines quoted that are no line of the tariff.

    A price may be quoted in one that the tariff divides.
    """
    found = [line for line in quoted.lines if _same(line, voted) is None]
    by_year = all(line.unit in {"pupil", "joining"} for line in found)
    if by_year and _claimed(quoted, voted).equals(_due(voted)):
        return ()
    return tuple(found)


def _same(quoted: QuotedLine, voted: Voted) -> TariffLine | None:
    """Find the line of the tariff that is quoted: that of its code, else any alike."""
    lines = voted.tariff.lines
    coded = [line for line in lines if line.code == quoted.code]
    return next(
        (
            line
            for line in coded or lines
            if (line.unit, line.price) == (quoted.unit, quoted.price)
        ),
        None,
    )


def _claimed(quoted: PriceQuoted, voted: Voted) -> _Prices:
    """Keep of the lines quoted what would be due by itself."""
    lines = [
        line
        for line in quoted.lines
        if not line.optional
        and not ((same := _same(line, voted)) is not None and same.optional)
    ]
    return _Prices(
        tuple(line.price for line in lines if line.unit == "pupil"),
        tuple(line.price for line in lines if line.unit == "joining"),
    )


def _due(voted: Voted) -> _Prices:
    lines = [line for line in voted.tariff.lines if not line.optional and line.price]
    return _Prices(
        tuple(line.price for line in lines if line.unit == "pupil" and line.price),
        tuple(line.price for line in lines if line.unit == "joining" and line.price),
    )


def _pupils(act: ActState) -> PupilsCounted | None:
    """Find the head-count the act gives with its prices."""
    return next(
        (
            taken.decision
            for taken in act.decisions
            if isinstance(taken.decision, PupilsCounted)
        ),
        None,
    )


def _years(act: ActState, scope: Scope) -> list[int]:
    """Tell for which year the prices are meant: that of the pupils counted with them.

    Without a count, the year of adoption or the next. The count of a school year is
    that of its second half, as the head-count «previous» has it.
    """
    counted = _pupils(act)
    if counted is not None:
        return [int(counted.school_year.partition("-")[2])]
    adopted_in = scope.day_of(act).year
    return [adopted_in, adopted_in + 1]


def _competences(act: ActState, scope: Scope) -> list[str]:
    """Tell what the prices may be about: what is asked for, else what has a tariff."""
    asked = [
        competence
        for taken in act.decisions
        if isinstance(taken.decision, AdhesionRequested)
        for competence in taken.decision.competences
    ]
    priced = [tariff.competence for _act, tariff in scope.decided(TariffVoted)]
    return list(dict.fromkeys(asked or priced))


def _shown(lines: tuple[QuotedLine, ...]) -> tuple[Phrase, ...]:
    return tuple(Phrase(_UNITS[line.unit], {"price": line.price}) for line in lines)
