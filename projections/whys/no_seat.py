"""Why does a person not sit in a body?

The body is not there; the seat has ended or not begun; the person is a delegate and was
not elected; was designated without effect; or was never designated.
"""

from collections.abc import Iterator
from datetime import date

import msgspec

from ledger.authorities import COMMITTEE, Authority, authority_of, kind_of
from ledger.language import N_
from projections.acts.voiding import Voiding, is_suspension
from projections.naming.citing import cited, once, step
from projections.naming.names import name_on
from projections.reason import Reason, Rule, Step, Value, say
from projections.reason import because as because_of
from projections.seats.in_vain import COULD_NOT_SIT
from projections.seats.mandates import Mandate
from projections.seats.officers import NOT_OFFICER
from projections.seats.regimes import COLLEGES, ELSEWHERE
from projections.seats.representatives import NOT_ELECTED
from projections.seats.seats import BUREAU, Seat
from projections.switches import Switch
from projections.timelines.world import World
from projections.whys.absence import interruption
from projections.whys.explanation import Reasons
from projections.whys.no_mandate import NOT, body_existed, why_no_delegate
from projections.whys.seat_story import renewal_ends, way_to
from projections.whys.struck import struck_by, struck_steps, without_effect

LEFT = Rule(
    "seat.left", N_("{person} no longer sits in: {body}; until {until} it was so.")
)
SUSPENDED = Rule(
    "seat.suspended",
    N_(
        "{person} does not sit in: {body}, that day: what the seat rests on is "
        "suspended ({acts})."
    ),
)
NOT_YET = Rule(
    "seat.later", N_("{person} does not sit in {body} yet; it begins on {since}.")
)


def why_not_seated(world: World, body: str, person: str, at: date) -> Reasons:
    """Explain that a person does not sit in a body on a day."""
    seats = world.facts.seats.by(person, body)
    mandates = [
        one for one in world.facts.delegates.by(person) if one.period.holds_on(at)
    ]
    if seats or mandates:
        found = _at_other_times(world, body, person, at, seats)
    else:
        found = why_no_delegate(world, body, person, at)
    in_vain = _elected_in_vain(world, body, person, at)
    steps = [*found.steps, *cited(world, in_vain, at)]
    because = once(*found.because, *because_of(in_vain))
    for mandate in mandates:
        steps += _delegate(world, mandate, body, at)
        because = once(*because, *mandate.because)
    return msgspec.structs.replace(found, because=because, steps=tuple(steps))


def _at_other_times(
    world: World, body: str, person: str, at: date, seats: list[Seat]
) -> Reasons:
    """Tell of the seat a person had last, or else will have next, in a body."""
    name = world.persons.get(person, person)
    steps = [*body_existed(world, body, at)]
    past = [one for one in seats if one.period.from_ <= at]
    headline = say(NOT, person=name, body=body)
    because: tuple[str, ...] = ()
    switches: tuple[Switch, ...] = ()
    if past:
        last = max(past, key=lambda one: one.period.from_)
        switches = (*renewal_ends([last]),)
        steps += _ended(world, last, at)
        headline = say(LEFT, person=name, body=body, until=last.period.until)
        voidings = _interrupted(world, body, person, at)
        if is_suspension(voidings):
            acts = once(*(voiding.correction.target for voiding in voidings))
            headline = say(SUSPENDED, person=name, body=body, acts=acts)
        steps += struck_steps(world, voidings, at)
        because = once(*last.because, *struck_by(voidings))
    elif seats:
        first = min(seats, key=lambda one: one.period.from_)
        headline = say(NOT_YET, person=name, body=body, since=first.period.from_)
        because = first.because
        steps += way_to(world, first, at)
    return Reasons(
        answer="no",
        headline=headline,
        because=because,
        steps=tuple(steps),
        switches=switches,
    )


def _elected_in_vain(
    world: World, body: str, person: str, at: date
) -> tuple[Reason, ...]:
    """Tell of the elections to a body, up to a day, that gave no seat in it."""
    elects = {COMMITTEE: Authority.COLLEGE, BUREAU: Authority.COMMITTEE}
    return tuple(
        reason
        for one in world.bodies.in_vain
        if one.rule is COULD_NOT_SIT and one.person == person and one.day <= at
        if kind_of(authority_of(one.place[0])) is elects.get(body)
        for reason in one.because
    )


def _interrupted(world: World, body: str, person: str, at: date) -> tuple[Voiding, ...]:
    """List what ended or suspends, that day, a seat that would else be held."""
    if len(world.phases) == 1:
        return ()
    found: list[Voiding] = []
    for seat in world.bodies_ever.body(body).seats:
        if seat.person == person and seat.period.holds_on(at):
            found += without_effect(world, seat.because, at)
            found += interruption(world, seat.member, None, at)
    return tuple(dict.fromkeys(found))


def _ended(world: World, seat: Seat, at: date) -> Iterator[Step]:
    yield from way_to(world, seat, at)
    if seat.body == COMMITTEE:
        created = [one for one in seat.closed if one.rule is COLLEGES]
        yield from cited(world, created, at)


def _delegate(world: World, mandate: Mandate, body: str, at: date) -> Iterator[Step]:
    """Tell of a delegate why the mandate alone gives no seat in this body."""
    if body == BUREAU:
        rule = NOT_OFFICER
    elif body == COMMITTEE:
        rule = NOT_ELECTED
    else:
        rule = ELSEWHERE
    values: dict[str, Value] = {
        "person": world.persons.get(mandate.person, mandate.person),
        "member": name_on(world, mandate.member, at),
        "acts": mandate.because,
    }
    if rule is not NOT_OFFICER:
        values["body"] = body
    yield step(world, rule, at, **values)
