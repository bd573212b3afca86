"""What is looked at: the acts adopted by a day, and what each rule needs to know."""

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import TypeVar

from ledger.events.event import Event
from projections.acts.act_state import ActState
from projections.money.contributions import Reckoning, reckoned
from projections.naming.articles import Conditions, conditions_on, ever_in_force
from projections.timelines.world import World
from projections.votes.judged_votes import Judge, Judged

E = TypeVar("E", bound=Event)


class Scope:
    """The world, and the day on which it is looked at."""

    def __init__(self, world: World, at: date) -> None:
        """Look at the world on a day."""
        self.world = world
        self.at = at
        self._reckonings: dict[int, Reckoning] = {}
        self._judged: dict[str, tuple[Judged, ...]] = {}

    @cached_property
    def acts(self) -> list[ActState]:
        """List the acts adopted by then, and the undated ones."""
        return [act for act in self.world.known.acts.values() if self._is_seen(act)]

    @cached_property
    def references(self) -> frozenset[str]:
        """List their references."""
        return frozenset(act.reference for act in self.acts)

    @cached_property
    def acts_in_force(self) -> list[ActState]:
        """List them with the decisions alone that are in force on that day."""
        in_force = self.world.on(self.at).known.acts
        return [in_force[act.reference] for act in self.acts]

    def decided(self, kind: type[E]) -> Iterator[tuple[ActState, E]]:
        """Give the decisions of a kind that are in force that day, with their acts."""
        for act, decision in self.world.on(self.at).decided(kind):
            if self._is_seen(act):
                yield act, decision

    def ever_decided(self, kind: type[E]) -> Iterator[tuple[ActState, E]]:
        """Give those as well that were ended or are suspended, with their acts."""
        for act, decision in self.world.decided(kind):
            if self._is_seen(act):
                yield act, decision

    def day_of(self, act: ActState) -> date:
        """Tell the day an act is judged by: its adoption; undated, the day asked."""
        return act.adopted_on or self.at

    @cached_property
    def conditions(self) -> list[Conditions]:
        """List the versions of the conditions whose entry into force is known."""
        return ever_in_force(self.world)

    def conditions_on(self, day: date, *competences: str) -> Conditions | None:
        """Find the conditions in force on a day for the first competence with some."""
        return conditions_on(self.world, day, *competences)

    @cached_property
    def judge(self) -> Judge:
        """Judge votes by what is known now; who sat on a day is derived once."""
        return Judge(self.world)

    def judged(self, act: ActState) -> tuple[Judged, ...]:
        """Judge each question an act puts to the vote; each is judged once."""
        if act.reference not in self._judged:
            self._judged[act.reference] = self.judge.judge(act)
        return self._judged[act.reference]

    def reckoning(self, year: int) -> Reckoning:
        """Reckon what is due for a year; each is reckoned once."""
        if year not in self._reckonings:
            self._reckonings[year] = reckoned(self.world, year, self.at)
        return self._reckonings[year]

    def _is_seen(self, act: ActState) -> bool:
        return act.adopted_on is None or act.adopted_on <= self.at
