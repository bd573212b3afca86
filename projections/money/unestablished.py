"""Which competences may a member hold in a year, though nobody can tell?

What waits with something missing may have begun: then it cannot be said that nothing is
owed. What was refused, suspended or ended, or can only begin later, is no doubt.
"""

from collections.abc import Iterator
from datetime import date

import msgspec

from projections.members.proceedings import Proceeding, Side
from projections.missing import Missing
from projections.money.counted import chosen_by, services_of
from projections.money.heirs import succeeded_in
from projections.money.in_year import law_day
from projections.money.tariffs import Voted, tariff_of
from projections.naming.names import name_on
from projections.periods import Period, year_up_to
from projections.register.pending import Waiting, waiting_on
from projections.timelines.world import World

BEGINNINGS = ("adhesion", "transfer")
"""Procedures that let a member hold a competence."""


class NotEstablished(msgspec.Struct, frozen=True):
    """What a member owes for a competence cannot be told, and what is missing.

    `amount` is that of a share nobody owes: it misses the `member` who would.
    """

    member: str
    name: str
    competence: str
    missing: tuple[Missing, ...]
    amount: str | None = None


def has_begun(year: int, at: date) -> bool:
    """Tell whether a year has begun on a day: before, nothing is owed for it."""
    return date(year, 1, 1) <= at


def not_told(
    world: World, year: int, at: date, member: str | None = None
) -> list[NotEstablished]:
    """List what one, or whoever waits, may owe, and what is missing to tell."""
    last = law_day(year, at)
    facts: dict[tuple[str, str], list[Missing]] = {}
    for one in waiting_in(world, year, at, member):
        about = one.member, str(one.competence)
        facts.setdefault(about, []).extend(one.missing)
    return [
        NotEstablished(
            who, name_on(world, who, last), competence, tuple(dict.fromkeys(missing))
        )
        for (who, competence), missing in facts.items()
    ]


def waiting_in(
    world: World, year: int, at: date, member: str | None = None
) -> list[Waiting]:
    """List what waits and may have let one, or anybody, owe for a year, up to a day."""
    if not has_begun(year, at):
        return []
    last = law_day(year, at)
    return [
        one
        for one in waiting_on(world, last, member)
        if one.procedure in BEGINNINGS
        and one.missing
        and not succeeded_in(world, one.member, year, at)
        and one.unheard is None
        and not _was_answered(world, one)
        and _may_have_begun(world, one.proceeding, last, at)
        and _would_owe(world, one, year, at)
    ]


# ------------------------------------------------------------------- may it have begun
def _may_have_begun(world: World, found: Proceeding, last: date, at: date) -> bool:
    """Tell whether nothing known puts its beginning after the last day asked about."""
    if len(found.sides) == 1 and found.lapsed_on is not None and found.lapsed_on <= at:
        return False  # it was refused, or never answered
    known = (day for side in found.sides for day in _not_before(world, side))
    return all(day <= last for day in known)


def _was_answered(world: World, one: Waiting) -> bool:
    """Tell whether it was answered, by what is since as if it had never been.

    A court or its author took the answer away: that it began is then no doubt.
    """
    found = one.proceeding
    return len(found.sides) == 1 and any(
        found.sides[0] in each.sides
        and each.competence == found.competence
        and len(each.sides) > 1
        for each in world.as_adopted.proceedings_of.get(found.member, ())
    )


def _not_before(world: World, side: Side) -> Iterator[date]:
    """Give the days before which what a body said cannot have taken effect."""
    said = world.known.acts[side.act].registered
    days = [side.effect, side.executory.on]
    if side.executory.on is None:
        days += [side.adopted_on, said.sent_on or said.received_on]
    return (day for day in days if day is not None)


# ------------------------------------------------------------------- would it owe
def _would_owe(world: World, one: Waiting, year: int, at: date) -> bool:
    """Tell whether holding a competence as well would change what a member owes."""
    competence = str(one.competence)
    last = law_day(year, at)
    shares = world.statutes.rules_on(last).shares or {}
    if competence in shares:
        is_named = one.member in shares[competence]
        return is_named and one.member not in world.membership.unnamed
    voted = tariff_of(world, competence, year, at)
    if voted is None:
        return True
    days = year_up_to(year, at)
    if days is not None and _held(world, one.member, competence, days):
        return voted.tariff.prorata != "none"
    return _is_priced(world, one.member, voted, year, at)


def _held(world: World, member: str, competence: str, days: Period) -> bool:
    """Tell whether a member held a competence anyway, on one of some days."""
    held = world.facts.competences.about(member, competence)
    return any(tenure.period.overlap(days) for tenure in held)


def _is_priced(world: World, member: str, voted: Voted, year: int, at: date) -> bool:
    """Tell whether a tariff asks anything of a member that holds its competence."""
    is_due = any(
        line.unit in {"pupil", "joining"}
        and (not line.optional or chosen_by(world, member, line.code, year, at))
        for line in voted.tariff.lines
    )
    return is_due or bool(services_of(world, member, year, at))
