"""How is a time cut where a phase ends, and joined where it goes on?

Where a time is cut, the acts that made the seam are the acts that closed or opened it.

A commune is a member since 2020. On 1 March 2024 its approval is suspended, on 1 June
the suspension is lifted. Each of the three phases derives membership from the decisions
in force in it; each part is cut to its phase, and what touches is joined:

    phase      until 1 March           1 March to 1 June    from 1 June on
    derived    2020 ..                 nothing              2020 ..
    cut        2020 .. 1 March         nothing              1 June ..
    told       2020 .. 1 March,                             1 June ..,
               closed by the order                          opened by the lifting

Had the order been about another commune, its parts would touch at both seams, have the
same origin, and be told as one time since 2020. A time ends before its `until`.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from typing import Protocol, TypeVar

import msgspec

from ledger.language import N_
from projections.members.tenures import AgreementInVain, Cause, Origin, Tenure
from projections.periods import Period, joined_times
from projections.reason import Reason, Rule
from projections.seats.bodies import EmptySeat
from projections.seats.designations import ENDED
from projections.seats.in_vain import Claim, Overbooked, SeatInVain
from projections.seats.mandates import (
    Holdover,
    Mandate,
    Vacancy,
    departure,
)
from projections.seats.seats import Seat, held_over
from projections.timelines.phases import Phase

RESUMED = Rule("seat.resumed", N_("It begins again on {on}: {acts}."))
MEMBER_RESUMED = Rule("member.resumed", N_("It begins again on {on}: {acts}."))
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


def cut_tenure(tenure: Tenure, cut: Cut) -> Tenure:
    """Keep of a tenure what is within a phase."""

    def seen(origin: Origin) -> Origin:
        if not cut.opened:
            return origin
        return Origin(cut.within.from_, (*origin.causes, _begun_again(cut)))

    return msgspec.structs.replace(
        tenure,
        period=cut.within,
        origin=seen(tenure.origin),
        earlier=tuple((until, seen(origin)) for until, origin in tenure.earlier),
        ended=(Cause(SEAM, 0, cut.closed),) if cut.closed else tenure.ended,
    )


def _begun_again(cut: Cut) -> Cause:
    """Say by which acts it begins again, or only then, on the first day of a phase."""
    day, acts = cut.within.from_, cut.opened
    return Cause(SEAM, 0, acts, reasons=(MEMBER_RESUMED.of(day, on=day, acts=acts),))


def join_tenures(one: Tenure, other: Tenure) -> Tenure:
    """Let a tenure go on, since the day it began: it may have been interrupted before.

    Where it rests on other acts from the seam on, it rests on both.
    """
    seam = other.period.from_
    at_seam = other.seen_on(seam).origin.since

    def going_on(origin: Origin) -> Origin:
        if origin.since != at_seam or origin.since in {
            one.origin.since,
            one.period.from_,
        }:
            return origin
        causes = dict.fromkeys((*one.origin.causes, *origin.causes))
        return Origin(one.origin.since, tuple(causes))

    origins = [*one.earlier, (seam, one.origin)]
    origins += [
        (until, going_on(origin)) for until, origin in other.earlier if until > seam
    ]
    last = going_on(other.origin)
    kept = [
        (until, origin)
        for place, (until, origin) in enumerate(origins)
        if not origin.shows(origins[place + 1][1] if place + 1 < len(origins) else last)
    ]
    return msgspec.structs.replace(
        other,
        period=Period(one.period.from_, other.period.until),
        origin=last,
        earlier=tuple(kept),
    )


# ------------------------------------------------------------------- seats
def cut_seat(seat: S, cut: Cut) -> S:
    """Keep of a seat what is within a phase."""
    return msgspec.structs.replace(
        seat,
        period=cut.within,
        opened=(*seat.opened, *_resumed(cut)),
        closed=_interrupted(cut) or seat.closed,
        holdovers=held_over(seat.holdovers, cut.within),
    )


def join_seats(one: S, other: S) -> S:
    """Let a person go on sitting."""
    return msgspec.structs.replace(
        one,
        period=Period(one.period.from_, other.period.until),
        opened=tuple(dict.fromkeys((*one.opened, *other.opened))),
        closed=other.closed,
        holdovers=_joined_holdovers((*one.holdovers, *other.holdovers)),
        terms=tuple(dict.fromkeys((*one.terms, *other.terms))),
    )


def _joined_holdovers(holdovers: Iterable[Holdover]) -> tuple[Holdover, ...]:
    found: list[Holdover] = []
    for one in holdovers:
        if found and found[-1].period.until == one.period.from_:
            whole = Period(found[-1].period.from_, one.period.until)
            found[-1] = Holdover(whole, found[-1].renewed)
        else:
            found.append(one)
    return tuple(found)


def _resumed(cut: Cut) -> tuple[Reason, ...]:
    on = cut.within.from_
    return (RESUMED.of(on, on=on, acts=cut.opened),) if cut.opened else ()


def _interrupted(cut: Cut) -> tuple[Reason, ...]:
    until = cut.within.until
    return (ENDED.of(until, until=until, acts=cut.closed),) if cut.closed else ()


# ------------------------------------------------------------------- empty seats
class Moves:
    """Who left, and who took, which kind of seat on which day.

    What a phase interrupts, or lets resume, empties seats and fills them: that is known
    once the seats are spliced.
    """

    def __init__(self, seats: Iterable[Mandate | Seat]) -> None:
        """Look them up by kind and day."""
        self._left: dict[Hashable, list[Reason]] = {}
        self._taken: dict[Hashable, list[Reason]] = {}
        for one in seats:
            ended = departure(one) if isinstance(one, Mandate) else one.closed
            self._left.setdefault((one.kind, one.period.until), []).extend(ended)
            self._taken.setdefault((one.kind, one.period.from_), []).extend(one.opened)

    def cut(self, empty: E, cut: Cut) -> E:
        """Keep of a vacancy what is within a phase."""
        time: Period = cut.within
        opened, closed = empty.opened, empty.closed
        if cut.opened:
            resumed = (*empty.opened_on(time.from_), *_resumed(cut))
            opened = tuple(self._left.get((empty.key, time.from_), ())) or resumed
        if cut.closed:
            filled = tuple(self._taken.get((empty.key, time.until), ()))
            closed = filled or _interrupted(cut)
        return msgspec.structs.replace(
            empty, period=cut.within, opened=opened, closed=closed
        )

    def cut_in_body(self, empty: EmptySeat, cut: Cut) -> EmptySeat:
        """Keep of an empty seat what is within a phase; it counts from there."""
        since = max(empty.since, cut.within.from_) if cut.opened else empty.since
        return msgspec.structs.replace(self.cut(empty, cut), since=since)


def join_empty(one: E, other: E) -> E:
    """Let a seat go on being empty."""
    period = Period(one.period.from_, other.period.until)
    return msgspec.structs.replace(one, period=period, closed=other.closed)


D = TypeVar("D", SeatInVain, Overbooked)


def within(phases: Of, parts: Sequence[Iterable[D]]) -> Iterator[D]:
    """Keep what came to nothing on a day of its phase."""
    for phase, part in zip(phases, parts, strict=True):
        yield from (one for one in part if phase.period.holds_on(one.day))


def in_vain(
    phases: Of, parts: Sequence[Iterable[SeatInVain]], met: AbstractSet[Claim]
) -> Iterator[SeatInVain]:
    """Keep what came to nothing, save what takes for granted what was so in a phase."""
    return (one for one in within(phases, parts) if one.claim not in met)


def never_came(
    phases: Of, parts: Sequence[Iterable[AgreementInVain]]
) -> Iterator[AgreementInVain]:
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
        for period in periods
        if (part := period.overlap(phase.period)) is not None
    ]
    return joined_times(within)
