"""Which tariff or budget applies to a year, and what was counted, chosen, delivered?"""

from datetime import date
from decimal import Decimal

import msgspec

from ledger.authorities import SECRETARIAT
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
from projections.acts.as_known import ActAsKnown
from projections.money.cents import summed
from projections.world import World


class Voted(msgspec.Struct, frozen=True):
    """A tariff in force, and the act that voted it."""

    act: str
    tariff: TariffVoted


class Budget(msgspec.Struct, frozen=True):
    """A budget in force, and the act that voted it."""

    act: str
    budget: BudgetVoted


class Count(msgspec.Struct, frozen=True):
    """A head-count, and the acts it was read in."""

    pupils: int
    acts: tuple[str, ...]


def tariff_of(world: World, competence: str, year: int, at: date) -> Voted | None:
    """Find the tariff of a year: the latest `from_year` up to it, in force on a day.

    Of two for the same year, the one adopted later counts.
    """
    found = [
        (decision.from_year, act.adopted_on or date.min, act.position, act, decision)
        for act, decision in world.on(at).decided(TariffVoted)
        if decision.competence == competence
        and decision.from_year <= year
        and world.is_in_force(act, at)
    ]
    if not found:
        return None
    *_, act, decision = max(found, key=lambda one: one[:3])
    return Voted(act.reference, decision)


def budget_of(world: World, competence: str, year: int, at: date) -> Budget | None:
    """Find the budget of a year in force on a day; the one adopted last counts."""
    found = [
        (act.adopted_on or date.min, act.position, act, decision)
        for act, decision in world.on(at).decided(BudgetVoted)
        if decision.competence == competence
        and decision.year == year
        and world.is_in_force(act, at)
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
        (_adopted(act), place, Count(decision.pupils, (act.reference,)))
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
    return Count(sum(count.pupils for count in known), acts)


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
            and decision.from_year <= year <= (decision.until_year or year)
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
        if decision.on.year == year and decision.on <= at
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


def called(world: World, year: int, at: date) -> dict[str, Decimal]:
    """Sum what was called from each member for a year, by calls that stand on a day."""
    return summed(
        (decision.member, decision.amount)
        for _act, decision in world.on(at).decided(ContributionCalled)
        if decision.year == year
    )


def calls(world: World) -> dict[int, dict[str, list[str]]]:
    """List the acts by which amounts were called, by year and by member."""
    found: dict[int, dict[str, list[str]]] = {}
    for act, decision in world.decided(ContributionCalled):
        of_year = found.setdefault(decision.year, {})
        of_year.setdefault(decision.member, []).append(act.reference)
    return found


def paid(world: World, year: int, at: date) -> dict[str, Decimal]:
    """Sum what each member paid for a year, up to a day."""
    return summed(
        (decision.member, decision.amount)
        for _act, decision in world.decided(PaymentReceived)
        if decision.year == year and decision.on <= at
    )


def _adopted(act: ActAsKnown) -> date:
    undated = date.max if act.authority == SECRETARIAT else date.min
    return act.adopted_on or undated
