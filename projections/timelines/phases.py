"""Which decisions are in force together, and from which day to which?

Specification section 10: what a court annuls only from a day, what its author repeals,
what is suspended and resumes. The days on which such things begin or end cut history
into phases; within each, the acts read as if what is not in force had never been. So
no timeline knows that acts can end: each is derived phase by phase (`in_force.py`) and
put together again (`phase_join.py`).
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Literal, TypeAlias

import msgspec

from ledger.events import afterwards
from ledger.events.committee import OfficerElected, RepresentativeElected
from ledger.events.delegates import DelegateDesignated, SeatVacated
from ledger.institutions import person_id
from projections.acts.act_state import ActState, DecisionState, RecordAsOf
from projections.acts.voiding import Voiding, about_which
from projections.periods import Period
from projections.timelines.effect_limits import EffectLimits

SeatFilling: TypeAlias = DelegateDesignated | RepresentativeElected | OfficerElected
"""What puts a person in a seat: done once, it is not undone by ending the decision."""


class Phase(msgspec.Struct, frozen=True):
    """A time during which the same decisions are in force; the acts that began it."""

    period: Period
    because: tuple[str, ...]
    known: RecordAsOf
    about: Mapping[str, frozenset[str]] = {}

    def begun_by(self, acts: Iterable[str]) -> tuple[str, ...]:
        """Tell which of the acts that began it are about these; all, where none is."""
        concerned = {*acts}
        found = (act for act in self.because if self.about[act] & concerned)
        return tuple(found) or self.because


def phases(limits: EffectLimits) -> list[Phase]:
    """Cut history where decisions cease to be in force, or come back.

    One phase, which is the acts as known, where nothing is limited in time.
    """
    known = limits.known
    if not limits.limited:
        return [Phase(Period(date.min), (), known)]
    voids = limits.voids
    targets = [known.acts[one] for one in voids.targets if one in known.acts]
    with_vacancies = _with_vacancies(limits)
    found: list[Phase] = []
    dead: dict[str, frozenset[int]] = {}
    as_on: dict[tuple[frozenset[int], ...], RecordAsOf] = {}
    for day in sorted({date.min, *(since for since, _voiding in limits.limited)}):
        now_dead = {act.reference: voids.dead_of(act, day) for act in targets}
        if found and now_dead == dead:
            continue
        dead = now_dead
        about = {
            voiding.place[0]: about_which(known, voiding.place[0])
            for since, voiding in limits.acting
            if since == day
        }
        key = tuple(dead.values())
        if key not in as_on:
            as_on[key] = _as_on(known.position, with_vacancies, dead)
        if found:
            found[-1] = msgspec.structs.replace(
                found[-1], period=Period(found[-1].period.from_, day)
            )
        found.append(Phase(Period(day), tuple(about), as_on[key], about))
    return found


def _as_on(
    position: int, acts: dict[str, ActState], dead: dict[str, frozenset[int]]
) -> RecordAsOf:
    ended = {
        reference: msgspec.structs.replace(acts[reference], dead=numbers)
        for reference, numbers in dead.items()
    }
    return RecordAsOf(position=position, acts=acts | ended)


# ------------------------------------------------------------------- seats left
def _with_vacancies(limits: EffectLimits) -> dict[str, ActState]:
    """Let what ends a designation or an election read as the vacancy of the seat."""
    acts = dict(limits.known.acts)
    for day, voiding in limits.limited:
        target = limits.known.acts.get(voiding.correction.target)
        if target is None or isinstance(
            voiding.correction, afterwards.ActSuspended | afterwards.SuspensionLifted
        ):
            continue
        left = list(_left(limits, voiding, target, day))
        act = acts[voiding.place[0]]
        acts[voiding.place[0]] = msgspec.structs.replace(
            act, follows=[*act.follows, *left]
        )
    return acts


def _left(
    limits: EffectLimits, voiding: Voiding, target: ActState, day: date
) -> Iterator[DecisionState]:
    for taken in target.proposed:
        place, decision = (target.reference, taken.number), taken.decision
        if not (voiding.is_at(place) and limits.leaves_vacant(place, day)):
            continue
        assert isinstance(decision, SeatFilling)
        if not _is_confirmed(limits.known, target, decision):
            vacated = SeatVacated(
                person=decision.person,
                seat=_seat(decision),
                reason="dismissal",
                on=day,
            )
            yield DecisionState(voiding.place[1], voiding.position, vacated)


def _is_confirmed(known: RecordAsOf, act: ActState, ended: SeatFilling) -> bool:
    """Tell whether a later act put the same person in the seat again."""
    return any(
        isinstance(taken.decision, type(ended))
        and person_id(taken.decision.person) == person_id(ended.person)
        and (other.adopted_on or date.min) > (act.adopted_on or date.max)
        for other in known.acts.values()
        if other.authority == act.authority
        for taken in other.decisions
    )


def _seat(
    decision: SeatFilling,
) -> Literal["delegate", "representative", "president", "vice-president"]:
    match decision:
        case DelegateDesignated():
            return "delegate"
        case RepresentativeElected():
            return "representative"
        case OfficerElected(office=office):
            return office
