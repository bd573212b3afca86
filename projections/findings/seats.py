"""Which decisions about seats found none free, or not the one they speak of?

Whoever is elected, leaves or is replaced must have had the seat it rests on, by what is
on record (statutes arts. 8.1, 9 to 11): a name misspelt is found here.
"""

from collections.abc import Iterator
from datetime import date

from ledger.institutions import person_id
from ledger.language import N_
from ledger.tags import institution_of
from projections.findings.finding import Finding
from projections.findings.scope import Scope
from projections.seats.in_vain import COULD_NOT_SIT, NEVER_HELD, NOT_THEIRS
from projections.timelines.phases import SeatFilling


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

    sentence = COULD_NOT_SIT.sentence


class NothingLeftFinding(_SeatUnknownFinding, frozen=True):
    """Somebody left a seat that nobody knows of."""

    sentence = NOT_THEIRS.sentence


class NobodyReplacedFinding(_SeatUnknownFinding, frozen=True):
    """Somebody is replaced who never held the seat."""

    sentence = NEVER_HELD.sentence


RULES: tuple[type[Finding], ...] = (
    SeatTakenFinding,
    NotSeatedFinding,
    NothingLeftFinding,
    NobodyReplacedFinding,
)


_UNKNOWN: dict[str, type[Finding]] = {
    COULD_NOT_SIT.code: NotSeatedFinding,
    NOT_THEIRS.code: NothingLeftFinding,
    NEVER_HELD.code: NobodyReplacedFinding,
}
"""What takes a seat for granted that nobody knows of; another may just be over."""


def seats(scope: Scope) -> Iterator[Finding]:
    """List the seats taken twice by the day asked, and those nobody knows of."""
    yield from _taken(scope)
    acts = {act.reference: act for act in scope.acts_in_force}
    in_vain = scope.world.bodies.in_vain
    for one in sorted(in_vain, key=lambda found: found.place):
        kind, (reference, number) = _UNKNOWN.get(one.rule.code), one.place
        act = acts.get(reference)
        if kind is None or act is None or one.day > scope.at:
            continue  # of no day to come can anybody tell
        if any(taken.number == number for taken in act.decisions):
            yield _seen(scope, kind, reference, one.person, one.day)


def _taken(scope: Scope) -> Iterator[Finding]:
    """List what found no free seat and does not say so of itself."""
    acts = {act.reference: act for act in scope.acts}
    for one in scope.world.bodies.overbooked:
        act = acts.get(one.act)
        if act is None or one.day > scope.at:
            continue
        if act.registered.excuses("seat.count"):
            continue
        taken = act.proposal(one.number)
        assert taken is not None, "only what an act decides takes a seat"
        assert isinstance(taken.decision, SeatFilling), "nothing else does"
        person = person_id(taken.decision.person)
        yield _seen(scope, SeatTakenFinding, one.act, person, one.day)


def _seen(
    scope: Scope, kind: type[Finding], act: str, person: str, day: date
) -> Finding:
    """Say it of the member whose act it is."""
    named = scope.world.persons.get(person, person)
    return kind.seen(act, institution_of(act), person=named, day=day)
