"""In which votes did somebody take part who, as is known now, did not sit that day?

What rested on an act that is annulled falls with it, and a delegate's seat too. The
votes in which that delegate took part stand (specification section 10), and whether
they would have carried all the same is told.
"""

from collections.abc import Iterator, Mapping

from ledger.events.committee import AttendanceRecorded
from ledger.events.delegates import DelegateDesignated
from ledger.institutions import person_id, person_name
from ledger.language import N_
from ledger.tags import member_of
from ledger.votes import Vote
from projections.acts.act_state import ActState
from projections.findings.finding import Finding, Phrase
from projections.findings.scope import Scope
from projections.votes.electorate import Asked
from projections.votes.judged_votes import Judged
from projections.votes.no_rules import NoRulesError
from projections.votes.part_taken import voters
from projections.votes.sessions import Session


class _ReviewFinding(Finding, frozen=True):
    rule = "vote.review"
    severity = "notice"
    clauses = ("seats", "electorate")
    remedy = N_(
        "The vote stands; vote again where it would not have carried without them, or "
        "nobody can tell"
    )


class VoteReviewFinding(_ReviewFinding, frozen=True):
    """Somebody voted in a body without a seat in it."""

    sentence = N_(
        "In the vote on {act}, of {day}, took part who had no seat that day, by what "
        "is known now: {persons}; {verdict}"
    )


class AttendanceReviewFinding(_ReviewFinding, frozen=True):
    """Somebody attended, or gave or held a proxy, without a seat."""

    sentence = N_(
        "At the session {session}, of {day}, were counted who had no seat that day, by "
        "what is known now: {persons}; {verdict}"
    )


RULES: tuple[type[Finding], ...] = (VoteReviewFinding, AttendanceReviewFinding)

_CARRIED = N_(
    "by the other ballots the question is carried: {for_} for, {against} against, "
    "{needed} needed of {whole}"
)
_ALL_OF_ONE_MIND = N_("the others, all of one mind, carry the question")
_LOST = N_(
    "by the other ballots the question is not carried: {for_} for, {against} against, "
    "{needed} needed of {whole}"
)
_UNTOLD = N_("whether the other ballots carry the question, nobody can tell")
_QUORATE = N_(
    "without them the quorum is reached: {present} present of {in_office} in office"
)
_INQUORATE = N_(
    "without them the quorum is not reached: {present} present of {in_office} in office"
)
_UNRULED = N_("no quorum is laid down for this body")


def review(scope: Scope) -> Iterator[Finding]:
    """List the votes and attendances of the syndicate's bodies that want a review."""
    designated_by = _designations(scope)
    for act in scope.acts:
        told: list[Finding] = []
        for judged in scope.judged(act):
            found = _reviewed(scope, act, judged, designated_by)
            told += [one for one in found if one not in told]
        yield from told
    for act, sheet in scope.decided(AttendanceRecorded):
        session = scope.judge.sessions.of(sheet.session)
        in_office = _in_office(scope, session) if session is not None else None
        if session is None or in_office is None:
            continue  # nobody can tell who sat
        there = session.attendance
        named = {one: there.called(one) for one in there.persons} if there else {}
        seatless = _seatless(scope, in_office, named)
        for member, persons in _by_member(seatless, designated_by):
            yield AttendanceReviewFinding.seen(
                act.reference,
                member,
                day=session.held_on,
                persons=persons,
                session=sheet.session,
                verdict=_quorum(scope, session),
            )


def _reviewed(
    scope: Scope, act: ActState, judged: Judged, designated_by: dict[str, str | None]
) -> Iterator[Finding]:
    """List who voted on a question without a seat."""
    vote = judged.put.vote if judged.put is not None else None
    if not isinstance(vote, Vote) or judged.electorate is None:
        return
    named = {person_id(each): person_name(each) for each in voters(vote)}
    seatless = _seatless(scope, judged.electorate.in_office, named)
    for member, persons in _by_member(seatless, designated_by):
        yield VoteReviewFinding.seen(
            act.reference,
            member,
            day=judged.electorate.day,
            persons=persons,
            verdict=_verdict(judged),
        )


# ------------------------------------------------------------------- without them
def _verdict(judged: Judged) -> Phrase:
    """Tell whether the ballots of the others carry the question."""
    if judged.is_carried is None or judged.verdict is None:
        return Phrase(_UNTOLD)
    result = judged.verdict.outcome.result
    if result is None:
        return Phrase(_ALL_OF_ONE_MIND)
    return Phrase(_CARRIED if judged.is_carried else _LOST, dict(result.numbers))


def _quorum(scope: Scope, session: Session) -> Phrase:
    """Tell whether the others who were present made the quorum."""
    there = session.attendance.present if session.attendance is not None else ()
    found = scope.judge.quorum(session.body, session.held_on, there)
    if found is None:
        return Phrase(_UNRULED)
    return Phrase(_QUORATE if found.is_met else _INQUORATE, dict(found.numbers))


# ------------------------------------------------------------------- who had no seat
def _in_office(scope: Scope, session: Session) -> tuple[str, ...] | None:
    """List who sat in a body as its session opened; None where nobody can tell."""
    try:
        voters = scope.judge.electorate(
            session.body, Asked("election"), session.held_on
        )
    except NoRulesError:
        return None
    return voters.in_office


def _seatless(
    scope: Scope, in_office: tuple[str, ...], named: Mapping[str, str | None]
) -> dict[str, str]:
    """Give the names, by id, of those without a seat."""
    return {
        person: scope.world.persons.get(person) or written or person
        for person, written in named.items()
        if person not in in_office
    }


def _by_member(
    seatless: dict[str, str], designated_by: dict[str, str | None]
) -> Iterator[tuple[str | None, tuple[str, ...]]]:
    """Sort persons by the member that designated them."""
    found: dict[str | None, list[str]] = {}
    for person, name in seatless.items():
        found.setdefault(designated_by.get(person), []).append(name)
    for member, persons in found.items():
        yield member, tuple(persons)


def _designations(scope: Scope) -> dict[str, str | None]:
    """Tell who designated whom, also by acts that died since."""
    found: dict[str, str | None] = {}
    for act in scope.world.known.acts.values():
        for taken in act.proposed:
            if isinstance(taken.decision, DelegateDesignated):
                person = person_id(taken.decision.person)
                found.setdefault(person, member_of(taken.decision, act.reference))
    return found
