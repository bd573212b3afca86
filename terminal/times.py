"""Days and times as somebody types them: what they name, and what is no day at all."""

import re
from datetime import date, datetime, timedelta

from ledger.years import YEARS
from projections.periods import Period, day_of, months_later

_FRENCH_DATE = "%d/%m/%Y"


def read_period(text: str) -> Period | None:
    """Read a time; None if it is none.

    >>> read_period("2022-12")
    Period(from_=datetime.date(2022, 12, 1), until=datetime.date(2023, 1, 1))
    """
    if ".." in text:
        first, last = map(read_day, text.split("..", 1))
        if first is None or last is None or last < first:
            return None
        return Period(first, last + timedelta(days=1))
    year_and_month = re.fullmatch("([0-9]{4})(?:-([0-9]{2}))?", text)
    if year_and_month is None:
        day = read_day(text)
        return None if day is None else day_of(day)
    year, month = int(year_and_month[1]), int(year_and_month[2] or 1)
    if not (1 <= month <= 12 and year in YEARS):  # noqa: PLR2004 -- months
        return None
    start = date(year, month, 1)
    return Period(start, months_later(start, 1 if year_and_month[2] else 12))


def read_day(text: str) -> date | None:
    """Read a date of the calendar, written in either way; None if it is none."""
    found = written_day(text)
    return found if found is not None and found.year in YEARS else None


def written_day(text: str) -> date | None:
    """Read a date in either of the two ways it may be written, of whatever year."""
    try:
        if "/" in text:
            found = datetime.strptime(text, _FRENCH_DATE).date()  # noqa: DTZ007 -- a day
        elif len(text) == len("2022-06-30"):
            found = date.fromisoformat(text)
        else:
            return None
    except ValueError:
        return None
    return found


def out_of_calendar(text: str) -> str | None:
    """Tell the year or the day of a period that the calendar of ledgers has not."""
    if re.fullmatch("[0-9]{4}(-(0[1-9]|1[0-2]))?", text):
        return text if int(text[:4]) not in YEARS else None
    days = map(written_day, text.split("..", 1))
    return next((str(one) for one in days if one and one.year not in YEARS), None)
