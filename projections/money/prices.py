"""What does a member owe by the tariff of a year, line by line?"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction

import msgspec

from ledger.events.money import SUBSIDY, ServiceDelivered, TariffLine, TariffVoted
from projections.members.stays import Stay
from projections.missing import Missing
from projections.money.cents import shown_amount, shown_price, to_cents
from projections.money.tariffs import (
    Voted,
    chosen_by,
    pupils_of,
    services_of,
    subsidies_of,
    tariff_of,
)
from projections.periods import Period
from projections.world import World

MONTHS = 12


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One amount owed. `tariff` is the act that priced it, `because` all it rests on.

    `prorata` is the part of the year, where the tariff has one; `share` and `base` are
    set where a budget is divided.
    """

    member: str
    competence: str
    line: str
    quantity: int | str | None
    unit_price: str | None
    amount: str
    tariff: str
    because: tuple[str, ...]
    prorata: str | None = None
    share: str | None = None
    base: str | None = None


class Holding(msgspec.Struct, frozen=True):
    """A competence a member holds in the year; the first of it, or a further one."""

    member: str
    competence: str
    is_first: bool


def lines_of(
    world: World, holding: Holding, year: int, at: date
) -> list[Line | Missing]:
    """List what a member owes for a year, and what is missing to tell.

    Subsidies, and services no tariff knows, stand under its first competence.
    """
    member, competence, is_first = holding.member, holding.competence, holding.is_first
    voted = tariff_of(world, competence, year, at)
    if voted is None:
        return [Missing(None, f"tariff {year}")]
    owed = _Owed(world, member, voted, year, at)
    found: list[Line | Missing] = []
    for line in voted.tariff.lines:
        found += owed.by_itself(line)
    codes = {line.code for line in voted.tariff.lines}
    for act, service in services_of(world, member, year, at):
        if is_first or service.line in codes:
            found.append(owed.by_service(act, service))
    if is_first and any(isinstance(one, Line) for one in found):
        for act, amount in subsidies_of(world, member, year, at):
            found.append(owed.subsidy(act, amount))
    missing = dict.fromkeys(one for one in found if isinstance(one, Missing))
    return [*missing, *(one for one in found if isinstance(one, Line))]


def school_year_of(tariff: TariffVoted, year: int) -> str:
    """Tell whose pupils count: those of the school year that ends, or begins."""
    first = year - (tariff.headcount == "previous")
    return f"{first}-{first + 1}"


class _Owed(msgspec.Struct, frozen=True):
    """One member, one tariff, one year."""

    world: World
    member: str
    voted: Voted
    year: int
    at: date

    def by_itself(self, line: TariffLine) -> Iterator[Line | Missing]:
        """Tell what a line of the tariff asks without anything being delivered."""
        if line.price is None or line.unit not in {"pupil", "joining"}:
            return
        chosen = self._chosen(line)
        if chosen is None:
            return
        if line.unit == "joining":
            if self._joined_in == self.year:
                joined = self._first_stay.opened
                yield self.line(line.code, 1, line.price, line.price, *chosen, *joined)
            return
        school_year = school_year_of(self.voted.tariff, self.year)
        count = pupils_of(self.world, self.member, school_year, self.year, self.at)
        if count is None:
            yield Missing(None, f"pupils {school_year}")
            return
        part = self._part_of_year
        amount = to_cents(count.pupils * Fraction(line.price) * part)
        is_part = self.voted.tariff.prorata != "none"
        acts = (*count.acts, *chosen, *(self._holding_acts if is_part else ()))
        made = self.line(line.code, count.pupils, line.price, amount, *acts)
        shown = str(part) if is_part else None
        yield msgspec.structs.replace(made, prorata=shown)

    def by_service(self, act: str, service: ServiceDelivered) -> Line | Missing:
        """Tell what a service costs: its quantity at the tariff, or its own amount."""
        line = next(
            (one for one in self.voted.tariff.lines if one.code == service.line), None
        )
        if line is None:
            return Missing(act, f"price {service.line}")
        if line.price is None:
            if service.amount is None:
                return Missing(act, "amount")
            return self.line(line.code, service.quantity, None, service.amount, act)
        if service.quantity is None:
            return Missing(act, "quantity")
        amount = to_cents(Fraction(service.quantity) * Fraction(line.price))
        return self.line(line.code, service.quantity, line.price, amount, act)

    def line(
        self,
        code: str,
        quantity: int | Decimal | None,
        price: Decimal | None,
        amount: Decimal,
        *acts: str,
    ) -> Line:
        """Make a line that rests on the tariff and on further acts."""
        return Line(
            member=self.member,
            competence=self.voted.tariff.competence,
            line=code,
            quantity=_shown_quantity(quantity),
            unit_price=None if price is None else shown_price(price),
            amount=shown_amount(amount),
            tariff=self.voted.act,
            because=self.world.known.with_rectifying(self.voted.act, *acts),
        )

    def subsidy(self, act: str, amount: Decimal) -> Line:
        """Make the line of a subsidy, which rests on the act that grants it."""
        made = self.line(SUBSIDY, None, None, -amount)
        because = self.world.known.with_rectifying(act)
        return msgspec.structs.replace(made, tariff=act, because=because)

    def _chosen(self, line: TariffLine) -> tuple[str, ...] | None:
        """Tell by which act an optional line is owed; None where it is not."""
        if not line.optional:
            return ()
        act = chosen_by(self.world, self.member, line.code, self.year, self.at)
        return None if act is None else (act,)

    @property
    def _held(self) -> tuple[Stay, ...]:
        held = self.world.stays_of.get((self.member, self.voted.tariff.competence), ())
        return tuple(held)

    @property
    def _stays(self) -> list[Period]:
        return [Period(stay.since, stay.until) for stay in self._held]

    @property
    def _first_stay(self) -> Stay:
        return min(self._held, key=lambda stay: stay.since)

    @property
    def _joined_in(self) -> int:
        return self._first_stay.since.year

    @property
    def _holding_acts(self) -> tuple[str, ...]:
        """List the acts by which the competence was held for a part of the year."""
        first, last = date(self.year, 1, 1), date(self.year, 12, 31)
        stays = [
            stay
            for stay in self._held
            if stay.since <= last and (stay.until is None or stay.until > first)
        ]
        ended = [stay for stay in stays if stay.until and stay.until <= last]
        return (
            *(act for stay in stays for act in stay.opened),
            *(act for stay in ended for act in stay.closed),
        )

    @property
    def _part_of_year(self) -> Fraction:
        """Tell the part of the year that counts: months begun, or days held."""
        if self.voted.tariff.prorata == "none":
            return Fraction(1)
        year = Period(date(self.year, 1, 1), date(self.year + 1, 1, 1))
        held = [part for stay in self._stays if (part := stay.overlap(year))]
        days = {
            ordinal
            for part in held
            for ordinal in range(part.from_.toordinal(), _ordinal(part.until, year))
        }
        if self.voted.tariff.prorata == "monthly":
            return Fraction(len({date.fromordinal(day).month for day in days}), MONTHS)
        return Fraction(len(days), _ordinal(None, year) - year.from_.toordinal())


def _ordinal(until: date | None, year: Period) -> int:
    end = until or year.until
    assert end is not None, "a year ends"
    return end.toordinal()


def _shown_quantity(quantity: int | Decimal | None) -> int | str | None:
    if isinstance(quantity, Decimal):
        return int(quantity) if quantity == int(quantity) else str(quantity.normalize())
    return quantity
