"""What is not on record of the committee's votes and sessions (statutes art. 8.3)."""

from collections.abc import Iterator
from datetime import date

from ledger.authorities import COMMITTEE
from ledger.events.committee import AttendanceRecorded, SessionConvened
from ledger.language import N_
from projections.acts.act_state import ActState
from projections.findings.finding import Finding, Phrase
from projections.findings.scope import Scope
from projections.periods import Period, months_later
from projections.votes.judged_votes import Judged
from projections.votes.verdicts import Verdict

HALF_YEAR = 6
"""Months."""


class NoVoteFinding(Finding, frozen=True):
    """How the committee voted on its act is not known."""

    rule = "vote.unknown"
    severity = "unknown"
    clauses = (
        "majority.ordinary",
        "majority.adhesion",
        "majority.withdrawal",
        "majority.statutes",
    )
    sentence = N_("The vote of the committee on {act} is not on record")
    remedy = N_("Find the minutes, and rectify the act with its vote")


class _SessionFinding(Finding, frozen=True):
    rule = "session.unknown"
    severity = "unknown"
    clauses = ("sessions",)


class NoSessionFinding(_SessionFinding, frozen=True):
    """The session that adopted an act of the committee is not named."""

    sentence = N_(
        "{act} names no session of the committee; its quorum and its notice cannot be "
        "judged"
    )
    remedy = N_("Record the session and its attendance, and rectify the act to name it")


class UnconvenedFinding(_SessionFinding, frozen=True):
    """A session is named that no act convenes."""

    sentence = N_("{act} names the session {session}, which no act on record convenes")
    remedy = N_("Record the notice of the session with session-convened")


class NoAttendanceFinding(Finding, frozen=True):
    """Who was present is not known."""

    rule = "session.attendance"
    severity = "unknown"
    clauses = ("sessions",)
    sentence = N_(
        "Who attended the session {session}, held on {day}, is not on record; its "
        "quorum cannot be judged"
    )
    remedy = N_("Record the attendance sheet with attendance-recorded")


class SessionOrderFinding(Finding, frozen=True):
    """Whether somebody was there for a question is not known."""

    rule = "session.order"
    severity = "unknown"
    clauses = ("quorum",)
    sentence = N_(
        "{act} is not in the order of the session {session}: whether these were there "
        "for it is not established: {persons}"
    )
    remedy = N_("Rectify the attendance with the order in which its acts were voted")


class CountFinding(Finding, frozen=True):
    """The ballots of a vote are not as many as those who were there and represented."""

    rule = "vote.count"
    severity = "unknown"
    clauses = ("electorate",)
    sentence = N_(
        "In the vote on {act} {ballots} ballots and abstentions are counted; {there} "
        "persons were there or represented"
    )
    remedy = N_(
        "Rectify the vote with all its ballots, blank and spoilt ones among the "
        "abstentions; or the attendance, with who arrived or left"
    )


class _HalfYearFinding(Finding, frozen=True):
    rule = "session.half-year"
    clauses = ("sessions",)
    remedy = N_("Record the session, if one was held; else convene one")


class HalfYearFinding(_HalfYearFinding, frozen=True):
    """A half-year without a session, in a ledger that holds the sessions."""

    severity = "irregularity"
    sentence = N_(
        "The committee did not meet in the {half} of {year}, by the sessions on record"
    )


class HalfYearUnknownFinding(_HalfYearFinding, frozen=True):
    """A half-year before the first session on record."""

    severity = "unknown"
    sentence = N_("No session of the committee is on record in the {half} of {year}")


RULES: tuple[type[Finding], ...] = (
    NoVoteFinding,
    NoSessionFinding,
    UnconvenedFinding,
    NoAttendanceFinding,
    SessionOrderFinding,
    CountFinding,
    HalfYearFinding,
    HalfYearUnknownFinding,
)

_HALVES = {1: N_("first half"), 7: N_("second half")}


def sessions(scope: Scope) -> Iterator[Finding]:
    """List the votes, sessions and attendances that are not on record."""
    convened = dict(_convened(scope))
    for act in scope.acts:
        if act.authority == COMMITTEE and act.vote is None:
            yield NoVoteFinding.seen(act.reference)
        if act.authority == COMMITTEE and act.registered.session is None:
            yield NoSessionFinding.seen(act.reference)
        for session in _named(act):
            if session not in convened:
                yield UnconvenedFinding.seen(act.reference, session=session)
        yield from _counted(scope, act)
    yield from _unattended(scope, convened)
    yield from _half_years(scope, convened)


def _counted(scope: Scope, act: ActState) -> Iterator[Finding]:
    """Hold the ballots of an act against who was there for it, and represented."""
    told: list[Finding] = []
    for judged in scope.judged(act):
        session = judged.session
        sheet = session.attendance if session is not None else None
        if session is None or sheet is None or judged.verdict is None:
            continue
        if sheet.untold:
            names = tuple(sheet.called(one) for one in sorted(sheet.untold))
            told.append(
                SessionOrderFinding.seen(
                    act.reference, session=session.reference, persons=names
                )
            )
        elif not _closes(judged, judged.verdict):
            told.append(
                CountFinding.seen(
                    act.reference,
                    ballots=judged.verdict.ballots,
                    there=judged.verdict.could_vote,
                )
            )
    yield from (one for place, one in enumerate(told) if one not in told[:place])


def _closes(judged: Judged, verdict: Verdict) -> bool:
    """Tell whether all who could vote are counted, or a ballot may not stand anyway."""
    is_told = any(error.rule == "vote.electorate" for error in judged.refusals)
    return is_told or verdict.ballots in {None, verdict.could_vote}


def _convened(scope: Scope) -> Iterator[tuple[str, tuple[ActState, SessionConvened]]]:
    for act, decision in scope.decided(SessionConvened):
        yield decision.session, (act, decision)


def _named(act: ActState) -> list[str]:
    """List the sessions an act speaks of as known."""
    named = [act.registered.session]
    for taken in act.decisions:
        match taken.decision:
            case AttendanceRecorded(session=session):
                named.append(session)
            case SessionConvened(second_call_of=session):
                named.append(session)
            case _:
                pass
    return list(dict.fromkeys(session for session in named if session is not None))


def _unattended(
    scope: Scope, convened: dict[str, tuple[ActState, SessionConvened]]
) -> Iterator[Finding]:
    attended = {
        decision.session for _act, decision in scope.decided(AttendanceRecorded)
    }
    for session, (act, decision) in convened.items():
        if session not in attended and decision.held_on <= scope.at:
            day = decision.held_on
            yield NoAttendanceFinding.seen(act.reference, session=session, day=day)


# ------------------------------------------------------------------- half-years
def _half_years(
    scope: Scope, convened: dict[str, tuple[ActState, SessionConvened]]
) -> Iterator[Finding]:
    """List the half-years, wholly past, in which the committee did not meet.

    An act of the committee shows that it met. Before the first session on record the
    ledger cannot tell; from it on, silence means that there was none.
    """
    held = sorted(
        decision.held_on
        for _act, decision in convened.values()
        if decision.body == COMMITTEE
    )
    adopted = [
        act.adopted_on
        for act in scope.acts
        if act.authority == COMMITTEE and act.adopted_on is not None
    ]
    for half in _past_halves(scope):
        if any(half.holds_on(day) for day in (*held, *adopted)):
            continue
        is_kept = bool(held) and held[0] < half.from_
        kind = HalfYearFinding if is_kept else HalfYearUnknownFinding
        name = Phrase(_HALVES[half.from_.month])
        yield kind.seen(None, half=name, year=half.from_.year)


def _past_halves(scope: Scope) -> Iterator[Period]:
    """Give the half-years over by the day, with committee and statutes throughout."""
    existed = scope.world.bodies.body(COMMITTEE).existed
    days = scope.world.statutes.days()
    if not existed or not days:
        return
    since, until = max(existed[0].from_, min(days)), existed[0].until
    start = date(since.year, 1, 1)
    while (end := months_later(start, HALF_YEAR)) <= scope.at:
        if since <= start and (until is None or end <= until):
            yield Period(start, end)
        start = end
