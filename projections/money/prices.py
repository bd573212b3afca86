"""What does a member owe by the tariff of a year, line by line, and why?"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction

import msgspec

from ledger.events.money import SUBSIDY, ServiceDelivered, TariffLine
from projections.members.tenures import Tenure
from projections.missing import Missing
from projections.money.cents import shown_amount, shown_price, to_cents
from projections.money.counted import (
    Count,
    chosen_by,
    pupils_of,
    services_of,
    subsidies_of,
)
from projections.money.in_year import law_day
from projections.money.tariffs import GRANTED, PART, PRICED, QUOTED, Voted, tariff_of
from projections.periods import Period
from projections.reason import Reason, Value
from projections.timelines.world import World

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


class Due(msgspec.Struct, frozen=True, kw_only=True):
    """A line that is owed, and why: what decided it, then how it comes to its amount.

    `voted` and `priced` are the tariff and its line, where these priced it.
    """

    line: Line
    because: tuple[Reason, ...]
    voted: Voted | None = None
    priced: TariffLine | None = None


class Holding(msgspec.Struct, frozen=True):
    """A competence a member holds in the year; the first of it, or a further one."""

    member: str
    competence: str
    is_first: bool


def dues_of(
    world: World, holding: Holding, year: int, at: date
) -> list[Due] | list[Missing]:
    """List what a member owes for a year, or what is missing to tell.

    Subsidies, and services no tariff knows, stand under its first competence.
    """
    member, competence, is_first = holding.member, holding.competence, holding.is_first
    voted = tariff_of(world, competence, year, at)
    if voted is None:
        return [Missing(None, f"tariff {year}")]
    owed = _Owed(world, member, voted, year, at)
    found: list[Due | Missing] = []
    for line in voted.tariff.lines:
        found += owed.by_itself(line)
    codes = {line.code for line in voted.tariff.lines}
    for act, service in services_of(world, member, year, at):
        if is_first or service.line in codes:
            found.append(owed.by_service(act, service))
    missing = dict.fromkeys(one for one in found if isinstance(one, Missing))
    if missing:
        return [*missing]
    dues = [one for one in found if isinstance(one, Due)]
    if is_first and dues:
        for act, amount in subsidies_of(world, member, year, at):
            dues.append(owed.subsidy(act, amount))
    return dues


class _Owed(msgspec.Struct, frozen=True):
    """One member, one tariff, one year."""

    world: World
    member: str
    voted: Voted
    year: int
    at: date

    def by_itself(self, line: TariffLine) -> Iterator[Due | Missing]:
        """Tell what a line of the tariff asks without anything being delivered."""
        if line.price is None or line.unit not in {"pupil", "joining"}:
            return
        chosen = self._chosen(line)
        if chosen is None:
            return
        if line.unit == "joining":
            if self._joined_in == self.year:
                joined = self._first_tenure.opened
                made = self._line(line, 1, line.price, *chosen, *joined)
                yield self._due(line, made)
            return
        school_year = self.voted.school_year
        count = pupils_of(self.world, self.member, school_year, self.year, self.at)
        if count is None:
            yield Missing(None, f"pupils {school_year}")
        else:
            yield self._by_pupil(line, count, chosen)

    def by_service(self, act: str, service: ServiceDelivered) -> Due | Missing:
        """Tell what a service costs: its quantity at the tariff, or its own amount."""
        line = self.voted.line(service.line)
        if line is None:
            return Missing(act, f"price {service.line}")
        if line.price is None:
            if service.amount is None:
                return Missing(act, "amount")
            made = self._line(line, service.quantity, service.amount, act)
            return self._due(line, made)
        if service.quantity is None:
            return Missing(act, "quantity")
        amount = to_cents(Fraction(service.quantity) * Fraction(line.price))
        return self._due(line, self._line(line, service.quantity, amount, act))

    def subsidy(self, act: str, amount: Decimal) -> Due:
        """Deduct a subsidy, by the act that grants it."""
        made = Line(
            member=self.member,
            competence=self.voted.tariff.competence,
            line=SUBSIDY,
            quantity=None,
            unit_price=None,
            amount=shown_amount(-amount),
            tariff=act,
            because=self.world.known.with_rectifying(act),
        )
        reason = GRANTED.of(None, amount=made.amount, acts=made.because)
        return Due(line=made, because=(reason,))

    def _by_pupil(self, line: TariffLine, count: Count, chosen: tuple[str, ...]) -> Due:
        """Multiply the pupils, and in part of the year where the tariff says so."""
        assert line.price is not None, "a line by pupil has a price"
        part = self._part_of_year
        amount = to_cents(count.pupils * Fraction(line.price) * part)
        is_part = self.voted.tariff.prorata != "none"
        acts = (*count.acts, *chosen, *(self._holding_acts if is_part else ()))
        made = self._line(line, count.pupils, amount, *acts)
        if is_part:
            made = msgspec.structs.replace(made, prorata=str(part))
        return self._due(line, made, count.reason)

    def _due(self, priced: TariffLine, made: Line, *counted: Reason) -> Due:
        """Say why a line is owed: by which tariff, what was counted, the product."""
        because = (*self.voted.because, *counted, _reckoned(priced, made))
        return Due(line=made, because=because, voted=self.voted, priced=priced)

    def _line(
        self,
        priced: TariffLine,
        quantity: int | Decimal | None,
        amount: Decimal,
        *acts: str,
    ) -> Line:
        """Make a line that rests on the tariff and on further acts."""
        price = priced.price
        return Line(
            member=self.member,
            competence=self.voted.tariff.competence,
            line=priced.code,
            quantity=_shown_quantity(quantity),
            unit_price=None if price is None else shown_price(price),
            amount=shown_amount(amount),
            tariff=self.voted.act,
            because=self.world.known.with_rectifying(self.voted.act, *acts),
        )

    def _chosen(self, line: TariffLine) -> tuple[str, ...] | None:
        """Tell by which act an optional line is owed; None where it is not."""
        if not line.optional:
            return ()
        act = chosen_by(self.world, self.member, line.code, self.year, self.at)
        return None if act is None else (act,)

    @property
    def _held(self) -> tuple[Tenure, ...]:
        competence = self.voted.tariff.competence
        held = self.world.facts.competences.about(self.member, competence)
        day = law_day(self.year, self.at)
        return tuple(tenure.seen_on(day) for tenure in held)

    @property
    def _tenures(self) -> list[Period]:
        return [Period(tenure.since, tenure.until) for tenure in self._held]

    @property
    def _first_tenure(self) -> Tenure:
        return min(self._held, key=lambda tenure: tenure.since)

    @property
    def _joined_in(self) -> int:
        return self._first_tenure.since.year

    @property
    def _holding_acts(self) -> tuple[str, ...]:
        """List the acts by which the competence was held for a part of the year."""
        first, last = date(self.year, 1, 1), date(self.year, 12, 31)
        tenures = [
            tenure
            for tenure in self._held
            if tenure.since <= last and (tenure.until is None or tenure.until > first)
        ]
        ended = [tenure for tenure in tenures if tenure.until and tenure.until <= last]
        return (
            *(act for tenure in tenures for act in tenure.opened),
            *(act for tenure in ended for act in tenure.closed),
        )

    @property
    def _part_of_year(self) -> Fraction:
        """Tell the part of the year that counts: months begun, or days held."""
        if self.voted.tariff.prorata == "none":
            return Fraction(1)
        year = Period(date(self.year, 1, 1), date(self.year + 1, 1, 1))
        held = [part for tenure in self._tenures if (part := tenure.overlap(year))]
        days = {
            ordinal
            for part in held
            for ordinal in range(part.from_.toordinal(), _ordinal(part.until, year))
        }
        if self.voted.tariff.prorata == "monthly":
            return Fraction(len({date.fromordinal(day).month for day in days}), MONTHS)
        return Fraction(len(days), _ordinal(None, year) - year.from_.toordinal())


def _reckoned(priced: TariffLine, line: Line) -> Reason:
    """Say how a line comes to its amount: a quote, or a product."""
    said: dict[str, Value] = {"amount": line.amount, "acts": line.because}
    said["label"] = priced.label
    if line.unit_price is None:
        return QUOTED.of(None, **said)
    said |= {"quantity": line.quantity, "price": line.unit_price}
    if line.prorata is None:
        return PRICED.of(None, **said)
    return PART.of(None, **said, part=line.prorata)


def _ordinal(until: date | None, year: Period) -> int:
    end = until or year.until
    assert end is not None, "a year ends"
    return end.toordinal()


def _shown_quantity(quantity: int | Decimal | None) -> int | str | None:
    if isinstance(quantity, Decimal):
        return int(quantity) if quantity == int(quantity) else str(quantity.normalize())
    return quantity
