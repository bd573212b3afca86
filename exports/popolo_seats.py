"""Popolo memberships and posts: who belongs to what, since when, until when."""

from datetime import date
from itertools import chain
from typing import NamedTuple

import msgspec

from exports.popolo_organizations import SYNDICATE
from ledger.names import slug
from projections.members.tenures import Tenure
from projections.naming.names import name_on
from projections.periods import day_before
from projections.seats.seats import Seat
from projections.timelines.world import World

_OFFICES = {"president": "président", "vice-president": "vice-président"}


class Part(msgspec.Struct, frozen=True):
    """The organization that is a member of another."""

    id: str
    name: str


class Membership(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A person's or an institution's time in an organization."""

    id: str
    role: str
    label: str | None = None
    member: Part | None = None
    person_id: str | None = None
    organization_id: str
    post_id: str | None = None
    on_behalf_of_id: str | None = None
    start_date: date
    end_date: date | None = None
    because: tuple[str, ...] = ()


class Post(msgspec.Struct, frozen=True):
    """A seat or an office, whoever holds it, and if nobody does."""

    id: str
    label: str
    role: str
    organization_id: str


class _Kind(NamedTuple):
    """What a post is: its body, whose it is (None: anybody's), its role."""

    body: str
    member: str | None
    role: str

    @property
    def id(self) -> str:
        return f"{self.body}/{self.member or slug(self.role)}"


def memberships(world: World) -> tuple[Membership, ...]:
    """List what each institution holds, then who sits where, in order of time."""
    facts = world.facts
    held = chain(facts.members, facts.competences)
    tenures = [_of_institution(world, tenure) for tenure in held]
    seats = [_of_person(seat) for seat in facts.seats]
    return tuple(sorted(tenures, key=_order)) + tuple(sorted(seats, key=_order))


def posts(world: World, at: date) -> tuple[Post, ...]:
    """List every seat and office that was ever held or empty."""
    kinds = {_kind(seat) for seat in world.facts.seats}
    for empty in world.facts.empty_seats:
        kinds.add(_kind_of_empty(empty.body, empty.member, empty.office))
    return tuple(
        Post(kind.id, _label(world, kind, at), kind.role, kind.body)
        for kind in sorted(kinds, key=lambda kind: kind.id)
    )


# ------------------------------------------------------------------- memberships
def _of_institution(world: World, tenure: Tenure) -> Membership:
    """Tell of a membership, or of a competence that was transferred.

    An heir's begins with the merger: the time before it is told of those it succeeds.
    """
    day = tenure.from_
    is_member = tenure.competence is None
    return Membership(
        id=f"{SYNDICATE}/{tenure.member}/{tenure.competence or 'membre'}/{day}",
        role="membre" if is_member else "compétence transférée",
        label=None if tenure.competence is None else _competence(world, tenure),
        member=Part(tenure.member, name_on(world, tenure.member, day)),
        organization_id=SYNDICATE,
        start_date=day,
        end_date=_last(tenure.until),
        because=tenure.because,
    )


def _of_person(seat: Seat) -> Membership:
    kind = _kind(seat)
    return Membership(
        id=f"{kind.id}/{seat.member}/{seat.person}/{seat.period.from_}",
        role=kind.role,
        person_id=seat.person,
        organization_id=seat.body,
        post_id=kind.id,
        on_behalf_of_id=seat.member,
        start_date=seat.period.from_,
        end_date=_last(seat.period.until),
        because=seat.because,
    )


def _last(until: date | None) -> date | None:
    return None if until is None else day_before(until)


def _order(one: Membership) -> tuple[str, date, str]:
    return one.organization_id, one.start_date, one.id


def _competence(world: World, tenure: Tenure) -> str:
    version = world.statutes.on(tenure.from_) or next(
        iter(world.statutes.versions), None
    )
    for known in (version.rules.competences if version else None) or ():
        if known.id == tenure.competence:
            return f"{known.article} {known.label}"
    return str(tenure.competence)


# ------------------------------------------------------------------- posts
def _kind(seat: Seat) -> _Kind:
    """Tell which post a seat is: an office, a member's, or one that is elected to."""
    member = None if seat.is_elected else seat.member
    return _kind_of_empty(seat.body, member, seat.office)


def _kind_of_empty(body: str, member: str | None, office: str | None) -> _Kind:
    if office is not None:
        return _Kind(body, None, _OFFICES[office])
    return _Kind(body, member, "représentant" if member is None else "délégué")


def _label(world: World, kind: _Kind, at: date) -> str:
    if kind.member is not None:
        return f"Délégué – {name_on(world, kind.member, at)}"
    return f"{kind.role.capitalize()}{' des collèges' * (kind.role == 'représentant')}"
