"""A table for people, before it is drawn on a screen or in a document."""

from collections.abc import Callable, Iterable
from typing import TypeVar

import msgspec

from papers.cell import Cell, is_empty

T = TypeVar("T")


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


def columns(
    items: Iterable[T], *pairs: tuple[str, Callable[[T], Cell]]
) -> tuple[tuple[str, ...], tuple[tuple[Cell, ...], ...]]:
    """Give the heads and the rows of a table, each head declared with its cell.

    >>> columns([1, 2], ("One", lambda one: one), ("Twice", lambda one: 2 * one))
    (('One', 'Twice'), ((1, 2), (2, 4)))
    """
    heads = tuple(head for head, _cell in pairs)
    return heads, tuple(tuple(cell(one) for _head, cell in pairs) for one in items)


def without_empty_columns(table: Table) -> Table:
    """Leave out the columns in which nothing stands."""
    kept = [
        place
        for place in range(len(table.columns))
        if not all(is_empty(row[place]) for row in table.rows)
    ]
    heads = tuple(table.columns[place] for place in kept)
    rows = tuple(tuple(row[place] for place in kept) for row in table.rows)
    return msgspec.structs.replace(table, columns=heads, rows=rows)
