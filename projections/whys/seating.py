"""By which acts did a person come to a seat, and leave it?"""

from collections.abc import Iterator
from datetime import date

from ledger.events.catalogue import Decision
from ledger.events.committee import OfficerElected, RepresentativeElected
from ledger.events.delegates import AssemblyRenewed, DelegateDesignated, SeatVacated
from ledger.institutions import person_id
from ledger.language import N_
from ledger.tags import institution_of
from projections.citing import step
from projections.members.stays import Stay
from projections.names import name_on
from projections.reason import Rule, Step, Value
from projections.seats.seats import Seat
from projections.whys.agreement import since_when
from projections.whys.course import course
from projections.whys.places import place_of
from projections.world import World

DESIGNATED = Rule(
    "seat.designated",
    N_("{member} designated {person} as its delegate: {act}."),
    "delegates",
)
AGAIN = Rule(
    "seat.designated-again",
    N_("{member} designated {person} again, who continues: {act}."),
    "delegates",
)
ELECTED = Rule(
    "seat.elected",
    N_("{body} elected {person} as its representative in the committee: {act}."),
    "colleges",
)
PRESIDENT = Rule(
    "seat.president",
    N_("The committee elected {person} president: {act}."),
    "president",
)
VICE_PRESIDENT = Rule(
    "seat.vice-president",
    N_("The committee elected {person} vice-president: {act}."),
    "vice-presidents",
)
RENEWED = Rule(
    "seat.renewed",
    N_(
        "The assembly of {member} was renewed on {on}: the delegate stays until the "
        "successor is installed ({act})."
    ),
    "delegates",
)
OFFICE_OVER = Rule(
    "seat.office-over",
    N_("The assembly of {member} was renewed on {on}: the office ends ({act})."),
    "bureau",
)
VACATED = Rule(
    "seat.vacated",
    N_("{person} left the seat on {on} ({reason}): {act}."),
    "delegates",
)
ASSUMED = Rule(
    "seat.installation-assumed",
    N_("The day of installation is not stated: that of the act's effect is taken."),
    "delegates",
)
ENDED = Rule("seat.ended", N_("The seat ended on {until}: {acts}."))
WILL_END = Rule("seat.until", N_("The seat is held until {until}: {acts}."))
REPLACED = Rule(
    "seat.replaced",
    N_("{member} designated {person} instead: {act}."),
    "delegates",
)


def way_to(world: World, seat: Seat, at: date) -> Iterator[Step]:
    """Tell all a seat rests on, in the order of the law, then how it ends."""
    stay = stay_under(world, seat)
    if stay is not None:
        yield from course(world, stay, at)
    yield from _own_acts(world, seat, at)
    for act, on in renewals_of(world, seat, at):
        member = name_on(world, seat.member, on)
        yield step(world, RENEWED, on, member=member, on=on, act=act)
    yield from place_of(world, seat)
    if seat.is_assumed:
        yield step(world, ASSUMED, seat.period.from_)
    until = seat.period.until
    if until is not None:
        yield from _successors(world, seat, until)
        rule = ENDED if until <= at else WILL_END
        yield step(world, rule, until, until=until, acts=seat.closed)


def stay_under(world: World, seat: Seat) -> Stay | None:
    """Find the membership a seat rests on, as on the day the seat began."""
    day = seat.period.from_
    for stay in world.stays_of.get((seat.member, None), ()):
        if stay.from_ <= day and (stay.until is None or day < stay.until):
            return stay.seen_on(day)
    return None


def renewals_of(world: World, seat: Seat, at: date) -> list[tuple[str, date]]:
    """List the renewals, up to a day, after which the holder stayed in holdover."""
    starts = {held.from_ for held in seat.holdovers}
    return [
        (act.reference, decision.on)
        for act, decision in world.concerning(AssemblyRenewed, seat.member)
        if decision.on in starts and decision.on <= at
    ]


def _own_acts(world: World, seat: Seat, at: date) -> Iterator[Step]:
    seen = False
    for reference in seat.because:
        act = world.known.acts.get(reference)
        for taken in act.decisions if act else ():
            for rule, on in _rules(taken.decision, reference, seat, is_again=seen):
                seen = seen or rule is DESIGNATED
                yield _said(world, rule, reference, seat, on)
                if rule in {DESIGNATED, AGAIN}:
                    yield from since_when(world, reference, at)


def _successors(world: World, seat: Seat, until: date) -> Iterator[Step]:
    """Tell who was designated instead, by the acts that ended the seat."""
    for reference in seat.closed:
        for taken in world.known.acts[reference].decisions:
            if institution_of(reference) != seat.member:
                continue
            if not isinstance(taken.decision, DelegateDesignated):
                continue
            person = person_id(taken.decision.person)
            if person != seat.person:
                yield step(
                    world,
                    REPLACED,
                    until,
                    member=name_on(world, seat.member, until),
                    person=world.persons[person],
                    act=reference,
                )


def _rules(
    decision: Decision, reference: str, seat: Seat, *, is_again: bool
) -> Iterator[tuple[Rule, date | None]]:
    """Tell what a decision is to a seat; nothing where it is about another."""
    match decision:
        case DelegateDesignated(person=person) if person_id(person) == seat.person:
            yield (AGAIN if is_again else DESIGNATED), None
        case RepresentativeElected(person=person) if person_id(person) == seat.person:
            yield ELECTED, None
        case OfficerElected(person=person) as elected:
            if person_id(person) == seat.person and elected.office == seat.office:
                is_president = elected.office == "president"
                yield (PRESIDENT if is_president else VICE_PRESIDENT), None
        case SeatVacated(person=person, on=on) if person_id(person) == seat.person:
            yield VACATED, on
        case AssemblyRenewed(on=on, member=member):
            if (member or institution_of(reference)) == seat.member:
                yield (OFFICE_OVER if seat.office else RENEWED), on
        case _:
            pass


def _said(
    world: World, rule: Rule, reference: str, seat: Seat, on: date | None
) -> Step:
    act = world.known.acts[reference]
    day = on or act.adopted_on or seat.period.from_
    values: dict[str, Value] = {
        "member": name_on(world, seat.member, day),
        "person": world.persons.get(seat.person, seat.person),
        "act": reference,
        "body": act.authority,
        "on": day,
        "reason": next(
            (
                taken.decision.reason
                for taken in act.decisions
                if isinstance(taken.decision, SeatVacated)
            ),
            "",
        ),
    }
    used = {name: values[name] for name in values if f"{{{name}}}" in rule.sentence}
    return step(world, rule, day, **used)
