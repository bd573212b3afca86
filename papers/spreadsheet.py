"""What a spreadsheet can hold: the names of sheets, the values of cells, texts."""

import re
from datetime import date
from decimal import Decimal
from math import ceil
from textwrap import wrap

import msgspec

from papers import french
from papers.cell import Cell, Euros, Price
from papers.plain import in_lines, one_line

DAY = "dd/mm/yyyy"
EUROS = "#,##0.00\\ [$€-40C]"

_LONGEST_NAME = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_RESERVED = frozenset({"history", "historique"})
_NAMELESS = "Tableau"

_FULL = 0.9
"""How much of a column's width texts may take up: fonts differ between machines."""

_LONGEST_TEXT = 32_767
_DIGITS = 15
_FIRST_DAY = date(1900, 3, 1)
"""Spreadsheets count a 29 February 1900, which never was: earlier days are texts."""


class Value(msgspec.Struct, frozen=True):
    """What a cell holds, and the format it is shown in; a text needs none."""

    value: str | int | float | date
    form: str | None = None


def value_of(cell: Cell) -> Value | None:
    r"""Turn a cell into what a spreadsheet holds without losing any of it.

    A number with more digits than a spreadsheet keeps is written as a text.

    >>> value_of(Price(Decimal("0.605")))
    Value(value=0.605, form='#,##0.000')
    >>> value_of(12345678901234567).value
    '12\u202f345\u202f678\u202f901\u202f234\u202f567'
    """
    match cell:
        case None:
            return None
        case str():
            return Value(fitting(cell))
        case date():
            early = cell < _FIRST_DAY
            return Value(french.shown(cell)) if early else Value(cell, DAY)
        case Euros(amount=number):
            return _number(cell, number, EUROS)
        case Price(price=number):
            return _number(cell, number, _decimals(number))
        case int() | Decimal():
            return _number(cell, Decimal(cell), _decimals(Decimal(cell)))


def sheet_name(title: str, taken: frozenset[str]) -> str:
    """Make a name of a title: short enough, and none of those taken in any case.

    >>> sheet_name("Vote : budget/2024", frozenset())
    'Vote budget 2024'
    >>> sheet_name("VOTE", frozenset({"vote"}))
    'VOTE (2)'
    """
    plain = one_line(_FORBIDDEN.sub(" ", one_line(title))).strip("' ") or _NAMELESS
    name = cut(plain, _LONGEST_NAME)
    number = 2
    while name.casefold() in taken | _RESERVED:
        mark = f" ({number})"
        name = f"{cut(plain, _LONGEST_NAME - len(mark))}{mark}"
        number += 1
    return name


def fitting(text: str) -> str:
    """Write a text for a cell; where no cell could hold it, say that it is cut."""
    whole = in_lines(text)
    mark = f" [texte coupé{french.NBSP}: {len(whole)} caractères]"
    if _units(whole) <= _LONGEST_TEXT:
        return whole
    return cut(whole, _LONGEST_TEXT - len(mark)) + mark


def width_for(characters: int) -> float:
    """Make a column wide enough for so many characters on one line."""
    return ceil(characters / _FULL) + 1


def lines(text: str, width: float) -> int:
    """Count the lines a text takes in a column: nothing is hidden below the first.

    >>> lines("departement-du-nord/2024-12, comite-syndical/2024-3", 30), lines("", 9)
    (2, 1)
    """
    return sum(max(1, len(wrap(line, int(width)))) for line in text.split("\n"))


def cut(text: str, longest: int) -> str:
    """Cut a text where it is too long, and show that it was.

    A character beyond the first plane counts twice, as spreadsheets count.

    >>> cut("Délibération", 6), cut("Vote", 6)
    ('Délib…', 'Vote')
    """
    if _units(text) <= longest:
        return text
    kept = text.encode("utf-16-le")[: 2 * (longest - 1)]
    return f"{kept.decode('utf-16-le', errors='ignore').rstrip()}…"


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _number(cell: Cell, number: Decimal, form: str) -> Value:
    if len(number.normalize().as_tuple().digits) > _DIGITS:
        return Value(french.shown(cell))
    whole = number == number.to_integral_value()
    return Value(int(number) if whole else float(number), form)


def _decimals(number: Decimal) -> str:
    places = -int(number.as_tuple().exponent)
    return f"#,##0.{'0' * places}" if places > 0 else "#,##0"
