"""Since when is an act in force, by which dates, and what is missing to tell?"""

from collections.abc import Iterator
from datetime import date

import msgspec

from ledger.authorities import SECRETARIAT, Authority, kind_of
from ledger.events.afterwards import ActAnnulled
from ledger.language import N_
from projections.acts.as_known import ActAsKnown
from projections.citing import step
from projections.reason import Rule, Said, Step, Value, say
from projections.switches import ON_THE_DAY_ITSELF, SMALL_COMMUNE, Switch
from projections.whys.explanation import Answer, Reasons
from projections.whys.publicity import COUNTS, SMALL, article_for, verdict
from projections.whys.struck import is_suspension, struck_by, undone
from projections.whys.values import InForce
from projections.world import World

ADOPTED = Rule("executory.adopted", N_("{reference} was adopted on {on}."))
NOT_ADOPTED_ON = Rule(
    "executory.adopted-on", N_("The day {act} was adopted is unknown.")
)
SENT = Rule("executory.sent", N_("{act} was sent to the State on {on}."), law="CGCT")
NOT_SENT = Rule(
    "executory.not-sent",
    N_("The day {act} was sent to the State is unknown."),
    law="CGCT",
)
NOT_PUBLISHED = Rule(
    "executory.not-published", N_("No publicity of {act} is on record."), law="CGCT"
)
CERTIFIED = Rule(
    "executory.certified",
    N_("The executive certified that {act} is in force since {on}."),
    law="CGCT",
)
PRESUMED = Rule(
    "executory.presumed", N_("{act} is presumed in force since {on}: {note}")
)
AT_ONCE = Rule(
    "executory.at-once", N_("{act} takes effect on its adoption, given its author.")
)
NO_EFFECT = Rule(
    "executory.secretariat",
    N_(
        "{act} is the secretariat's: it has no effect of its own, and teaches from its "
        "place in the ledger on."
    ),
)
LATEST = Rule(
    "executory.latest",
    N_("{act} is in force since {on}: the latest of the dates that count."),
    law="CGCT",
)
IN_FORCE = Rule("executory", N_("{act} is in force since {on}."))
NOT_YET = Rule("executory.later", N_("{act} is not in force yet; it will be on {on}."))
UNKNOWN = Rule(
    "executory.unknown", N_("Since when {act} is in force cannot be established.")
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
        steps=tuple(force(world, reference, at)),
        missing=executory.missing if act.authority != SECRETARIAT else (),
        switches=readings(world, [reference], computed_on),
    )


def force(world: World, reference: str, at: date) -> Iterator[Step]:
    """Tell, step by step, since when an act is in force, or why one cannot tell."""
    act = world.known.acts[reference]
    executory = world.executory[reference]
    day = executory.on or act.adopted_on or at
    article = article_for(world, act, day)
    kind = kind_of(act.authority)
    if kind is Authority.SECRETARIAT:
        yield step(world, NO_EFFECT, day, act=reference)
    elif act.registered.executory_on is not None:
        note = act.registered.note or ""
        rule = PRESUMED if act.registered.executory_basis == "presumed" else CERTIFIED
        given = {"act": reference, "on": executory.on, "note": note}
        values = given if rule is PRESUMED else {"act": reference, "on": executory.on}
        yield _cited(step(world, rule, day, **values), article)
    elif kind in {Authority.PREFECTURE, Authority.COURT, Authority.COLLEGE}:
        yield _adopted(world, act, at)
        yield step(world, AT_ONCE, day, act=reference)
    else:
        yield _adopted(world, act, at)
        yield _cited(_sent(world, act, day), article)
        for one in published(world, act, day):
            yield _cited(one, article)
        if executory.on is not None:
            latest = step(world, LATEST, day, act=reference, on=executory.on)
            yield _cited(latest, article)


def published(world: World, act: ActAsKnown, day: date) -> Iterator[Step]:
    """Tell of each publication whether it counts, the first that does first."""
    if not act.registered.published:
        yield step(world, NOT_PUBLISHED, day, act=act.reference)
    found = [
        (publication, *verdict(world, act, publication))
        for publication in act.registered.published
    ]
    order = sorted(
        found, key=lambda one: (one[1].code not in COUNTS, one[0].on or date.max)
    )
    for publication, rule, values in order:
        said = step(world, rule, publication.on or day, **values)
        yield msgspec.structs.replace(said, text="CGCT")


def readings(
    world: World, references: list[str], start: date | None
) -> tuple[Switch, ...]:
    """List the open questions an entry into force relied on."""
    days = {world.executory[one].on for one in references if one in world.executory}
    relied = [ON_THE_DAY_ITSELF] if start is not None and start in days else []
    for reference in references:
        act = world.known.acts.get(reference)
        if act is None or not world.executory[reference].presumed:
            continue
        verdicts = [verdict(world, act, one)[0] for one in act.registered.published]
        if act.registered.executory_on is None and SMALL in verdicts:
            return (*relied, SMALL_COMMUNE)
    return tuple(relied)


def _headline(
    world: World, act: ActAsKnown, at: date
) -> tuple[Answer, Said, tuple[str, ...]]:
    reference, on = act.reference, world.executory[act.reference].on
    killers = _killers(world, act)
    if act.authority == SECRETARIAT:
        return "no", say(HAS_NONE, act=reference), ()
    if killers:
        return "no", say(UNDONE, act=reference, acts=killers), killers
    if act.voted_down:
        return "no", say(VOTED_DOWN, act=reference), ()
    if on is None:
        return "not established", say(UNKNOWN, act=reference), ()
    if on > at:
        return "no", say(NOT_YET, act=reference, on=on), ()
    return _on_the_day(world, act, on, at)


def _on_the_day(
    world: World, act: ActAsKnown, on: date, at: date
) -> tuple[Answer, Said, tuple[str, ...]]:
    """Tell whether what is in force still is, that day, or is suspended."""
    reference = act.reference
    living = [taken.number for taken in act.decisions]
    struck = world.strikes.struck(act, at)
    ended = [number for number in living if number in struck]
    blows = [blow for number in ended for blow in struck[number]]
    if not blows:
        return "yes", say(IN_FORCE, act=reference, on=on), ()
    acts = struck_by(blows)[1:]
    said: dict[str, Value] = {"act": reference, "on": on, "acts": acts}
    if len(ended) < len(living):
        numbers = tuple(str(number) for number in ended)
        return "yes", say(PARTLY, **said, numbers=numbers), acts
    if is_suspension(blows):
        return "no", say(SUSPENDED, **said), acts
    is_annulled = any(isinstance(one.correction, ActAnnulled) for one in blows)
    rule = ANNULLED_FROM if is_annulled else REPEALED
    days = [world.strikes.limit_of(one) for one in blows if not is_suspension([one])]
    return "no", say(rule, **said, from_=min(day for day in days if day)), acts


def _killers(world: World, act: ActAsKnown) -> tuple[str, ...]:
    """List what undid an act as a whole; nothing where a decision of it lives."""
    if not act.proposed or act.decisions or act.voted_down:
        return ()
    found = [undone(world, act, taken.number) for taken in act.proposed]
    return tuple(dict.fromkeys(one for each in found for one in each))


def _adopted(world: World, act: ActAsKnown, at: date) -> Step:
    if act.adopted_on is None:
        return step(world, NOT_ADOPTED_ON, at, act=act.reference)
    return step(
        world, ADOPTED, act.adopted_on, reference=act.reference, on=act.adopted_on
    )


def _sent(world: World, act: ActAsKnown, day: date) -> Step:
    if act.registered.sent_on is None:
        return step(world, NOT_SENT, day, act=act.reference)
    return step(world, SENT, day, act=act.reference, on=act.registered.sent_on)


def _cited(one: Step, article: str) -> Step:
    """Cite the author's article, where the step has a text and no article yet."""
    if one.text is None or one.article is not None:
        return one
    return msgspec.structs.replace(one, article=article)
