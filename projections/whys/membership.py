"""Why is an institution a member, or holds a competence; and if not, why not?"""

from datetime import date

import msgspec

from ledger.language import N_
from projections.acts.voiding import is_suspension
from projections.members.tenures import Tenure
from projections.naming.citing import cited, once
from projections.reason import Rule, say
from projections.register.expected import Expected, undated_founders, unnamed
from projections.register.pending import Waiting, waiting_on
from projections.timelines.world import World
from projections.whys.absence import (
    LATER,
    LATER_IT,
    interruption,
    lost,
    why_interrupted,
    why_not_held,
)
from projections.whys.explanation import Reasons
from projections.whys.force import readings
from projections.whys.tenure_story import tenure_story, values_of
from projections.whys.values import Since
from projections.whys.waiting import refusals_read, waiting_steps

MEMBER = Rule("member", N_("{member} is a member since {since}."))
HOLDS = Rule("competence", N_("{member} has transferred {competence}, since {since}."))
UNKNOWN_MEMBER = Rule(
    "member.not-established", N_("That {member} is a member is not established.")
)
UNKNOWN_HOLDER = Rule(
    "competence.not-established",
    N_("That {member} has transferred {competence} is not established."),
)


_OPENING = {"adhesion", "transfer"}


def why_member(world: World, member: str, competence: str | None, at: date) -> Reasons:
    """Explain a membership, or a competence held, on a day."""
    held = next(
        (
            tenure
            for tenure in world.facts.held(member, competence)
            if tenure.from_ <= at and (tenure.until is None or at < tenure.until)
        ),
        None,
    )
    if held is not None:
        return _held(world, held.seen_on(at), at)
    founded = _untold(world, member, competence, at)
    if founded is not None:
        return _founded(world, founded, competence, at)
    waiting = [
        one
        for one in waiting_on(world, at, member)
        if one.procedure in ({"adhesion"} if competence is None else _OPENING)
        and competence in {None, one.competence}
        and (one.begins_on is not None or one.missing)
    ]
    voidings = interruption(world, member, competence, at)
    if voidings and not any(one.begins_on for one in waiting):
        found = why_interrupted(world, member, competence, at, voidings)
        return (
            found
            if is_suspension(voidings)
            else _asked_again(world, found, waiting, at)
        )
    if waiting:
        return _waits(world, waiting, competence, at)
    return why_not_held(world, member, competence, at)


def _waits(
    world: World, waiting: list[Waiting], competence: str | None, at: date
) -> Reasons:
    """Explain what was asked or agreed, and has not begun."""
    member, is_whole = waiting[0].member, competence is None
    steps, because = waiting_steps(world, waiting, at)
    values = values_of(world, member, competence, at)
    starts = [one.begins_on for one in waiting if one.begins_on is not None]
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
        steps=(*(one for one in before if one not in steps), *steps),
        missing=tuple(dict.fromkeys(fact for one in waiting for fact in one.missing)),
        switches=refusals_read(one.proceeding for one in waiting),
    )


def _asked_again(
    world: World, ended: Reasons, waiting: list[Waiting], at: date
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
def _held(world: World, tenure: Tenure, at: date) -> Reasons:
    values = values_of(world, tenure.member, tenure.competence, at)
    rule = MEMBER if tenure.competence is None else HOLDS
    return Reasons(
        answer="yes",
        headline=say(rule, **values, since=tenure.since),
        value=Since(tenure.since, tenure.until),
        because=tenure.because,
        steps=tuple(tenure_story(world, tenure, at)),
        switches=(
            *readings(world, [*tenure.because], tenure.from_),
            *refusals_read(one for each in tenure.causes for one in each.proceedings),
        ),
    )


# ------------------------------------------------------------------- founders
def _untold(
    world: World, member: str, competence: str | None, at: date
) -> Expected | None:
    """Find the founder whose day, or whose competences, no act states."""
    membership = world.membership
    for one in undated_founders(world):
        if one.member == member:
            return one
    if competence is None or member not in membership.unnamed:
        return None
    return unnamed(world, member) if world.facts.is_member(member, at) else None


def _founded(
    world: World, founder: Expected, competence: str | None, at: date
) -> Reasons:
    headline = UNKNOWN_MEMBER if competence is None else UNKNOWN_HOLDER
    return Reasons(
        answer="not established",
        headline=say(headline, **values_of(world, founder.member, competence, at)),
        because=founder.acts,
        steps=tuple(cited(world, [founder.reason], at)),
        missing=founder.missing,
    )
