"""What would a member owe for a year, and what is missing before it can be called?"""

from collections.abc import Iterator
from datetime import date
from typing import Literal

import msgspec

from projections.members.tenures import Tenure
from projections.missing import Missing
from projections.money.calls import Call
from projections.money.contributions import Contributions, Total, holders
from projections.money.counted import pupils_of
from projections.money.heirs import succeeded_in
from projections.money.in_year import law_day
from projections.money.missing_sources import Sought, sought
from projections.money.tariffs import tariff_of
from projections.money.unestablished import BEGINNINGS, waiting_in
from projections.naming.names import name_on
from projections.periods import day_before
from projections.register.pending import Waiting, waiting_on
from projections.timelines.world import World

Status = Literal["ready", "missing", "called", "nothing"]


class Planned(msgspec.Struct, frozen=True, kw_only=True):
    """A member in the plan: what it would owe, was called, and what is missing.

    `begins` is the day its first competence of the year begins, where that is still to
    come; `pending` tells that no such day is established. `ends` is the last day it
    holds one, where that is in the year. `nothing`: no amount falls to it.
    """

    member: str
    name: str
    status: Status
    competences: tuple[str, ...]
    begins: date | None
    ends: date | None
    pending: bool
    due: str | None
    called: str
    to_call: str | None
    missing: tuple[Sought, ...]
    because: tuple[str, ...]


class Asked(msgspec.Struct, frozen=True):
    """The year asked about, the day it is asked on, the day it is seen from.

    `calls` are those ever made for the year, by member, as they stand on that day.
    """

    world: World
    year: int
    at: date
    seen_from: date
    calls: dict[str, list[Call]]

    def tenures(self, member: str) -> list[Tenure]:
        """List the times a member holds a competence in the year, as far as known."""
        first, last = date(self.year, 1, 1), date(self.year, 12, 31)
        return [
            tenure
            for tenure in self.world.facts.competences.about(member)
            if tenure.from_ <= last and (tenure.until is None or tenure.until > first)
        ]


# ------------------------------------------------------------------- who holds
def held_in_plan(
    asked: Asked, expected: Contributions, only: str | None
) -> Iterator[Planned]:
    """Plan who holds a competence in the year, and whoever has an account of it."""
    world, year = asked.world, asked.year
    totals = {total.member: total for total in expected.totals}
    found = dict.fromkeys(
        one
        for one, competence in holders(world, year, asked.seen_from)
        if not succeeded_in(world, one, year, asked.seen_from, competence)
    )
    for one in found | dict.fromkeys(totals):
        if only in {None, one}:
            yield _planned(asked, expected, one, totals.get(one))


def _planned(
    asked: Asked, expected: Contributions, member: str, total: Total | None
) -> Planned:
    world, tenures = asked.world, asked.tenures(member)
    calls = asked.calls.get(member, ())
    made = [one for one in calls if one.stands or one.is_suspended]
    missing = [
        sought(world, fact, member, one.competence, asked.at)
        for one in expected.not_established
        if one.member == member
        for fact in one.missing
    ]
    missing += [
        sought(world, Missing(one.reference, "available_on"), member, None, asked.at)
        for one in made
        if one.said.available_on is None and one.said.amount > 0
    ]
    lines = [line for line in expected.lines if line.member == member]
    acts = [act for line in lines for act in line.because]
    acts += [act for tenure in tenures for act in tenure.because]
    ends = [tenure.until for tenure in tenures]
    last = None if None in ends else max((one for one in ends if one), default=None)
    begins = min((tenure.from_ for tenure in tenures), default=None)
    return Planned(
        member=member,
        name=name_on(world, member, asked.seen_from),
        status=_status(is_called=bool(made), is_owing=bool(lines), missing=missing),
        competences=tuple(dict.fromkeys(str(tenure.competence) for tenure in tenures)),
        begins=begins if begins is not None and begins > asked.at else None,
        ends=day_before(last) if last and last <= asked.seen_from else None,
        pending=False,
        due=total.due if total else "0.00",
        called=total.called if total else "0.00",
        to_call=total.regularisation if total else "0.00",
        missing=tuple(missing),
        because=tuple(dict.fromkeys([*acts, *(one.reference for one in made)])),
    )


def _status(*, is_called: bool, is_owing: bool, missing: list[Sought]) -> Status:
    if is_called:
        return "called"
    if missing:
        return "missing"
    return "ready" if is_owing else "nothing"


# ------------------------------------------------------------------- who waits
def waiting_in_plan(asked: Asked, only: str | None) -> Iterator[Planned]:
    """Plan who waits to hold a competence: each that is waited for, by itself.

    Of a year gone by, only what may have begun in it.
    """
    day = law_day(asked.year, asked.at)
    is_over = asked.at > date(asked.year, 12, 31)
    found = (
        waiting_in(asked.world, asked.year, asked.at, only)
        if is_over
        else waiting_on(asked.world, day, only)
    )
    for one in found:
        if one.procedure in BEGINNINGS and one.competence is not None and one.missing:
            yield _waiting(asked, one, day)


def _waiting(asked: Asked, one: Waiting, day: date) -> Planned:
    world, competence = asked.world, str(one.competence)
    facts = [*one.missing, *_uncounted(asked, one.member, competence)]
    missing = [
        sought(world, fact, one.member, competence, asked.at)
        for fact in dict.fromkeys(facts)
    ]
    return Planned(
        member=one.member,
        name=name_on(world, one.member, day),
        status="missing",
        competences=(competence,),
        begins=None,
        ends=None,
        pending=True,
        due=None,
        called="0.00",
        to_call=None,
        missing=tuple(missing),
        because=tuple(dict.fromkeys(fact.act for fact in facts if fact.act)),
    )


def _uncounted(asked: Asked, member: str, competence: str) -> Iterator[Missing]:
    """Tell what a year of a member to be would miss: its tariff, or its pupils."""
    world, year, last = asked.world, asked.year, asked.seen_from
    voted = tariff_of(world, competence, year, last)
    if voted is None:
        yield Missing(None, f"tariff {year}")
        return
    school_year = voted.school_year
    has_line = any(
        one.unit == "pupil" and not one.optional for one in voted.tariff.lines
    )
    if has_line and pupils_of(world, member, school_year, year, last) is None:
        yield Missing(None, f"pupils {school_year}")
