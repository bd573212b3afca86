"""In which votes did somebody take part who, as is known now, did not sit that day?

What rested on an act that is annulled falls with it, and a delegate's seat too. The
votes in which that delegate took part stand (specification section 10).
"""

from collections.abc import Iterator
from datetime import date

from ledger.authorities import COMMITTEE, authority_of, kind_of
from ledger.events.committee import AttendanceRecorded, SessionConvened
from ledger.events.delegates import DelegateDesignated
from ledger.institutions import PersonName, person_id, person_name
from ledger.language import N_
from ledger.tags import member_of
from ledger.votes import Vote
from projections.acts_as_known import ActAsKnown
from projections.findings.finding import Finding
from projections.findings.scope import Scope
from projections.part_taken import BODIES, counted, voters
from projections.seats import Seat


class _ReviewFinding(Finding, frozen=True):
    rule = "vote.review"
    severity = "notice"
    article = N_("statutes, arts. 8.1 and 8.5")
    remedy = N_(
        "The vote stands; look whether it would have carried without them, and vote "
        "again if in doubt"
    )


class VoteReviewFinding(_ReviewFinding, frozen=True):
    """Somebody voted in a body without a seat in it."""

    sentence = N_(
        "In the vote on {act}, of {day}, took part who had no seat that day, by what "
        "is known now: {persons}"
    )


class AttendanceReviewFinding(_ReviewFinding, frozen=True):
    """Somebody attended, or gave or held a proxy, without a seat."""

    sentence = N_(
        "At the session {session}, of {day}, were counted who had no seat that day, by "
        "what is known now: {persons}"
    )


RULES: tuple[type[Finding], ...] = (VoteReviewFinding, AttendanceReviewFinding)


def review(scope: Scope) -> Iterator[Finding]:
    """List the votes and attendances of the syndicate's bodies that want a review."""
    held = {
        decision.session: decision for _act, decision in scope.decided(SessionConvened)
    }
    bodies = _Bodies(scope)
    for act in scope.acts:
        if kind_of(act.authority) not in BODIES or not isinstance(act.vote, Vote):
            continue
        session = held.get(act.registered.session or "")
        day = session.held_on if session else act.adopted_on
        strangers = bodies.strangers(act.authority, day, voters(act.vote))
        for member, persons in strangers:
            yield VoteReviewFinding.seen(
                act.reference, member, day=day, persons=persons
            )
    for act, sheet in scope.decided(AttendanceRecorded):
        convened = held.get(sheet.session)
        if convened is not None:
            day = convened.held_on
            strangers = bodies.strangers(convened.body, day, counted(sheet))
            for member, persons in strangers:
                yield AttendanceReviewFinding.seen(
                    act.reference,
                    member,
                    day=day,
                    persons=persons,
                    session=sheet.session,
                )


class _Bodies:
    """Who sat where, and who designated whom."""

    def __init__(self, scope: Scope) -> None:
        self._world = scope.world
        self._seats: dict[tuple[str, str], list[Seat]] = {}
        for body, found in scope.world.bodies.by_id.items():
            for seat in found.seats:
                self._seats.setdefault((body, seat.person), []).append(seat)
        self._designated_by: dict[str, str | None] = {}
        for act in scope.world.known.acts.values():  # those that died since as well
            self._note_designations(act)

    def strangers(
        self, body: str, day: date | None, named: list[PersonName]
    ) -> Iterator[tuple[str | None, tuple[str, ...]]]:
        """Give, by the member that designated them, the persons without a seat."""
        if day is None or self._world.statutes.on(day) is None:
            return  # nobody can tell who sat
        found: dict[str | None, list[str]] = {}
        for person, written in {person_id(each): each for each in named}.items():
            if not self._sat(body, person, day):
                name = self._world.persons.get(person) or person_name(written) or person
                found.setdefault(self._designated_by.get(person), []).append(name)
        for member, persons in found.items():
            yield member, tuple(persons)

    def _sat(self, body: str, person: str, day: date) -> bool:
        """Tell whether a person sat that day, at the opening of the session at least.

        A seat that an act of the committee ended that same day was held until then.
        """
        return any(
            seat.period.holds_on(day)
            or (seat.period.until == day and self._ended_by_committee(seat, day))
            for seat in self._seats.get((body, person), ())
        )

    def _ended_by_committee(self, seat: Seat, day: date) -> bool:
        acts = self._world.known.acts
        return any(
            authority_of(act) == COMMITTEE and acts[act].adopted_on == day
            for act in seat.closed
        )

    def _note_designations(self, act: ActAsKnown) -> None:
        for taken in act.proposed:
            if isinstance(taken.decision, DelegateDesignated):
                person = person_id(taken.decision.person)
                member = member_of(taken.decision, act.reference)
                self._designated_by.setdefault(person, member)
