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
from ledger.institutions import person_name
from ledger.language import N_
from ledger.names import nearest
from ledger.statutes import Rules
from projections.reason import Reason, Rule
from projections.timelines.world import World
from projections.votes.attendees import Attendees, attendees
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
    """Who was there; who gave a proxy (first) to whom (second); who presided.

    Of a whole session `present` is who was there at some time. `arrived` tells the
    first act somebody was there for, `left` the last; `order` that of the votes.
    `untold` are those of whom nobody can tell whether they were there for a question.
    """

    act: str
    present: frozenset[str]
    proxies: tuple[tuple[str, str], ...] = ()
    presided_by: str | None = None
    names: dict[str, str] = {}
    arrived: dict[str, str] = {}
    left: dict[str, str] = {}
    order: tuple[str, ...] = ()
    untold: frozenset[str] = frozenset()

    def at(self, act: str) -> "Attendance":
        """Tell who was there for an act of the session."""
        there = {one: self._was_there(one, act) for one in self.present}
        return msgspec.structs.replace(
            self,
            present=frozenset(one for one, is_so in there.items() if is_so),
            untold=frozenset(one for one, is_so in there.items() if is_so is None),
        )

    @property
    def throughout(self) -> frozenset[str]:
        """List who neither came later nor left before."""
        return self.present - self.arrived.keys() - self.left.keys()

    @property
    def persons(self) -> tuple[str, ...]:
        """List everybody who was there, or gave or held a proxy."""
        named = (*sorted(self.present), *(one for pair in self.proxies for one in pair))
        return tuple(dict.fromkeys(named))

    def _was_there(self, person: str, act: str) -> bool | None:
        """Tell whether somebody was there for an act; None where nobody can."""
        first, last = self.arrived.get(person), self.left.get(person)
        after = first is None or self._comes(first, act)
        before = last is None or self._comes(act, last)
        if after is False or before is False:
            return False
        return True if after and before else None

    def _comes(self, first: str, then: str) -> bool | None:
        """Tell whether an act was voted before another, or is the same."""
        if first == then:
            return True
        if first not in self.order or then not in self.order:
            return None
        return self.order.index(first) <= self.order.index(then)

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

    def at(self, act: str) -> "Session":
        """Tell of the session as it was for one of its acts."""
        if self.attendance is None:
            return self
        return msgspec.structs.replace(self, attendance=self.attendance.at(act))

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
    who = attendees(world.known)
    attended = {
        said.session: _attendance(act.reference, said, who)
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
def _attendance(act: str, said: AttendanceRecorded, who: Attendees) -> Attendance:
    named = [*said.present, *said.proxies, *said.proxies.values()]
    named += [*said.arrived, *said.left]
    named += [] if said.presided_by is None else [said.presided_by]
    return Attendance(
        act,
        frozenset(map(who.meant, [*said.present, *said.arrived, *said.left])),
        tuple(
            (who.meant(giver), who.meant(holder))
            for giver, holder in said.proxies.items()
        ),
        who.meant(said.presided_by) if said.presided_by is not None else None,
        {who.meant(one): name for one in named if (name := person_name(one))},
        {who.meant(one): first for one, first in said.arrived.items()},
        {who.meant(one): last for one, last in said.left.items()},
        said.order,
    )
