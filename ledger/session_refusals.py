"""The refusals of sessions: how they are called, and who holds whose proxy.

Statutes, clauses `notice`, `second-call`, `proxies`; specification section 8. With
`irregular` history is recorded as it was.
"""

from ledger.acts.problems import NearestError
from ledger.language import N_
from ledger.voting_refusals import VotingError


class SessionError(VotingError):
    """A rule about sessions says no."""


class ShortNoticeError(SessionError):
    """The committee was called too late."""

    rule = "session.notice"
    clauses = ("notice",)
    sentence = N_(
        "{session} was called on {sent_on} for {held_on}: {days} day(s) before, and "
        "{needed} are needed. Correct the dates, or say of which session it is the "
        "second call"
    )


class _SecondCallError(SessionError):
    rule = "session.second-call"
    clauses = ("second-call",)


class EarlySecondCallError(_SecondCallError):
    """The second call follows the first too soon."""

    sentence = N_(
        "{session} is held {days} day(s) after {first}, and {needed} are needed. "
        "Correct the dates"
    )


class NeedlessSecondCallError(_SecondCallError):
    """Nothing on record says that the first session lacked its quorum."""

    sentence = N_(
        "Nothing on record says that {first} lacked its quorum. Record its convocation "
        "and its attendance first, or leave second_call_of out"
    )


class UnknownAttendeeError(SessionError, NearestError):
    """Somebody attended, or presided, of whom no act on record knows."""

    rule = "session.attendance"
    clauses = ("sessions",)
    sentence = N_(
        "«{name}», in the attendance of {session}, is nobody on record for a seat. "
        "Correct the name, or record first by which act the person sits"
    )
    otherwise = N_("Nothing is like it")


class _ProxyError(SessionError):
    rule = "session.proxy"
    clauses = ("proxies",)


class SecondProxyError(_ProxyError):
    """One person holds more proxies than one may."""

    sentence = N_(
        "{holder} holds {held} proxies at {session}, and may hold {allowed}. Leave out "
        "the others"
    )


class PresentGiverError(_ProxyError):
    """A proxy is given by somebody who is there all the time, and votes in person."""

    since = 2
    sentence = N_(
        "{giver} is among those present at {session}, and gave {holder} a proxy. Leave "
        "it out, or say under arrived or left for which acts {giver} was there"
    )


class AbsentHolderError(_ProxyError):
    """A proxy is held by somebody who is not there, or is no member."""

    sentence = N_(
        "The proxy that {giver} gave for {session} is held by {holder}, who is not "
        "among the members present. Leave it out, or correct the attendance"
    )
