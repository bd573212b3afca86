"""Why is the communal block represented as it is: directly, by one college, by two?"""

from collections.abc import Iterator
from datetime import date

from ledger.language import N_
from projections.citing import once, rules_on, step
from projections.missing import Missing
from projections.names import name_on, sort_key
from projections.reason import Rule, Said, Step, say
from projections.seats.regimes import Regime, called_for
from projections.switches import (
    COLLEGES_SURVIVE,
    DIRECT_AT_FOUR,
    TWO_AND_TWO_AT_FOUR,
    Switch,
)
from projections.whys.explanation import Reasons
from projections.whys.values import HeldRegime
from projections.world import World

REGIMES = {
    "direct": Rule(
        "regime.direct",
        N_("Every communal delegate sits in the committee, since {since}."),
    ),
    "communal-college": Rule(
        "regime.communal-college",
        N_(
            "One college of the communal block elects {count} representatives, since "
            "{since}."
        ),
    ),
    "departmental-colleges": Rule(
        "regime.departmental-colleges",
        N_(
            "One college in each département elects {count} representatives, since "
            "{since}."
        ),
    ),
}
UNKNOWN = Rule(
    "regime.not-established",
    N_(
        "How the communal block is represented is not established: no statutes are "
        "in force."
    ),
)
COUNTED = Rule(
    "regime.counted",
    N_("{department}: {count} communes and EPCI are members that day ({members})."),
    "regime",
)
NOBODY = Rule(
    "regime.counted-none",
    N_("{department}: no commune or EPCI is a member that day."),
    "regime",
)
STATUTES = Rule(
    "regime.statutes", N_("The statutes of {version} apply: {act}."), "regime"
)
UP_TO = Rule(
    "regime.up-to",
    N_("Up to {count} communes and EPCI, each delegate sits in the committee."),
    "regime",
)
ABOVE = Rule(
    "regime.above",
    N_("Above {count}, one college elects {seats} representatives."),
    "regime",
)
TWO = Rule(
    "regime.two-colleges",
    N_(
        "With {count} or more in each département, a college in each elects {seats} "
        "representatives."
    ),
    "regime",
)
BEGAN = Rule(
    "regime.began",
    N_("On {since} the members called for it: {acts}."),
    "regime",
)
STAYS = Rule(
    "regime.never-goes-back",
    N_(
        "The members of that day alone would not call for it: a regime never goes back."
    ),
    "regime",
)


def why_regime(world: World, at: date) -> Reasons:
    """Explain how the communal block is represented on a day, its members counted."""
    found = next((one for one in world.regimes if one.period.holds_on(at)), None)
    if found is None:
        return Reasons(
            answer="not established",
            headline=say(UNKNOWN),
            steps=tuple(_counts(world, at)),
            missing=(Missing(None, "statutes"),),
        )
    steps = [*_counts(world, at), *_rules(world, at)]
    since, acts = found.period.from_, found.because
    steps.append(step(world, BEGAN, since, since=since, acts=acts))
    if goes_back(world, at):
        steps.append(step(world, STAYS, at))
    version = world.statutes.on(at)
    return Reasons(
        answer="yes",
        headline=_headline(world, found, at),
        value=HeldRegime(found.kind, since, found.colleges),
        because=once(
            *found.because,
            *((version.act, *world.seam_on(version.since)) if version else ()),
        ),
        steps=tuple(steps),
        switches=_switches(world, found, at),
    )


def goes_back(world: World, at: date) -> bool:
    """Tell whether the members of a day alone would call for another regime."""
    found = next((one for one in world.regimes if one.period.holds_on(at)), None)
    return found is not None and called_for(world.block, rules_on(world, at), at) != (
        found.kind
    )


def _headline(world: World, found: Regime, at: date) -> Said:
    rules, since = rules_on(world, at), found.period.from_
    sides = rules.departmental_colleges
    if found.kind == "direct":
        return say(REGIMES[found.kind], since=since)
    each = sides.seats_each if sides else 0
    is_one = found.kind == "communal-college"
    count = (rules.communal_college_seats or 0) if is_one else each
    return say(REGIMES[found.kind], since=since, count=count)


def _counts(world: World, at: date) -> Iterator[Step]:
    """Count the communal members of each département, by name."""
    present = [one for one in world.block if one.period.holds_on(at)]
    for department in rules_on(world, at).departments or ():
        here = [one for one in present if one.department == department.code]
        names = sorted((name_on(world, one.member, at) for one in here), key=sort_key)
        if names:
            yield step(
                world,
                COUNTED,
                at,
                department=department.name,
                count=len(names),
                members=tuple(names),
            )
        else:
            yield step(world, NOBODY, at, department=department.name)


def _rules(world: World, at: date) -> Iterator[Step]:
    """Quote the numbers of the version in force."""
    rules = rules_on(world, at)
    version = world.statutes.on(at)
    if version is not None:
        yield step(world, STATUTES, at, version=version.version, act=version.act)
    up_to, sides = rules.direct_seats_up_to or 0, rules.departmental_colleges
    yield step(world, UP_TO, at, count=up_to)
    yield step(world, ABOVE, at, count=up_to, seats=rules.communal_college_seats or 0)
    if sides is not None:
        yield step(world, TWO, at, count=sides.members_each, seats=sides.seats_each)


def _switches(world: World, found: Regime, at: date) -> tuple[Switch, ...]:
    """List the open questions: as the regime began, and as it stays."""
    start = found.period.from_
    rules = rules_on(world, start)
    relied: list[Switch] = []
    present = [one for one in world.block if one.period.holds_on(start)]
    counted = [
        sum(one.department == department.code for one in present)
        for department in rules.departments or ()
    ]
    sides = rules.departmental_colleges
    is_split = sides is not None and min(counted, default=0) >= sides.members_each
    if is_split and len(present) <= (rules.direct_seats_up_to or 0):
        is_direct = rules.two_and_two_at_four == "direct-seats"
        relied.append(DIRECT_AT_FOUR if is_direct else TWO_AND_TWO_AT_FOUR)
    if goes_back(world, at):
        relied.append(COLLEGES_SURVIVE)
    return tuple(relied)
