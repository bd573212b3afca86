"""Why does a person sit in a body, and why does another not?"""

from datetime import date

from ledger.language import N_
from projections.naming.citing import once, step
from projections.periods import day_of
from projections.reason import Rule, Step, say
from projections.reason import because as because_of
from projections.register.rosters import roster
from projections.seats.seats import HELD_IN_TURN, Seat
from projections.switches import COLLEGES_SURVIVE, Switch
from projections.timelines.world import World
from projections.whys.explanation import Reasons
from projections.whys.force import readings
from projections.whys.no_mandate import body_existed
from projections.whys.no_seat import why_not_seated
from projections.whys.regime import regime_on
from projections.whys.seat_story import (
    renewal_ends,
    renewals_of,
    tenure_under,
    way_to,
)

SITS = Rule("seat", N_("{person} sits in: {body}, since {since}, for {member}."))
HOLDS_OVER = Rule(
    "seat.holdover",
    N_("{person} sits in: {body}, since {since}, for {member}, and holds over."),
)
SIT = Rule("seats", N_("{body}, seats held: {count}."))
EMPTY = Rule("seats.empty", N_("{body}: nobody sits."))


def why_seat(world: World, body: str, person: str, at: date) -> Reasons:
    """Explain that a person sits, or does not sit, in a body on a day."""
    seats = [
        seat for seat in world.facts.seats.by(person, body) if seat.period.holds_on(at)
    ]
    if not seats:
        return why_not_seated(world, body, person, at)
    shown = roster(world, body, day_of(at))
    lines = [line for line in shown.seats if line.person == person]
    steps: list[Step] = []
    because: tuple[str, ...] = ()
    for seat in seats:
        steps += [one for one in way_to(world, seat, at) if one not in steps]
        because = once(*because, *_because(world, seat))
        because = once(*because, *because_of(renewals_of(seat, at)))
    first = min(lines, key=lambda line: line.from_)
    rule = HOLDS_OVER if first.holdover else SITS
    return Reasons(
        answer="yes",
        headline=say(
            rule,
            person=first.name,
            body=body,
            since=first.from_,
            member=first.member_name,
        ),
        value=tuple(lines),
        because=because,
        steps=tuple(steps),
        switches=_switches(world, seats, because, at),
    )


def why_body(world: World, body: str, at: date) -> Reasons:
    """Explain who sits in a body on a day: each seat with its acts."""
    shown = roster(world, body, day_of(at))
    steps = [*body_existed(world, body, at)]
    steps += [
        step(
            world,
            HELD_IN_TURN,
            line.from_,
            person=line.name,
            member=line.member_name,
            since=line.from_,
            acts=line.because,
        )
        for line in shown.seats
    ]
    rule = SIT if shown.seats else EMPTY
    values = {"count": len(shown.seats)} if shown.seats else {}
    return Reasons(
        answer="yes" if shown.seats else "no",
        headline=say(rule, body=body, **values),
        value=shown.seats,
        because=once(*(act for line in shown.seats for act in line.because)),
        steps=tuple(steps),
        switches=(*renewal_ends(_since_ended(world, body, at)),),
    )


def _since_ended(world: World, body: str, at: date) -> list[Seat]:
    """List the seats of a body by a day, those that ended by then too."""
    seats = world.bodies.body(body).seats
    return [one for one in seats if one.period.from_ <= at]


def _because(world: World, seat: Seat) -> tuple[str, ...]:
    """List the acts of the seat, and those of the membership it rests on."""
    tenure = tenure_under(world, seat)
    return once(*seat.because, *(tenure.because if tenure else ()))


def _switches(
    world: World, seats: list[Seat], because: tuple[str, ...], at: date
) -> tuple[Switch, ...]:
    start = min(seat.period.from_ for seat in seats)
    found = (*readings(world, [*because], start), *renewal_ends(seats))
    regime = regime_on(world, at)
    in_college = any(regime and seat.body in regime.colleges for seat in seats)
    if in_college and regime and regime.stays_on(at):
        return (*found, COLLEGES_SURVIVE)
    return found
