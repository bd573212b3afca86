"""Since when is an act in force, by which dates, and what is missing to tell?"""

from collections.abc import Iterator
from datetime import date

from ledger.authorities import SECRETARIAT
from ledger.events.afterwards import ActAnnulled
from ledger.language import N_
from projections.acts.act_state import ActState
from projections.acts.challenges import challenges
from projections.acts.executory import LATEST
from projections.acts.voiding import is_suspension
from projections.naming.citing import cited, cited_of
from projections.reason import Rule, Said, Step, Value, say
from projections.switches import (
    ON_THE_DAY_ITSELF,
    RECEIPT_PROVES_SENDING,
    SMALL_COMMUNE,
    Switch,
)
from projections.timelines.world import World
from projections.whys.explanation import Answer, Reasons
from projections.whys.struck import struck_by
from projections.whys.values import InForce

IN_FORCE = Rule("executory", N_("{act} is in force since {on}."), law="CGCT")
NOT_YET = Rule("executory.later", N_("{act} is not in force yet; it will be on {on}."))
UNKNOWN = Rule(
    "executory.unknown",
    N_("Since when {act} is in force cannot be established."),
    law="CGCT",
)
SUSPENDED = Rule(
    "executory.suspended",
    N_("{act} is in force since {on}, but suspended that day: {acts}."),
)
ANNULLED_FROM = Rule(
    "executory.annulled-from",
    N_("{act} was in force since {on}; it was annulled from {from_} on: {acts}."),
)
REPEALED = Rule(
    "executory.repealed",
    N_("{act} was in force since {on}; it is repealed from {from_} on: {acts}."),
)
PARTLY = Rule(
    "executory.partly",
    N_(
        "{act} is in force since {on}, but for these of its decisions: {numbers} "
        "({acts})."
    ),
)
UNDONE = Rule("executory.undone", N_("{act} is as if it had never been, by {acts}."))
VOTED_DOWN = Rule("executory.voted-down", N_("{act} was voted down: it has no effect."))
HAS_NONE = Rule("executory.none", N_("{act} has no date of effect of its own."))


def why_executory(world: World, reference: str, at: date) -> Reasons:
    """Explain since when an act is in force."""
    act = world.known.acts[reference]
    executory = world.executory[reference]
    answer, headline, killers = _headline(world, act, at)
    basis = "presumed" if executory.presumed else "computed"
    if act.registered.executory_on is not None:
        basis = str(act.registered.executory_basis)
    computed_on = None if act.registered.executory_on else executory.on
    is_dated = act.authority != SECRETARIAT
    return Reasons(
        answer=answer,
        headline=headline,
        value=InForce(executory.on, basis) if executory.on and is_dated else None,
        because=(reference, *killers),
        steps=(
            *cited_of(world, act, executory.because, at),
            *_challenged(world, act, at),
        ),
        missing=executory.missing if act.authority != SECRETARIAT else (),
        switches=readings(world, [reference], computed_on),
    )


def _challenged(world: World, act: ActState, at: date) -> Iterator[Step]:
    """Tell the challenges received by then, which change nothing in force."""
    for one in challenges(world.known).get(act.reference, ()):
        if one.said.on <= at:
            yield from cited(world, one.because(at), at)


def readings(
    world: World, references: list[str], start: date | None
) -> tuple[Switch, ...]:
    """List the open questions an entry into force relied on."""
    days = {world.executory[one].on for one in references if one in world.executory}
    relied = [ON_THE_DAY_ITSELF] if start is not None and start in days else []
    found = [world.executory[one] for one in references if one in world.executory]
    if any(one.is_sent_by_receipt for one in found):
        relied.append(RECEIPT_PROVES_SENDING)
    if any(one.presumed and one.by is LATEST for one in found):
        relied.append(SMALL_COMMUNE)
    return tuple(relied)


def _headline(
    world: World, act: ActState, at: date
) -> tuple[Answer, Said, tuple[str, ...]]:
    reference, on = act.reference, world.executory[act.reference].on
    killers = _killers(world, act)
    if act.authority == SECRETARIAT:
        return "no", say(HAS_NONE, act=reference), ()
    if killers:
        return "no", say(UNDONE, act=reference, acts=killers), killers
    if act.voted_down and not act.decisions:
        return "no", say(VOTED_DOWN, act=reference), ()
    if on is None:
        return "not established", say(UNKNOWN, act=reference), ()
    if on > at:
        return "no", say(NOT_YET, act=reference, on=on), ()
    return _on_the_day(world, act, on, at)


def _on_the_day(
    world: World, act: ActState, on: date, at: date
) -> tuple[Answer, Said, tuple[str, ...]]:
    """Tell whether what is in force still is, that day, or is suspended."""
    reference = act.reference
    living = [taken.number for taken in act.decisions]
    struck = world.strikes.struck(act, at)
    ended = [number for number in living if number in struck]
    voidings = [voiding for number in ended for voiding in struck[number]]
    if not voidings:
        return "yes", say(IN_FORCE, act=reference, on=on), ()
    acts = struck_by(voidings)[1:]
    said: dict[str, Value] = {"act": reference, "on": on, "acts": acts}
    if len(ended) < len(living):
        numbers = tuple(str(number) for number in ended)
        return "yes", say(PARTLY, **said, numbers=numbers), acts
    if is_suspension(voidings):
        return "no", say(SUSPENDED, **said), acts
    is_annulled = any(isinstance(one.correction, ActAnnulled) for one in voidings)
    rule = ANNULLED_FROM if is_annulled else REPEALED
    days = [world.strikes.limit_of(one) for one in voidings if not is_suspension([one])]
    return "no", say(rule, **said, from_=min(day for day in days if day)), acts


def _killers(world: World, act: ActState) -> tuple[str, ...]:
    """List what undid an act as a whole; nothing where a decision of it lives."""
    if not act.proposed or act.decisions or act.voted_down:
        return ()
    places = [(act.reference, taken.number) for taken in act.proposed]
    found = [world.strikes.undone_by(place) for place in places]
    return tuple(dict.fromkeys(one for each in found for one in each))
