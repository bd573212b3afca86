"""Who are the members on a date (annex 1), and for which competences (annex 2)?

Every line tells the acts behind it; what cannot be established stands apart, with what
is missing. The fields are those scripts rely on (specification section 13).
"""

from datetime import date

from projections.members.tenures import Tenure
from projections.naming.names import member_rank, name_on, sort_key
from projections.periods import Period, last_day
from projections.register.answers import (
    ON_ANNEX_1,
    Annex1,
    Annex2,
    Associate,
    Member,
    Transfer,
)
from projections.register.expected import (
    Expected,
    expected_associates,
    undated_founders,
    unnamed_founders,
)
from projections.register.pending import Waiting, shown, waiting_on
from projections.timelines.world import World


def annex_1(world: World, during: Period) -> Annex1:
    """List the members at a time: founders in their order, then the others by name.

    What is pending, in force, or a name, is that of the last day.
    """
    at = last_day(during)
    in_force = world.statutes.on(at)
    tenures = sorted(
        (tenure.seen_in(during) for tenure in world.facts.members.during(during)),
        key=lambda tenure: member_rank(world, tenure.member, at),
    )
    waiting: list[Waiting | Expected] = [
        *undated_founders(world),
        *(one for one in waiting_on(world, at) if one.procedure in ON_ANNEX_1),
        *expected_associates(world, at),
    ]
    return Annex1(
        annex=1,
        at=at,
        from_=during.from_,
        until=during.until,
        known_at=world.known_at,
        statutes=in_force.version if in_force else None,
        members=tuple(member_line(world, tenure, at) for tenure in tenures),
        associates=associates_during(world, during),
        pending=tuple(shown(world, one, at) for one in waiting),
    )


def associates_during(world: World, during: Period) -> tuple[Associate, ...]:
    """List who attends without voting at a time, by name (art. 7)."""
    at = last_day(during)
    tenures = sorted(
        world.facts.associates.during(during),
        key=lambda tenure: associate_rank(world, tenure, at),
    )
    return tuple(associate_line(world, tenure, at) for tenure in tenures)


def annex_2(world: World, during: Period) -> Annex2:
    """List who transferred which competence at a time, in the order of annex 1."""
    at = last_day(during)
    tenures = sorted(
        (tenure.seen_in(during) for tenure in world.facts.competences.during(during)),
        key=lambda tenure: transfer_rank(world, tenure, at),
    )
    waiting: list[Waiting | Expected] = [
        *unnamed_founders(world, at),
        *waiting_on(world, at),
    ]
    return Annex2(
        annex=2,
        at=at,
        from_=during.from_,
        until=during.until,
        known_at=world.known_at,
        transfers=tuple(transfer_line(world, tenure, at) for tenure in tenures),
        pending=tuple(shown(world, one, at) for one in waiting),
    )


# ------------------------------------------------------------------- lines
def member_line(world: World, tenure: Tenure, at: date) -> Member:
    """Write the line of a membership, as seen on a day."""
    identity = world.identity_on(tenure.member, at)
    return Member(
        member=tenure.member,
        name=name_on(world, tenure.member, at),
        kind=identity.kind if identity else None,
        department=identity.department if identity else None,
        siren=identity.siren if identity else None,
        since=tenure.since,
        until=tenure.until,
        because=tenure.because,
        presumed=tenure.presumed,
    )


def associate_line(world: World, tenure: Tenure, at: date) -> Associate:
    """Write the line of an association."""
    identity = world.identity_on(tenure.member, at)
    return Associate(
        member=tenure.member,
        name=name_on(world, tenure.member, at),
        kind=identity.kind if identity else None,
        since=tenure.since,
        until=tenure.until,
        because=tenure.because,
        presumed=tenure.presumed,
    )


def transfer_line(world: World, tenure: Tenure, at: date) -> Transfer:
    """Write the line of a competence held, as seen on a day."""
    return Transfer(
        member=tenure.member,
        name=name_on(world, tenure.member, at),
        competence=str(tenure.competence),
        since=tenure.since,
        until=tenure.until,
        because=tenure.because,
        presumed=tenure.presumed,
    )


def associate_rank(world: World, tenure: Tenure, at: date) -> tuple[str, date]:
    """Order associates by name."""
    return sort_key(name_on(world, tenure.member, at)), tenure.from_


def transfer_rank(world: World, tenure: Tenure, at: date) -> tuple[int, str, str, date]:
    """Order competences held as annex 1 orders who holds them."""
    rank, name = member_rank(world, tenure.member, at)
    return rank, name, tenure.competence or "", tenure.from_
