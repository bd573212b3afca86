"""Lines about the rules of a day: statutes, conditions, tariffs, budgets."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from decimal import Decimal
from itertools import zip_longest
from typing import TypeVar

import msgspec

from ledger.events.constitution import ConditionsAdopted
from ledger.events.money import BudgetVoted, TariffVoted
from projections.changes.lines import Held, Line, Value, What
from projections.money.cents import shown_amount, shown_price
from projections.money.tariffs import Budget, Voted, budget_of, tariff_on
from projections.naming.articles import conditions_on
from projections.naming.citing import once
from projections.periods import Period
from projections.timelines.fates import movers
from projections.timelines.world import World

D = TypeVar("D", ConditionsAdopted, TariffVoted, BudgetVoted)

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
    days_of = _days_by_competence(world, ConditionsAdopted, lambda _said, day: {day})
    for competence, days in days_of.items():

        def in_force(day: date, of: str = competence) -> Said | None:
            found = conditions_on(world, day, of)
            if found is None:
                return None
            return {"competence": of, "version": found.version}, found.act

        for held in _spans(world, "conditions", competence, days, in_force):
            value = {**held.line.value, "since": held.period.from_}
            line = msgspec.structs.replace(held.line, value=value)
            yield Held(line, held.period)


def tariff_lines(world: World) -> Iterator[Held]:
    """List the tariffs, each as that of the year of the day."""

    def days_of(said: TariffVoted, since: date) -> set[date]:
        return {since, max(since, date(said.from_year, 1, 1))}

    for competence, days in _days_by_competence(world, TariffVoted, days_of).items():

        def in_force(day: date, of: str = competence) -> Said | None:
            found = tariff_on(world, of, day)
            return None if found is None else (_tariff(found), found.act)

        yield from _spans(world, "tariff", competence, days, in_force)


def budget_lines(world: World) -> Iterator[Held]:
    """List the budgets, each as that of the year of the day."""

    def days_of(said: BudgetVoted, since: date) -> set[date]:
        return {max(since, date(said.year, 1, 1)), date(said.year + 1, 1, 1)}

    for competence, days in _days_by_competence(world, BudgetVoted, days_of).items():

        def in_force(day: date, of: str = competence) -> Said | None:
            found = budget_of(world, of, day.year, day)
            return None if found is None else (_budget(found), found.act)

        yield from _spans(world, "budget", competence, days, in_force)


def _days_by_competence(
    world: World, kind: type[D], days_of: Callable[[D, date], set[date]]
) -> dict[str, set[date]]:
    """List the days on which what is in force for a competence may change.

    `days_of` gives those of a decision, by the day its act is in force; to them come
    the days on which decisions cease to be in force, or come back.
    """
    seams: set[date] = {phase.period.from_ for phase in world.phases[1:]}
    found: dict[str, set[date]] = {}
    for act, said in world.decided(kind):
        days = found.setdefault(said.competence, {*seams})
        since = world.executory[act.reference].on
        if since is not None:
            days |= days_of(said, since)
    return found


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
        opened = once(act, *movers(world.fates, (*before, act), day))
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
