"""Which tariff or budget applies to a year?"""

from collections.abc import Collection, Iterable
from datetime import date

import msgspec

from ledger.clauses import Clause
from ledger.events.money import (
    BudgetVoted,
    TariffLine,
    TariffVoted,
)
from ledger.language import N_
from projections.acts.act_state import ActState
from projections.money.in_year import (
    in_force_on,
    law_day,
    votes_of,
)
from projections.reason import Reason, Rule
from projections.timelines.world import World

DECIDES: tuple[Clause, ...] = ("tariff",)

TARIFF = Rule(
    "contribution.tariff",
    N_("The tariff from {from_year} on applies: {act}."),
    "tariff",
)
NOT_VOTED = Rule(
    "contribution.tariff-not-voted",
    N_("No tariff was voted for {year} itself: the latest before it goes on."),
    "tariff",
)
ENDED_IN_YEAR = Rule(
    "contribution.tariff-ended-in-year",
    N_(
        "{act} was in force on 1 January {year} and ended in that year: it counts for "
        "the whole of it."
    ),
    "tariff",
)
LATE = Rule(
    "contribution.tariff-late",
    N_("{act} came into force only after {year}; there was no other for it."),
    "tariff",
)
COUNTED = Rule(
    "contribution.pupils",
    N_("For {year} the pupils of {school_year} count: {quantity} ({acts})."),
    "tariff",
)

PRICED = Rule(
    "contribution.priced",
    N_("{label}: {quantity} × {price} = {amount} ({acts})."),
    "tariff",
)

PART = Rule(
    "contribution.prorata",
    N_("{label}: {quantity} × {price} × {part} of the year = {amount} ({acts})."),
    "tariff",
)

QUOTED = Rule(
    "contribution.quoted",
    N_("{label}, by quote: {amount} ({acts})."),
    "tariff",
)

GRANTED = Rule(
    "contribution.subsidy",
    N_("A subsidy is deducted: {amount} ({acts})."),
    "tariff",
)

NOT_SET_OFF = Rule(
    "contribution.subsidy-cap",
    N_(
        "No contribution falls below zero: {amount} of the subsidy is not set off "
        "({acts})."
    ),
    "tariff",
)

OVERLAP = Rule(
    "contribution.overlap",
    N_(
        "{member} and its EPCI {epci} are both charged {competence} for {year}: the "
        "same schools may be counted twice ({acts})."
    ),
    "tariff",
)

NO_LINE = Rule(
    "contribution.no-line",
    N_("No line of the tariff applies to {member} for {year}."),
    "tariff",
)


class Voted(msgspec.Struct, frozen=True):
    """The tariff that applies to a year, and the act that voted it.

    It `is_ended` where it ended or was suspended in the year, after its 1 January; it
    `is_late` where it came into force only after the year, and there was no other.
    """

    act: str
    tariff: TariffVoted
    year: int
    is_ended: bool = False
    is_late: bool = False

    @property
    def is_of_year(self) -> bool:
        """Tell whether it was voted for that very year, and is not one that goes on."""
        return self.tariff.from_year == self.year

    @property
    def because(self) -> tuple[Reason, ...]:
        """Say which tariff applies, and why one of an earlier year does."""
        first = str(self.tariff.from_year)
        found = [TARIFF.of(None, from_year=first, act=self.act)]
        if not self.is_of_year:
            found.append(NOT_VOTED.of(None, year=str(self.year)))
        for rule, holds in ((ENDED_IN_YEAR, self.is_ended), (LATE, self.is_late)):
            if holds:
                found.append(rule.of(None, act=self.act, year=str(self.year)))
        return tuple(found)

    @property
    def school_year(self) -> str:
        """Tell whose pupils count: those of the school year that ends, or begins."""
        first = self.year - (self.tariff.headcount == "previous")
        return f"{first}-{first + 1}"

    def line(self, code: str) -> TariffLine | None:
        """Find the line of a code."""
        return next((one for one in self.tariff.lines if one.code == code), None)


class Budget(msgspec.Struct, frozen=True):
    """A budget in force, and the act that voted it."""

    act: str
    budget: BudgetVoted


def tariff_of(world: World, competence: str, year: int, at: date) -> Voted | None:
    """Find the tariff of a year, seen from a day: of those that may count, the latest.

    That is the one of the greatest `from_year` up to the year; of two, the one adopted
    later.
    """

    def meant(said: TariffVoted) -> bool:
        return prices(said, {competence}, year)

    found = latest(votes_of(world, TariffVoted, year, at, meant))
    if found is None:
        return None
    act, said = found
    last = law_day(year, at)
    is_late = at > last and not world.is_in_force(act, last)
    held = any(one is said for _act, one in in_force_on(world, TariffVoted, last))
    return Voted(
        act.reference, said, year, is_ended=not held and not is_late, is_late=is_late
    )


def tariff_on(world: World, competence: str, day: date) -> Voted | None:
    """Find the tariff in force on a day, for the year of that day."""
    found = latest(
        (act, said)
        for act, said in in_force_on(world, TariffVoted, day)
        if prices(said, {competence}, day.year)
    )
    return None if found is None else Voted(found[0].reference, found[1], day.year)


def latest(
    found: Iterable[tuple[ActState, TariffVoted]],
) -> tuple[ActState, TariffVoted] | None:
    """Choose the tariff of the greatest `from_year`; of two, the one adopted later."""
    return max(
        found,
        key=lambda one: (
            one[1].from_year,
            one[0].adopted_on or date.min,
            one[0].position,
        ),
        default=None,
    )


def budget_of(world: World, competence: str, year: int, at: date) -> Budget | None:
    """Find the budget of a year, in force on its law day; the one adopted last counts.

    One in force only after the year divides nothing among its members (section 9).
    """
    found = [
        (act.adopted_on or date.min, act.position, act, decision)
        for act, decision in in_force_on(world, BudgetVoted, law_day(year, at))
        if divides(decision, {competence}, year)
    ]
    if not found:
        return None
    *_, act, decision = max(found, key=lambda one: one[:2])
    return Budget(act.reference, decision)


def prices(said: TariffVoted, competences: Collection[str], year: int) -> bool:
    """Tell whether a tariff prices one of some competences for a year."""
    return said.competence in competences and said.from_year <= year


def divides(said: BudgetVoted, competences: Collection[str], year: int) -> bool:
    """Tell whether a budget is that of one of some competences for a year."""
    return said.competence in competences and said.year == year
