"""Why is an institution not a member: never asked, refused, annulled, left, later?"""

from collections.abc import Iterator
from datetime import date

from ledger.events.event import Event
from ledger.events.membership import (
    AdhesionApproved,
    AdhesionRequested,
    CompetenceTransferred,
    CompetenceTransferRequested,
)
from ledger.language import N_
from projections.acts.voiding import Voiding, is_suspension
from projections.members.proceedings import NEVER_ASKED
from projections.naming.citing import cited, once, step
from projections.reason import Rule, Said, Step, say
from projections.timelines.world import World
from projections.whys.agreement import agreed
from projections.whys.explanation import Reasons
from projections.whys.struck import struck_by, struck_steps, without_effect
from projections.whys.tenure_story import tenure_story, values_of

SUSPENDED = Rule(
    "member.suspended",
    N_("{member} is not a member that day: what it rests on is suspended ({acts})."),
)
SUSPENDED_IT = Rule(
    "competence.suspended",
    N_(
        "{member} does not transfer {competence} that day: what it rests on is "
        "suspended ({acts})."
    ),
)
LEFT = Rule("member.left", N_("{member} is no longer a member: until {until} it was."))
LEFT_IT = Rule(
    "competence.left",
    N_("{member} transfers {competence} no longer: until {until} it did."),
)
LATER = Rule("member.later", N_("{member} is not a member yet: it begins on {on}."))
LATER_IT = Rule(
    "competence.later",
    N_("{member} has not transferred {competence} yet: it begins on {on}."),
)
NONE = Rule("member.none", N_("{member} is not a member."))
NONE_IT = Rule("competence.none", N_("{member} has not transferred {competence}."))
NOT_BEFORE = Rule(
    "member.asked-later", N_("Nothing had been adopted by then; {act} was, on {on}.")
)
UNDONE = Rule(
    "member.undone",
    N_("{act}, on which it rested, no longer stands: {rulings}."),
)

_OPENING = {False: ("adhesion",), True: ("adhesion", "transfer")}
_Told = tuple[tuple[str, ...], tuple[Step, ...]]
"""By which acts, and in which steps."""

_ADMITTING: tuple[type[Event], ...] = (AdhesionRequested, AdhesionApproved)
_ADDING: tuple[type[Event], ...] = (CompetenceTransferRequested, CompetenceTransferred)


def why_not_held(
    world: World, member: str, competence: str | None, at: date
) -> Reasons:
    """Explain that an institution is no member, or holds no competence, on a day."""
    because, steps = lost(world, member, competence, at)
    if not steps:
        later = _first_adopted(world, member, competence)
        if later is not None and later[0] > at:
            steps = (step(world, NOT_BEFORE, at, act=later[1], on=later[0]),)
            because = (later[1],)
        else:
            steps = (step(world, NEVER_ASKED, at),)
    return Reasons(
        answer="no",
        headline=_headline(world, member, competence, at),
        because=because,
        steps=steps,
    )


def interruption(
    world: World, member: str, competence: str | None, at: date
) -> tuple[Voiding, ...]:
    """List what ended or suspends, that day, what would else be held."""
    held = next(
        (
            tenure
            for tenure in world.ever.holdings.held(member, competence)
            if tenure.period.holds_on(at)
        ),
        None,
    )
    if held is None:
        return ()
    return without_effect(world, held.because, at, member) or without_effect(
        world, held.because, at
    )


def why_interrupted(
    world: World,
    member: str,
    competence: str | None,
    at: date,
    voidings: tuple[Voiding, ...],
) -> Reasons:
    """Explain that a membership was ended from a day on, or is suspended."""
    because, steps = lost(world, member, competence, at)
    if is_suspension(voidings):
        acts = once(*(voiding.correction.target for voiding in voidings))
        rule = SUSPENDED if competence is None else SUSPENDED_IT
        headline = say(rule, **values_of(world, member, competence, at), acts=acts)
    else:
        headline = _headline(world, member, competence, at)
    return Reasons(
        answer="no",
        headline=headline,
        because=once(*because, *struck_by(voidings)),
        steps=(*steps, *struck_steps(world, voidings, at)),
    )


def lost(
    world: World, member: str, competence: str | None, at: date
) -> tuple[tuple[str, ...], tuple[Step, ...]]:
    """Tell what was and ended, was voted down, or no longer stands; by which acts."""
    tenures = world.facts.held(member, competence)
    gone = [
        tenure for tenure in tenures if tenure.until is not None and tenure.until <= at
    ]
    steps: list[Step] = []
    because: tuple[str, ...] = ()
    if gone:
        last = max(gone, key=lambda tenure: tenure.from_)
        steps += tenure_story(world, last, at)
        because = last.because
    for acts, told in _failed(world, member, competence, at):
        steps += [one for one in told if one not in steps]
        because = once(*because, *acts)
    return because, tuple(steps)


def _headline(world: World, member: str, competence: str | None, at: date) -> Said:
    tenures = world.facts.held(member, competence)
    values = values_of(world, member, competence, at)
    is_whole = competence is None
    later = [tenure.from_ for tenure in tenures if tenure.from_ > at]
    gone = [
        tenure.until
        for tenure in tenures
        if tenure.until is not None and tenure.until <= at
    ]
    if later and not gone:
        return say(LATER if is_whole else LATER_IT, **values, on=min(later))
    if gone:
        return say(LEFT if is_whole else LEFT_IT, **values, until=max(gone))
    return say(NONE if is_whole else NONE_IT, **values)


def _failed(world: World, member: str, competence: str | None, at: date) -> list[_Told]:
    """Tell what would have opened it, and came to nothing or no longer stands."""
    found = [*_never_came(world, member, competence, at)]
    found += _no_longer(world, member, competence, at)
    return [told for _position, told in sorted(found, key=lambda one: one[0])]


def _never_came(
    world: World, member: str, competence: str | None, at: date
) -> Iterator[tuple[int, _Told]]:
    """Tell what was voted down, or agreed and of no use."""
    for one in world.in_vain_of.get(member, ()):
        is_opening = one.cause.procedure in _OPENING[competence is not None]
        is_about = competence in {None, one.competence}
        if not (is_opening and is_about and one.on is not None and one.on <= at):
            continue
        told = [
            each for found in one.cause.proceedings for each in agreed(world, found, at)
        ]
        told += [each for each in cited(world, [one.reason], at) if each not in told]
        acts = once(*one.cause.acts, *one.reason.acts)
        yield one.cause.position, (acts, tuple(told))


def _no_longer(
    world: World, member: str, competence: str | None, at: date
) -> Iterator[tuple[int, _Told]]:
    """Tell what is as if it had never been, or has no effect that day."""
    kinds = _ADMITTING if competence is None else (*_ADMITTING, *_ADDING)
    for act, taken in world.proposed_about.get(member, ()):
        day, decision = act.adopted_on, taken.decision
        is_about = isinstance(decision, kinds) and competence in {
            None,
            *getattr(decision, "competences", ()),
        }
        if day is None or day > at or not is_about:
            continue
        rulings = world.strikes.undone_by((act.reference, taken.number))
        if rulings:
            said = step(world, UNDONE, day, act=act.reference, rulings=rulings)
            yield taken.position, ((act.reference, *rulings), (said,))
        elif taken.number in world.on(at).known.acts[act.reference].dead:
            voidings = world.strikes.striking((act.reference, taken.number), at)
            steps = tuple(struck_steps(world, voidings, at))
            yield taken.position, (struck_by(voidings), steps)


def _first_adopted(
    world: World, member: str, competence: str | None
) -> tuple[date, str] | None:
    """Find the first act that asks for it or approves it, however late."""
    days = [
        (side.adopted_on, side.act)
        for one in world.ever.proceedings_of.get(member, ())
        if one.member == member and competence in {None, one.competence}
        if one.procedure in {"adhesion", "transfer"}
        for side in one.sides
        if side.adopted_on is not None
    ]
    return min(days, default=None)
