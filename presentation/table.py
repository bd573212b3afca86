"""A table for people, before it is drawn on a screen or in a document."""

from typing import TYPE_CHECKING

import msgspec

from papers.cell import Cell, is_empty

if TYPE_CHECKING:  # what is printed without a document needs no world
    pass


class Table(msgspec.Struct, frozen=True):
    """A table for people: what it says, its columns, its rows, what is to be noted.

    The style is that of the title, on a screen only; documents sum the columns named.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""
    style: str = "bold"
    summed: tuple[str, ...] = ()


def without_empty_columns(table: Table) -> Table:
    """Leave out the columns in which nothing stands."""
    kept = [
        place
        for place in range(len(table.columns))
        if not all(is_empty(row[place]) for row in table.rows)
    ]
    columns = tuple(table.columns[place] for place in kept)
    rows = tuple(tuple(row[place] for place in kept) for row in table.rows)
    return msgspec.structs.replace(table, columns=columns, rows=rows)
