"""What becomes of each act: dead, suspended, resumed, ended; when, and by which acts?

Specification section 10. Only what has come about is told: a ruling that was overturned
did nothing, a repeal not known to be executory does nothing yet.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise
from typing import Literal

import msgspec

from ledger.events import afterwards
from projections.acts.act_state import ActState, RecordAsOf
from projections.acts.voiding import Voiding, acts_of, strikes_for_good, voidings
from projections.timelines.effect_limits import EffectLimits
from projections.timelines.phases import Phase

Kind = Literal[
    "dead",
    "restored",
    "suspended",
    "resumed",
    "annulled",
    "repealed",
    "stopped",
]
"""Dead as if never taken; alive since a ruling was overturned; the others on a day.

`stopped` is of no effect any more because what had kept it alive ended.
"""


class Fate(msgspec.Struct, frozen=True, kw_only=True):
    """What becomes of decisions of an act, counted from 1; `is_whole`: of all of them.

    `on` is the day it comes about, None where all days are concerned. `spared` are
    memberships and transfers that have begun, which no repeal ends (art. 16).
    """

    act: str
    kind: Kind
    on: date | None
    decisions: tuple[int, ...]
    is_whole: bool
    by: tuple[str, ...]
    spared: tuple[int, ...] = ()

    @property
    def ends_or_restores(self) -> bool:
        """Tell whether it comes about on a day and is more than a repeal of nothing."""
        return self.on is not None and self.spared != self.decisions


def fates(limits: EffectLimits, phases: list[Phase]) -> list[Fate]:
    """List what has become of acts: first what holds on all days, then by day."""
    known, ended = limits.known, list(_ended(limits, phases))
    return [
        *_dead(known),
        *_restored(known),
        *sorted([*ended, *_crossed(limits, phases, ended)], key=_day),
    ]


def movers(found: Iterable[Fate], acts: Iterable[str], day: date) -> tuple[str, ...]:
    """Name the acts by which, on a day, something became of one of these acts."""
    concerned = {*acts}
    by = (
        act
        for one in found
        if one.on == day and one.act in concerned and one.ends_or_restores
        for act in one.by
    )
    return tuple(dict.fromkeys(by))


# ------------------------------------------------------------------- on all days
def _dead(known: RecordAsOf) -> Iterator[Fate]:
    killers: dict[str, list[Voiding]] = {}
    for voiding in voidings(known):
        is_void = voiding.place[1] in known.acts[voiding.place[0]].dead
        if strikes_for_good(voiding) and not is_void:
            killers.setdefault(voiding.correction.target, []).append(voiding)
    for target, aimed in killers.items():
        act = known.acts.get(target)
        if act is not None and act.dead:
            by = [voiding for voiding in aimed if {*_numbers(act, voiding)} & act.dead]
            yield _fate(act, "dead", act.dead, acts_of(by))


def _restored(known: RecordAsOf) -> Iterator[Fate]:
    """Find what lives because the ruling against it was overturned."""
    rulings = list(voidings(known))
    for over in rulings:
        if not isinstance(over.correction, afterwards.RulingOverturned):
            continue
        for ruling in rulings:
            act = known.acts.get(ruling.correction.target)
            if act is not None and over.is_at(ruling.place):
                alive = {*_numbers(act, ruling)} - act.dead
                is_void = ruling.place[1] in known.acts[ruling.place[0]].dead
                if is_void and alive:
                    yield _fate(act, "restored", alive, acts_of([over]))


# ------------------------------------------------------------------- from a day on
def _ended(limits: EffectLimits, phases: list[Phase]) -> Iterator[Fate]:
    """Tell what is annulled from a day, or repealed, and what that does not end."""
    for day, voiding in limits.acting:
        act = limits.known.acts.get(voiding.correction.target)
        numbers = {*_numbers(act, voiding)} - act.dead if act is not None else set()
        if act is None or not numbers:
            continue
        if isinstance(voiding.correction, afterwards.ActRepealed):
            on_day = next(one for one in phases if one.period.holds_on(day))
            alive = numbers - on_day.known.acts[act.reference].dead
            spared = {
                number
                for number in alive
                if limits.is_kept((act.reference, number), day)
            }
            found = _fate(act, "repealed", numbers, acts_of([voiding]), on=day)
            yield msgspec.structs.replace(found, spared=tuple(sorted(spared)))
        elif isinstance(voiding.correction, afterwards.ActAnnulled):
            yield _fate(act, "annulled", numbers, acts_of([voiding]), on=day)


def _crossed(
    limits: EffectLimits, phases: list[Phase], ended: list[Fate]
) -> Iterator[Fate]:
    """Tell what else is of no effect from one phase to the next, or of effect again."""
    said = {(one.act, one.on, number) for one in ended for number in one.decisions}
    for before, after in pairwise(phases):
        day = after.period.from_
        for act in after.known.acts.values():
            was, is_ = before.known.acts[act.reference].dead, act.dead
            if was == is_:
                continue
            of_day = (voiding for since, voiding in limits.acting if since == day)
            aimed = [
                voiding for voiding in of_day if {*_numbers(act, voiding)} & (was ^ is_)
            ]
            by = acts_of(aimed) or after.begun_by([act.reference])
            told = {one for one in is_ - was if (act.reference, day, one) in said}
            if is_ - was - told:
                is_pause = any(
                    isinstance(one.correction, afterwards.ActSuspended) for one in aimed
                )
                kind: Kind = "suspended" if is_pause else "stopped"
                yield _fate(act, kind, is_ - was - told, by, on=day)
            if was - is_:
                yield _fate(act, "resumed", was - is_, by, on=day)


# ------------------------------------------------------------------- small words
def _numbers(act: ActState, voiding: Voiding) -> Iterator[int]:
    """List the decisions of an act that a correction is about."""
    for taken in act.proposed:
        if voiding.is_at((act.reference, taken.number)):
            yield taken.number


def _fate(
    act: ActState,
    kind: Kind,
    numbers: Iterable[int],
    by: tuple[str, ...],
    *,
    on: date | None = None,
) -> Fate:
    decisions = tuple(sorted(numbers))
    is_whole = len(decisions) == len(act.proposed)
    return Fate(
        act=act.reference,
        kind=kind,
        on=on,
        decisions=decisions,
        is_whole=is_whole,
        by=by,
    )


def _day(fate: Fate) -> date:
    return fate.on or date.min
