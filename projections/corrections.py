"""What became of an act: rectified, annulled, taken back, and rulings overturned?

Specification section 10. A correction is itself a decision of an act, and may be dead
by another: an annulment that was overturned is as if it had never been. Acts are never
changed where they are stored; they only read differently from here on.
"""

from typing import Any

from ledger.acts.rectifying import rectified, rectified_vote
from ledger.errors import LedgerError
from ledger.events import afterwards
from ledger.events.catalogue import Correction
from ledger.events.event import name_of
from ledger.language import N_
from projections.acts_as_known import ActAsKnown, AsKnown, DecisionAsKnown

Place = tuple[str, int]
"""A decision: the reference of its act, and its number in it, from 1."""


class CorrectionNotAppliedError(LedgerError):
    """A correction limited in time, of which this version cannot tell what follows."""

    sentence = N_(
        "Entry #{position} ({act}) is «{type}», which this version records but does "
        "not apply yet. Ask with --known-at {before} for what was known before it"
    )


# ------------------------------------------------------------------- rectified
def rectify(known: AsKnown) -> None:
    """Let the acts read as rectified: what was set last holds.

    A rectification of a rectification is applied to it first.
    """
    found = _rectifications(known)
    for place in reversed(found):
        if _corrects_correction(known, place):
            _apply(known, place)
    for place in found:
        if not _corrects_correction(known, place):
            _apply(known, place)


def _rectifications(known: AsKnown) -> list[Place]:
    """List the rectifications in order of position."""
    return [
        (act.reference, taken.number)
        for act in known.acts.values()
        for taken in act.proposed
        if isinstance(taken.decision, afterwards.ActRectified)
    ]


def _corrects_correction(known: AsKnown, place: Place) -> bool:
    rectification = _rectification(known, place)
    target = known.acts.get(rectification.target)
    number = rectification.decision
    if target is None or number is None:
        return False
    return isinstance(target.proposed[number - 1].decision, afterwards.ActRectified)


def _apply(known: AsKnown, place: Place) -> None:
    rectification = _rectification(known, place)
    target = known.acts.get(rectification.target)
    if target is None:
        return  # a later position of the same batch holds it, and is not known yet
    number = rectification.decision
    if number is None:
        _set_fields(target, rectification.set)
        return
    taken = target.proposed[number - 1]
    decision = rectified(taken.decision, rectification.set)
    target.proposed[number - 1] = DecisionAsKnown(number, taken.position, decision)


def _set_fields(act: ActAsKnown, fields: dict[str, Any]) -> None:
    own = {name: value for name, value in fields.items() if name != "vote"}
    act.registered = rectified(act.registered, own)
    if "vote" in fields:
        act.vote = rectified_vote(fields["vote"])


def _rectification(known: AsKnown, place: Place) -> afterwards.ActRectified:
    decision = known.acts[place[0]].proposed[place[1] - 1].decision
    assert isinstance(decision, afterwards.ActRectified), "listed as one"
    return decision


# ------------------------------------------------------------------- dead or alive
def bury(known: AsKnown) -> None:
    """Note which decisions are as if they had never been taken.

    Raises:
        CorrectionNotAppliedError: a correction that lives is limited in time.
    """
    deaths = _Deaths(known)
    for act in known.acts.values():
        act.dead = deaths.dead_of(act)
    for act in known.acts.values():
        for taken in act.decisions:
            if isinstance(taken.decision, Correction) and _is_limited(taken.decision):
                raise CorrectionNotAppliedError(
                    position=taken.position,
                    act=act.reference,
                    type=name_of(taken.decision),
                    before=f"#{taken.position - 1}",
                )


class _Deaths:
    """Finds who is dead, by following corrections of corrections."""

    def __init__(self, known: AsKnown) -> None:
        self._by_target: dict[str, list[tuple[Place, tuple[int, ...] | None]]] = {}
        self._found: dict[Place, bool] = {}
        for act in known.acts.values():
            for taken in act.decisions:
                decision = taken.decision
                if isinstance(decision, Correction) and _kills(decision):
                    numbers = getattr(decision, "decisions", None)
                    place = (act.reference, taken.number)
                    killers = self._by_target.setdefault(decision.target, [])
                    killers.append((place, numbers))

    def dead_of(self, act: ActAsKnown) -> frozenset[int]:
        """List the numbers of an act's decisions that are dead."""
        if act.reference not in self._by_target:
            return frozenset()
        numbers = (taken.number for taken in act.proposed)
        return frozenset(one for one in numbers if self._is_dead((act.reference, one)))

    def _is_dead(self, place: Place) -> bool:
        if place not in self._found:
            self._found[place] = False  # who undoes what undoes it, undoes nothing
            self._found[place] = any(
                (numbers is None or place[1] in numbers) and not self._is_dead(killer)
                for killer, numbers in self._by_target.get(place[0], [])
            )
        return self._found[place]


def _kills(correction: Correction) -> bool:
    """Tell whether a correction lets its target be as if it had never been."""
    match correction:
        case afterwards.ActAnnulled():
            return correction.from_ is None
        case afterwards.ActRevoked() | afterwards.RulingOverturned():
            return True
        case _:
            return False


def _is_limited(correction: Correction) -> bool:
    """Tell whether a correction holds from a day on, or between two."""
    return not _kills(correction) and not isinstance(
        correction, afterwards.ActRectified
    )
