"""Which sessions were there: called when, attended by whom; which one is meant?

Statutes, clauses notice and second-call; specification section 8.
"""

from collections.abc import Iterable
from datetime import date

import msgspec

from ledger.authorities import COMMITTEE
from ledger.clauses import Clause
from ledger.errors import LedgerError, UnknownNameError
from ledger.events.committee import AttendanceRecorded, SessionConvened
from ledger.institutions import person_id, person_name
from ledger.language import N_
from ledger.names import nearest
from ledger.statutes import Rules
from projections.reason import Reason, Rule
from projections.timelines.world import World
from projections.votes.quorum import SECOND_CALL, Quorum

DECIDES: tuple[Clause, ...] = ("sessions", "notice")

CALLED = Rule(
    "vote.session",
    N_("The session {session}, held on {held_on}, had been called on {sent_on}."),
    "notice",
)

OFFERED = 5
"""So many sessions are offered for one that is none."""


class Attendance(msgspec.Struct, frozen=True):
    """Who was there; who gave a proxy (first) to whom (second); who presided."""

    act: str
    present: frozenset[str]
    proxies: tuple[tuple[str, str], ...] = ()
    presided_by: str | None = None
    names: dict[str, str] = {}

    def called(self, person: str) -> str:
        """Name a person as the attendance sheet does."""
        return self.names.get(person, person)


class Session(msgspec.Struct, frozen=True):
    """A session on record, with its attendance where that is."""

    reference: str
    body: str
    act: str
    sent_on: date
    held_on: date
    agenda: tuple[str, ...] = ()
    second_call_of: str | None = None
    attendance: Attendance | None = None

    @property
    def because(self) -> tuple[Reason, ...]:
        """Say when it was called, and for which day."""
        said = CALLED.of(
            self.held_on,
            session=self.reference,
            held_on=self.held_on,
            sent_on=self.sent_on,
        )
        return (said,)


class Sessions(msgspec.Struct, frozen=True):
    """All sessions on record, by their reference."""

    by_reference: dict[str, Session]

    def of(self, reference: str | None) -> Session | None:
        """Find a session; None where it is not on record."""
        return self.by_reference.get(reference or "")


def sessions(world: World) -> Sessions:
    """List the sessions that were called, with who attended; what came last holds."""
    attended = {
        said.session: _attendance(act.reference, said)
        for act, said in world.decided(AttendanceRecorded)
    }
    return Sessions(
        {
            said.session: Session(
                said.session,
                said.body,
                act.reference,
                said.sent_on,
                said.held_on,
                said.agenda,
                said.second_call_of,
                attended.get(said.session),
            )
            for act, said in world.decided(SessionConvened)
        }
    )


# ------------------------------------------------------------------- how it was called
class Notice(msgspec.Struct, frozen=True):
    """The days between the sending and the session, and how many there must be."""

    days: int
    needed: int

    @property
    def is_enough(self) -> bool:
        """Tell whether the members were called in time."""
        return self.days >= self.needed


def notice(session: Session, rules: Rules) -> Notice | None:
    """Hold the convocation of the committee against its notice.

    None where no notice is needed: a second call is exempt, and other bodies are.
    """
    is_exempt = session.body != COMMITTEE or session.second_call_of is not None
    if is_exempt or rules.notice_days is None:
        return None
    return Notice((session.held_on - session.sent_on).days, rules.notice_days)


class SecondCall(msgspec.Struct, frozen=True):
    """A session called because another lacked its quorum, and what is known of that.

    `first` is None where that is not on record, and `quorum` where nobody can tell what
    it had. `days_needed` lie between the two at least; None where no rule says so.
    """

    session: Session
    first: Session | None
    quorum: Quorum | None
    days_needed: int | None

    @property
    def days(self) -> int | None:
        """Count the days from the first to the second."""
        if self.first is None:
            return None
        return (self.session.held_on - self.first.held_on).days

    @property
    def is_late_enough(self) -> bool:
        """Tell whether the members had the time between the two."""
        return self.days is not None and self.days >= (self.days_needed or 0)

    @property
    def is_for_want_of_quorum(self) -> bool:
        """Tell whether the record shows that the first lacked its quorum."""
        return self.quorum is not None and not self.quorum.is_met

    @property
    def is_lawful(self) -> bool:
        """Tell whether it needs no quorum itself."""
        return self.is_for_want_of_quorum and self.is_late_enough

    @property
    def because(self) -> tuple[Reason, ...]:
        """Say that no quorum is needed, where none is."""
        if not self.is_lawful:
            return ()
        first = self.session.second_call_of
        return (SECOND_CALL.of(self.session.held_on, first=first),)


# ------------------------------------------------------------------- which is meant
class UnknownSessionError(UnknownNameError):
    """No session has that reference; the nearest are offered, none is chosen."""

    sentence = N_("«{name}» is no session the ledger knows. Known: {known}")
    nothing_near = N_("«{name}» is no session the ledger knows. Nothing is like it")


class UnconvenedSessionError(LedgerError):
    """Acts name the session, and none on record convenes it."""

    sentence = N_(
        "{acts} name the session {name}, which no act on record convenes. Record its "
        "notice with session-convened"
    )


def session_named(world: World, sessions: Sessions, reference: str) -> Session:
    """Find a session by its reference, as acts write it.

    Raises:
        UnknownSessionError: there is none.
        UnconvenedSessionError: acts name it, and none convenes it.
    """
    found = sessions.of(reference)
    if found is not None:
        return found
    naming = [
        act.reference
        for act in world.known.acts.values()
        if act.registered.session == reference
    ]
    if naming:
        shown = ", ".join(naming[:OFFERED])
        raise UnconvenedSessionError(name=reference, acts=shown)
    near = list(_near(reference, sessions.by_reference))
    raise UnknownSessionError(name=reference, known=near[:OFFERED])


def _near(reference: str, known: Iterable[str]) -> dict[str, None]:
    """List the sessions that begin so, are of that name, or are written much alike."""
    name = reference.rpartition("/")[2]
    by_name: dict[str, list[str]] = {}
    for one in known:
        by_name.setdefault(one.partition("/")[2], []).append(one)
    alike = nearest(name, by_name, most=OFFERED)
    return dict.fromkeys(
        [
            *(one for one in known if one.startswith(reference)),
            *by_name.get(name, ()),
            *(
                one
                for each, all_ in by_name.items()
                if each.startswith(name)
                for one in all_
            ),
            *nearest(reference, known, most=OFFERED),
            *(one for each in alike for one in by_name[each]),
        ]
    )


# ------------------------------------------------------------------- who attended
def _attendance(act: str, said: AttendanceRecorded) -> Attendance:
    named = [*said.present, *said.proxies, *said.proxies.values()]
    return Attendance(
        act,
        frozenset(person_id(person) for person in said.present),
        tuple(
            (person_id(giver), person_id(holder))
            for giver, holder in said.proxies.items()
        ),
        person_id(said.presided_by) if said.presided_by is not None else None,
        {person_id(one): name for one in named if (name := person_name(one))},
    )
