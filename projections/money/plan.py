"""What is missing before a year can be called, member by member?

A year is seen from its end: today's members stay, what is decided takes effect, what is
suspended stays so. So a year to come is an estimate, and says what it assumes.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Literal

import msgspec

from projections.money.calls import calls_for
from projections.money.cents import shown_amount
from projections.money.contributions import Contributions, of_holders, shown
from projections.money.planned import (
    Asked,
    Planned,
    Status,
    held_in_plan,
    waiting_in_plan,
)
from projections.money.tariffs import budget_of, tariff_of
from projections.naming.names import member_rank
from projections.timelines.world import World


class Priced(msgspec.Struct, frozen=True, kw_only=True):
    """The tariff or the budget a competence's year rests on.

    `own_year` is false where none was voted for that very year: the latest before it
    applies (`tariff.not-voted`); `act` is None where there is none at all.
    """

    competence: str
    what: Literal["tariff", "budget"]
    act: str | None
    from_year: int | None
    own_year: bool


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """The plan: whom it is about, its prices, how many are ready, for which amounts.

    `seen_from` is the day the year is seen from; where that is after the day asked
    about, who holds a competence today is taken to stay (`assumes_members_stay`).
    """

    seen_from: date
    assumes_members_stay: bool
    prices: tuple[Priced, ...]
    ready: int
    ready_amount: str
    missing: int
    called: int
    called_amount: str
    members: tuple[Planned, ...]


class PlannedContributions(Contributions, frozen=True):
    """The contributions of a year as they are to be expected, and the plan."""

    plan: Plan


def plan(
    world: World, year: int, at: date, member: str | None = None
) -> PlannedContributions:
    """Tell what a year is to be expected to bring, and what is missing to call it."""
    seen_from = max(at, date(year, 12, 31))
    expected = shown(world, of_holders(world, year, seen_from, member))
    asked = Asked(world, year, at, seen_from, calls_for(world, year, at))
    found = [*held_in_plan(asked, expected, member), *waiting_in_plan(asked, member)]
    day = date(year, 12, 31)
    members = sorted(found, key=lambda one: member_rank(world, one.member, day))
    fields = msgspec.structs.asdict(msgspec.structs.replace(expected, at=at))
    return PlannedContributions(**fields, plan=_summed(asked, members))


def _summed(asked: Asked, members: list[Planned]) -> Plan:
    by_status: dict[Status, list[Planned]] = {}
    for one in members:
        by_status.setdefault(one.status, []).append(one)
    ready, called = by_status.get("ready", []), by_status.get("called", [])
    return Plan(
        seen_from=asked.seen_from,
        assumes_members_stay=asked.seen_from > asked.at,
        prices=tuple(_prices(asked, members)),
        ready=len(ready),
        ready_amount=_total([one.due for one in ready]),
        missing=len(by_status.get("missing", [])),
        called=len(called),
        called_amount=_total([one.called for one in called]),
        members=tuple(members),
    )


def _total(amounts: list[str | None]) -> str:
    return shown_amount(sum((Decimal(one) for one in amounts if one), Decimal(0)))


# ------------------------------------------------------------------- the prices
def _prices(asked: Asked, members: list[Planned]) -> Iterator[Priced]:
    """Tell on which tariff or budget the year of each competence rests."""
    world, year, last = asked.world, asked.year, asked.seen_from
    shares = world.statutes.rules_on(last).shares or {}
    held = dict.fromkeys(each for one in members for each in one.competences)
    for competence in held:
        if competence in shares:
            found = budget_of(world, competence, year, last)
            yield Priced(
                competence=competence,
                what="budget",
                act=found.act if found else None,
                from_year=year if found else None,
                own_year=found is not None,
            )
            continue
        voted = tariff_of(world, competence, year, last)
        yield Priced(
            competence=competence,
            what="tariff",
            act=voted.act if voted else None,
            from_year=voted.tariff.from_year if voted else None,
            own_year=voted is not None and voted.is_of_year,
        )
