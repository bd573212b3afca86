"""Why is a delegate's seat empty, since when, and by when is it to be filled?"""

from datetime import date

from ledger.language import N_
from projections.naming.citing import cited, once, step
from projections.naming.names import name_on
from projections.reason import Rule, Step, because, say
from projections.seats.committee import FILL_BY, FILL_BY_ONE
from projections.seats.designations import (
    DELEGATE_SITS,
    EMPTY_SINCE_ENDED,
    EMPTY_SINCE_JOINED,
    EMPTY_SINCE_LEFT,
    MORE_SEATS,
)
from projections.seats.mandates import Mandate, Vacancy
from projections.switches import MONTH_CLAMP, Switch
from projections.timelines.world import World
from projections.whys.explanation import Reasons
from projections.whys.membership import why_member
from projections.whys.tenure_story import tenure_story
from projections.whys.values import EmptySeat

EMPTY = Rule("vacancy", N_("{member}, empty seats: {count}; the first since {since}."))
FULL = Rule("vacancy.none", N_("{member}: no seat is empty."))
UNKNOWN = Rule(
    "vacancy.not-established",
    N_("How many seats {member} has is not established: no statutes are in force."),
)
NO_MEMBER = Rule("vacancy.no-member", N_("{member} has no seat: it is not a member."))


def why_vacancy(world: World, member: str, at: date) -> Reasons:
    """Explain which seats of a member's delegates are empty on a day."""
    found = [
        one
        for one in world.facts.missing_delegates.about(member)
        if one.period.holds_on(at)
    ]
    if not found:
        return _full(world, member, at)
    steps: list[Step] = []
    because: tuple[str, ...] = ()
    for vacancy in found:
        acts, said = _cause(world, vacancy)
        steps += [one for one in said if one not in steps]
        because = once(*because, *acts)
    first = min(one.period.from_ for one in found)
    name = name_on(world, member, at)
    return Reasons(
        answer="yes",
        headline=say(EMPTY, member=name, count=len(found), since=first),
        value=tuple(
            EmptySeat(
                one.period.from_,
                one.period.until,
                world.statutes.fill_by(one.period.from_),
            )
            for one in found
        ),
        because=because,
        steps=tuple(steps),
        switches=_switches(world, found),
    )


def _switches(world: World, found: list[Vacancy]) -> tuple[Switch, ...]:
    starts = (one.period.from_ for one in found)
    days = [(since, world.statutes.fill_by(since)) for since in starts]
    is_clamped = any(by is not None and by.day < since.day for since, by in days)
    return (MONTH_CLAMP,) if is_clamped else ()


def _full(world: World, member: str, at: date) -> Reasons:
    """Tell who sits, or that there is no seat."""
    membership = why_member(world, member, None, at)
    name = name_on(world, member, at)
    if membership.answer != "yes":
        return Reasons(
            answer=membership.answer,
            headline=say(NO_MEMBER, member=name)
            if membership.answer == "no"
            else membership.headline,
            because=membership.because,
            steps=membership.steps,
            missing=membership.missing,
        )
    if (
        member in world.membership.founders
        and world.statutes.rules_on(at).seats is None
    ):
        return Reasons(
            answer="not established",
            headline=say(UNKNOWN, member=name),
            because=membership.because,
            steps=membership.steps,
            missing=world.lacks_statutes(at),
        )
    held = [
        one for one in world.facts.delegates.about(member) if one.period.holds_on(at)
    ]
    return Reasons(
        answer="no",
        headline=say(FULL, member=name),
        value=(),
        because=once(*(act for one in held for act in one.because)),
        steps=tuple(_sits(world, one, at) for one in held),
    )


def _sits(world: World, mandate: Mandate, at: date) -> Step:
    since = mandate.period.from_
    return step(
        world,
        DELEGATE_SITS,
        since,
        person=world.persons.get(mandate.person, mandate.person),
        member=name_on(world, mandate.member, at),
        since=since,
        acts=mandate.because,
    )


def _cause(world: World, vacancy: Vacancy) -> tuple[tuple[str, ...], list[Step]]:
    """Tell why a seat fell empty: the holder's end, or nobody yet designated."""
    since, member = vacancy.period.from_, vacancy.member
    acts = [*because(vacancy.opened)]
    steps: list[Step] = []
    for one in vacancy.opened:
        if one.rule is EMPTY_SINCE_JOINED:
            for tenure in world.facts.members.about(member):
                if tenure.from_ == since:
                    acts += tenure.because
                    steps += tenure_story(world, tenure, since)
        if one.rule in {
            EMPTY_SINCE_LEFT,
            EMPTY_SINCE_ENDED,
            EMPTY_SINCE_JOINED,
            MORE_SEATS,
        }:
            steps += cited(world, [one], since)
    day = world.statutes.fill_by(since)
    months = world.statutes.rules_on(since).vacancy_months
    if day is not None and months == 1:
        steps.append(step(world, FILL_BY_ONE, since, fill_by=day))
    elif day is not None and months is not None:
        steps.append(step(world, FILL_BY, since, months=months, fill_by=day))
    return tuple(acts), steps
