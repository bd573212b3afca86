"""What is known of one institution: who it is, since when, for what, by whom?"""

from datetime import date
from itertools import groupby

import msgspec

from ledger.errors import UnknownNameError
from ledger.language import N_
from ledger.names import slug
from ledger.spellings import nearest_institutions
from projections.acts.identity import Registered
from projections.members.tenures import Tenure
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
    """One time as a member; `terms` are those on which it left, where on record."""

    from_: date = msgspec.field(name="from")
    until: date | None
    because: tuple[str, ...]
    terms: str | None = None


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
    if written in world.names or written in world.ever.proceedings_of:
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
    told = world.names.get(member)
    identity = told.on(at) if told is not None else None
    facts = world.facts
    return Portrait(
        member=member,
        name=name_on(world, member, at),
        kind=identity.kind if identity is not None else None,
        department=identity.department if identity is not None else None,
        known_at=world.known_at,
        identifiers=_identifiers(world, member),
        membership=tuple(
            Membership(tenure.since, tenure.until, tenure.because, _terms(tenure))
            for tenure in facts.members.about(member)
            if _overlaps(tenure.period, during)
        ),
        transfers=tuple(
            Transfer(str(tenure.competence), tenure.since, tenure.until, tenure.because)
            for tenure in facts.competences.about(member)
            if _overlaps(tenure.period, during)
        ),
        associate=tuple(
            Membership(tenure.since, tenure.until, tenure.because)
            for tenure in facts.associates.about(member)
            if _overlaps(tenure.period, during)
        ),
        delegates=_delegates(world, member, during),
        pending=tuple(shown(world, one, at) for one in awaited_on(world, at, member)),
        at=at,
        during=during,
    )


def _terms(tenure: Tenure) -> str | None:
    """Tell on which terms a member left: those its withdrawal was agreed on."""
    sides = (one.approval for cause in tenure.ended for one in cause.proceedings)
    return next((side.terms for side in sides if side and side.terms), None)


def _overlaps(period: Period, during: Period | None) -> bool:
    return during is None or period.overlap(during) is not None


def _identifiers(world: World, member: str) -> tuple[Identifiers, ...]:
    """List what was said of an institution, each for the time it held."""
    found: list[Identifiers] = []
    told = world.names.get(member)
    for said, each in groupby(told.times() if told else (), key=_shown):
        times = [one.period for one in each]
        since = times[0].from_ if times[0].from_ != date.min else None
        found.append(Identifiers(since, times[-1].until, *said))
    return tuple(found)


def _shown(
    one: Registered,
) -> tuple[str, str, str | None, str | None, str | None, int | None, str | None]:
    """Tell what is shown of an identity; the département stands above."""
    said = one.identity
    numbers = (said.insee, said.siren, said.siret, said.population, said.epci)
    return (said.name, said.kind, *numbers)


def _delegates(
    world: World, member: str, during: Period | None
) -> tuple[Delegate, ...]:
    mandates = [
        mandate
        for mandate in world.facts.delegates.about(member)
        if _overlaps(mandate.period, during)
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
