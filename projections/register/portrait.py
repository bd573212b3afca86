"""What is known of one institution: who it is, since when, for what, by whom?"""

from datetime import date

import msgspec

from ledger.errors import UnknownNameError
from ledger.language import N_
from ledger.names import slug
from ledger.spellings import nearest_institutions
from projections.members.stays import Stay
from projections.naming.names import name_on
from projections.periods import Period
from projections.register.answers import Pending
from projections.register.pending import awaited_on, shown
from projections.timelines.world import World

OFFERED = 5
"""So many institutions are offered for a name that is none."""


class UnknownInstitutionError(UnknownNameError):
    """No institution has that id; the nearest are offered, none is chosen."""

    sentence = N_("«{name}» is no institution the ledger knows. Known: {known}")
    nothing_near = N_("«{name}» is no institution the ledger knows. Nothing is like it")


class Identifiers(msgspec.Struct, frozen=True):
    """The numbers and the population of an institution, from a day on."""

    from_: date | None = msgspec.field(name="from")
    until: date | None
    name: str
    kind: str
    insee: str | None
    siren: str | None
    siret: str | None
    population: int | None
    epci: str | None


class Membership(msgspec.Struct, frozen=True):
    """One time as a member."""

    from_: date = msgspec.field(name="from")
    until: date | None
    because: tuple[str, ...]


class Transfer(msgspec.Struct, frozen=True):
    """One time a competence was transferred."""

    competence: str
    from_: date = msgspec.field(name="from")
    until: date | None
    because: tuple[str, ...]


class Delegate(msgspec.Struct, frozen=True):
    """One delegate's mandate."""

    person: str
    name: str
    from_: date = msgspec.field(name="from")
    until: date | None
    because: tuple[str, ...]


class Portrait(msgspec.Struct, frozen=True):
    """Everything about one institution; name and kind are those of the day.

    `during` is the time asked about, None if all. `associate` are its times as an
    associate, which is no member (art. 7).
    """

    member: str
    name: str
    kind: str | None
    department: str | None
    known_at: str
    identifiers: tuple[Identifiers, ...]
    membership: tuple[Membership, ...]
    transfers: tuple[Transfer, ...]
    associate: tuple[Membership, ...]
    delegates: tuple[Delegate, ...]
    pending: tuple[Pending, ...]
    at: date
    during: Period | None


def institution_named(world: World, name: str) -> str:
    """Find an institution by its id, or by a name it bore and no other did.

    Raises:
        UnknownInstitutionError: there is none, or there are several.
    """
    written = slug(name)
    if written in world.names:
        return written
    by_name: dict[str, dict[str, None]] = {}
    for member, timeline in world.names.items():
        for identity in timeline.identities:
            by_name.setdefault(slug(identity.name), {})[member] = None
    if len(named := by_name.get(written, {})) == 1:
        return next(iter(named))
    known = [*world.names, *by_name]
    near = nearest_institutions(name, known, most=2 * OFFERED)
    offered = dict.fromkeys(
        member for one in near for member in by_name.get(one, {one: None})
    )
    shown = [*offered][: max(OFFERED, len(named))] or sorted(world.names)
    raise UnknownInstitutionError(name=name, known=shown)


def portrait(world: World, member: str, during: Period | None, at: date) -> Portrait:
    """Tell all about an institution; with a time, what overlaps it."""
    identity = world.names[member].on(at)
    held = world.holdings_of.get(member, ())
    times = [stay for stay in held if _overlaps(stay, during)]
    return Portrait(
        member=member,
        name=name_on(world, member, at),
        kind=identity.kind,
        department=identity.department,
        known_at=world.known_at,
        identifiers=_identifiers(world, member),
        membership=tuple(
            Membership(stay.since, stay.until, stay.because)
            for stay in times
            if stay.competence is None
        ),
        transfers=tuple(
            Transfer(stay.competence, stay.since, stay.until, stay.because)
            for stay in times
            if stay.competence is not None
        ),
        associate=tuple(
            Membership(stay.since, stay.until, stay.because)
            for stay in world.associates.of(member)
            if _overlaps(stay, during)
        ),
        delegates=_delegates(world, member, during),
        pending=tuple(shown(world, one, at) for one in awaited_on(world, at, member)),
        at=at,
        during=during,
    )


def _overlaps(stay: Stay, during: Period | None) -> bool:
    return during is None or stay.period.overlap(during) is not None


def _identifiers(world: World, member: str) -> tuple[Identifiers, ...]:
    """List what was said of an institution, each for the time it held."""
    timeline = world.names[member]
    untils = [*timeline.days[1:], None]
    found: list[Identifiers] = []
    for day, until, identity in zip(
        timeline.days, untils, timeline.identities, strict=True
    ):
        if day == until:
            continue
        from_ = None if day == date.min else day
        one = Identifiers(
            from_,
            until,
            *(identity.name, identity.kind, identity.insee, identity.siren),
            *(identity.siret, identity.population, identity.epci),
        )
        same = (
            found
            and msgspec.structs.replace(
                one, from_=found[-1].from_, until=found[-1].until
            )
            == found[-1]
        )
        if same:
            found[-1] = msgspec.structs.replace(found[-1], until=until)
        else:
            found.append(one)
    return tuple(found)


def _delegates(
    world: World, member: str, during: Period | None
) -> tuple[Delegate, ...]:
    mandates = [
        mandate
        for mandate in world.delegates.mandates
        if mandate.member == member
        and (during is None or mandate.period.overlap(during) is not None)
    ]
    return tuple(
        Delegate(
            mandate.person,
            world.persons.get(mandate.person, mandate.person),
            mandate.period.from_,
            mandate.period.until,
            mandate.because,
        )
        for mandate in sorted(mandates, key=lambda one: (one.period.from_, one.person))
    )
