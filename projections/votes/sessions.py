"""Which sessions were there: called when, attended by whom, with which quorum?

Statutes art. 8.3; specification section 8.
"""

from collections.abc import Collection
from datetime import date
from fractions import Fraction

import msgspec

from ledger.events.committee import AttendanceRecorded, SessionConvened
from ledger.institutions import person_id, person_name
from ledger.statutes import Rules
from projections.world import World


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

    def lawful_givers(self, each: int, holders: Collection[str]) -> frozenset[str]:
        """List whose proxies count: so many to a holder, who is there.

        `holders` are those who may hold one: the members of the body, save who leaves.
        """
        held: dict[str, int] = {}
        givers = []
        for giver, holder in self.proxies:
            held[holder] = held.get(holder, 0) + 1
            is_there = holder in self.present and holder in holders
            if is_there and held[holder] <= each:
                givers.append(giver)
        return frozenset(givers)


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
        for act, said in world.decisions.get(AttendanceRecorded, ())
        if isinstance(said, AttendanceRecorded)
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
            for act, said in world.decisions.get(SessionConvened, ())
            if isinstance(said, SessionConvened)
        }
    )


def has_quorum(
    present: Collection[str], in_office: Collection[str], quorum: str
) -> bool:
    """Tell whether enough members are present; proxies do not count (art. 8.3).

    >>> has_quorum(["a"], ["a", "b"], "1/2"), has_quorum([], ["a"], "1/2")
    (True, False)
    """
    there = len(set(present) & set(in_office))
    return there >= Fraction(quorum) * len(in_office)


def is_lawful_second_call(
    session: Session, found: Sessions, first_in_office: Collection[str], rules: Rules
) -> bool:
    """Tell whether a session needs no quorum: called anew, late enough, for want of it.

    `first_in_office` are the members in office on the day of the first.
    """
    first = found.of(session.second_call_of)
    if first is None or first.body != session.body or first.attendance is None:
        return False
    late_enough = (session.held_on - first.held_on).days >= (
        rules.second_call_days or 0
    )
    present = first.attendance.present
    return late_enough and not has_quorum(
        present, first_in_office, rules.quorum or "0/1"
    )


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
