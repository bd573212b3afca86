"""What happened, act by act in order of effect, and what did each change?

The auditor's reading. An act stands on the day it has effect, and again on each later
day on which it changes the register. One that is dead, or was voted down, is told too;
one whose day is not established comes last, with what is missing.
"""

from collections.abc import Iterator
from datetime import date
from typing import Literal

import msgspec

from ledger.authorities import Authority, kind_of
from projections.acts.act_state import ActState, DecisionState
from projections.changes.change_days import ChangesByAct, changes_by_act_of
from projections.changes.deeds import Deed, Fact, deed
from projections.changes.differences import Change, in_order
from projections.changes.effect_days import EffectDays
from projections.missing import Missing
from projections.naming.citing import once
from projections.periods import earliest
from projections.timelines.fates import Fate
from projections.timelines.world import World

Status = Literal["act", "effect", "undated", "time"]


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """An act on a day, and what it changed on it.

    `status` tells its first day (`act`) from a later one (`effect`), from one that is
    not established (`undated`); `time` is no act, but the end of a year. `dead` counts
    decisions from 1 (`is_dead`: all of them), `killed_by` names what undid them;
    `fates` tell all that became of them, `does` what it made of others that day.
    """

    day: date | None
    act: str | None
    title: str | None
    positions: tuple[int, ...]
    changes: tuple[Change, ...]
    status: Status
    author: str | None = None
    adopted_on: date | None = None
    executory_on: date | None = None
    presumed: bool = False
    deeds: tuple[Deed, ...] = ()
    rejected: bool = False
    is_dead: bool = False
    dead: tuple[int, ...] = ()
    killed_by: tuple[str, ...] = ()
    fates: tuple[Fate, ...] = ()
    does: tuple[Fate, ...] = ()
    missing: tuple[Missing, ...] = ()
    effect_on: date | None = None


class Chronicle(msgspec.Struct, frozen=True):
    """The records from a day, None for the first, to another, both included."""

    from_: date | None
    at: date
    records: tuple[Record, ...]


def chronicle(world: World, from_: date | None, at: date) -> Iterator[Record]:
    """Tell the history from a day, or the first, to another, both included."""
    effects = EffectDays(world)
    changes_by_act = changes_by_act_of(world, effects)
    teller = _Teller(world, effects, changes_by_act)
    records = list(teller.years())
    for act in world.known.acts.values():
        records += teller.days(act)
    told = [one for one in records if one.day and one.day <= at]
    for record in sorted(told, key=_order):
        if record.day and (from_ is None or record.day >= from_):
            yield record
    for record in records:
        if record.day is None and (record.adopted_on or at) <= at:
            yield record


class _Teller:
    """Tells of each act when it happened."""

    def __init__(
        self, world: World, effects: EffectDays, changes_by_act: ChangesByAct
    ) -> None:
        self._world = world
        self._effects = effects
        self._years = [
            (day, changes)
            for (day, act), changes in changes_by_act.items()
            if act is None
        ]
        self._changes_by_act: dict[str, dict[date, list[Change]]] = {}
        for (day, act), changes in changes_by_act.items():
            if act is not None:
                self._changes_by_act.setdefault(act, {})[day] = changes

    def years(self) -> Iterator[Record]:
        """Tell what ended with a year, without an act."""
        for day, changes in self._years:
            yield Record(
                day=day,
                act=None,
                title=None,
                positions=(),
                changes=tuple(changes),
                status="time",
            )

    def days(self, act: ActState) -> Iterator[Record]:
        """Tell of an act on each of its days."""
        changes = dict(self._changes_by_act.get(act.reference, {}))
        starts = [(taken, self._effects.of(act, taken)) for taken in act.decisions]
        untold = [taken for taken, day in starts if day is None]
        for day in self._days_without_change(act, starts):
            changes.setdefault(day, [])
        first = self._first_day(act, [day for _taken, day in starts])
        begins = min(changes, default=None)
        if first is not None and (begins is None or first < begins):
            changes[first] = []
        status: Status = "act"
        for day in sorted(changes):
            record = self._record(act, day, changes[day], status)
            told = tuple(deed(act, taken, start) for taken, start in starts if start)
            yield msgspec.structs.replace(
                record,
                deeds=told or record.deeds,
                effect_on=begins if begins and day < begins else None,
            )
            status = "effect"
        if untold or not changes:
            yield self._undated(act, untold)

    def _days_without_change(
        self, act: ActState, starts: list[tuple[DecisionState, date | None]]
    ) -> Iterator[date]:
        """List the days on which it moves dues, or ends or restores other acts."""
        for taken, start in starts:
            if start is not None and isinstance(taken.decision, Fact):
                yield start
        for fate in self._world.fates:
            if fate.on is not None and act.reference in fate.by:
                yield fate.on

    def _first_day(self, act: ActState, starts: list[date | None]) -> date | None:
        """Tell on which day an act is told of first: in force, or of effect."""
        in_force = self._in_force(act)
        if not starts:
            return in_force or act.adopted_on
        return earliest(*starts, in_force)

    def _in_force(self, act: ActState) -> date | None:
        """Tell since when an act is in force; the secretariat's have no such day."""
        is_note = kind_of(act.authority) is Authority.SECRETARIAT
        return None if is_note else self._world.executory[act.reference].on

    def _undated(self, act: ActState, untold: list[DecisionState]) -> Record:
        missing = self._world.executory[act.reference].missing
        return msgspec.structs.replace(
            self._record(act, None, [], "undated"),
            deeds=tuple(deed(act, taken, None) for taken in untold or _told(act)),
            missing=missing or (Missing(act.reference, "adopted_on"),),
        )

    def _record(
        self, act: ActState, day: date | None, changes: list[Change], status: Status
    ) -> Record:
        executory = self._world.executory[act.reference]
        fates = [one for one in self._world.fates if one.act == act.reference]
        ends = [one for one in fates if one.kind == "dead"]
        dead = {number for one in ends for number in one.decisions}
        return Record(
            day=day,
            act=act.reference,
            title=act.registered.title,
            positions=act.positions,
            changes=tuple(in_order(changes, self._world, day or date.max)),
            status=status,
            author=act.authority,
            adopted_on=act.adopted_on,
            executory_on=self._in_force(act),
            presumed=executory.presumed,
            deeds=tuple(deed(act, taken, None) for taken in _told(act)),
            rejected=bool(act.voted_down) and not act.decisions,
            is_dead=bool(dead) and len(dead) == len(act.proposed),
            dead=tuple(sorted(dead)),
            killed_by=once(*(one for fate in ends for one in fate.by)),
            fates=tuple(fates),
            does=tuple(
                one
                for one in self._world.fates
                if act.reference in one.by
                and (one.on == day or (one.on is None and status != "effect"))
            ),
        )


def _told(act: ActState) -> list[DecisionState]:
    """List what it decided, or proposed, or would have decided had it lived."""
    return act.decisions or act.voted_down or act.proposed


def _order(record: Record) -> tuple[date, int]:
    """Order by day; of one day, by position: what no act did comes first."""
    return record.day or date.max, record.positions[0] if record.positions else 0
