"""Which communes are charged beside their EPCI, so that schools may count twice?

Conditions art. 5 (6 in the version of 2019): a member pays for the pupils of the
schools it serves. An EPCI and a commune of it that both hold the competence in a year
may both have counted the same; nobody is left out silently, and it is always said.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal

import msgspec

from projections.acts.identity import Identity, IdentityTimeline
from projections.money.prices import Line
from projections.money.tariffs import OVERLAP
from projections.money.unestablished import NotEstablished
from projections.naming.names import name_on, sort_key
from projections.periods import Period, next_day
from projections.reason import Competence, Reason
from projections.timelines.world import World


class Overlap(msgspec.Struct, frozen=True):
    """A commune and its EPCI, both charged for a competence in the same year.

    `because` are the acts by which the one, then the other, hold the competence.
    """

    member: str
    name: str
    epci: str
    epci_name: str
    competence: str
    because: tuple[str, ...]

    def reason(self, year: int) -> Reason:
        """Say that both are charged for a year."""
        return OVERLAP.of(
            None,
            competence=Competence(self.competence),
            member=self.name,
            epci=self.epci_name,
            year=str(year),
            acts=self.because,
        )


def overlaps(
    world: World, year: int, at: date, charged: Mapping[str, set[str]]
) -> tuple[Overlap, ...]:
    """List the communes charged in a year beside the EPCI they belong to that year.

    What each is charged for is given: the competences, by member.
    """
    last = min(at, date(year, 12, 31))
    found = {
        (member, epci, competence)
        for member, epci in _within(world, charged, _days(year, at))
        for competence in charged[member] & charged[epci]
    }
    told = [_overlap(world, *one, last) for one in found]
    return tuple(sorted(told, key=lambda one: (sort_key(one.name), one.competence)))


def related(world: World, member: str, year: int, at: date) -> set[str]:
    """List a member, and whoever may be charged beside it, of all on record.

    They are its EPCI or its communes that year, up to the day, and who is registered
    by the same number.
    """
    days = _days(year, at)
    told = {one: _called(world, one, days) for one in world.identities}
    own, epcis = told.get(member, ({member}, set[str]()))
    return {member} | {
        one
        for one, (names, within) in told.items()
        if names & (own | epcis) or within & own
    }


def charged_for(
    lines: Iterable[Line], unknown: Iterable[NotEstablished]
) -> dict[str, set[str]]:
    """Tell for which competences each owes the year, or may: nothing is no charge."""
    charged: dict[str, set[str]] = {}
    owed = [line for line in lines if Decimal(line.amount) > 0]
    found = [(one.member, one.competence) for one in owed]
    found += [(one.member, one.competence) for one in unknown]
    for member, competence in found:
        charged.setdefault(member, set()).add(competence)
    return charged


def _within(
    world: World, charged: Mapping[str, set[str]], year: Period
) -> Iterator[tuple[str, str]]:
    """Give charged communes with their EPCI, if charged; named by its id or SIREN."""
    timelines = {
        one: world.identities[one] for one in charged if one in world.identities
    }
    by_siren = {
        identity.siren: institution
        for institution, timeline in timelines.items()
        for identity in _in(timeline, year)
        if identity.siren
    }
    for commune, timeline in timelines.items():
        for identity in _in(timeline, year):
            named = identity.epci or ""
            epci = named if named in timelines else by_siren.get(named)
            if epci is not None and epci != commune:
                yield commune, epci


def _called(world: World, one: str, year: Period) -> tuple[set[str], set[str]]:
    """Tell by which id and SIRENs one is named in a year, and by which its EPCI."""
    known = _in(world.identities[one], year)
    names = {one, *(each.siren for each in known if each.siren)}
    return names, {each.epci for each in known if each.epci}


def _days(year: int, at: date) -> Period:
    return Period(date(year, 1, 1), next_day(min(at, date(year, 12, 31))))


def _in(timeline: IdentityTimeline, year: Period) -> list[Identity]:
    """List what an institution was registered as in a year, up to the day asked."""
    return [one.identity for one in timeline.times() if one.period.overlap(year)]


def _overlap(
    world: World, member: str, epci: str, competence: str, last: date
) -> Overlap:
    acts: list[str] = []
    for holder in (member, epci):
        tenures = world.facts.competences.about(holder, competence)
        begun = [tenure for tenure in tenures if tenure.from_ <= last]
        acts += begun[-1].opened if begun else ()
    return Overlap(
        member,
        name_on(world, member, last),
        epci,
        name_on(world, epci, last),
        competence,
        tuple(dict.fromkeys(acts)),
    )
