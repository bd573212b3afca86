"""Which decisions about seats found none free, or not the one they speak of?

Whoever is elected, leaves or is replaced must have had the seat it rests on, by what is
on record (statutes arts. 8.1, 9 to 11): a name misspelt is found here.
"""

from collections.abc import Iterator
from datetime import date

from ledger.authorities import COMMITTEE
from ledger.events.catalogue import Decision
from ledger.events.committee import OfficerElected, RepresentativeElected
from ledger.events.delegates import DelegateDesignated, SeatVacated
from ledger.institutions import PersonName, person_id, person_name
from ledger.language import N_
from ledger.tags import institution_of
from projections.acts.as_known import ActAsKnown
from projections.findings.finding import Finding
from projections.findings.scope import Scope
from projections.seats.mandates import Mandate
from projections.seats.seats import BUREAU, Seat
from projections.world import World


class SeatTakenFinding(Finding, frozen=True):
    """Somebody was seated where, by what is known now, no seat was free."""

    rule = "seat.taken"
    severity = "irregularity"
    clauses = ("seats", "vice-presidents")
    sentence = N_(
        "{act} seats {person} on {day}, when by what is known now no seat was free"
    )
    remedy = N_(
        "Rectify whom the person replaces, or record which seat had been vacated"
    )


class _SeatUnknownFinding(Finding, frozen=True):
    rule = "seat.unknown"
    severity = "unknown"
    clauses = ("delegates", "president", "vice-presidents", "bureau")
    remedy = N_("Rectify the name, or record the act that gave the person that seat")


class NotSeatedFinding(_SeatUnknownFinding, frozen=True):
    """Somebody was elected, and could not take the seat."""

    sentence = N_(
        "{act} elects {person}, who on {day}, by what is on record, could not take the "
        "seat"
    )


class NothingLeftFinding(_SeatUnknownFinding, frozen=True):
    """Somebody left a seat that nobody knows of."""

    sentence = N_(
        "By {act}, {person} leaves a seat on {day} that by what is on record was not "
        "theirs"
    )


class NobodyReplacedFinding(_SeatUnknownFinding, frozen=True):
    """Somebody is replaced who never held the seat."""

    sentence = N_(
        "{act} replaces {person} on {day}, who by what is on record never held the seat"
    )


RULES: tuple[type[Finding], ...] = (
    SeatTakenFinding,
    NotSeatedFinding,
    NothingLeftFinding,
    NobodyReplacedFinding,
)


def seats(scope: Scope) -> Iterator[Finding]:
    """List the seats taken twice by the day asked, and those nobody knows of."""
    yield from _taken(scope)
    terms = _Terms(scope.world)
    for act in scope.acts_in_force:
        for taken in act.decisions:
            day = _day(scope, act, taken.decision)
            if day is not None and day <= scope.at:  # of no other can anybody tell
                yield from _unknown(terms, act, taken.decision, day)


def _taken(scope: Scope) -> Iterator[Finding]:
    """List what found no free seat and does not say so of itself."""
    acts = {act.reference: act for act in scope.acts}
    for one in scope.world.bodies.overbooked:
        act = acts.get(one.act)
        if act is None or one.day > scope.at:
            continue
        if any(owned.rule == "seat.count" for owned in act.registered.irregular):
            continue
        decision = act.proposed[one.number - 1].decision
        assert isinstance(
            decision, DelegateDesignated | RepresentativeElected | OfficerElected
        ), "nothing else takes a seat"
        yield _seen(SeatTakenFinding, act, decision.person, one.day)


def _unknown(
    terms: "_Terms", act: ActAsKnown, decision: Decision, day: date
) -> Iterator[Finding]:
    """Look for the seats a decision speaks of."""
    match decision:
        case SeatVacated(seat=kind, person=person):
            held = terms.of(kind, person, act)
            if not any(
                one.period.holds_on(day) or one.period.until == day for one in held
            ):
                yield _seen(NothingLeftFinding, act, person, day)
        case DelegateDesignated(replaces=replaced):
            yield from _replaced(terms, "delegate", act, replaced, day)
        case RepresentativeElected(person=person, replaces=replaced):
            yield from _elected(terms, "representative", act, person, day)
            yield from _replaced(terms, "representative", act, replaced, day)
        case OfficerElected(office=office, person=person, replaces=replaced):
            yield from _elected(terms, office, act, person, day)
            yield from _replaced(terms, office, act, replaced, day)
        case _:
            pass


def _elected(
    terms: "_Terms", kind: str, act: ActAsKnown, person: PersonName, day: date
) -> Iterator[Finding]:
    if not any(act.reference in one.opened for one in terms.of(kind, person, act)):
        yield _seen(NotSeatedFinding, act, person, day)


def _replaced(
    terms: "_Terms", kind: str, act: ActAsKnown, person: PersonName | None, day: date
) -> Iterator[Finding]:
    """Look for the seat of who is replaced, who may have left it before."""
    if person is None:
        return
    if not any(one.period.from_ < day for one in terms.of(kind, person, act)):
        yield _seen(NobodyReplacedFinding, act, person, day)


def _day(scope: Scope, act: ActAsKnown, decision: Decision) -> date | None:
    """Tell when a seat was to change hands; None where that is not known."""
    match decision:
        case SeatVacated(on=on):
            return on
        case DelegateDesignated(from_=from_):
            effect = scope.world.executory[act.reference].on
            return effect and max(effect, from_ or effect)
        case _:
            return act.adopted_on


class _Terms:
    """The times of everybody in seats of each kind."""

    def __init__(self, world: World) -> None:
        founders = world.membership.founders
        self._found: dict[tuple[str, str], list[Mandate | Seat]] = {}
        for mandate in world.delegates.mandates:
            self._add("delegate", mandate)
        for seat in world.bodies.body(COMMITTEE).seats:
            if seat.member not in founders:
                self._add("representative", seat)
        for seat in world.bodies.body(BUREAU).seats:
            self._add(seat.office or "", seat)

    def of(
        self, kind: str, person: PersonName, act: ActAsKnown
    ) -> list[Mandate | Seat]:
        """List somebody's times; a member speaks of its own delegates alone."""
        found = self._found.get((kind, person_id(person)), [])
        author = institution_of(act.reference)
        if kind != "delegate" or author is None:
            return found
        return [one for one in found if one.member == author]

    def _add(self, kind: str, term: Mandate | Seat) -> None:
        self._found.setdefault((kind, term.person), []).append(term)


def _seen(
    kind: type[Finding], act: ActAsKnown, person: PersonName, day: date
) -> Finding:
    """Say it of the member whose act it is."""
    named = person_name(person) or person_id(person)
    author = institution_of(act.reference)
    return kind.seen(act.reference, author, person=named, day=day)
