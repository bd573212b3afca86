"""Until when must an empty seat be filled? Statutes art. 8.1: within a month.

A representative's seat has no such deadline. The month is not franc, and its last day
is not moved.
"""

from collections.abc import Iterator
from datetime import date

from ledger.clauses import plainly
from projections.articles import cite
from projections.deadlines.deadline import Deadline, Limit
from projections.missing import Missing
from projections.names import name_on
from projections.periods import Period
from projections.reason import because
from projections.seats.mandates import Vacancy
from projections.world import World


def deadlines_of_seats(world: World, at: date) -> Iterator[Deadline]:
    """List the vacancies begun by a day, those of a member since one day as one."""
    found: dict[tuple[str, Period], list[Vacancy]] = {}
    for vacancy in world.delegates.vacancies:
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
    missing = () if fill_by else (Missing(None, "statutes"),)
    limit = Limit(period.from_, fill_by, missing)
    is_settled = period.until is not None
    state = limit.state(at, is_settled=is_settled, is_duty=True)
    emptied_by = because(reason for one in vacancies for reason in one.emptied)
    until = f":{period.until}" if is_settled else ""
    return Deadline(
        kind="vacancy",
        act=emptied_by[0] if len(emptied_by) == 1 else None,
        member=member,
        starts=period.from_,
        last_day=limit.last_day,
        open=state == "open",
        state=state,
        days_left=limit.days_left(at, state),
        id=f"vacancy:{member}:{period.from_}{until}",
        name=name_on(world, member, at),
        article=plainly(cite(world, "vacancy", at)),
        because=emptied_by,
        missing=limit.missing,
        seats=len(vacancies),
    )
