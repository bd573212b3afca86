"""Lines about the rules of a day: statutes, conditions, tariffs, budgets."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from decimal import Decimal
from itertools import zip_longest

import msgspec

from ledger.events.constitution import ConditionsAdopted
from ledger.events.money import BudgetVoted, TariffVoted
from projections.changes.lines import Held, Line, Value, What, once
from projections.money.cents import shown_amount, shown_price
from projections.money.tariffs import Budget, Voted, budget_of, tariff_of
from projections.periods import Period
from projections.timelines.fates import movers
from projections.timelines.world import World

Said = tuple[Value, str]
"""What is in force, and the act that says so."""


def statutes_lines(world: World) -> Iterator[Held]:
    """List the versions of the statutes."""
    days = {version.since for version in world.statutes.versions}

    def in_force(day: date) -> Said | None:
        version = world.statutes.on(day)
        if version is None:
            return None
        return {"version": version.version, "since": version.since}, version.act

    yield from _spans(world, "statutes", "", days, in_force)


def conditions_lines(world: World) -> Iterator[Held]:
    """List the versions of the conditions, by competence."""
    adopted = world.decided(ConditionsAdopted)
    for competence in dict.fromkeys(said.competence for _act, said in adopted):
        days = _seams(world)
        for act, said in adopted:
            since = world.executory[act.reference].on
            if said.competence == competence and since is not None:
                days.add(since)

        def in_force(day: date, of: str = competence) -> Said | None:
            found = _conditions(world, of, day)
            if found is None:
                return None
            _since, _position, version, act = found
            return {"competence": of, "version": version}, act

        for held in _spans(world, "conditions", competence, days, in_force):
            value = {**held.line.value, "since": held.period.from_}
            line = msgspec.structs.replace(held.line, value=value)
            yield Held(line, held.period)


def tariff_lines(world: World) -> Iterator[Held]:
    """List the tariffs, each as that of the year of the day."""
    voted = world.decided(TariffVoted)
    for competence in dict.fromkeys(tariff.competence for _act, tariff in voted):
        days = _seams(world)
        for act, tariff in voted:
            since = world.executory[act.reference].on
            if tariff.competence == competence and since is not None:
                days |= {since, max(since, date(tariff.from_year, 1, 1))}

        def in_force(day: date, of: str = competence) -> Said | None:
            found = tariff_of(world, of, day.year, day)
            return None if found is None else (_tariff(found), found.act)

        yield from _spans(world, "tariff", competence, days, in_force)


def budget_lines(world: World) -> Iterator[Held]:
    """List the budgets, each as that of the year of the day."""
    voted = world.decided(BudgetVoted)
    for competence in dict.fromkeys(budget.competence for _act, budget in voted):
        days = _seams(world)
        for act, budget in voted:
            since = world.executory[act.reference].on
            if budget.competence == competence and since is not None:
                new_year = date(budget.year, 1, 1)
                days |= {max(since, new_year), date(budget.year + 1, 1, 1)}

        def in_force(day: date, of: str = competence) -> Said | None:
            found = budget_of(world, of, day.year, day)
            return None if found is None else (_budget(found), found.act)

        yield from _spans(world, "budget", competence, days, in_force)


def _conditions(
    world: World, competence: str, day: date
) -> tuple[date, int, str, str] | None:
    """Find the version in force: since when, its position, its name, its act."""
    found = [
        (since, act.position, said.version, act.reference)
        for act, said in world.on(day).decided(ConditionsAdopted)
        if said.competence == competence
        and (since := world.executory[act.reference].on) is not None
        and since <= day
    ]
    return max(found, default=None)


def _seams(world: World) -> set[date]:
    """List the days on which decisions cease to be in force, or come back."""
    return {phase.period.from_ for phase in world.phases[1:]}


def _spans(
    world: World,
    what: What,
    key: str,
    days: Iterable[date],
    in_force: Callable[[date], Said | None],
) -> Iterator[Held]:
    """List what was in force from each day to the next on which something differs.

    What begins or ends because an act is suspended, ended or resumed, is so by the acts
    that did it.
    """
    steps: list[tuple[date, Said | None]] = []
    for day in sorted(days):
        said = in_force(day)
        if said != (steps[-1][1] if steps else None):
            steps.append((day, said))
    before: tuple[str, ...] = ()
    for (day, said), then in zip_longest(steps, steps[1:]):
        if said is None:
            before = ()
            continue
        value, act = said
        end = then[0] if then is not None else None
        opened = once((act, *movers(world.fates, (*before, act), day)))
        is_over = then is not None and then[1] is None
        line = Line(
            what=what,
            key=key,
            value=value,
            because=opened,
            opened=opened,
            closed=movers(world.fates, (act,), end) if is_over and end else (),
        )
        yield Held(line, Period(day, end))
        before = (act,)


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
