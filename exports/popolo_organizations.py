"""Popolo organizations: the syndicate, its bodies, the institutions it knows."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

import msgspec

from ledger.authorities import COMMITTEE
from ledger.events.constitution import SyndicateCreated, SyndicateDissolved
from projections.acts.identity import IdentityTimeline
from projections.periods import day_before
from projections.seats.regimes import COMMUNAL_COLLEGE
from projections.seats.seats import BUREAU
from projections.timelines.world import World

SYNDICATE = "syndicat"
"""The id of the syndicate, which adopts no act under a name of its own."""

_BODIES = {
    COMMITTEE: "Comité syndical",
    BUREAU: "Bureau",
    COMMUNAL_COLLEGE: "Collège communal",
}


class Identifier(msgspec.Struct, frozen=True):
    """A number somebody gave."""

    identifier: str
    scheme: str


class OtherName(msgspec.Struct, frozen=True, omit_defaults=True):
    """A name that was borne, will be, or is borne beside the first."""

    name: str
    start_date: date | None = None
    end_date: date | None = None
    note: str | None = None


class Organization(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A group of persons or of organizations."""

    id: str
    name: str
    classification: str
    other_names: tuple[OtherName, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    parent_id: str | None = None
    founding_date: date | None = None
    dissolution_date: date | None = None
    because: tuple[str, ...] = ()


def organizations(world: World, at: date) -> tuple[Organization, ...]:
    """List the syndicate, its bodies, then the institutions by id."""
    return (
        _syndicate(world),
        *(_body(world, body, at) for body in _ordered(world)),
        *(
            _institution(one, timeline, at)
            for one, timeline in sorted(world.identities.items())
        ),
    )


def body_name(world: World, body: str, at: date) -> str:
    """Name a body; a college of a département after it, as the statutes name it."""
    if body in _BODIES:
        return _BODIES[body]
    versions = [world.statutes.on(at), *world.statutes.versions]
    names = [
        department.name
        for version in versions
        for department in (version.rules.departments if version else None) or ()
        if department.college == body
    ]
    return f"Collège départemental ({names[0]})" if names else body


def _ordered(world: World) -> list[str]:
    """List the bodies that ever existed: the committee, the bureau, the colleges."""
    first = [COMMITTEE, BUREAU]
    existed = [name for name, body in world.bodies.by_id.items() if body.existed]
    known = [name for name in first if name in existed]
    return [*known, *sorted(set(existed) - {*first})]


def _syndicate(world: World) -> Organization:
    for act, created in world.decided(SyndicateCreated):
        ends = [one.on for _act, one in world.decided(SyndicateDissolved)]
        brand = [OtherName(created.brand, note="marque")] if created.brand else []
        return Organization(
            id=SYNDICATE,
            name=created.name,
            classification="syndicat mixte ouvert",
            other_names=tuple(brand),
            identifiers=_identifiers(SIREN=created.siren, SIRET=created.siret),
            founding_date=act.adopted_on,
            dissolution_date=ends[0] if ends else None,
            because=(act.reference,),
        )
    return Organization(
        id=SYNDICATE, name="Syndicat", classification="syndicat mixte ouvert"
    )


def _body(world: World, body: str, at: date) -> Organization:
    existed = world.bodies.by_id[body].existed
    until = existed[-1].until
    return Organization(
        id=body,
        name=body_name(world, body, at),
        classification=body.partition("-")[0],
        parent_id=SYNDICATE,
        founding_date=existed[0].from_,
        dissolution_date=None if until is None else day_before(until),
    )


def _institution(one: str, timeline: IdentityTimeline, at: date) -> Organization:
    identity = timeline.on(at)
    return Organization(
        id=one,
        name=identity.name,
        classification=identity.kind,
        other_names=tuple(_other_names(timeline, identity.name)),
        identifiers=_identifiers(
            SIREN=identity.siren, SIRET=identity.siret, INSEE=identity.insee
        ),
        because=tuple(dict.fromkeys(timeline.acts)),
    )


def _other_names(timeline: IdentityTimeline, shown: str) -> Iterator[OtherName]:
    """List the names but the one shown, each for the time it was borne."""
    for name, each in groupby(timeline.times(), key=lambda one: one.identity.name):
        times = [one.period for one in each]
        day, until = times[0].from_, times[-1].until
        if name != shown:
            since = None if day == date.min else day
            yield OtherName(name, since, None if until is None else day_before(until))


def _identifiers(**numbers: str | None) -> tuple[Identifier, ...]:
    return tuple(
        Identifier(number, scheme) for scheme, number in numbers.items() if number
    )
