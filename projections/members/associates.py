"""Who is associated with the syndicate, without being a member or voting (art. 7)?

An association runs from the committee's act being executory until the act by which it
ends is; the dissolution ends all. The heir of merged associates is associated. Who is
a member sits as one: its association rests meanwhile.
"""

from collections.abc import Iterable, Iterator
from datetime import date

import msgspec

from ledger.clauses import Clause
from ledger.events.membership import AssociateAdmitted, AssociateLeft
from ledger.language import N_
from projections.acts.act_state import RecordAsOf
from projections.acts.executory import Executory
from projections.members.membership import Membership, of_one, ordered
from projections.members.tenures import (
    AgreementInVain,
    Change,
    Origin,
    Tenure,
    tenures_from,
)
from projections.periods import without
from projections.reason import Institution, Reason, Rule

DECIDES: tuple[Clause, ...] = ("associates",)

ADMITTED = Rule(
    "associate.admitted",
    N_(
        "{member} was admitted as an associate by {acts}, from {since} on: it attends, "
        "may be invited to speak, and takes no part in the vote."
    ),
    "associates",
)
NO_LONGER = Rule(
    "associate.left",
    N_("The association of {member} ended on {until}, by {acts}."),
    "associates",
)

ADMISSION = Rule(
    "associate.admission", N_("{act} admits {member} as an associate."), "associates"
)

DEPARTURE = Rule(
    "associate.departure", N_("{act} ends the association of {member}."), "associates"
)


_ABOUT_BOTH = {"merger", "end"}
"""What is about members and associates alike."""


class Associates(msgspec.Struct, frozen=True):
    """All times of association; none of them is a membership.

    `in_vain` is what was decided and made no association begin, pass on or end.
    """

    tenures: tuple[Tenure, ...] = ()
    in_vain: tuple[AgreementInVain, ...] = ()


def associates(known: RecordAsOf, executory: dict[str, Executory]) -> Associates:
    """Fold the admissions and departures of associates into times."""
    folded = tenures_from(_changes(known, executory))
    return Associates(folded.tenures, folded.in_vain)


def association(tenure: Tenure, at: date) -> Iterator[Reason]:
    """Say by which acts an association began, and ended by a day."""
    member, until = Institution(tenure.member, at), tenure.until
    yield ADMITTED.of(
        tenure.from_, member=member, acts=tenure.opened, since=tenure.since
    )
    if until is not None and until <= at:
        yield NO_LONGER.of(until, member=member, acts=tenure.closed, until=until)


def beside_members(found: Associates, membership: Membership) -> Associates:
    """Leave out of each association the time the institution is a member."""
    member_times: dict[str, list[Tenure]] = {}
    for tenure in membership.tenures:
        if tenure.competence is None:
            member_times.setdefault(tenure.member, []).append(tenure)
    return Associates(
        tuple(
            part
            for tenure in found.tenures
            for part in _left_beside(tenure, member_times.get(tenure.member, ()))
        ),
        found.in_vain,
    )


def came_to_nothing(membership: Membership, found: Associates) -> list[AgreementInVain]:
    """List what made nothing begin or end, neither a membership nor an association.

    A merger, or an institution's end, is about both: it is in vain where it passes on
    or ends neither.
    """
    beside = {one for one in found.in_vain if one.cause.procedure in _ABOUT_BOTH}
    return [
        *(
            one
            for one in membership.in_vain
            if one.cause.procedure not in _ABOUT_BOTH or one in beside
        ),
        *(one for one in found.in_vain if one not in beside),
    ]


def _changes(known: RecordAsOf, executory: dict[str, Executory]) -> Iterator[Change]:
    for act in known.acts.values():
        in_force = executory[act.reference]
        day = in_force.on
        presumed = (act.reference,) if in_force.presumed else ()
        for taken in act.decisions:
            match taken.decision:
                case AssociateAdmitted(institution=one) if day is not None:
                    cause = of_one("association", act, taken, presumed=presumed)
                    yield Change(day, cause, (str(one.id),), begins=True)
                case AssociateLeft(member=member) if day is not None:
                    cause = of_one("association-end", act, taken, presumed=presumed)
                    yield Change(day, cause, (member,))
                case _:
                    yield from ordered(act, taken)


def _left_beside(tenure: Tenure, memberships: Iterable[Tenure]) -> Iterator[Tenure]:
    """Cut the time as a member out; the acts that began and ended it are the seams."""
    opened = {one.until: one.ended for one in memberships}
    closed = {one.from_: one.origin.causes for one in memberships}
    for part in without(tenure.period, [one.period for one in memberships]):
        if part == tenure.period:
            yield tenure
            continue
        is_late = part.from_ > tenure.period.from_
        is_cut = part.until != tenure.period.until
        origin = tenure.origin
        if is_late:
            causes = (*origin.causes, *opened.get(part.from_, ()))
            origin = Origin(part.from_, causes)
        yield msgspec.structs.replace(
            tenure,
            period=part,
            origin=origin,
            ended=closed.get(part.until or date.max, ()) if is_cut else tenure.ended,
            earlier=() if is_late else tenure.earlier,
        )
