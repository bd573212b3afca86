"""Which decisions are in force together, and from which day to which?

Specification section 10: what a court annuls only from a day, what its author repeals,
what is suspended and resumes. The days on which such things begin or end cut history
into phases; within each, the acts read as if what is not in force had never been. So
no timeline knows that acts can end: each is derived phase by phase (`in_force.py`) and
put together again (`splicing.py`).
"""

from collections.abc import Iterator
from datetime import date
from typing import Literal, TypeAlias

import msgspec

from ledger.events import afterwards
from ledger.events.committee import OfficerElected, RepresentativeElected
from ledger.events.constitution import SyndicateCreated
from ledger.events.delegates import DelegateDesignated, SeatVacated
from ledger.events.membership import MembersMerged
from ledger.institutions import person_id
from projections.acts_as_known import ActAsKnown, AsKnown, DecisionAsKnown, Place
from projections.executory import Executory
from projections.lives import Blow, Lives, blows, limit_of
from projections.periods import Period
from projections.proceedings import proceedings

SeatFilling: TypeAlias = DelegateDesignated | RepresentativeElected | OfficerElected
"""What puts a person in a seat: done once, it is not undone by ending the decision."""


class Phase(msgspec.Struct, frozen=True):
    """A time during which the same decisions are in force; the acts that began it."""

    period: Period
    because: tuple[str, ...]
    known: AsKnown


def phases(known: AsKnown, executory: dict[str, Executory]) -> list[Phase]:
    """Cut history where decisions cease to be in force, or come back.

    One phase, which is the acts as known, where nothing is limited in time.
    """
    limited = [blow for blow in blows(known) if limit_of(blow, executory) is not None]
    if not limited:
        return [Phase(Period(date.min), (), known)]
    endings = _Endings(known, executory)
    lives = Lives(known, endings.ends_on)
    targets = [known.acts[one] for one in lives.targets if one in known.acts]
    with_vacancies = _with_vacancies(known, limited, endings)
    found: list[Phase] = []
    dead: dict[str, frozenset[int]] = {}
    as_on: dict[tuple[frozenset[int], ...], AsKnown] = {}
    for day in sorted({date.min, *(_day(blow, executory) for blow in limited)}):
        now_dead = {act.reference: lives.dead_of(act, day) for act in targets}
        if found and now_dead == dead:
            continue
        dead = now_dead
        because = tuple(
            blow.place[0]
            for blow in limited
            if _day(blow, executory) == day and not lives.is_dead(blow.place, day)
        )
        of_day = as_on.setdefault(
            tuple(dead.values()), _as_on(known.position, with_vacancies, dead)
        )
        if found:
            found[-1] = msgspec.structs.replace(
                found[-1], period=Period(found[-1].period.from_, day)
            )
        found.append(Phase(Period(day), tuple(dict.fromkeys(because)), of_day))
    return found


def _as_on(
    position: int, acts: dict[str, ActAsKnown], dead: dict[str, frozenset[int]]
) -> AsKnown:
    ended = {
        reference: msgspec.structs.replace(acts[reference], dead=numbers)
        for reference, numbers in dead.items()
    }
    return AsKnown(position=position, acts=acts | ended)


# ------------------------------------------------------------------- when it ends
def _day(blow: Blow, executory: dict[str, Executory]) -> date:
    day = limit_of(blow, executory)
    assert day is not None, "only what is limited is asked about"
    return day


class _Endings:
    """Tells what a repeal or a deferred annulment ends by itself, and what it cannot.

    A repeal never ends a membership or a transfer that has begun (section 10). A seat,
    once filled, is left vacant; the predecessor, whose mandate was ended, stays away.
    """

    def __init__(self, known: AsKnown, executory: dict[str, Executory]) -> None:
        self._known = known
        self.executory = executory
        self._begun: dict[tuple[str, int], date] | None = None

    def ends_on(self, blow: Blow, place: Place) -> date | None:
        """Tell from which day a decision is as if it had never been taken."""
        day = limit_of(blow, self.executory)
        taken = self._known.acts[place[0]].proposed[place[1] - 1]
        if day is None or self.leaves_vacant(place, day):
            return None
        if isinstance(blow.correction, afterwards.ActRepealed):
            if isinstance(taken.decision, SyndicateCreated | MembersMerged):
                return None
            begun = self._begun_on(place[0], taken.position)
            return None if begun is not None and begun <= day else day
        return day

    def leaves_vacant(self, place: Place, day: date) -> bool:
        """Tell whether the decision had filled a seat by then."""
        act = self._known.acts[place[0]]
        match act.proposed[place[1] - 1].decision:
            case DelegateDesignated(from_=from_):
                in_force = self.executory[place[0]].on
                return in_force is not None and max(in_force, from_ or in_force) < day
            case RepresentativeElected() | OfficerElected():
                return act.adopted_on is not None and act.adopted_on < day
            case _:
                return False

    def _begun_on(self, act: str, position: int) -> date | None:
        """Tell when what two bodies agreed about began, one of whose words this is."""
        if self._begun is None:
            self._begun = {
                (side.act, side.position): one.start
                for one in proceedings(self._known, self.executory)
                for side in one.sides
                if one.start is not None
            }
        return self._begun.get((act, position))


# ------------------------------------------------------------------- seats left
def _with_vacancies(
    known: AsKnown, limited: list[Blow], endings: _Endings
) -> dict[str, ActAsKnown]:
    """Let what ends a designation or an election read as the vacancy of the seat."""
    acts = dict(known.acts)
    for blow in limited:
        target = known.acts.get(blow.correction.target)
        if target is None or isinstance(
            blow.correction, afterwards.ActSuspended | afterwards.SuspensionLifted
        ):
            continue
        day = _day(blow, endings.executory)
        left = list(_left(known, blow, target, endings, day))
        act = acts[blow.place[0]]
        acts[blow.place[0]] = msgspec.structs.replace(
            act, follows=[*act.follows, *left]
        )
    return acts


def _left(
    known: AsKnown, blow: Blow, target: ActAsKnown, endings: _Endings, day: date
) -> Iterator[DecisionAsKnown]:
    for taken in target.proposed:
        place, decision = (target.reference, taken.number), taken.decision
        if not (blow.is_at(place) and endings.leaves_vacant(place, day)):
            continue
        assert isinstance(decision, SeatFilling)
        if not _is_confirmed(known, target, decision):
            vacated = SeatVacated(
                person=decision.person,
                seat=_seat(decision),
                reason="dismissal",
                on=day,
            )
            yield DecisionAsKnown(blow.place[1], blow.position, vacated)


def _is_confirmed(known: AsKnown, act: ActAsKnown, ended: SeatFilling) -> bool:
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
