"""From which day has each decision effect (specification section 5)?"""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import assert_never

from ledger.authorities import SECRETARIAT
from ledger.events.catalogue import Decision
from ledger.events.committee import SessionConvened
from ledger.events.kind import (
    Named,
    NotBefore,
    OfAct,
    Reading,
    SchoolYearOf,
    SessionOf,
    YearOf,
)
from projections.acts.act_state import ActState, DecisionState
from projections.timelines.fates import Fate
from projections.timelines.world import World

SEPTEMBER = 9
"""The month a school year begins in."""


class EffectDays:
    """The days on which acts, decision by decision, come to have effect."""

    def __init__(self, world: World) -> None:
        """Read the acts of a world."""
        self._world = world
        self._days: dict[str, frozenset[date]] = {}

    def of(self, act: ActState, taken: DecisionState) -> date | None:
        """Tell the day a decision has effect from; None where it is not established.

        What the secretariat learned holds for the days it names.
        """
        decision = taken.decision
        days = (
            self._day(act, decision, reading) for reading in decision.KIND.effect_from
        )
        return next((day for day in days if day is not None), None)

    def _day(self, act: ActState, decision: Decision, reading: Reading) -> date | None:
        match reading:
            case Named(field):
                day: date | None = getattr(decision, field)
            case NotBefore(field):
                named, own = getattr(decision, field), self._in_force(act)
                day = own if own is None or named is None else max(own, named)
            case SessionOf(field):
                day = self._held_on.get(getattr(decision, field))
            case YearOf(field):
                day = date(getattr(decision, field), 1, 1)
            case SchoolYearOf(field):
                is_learned = act.authority == SECRETARIAT
                year = int(getattr(decision, field)[:4])
                day = date(year, SEPTEMBER, 1) if is_learned else None
            case OfAct.ADOPTED:
                day = act.adopted_on
            case OfAct.IN_FORCE:
                day = self._in_force(act)
            case _:
                assert_never(reading)
        return day

    def _in_force(self, act: ActState) -> date | None:
        return self._world.executory[act.reference].on

    def days_of(self, reference: str) -> frozenset[date]:
        """List the days on which an act, or a decision of it, comes to have effect.

        An act that is not known has none.
        """
        if reference not in self._world.known.acts:
            return frozenset()
        if reference not in self._days:
            act = self._world.known.acts[reference]
            days = [self._in_force(act), act.adopted_on]
            days += [self.of(act, taken) for taken in act.decisions]
            self._days[reference] = frozenset(day for day in days if day is not None)
        return self._days[reference]

    def counts_on(self, reference: str, day: date) -> bool:
        """Tell whether that day is one of them; it is none of an act not known."""
        return day in self.days_of(reference)

    def counts_in(self, reference: str, after: date, upto: date) -> bool:
        """Tell whether one of these days is one of its."""
        return any(after < day <= upto for day in self.days_of(reference))

    def moving(self, acts: Iterable[str], after: date, upto: date) -> Iterator[str]:
        """Find what suspended, ended or restored these acts in some days."""
        concerned = {*acts}
        for fate in self._moved(after, upto):
            if fate.act in concerned:
                yield from fate.by

    def has_moved(self, acts: Iterable[str], after: date, upto: date) -> bool:
        """Tell whether one of these acts suspended, ended or restored others then."""
        concerned = {*acts}
        return any(
            not concerned.isdisjoint(fate.by) for fate in self._moved(after, upto)
        )

    def _moved(self, after: date, upto: date) -> Iterator[Fate]:
        for fate in self._world.fates:
            if fate.ends_or_restores and fate.on and after < fate.on <= upto:
                yield fate

    def by(self, acts: tuple[str, ...], day: date) -> tuple[str, ...]:
        """Keep the acts that had some effect by a day; all, where none is known to."""
        known = self._world.known.acts
        found = tuple(
            act
            for act in acts
            if act not in known or any(one <= day for one in self.days_of(act))
        )
        return found or acts

    @cached_property
    def _held_on(self) -> dict[str, date]:
        sessions = self._world.decided(SessionConvened)
        return {said.session: said.held_on for _act, said in sessions}
