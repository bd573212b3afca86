"""How did a request and an approval agree, and since when do they hold together?

Statutes arts. 15 and 16 for members, art. 4 and conditions art. 4 for a competence.
"""

from collections.abc import Iterator
from datetime import date

from ledger.language import N_
from projections.acts.voiding import Voiding, acts_of, strikes_for_good
from projections.members.concordance import SPOKEN
from projections.members.proceedings import Proceeding
from projections.naming.citing import cited, cited_of
from projections.reason import Institution, Reason, Rule, Step
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


REQUEST_UNDONE = Rule(
    "request.undone",
    N_(
        "{member} asked for it by {act}, which is as if it had never been, by "
        "{rulings}: it has to be asked for anew."
    ),
)
APPROVAL_UNDONE = Rule(
    "approval.undone",
    N_(
        "The committee approved it by {act}, which is as if it had never been, by "
        "{rulings}: the committee has to decide anew."
    ),
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
        return undone(world, one.proceeding)
    return without_effect(world, [one.unheard.act], at, one.proceeding.member)


def undone(world: World, found: Proceeding) -> tuple[Voiding, ...]:
    """List what lets the other body's last word be as if it had never been said."""
    if len(found.sides) > 1:
        return ()
    lacking = found.procedure, found.request is None
    voidings: tuple[Voiding, ...] = ()
    for act, taken in world.proposed_about.get(found.member, ()):
        spoken = SPOKEN.get(type(taken.decision))
        about = getattr(taken.decision, "competences", None) or (None,)
        if spoken == lacking and found.competence in about:
            place = act.reference, taken.number
            voidings = world.strikes.striking(place, None) or voidings
    return voidings


def agreed(
    world: World, found: Proceeding, at: date, voidings: tuple[Voiding, ...] = ()
) -> Iterator[Step]:
    """Tell what each body said, since when each act is in force, and what follows."""
    asked, answered = found.asked, found.answered
    if voidings and found.request is None:
        asked = _ended(found, voidings, REQUEST_UNDONE, REQUEST_ENDED)
    elif voidings:
        answered = _ended(found, voidings, APPROVAL_UNDONE, APPROVAL_ENDED)
    terms = filter(None, (found.conditions,))
    yield from cited(world, (asked, *found.refused(at), answered, *terms), at)
    for side in found.sides:
        yield from since_when(world, side.act, at)
        yield from cited(world, filter(None, (side.stated,)), at)
    if begins_on(world, found) is not None:
        yield from cited(world, filter(None, (found.outcome,)), at)


def _ended(
    found: Proceeding, voidings: tuple[Voiding, ...], undone: Rule, ended: Rule
) -> Reason:
    """Say what became of the other body's word: for good, or on the day asked about."""
    member = {"member": Institution(found.member)} if found.request is None else {}
    if all(map(strikes_for_good, voidings)):
        act, rulings = voidings[0].correction.target, acts_of(voidings)
        return undone.of(None, **member, act=act, rulings=rulings)
    return ended.of(None, **member, acts=struck_by(voidings))


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
