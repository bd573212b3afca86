"""An oracle for time limits, written apart: it counts days one by one.

Easter is Butcher's algorithm; the eleven holidays are those of the labour code since
2008, which are those of 1982 too.
"""

from calendar import monthrange
from datetime import date, timedelta

ONE = timedelta(days=1)


def easter(year: int) -> date:
    """Tell the day of Easter (Meeus/Jones/Butcher)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    n = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * n) // 433
    month = (h + n - 7 * m + 90) // 25
    return date(year, month, (h + n - 7 * m + 33 * month + 19) % 32)


def holidays(year: int) -> set[date]:
    """List the eleven public holidays of metropolitan France."""
    fixed = [(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)]
    moving = [easter(year) + timedelta(days=after) for after in (1, 39, 50)]
    return {*moving, *(date(year, month, day) for month, day in fixed)}


def is_off(day: date) -> bool:
    """Tell whether nobody works."""
    return day.strftime("%a") in {"Sat", "Sun"} or day in holidays(day.year)


def months_after(start: date, months: int) -> date:
    """Walk until the same day of the month has come again, or its month ends before."""
    day = start
    for _month in range(months):
        day = day.replace(day=monthrange(day.year, day.month)[1]) + ONE
    while day.day != start.day and (day + ONE).month == day.month:
        day += ONE
    return day


def franc(start: date, months: int) -> date:
    """Leave out the day after the months, counted one by one; then what is off."""
    day = months_after(start, months) + ONE
    while is_off(day):
        day += ONE
    return day


def days_after(start: date, count: int) -> date:
    """Count days one by one; then leave out what is off."""
    day = start
    for _day in range(count):
        day += ONE
    while is_off(day):
        day += ONE
    return day


def prescribed_after(available: date, paid: set[date], at: date) -> tuple[date, date]:
    """Walk from the day a call was available to `at`; a payment begins anew.

    What is walked past is over, and nothing begins it again. The day it runs from, and
    the last one.
    """
    since, day, last = available, available, months_after(available, 48)
    while day <= min(at, last):
        if day in paid and day != since:
            since, last = day, months_after(day, 48)
        day += ONE
    return since, last
