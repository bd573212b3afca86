"""Read a spreadsheet as acts; give mistakes in them their cells."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TypeGuard

import msgspec

from ledger.acts.problems import (
    Found,
    Keys,
    MissingFieldError,
    Problem,
    ProblemsError,
    UnexpectedValueError,
)
from ledger.acts.sheets.columns import ACT
from ledger.acts.sheets.delimited import read_delimited
from ledger.acts.sheets.grid import README, Grid
from ledger.acts.sheets.headings import headed
from ledger.acts.sheets.hidden import hidden_in
from ledger.acts.sheets.mistakes import (
    EmptyCellError,
    MissingHeadingError,
    NoRowsError,
    OtherFormatError,
)
from ledger.acts.sheets.on_record import NOTHING, OnRecord
from ledger.acts.sheets.rows import Cell, SheetAct, acts_of
from ledger.acts.sheets.templates import TEMPLATES
from ledger.errors import LedgerError
from ledger.language import translate as _
from ledger.names import slug
from ledger.refusals import UnknownMemberError

WORKBOOK, DELIMITED = ".xlsx", ".csv"
OTHERS = (
    ".fods",
    ".numbers",
    ".ods",
    ".tsv",
    ".xls",
    ".xlsb",
    ".xlsm",
    ".xlt",
    ".xltx",
)
"""Spreadsheets too, but not read."""


class Sheets(msgspec.Struct):
    """What a file holds: its acts, what is wrong in cells, and how it was encoded."""

    acts: list[SheetAct] = []
    problems: list[Problem] = []
    encoding: str | None = None


def is_spreadsheet(path: Path) -> bool:
    """Tell by its suffix whether a file is a spreadsheet."""
    return path.suffix.lower() in {WORKBOOK, DELIMITED, *OTHERS}


def read_sheets(path: Path, on_record: OnRecord = NOTHING) -> Sheets:
    """Read every sheet that is made from a template.

    Raises:
        ProblemsError: the file cannot be read at all.
    """
    suffix = path.suffix.lower()
    if suffix in OTHERS:
        error = OtherFormatError(format=suffix)
        raise ProblemsError([Problem(str(path), error)])
    grids, sheets = [], Sheets()
    if suffix == WORKBOOK:
        # openpyxl is heavy, and most imports need it not.
        from ledger.acts.sheets.workbook import read_workbook  # noqa: PLC0415

        grids = read_workbook(path)
    else:
        grid, sheets.encoding = read_delimited(path)
        grids = [grid]
    for grid in grids:
        if grid.rows and slug(grid.name or "") != slug(README):
            _read_into(sheets, str(path), grid, on_record)
    if not sheets.acts and not sheets.problems:
        names = "|".join(template.name for template in TEMPLATES)
        sheets.problems.append(Problem(str(path), NoRowsError(templates=names)))
    return sheets


def _read_into(sheets: Sheets, file: str, grid: Grid, on_record: OnRecord) -> None:
    if unseen := list(hidden_in(file, grid)):
        sheets.problems += unseen
        return
    sheet = headed(file, grid, TEMPLATES)
    if isinstance(sheet, list):
        sheets.problems += sheet
        return
    acts, problems = acts_of(file, sheet, on_record)
    sheets.acts += acts
    sheets.problems += problems


# ------------------------------------------------------------------- the cells
def locate_cells(
    path: Path, found: Iterable[Found], on_record: OnRecord = NOTHING
) -> list[Problem]:
    """Give each mistake in an act its cell; one in a cell complained of is left out.

    A number that is missing because its cell shows an error is one mistake, not two.
    """
    sheets = read_sheets(path, on_record)
    wrong = {problem.place for problem in sheets.problems}
    nearby = [_nearby(act.cells) for act in sheets.acts]
    problems = []
    for mistake in found:
        number, keys, error = mistake.keys[0], mistake.keys[1:], mistake.error
        assert isinstance(number, int), "the first key is the number of the act"
        if isinstance(error, MissingFieldError):
            keys = (*keys, error.values["name"])
            error = _missing(sheets.acts[number], keys)
        cell = _cell(nearby[number], keys, error)
        member = sheets.acts[number].member
        if isinstance(error, UnknownMemberError) and _names(member, error):
            cell = member
        problems.append(Problem(str(path), _in_its_words(cell, error), cell.place))
    return [one for one in problems if one.place not in wrong]


def _nearby(cells: dict[Keys, Cell]) -> dict[Keys, list[Cell]]:
    """List the cells of each value, and of all that is within a value."""
    nearby: dict[Keys, list[Cell]] = {}
    for keys, cell in cells.items():
        for length in range(len(keys) + 1):
            nearby.setdefault(keys[:length], []).append(cell)
    return nearby


def _missing(act: SheetAct, keys: Keys) -> LedgerError:
    """Say which cell is empty, or which column is not there, in the sheet's words."""
    if keys in act.cells:
        return EmptyCellError(heading=act.cells[keys].column.heading)
    part, to = ACT, keys
    if keys[0] == "decisions":
        part, to = act.raw["decisions"][keys[1]]["type"], keys[2:]
    columns = [column for template in TEMPLATES for column in template.columns]
    return MissingHeadingError(
        heading=next(one.heading for one in columns if (one.part, one.to) == (part, to))
    )


def _cell(nearby: dict[Keys, list[Cell]], keys: Keys, error: Exception) -> Cell:
    """Find the cell of a value; of several, the one whose content the error quotes."""
    while keys not in nearby:
        keys = keys[:-1]
    inner = nearby[keys]
    told = set(map(str, _values(error)))
    filled = [cell for cell in inner if cell.plain is not None]
    quoted = [cell for cell in filled if told.intersection(_texts(cell.plain))]
    return next(iter((*quoted, *filled, *inner)))


def _names(member: Cell | None, error: UnknownMemberError) -> TypeGuard[Cell]:
    return member is not None and member.plain == error.values["name"]


def _in_its_words(cell: Cell, error: Exception) -> Exception:
    """Say what is wrong as the sheet and its template say it."""
    match error:
        case UnexpectedValueError() if cell.column.content.expected:
            expected = _(cell.column.content.expected)
            return UnexpectedValueError(found=cell.written, expected=expected)
        case UnknownMemberError() if cell.plain == error.values["name"]:
            return UnknownMemberError(name=cell.written, known=error.known)
        case _:
            return error


def _values(error: Exception) -> Iterator[Any]:
    values = getattr(error, "values", {})
    yield from values.values() if isinstance(values, dict) else ()


def _texts(plain: Any) -> list[str]:
    match plain:
        case list():
            return plain
        case dict():
            return [*plain.values()]
        case _:
            return [plain]
