"""Why is the communal block represented as it is: directly, by one college, by two?"""

from collections.abc import Iterator
from datetime import date

from ledger.language import N_
from projections.naming.citing import cited, once, step
from projections.naming.names import name_on, sort_key
from projections.reason import Rule, Said, Step, say
from projections.seats.regimes import (
    ABOVE,
    APPLIES,
    COUNTED,
    NOBODY_COUNTED,
    TWO_COLLEGES,
    UP_TO,
    Regime,
    counted,
)
from projections.timelines.world import World
from projections.whys.explanation import Reasons
from projections.whys.values import HeldRegime

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


def why_regime(world: World, at: date) -> Reasons:
    """Explain how the communal block is represented on a day, its members counted."""
    found = regime_on(world, at)
    if found is None:
        return Reasons(
            answer="not established",
            headline=say(UNKNOWN),
            steps=tuple(_counts(world, at)),
            missing=world.lacks_statutes(at),
        )
    steps = [*_counts(world, at), *_rules(world, at)]
    steps += cited(world, (*found.opened, *found.stays_on(at)), at)
    version = world.statutes.on(at)
    return Reasons(
        answer="yes",
        headline=_headline(world, found, at),
        value=HeldRegime(found.kind, found.period.from_, found.colleges),
        because=once(
            *found.because,
            *((version.act, *world.seam_on(version.since)) if version else ()),
        ),
        steps=tuple(steps),
        switches=found.switches_on(at),
    )


def regime_on(world: World, at: date) -> Regime | None:
    """Find the regime of a day; none before the first statutes."""
    return next(iter(world.facts.regimes.on(at)), None)


def _headline(world: World, found: Regime, at: date) -> Said:
    rules, since = world.statutes.rules_on(at), found.period.from_
    sides = rules.departmental_colleges
    if found.kind == "direct":
        return say(REGIMES[found.kind], since=since)
    each = sides.seats_each if sides else 0
    is_one = found.kind == "communal-college"
    count = (rules.communal_college_seats or 0) if is_one else each
    return say(REGIMES[found.kind], since=since, count=count)


def _counts(world: World, at: date) -> Iterator[Step]:
    """Count the communal members of each département, by name."""
    present = world.facts.block.on(at)
    for department, members in counted(present, world.statutes.rules_on(at)):
        names = sorted((name_on(world, one, at) for one in members), key=sort_key)
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
            yield step(world, NOBODY_COUNTED, at, department=department.name)


def _rules(world: World, at: date) -> Iterator[Step]:
    """Quote the numbers of the version in force."""
    rules = world.statutes.rules_on(at)
    version = world.statutes.on(at)
    if version is not None:
        yield step(world, APPLIES, at, version=version.version, act=version.act)
    up_to, sides = rules.direct_seats_up_to or 0, rules.departmental_colleges
    yield step(world, UP_TO, at, count=up_to)
    yield step(world, ABOVE, at, count=up_to, seats=rules.communal_college_seats or 0)
    if sides is not None:
        yield step(
            world, TWO_COLLEGES, at, count=sides.members_each, seats=sides.seats_each
        )
