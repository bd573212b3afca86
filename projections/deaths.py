"""Which acts are dead, wholly or in part, and which acts undid them (section 10)?"""

from ledger.events.afterwards import ActAnnulled, ActRevoked, RulingOverturned
from projections.lines import once
from projections.lives import strikes_for_good
from projections.world import World

Undoing = ActAnnulled | ActRevoked | RulingOverturned
Deaths = dict[str, tuple[tuple[int, ...], tuple[str, ...]]]
"""By act: the numbers of its dead decisions, and the acts that undid them."""


def killers_of(world: World) -> Deaths:
    """List what is dead, and by what."""
    undoings: dict[str, list[tuple[str, Undoing]]] = {}
    for act in world.known.acts.values():
        for taken in act.decisions:
            if isinstance(taken.decision, Undoing):
                targeted = undoings.setdefault(taken.decision.target, [])
                targeted.append((act.reference, taken.decision))
    found: Deaths = {}
    for target in undoings.keys() & world.known.acts.keys():
        act = world.known.acts[target]
        alive = {taken.number for taken in (*act.decisions, *act.voted_down)}
        numbers = (taken.number for taken in act.proposed)
        dead = tuple(number for number in numbers if number not in alive)
        if dead:
            found[target] = (
                dead,
                once(
                    reference
                    for reference, undoing in undoings[target]
                    if undoing.decisions is None or {*undoing.decisions} & {*dead}
                ),
            )
    return found


def struck_whole(world: World) -> frozenset[str]:
    """List the acts of which nothing is left, be it that they decided nothing."""
    undone = {
        taken.decision.target
        for act in world.known.acts.values()
        for taken in act.decisions
        if isinstance(taken.decision, Undoing)
        and taken.decision.decisions is None
        and strikes_for_good(taken.decision)
    }
    dead = {
        act.reference
        for act in world.known.acts.values()
        if act.proposed and len(act.dead) == len(act.proposed)
    }
    return frozenset(undone | dead)
