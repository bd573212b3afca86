"""How did a request and an approval agree, and since when do they hold together?

Statutes arts. 15 and 16 for members, art. 4 and conditions art. 4 for a competence.
"""

from collections.abc import Iterator
from datetime import date

from ledger.language import N_
from projections.acts.voiding import Voiding
from projections.members.proceedings import Proceeding
from projections.naming.citing import cited, cited_of
from projections.reason import Institution, Rule, Step
from projections.register.expected import Expected
from projections.register.pending import Waiting, begins_on
from projections.timelines.world import World
from projections.whys.force import IN_FORCE, UNKNOWN
from projections.whys.struck import struck_by, without_effect

REQUEST_ENDED = Rule(
    "request.without-effect",
    N_("What {member} asked for has no effect that day: {acts}."),
)
APPROVAL_ENDED = Rule(
    "approval.without-effect",
    N_("What the committee approved has no effect that day: {acts}."),
)


def waited_for(world: World, one: Waiting | Expected, at: date) -> Iterator[Step]:
    """Tell what was said of what waits, what has no effect that day, what follows."""
    match one:
        case Waiting():
            yield from agreed(world, one.proceeding, at, unheard(world, one, at))
        case Expected():
            yield from cited(world, [one.reason], at)
            yield from since_when(world, one.act, at)


def unheard(world: World, one: Waiting, at: date) -> tuple[Voiding, ...]:
    """List what lets the other body's word have no effect that day."""
    if one.unheard is None:
        return ()
    return without_effect(world, [one.unheard.act], at, one.proceeding.member)


def agreed(
    world: World, found: Proceeding, at: date, voidings: tuple[Voiding, ...] = ()
) -> Iterator[Step]:
    """Tell what each body said, since when each act is in force, and what follows."""
    asked, answered = found.asked, found.answered
    if voidings and found.request is None:
        member = Institution(found.member)
        asked = REQUEST_ENDED.of(None, member=member, acts=struck_by(voidings))
    elif voidings:
        answered = APPROVAL_ENDED.of(None, acts=struck_by(voidings))
    yield from cited(world, (asked, answered), at)
    for side in found.sides:
        yield from since_when(world, side.act, at)
        yield from cited(world, filter(None, (side.stated,)), at)
    if begins_on(world, found) is not None:
        yield from cited(world, filter(None, (found.outcome,)), at)


def since_when(world: World, reference: str, at: date) -> Iterator[Step]:
    """Tell since when an act is in force; where one cannot, which publicity fails."""
    executory = world.executory[reference]
    on = executory.on
    reasons = [
        IN_FORCE.of(on, act=reference, on=on) if on else UNKNOWN.of(None, act=reference)
    ]
    if any(fact.fact in {"publicity", "population"} for fact in executory.missing):
        reasons += [one.reason for one in executory.published]
    yield from cited_of(world, world.known.acts[reference], reasons, at)
