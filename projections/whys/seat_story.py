"""By which acts did a person come to a seat, and leave it?"""

from collections.abc import Iterable, Iterator
from datetime import date

from ledger.language import N_
from projections.members.tenures import Tenure
from projections.naming.citing import cited, step
from projections.reason import Reason, Rule, Step, because
from projections.seats.designations import (
    AGAIN,
    DESIGNATED,
    ENDED,
    INSTALLATION_ASSUMED,
    REPLACED,
    VACATED,
)
from projections.seats.officers import OFFICE_OVER, PRESIDENT, VICE_PRESIDENT
from projections.seats.regimes import COLLEGES, DIRECT_SEAT
from projections.seats.representatives import ELECTED, TERM_OVER
from projections.seats.seats import Seat
from projections.switches import RENEWAL_ENDS_ELECTED_SEATS, Switch
from projections.timelines.world import World
from projections.whys.agreement import since_when
from projections.whys.tenure_story import tenure_story

WILL_END = Rule("seat.until", N_("The seat is held until {until}: {acts}."))

OWN = (
    *(DESIGNATED, AGAIN, ELECTED, PRESIDENT, VICE_PRESIDENT),
    *(VACATED, OFFICE_OVER, TERM_OVER),
)
"""What is said of a person, first: how the seat was come by, or left."""


def way_to(world: World, seat: Seat, at: date) -> Iterator[Step]:
    """Tell all a seat rests on, in the order of the law, then how it ends."""
    tenure = tenure_under(world, seat)
    if tenure is not None:
        yield from tenure_story(world, tenure, at)
    for one in _those((*seat.opened, *seat.closed), *OWN):
        yield from told(world, one, at)
    yield from cited(world, renewals_of(seat, at), at)
    yield from cited(world, [seat.rests_on], seat.period.from_)
    if seat.rests_on.rule is DIRECT_SEAT:
        yield from cited(world, _those(seat.closed, COLLEGES), at)
    if seat.is_assumed:
        yield step(world, INSTALLATION_ASSUMED, seat.period.from_)
    until = seat.period.until
    if until is not None:
        yield from cited(world, _those(seat.closed, REPLACED), until)
        rule = ENDED if until <= at else WILL_END
        yield step(world, rule, until, until=until, acts=because(seat.closed))


def told(world: World, reason: Reason, at: date) -> Iterator[Step]:
    """Say a reason; of a designation, also since when it is in force."""
    yield from cited(world, [reason], at)
    if reason.rule in {DESIGNATED, AGAIN}:
        for act in reason.acts:
            yield from since_when(world, act, at)


def tenure_under(world: World, seat: Seat) -> Tenure | None:
    """Find the membership a seat rests on, as on the day the seat began."""
    day = seat.period.from_
    for tenure in world.facts.members.about(seat.member):
        if tenure.period.holds_on(day):
            return tenure.seen_on(day)
    return None


def renewal_ends(seats: Iterable[Seat]) -> Iterator[Switch]:
    """Tell whether seats ended, or will, as a switch reads the end of a term."""
    if any(one.rule is TERM_OVER for seat in seats for one in seat.closed):
        yield RENEWAL_ENDS_ELECTED_SEATS


def renewals_of(seat: Seat, at: date) -> list[Reason]:
    """List the renewals, up to a day, after which the holder stayed in holdover."""
    return [one.renewed for one in seat.holdovers if one.period.from_ <= at]


def _those(reasons: Iterable[Reason], *rules: Rule) -> list[Reason]:
    return [one for one in reasons if one.rule in rules]
