"""What changed in the register between two points, and which acts did it?

A point is a day, and what was known of it at a position of the ledger. Two points may
differ in either, or in both.
"""

from collections.abc import Iterable
from datetime import date

import msgspec

from projections.changes.effect_days import EffectDays
from projections.changes.explaining import Learned, Side
from projections.changes.lines import WHATS, Line, Name, Value, What
from projections.changes.whole import beside, by_name, lines_on, register_of
from projections.naming.citing import once
from projections.naming.names import member_rank
from projections.timelines.world import World


class Point(msgspec.Struct, frozen=True):
    """A day, and the world as it was known."""

    at: date
    world: World


class Moment(msgspec.Struct, frozen=True):
    """A point as answers show it."""

    at: date
    known_at: str


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """A line that appears (`before` is None), disappears, or says something else."""

    what: What
    key: str
    member: str | None
    person: str | None
    before: Value | None
    after: Value | None
    because: tuple[str, ...]


class Difference(msgspec.Struct, frozen=True):
    """What changed between two points."""

    from_: Moment = msgspec.field(name="from")
    to: Moment
    changes: tuple[Change, ...]


def difference(first: Point, second: Point) -> Difference:
    """Compare the registers of two points, line by line."""
    causes = _Causes(first, second)
    before, after = causes.lines
    changed = [
        change_of(before.get(name), after.get(name), causes.of(name))
        for name in dict.fromkeys([*before, *after])
        if _value(before.get(name)) != _value(after.get(name))
    ]
    return Difference(
        Moment(first.at, first.world.known_at),
        Moment(second.at, second.world.known_at),
        tuple(in_order(changed, second.world, second.at)),
    )


def change_of(
    before: Line | None, after: Line | None, because: tuple[str, ...]
) -> Change:
    """Tell a change from the line before, and the one after."""
    line = after or before
    assert line is not None, "something was there, or is"
    return Change(
        what=line.what,
        key=line.key,
        member=line.member,
        person=line.person,
        before=_value(before),
        after=_value(after),
        because=because,
    )


def in_order(changes: Iterable[Change], world: World, at: date) -> list[Change]:
    """Order by what they are about, then as annexes order members, then by person."""

    def rank(change: Change) -> tuple[int, tuple[int, str], str, str]:
        member = change.member
        first = (-1, "") if member is None else member_rank(world, member, at)
        return WHATS.index(change.what), first, change.person or "", change.key

    return sorted(changes, key=rank)


class _Causes:
    """Finds the acts that made a line of one point differ from that of another."""

    def __init__(self, first: Point, second: Point) -> None:
        self._points = (first, second)
        registers = [register_of(point.world) for point in self._points]
        self._lasting = [by_name(register) for register in registers]
        self.lines = [
            lines_on(register, point.world, point.at)
            for register, point in zip(registers, self._points, strict=True)
        ]
        self._is_forward = first.at <= second.at
        self._effects = EffectDays(second.world)
        positions = {point.world.known.position for point in self._points}
        self._knows_the_same = len(positions) == 1
        self._learned = Learned(first.world, second.world)

    def of(self, name: Name) -> tuple[str, ...]:
        """List the acts, in the order of their recording."""
        before, after = (lines.get(name) for lines in self.lines)
        line = before or after
        assert line is not None, "something was there, or is"
        if self._knows_the_same:
            ends = (before, after) if self._is_forward else (after, before)
            return self._learned.in_order(self._by_time(*ends))
        sides = [
            Side(
                one.because if one else beside(lasting.get(name, []), point.at),
                line,
                point.at,
                point.world,
            )
            for one, lasting, point in zip(
                (before, after), self._lasting, self._points, strict=True
            )
        ]
        explained = self._learned.explain(sides)
        return self._learned.in_order([*_on_one_side(before, after), *explained])

    def _by_time(self, earlier: Line | None, later: Line | None) -> tuple[str, ...]:
        """Name what ended the line, and what made it begin anew.

        Where the same acts say something else on another day, as a tariff does of
        another year, it is these. Where an act was suspended, ended or resumed in
        between, only what had effect in between did it.
        """
        since, by = sorted(point.at for point in self._points)
        ended = earlier.closed if earlier else ()
        begun = self._effects.by(later.opened, by) if later else ()
        acts = once(*ended, *begun)
        if earlier and earlier.what == "pending":
            acts = self._counting(acts, since, by)
        if not acts:
            acts = self._of_the_day(earlier, later)
        is_of_one_year = _year(earlier) in {None, _year(later)} or later is None
        if is_of_one_year and self._effects.has_moved(acts, since, by):
            return self._counting(acts, since, by)
        return acts

    def _of_the_day(self, earlier: Line | None, later: Line | None) -> tuple[str, ...]:
        """Name the acts of one day only, and what ended or restored acts in between."""
        acts = _on_one_side(earlier, later) or (later.because if later else ())
        lines = [line for line in (earlier, later) if line is not None]
        rests_on = [act for line in lines for act in (*line.because, *line.closed)]
        since, by = sorted(point.at for point in self._points)
        return once(*acts, *self._effects.moving(rests_on, since, by))

    def _counting(self, acts: Iterable[str], since: date, by: date) -> tuple[str, ...]:
        return tuple(act for act in acts if self._effects.counts_in(act, since, by))


def _year(line: Line | None) -> int | None:
    return line.value.get("year") if line is not None else None


def _on_one_side(before: Line | None, after: Line | None) -> tuple[str, ...]:
    """List the acts that are behind one of two lines only."""
    earlier = before.because if before else ()
    later = after.because if after else ()
    return once(
        *(act for act in earlier if act not in later),
        *(act for act in later if act not in earlier),
    )


def _value(line: Line | None) -> Value | None:
    return line.value if line is not None else None
