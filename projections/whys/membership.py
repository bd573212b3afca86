"""Why is an institution a member, or holds a competence; and if not, why not?"""

from datetime import date

import msgspec

from ledger.language import N_
from projections.acts.lives import is_suspension
from projections.citing import once, step
from projections.members.answers import Pending
from projections.members.pending import pending_on
from projections.members.stays import Stay
from projections.missing import Missing
from projections.names import name_on
from projections.reason import Rule, Value, say
from projections.whys.absence import (
    LATER,
    LATER_IT,
    interruption,
    lost,
    why_interrupted,
    why_not_held,
)
from projections.whys.course import course, creation_of, values_of
from projections.whys.explanation import Reasons
from projections.whys.force import readings
from projections.whys.waiting import waiting_steps
from projections.world import World

MEMBER = Rule("member", N_("{member} is a member since {since}."))
HOLDS = Rule("competence", N_("{member} has transferred {competence}, since {since}."))
UNKNOWN_MEMBER = Rule(
    "member.not-established", N_("That {member} is a member is not established.")
)
UNKNOWN_HOLDER = Rule(
    "competence.not-established",
    N_("That {member} has transferred {competence} is not established."),
)
UNDATED_FOUNDER = Rule(
    "member.founder-undated",
    N_("{member} is a founding member, by {act}, whose date of effect is unknown."),
    "members",
)
UNNAMED = Rule(
    "competence.founder-unnamed",
    N_("{member} is a founding member, and no act names its competences."),
    "competences",
)


_OPENING = {"adhesion", "transfer"}


def why_member(world: World, member: str, competence: str | None, at: date) -> Reasons:
    """Explain a membership, or a competence held, on a day."""
    held = next(
        (
            stay
            for stay in world.stays_of.get((member, competence), ())
            if stay.from_ <= at and (stay.until is None or at < stay.until)
        ),
        None,
    )
    if held is not None:
        return _held(world, held.seen_on(at), at)
    if _is_untold(world, member, competence, at):
        return _untold(world, member, competence, at)
    waiting = [
        one
        for one in pending_on(world, at)
        if one.member == member
        and one.procedure in ({"adhesion"} if competence is None else _OPENING)
        and competence in {None, one.competence}
        and (one.since is not None or one.missing)
    ]
    blows = interruption(world, member, competence, at)
    if blows and not any(one.since for one in waiting):
        found = why_interrupted(world, member, competence, at, blows)
        return (
            found if is_suspension(blows) else _asked_again(world, found, waiting, at)
        )
    if waiting:
        return _waits(world, waiting, competence, at)
    return why_not_held(world, member, competence, at)


def _waits(
    world: World, waiting: list[Pending], competence: str | None, at: date
) -> Reasons:
    """Explain what was asked or agreed, and has not begun."""
    member, is_whole = waiting[0].member, competence is None
    steps, because = waiting_steps(world, waiting, at)
    values = values_of(world, member, competence, at)
    starts = [one.since for one in waiting if one.since is not None]
    if starts:
        rule = LATER if is_whole else LATER_IT
        return Reasons(
            answer="no",
            headline=say(rule, **values, on=min(starts)),
            because=because,
            steps=steps,
            switches=readings(world, [*because], min(starts)),
        )
    acts, before = lost(world, member, competence, at)
    return Reasons(
        answer="not established",
        headline=say(UNKNOWN_MEMBER if is_whole else UNKNOWN_HOLDER, **values),
        because=once(*acts, *because),
        steps=(*before, *steps),
        missing=tuple(dict.fromkeys(fact for one in waiting for fact in one.missing)),
    )


def _asked_again(
    world: World, ended: Reasons, waiting: list[Pending], at: date
) -> Reasons:
    """Add what is missing for what ended to begin again."""
    steps, because = waiting_steps(world, waiting, at)
    return msgspec.structs.replace(
        ended,
        because=once(*ended.because, *because),
        steps=(*ended.steps, *(one for one in steps if one not in ended.steps)),
        missing=tuple(dict.fromkeys(fact for one in waiting for fact in one.missing)),
    )


# ------------------------------------------------------------------- it is so
def _held(world: World, stay: Stay, at: date) -> Reasons:
    values = values_of(world, stay.member, stay.competence, at)
    rule = MEMBER if stay.competence is None else HOLDS
    return Reasons(
        answer="yes",
        headline=say(rule, **values, since=stay.since),
        value={"since": stay.since, "until": stay.until},
        because=stay.because,
        steps=tuple(course(world, stay, at)),
        switches=readings(world, [*stay.because], stay.from_),
    )


# ------------------------------------------------------------------- founders
def _is_untold(world: World, member: str, competence: str | None, at: date) -> bool:
    membership = world.membership
    if member in membership.founders and membership.undated:
        return True
    is_member = any(stay.member == member for stay in membership.on(at))
    return competence is not None and member in membership.unnamed and is_member


def _untold(world: World, member: str, competence: str | None, at: date) -> Reasons:
    """Tell of a founder whose day, or whose competences, no act states."""
    missing = world.membership.undated or (Missing(None, "annex 2"),)
    rule = UNDATED_FOUNDER if world.membership.undated else UNNAMED
    creation = creation_of(world)
    name = name_on(world, member, at)
    values: dict[str, Value] = {"member": name, "act": creation}
    steps = (step(world, rule, at, **values),)
    headline = UNKNOWN_MEMBER if competence is None else UNKNOWN_HOLDER
    return Reasons(
        answer="not established",
        headline=say(headline, **values_of(world, member, competence, at)),
        because=(creation,),
        steps=steps,
        missing=missing,
    )
