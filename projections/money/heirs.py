"""Who owes a year in whose place: the heir of merged members, an EPCI for its communes?

Specification section 6: of the year of a merger, or of a substitution for the
competence it is about, the heir alone owes, on its own head-count or the sum of theirs.
"""

from collections.abc import Iterator
from datetime import date

from ledger.events.membership import CompetenceSubstituted, MembersMerged
from projections.members.tenures import Tenure
from projections.money.in_year import law_day, standing_between
from projections.timelines.world import World


def merged_into(world: World, heir: str, year: int, at: date) -> list[str]:
    """List whose place an institution took by the end of a year, up to a day.

    They are the merged, but for who lives again, and the communes it took a competence
    over from: their head-counts stand for its own.
    """
    found = [*_merged_into(world, heir, year, at)]
    found += (one for one, _day in _substituted_by(world, heir, year, at))
    return list(dict.fromkeys(found))


def served_with(world: World, heir: str, year: int, at: date) -> list[str]:
    """List whose services and subsidies of a year are an institution's, up to a day.

    After the year of a substitution those of the communes are their own again.
    """
    found = [*_merged_into(world, heir, year, at)]
    substituted = _substituted_by(world, heir, year, at)
    found += (one for one, day in substituted if day.year == year)
    return list(dict.fromkeys(found))


def succeeded_in(
    world: World, member: str, year: int, at: date, competence: str | None = None
) -> bool:
    """Tell whether another owes a year in a member's place, up to a day.

    All of it, where the member was merged and does not live again; of a competence, as
    well where an EPCI took its place that year.
    """
    is_merged = any(
        member in merger.members and member != merger.into.id
        for merger in _mergers(world, year, at)
        if not _lives_again(world, member, merger.from_, year)
    )
    return is_merged or (
        competence is not None
        and any(
            day.year == year and day <= at
            for day in _substituted_on(world, member, competence)
        )
    )


def _merged_into(world: World, heir: str, year: int, at: date) -> Iterator[str]:
    for merger in _mergers(world, year, at):
        for member in merger.members:
            is_theirs = merger.into.id == heir != member
            if is_theirs and not _lives_again(world, member, merger.from_, year):
                yield member


def _mergers(world: World, year: int, at: date) -> list[MembersMerged]:
    return [
        merger
        for _act, merger in standing_between(
            world, MembersMerged, law_day(year, at), at
        )
        if merger.from_.year <= year and merger.from_ <= at
    ]


def _lives_again(world: World, member: str, since: date, year: int) -> bool:
    """Tell whether a merged member became one again, by the end of a year."""
    last = date(year, 12, 31)
    return any(
        since <= tenure.from_ <= last
        for tenure in world.facts.competences.about(member)
    )


def _substituted_by(
    world: World, heir: str, year: int, at: date
) -> Iterator[tuple[str, date]]:
    """Give the communes an EPCI took a competence over from, and the day."""
    told = standing_between(world, CompetenceSubstituted, law_day(year, at), at)
    for _act, said in told:
        if said.into.id != heir or said.from_.year > year or said.from_ > at:
            continue
        for member in said.members:
            if said.from_ in _substituted_on(world, member, said.competence):
                yield member, said.from_


def _substituted_on(world: World, member: str, competence: str) -> list[date]:
    """List the days on which a competence of a member passed to its EPCI."""
    return [
        tenure.until
        for tenure in world.facts.competences.about(member, competence)
        if tenure.until is not None and _is_passed(tenure)
    ]


def _is_passed(tenure: Tenure) -> bool:
    return any(cause.procedure == "substitution" for cause in tenure.ended)
