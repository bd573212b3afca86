"""Was a session called as the rule of its day asks, and were its proxies lawful?

Statutes, clauses notice, second-call and proxies; specification section 8.
"""

from collections import Counter
from collections.abc import Iterator

from ledger.authorities import COMMITTEE
from ledger.refusals import RefusedError
from ledger.session_refusals import (
    AbsentHolderError,
    EarlySecondCallError,
    NeedlessSecondCallError,
    PresentGiverError,
    SecondProxyError,
    ShortNoticeError,
    UnknownAttendeeError,
)
from projections.votes.attendees import attendees
from projections.votes.judged_votes import Judge
from projections.votes.proxies import (
    GIVER_THERE,
    HOLDER_ABSENT,
    HOLDER_VOTELESS,
    ONE_TOO_MANY,
)
from projections.votes.sessions import SecondCall, notice


def convened(judge: Judge, reference: str) -> Iterator[RefusedError]:
    """Hold a convocation of the committee against its notice, or its first session."""
    session = judge.sessions.of(reference)
    if session is None or session.body != COMMITTEE:
        return
    call = judge.second_call(session)
    if call is not None:
        yield from _second_call(call)
    found = notice(session, judge.rules_on(session.held_on))
    if found is not None and not found.is_enough:
        yield ShortNoticeError(
            session=session.reference,
            sent_on=session.sent_on,
            held_on=session.held_on,
            days=found.days,
            needed=found.needed,
        )


def _second_call(call: SecondCall) -> Iterator[RefusedError]:
    first = call.session.second_call_of
    if not call.is_for_want_of_quorum:
        yield NeedlessSecondCallError(first=first)
    if call.quorum is not None and not call.is_late_enough:
        yield EarlySecondCallError(
            session=call.session.reference,
            first=first,
            days=call.days,
            needed=call.days_needed,
        )


def attended(judge: Judge, reference: str) -> Iterator[RefusedError]:
    """Find who attended a session, or presided, and is nobody on record for a seat."""
    session = judge.sessions.of(reference)
    if session is None or session.attendance is None:
        return
    sheet, known = session.attendance, attendees(judge.world.known)
    chair = () if sheet.presided_by is None else (sheet.presided_by,)
    for person in dict.fromkeys((*sheet.persons, *chair)):
        if person not in known.names:
            yield UnknownAttendeeError(
                name=sheet.called(person),
                session=reference,
                known=[*known.names.values()],
            )


def proxies(judge: Judge, reference: str) -> Iterator[RefusedError]:
    """Hold the proxies of a session of the committee against the rule."""
    session = judge.sessions.of(reference)
    if session is None or session.body != COMMITTEE or session.attendance is None:
        return
    found, sheet = judge.proxies(session), session.attendance
    overloaded = {one.holder for one in found if ONE_TOO_MANY in one.against}
    for holder, held in Counter(one.holder for one in found).items():
        if holder in overloaded:
            yield SecondProxyError(
                holder=sheet.called(holder),
                held=held,
                session=reference,
                allowed=judge.rules_on(session.held_on).proxies_each,
            )
    for one in found:
        if GIVER_THERE in one.against:
            yield PresentGiverError(
                giver=sheet.called(one.giver),
                holder=sheet.called(one.holder),
                session=reference,
            )
        if {HOLDER_ABSENT, HOLDER_VOTELESS} & {*one.against}:
            yield AbsentHolderError(
                giver=sheet.called(one.giver),
                holder=sheet.called(one.holder),
                session=reference,
            )
