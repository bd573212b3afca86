"""Lines about the rules of a day: statutes, conditions, tariffs, budgets."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from itertools import zip_longest

import msgspec

from ledger.events.afterwards import ActRepealed, ActSuspended, SuspensionLifted
from ledger.events.constitution import ConditionsAdopted
from ledger.events.money import BudgetVoted, TariffVoted
from projections.lines import Held, Line, Value, What
from projections.money import shown_amount, shown_price
from projections.periods import Period
from projections.tariffs import Budget, Voted, budget_of, decided, tariff_of
from projections.world import World

Said = tuple[Value, str]
"""What is in force, and the act that says so."""

Versions = dict[date, tuple[str, str]]
"""A version and the act that adopted it, by the day it entered into force."""


def statutes_lines(world: World) -> Iterator[Held]:
    """List the versions of the statutes."""
    days = [version.since for version in world.statutes.versions]

    def in_force(day: date) -> Said | None:
        version = world.statutes.on(day)
        if version is None:
            return None
        return {"version": version.version, "since": version.since}, version.act

    yield from _spans("statutes", "", days, in_force)


def conditions_lines(world: World) -> Iterator[Held]:
    """List the versions of the conditions, by competence."""
    adopted: dict[str, list[tuple[date, int, str, str]]] = {}
    for act, decision in decided(world, ConditionsAdopted):
        since = world.executory[act.reference].on
        if since is not None:
            versions = adopted.setdefault(decision.competence, [])
            versions.append((since, act.position, decision.version, act.reference))
    for competence, versions in adopted.items():
        by_day = {since: (version, act) for since, _, version, act in sorted(versions)}

        def in_force(day: date, found: Versions = by_day, of: str = competence) -> Said:
            version, act = found[day]
            return {"competence": of, "version": version, "since": day}, act

        yield from _spans("conditions", competence, list(by_day), in_force)


def tariff_lines(world: World) -> Iterator[Held]:
    """List the tariffs, each as that of the year of the day."""
    voted = decided(world, TariffVoted)
    for competence in dict.fromkeys(tariff.competence for _act, tariff in voted):
        days = _turns(world)
        for act, tariff in voted:
            since = world.executory[act.reference].on
            if tariff.competence == competence and since is not None:
                days |= {since, max(since, date(tariff.from_year, 1, 1))}

        def in_force(day: date, of: str = competence) -> Said | None:
            found = tariff_of(world, of, day.year, day)
            return None if found is None else (_tariff(found), found.act)

        yield from _spans("tariff", competence, sorted(days), in_force)


def budget_lines(world: World) -> Iterator[Held]:
    """List the budgets, each as that of the year of the day."""
    voted = decided(world, BudgetVoted)
    for competence in dict.fromkeys(budget.competence for _act, budget in voted):
        days = _turns(world)
        for act, budget in voted:
            since = world.executory[act.reference].on
            if budget.competence == competence and since is not None:
                new_year = date(budget.year, 1, 1)
                days |= {max(since, new_year), date(budget.year + 1, 1, 1)}

        def in_force(day: date, of: str = competence) -> Said | None:
            found = budget_of(world, of, day.year, day)
            return None if found is None else (_budget(found), found.act)

        yield from _spans("budget", competence, sorted(days), in_force)


def _turns(world: World) -> set[date]:
    """List the days on which an act stops, or again begins, to have effect."""
    days: set[date | None] = set()
    for act, repeal in decided(world, ActRepealed):
        days |= {repeal.from_, world.executory[act.reference].on}
    for _act, suspension in decided(world, ActSuspended):
        days.add(suspension.from_)
    for _act, lifted in decided(world, SuspensionLifted):
        days.add(lifted.from_)
    return {day for day in days if day is not None}


def _spans(
    what: What, key: str, days: list[date], in_force: Callable[[date], Said | None]
) -> Iterator[Held]:
    """List what was in force from each day to the next on which something differs."""
    steps: list[tuple[date, Said | None]] = []
    for day in sorted(days):
        said = in_force(day)
        if said != (steps[-1][1] if steps else None):
            steps.append((day, said))
    ends = [day for day, _said in steps[1:]]
    for (day, said), end in zip_longest(steps, ends):
        if said is not None:
            value, act = said
            line = Line(what=what, key=key, value=value, because=(act,), opened=(act,))
            yield Held(line, Period(day, end))


def _tariff(found: Voted) -> Value:
    said = found.tariff
    return {
        "competence": said.competence,
        "from_year": said.from_year,
        "headcount": said.headcount,
        "prorata": said.prorata,
        "lines": [
            {
                "code": line.code,
                "unit": line.unit,
                "price": None if line.price is None else shown_price(line.price),
                "optional": line.optional,
            }
            for line in said.lines
        ],
    }


def _budget(found: Budget) -> Value:
    said = msgspec.structs.asdict(found.budget)
    return {
        field: shown_amount(value) if isinstance(value, Decimal) else value
        for field, value in said.items()
    }
