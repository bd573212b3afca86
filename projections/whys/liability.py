"""Who owes a year: which competences were held in it, may have been, or were not?"""

from collections.abc import Iterable, Iterator
from datetime import date

from ledger.language import N_
from projections.members.tenures import Tenure
from projections.money.contributions import (
    HELD_UNTIL,
    HOLDS,
    MAY_HOLD,
    NOT_HELD,
)
from projections.money.heirs import succeeded_in
from projections.money.in_year import law_day
from projections.money.shares import NOT_NAMED, UNOWED
from projections.money.tariffs import NO_LINE, budget_of
from projections.money.unestablished import NotEstablished, waiting_in
from projections.naming.citing import competence_label, step
from projections.naming.names import name_on
from projections.periods import year_up_to
from projections.reason import Rule, Step, Value
from projections.timelines.world import World
from projections.whys.waiting import waiting_steps

SUCCEEDED = Rule(
    "contribution.succeeded",
    N_("{member} was merged into another member: the heir alone owes {year}."),
)
SUBSTITUTED = Rule(
    "contribution.substituted",
    N_(
        "{member} was replaced by its EPCI for {competence}: the EPCI alone owes "
        "{year}."
    ),
)


def held_in(world: World, member: str, year: int, at: date) -> list[Tenure]:
    """List the competences a member held on a day of the year, up to a day."""
    days = year_up_to(year, at)
    if days is None:
        return []
    return [
        tenure.seen_on(at)
        for tenure in world.facts.competences.about(member)
        if tenure.period.overlap(days)
    ]


def holding_steps(world: World, member: str, year: int, at: date) -> Iterator[Step]:
    """Tell since when, and until when, a member held each competence of the year."""
    for tenure in held_in(world, member, year, at):
        day = max(tenure.from_, date(year, 1, 1))
        said: dict[str, Value] = {
            "member": name_on(world, member, day),
            "competence": competence_label(world, str(tenure.competence), day),
            "since": tenure.since,
            "acts": tenure.because,
        }
        if tenure.until is not None and tenure.until <= at:
            yield step(world, HELD_UNTIL, day, until=tenure.until, **said)
        else:
            yield step(world, HOLDS, day, **said)


def may_hold(
    world: World, member: str, year: int, at: date
) -> tuple[list[Step], tuple[str, ...]]:
    """Tell what may have begun in the year and what it rests on, with these acts."""
    day = min(at, date(year, 12, 31))
    waiting = waiting_in(world, year, at, member)
    named: dict[str, Value] = {"member": name_on(world, member, day)}
    labels = (competence_label(world, str(one.competence), day) for one in waiting)
    steps = [
        step(world, MAY_HOLD, day, competence=label, year=str(year), **named)
        for label in dict.fromkeys(labels)
    ]
    behind, acts = waiting_steps(world, waiting, day)
    return [*steps, *behind], acts


def unowed_steps(
    world: World, unknown: Iterable[NotEstablished], year: int, at: date
) -> Iterator[Step]:
    """Tell of the shares that fall to nobody, with the budget they are of."""
    day = law_day(year, at)
    for one in unknown:
        found = budget_of(world, one.competence, year, at)
        if one.amount is not None and found is not None:
            said: dict[str, Value] = {
                "member": one.name,
                "competence": competence_label(world, one.competence, day),
                "amount": one.amount,
                "acts": (found.act,),
            }
            yield step(world, UNOWED, day, year=str(year), **said)


def none_steps(world: World, member: str, year: int, at: date) -> Iterator[Step]:
    """Tell why a member owes nothing for a year that has begun."""
    day = min(at, date(year, 12, 31))
    named: dict[str, Value] = {"member": name_on(world, member, day)}
    held = held_in(world, member, year, at)
    in_year: dict[str, Value] = {**named, "year": str(year)}
    if not held:
        yield step(world, NOT_HELD, day, **in_year)
    elif succeeded_in(world, member, year, at):
        yield step(world, SUCCEEDED, day, **in_year)
    else:
        shares = world.statutes.rules_on(day).shares or {}
        for tenure in held:
            competence = str(tenure.competence)
            label = competence_label(world, competence, day)
            if succeeded_in(world, member, year, at, competence):
                yield step(world, SUBSTITUTED, day, competence=label, **in_year)
            elif competence in shares:
                yield step(world, NOT_NAMED, day, competence=label, **named)
            else:
                yield step(world, NO_LINE, day, **in_year)
