"""By which rule has a delegate a seat: as a founder's, directly, in a college?"""

from collections.abc import Iterator
from datetime import date

from ledger.authorities import Authority, authority_of, kind_of
from ledger.language import N_
from projections.citing import rules_on, step
from projections.names import name_on
from projections.reason import Rule, Step
from projections.seats.regimes import Regime
from projections.seats.seats import Seat
from projections.world import World

FOUNDERS_SEATS = Rule(
    "seat.founder",
    N_("{member} has {count} seats in the committee."),
    "seats",
)
DIRECT = Rule(
    "seat.direct",
    N_("Up to {count} communes and EPCI, each delegate sits in the committee."),
    "regime",
)
IN_COLLEGE = Rule(
    "seat.college",
    N_(
        "{body} exists since {since}, by {acts}; every delegate of its members sits "
        "in it."
    ),
    "regime",
)
COLLEGES = Rule(
    "regime.colleges-created",
    N_(
        "On {since} colleges were created, by {acts}: the communal delegates' seats "
        "in the committee ended."
    ),
    "regime",
)


def place_of(world: World, seat: Seat) -> Iterator[Step]:
    """Tell by which rule a delegate sits: as a founder's, directly, in a college."""
    day = seat.period.from_
    rules = rules_on(world, day)
    if seat.member in world.membership.founders:
        count = (rules.seats or {}).get(seat.member, 0)
        name = name_on(world, seat.member, day)
        yield step(world, FOUNDERS_SEATS, day, member=name, count=count)
        return
    authorities = [authority_of(act) for act in seat.opened]
    electors = (one for one in authorities if kind_of(one) is Authority.COLLEGE)
    college = next(electors, seat.body)
    regime = regime_of(world, college, day)
    if regime is not None:
        since, acts = regime.period.from_, regime.because
        yield step(world, IN_COLLEGE, since, body=college, since=since, acts=acts)
    elif any(
        one.kind == "direct" and one.period.holds_on(day) for one in world.regimes
    ):
        count = rules.direct_seats_up_to or 0
        yield step(world, DIRECT, day, count=count)
        for one in world.regimes:
            if one.period.from_ == seat.period.until and one.colleges:
                yield from colleges_created(world, one)


def colleges_created(world: World, regime: Regime) -> Iterator[Step]:
    """Tell that colleges were created, and what that ended."""
    since, acts = regime.period.from_, regime.because
    yield step(world, COLLEGES, since, since=since, acts=acts)


def regime_of(world: World, college: str, day: date) -> Regime | None:
    """Find the regime that created a college as it existed on a day."""
    found: Regime | None = None
    for regime in world.regimes:
        if regime.period.from_ <= day:
            found = (found or regime) if college in regime.colleges else None
    return found
