"""Why does somebody who is no delegate not sit: which designation had no effect?"""

from collections.abc import Iterator
from datetime import date

import msgspec

from ledger.authorities import authority_of
from ledger.events.delegates import DelegateDesignated
from ledger.institutions import person_id
from ledger.language import N_
from projections.acts.act_state import ActState, Place
from projections.missing import Missing
from projections.naming.citing import cited, once, step
from projections.naming.names import name_on
from projections.periods import Period
from projections.reason import Reason, Rule, Step, Value, say
from projections.reason import because as because_of
from projections.seats.designations import (
    DESIGNATED,
    NO_DAY,
    NO_DELEGATE,
    NO_LONGER_DELEGATE,
    NOT_OF_A_MEMBER,
)
from projections.seats.regimes import NO_BODY, NO_BODY_ANY_MORE, NO_BODY_YET
from projections.timelines.world import World
from projections.whys.agreement import since_when
from projections.whys.explanation import Reasons
from projections.whys.membership import why_member
from projections.whys.struck import struck_by, struck_steps, without_effect

NOT = Rule("seat.none", N_("{person} does not sit in: {body}."))
NOT_ESTABLISHED = Rule(
    "seat.not-established", N_("Whether {person} sits in: {body}, is not established.")
)
UNDONE = Rule(
    "seat.designation-undone",
    N_("{act}, by which {member} designated {person}, no longer stands: {rulings}."),
)


def why_no_delegate(world: World, body: str, person: str, at: date) -> Reasons:
    """Explain that a person who is nobody's delegate does not sit in a body."""
    name = world.persons.get(person, person)
    steps = [*body_existed(world, body, at)]
    because: tuple[str, ...] = ()
    missing: tuple[Missing, ...] = ()
    for mandate in world.facts.delegates.by(person):
        until = mandate.period.until
        if until is not None and until <= at:
            member = name_on(world, mandate.member, at)
            said: dict[str, Value] = {"person": name, "member": member, "until": until}
            steps.append(
                step(world, NO_LONGER_DELEGATE, until, acts=mandate.because, **said)
            )
            because = once(*because, *mandate.because)
    for act, number in [] if because else _designations(world, person, at):
        found = _in_vain(world, act, number, person, at)
        because = once(*because, *found.because)
        steps += [one for one in found.steps if one not in steps]
        missing += found.missing
    if not because:
        steps.append(step(world, NO_DELEGATE, at, person=name))
    return Reasons(
        answer="not established" if missing else "no",
        headline=say(NOT_ESTABLISHED if missing else NOT, person=name, body=body),
        because=because,
        steps=tuple(steps),
        missing=tuple(dict.fromkeys(missing)),
    )


def body_existed(world: World, body: str, at: date) -> Iterator[Step]:
    """Tell that a body was not there, where it was not."""
    existed: list[Period] = world.bodies.body(body).existed
    if any(period.holds_on(at) for period in existed):
        return
    if not existed:
        yield step(world, NO_BODY, at, body=body)
        return
    later = [period.from_ for period in existed if period.from_ > at]
    ends = [period.until for period in existed if period.until and period.until <= at]
    if ends:
        yield step(world, NO_BODY_ANY_MORE, at, body=body, until=max(ends))
    elif later:
        yield step(world, NO_BODY_YET, at, body=body, since=min(later))


def _designations(
    world: World, person: str, at: date
) -> Iterator[tuple[ActState, int]]:
    """List who designated a person by a day, or on a day unknown."""
    for act in world.known.acts.values():
        for taken in act.proposed:
            decision = taken.decision
            is_theirs = isinstance(decision, DelegateDesignated) and (
                person_id(decision.person) == person
            )
            if is_theirs and (act.adopted_on is None or act.adopted_on <= at):
                yield act, taken.number


def _in_vain(
    world: World, act: ActState, number: int, person: str, at: date
) -> Reasons:
    """Tell why a designation has no effect on a day."""
    member = authority_of(act.reference)
    said: dict[str, Value] = {
        "person": world.persons.get(person, person),
        "member": name_on(world, member, at),
        "act": act.reference,
    }
    headline = say(DESIGNATED, **said)
    rulings = world.strikes.undone_by((act.reference, number))
    if rulings:
        steps = (step(world, UNDONE, at, rulings=rulings, **said),)
        because = (act.reference, *rulings)
        return Reasons(answer="no", headline=headline, because=because, steps=steps)
    designated = step(world, DESIGNATED, at, **said)
    place = (act.reference, number)
    aimed = without_effect(world, [act.reference], at)
    voidings = [voiding for voiding in aimed if voiding.is_at(place)]
    if voidings:
        return Reasons(
            answer="no",
            headline=headline,
            because=struck_by(voidings),
            steps=(designated, *struck_steps(world, voidings, at)),
        )
    found = _came_to(world, place, at)
    return msgspec.structs.replace(
        found,
        because=once(act.reference, *found.because),
        steps=(designated, *found.steps),
        missing=(*world.executory[act.reference].missing, *found.missing),
    )


def _came_to(world: World, place: Place, at: date) -> Reasons:
    """Tell since when a designation is in force, and why it gives no mandate."""
    designation, _number = place
    member = authority_of(designation)
    in_force = tuple(since_when(world, designation, at))
    over = _over(world, place, at)
    if over:
        return Reasons(
            answer="no",
            headline=say(NO_DAY),
            because=because_of(over),
            steps=(*in_force, *cited(world, over, at)),
        )
    membership = why_member(world, member, None, at)
    if membership.answer == "yes":
        return Reasons(answer="no", headline=membership.headline, steps=in_force)
    no_member = step(world, NOT_OF_A_MEMBER, at, member=name_on(world, member, at))
    return msgspec.structs.replace(
        membership, steps=(*in_force, no_member, *membership.steps)
    )


def _over(world: World, place: Place, at: date) -> tuple[Reason, ...]:
    """Tell by what a designation was over by a day, before it gave a mandate."""
    return tuple(
        reason
        for one in world.delegates.in_vain
        if one.place == place and one.rule is NO_DAY
        for reason in one.because
        if reason.on is None or reason.on <= at
    )
