"""Which corrections ended, interrupted or restored nothing?

They are told by what became of acts (`timelines/fates.py`): who is named there did it.
"""

from collections.abc import Iterator
from datetime import date

from ledger.events import afterwards
from ledger.language import N_
from projections.acts.act_state import ActState
from projections.acts.voiding import Striking
from projections.findings.finding import Because
from projections.timelines.fates import Fate
from projections.timelines.world import World

ALREADY_DEAD = N_("{target} was of no effect already, or was not interrupted")

ENDINGS = ("dead", "annulled", "repealed")
"""What becomes of an act only once."""

RETURNS = ("restored", "resumed")
"""What becomes of an act because a ruling against it is void, or lifted."""


def rectified(world: World, said: afterwards.ActRectified) -> Because | None:
    """Tell that what is rectified is as if it had never been."""
    target = world.known.acts.get(said.target)
    numbers = {one.number for one in target.proposed} if target else set()
    about = {said.decision} if said.decision is not None else numbers
    is_dead = target is not None and bool(about) and about <= target.dead
    return Because(ALREADY_DEAD, {"target": said.target}) if is_dead else None


def corrects_nothing(world: World, act: ActState, said: Striking) -> bool:
    """Tell whether a correction in force did nothing that was not done before."""
    return not any(
        _is_first(world, act, one) for one in _done(world, act, said) if _ends(one)
    )


def spares(world: World, act: ActState, said: Striking) -> bool:
    """Tell whether a repeal is about what no repeal ends."""
    return any(one.spared for one in _done(world, act, said))


def _done(world: World, act: ActState, said: Striking) -> Iterator[Fate]:
    """List what became of acts by a correction."""
    is_overturning = isinstance(said, afterwards.RulingOverturned)
    for one in world.fates:
        is_its_own = one.act == said.target and not is_overturning
        if act.reference in one.by and (one.kind in RETURNS or is_its_own):
            yield one


def _is_first(world: World, act: ActState, fate: Fate) -> bool:
    """Tell whether no other act had done just that before."""
    acts = world.known.acts
    own = fate.on or date.min, acts[act.reference].position
    kinds = ENDINGS if fate.kind in ENDINGS else (fate.kind,)
    return not any(
        (one.on or date.min, acts[by].position) < own
        for one in world.fates
        if one.act == fate.act and one.kind in kinds and _ends(one)
        if {*fate.decisions} <= {*one.decisions} - {*one.spared}
        and (fate.kind in ENDINGS or one.on == fate.on)
        for by in one.by
        if by != act.reference
    )


def _ends(fate: Fate) -> bool:
    return {*fate.decisions} != {*fate.spared}
