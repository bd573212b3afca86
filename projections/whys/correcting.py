"""What became of the acts behind an answer: annulled, suspended, rectified, …?"""

from collections.abc import Iterable, Iterator
from datetime import date

from ledger.events.afterwards import ActRectified
from ledger.events.catalogue import Correction, Learning
from projections.acts.act_state import ActState, DecisionState
from projections.acts.first_fold import teaching
from projections.acts.rectifications import rectifying
from projections.acts.voiding import LIFTED, SUSPENDED, voiding_of
from projections.naming.citing import cited
from projections.reason import Reason, Step
from projections.timelines.world import World

SUSPENSIONS = frozenset({SUSPENDED.code, LIFTED.code})


def corrected(world: World, references: Iterable[str], at: date) -> Iterator[Step]:
    """Tell what later acts made of these, and these of others, in ledger order."""
    asked = _with_rulings(world, set(references))
    for act in world.known.acts.values():
        for taken in act.proposed:
            decision = taken.decision
            if not isinstance(decision, Correction | Learning):
                continue
            if decision.target in asked or act.reference in asked:
                yield from cited(world, _reasons(world, act, taken, decision), at)


def _with_rulings(world: World, asked: set[str]) -> set[str]:
    """Add what bears on these, and what bears on that: a ruling may be overturned."""
    bearing = {
        voiding.place[0]
        for voiding in world.strikes.voidings
        if voiding.correction.target in asked
    }
    return asked if bearing <= asked else _with_rulings(world, asked | bearing)


def _reasons(
    world: World, act: ActState, taken: DecisionState, said: Correction | Learning
) -> tuple[Reason, ...]:
    """Find what a decision makes of the act it speaks of, where that was decided."""
    if isinstance(said, Learning):
        return (teaching(act, taken.number, said),)
    if isinstance(said, ActRectified):
        return (rectifying(act, taken.number, said),)
    return world.strikes.reasons(voiding_of(world.known, act, taken.number, said))
