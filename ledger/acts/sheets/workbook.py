"""Read a workbook's sheets: openpyxl is met here only.

Entities in its XML are refused by defusedxml, which openpyxl uses where it is there.
"""

import io
import warnings
from collections.abc import Iterator
from datetime import date, time, timedelta
from itertools import zip_longest
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.xml.functions import iterparse

from ledger.acts.places import AtLine
from ledger.acts.problems import Problem, ProblemsError, UnreadableFileError
from ledger.acts.sheets.grid import (
    Fault,
    Formula,
    Grid,
    Hidden,
    Row,
    Value,
    is_blank,
)
from ledger.acts.sheets.limits import (
    BROKEN,
    MOST_CELLS,
    check_workbook,
    read_sheet,
)
from ledger.acts.sheets.mistakes import BrokenWorkbookError, TooLargeSheetError
from ledger.error_texts import reason_of
from ledger.errors import LedgerError

_UNREADABLE = (
    *BROKEN,
    ArithmeticError,
    AssertionError,
    AttributeError,
    InvalidFileException,
    LookupError,
    RecursionError,
    SyntaxError,  # XML that is none
    TypeError,
)
"""What openpyxl raises over a workbook that is not made as it should be."""

MOST_COLUMNS = 16_384
"""A workbook's sheet has no more."""


def read_workbook(path: Path) -> list[Grid]:
    """Read the sheets of a workbook; what is hidden in it is marked.

    Raises:
        ProblemsError: it cannot be read, or is no workbook, or an unreasonable one.
    """
    try:
        content = read_sheet(path)
        check_workbook(content)
        return _grids(content)
    except OSError as error:
        unreadable = UnreadableFileError(reason=reason_of(error))
        raise ProblemsError([Problem(str(path), unreadable, AtLine(1))]) from error
    except LedgerError as error:
        raise ProblemsError([Problem(str(path), error)]) from error


def _grids(content: bytes) -> list[Grid]:
    """Read values, and beside them the formulas: which have no value yet?"""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what is left out: charts, rules
            values, formulas = (
                load_workbook(io.BytesIO(content), read_only=True, data_only=data_only)
                for data_only in (True, False)
            )
            return list(_sheets(values, formulas))
    except _UNREADABLE as error:
        raise BrokenWorkbookError from error


def _sheets(values: Workbook, formulas: Workbook) -> Iterator[Grid]:
    pairs = zip(values.worksheets, formulas.worksheets, strict=True)
    for number, (sheet, written) in enumerate(pairs, start=1):
        # What a sheet says of its own size may be anything; it is not needed.
        for each in (sheet, written):
            each.reset_dimensions()
        rows = zip_longest(sheet.iter_rows(), written.iter_rows(), fillvalue=())
        yield Grid(sheet.title, number, tuple(_rows(rows)), _hidden(sheet))


def _hidden(sheet: Any) -> Hidden:
    """Tell what a program does not show: openpyxl leaves it out as it reads by row."""
    rows: set[int] = set()
    columns: set[int] = set()
    number = 0
    with sheet._get_source() as source:  # noqa: SLF001 -- nothing public tells it
        for _event, part in iterparse(source):
            kind = str(part.tag).rpartition("}")[2]
            if kind == "row":
                number = int(part.get("r", number + 1))
                if _is_unseen(part):
                    rows.add(number)
                part.clear()
            elif kind == "col" and _is_unseen(part):
                last = min(int(part.get("max")), MOST_COLUMNS)
                columns.update(range(int(part.get("min")), last + 1))
    return Hidden(sheet.sheet_state != "visible", frozenset(rows), frozenset(columns))


def _is_unseen(part: Any) -> bool:
    return part.get("hidden") in {"1", "true"}


def _rows(pairs: Iterator[tuple[Any, ...]]) -> Iterator[Row]:
    cells = 0
    for number, (row, written) in enumerate(pairs, start=1):
        cells += max(1, len(row))
        if cells > MOST_CELLS:
            raise TooLargeSheetError(most=MOST_CELLS)
        values = tuple(_value(*pair) for pair in zip(row, written, strict=True))
        if not all(map(is_blank, values)):
            yield Row(number, values)


def _value(cell: Any, written: Any) -> Value:
    """Tell what a cell says. Only one without a formula is empty.

    A formula that gave an empty text is no number without a value.
    """
    value = cell.value
    if cell.data_type == "e":
        return Fault(str(value))
    if value is None and written.data_type == "f" and cell.data_type == "n":
        return Formula(str(getattr(written.value, "text", None) or written.value))
    if isinstance(value, str | int | float | bool | date | time | timedelta):
        return value
    return None if value is None else str(value)
