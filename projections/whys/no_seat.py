"""Why does a person not sit in a body?

The body is not there; the seat has ended or not begun; the person is a delegate and was
not elected; was designated without effect; or was never designated.
"""

from collections.abc import Iterator
from datetime import date

from ledger.authorities import COMMITTEE
from ledger.language import N_
from projections.acts.lives import Blow, is_suspension
from projections.citing import once, step
from projections.names import name_on
from projections.reason import Rule, Step, Value, say
from projections.seats.mandates import Mandate
from projections.seats.seats import BUREAU, Seat
from projections.whys.absence import interruption
from projections.whys.explanation import Reasons
from projections.whys.no_mandate import NOT, body_existed, why_no_delegate
from projections.whys.places import colleges_created
from projections.whys.seating import way_to
from projections.whys.struck import struck_by, struck_steps, without_effect
from projections.world import World

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
NOT_ELECTED = Rule(
    "seat.not-elected",
    N_(
        "{person} is the delegate of {member} ({acts}), and no election to {body} in "
        "force that day is on record."
    ),
    "colleges",
)
NOT_OFFICER = Rule(
    "seat.no-officer",
    N_("{person} is the delegate of {member} ({acts}), and holds no office that day."),
    "bureau",
)
ELSEWHERE = Rule(
    "seat.elsewhere",
    N_("{person} is the delegate of {member} ({acts}), which has no part in {body}."),
    "regime",
)


def why_not_seated(world: World, body: str, person: str, at: date) -> Reasons:
    """Explain that a person does not sit in a body on a day."""
    name = world.persons.get(person, person)
    steps = [*body_existed(world, body, at)]
    seats = [one for one in world.bodies.body(body).seats if one.person == person]
    past = [one for one in seats if one.period.from_ <= at]
    later = [one for one in seats if one.period.from_ > at]
    headline = say(NOT, person=name, body=body)
    because: tuple[str, ...] = ()
    if past:
        last = max(past, key=lambda one: one.period.from_)
        steps += _ended(world, last, at)
        because = last.because
        headline = say(LEFT, person=name, body=body, until=last.period.until)
        blows = _interrupted(world, body, person, at)
        if is_suspension(blows):
            acts = once(*(blow.correction.target for blow in blows))
            headline = say(SUSPENDED, person=name, body=body, acts=acts)
        steps += struck_steps(world, blows, at)
        because = once(*because, *struck_by(blows))
    elif later:
        first = min(later, key=lambda one: one.period.from_)
        headline = say(NOT_YET, person=name, body=body, since=first.period.from_)
        because = first.because
        steps += way_to(world, first, at)
    mandates = [
        one
        for one in world.delegates.mandates
        if one.person == person and one.period.holds_on(at)
    ]
    for mandate in mandates:
        steps += _delegate(world, mandate, body, at)
        because = once(*because, *mandate.because)
    if mandates or past or later:
        return Reasons(
            answer="no", headline=headline, because=because, steps=tuple(steps)
        )
    return why_no_delegate(world, body, person, at)


def _interrupted(world: World, body: str, person: str, at: date) -> tuple[Blow, ...]:
    """List what ended or suspends, that day, a seat that would else be held."""
    if len(world.phases) == 1:
        return ()
    found: list[Blow] = []
    for seat in world.bodies_ever.body(body).seats:
        if seat.person == person and seat.period.holds_on(at):
            found += without_effect(world, seat.because, at)
            found += interruption(world, seat.member, None, at)
    return tuple(dict.fromkeys(found))


def _ended(world: World, seat: Seat, at: date) -> Iterator[Step]:
    yield from way_to(world, seat, at)
    for regime in world.regimes:
        if seat.body == COMMITTEE and regime.period.from_ == seat.period.until:
            yield from colleges_created(world, regime) if regime.colleges else ()


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
