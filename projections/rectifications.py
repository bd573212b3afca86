"""How do acts read once their clerical mistakes are put right?

Specification section 10. Acts are never changed where they are stored; they only read
differently from here on. What undoes an act, or interrupts it, is in `lives.py`.
"""

from typing import Any

from ledger.acts.rectifying import rectified, rectified_vote
from ledger.events import afterwards
from projections.acts_as_known import ActAsKnown, AsKnown, DecisionAsKnown, Place


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
    if target is None or number is None or number > len(target.proposed):
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
    if number > len(target.proposed):
        return  # nor is that decision
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
