"""Was a session called as the rule of its day asks, and were its proxies lawful?

Statutes art. 8.3; specification section 8.
"""

from collections import Counter
from collections.abc import Iterator

from ledger.authorities import COMMITTEE
from ledger.refusals import RefusedError
from ledger.session_refusals import (
    AbsentHolderError,
    EarlySecondCallError,
    NeedlessSecondCallError,
    SecondProxyError,
    ShortNoticeError,
)
from projections.votes.judged_votes import Judge
from projections.votes.sessions import Session, has_quorum


def convened(judge: Judge, reference: str) -> Iterator[RefusedError]:
    """Hold a convocation of the committee against its notice (art. 8.3)."""
    session = judge.sessions.of(reference)
    if session is None or session.body != COMMITTEE:
        return
    rules = judge.rules_on(session.held_on)
    if session.second_call_of is not None:
        yield from _second_call(judge, session)
        return
    days = (session.held_on - session.sent_on).days
    if rules.notice_days is not None and days < rules.notice_days:
        yield ShortNoticeError(
            session=session.reference,
            sent_on=session.sent_on,
            held_on=session.held_on,
            days=days,
            needed=rules.notice_days,
        )


def _second_call(judge: Judge, session: Session) -> Iterator[RefusedError]:
    first = judge.sessions.of(session.second_call_of)
    rules = judge.rules_on(session.held_on)
    if (
        first is None
        or first.body != session.body
        or first.attendance is None
        or rules.quorum is None
    ):
        yield NeedlessSecondCallError(first=session.second_call_of)
        return
    in_office = judge.in_office(first.held_on)
    if has_quorum(first.attendance.present, in_office, rules.quorum):
        yield NeedlessSecondCallError(first=first.reference)
    days = (session.held_on - first.held_on).days
    if rules.second_call_days is not None and days < rules.second_call_days:
        yield EarlySecondCallError(
            session=session.reference,
            first=first.reference,
            days=days,
            needed=rules.second_call_days,
        )


def proxies(judge: Judge, reference: str) -> Iterator[RefusedError]:
    """Hold proxies against the rule: so many a member, who is present (art. 8.3)."""
    session = judge.sessions.of(reference)
    if session is None or session.body != COMMITTEE or session.attendance is None:
        return
    there = session.attendance
    allowed = judge.rules_on(session.held_on).proxies_each
    held = Counter(holder for _giver, holder in there.proxies)
    for holder, count in held.items():
        if allowed is not None and count > allowed:
            yield SecondProxyError(
                holder=there.called(holder),
                held=count,
                session=reference,
                allowed=allowed,
            )
    holders = there.present & {*judge.in_office(session.held_on)}
    for giver, holder in there.proxies:
        if holder not in holders:
            yield AbsentHolderError(
                giver=there.called(giver),
                holder=there.called(holder),
                session=reference,
            )
