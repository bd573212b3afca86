"""How is a time cut where a phase ends, and joined where it goes on?

Where a time is cut, the acts that made the seam are the acts that closed or opened it.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from datetime import date
from typing import Protocol, TypeVar

import msgspec

from ledger.language import N_
from projections.members.stays import Cause, Face, InVain, Stay
from projections.periods import Period
from projections.reason import Rule
from projections.seats.bodies import EmptySeat
from projections.seats.designations import Overbooked
from projections.seats.mandates import Mandate, Vacancy
from projections.seats.seats import Seat, overlaps
from projections.timelines.phases import Phase

RESUMED = Rule("member.resumed", N_("It begins again on {on}: {acts}."))
SEAM = "correction"
"""What the acts do that begin a phase: they end, suspend or restore decisions."""


class Timed(Protocol):
    """Something that lasts a time; two of one key that touch are one."""

    @property
    def period(self) -> Period:
        """Tell the time."""

    @property
    def key(self) -> Hashable:
        """Tell what it is the time of."""

    @property
    def because(self) -> tuple[str, ...]:
        """List the acts it rests on."""


T = TypeVar("T", bound=Timed)
S = TypeVar("S", Mandate, Seat)
E = TypeVar("E", Vacancy, EmptySeat)
Of = Sequence[Phase]
Join = Callable[[T, T], T]


class Cut(msgspec.Struct, frozen=True):
    """What is left of a time within a phase, and the acts that cut it."""

    within: Period
    opened: tuple[str, ...] = ()
    closed: tuple[str, ...] = ()


def spliced(
    phases: Of, parts: Sequence[Iterable[T]], cut: Callable[[T, Cut], T], join: Join[T]
) -> list[T]:
    """Keep of each phase what is within it, and join what goes on across a seam."""
    found: list[T] = []
    at_seam: dict[Hashable, list[int]] = {}
    for phase, part, after in zip(phases, parts, [*phases[1:], None], strict=True):
        before, at_seam = at_seam, {}
        for item in part:
            within = item.period.overlap(phase.period)
            if within is None:
                continue
            is_begun = item.period.from_ < within.from_
            goes_on = before.get(item.key, []) if is_begun else []
            is_cut = after is not None and item.period.until != within.until
            kept = cut(
                item,
                Cut(
                    within,
                    phase.begun_by(item.because) if is_begun and not goes_on else (),
                    after.begun_by(item.because) if is_cut and after else (),
                ),
            )
            place = goes_on.pop(0) if goes_on else len(found)
            if place < len(found):
                found[place] = join(found[place], kept)
            else:
                found.append(kept)
            if within.until is not None and within.until == phase.period.until:
                at_seam.setdefault(item.key, []).append(place)
    return found


def cut_stay(stay: Stay, cut: Cut) -> Stay:
    """Keep of a stay what is within a phase."""

    def seen(face: Face) -> Face:
        if not cut.opened:
            return face
        return Face(cut.within.from_, (*face.causes, _resumed(cut)))

    return msgspec.structs.replace(
        stay,
        period=cut.within,
        face=seen(stay.face),
        earlier=tuple((until, seen(face)) for until, face in stay.earlier),
        ended=(Cause(SEAM, 0, cut.closed),) if cut.closed else stay.ended,
    )


def _resumed(cut: Cut) -> Cause:
    """Say by which acts it begins again, or only then, on the first day of a phase."""
    day, acts = cut.within.from_, cut.opened
    return Cause(SEAM, 0, acts, reasons=(RESUMED.of(day, on=day, acts=acts),))


def join_stays(one: Stay, other: Stay) -> Stay:
    """Let a stay go on, since the day it began: it may have been interrupted before.

    Where it rests on other acts from the seam on, it rests on both.
    """
    seam = other.period.from_
    at_seam = other.seen_on(seam).face.since

    def going_on(face: Face) -> Face:
        if face.since != at_seam or face.since in {one.face.since, one.period.from_}:
            return face
        causes = dict.fromkeys((*one.face.causes, *face.causes))
        return Face(one.face.since, tuple(causes))

    faces = [*one.earlier, (seam, one.face)]
    faces += [(until, going_on(face)) for until, face in other.earlier if until > seam]
    last = going_on(other.face)
    kept = [
        (until, face)
        for place, (until, face) in enumerate(faces)
        if not face.shows(faces[place + 1][1] if place + 1 < len(faces) else last)
    ]
    return msgspec.structs.replace(
        other,
        period=Period(one.period.from_, other.period.until),
        face=last,
        earlier=tuple(kept),
    )


def cut_seat(seat: S, cut: Cut) -> S:
    """Keep of a seat what is within a phase."""
    return msgspec.structs.replace(
        seat,
        period=cut.within,
        opened=(*seat.opened, *cut.opened),
        closed=cut.closed or seat.closed,
        holdovers=overlaps(seat.holdovers, cut.within),
    )


def join_seats(one: S, other: S) -> S:
    """Let a person go on sitting."""
    return msgspec.structs.replace(
        one,
        period=Period(one.period.from_, other.period.until),
        opened=tuple(dict.fromkeys((*one.opened, *other.opened))),
        closed=other.closed,
        holdovers=tuple(joined_times((*one.holdovers, *other.holdovers))),
    )


def cut_empty(empty: E, cut: Cut) -> E:
    """Keep of a vacancy what is within a phase."""
    return msgspec.structs.replace(empty, period=cut.within)


def join_empty(one: E, other: E) -> E:
    """Let a seat go on being empty."""
    period = Period(one.period.from_, other.period.until)
    return msgspec.structs.replace(one, period=period)


def cut_body_seat(empty: EmptySeat, cut: Cut) -> EmptySeat:
    """Keep of an empty seat what is within a phase; it counts from there."""
    since = max(empty.since, cut.within.from_) if cut.opened else empty.since
    return msgspec.structs.replace(empty, period=cut.within, since=since)


def within(phases: Of, parts: Sequence[Iterable[Overbooked]]) -> Iterator[Overbooked]:
    """Keep what found no seat on a day of its phase."""
    for phase, part in zip(phases, parts, strict=True):
        yield from (one for one in part if phase.period.holds_on(one.day))


def never_came(phases: Of, parts: Sequence[Iterable[InVain]]) -> Iterator[InVain]:
    """Keep what came to nothing on a day of its phase; without a day, in the last."""
    for phase, part in zip(phases, parts, strict=True):
        yield from (
            one
            for one in part
            if phase.period.holds_on(one.on if one.on is not None else date.max)
        )


def existed(phases: Of, parts: Sequence[list[Period]]) -> list[Period]:
    """Put the times of a body together."""
    within = [
        part
        for phase, periods in zip(phases, parts, strict=True)
        for part in overlaps(periods, phase.period)
    ]
    return joined_times(within)


def joined_times(periods: Iterable[Period]) -> list[Period]:
    """Join times of which one begins when the other ends."""
    joined: list[Period] = []
    for period in periods:
        if joined and joined[-1].until == period.from_:
            joined[-1] = Period(joined[-1].from_, period.until)
        else:
            joined.append(period)
    return joined
