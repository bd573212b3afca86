"""What was counted, chosen, delivered, granted for a year?"""

from datetime import date
from decimal import Decimal

import msgspec

from ledger.authorities import SECRETARIAT
from ledger.events.money import (
    OptionChosen,
    PupilsCounted,
    ServiceDelivered,
    SubsidyGranted,
)
from projections.acts.act_state import ActState
from projections.money.heirs import merged_into, served_with
from projections.money.in_year import (
    effective_between,
    in_force_on,
    law_day,
    standing_between,
)
from projections.money.tariffs import COUNTED
from projections.reason import Reason
from projections.timelines.world import World


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
            standing_between(world, PupilsCounted, law_day(year, at), at, member)
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


def chosen_by(world: World, member: str, line: str, year: int, at: date) -> str | None:
    """Find the act by which a member took an optional line, by the law of a year."""
    chosen = in_force_on(world, OptionChosen, law_day(year, at), member)
    return next(
        (
            act.reference
            for act, decision in chosen
            if decision.line == line and is_taken(decision, year)
        ),
        None,
    )


def services_of(
    world: World, member: str, year: int, at: date
) -> list[tuple[str, ServiceDelivered]]:
    """List what a member, or its merged ones, was delivered in a year, up to a day."""
    members = [member, *served_with(world, member, year, at)]
    return [
        (act.reference, decision)
        for one in members
        for act, decision in standing_between(
            world, ServiceDelivered, law_day(year, at), at, one
        )
        if is_delivered(decision, year, at)
    ]


def subsidies_of(
    world: World, member: str, year: int, at: date
) -> list[tuple[str, Decimal]]:
    """List the subsidies for a member, or its merged ones, and a year.

    Each counts once in force, whenever granted, unless it ended in the year.
    """
    members = [member, *served_with(world, member, year, at)]
    return [
        (act.reference, decision.amount)
        for one in members
        for act, decision in effective_between(
            world, SubsidyGranted, law_day(year, at), at, one
        )
        if decision.year == year
    ]


def is_taken(said: OptionChosen, year: int) -> bool:
    """Tell whether an option is taken for a year; `until_year` is the last."""
    return said.from_year <= year <= (said.until_year or year)


def is_delivered(said: ServiceDelivered, year: int, at: date) -> bool:
    """Tell whether a service is delivered in a year, up to a day."""
    return said.on.year == year and said.on <= at


def _adopted(act: ActState) -> date:
    undated = date.max if act.authority == SECRETARIAT else date.min
    return act.adopted_on or undated
