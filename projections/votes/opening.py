"""What held as a session opened: the day, without what the committee adopts that day?

Specification section 8. What a body decides at its session never changes who decides.
"""

from datetime import date

from ledger.events.afterwards import ActRevoked
from projections.world import World


def as_opened(world: World, day: date) -> World:
    """Tell what holds on a day, leaving out the committee's acts adopted that day.

    It is the same world where none of these acts changed that day who sits or votes:
    what is adopted on a day has no effect before it.
    """
    adopted = world.adopted_by_committee.get(day, set())
    revoking = {act.reference for act, _ in world.decisions.get(ActRevoked, ())}
    if not adopted & (revoking | world.moves.get(day, set())):
        return world
    return world.without(*adopted)


def rulings_after(world: World, day: date) -> frozenset[str]:
    """List the acts that end, interrupt or restore others, adopted after a day."""
    ruling = {blow.place[0] for blow in world.strikes.blows}
    adopted_on = {act: world.known.acts[act].adopted_on for act in ruling}
    return frozenset(act for act, on in adopted_on.items() if on is None or on > day)
