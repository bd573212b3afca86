"""How do acts read once their clerical mistakes are put right?

Specification section 10. Acts are never changed where they are stored; they only read
differently from here on. What undoes an act, or interrupts it, is in `voiding.py`; a
rectification that is undone is as if it had never been, like any other decision.
"""

from typing import Any

import msgspec

from ledger.acts.rectifying import rectified, rectified_vote
from ledger.events import afterwards
from ledger.language import N_
from projections.acts.act_state import ActState, DecisionState, Place, RecordAsOf
from projections.acts.voiding import NO_LONGER, apply_voiding
from projections.reason import Reason, Rule

RECTIFIED = Rule("act.rectified", N_("{act} reads as rectified by {ruling}: {reason}"))


def correct(known: RecordAsOf) -> None:
    """Let the acts read as rectified, and note which decisions are dead.

    Which are may hang on what was rectified, and a rectification may be among them: it
    is then all done again without it.
    """
    standing = _rectifications(known)
    while True:
        written = _rectify(known, standing)
        apply_voiding(known)
        still = [place for place in standing if not _is_dead(known, place)]
        if still == standing:
            return
        standing = still
        known.acts.update(written)
        for act in known.acts.values():
            act.dead = frozenset()


def rectifying(act: ActState, number: int, said: afterwards.ActRectified) -> Reason:
    """Say what a rectification makes of the act it is about."""
    rule = RECTIFIED if act.stands(number) else NO_LONGER
    return rule.of(None, act=said.target, ruling=act.reference, reason=said.reason)


def _rectifications(known: RecordAsOf) -> list[Place]:
    """List the rectifications in order of position."""
    return [
        (act.reference, taken.number)
        for act in known.acts.values()
        for taken in act.proposed
        if isinstance(taken.decision, afterwards.ActRectified)
    ]


def _is_dead(known: RecordAsOf, place: Place) -> bool:
    return place[1] in known.acts[place[0]].dead


def _rectify(known: RecordAsOf, places: list[Place]) -> dict[str, ActState]:
    """Let the acts read as rectified: what was set last holds.

    A rectification of a rectification is applied to it first. The acts are given back
    as they were written.
    """
    written: dict[str, ActState] = {}
    for place in reversed(places):
        if _corrects_correction(known, place):
            _apply(known, place, written)
    for place in places:
        if not _corrects_correction(known, place):
            _apply(known, place, written)
    return written


def _corrects_correction(known: RecordAsOf, place: Place) -> bool:
    rectification = _rectification(known, place)
    target = known.acts.get(rectification.target)
    number = rectification.decision
    if target is None or number is None:
        return False
    taken = target.proposal(number)
    return taken is not None and isinstance(taken.decision, afterwards.ActRectified)


def _apply(known: RecordAsOf, place: Place, written: dict[str, ActState]) -> None:
    rectification = _rectification(known, place)
    target = known.acts.get(rectification.target)
    if target is None:
        return  # a later position of the same batch holds it, and is not known yet
    number = rectification.decision
    taken = target.proposal(number) if number is not None else None
    if number is not None and taken is None:
        return  # nor is that decision, or it was struck
    as_written = msgspec.structs.replace(target, proposed=[*target.proposed])
    written.setdefault(target.reference, as_written)
    target.rectified_by = (*target.rectified_by, place[0])
    if taken is None:
        _set_fields(target, rectification.set)
        return
    decision = rectified(taken.decision, rectification.set)
    place_of = target.proposed.index(taken)
    target.proposed[place_of] = DecisionState(taken.number, taken.position, decision)


def _set_fields(act: ActState, fields: dict[str, Any]) -> None:
    own = {name: value for name, value in fields.items() if name != "vote"}
    act.registered = rectified(act.registered, own)
    if "vote" in fields:
        act.vote = rectified_vote(fields["vote"])


def _rectification(known: RecordAsOf, place: Place) -> afterwards.ActRectified:
    taken = known.acts[place[0]].proposal(place[1])
    assert taken is not None, "listed as there"
    assert isinstance(taken.decision, afterwards.ActRectified), "listed as one"
    return taken.decision
