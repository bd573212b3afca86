"""Until when must an empty seat be filled? Statutes art. 8.1: within a month.

A representative's seat has no such deadline. The month is not franc, and its last day
is not moved.
"""

from collections.abc import Iterator
from datetime import date

import msgspec

from projections.deadlines.deadline import Deadline, Limit
from projections.periods import Period
from projections.reason import because
from projections.seats.mandates import Vacancy
from projections.timelines.world import World


def deadlines_of_seats(world: World, at: date) -> Iterator[Deadline]:
    """List the vacancies begun by a day, those of a member since one day as one."""
    found: dict[tuple[str, Period], list[Vacancy]] = {}
    for vacancy in world.facts.missing_delegates:
        if vacancy.period.from_ <= at:
            key = (vacancy.member, _seen_from(vacancy.period, at))
            found.setdefault(key, []).append(vacancy)
    for (_member, period), vacancies in found.items():
        yield _deadline(world, at, period, vacancies)


def _seen_from(period: Period, at: date) -> Period:
    """Leave out an end that has not come: nobody knows that day who will be seated."""
    return period if not period.holds_on(at) else Period(period.from_)


def _deadline(
    world: World, at: date, period: Period, vacancies: list[Vacancy]
) -> Deadline:
    member = vacancies[0].member
    fill_by = world.statutes.fill_by(period.from_)
    emptied_by = because(reason for one in vacancies for reason in one.emptied)
    limit = Limit(
        kind="vacancy",
        by="vacancy",
        because=emptied_by,
        starts=period.from_,
        last_day=fill_by,
        missing=() if fill_by else world.lacks_statutes(period.from_),
    )
    is_settled = period.until is not None
    until = f":{period.until}" if is_settled else ""
    found = limit.deadline(
        world,
        at,
        member=member,
        id_=f"vacancy:{member}:{period.from_}{until}",
        is_settled=is_settled,
    )
    return msgspec.structs.replace(found, seats=len(vacancies))
