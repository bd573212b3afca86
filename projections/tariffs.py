"""Which tariff or budget applies to a year, and what was counted, chosen, delivered?"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import TypeVar

import msgspec

from ledger.authorities import SECRETARIAT
from ledger.events.event import Event
from ledger.events.membership import MembersMerged
from ledger.events.money import (
    BudgetVoted,
    ContributionCalled,
    OptionChosen,
    PaymentReceived,
    PupilsCounted,
    ServiceDelivered,
    SubsidyGranted,
    TariffVoted,
)
from ledger.tags import institution_of
from projections.acts_as_known import ActAsKnown
from projections.world import World

E = TypeVar("E", bound=Event)


class Voted(msgspec.Struct, frozen=True):
    """A tariff in force, and the act that voted it."""

    act: str
    tariff: TariffVoted


class Budget(msgspec.Struct, frozen=True):
    """A budget in force, and the act that voted it."""

    act: str
    budget: BudgetVoted


def tariff_of(world: World, competence: str, year: int, at: date) -> Voted | None:
    """Find the tariff of a year: the latest `from_year` up to it, in force on a day.

    Of two for the same year, the one adopted later counts.
    """
    found = [
        (decision.from_year, act.adopted_on or date.min, act.position, act, decision)
        for act, decision in decided(world, TariffVoted)
        if decision.competence == competence
        and decision.from_year <= year
        and is_in_force(world, act, at)
    ]
    if not found:
        return None
    *_, act, decision = max(found, key=lambda one: one[:3])
    return Voted(act.reference, decision)


def budget_of(world: World, competence: str, year: int, at: date) -> Budget | None:
    """Find the budget of a year in force on a day; the one adopted last counts."""
    found = [
        (act.adopted_on or date.min, act.position, act, decision)
        for act, decision in decided(world, BudgetVoted)
        if decision.competence == competence
        and decision.year == year
        and is_in_force(world, act, at)
    ]
    if not found:
        return None
    *_, act, decision = max(found, key=lambda one: one[:2])
    return Budget(act.reference, decision)


def pupils_of(
    world: World, member: str, school_year: str, year: int, at: date
) -> int | None:
    """Find a member's head-count of a school year: the one adopted last counts.

    What the secretariat learned without a date counts as later than what was dated; an
    undated act of the member as earlier. An heir without a count has its members' sum.
    """
    found = [
        (_adopted(act), place, decision.pupils)
        for place, (act, decision) in enumerate(decided(world, PupilsCounted))
        if decision.school_year == school_year
        and (decision.member or institution_of(act.reference)) == member
    ]
    if found:
        return max(found)[2]
    counts = [
        pupils_of(world, merged, school_year, year, at)
        for merged in merged_into(world, member, year, at)
    ]
    known = [count for count in counts if count is not None]
    return sum(known) if known and len(known) == len(counts) else None


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
        for _act, merger in decided(world, MembersMerged)
        if merger.from_.year <= year and merger.from_ <= at
    ]


def has_chosen(world: World, member: str, line: str, year: int, at: date) -> bool:
    """Tell whether a member took an optional line for a year, by acts in force."""
    return any(
        decision.line == line
        and (decision.member or institution_of(act.reference)) == member
        and decision.from_year <= year <= (decision.until_year or year)
        and is_in_force(world, act, at)
        for act, decision in decided(world, OptionChosen)
    )


def services_of(
    world: World, member: str, year: int, at: date
) -> list[tuple[str, ServiceDelivered]]:
    """List what a member, or its merged ones, was delivered in a year, up to a day."""
    members = [member, *merged_into(world, member, year, at)]
    return [
        (act.reference, decision)
        for act, decision in decided(world, ServiceDelivered)
        if decision.member in members and decision.on.year == year and decision.on <= at
    ]


def subsidies_of(
    world: World, member: str, year: int, at: date
) -> list[tuple[str, Decimal]]:
    """List the subsidies for a member, or its merged ones, and a year, in force."""
    members = [member, *merged_into(world, member, year, at)]
    return [
        (act.reference, decision.amount)
        for act, decision in decided(world, SubsidyGranted)
        if decision.member in members
        and decision.year == year
        and is_in_force(world, act, at)
    ]


def called(world: World, year: int) -> dict[str, Decimal]:
    """Sum what was called from each member for a year."""
    return _summed(
        (decision.member, decision.amount)
        for _act, decision in decided(world, ContributionCalled)
        if decision.year == year
    )


def paid(world: World, year: int, at: date) -> dict[str, Decimal]:
    """Sum what each member paid for a year, up to a day."""
    return _summed(
        (decision.member, decision.amount)
        for _act, decision in decided(world, PaymentReceived)
        if decision.year == year and decision.on <= at
    )


def decided(world: World, kind: type[E]) -> list[tuple[ActAsKnown, E]]:
    """List the decisions of a kind, with their acts."""
    return world.decisions.get(kind, [])  # type: ignore[return-value]


def is_in_force(world: World, act: ActAsKnown, at: date) -> bool:
    """Tell whether an act is in force on a day."""
    since = world.executory[act.reference].on
    return since is not None and since <= at


def _summed(amounts: Iterable[tuple[str, Decimal]]) -> dict[str, Decimal]:
    sums: dict[str, Decimal] = {}
    for member, amount in amounts:
        sums[member] = sums.get(member, Decimal(0)) + amount
    return sums


def _adopted(act: ActAsKnown) -> date:
    undated = date.max if act.authority == SECRETARIAT else date.min
    return act.adopted_on or undated
