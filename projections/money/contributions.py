"""What does each member owe for a year, by which tariff, and what is missing to tell?

Statutes art. 13.1 and conditions art. 5 (6 in the version of 2019): prices by pupil and
by service for one competence, shares of the budget for the other.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

import msgspec

from projections.missing import Missing
from projections.money import prices
from projections.money.cents import divide, shown_amount, summed
from projections.money.overlaps import Overlap, charged_for, overlaps
from projections.money.prices import Holding, Line
from projections.money.subsidies import not_set_off
from projections.money.tariffs import (
    Budget,
    budget_of,
    called,
    paid,
    succeeded_in,
)
from projections.money.unestablished import NotEstablished, has_begun, not_told
from projections.names import member_rank, name_on
from projections.periods import Period, year_up_to
from projections.world import World

BUDGET_LINES = ("operating", "participation", "studies")


class Total(msgspec.Struct, frozen=True):
    """A member's account of the year; None where the due is not established."""

    member: str
    name: str
    due: str | None
    called: str
    paid: str
    regularisation: str | None
    outstanding: str


class Contributions(msgspec.Struct, frozen=True):
    """The contributions of a year; `overlaps` may charge the same schools twice."""

    year: int
    at: date
    known_at: str
    lines: tuple[Line, ...]
    totals: tuple[Total, ...]
    not_established: tuple[NotEstablished, ...]
    overlaps: tuple[Overlap, ...]


def contributions(
    world: World, year: int, at: date, member: str | None = None
) -> Contributions:
    """Tell what is due for a year under the law in force on a day.

    Whoever holds a competence on one day of the year, up to that day, owes the year. Of
    a member asked about by itself, what it may hold is not established either.
    """
    waiting = not_told(world, year, at, member) if member is not None else []
    return of_holders(world, year, at, member, waiting)


def of_holders(
    world: World,
    year: int,
    at: date,
    member: str | None = None,
    waiting: Iterable[NotEstablished] = (),
) -> Contributions:
    """Tell what those owe who hold a competence; what else is not told is given."""
    owed = [*_owed(world, year, at)]
    lines = [one for one in owed if isinstance(one, Line)]
    unknown = [one for one in owed if isinstance(one, NotEstablished)]
    charged = charged_for(lines, unknown)
    unknown += waiting
    lines += not_set_off([*lines], {one.member for one in unknown})
    ranks = {
        one: member_rank(world, one, date(year, 12, 31))
        for one in {each.member for each in lines}
    }
    lines.sort(key=lambda line: ranks[line.member])
    asked = [line for line in lines if member in {None, line.member}]
    missing = [one for one in unknown if member in {None, one.member}]
    return Contributions(
        year=year,
        at=at,
        known_at=world.known_at,
        lines=tuple(asked),
        totals=tuple(
            total
            for total in _totals(world, year, at, asked, missing)
            if member in {None, total.member}
        ),
        not_established=tuple(missing),
        overlaps=tuple(
            one
            for one in overlaps(world, year, at, charged)
            if member in {None, one.member, one.epci}
        ),
    )


# ------------------------------------------------------------------- who owes
def _owed(world: World, year: int, at: date) -> Iterator[Line | NotEstablished]:
    last = min(at, date(year, 12, 31))
    shares = _shares(world, last)
    priced_members: set[str] = set()
    for member, competence in holders(world, year, at):
        name = name_on(world, member, last)
        if competence in shares or succeeded_in(world, member, year, at):
            continue
        holding = Holding(member, competence, is_first=member not in priced_members)
        priced_members.add(member)
        priced = prices.lines_of(world, holding, year, at)
        missing = [one for one in priced if isinstance(one, Missing)]
        if missing:
            yield NotEstablished(member, name, competence, tuple(missing))
        else:
            yield from (one for one in priced if isinstance(one, Line))
    for competence, parts in shares.items():
        yield from _shared(world, competence, parts, year, at)


def holders(world: World, year: int, at: date) -> list[tuple[str, str]]:
    """List who holds which competence on a day of the year: founders, then by name."""
    days = year_up_to(year, at)
    if days is None:
        return []
    found = {
        (stay.member, stay.competence)
        for stay in world.membership.stays
        if stay.competence is not None and Period(stay.from_, stay.until).overlap(days)
    }
    return sorted(
        found, key=lambda one: (*member_rank(world, one[0], date(year, 12, 31)), one[1])
    )


# ------------------------------------------------------------------- shares (art. 13.1)
def _shares(world: World, day: date) -> dict[str, dict[str, Decimal]]:
    """Tell each competence's shares, in the order of the founders in the statutes."""
    version = world.statutes.on(day)
    shares = (version.rules.shares if version else None) or {}
    return {
        competence: dict(
            sorted(
                parts.items(),
                key=lambda part: member_rank(world, part[0], date(day.year, 12, 31)),
            )
        )
        for competence, parts in shares.items()
    }


def _shared(
    world: World, competence: str, parts: dict[str, Decimal], year: int, at: date
) -> Iterator[Line | NotEstablished]:
    """Divide a budget among those the statutes name, as far as they were members."""
    days = Period(date(year, 1, 1), date(year + 1, 1, 1))
    present = {
        stay.member
        for stay in world.membership.stays
        if stay.from_ <= at
        and Period(stay.from_, stay.until).overlap(days)
        and (stay.competence == competence or stay.member in world.membership.unnamed)
    }
    found = budget_of(world, competence, year, at)
    for member in parts if has_begun(year, at) else ():
        if member not in present:
            continue
        if found is None:
            missing = (Missing(None, f"budget {year}"),)
            name = name_on(world, member, date(year, 12, 31))
            yield NotEstablished(member, name, competence, missing)
        else:
            yield from _budget_lines(world, member, found, parts)


def _budget_lines(
    world: World, member: str, found: Budget, parts: dict[str, Decimal]
) -> Iterator[Line]:
    budget = found.budget
    place = list(parts).index(member)
    for line in BUDGET_LINES:
        voted: Decimal | None = getattr(budget, line)
        if voted is not None:
            amount = divide(voted, list(parts.values()))[place]
            yield Line(
                member=member,
                competence=budget.competence,
                line=line,
                quantity=None,
                unit_price=None,
                amount=shown_amount(amount),
                tariff=found.act,
                because=world.known.with_rectifying(found.act),
                share=f"{parts[member]}/100",
                base=shown_amount(voted),
            )


# ------------------------------------------------------------------- totals
def _totals(
    world: World,
    year: int,
    at: date,
    lines: list[Line],
    unknown: list[NotEstablished],
) -> Iterator[Total]:
    were_called, were_paid = called(world, year, at), paid(world, year, at)
    sums = summed((line.member, Decimal(line.amount)) for line in lines)
    untold = {one.member for one in unknown}
    owing = {line.member for line in lines} | untold
    for one in sorted(
        owing | were_called.keys() | were_paid.keys(),
        key=lambda each: member_rank(world, each, date(year, 12, 31)),
    ):
        due = max(sums.get(one, Decimal(0)), Decimal(0))
        call, payment = were_called.get(one, Decimal(0)), were_paid.get(one, Decimal(0))
        is_told = one not in untold
        yield Total(
            member=one,
            name=name_on(world, one, date(year, 12, 31)),
            due=shown_amount(due) if is_told else None,
            called=shown_amount(call),
            paid=shown_amount(payment),
            regularisation=shown_amount(due - call) if is_told else None,
            outstanding=shown_amount(call - payment),
        )
