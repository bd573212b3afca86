"""Which days are worked in France: neither weekend nor public holiday?

The public holidays are those of metropolitan France (labour code, L.3133-1), as each
year had them, told by the `holidays` library. It is met here only, and loaded when a
day is first asked about.
"""

from collections.abc import Container
from datetime import date, timedelta
from functools import cache

_SATURDAY = 5
_LAST_YEAR = 3000
"""A time limit that starts in 2999, the last year of the ledger, may end in it."""


def is_worked(day: date) -> bool:
    """Tell whether a day is neither Saturday, Sunday nor public holiday."""
    return day.weekday() < _SATURDAY and day not in _public_holidays()


def first_worked(day: date) -> date:
    """Tell the first day worked, from a day on.

    >>> first_worked(date(2024, 5, 8)).isoformat()
    '2024-05-10'
    """
    while not is_worked(day):
        day += timedelta(days=1)
    return day


@cache
def _public_holidays() -> Container[date]:
    from holidays.countries.france import France  # noqa: PLC0415 -- heavy

    class Metropolitan(France):
        """The rules of today, beyond the year 2100 where the library stops."""

        end_year = _LAST_YEAR

    return Metropolitan()  # type: ignore[no-untyped-call]
