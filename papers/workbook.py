"""Write a paper as a workbook: a sheet of text, then one for each of its tables.

Every text is written as a text, never as a formula or a link; numbers, amounts and
days keep their type; no clock is read, so the same paper gives the same bytes.
"""

from collections.abc import Iterator
from datetime import datetime
from io import BytesIO

import xlsxwriter
from xlsxwriter.utility import xl_range
from xlsxwriter.worksheet import Worksheet

from papers import french
from papers.cell import Cell
from papers.document import Block, Grid, Line, Listing, Paper, Rule, Title
from papers.plain import one_line
from papers.sheet import LEFT, Formats, Sheet, printed_page
from papers.spreadsheet import sheet_name, value_of, width_for
from papers.totals import totals

_MADE = datetime(1980, 1, 1)  # noqa: DTZ001 -- a workbook's days have no zone
"""The day every workbook says it was made: it tells none of its own."""

_TEXT = "Texte"
_WIDE = 6
"""A table of more columns than this is printed across."""

_WIDEST, _ARROW, _INDENT = 80.0, 3, 1
"""The widest column, and what filter and margin take of one, in characters."""

_LABELS, _BESIDE = 26, 80
"""The widths of the two columns of the text."""

_SUM = 109
"""The function of SUBTOTAL that adds up the rows a filter leaves."""

_RESTS: dict[str, object] = {"text_wrap": True, "valign": "top"}
_RIGHT: dict[str, object] = {"align": "right", "indent": 1}
_HEADING = {**_RESTS, "bold": True, "bottom": 1, "bg_color": "#E8EBF0"}
_TOTAL = {**_RESTS, "bold": True, "top": 1}


def workbook(paper: Paper) -> bytes:
    """Write the paper as XLSX."""
    written = BytesIO()
    with xlsxwriter.Workbook(written, {"in_memory": True}) as book:
        book.set_properties({"title": one_line(paper.title), "created": _MADE})
        formats = Formats(book)
        names = _names(paper)
        sheets = [
            Sheet(printed_page(book.add_worksheet(name), paper), formats)
            for name in (_TEXT, *names)
        ]
        _write_text(sheets[0], paper, iter(names))
        grids = [block for block in paper.blocks if isinstance(block, Grid)]
        for sheet, grid in zip(sheets[1:], grids, strict=True):
            _write_grid(sheet, grid)
    return written.getvalue()


def _names(paper: Paper) -> list[str]:
    """Name the sheets of the tables after the last title above each."""
    above = paper.title
    names: list[str] = []
    taken = frozenset({_TEXT.casefold()})
    for block in paper.blocks:
        if isinstance(block, Title):
            above = block.text
        elif isinstance(block, Grid):
            names.append(sheet_name(above, taken))
            taken |= {names[-1].casefold()}
    return names


# ------------------------------------------------------------------- the text
def _write_text(sheet: Sheet, paper: Paper, names: Iterator[str]) -> None:
    """Write title, state and blocks; a table is named by the sheet it has."""
    sheet.page.set_column(0, 0, _LABELS)
    sheet.page.set_column(1, 1, _BESIDE)
    sheet.put(0, 0, paper.title, bold=True, font_size=14)
    sheet.put(1, 0, paper.state, italic=True)
    row = 3
    for block in paper.blocks:
        if block != Title(paper.title, 1):
            row += _write_block(sheet, row, block, names)


def _write_block(sheet: Sheet, row: int, block: Block, names: Iterator[str]) -> int:
    """Write a block from this row on, and tell how many rows it took."""
    match block:
        case Title(text=text, level=level):
            sheet.put(row + 1, 0, text, bold=True, font_size=13 if level == 1 else 11)
            return 2
        case Line(text=text, label=None):
            _write_beside(sheet, row, "", text)
            return 1
        case Line(text=text, label=label):
            _write_beside(sheet, row, f"{label}{french.NBSP}:", text)
            return 1
        case Listing(items=items, numbered=numbered):
            for number, item in enumerate(items, start=1):
                mark = f"{number}." if numbered else "–"
                _write_beside(sheet, row + number - 1, mark, item)
            return len(items)
        case Grid():
            name = next(names)
            quoted = name.replace("'", "''")
            sheet.page.write_url(
                row,
                1,
                f"internal:'{quoted}'!A1",
                string=f"Tableau{french.NBSP}: {name}",
            )
            return 1
        case Rule():
            return 1


def _write_beside(sheet: Sheet, row: int, label: str, text: str) -> None:
    sheet.put(row, 0, label, **_RESTS, bold=True)
    sheet.put(row, 1, text, **_RESTS)
    sheet.make_room(row, [(label, _LABELS), (text, _BESIDE)])


# ------------------------------------------------------------------- the tables
def _write_grid(sheet: Sheet, grid: Grid) -> None:
    total = totals(grid)
    whole = grid.rows if total is None else (*grid.rows, total)
    widths = [
        _width(column, [row[place] for row in whole])
        for place, column in enumerate(grid.columns)
    ]
    looks = [
        _RIGHT if place in grid.numbers | grid.summed else LEFT
        for place in range(len(grid.columns))
    ]
    for place, column in enumerate(grid.columns):
        sheet.page.set_column(place, place, widths[place])
        sheet.put(0, place, column, **_HEADING, **looks[place])
    sheet.make_room(0, zip(grid.columns, widths, strict=True))
    for number, row in enumerate(grid.rows, start=1):
        for place, cell in enumerate(row):
            sheet.put_cell(number, place, cell, **_RESTS, **looks[place])
        texts = [cell if isinstance(cell, str) else "" for cell in row]
        sheet.make_room(number, zip(texts, widths, strict=True))
    for place, cell in enumerate(total or ()):
        _write_total(sheet, (len(whole), place), cell, looks[place])
    _set_up(sheet.page, grid)


def _set_up(page: Worksheet, grid: Grid) -> None:
    """Keep the headings in sight, on the screen and on each page; offer the filter."""
    if len(grid.columns) > _WIDE:
        page.set_landscape()
    page.freeze_panes(1, 0)
    page.repeat_rows(0)
    if grid.rows:
        last = (len(grid.rows), len(grid.columns) - 1)
        page.autofilter(0, 0, *last)
        # A SIREN is a text, though all its characters are digits.
        page.ignore_errors({"number_stored_as_text": xl_range(1, 0, *last)})


def _write_total(
    sheet: Sheet, at: tuple[int, int], cell: Cell, look: dict[str, object]
) -> None:
    """Add up a column by formula, which follows the filter, with what it comes to."""
    row, column = at
    held = value_of(cell)
    if held is None or held.form is None:
        sheet.put(row, column, french.shown(cell), **_TOTAL, **look)
        return
    shown = sheet.formats.of(**_TOTAL, **look, num_format=held.form)
    over = xl_range(1, column, row - 1, column)
    formula = f"=SUBTOTAL({_SUM},{over})"
    sheet.page.write_formula(row, column, formula, shown, held.value)


def _width(column: str, cells: list[Cell]) -> float:
    """Make a column as wide as its longest text, within reason: the rest wraps."""
    words = max(map(len, column.split()), default=0) + _ARROW
    longest = max(map(_length, cells), default=0) + _INDENT
    return min(max(width_for(words), width_for(longest)), _WIDEST)


def _length(cell: Cell) -> int:
    """Count the characters of the longest line of a cell."""
    return max(map(len, french.shown(cell).split("\n")))
