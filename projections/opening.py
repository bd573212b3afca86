"""What held as a session opened: the day, without what the committee adopts that day?

Specification section 8. What a body decides at its session never changes who decides.
"""

from datetime import date

from ledger.authorities import COMMITTEE
from ledger.events.afterwards import ActRevoked
from projections.bodies import Body
from projections.world import World


def as_opened(world: World, day: date) -> World:
    """Tell what holds on a day, leaving out the committee's acts adopted that day.

    It is the same world where none of these acts changed that day who sits or votes:
    what is adopted on a day has no effect before it.
    """
    adopted = {
        act.reference
        for act in world.known.acts.values()
        if act.authority == COMMITTEE and act.adopted_on == day
    }
    if not adopted & _moving(world, day):
        return world
    return world.without(*adopted)


def rulings_after(world: World, day: date) -> frozenset[str]:
    """List the acts that end, interrupt or restore others, adopted after a day."""
    ruling = {blow.place[0] for blow in world.strikes.blows}
    adopted_on = {act: world.known.acts[act].adopted_on for act in ruling}
    return frozenset(act for act, on in adopted_on.items() if on is None or on > day)


def _moving(world: World, day: date) -> set[str]:
    """List the acts by which something begins or ends that day."""
    found = {act.reference for act, _ in world.decisions.get(ActRevoked, ())}
    for stay in (*world.membership.stays, *world.associates.stays):
        if day in {stay.from_, stay.until} or any(
            day == one for one, _ in stay.earlier
        ):
            found.update(stay.because)
    for regime in world.regimes:
        if regime.period.from_ == day:
            found.update(regime.because)
    for version in world.statutes.versions:
        if version.since == day:
            found.add(version.act)
    for phase in world.phases:
        if phase.period.from_ == day:
            found.update(phase.because)
    for body in tuple(world.bodies.by_id.values()):
        found |= _moving_in(body, day)
    return found


def _moving_in(body: Body, day: date) -> set[str]:
    return {
        act
        for seat in body.seats
        if day in {seat.period.from_, seat.period.until}
        for act in seat.because
    }
