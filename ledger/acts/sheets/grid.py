"""A sheet as rows of values, whatever file it came from."""

from datetime import date, time, timedelta

import msgspec

from ledger.acts.places import AtCell, AtField, InTable, excerpt_of

README = "Lisez-moi"
"""The sheet that explains a template; nobody fills it in."""


class Formula(msgspec.Struct, frozen=True):
    """A formula whose value the file does not hold."""

    text: str

    def __str__(self) -> str:
        """Show it as it is written."""
        return self.text


class Fault(msgspec.Struct, frozen=True):
    """What a spreadsheet program shows in the place of a value it cannot tell."""

    text: str

    def __str__(self) -> str:
        """Show it as the program does."""
        return self.text


Value = str | int | float | bool | date | time | timedelta | Formula | Fault | None
"""A day with an hour is a date too; an empty cell is None."""


class Row(msgspec.Struct, frozen=True):
    """A row that is not empty, by the number people know it by."""

    number: int
    values: tuple[Value, ...]

    def value(self, column: int) -> Value:
        """Tell what stands in a column, from 1."""
        return self.values[column - 1] if column <= len(self.values) else None


class Hidden(msgspec.Struct, frozen=True):
    """What of a sheet nobody sees: all of it, some of its rows, of its columns."""

    is_all: bool = False
    rows: frozenset[int] = frozenset()
    columns: frozenset[int] = frozenset()


class Grid(msgspec.Struct, frozen=True):
    """A sheet; a CSV file is one without a name."""

    name: str | None
    number: int
    rows: tuple[Row, ...]
    hidden: Hidden = Hidden()

    def place(self, row: Row, column: int, heading: str = "") -> InTable:
        """Tell the place of a cell, and quote it."""
        value = row.value(column)
        excerpt = "" if is_blank(value) else excerpt_of(shown(value))
        if self.name is None:
            return AtField(row.number, column, heading, excerpt)
        return AtCell(self.name, self.number, row.number, column, heading, excerpt)


def is_blank(value: Value) -> bool:
    """Tell whether nothing stands in a cell; spaces are nothing."""
    return value is None or (isinstance(value, str) and not value.strip())


def shown(value: Value) -> str:
    """Write a value as text: whole numbers without a fraction, days without an hour.

    >>> shown(155.0), shown(12.5), shown(date(2024, 6, 30))
    ('155', '12.5', '2024-06-30')
    """
    if isinstance(value, bool):
        return "VRAI" if value else "FAUX"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, date):
        return f"{value.year:04}-{value.month:02}-{value.day:02}"
    return "" if value is None else str(value).strip()
