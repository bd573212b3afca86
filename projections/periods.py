"""Times `[from, until)`: points in them, overlaps, months added."""

from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date

import msgspec


class Period(msgspec.Struct, frozen=True):
    """A time from a day on; `until` is the first day no longer, None if open."""

    from_: date = msgspec.field(name="from")
    until: date | None = None

    def holds_on(self, day: date) -> bool:
        """Tell whether the day is within."""
        return self.from_ <= day and (self.until is None or day < self.until)

    def overlap(self, other: "Period") -> "Period | None":
        """Tell what two times have in common; None where that is not one day."""
        start = max(self.from_, other.from_)
        end = earliest(self.until, other.until)
        return Period(start, end) if end is None or start < end else None


def without(whole: Period, parts: Iterable[Period]) -> list[Period]:
    """Tell what is left of a time when others are taken out of it.

    >>> [str(one.from_) for one in without(Period(date(2021, 1, 1)), [])]
    ['2021-01-01']
    """
    left = [whole]
    for part in parts:
        left = [piece for one in left for piece in _cut_out(one, part)]
    return left


def _cut_out(whole: Period, part: Period) -> Iterator[Period]:
    if whole.overlap(part) is None:
        yield whole
        return
    if whole.from_ < part.from_:
        yield Period(whole.from_, part.from_)
    if part.until is not None and (whole.until is None or part.until < whole.until):
        yield Period(part.until, whole.until)


def joined_times(periods: Iterable[Period]) -> list[Period]:
    """Join times of which one begins when the other ends."""
    joined: list[Period] = []
    for period in periods:
        if joined and joined[-1].until == period.from_:
            joined[-1] = Period(joined[-1].from_, period.until)
        else:
            joined.append(period)
    return joined


def next_day(day: date) -> date:
    """Tell the day after."""
    return date.fromordinal(day.toordinal() + 1)


def day_before(day: date) -> date:
    """Tell the day before."""
    return date.fromordinal(day.toordinal() - 1)


def day_of(day: date) -> Period:
    """Make a time of one day."""
    return Period(day, next_day(day))


def year_up_to(year: int, day: date) -> Period | None:
    """Give the days of a year up to a day; None where it had not begun.

    >>> year_up_to(2021, date(2020, 12, 31)) is None
    True
    """
    whole = Period(date(year, 1, 1), date(year + 1, 1, 1))
    return whole.overlap(Period(date.min, next_day(day)))


def last_day(period: Period) -> date:
    """Tell the last day of a time; of an open one, the last of the calendar."""
    return day_before(period.until) if period.until is not None else date.max


def earliest(*days: date | None) -> date | None:
    """Tell the earliest of some days, of which None is never."""
    return min(known(*days), default=None)


def known(*days: date | None) -> Iterator[date]:
    """Leave out of some days those that are not known, or never come."""
    return (day for day in days if day is not None)


def months_later(day: date, months: int) -> date:
    """Add months; a day the month has not becomes its last.

    >>> months_later(date(2021, 1, 31), 1).isoformat()
    '2021-02-28'
    """
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
