"""Which entries, learned between two positions, explain that a line reads otherwise?

An act that was recorded in between, or one that was annulled, rectified, dated, made
public: then it is the ruling, the correction, the note of the secretariat that did it.
"""

from collections.abc import Iterable, Iterator
from datetime import date

import msgspec

from projections.changes.lines import Line
from projections.naming.citing import once
from projections.reason import because
from projections.timelines.world import World


class Side(msgspec.Struct, frozen=True):
    """One point: the acts by which it has a line, or has it not; `of` is the line."""

    acts: tuple[str, ...]
    of: Line
    at: date
    world: World


class Learned:
    """The acts that one world holds and the other does not, and what they are about."""

    def __init__(self, one: World, other: World) -> None:
        """Compare two worlds of one ledger, in either order."""
        less, more = sorted((one, other), key=lambda world: world.known.position)
        self._acts = more.known.acts
        self._new = {
            reference
            for reference, act in self._acts.items()
            if act.positions[-1] > less.known.position
        }
        self._more = more

    def explain(self, sides: Iterable[Side]) -> list[str]:
        """List the new acts that a line rests on, or that are about one it rests on.

        Both sides count: what is pending again was held before. Where none is found,
        those that concern its institution.
        """
        both = tuple(sides)
        for rests_on in (_footing, _block, self._concerning):
            found = self._reached([act for side in both for act in rests_on(side)])
            if found:
                return found
        return []

    def _reached(self, acts: Iterable[str]) -> list[str]:
        """Follow what is about what; keep the new acts."""
        reached: dict[str, None] = {}
        waiting = [*acts] if self._new else []
        while waiting:
            act = waiting.pop()
            if act not in reached:
                reached[act] = None
                waiting += self._more.said_of.get(act, ())
        return [act for act in reached if act in self._new]

    def _concerning(self, side: Side) -> Iterator[str]:
        """List the acts that concern the institution of a line."""
        for act, _taken in self._more.proposed_about.get(side.of.member or "", ()):
            yield act.reference

    def in_order(self, acts: Iterable[str]) -> tuple[str, ...]:
        """Put acts in the order of their recording."""
        return tuple(sorted(once(*acts), key=lambda act: self._acts[act].position))


def _footing(side: Side) -> tuple[str, ...]:
    """List the acts a line rests on, though it does not name them all.

    A seat, a due, an empty seat: without the membership it would not be; and a seat is
    empty as long as nobody sits in it.
    """
    tenures = side.world.facts.members.about(side.of.member or "")
    held = [
        act
        for tenure in tenures
        if tenure.period.holds_on(side.at)
        for act in tenure.because
    ]
    is_seat = side.of.what in {"seat", "vacancy"}
    regimes = [
        act
        for regime in (side.world.facts.regimes.on(side.at) if is_seat else ())
        for act in regime.because
    ]
    return (*side.acts, *held, *regimes, *_taken_by(side))


def _block(side: Side) -> list[str]:
    """List the acts by which the communal block has come to be what it is.

    Its regime rests on the number of all members, and seats may rest on the regime.
    """
    if side.of.what not in {"regime", "seat", "vacancy"}:
        return []
    return [
        act
        for one in side.world.facts.block
        if one.period.from_ <= side.at
        for act in (*one.opened, *one.closed)
    ]


def _taken_by(side: Side) -> list[str]:
    """List the acts by which others sit where a seat was, or is, empty."""
    if side.of.what != "vacancy":
        return []
    said, member = side.of.value, side.of.member
    return [
        act
        for seat in side.world.facts.seats.of(said["body"])
        if seat.office == said["office"] and member in {None, seat.member}
        if seat.period.holds_on(side.at)
        for act in because(seat.opened)
    ]
