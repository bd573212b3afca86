"""Refuse sessions and votes that break the rule of their day (specification 8)."""

from collections import Counter
from collections.abc import Iterable, Iterator

from commands.candidates import Candidate
from ledger.acts.act import Act
from ledger.acts.problems import Found
from ledger.authorities import COMMITTEE, kind_of
from ledger.events.committee import AttendanceRecorded, SessionConvened
from ledger.events.constitution import PowersDelegated
from ledger.refusals import RefusedError
from ledger.voting_refusals import (
    AbsentHolderError,
    EarlySecondCallError,
    NeedlessSecondCallError,
    ReservedPowerError,
    SecondProxyError,
    ShortNoticeError,
)
from projections.judged_votes import BODIES, Judge
from projections.reserved import is_reserved
from projections.sessions import Session, has_quorum
from projections.world import World


def concerns_votes(act: Act) -> bool:
    """Tell whether judging an act needs to know who sat: a vote, or a session."""
    votes = act.vote is not None and kind_of(act.authority) in BODIES
    return votes or any(
        isinstance(decision, SessionConvened | AttendanceRecorded)
        for decision in act.decisions
    )


def unlawful(
    world: World, batch: Iterable[Candidate]
) -> Iterator[tuple[Candidate, Found]]:
    """Find what a vote or a session of the batch breaks, once all of it is known."""
    judge = Judge(world)
    for candidate in batch:
        act = candidate.act
        if act is None or not concerns_votes(act):
            continue
        for error in judge.judge(world.known.acts[act.reference]).refusals:
            yield candidate, Found(("vote",), error)
        for number, decision in enumerate(act.decisions):
            keys = ("decisions", number)
            match decision:
                case SessionConvened(session=reference):
                    for error in _convened(judge, judge.sessions.of(reference)):
                        yield candidate, Found(keys, error)
                case AttendanceRecorded(session=reference):
                    for error in _proxies(judge, judge.sessions.of(reference)):
                        yield candidate, Found((*keys, "proxies"), error)
                case _:
                    pass


def reserved(act: Act) -> Iterator[Found]:
    """Find the powers that may not be delegated (art. 8.4)."""
    for number, decision in enumerate(act.decisions):
        if isinstance(decision, PowersDelegated):
            for place, matter in enumerate(decision.matters):
                if is_reserved(matter):
                    keys = ("decisions", number, "matters", place)
                    yield Found(keys, ReservedPowerError(matter=matter))


# ------------------------------------------------------------------- sessions
def _convened(judge: Judge, session: Session | None) -> Iterator[RefusedError]:
    """Hold a convocation of the committee against its notice (art. 8.3)."""
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


def _proxies(judge: Judge, session: Session | None) -> Iterator[RefusedError]:
    """Hold proxies against the rule: so many a member, who is present (art. 8.3)."""
    if session is None or session.body != COMMITTEE or session.attendance is None:
        return
    allowed = judge.rules_on(session.held_on).proxies_each
    held = Counter(holder for _giver, holder in session.attendance.proxies)
    for holder, count in held.items():
        if allowed is not None and count > allowed:
            yield SecondProxyError(
                holder=holder, held=count, session=session.reference, allowed=allowed
            )
    there = session.attendance.present & {*judge.in_office(session.held_on)}
    for giver, holder in session.attendance.proxies:
        if holder not in there:
            yield AbsentHolderError(
                giver=giver, holder=holder, session=session.reference
            )
