"""A day as a sentence says it: 3 April 2025, 1er avril 2025."""

from datetime import date

from ledger.language import N_, spoken
from ledger.language import translate as _

MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)


def in_words(day: date) -> str:
    """Write a day with its month in words, in the language spoken now.

    >>> in_words(date(2025, 4, 1))
    '1 April 2025'
    """
    number = "1er" if day.day == 1 and spoken() == "fr" else str(day.day)
    return f"{number} {_(MONTHS[day.month - 1])} {day.year}"
