"""An answer as text: tables for people, JSON, CSV."""

import csv
import io
import re
from collections.abc import Iterable
from typing import Any

import msgspec

from presentation.table import Table

UNBOUNDED = 10_000
"""Columns for a table that goes to a file or another program: nothing is folded."""

GAP = 3
"""Columns between two columns of a table."""

LEAST_TEXT = 6
"""Columns that each column of texts must be left."""

_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_CONTROL = dict.fromkeys(
    [
        *(*range(9), 11, 12, *range(14, 32), *range(127, 160)),
        # Ends of lines of their own, and what lets a text be read from right to left.
        *(0x2028, 0x2029, *range(0x202A, 0x202F), *range(0x2066, 0x206A)),
    ],
    "\ufffd",
)


def as_json(answer: Any) -> str:
    """Write an answer as JSON, as scripts rely on it (specification section 13)."""
    return msgspec.json.format(msgspec.json.encode(answer)).decode()


def as_csv(kind: type[msgspec.Struct], lines: Iterable[msgspec.Struct]) -> str:
    """Write one header row and data, nothing else; the fields are those of the JSON."""
    columns = [field.encode_name for field in msgspec.structs.fields(kind)]
    rows = map(msgspec.structs.astuple, lines)
    return csv_line(columns) + "".join(map(csv_line, rows))


def csv_line(row: Iterable[Any]) -> str:
    """Write one row, in which no spreadsheet finds a formula."""
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerow(map(_cell, row))
    return written.getvalue()


def as_tables(tables: Iterable[Table], *, styled: bool = False) -> str:
    """Draw tables for people; `styled`, as wide and bright as the screen is."""
    from rich.box import SIMPLE_HEAD  # noqa: PLC0415 -- only where a table is drawn
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table as RichTable  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    from presentation import words  # noqa: PLC0415

    console = Console(
        file=io.StringIO(),
        force_terminal=styled,
        no_color=not styled,
        width=None if styled else UNBOUNDED,
        highlight=False,
    )
    for table in tables:
        console.print(Text(harmless(table.title), style=table.style))
        if table.rows:
            drawn = RichTable(box=SIMPLE_HEAD, show_edge=False, pad_edge=False)
            whole = _kept_whole(table, console.width)
            for place, column in enumerate(table.columns):
                name = harmless(column)
                drawn.add_column(name, overflow="fold", no_wrap=place in whole)
            for row in table.rows:
                drawn.add_row(*(Text(harmless(words.shown(cell))) for cell in row))
            console.print(drawn)
        if table.note:
            console.print(Text(harmless(table.note)))
        console.print()
    text: str = console.file.getvalue()  # type: ignore[attr-defined]
    return "\n".join(line.rstrip() for line in text.rstrip().splitlines())


def _kept_whole(table: Table, width: int) -> set[int]:
    """Choose the columns of amounts, counts and dates, where the screen has the room.

    A number on two lines is read as two; but on a very narrow screen it is better
    divided than cut off.
    """
    from presentation import words  # noqa: PLC0415 -- only where a table is drawn

    needed = {
        place: max([len(name), *(len(words.shown(row[place])) for row in table.rows)])
        for place, name in enumerate(table.columns)
        if not any(isinstance(row[place], str) for row in table.rows)
    }
    texts = len(table.columns) - len(needed)
    room = width - sum(needed.values()) - GAP * len(table.columns)
    return set(needed) if room >= texts * LEAST_TEXT else set()


def harmless(text: str) -> str:
    """Take out what would command a terminal; new lines and tabs stay."""
    return text.translate(_CONTROL)


def _cell(value: Any) -> Any:
    """Write a value so that no spreadsheet takes it for a formula."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple | list):
        value = " ".join(map(str, value))
    text = harmless(str(value))
    if _NUMBER.fullmatch(text):
        return text
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text
