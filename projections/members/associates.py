"""Who is associated with the syndicate, without being a member or voting (art. 7)?

An association runs from the committee's act being executory until the act by which it
ends is; the dissolution ends all. The heir of merged associates is associated. Who is
a member sits as one: its association rests meanwhile.
"""

from collections.abc import Iterable, Iterator
from datetime import date

import msgspec

from ledger.events.constitution import SyndicateDissolved
from ledger.events.membership import AssociateAdmitted, AssociateLeft, MembersMerged
from projections.acts.as_known import AsKnown
from projections.acts.executory import Executory
from projections.members.membership import Membership
from projections.members.stays import Change, Stay, stays_from
from projections.periods import Period, day_of, without


class Associates(msgspec.Struct, frozen=True):
    """All times of association; none of them is a membership."""

    stays: tuple[Stay, ...] = ()

    def on(self, day: date) -> list[Stay]:
        """List who is associated on a day."""
        return self.during(day_of(day))

    def during(self, asked: Period) -> list[Stay]:
        """List the associations that overlap a time."""
        return [stay for stay in self.stays if stay.period.overlap(asked) is not None]

    def of(self, member: str) -> list[Stay]:
        """List the times one institution is associated."""
        return [stay for stay in self.stays if stay.member == member]


def associates(known: AsKnown, executory: dict[str, Executory]) -> Associates:
    """Fold the admissions and departures of associates into times."""
    return Associates(stays_from(_changes(known, executory)))


def beside_members(found: Associates, membership: Membership) -> Associates:
    """Leave out of each association the time the institution is a member."""
    member_times: dict[str, list[Stay]] = {}
    for stay in membership.stays:
        if stay.competence is None:
            member_times.setdefault(stay.member, []).append(stay)
    return Associates(
        tuple(
            part
            for stay in found.stays
            for part in _left_beside(stay, member_times.get(stay.member, ()))
        )
    )


def _changes(known: AsKnown, executory: dict[str, Executory]) -> Iterator[Change]:
    for act in known.acts.values():
        because = (act.reference,)
        in_force = executory[act.reference]
        day = in_force.on
        presumed = because if in_force.presumed else ()
        for taken in act.decisions:
            place = taken.position
            match taken.decision:
                case AssociateAdmitted(institution=one) if day is not None:
                    named = (str(one.id),)
                    yield Change(
                        day, place, because, named, begins=True, presumed=presumed
                    )
                case AssociateLeft(member=member) if day is not None:
                    yield Change(day, place, because, (member,), presumed=presumed)
                case MembersMerged(members=members, into=into, from_=from_):
                    yield Change(from_, place, because, members, heir=str(into.id))
                case SyndicateDissolved(on=on):
                    yield Change(on, place, because)
                case _:
                    pass


def _left_beside(stay: Stay, memberships: Iterable[Stay]) -> Iterator[Stay]:
    """Cut the time as a member out; the acts that began and ended it are the seams."""
    opened = {one.until: one.closed for one in memberships}
    closed = {one.from_: one.opened for one in memberships}
    for part in without(stay.period, [one.period for one in memberships]):
        if part == stay.period:
            yield stay
            continue
        is_late = part.from_ > stay.period.from_
        is_cut = part.until != stay.period.until
        face = stay.face
        if is_late:
            acts = (*face.opened, *opened.get(part.from_, ()))
            face = msgspec.structs.replace(face, since=part.from_, opened=acts)
        yield msgspec.structs.replace(
            stay,
            period=part,
            face=face,
            closed=closed.get(part.until or date.max, ()) if is_cut else stay.closed,
            closed_presumed=() if is_cut else stay.closed_presumed,
            earlier=() if is_late else stay.earlier,
        )
