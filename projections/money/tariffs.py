"""Which tariff or budget applies to a year, and what was counted, chosen, delivered?"""

from collections.abc import Collection
from datetime import date
from decimal import Decimal

import msgspec

from ledger.authorities import SECRETARIAT
from ledger.clauses import Clause
from ledger.events.catalogue import Decision
from ledger.events.membership import MembersMerged
from ledger.events.money import (
    BudgetVoted,
    ContributionCalled,
    OptionChosen,
    PupilsCounted,
    ServiceDelivered,
    SubsidyGranted,
    TariffLine,
    TariffVoted,
)
from ledger.language import N_
from ledger.tags import member_of
from projections.acts.act_state import ActState
from projections.acts.voiding import Voiding
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

OVERLAP = Rule(
    "contribution.overlap",
    N_(
        "{member} and its EPCI {epci} are both charged {competence} for {year}: the "
        "same schools may be counted twice ({acts})."
    ),
    "tariff",
)


class Voted(msgspec.Struct, frozen=True):
    """The tariff that applies to a year, and the act that voted it."""

    act: str
    tariff: TariffVoted
    year: int

    @property
    def is_of_year(self) -> bool:
        """Tell whether it was voted for that very year, and is not one that goes on."""
        return self.tariff.from_year == self.year

    @property
    def because(self) -> tuple[Reason, ...]:
        """Say which tariff applies, and why one of an earlier year does."""
        first = str(self.tariff.from_year)
        applies = TARIFF.of(None, from_year=first, act=self.act)
        if self.is_of_year:
            return (applies,)
        return applies, NOT_VOTED.of(None, year=str(self.year))

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


class Count(msgspec.Struct, frozen=True):
    """The head-count of a school year that counts for a year; its acts."""

    year: int
    school_year: str
    pupils: int
    acts: tuple[str, ...]

    @property
    def reason(self) -> Reason:
        """Say whose pupils count for the year, and how many they are."""
        return COUNTED.of(
            None,
            year=str(self.year),
            school_year=self.school_year,
            quantity=self.pupils,
            acts=self.acts,
        )


def tariff_of(world: World, competence: str, year: int, at: date) -> Voted | None:
    """Find the tariff of a year: the latest `from_year` up to it, in force on a day.

    Of two for the same year, the one adopted later counts.
    """
    found = [
        (decision.from_year, act.adopted_on or date.min, act.position, act, decision)
        for act, decision in world.on(at).decided(TariffVoted)
        if _prices(decision, {competence}, year) and world.is_in_force(act, at)
    ]
    if not found:
        return None
    *_, act, decision = max(found, key=lambda one: one[:3])
    return Voted(act.reference, decision, year)


def budget_of(world: World, competence: str, year: int, at: date) -> Budget | None:
    """Find the budget of a year in force on a day; the one adopted last counts."""
    found = [
        (act.adopted_on or date.min, act.position, act, decision)
        for act, decision in world.on(at).decided(BudgetVoted)
        if _divides(decision, {competence}, year) and world.is_in_force(act, at)
    ]
    if not found:
        return None
    *_, act, decision = max(found, key=lambda one: one[:2])
    return Budget(act.reference, decision)


def pupils_of(
    world: World, member: str, school_year: str, year: int, at: date
) -> Count | None:
    """Find a member's head-count of a school year: the one adopted last counts.

    What the secretariat learned without a date counts as later than what was dated; an
    undated act of the member as earlier. An heir without a count has its members' sum.
    """
    found = [
        (
            _adopted(act),
            place,
            Count(year, school_year, decision.pupils, (act.reference,)),
        )
        for place, (act, decision) in enumerate(
            world.on(at).concerning(PupilsCounted, member)
        )
        if decision.school_year == school_year
    ]
    if found:
        return max(found, key=lambda one: one[:2])[2]
    counts = [
        pupils_of(world, merged, school_year, year, at)
        for merged in merged_into(world, member, year, at)
    ]
    known = [count for count in counts if count is not None]
    if not known or len(known) < len(counts):
        return None
    acts = tuple(act for count in known for act in count.acts)
    pupils = sum(count.pupils for count in known)
    return Count(year, school_year, pupils, acts)


def merged_into(world: World, heir: str, year: int, at: date) -> list[str]:
    """List the members an institution succeeded by the end of a year, up to a day."""
    return [
        member
        for merger in _mergers(world, year, at)
        for member in merger.members
        if merger.into.id == heir != member
    ]


def succeeded_in(world: World, member: str, year: int, at: date) -> bool:
    """Tell whether a member was succeeded by another in a year, up to a day."""
    return any(
        member in merger.members and member != merger.into.id
        for merger in _mergers(world, year, at)
    )


def _mergers(world: World, year: int, at: date) -> list[MembersMerged]:
    return [
        merger
        for _act, merger in world.on(at).decided(MembersMerged)
        if merger.from_.year <= year and merger.from_ <= at
    ]


def chosen_by(world: World, member: str, line: str, year: int, at: date) -> str | None:
    """Find the act in force by which a member took an optional line for a year."""
    return next(
        (
            act.reference
            for act, decision in world.on(at).concerning(OptionChosen, member)
            if decision.line == line
            and _is_taken(decision, year)
            and world.is_in_force(act, at)
        ),
        None,
    )


def services_of(
    world: World, member: str, year: int, at: date
) -> list[tuple[str, ServiceDelivered]]:
    """List what a member, or its merged ones, was delivered in a year, up to a day."""
    members = [member, *merged_into(world, member, year, at)]
    return [
        (act.reference, decision)
        for one in members
        for act, decision in world.on(at).concerning(ServiceDelivered, one)
        if _is_delivered(decision, year, at)
    ]


def subsidies_of(
    world: World, member: str, year: int, at: date
) -> list[tuple[str, Decimal]]:
    """List the subsidies for a member, or its merged ones, and a year, in force."""
    members = [member, *merged_into(world, member, year, at)]
    return [
        (act.reference, decision.amount)
        for one in members
        for act, decision in world.on(at).concerning(SubsidyGranted, one)
        if decision.year == year and world.is_in_force(act, at)
    ]


# ------------------------------------------------------------------- what has ended
class _Bases(msgspec.Struct, frozen=True):
    """What is looked for to price a year of a member: for what, of whom, how counted.

    `theirs` are the member and those merged into it.
    """

    member: str
    theirs: Collection[str]
    competences: Collection[str]
    school_years: Collection[str]
    year: int
    at: date

    def include(self, act: ActState, said: Decision) -> bool:
        """Tell whether a decision would be found, if it were in force."""
        of = member_of(said, act.reference)
        match said:
            case TariffVoted():
                is_found = _prices(said, self.competences, self.year)
            case BudgetVoted():
                is_found = _divides(said, self.competences, self.year)
            case PupilsCounted():
                is_found = of in self.theirs and said.school_year in self.school_years
            case OptionChosen():
                is_found = of == self.member and _is_taken(said, self.year)
            case ServiceDelivered():
                is_found = of in self.theirs and _is_delivered(said, self.year, self.at)
            case SubsidyGranted():
                is_found = of in self.theirs and said.year == self.year
            case ContributionCalled():
                is_found = of == self.member and said.year == self.year
            case _:
                is_found = False
        return is_found


def ended_bases(
    world: World, member: str, competences: Collection[str], year: int, at: date
) -> tuple[Voiding, ...]:
    """List what lets, that day, a decision not count that else might for a year.

    It is asked of a member and the competences it holds: of their tariffs and budgets,
    of its counts, options, services and subsidies, and of the calls made to it.
    """
    tariffs = [tariff_of(world, one, year, at) for one in competences]
    bases = _Bases(
        member=member,
        theirs={member, *merged_into(world, member, year, at)},
        competences=competences,
        school_years={voted.school_year for voted in tariffs if voted is not None},
        year=year,
        at=at,
    )
    on_the_day = world.on(at).known.acts
    bearing = [
        (act.reference, taken.number)
        for act in world.known.acts.values()
        for taken in (act.decisions if on_the_day[act.reference].dead else ())
        if taken.number in on_the_day[act.reference].dead
        and bases.include(act, taken.decision)
    ]
    voidings = (
        voiding for one in bearing for voiding in world.strikes.striking(one, at)
    )
    return tuple(dict.fromkeys(voidings))


# ------------------------------------------------------------------- what bears on it
def _prices(said: TariffVoted, competences: Collection[str], year: int) -> bool:
    return said.competence in competences and said.from_year <= year


def _divides(said: BudgetVoted, competences: Collection[str], year: int) -> bool:
    return said.competence in competences and said.year == year


def _is_taken(said: OptionChosen, year: int) -> bool:
    return said.from_year <= year <= (said.until_year or year)


def _is_delivered(said: ServiceDelivered, year: int, at: date) -> bool:
    return said.on.year == year and said.on <= at


def _adopted(act: ActState) -> date:
    undated = date.max if act.authority == SECRETARIAT else date.min
    return act.adopted_on or undated
