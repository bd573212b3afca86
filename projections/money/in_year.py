"""Which decisions count for a year, seen from a day?

Specification section 9. What ends (a repeal, an annulment from a day, a suspension, an
option given up) takes nothing from a year gone by (CRPA L.240-1, 1°: for the future; CE
Ass. 11 May 2004, AC!). What is as if it had never been is in force on no day, and so
counts for no year.
"""

from collections.abc import Callable
from datetime import date

from projections.acts.act_state import ActState
from projections.periods import Period, last_day, next_day
from projections.timelines.in_force import E, InForce
from projections.timelines.world import World


def law_day(year: int, at: date) -> date:
    """Tell the day whose law is that of a year: that asked about, or its last."""
    return min(at, date(year, 12, 31))


def in_force_on(
    world: World, kind: type[E], day: date, member: str | None = None
) -> list[tuple[ActState, E]]:
    """List the decisions of a kind in force on a day, of all or about one member."""
    return [
        (act, said)
        for act, said in _decided(world.on(day), kind, member)
        if world.is_in_force(act, day)
    ]


def votes_of(
    world: World, kind: type[E], year: int, at: date, meant: Callable[[E], bool]
) -> list[tuple[ActState, E]]:
    """List what was voted and may count for a year, in order of position.

    That is what is in force on its law day, and what was on 1 January and ended or was
    suspended since (switch `tariff-ended-in-year`); where there is none, what came into
    force after the year, by the day it is seen from.
    """
    last, first = law_day(year, at), date(year, 1, 1)
    found = [one for one in in_force_on(world, kind, last) if meant(one[1])]
    if first < last:
        stood = in_force_on(world, kind, first)
        found += [one for one in stood if meant(one[1]) and not _is_in(found, one[1])]
    if not found and at > last:
        late = effective_between(world, kind, next_day(last), at)
        found = [one for one in late if meant(one[1])]
    return found


def effective_between(
    world: World, kind: type[E], first: date, last: date, member: str | None = None
) -> list[tuple[ActState, E]]:
    """List the decisions in force on one day at least, from one to another."""
    return _standing(world, kind, (first, last), member, must_be_executory=True)


def standing_between(
    world: World, kind: type[E], first: date, last: date, member: str | None = None
) -> list[tuple[ActState, E]]:
    """List the decisions that nothing struck on one day at least, executory or not.

    So are read those that state a fact: counts, services, mergers.
    """
    return _standing(world, kind, (first, last), member, must_be_executory=False)


def _standing(
    world: World,
    kind: type[E],
    days: tuple[date, date],
    member: str | None,
    *,
    must_be_executory: bool,
) -> list[tuple[ActState, E]]:
    first, last = days
    until = None if last == date.max else next_day(last)
    found: set[int] = set()
    for phase, part in zip(world.phases, world.parts, strict=True):
        seen = phase.period.overlap(Period(first, until))
        if seen is not None:
            found |= {
                id(said)
                for act, said in _decided(part, kind, member)
                if not must_be_executory or world.is_in_force(act, last_day(seen))
            }
    return [
        (act, said)
        for act, said in _decided(world.ever, kind, member)
        if id(said) in found
    ]


def _is_in(found: list[tuple[ActState, E]], said: E) -> bool:
    return any(one is said for _act, one in found)


def _decided(
    part: InForce, kind: type[E], member: str | None
) -> list[tuple[ActState, E]]:
    return part.decided(kind) if member is None else part.concerning(kind, member)
