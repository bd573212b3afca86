"""Write a paper as a workbook: a sheet of text, then one for each of its tables.

Every text is written as a text, never as a formula or a link; numbers, amounts and
days keep their type; no clock is read, so the same paper gives the same bytes.
"""

from collections.abc import Iterator
from datetime import date, datetime, time
from io import BytesIO

import msgspec
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range
from xlsxwriter.worksheet import Worksheet

from papers import french
from papers.cell import Cell
from papers.document import Block, Grid, Line, Listing, Paper, Rule, Title
from papers.plain import one_line
from papers.spreadsheet import cut, fitting, sheet_name, value_of
from papers.totals import TOTAL, TOTAL_KNOWN, totals

_MADE = datetime(1980, 1, 1)  # noqa: DTZ001 -- a workbook's days have no zone
"""The day every workbook says it was made: it tells none of its own."""

_TEXT = "Texte"
_A4 = 9
_WIDE = 6
"""A table of more columns than this is printed across."""

_FOOT = 200
"""The longest text at the head or the foot of a printed page, codes not counted."""

_NARROWEST, _WIDEST, _ARROW = 8, 48, 3
"""The widths of columns in characters; the arrow of the filter takes some."""

_SUM = 109
"""The function of SUBTOTAL that adds up the rows a filter leaves."""

_FORMULA = ("=", "+", "-", "@")
_RESTS = {"text_wrap": True, "valign": "top"}
_HEADING = {**_RESTS, "bold": True, "bottom": 1, "bg_color": "#E8EBF0"}
_TOTAL = {**_RESTS, "bold": True, "top": 1}


class _Sheet(msgspec.Struct, frozen=True):
    """A sheet being written, and the formats all sheets share."""

    page: Worksheet
    formats: "_Formats"

    def put(self, row: int, column: int, text: str, **look: object) -> None:
        """Write a text; should somebody edit it, it still is no formula."""
        held = fitting(text)
        if held.startswith(_FORMULA):
            look["quote_prefix"] = True
        self.page.write_string(row, column, held, self.formats.of(**look))

    def put_cell(self, row: int, column: int, cell: Cell, **look: object) -> None:
        """Write a cell as what it is."""
        held = value_of(cell)
        if held is None:
            return
        match held.value:
            case str():
                self.put(row, column, held.value, **look)
            case date():
                look = {**look, "num_format": held.form, "align": "left"}
                day = datetime.combine(held.value, time())
                self.page.write_datetime(row, column, day, self.formats.of(**look))
            case int() | float():
                shown = self.formats.of(**look, num_format=held.form)
                self.page.write_number(row, column, held.value, shown)


class _Formats:
    """The formats of a workbook, each made once."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, object], ...], Format] = {}

    def of(self, **look: object) -> Format:
        """Hand over the format that looks so."""
        key = tuple(sorted(look.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format(look)
        return self._made[key]


def workbook(paper: Paper) -> bytes:
    """Write the paper as XLSX."""
    written = BytesIO()
    with xlsxwriter.Workbook(written, {"in_memory": True}) as book:
        book.set_properties({"title": one_line(paper.title), "created": _MADE})
        formats = _Formats(book)
        names = _names(paper)
        sheets = [
            _Sheet(_page(book.add_worksheet(name), paper), formats)
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


def _page(sheet: Worksheet, paper: Paper) -> Worksheet:
    """Make a sheet print on A4, one page wide, with the state at each page's foot."""
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_header(f"&L{_printed(paper.title)}")
    sheet.set_footer(f"&L{_printed(paper.state)}&Rpage &P/&N")
    return sheet


def _printed(text: str) -> str:
    """Write a text so that no part of it is a code of the page's head or foot."""
    line = one_line(text)
    return cut(line, max(1, _FOOT - line.count("&"))).replace("&", "&&")


# ------------------------------------------------------------------- the text
def _write_text(sheet: _Sheet, paper: Paper, names: Iterator[str]) -> None:
    """Write title, state and blocks; a table is named by the sheet it has."""
    sheet.page.set_column(0, 0, 26)
    sheet.page.set_column(1, 1, 80)
    sheet.put(0, 0, paper.title, bold=True, font_size=14)
    sheet.put(1, 0, paper.state, italic=True)
    row = 3
    for block in paper.blocks:
        row += _write_block(sheet, row, block, names)


def _write_block(sheet: _Sheet, row: int, block: Block, names: Iterator[str]) -> int:
    """Write a block from this row on, and tell how many rows it took."""
    match block:
        case Title(text=text, level=level):
            sheet.put(row + 1, 0, text, bold=True, font_size=13 if level == 1 else 11)
            return 2
        case Line(text=text, label=label):
            if label is not None:
                said = f"{one_line(label)}{french.NBSP}:"
                sheet.put(row, 0, said, **_RESTS, bold=True)
            sheet.put(row, 1, text, **_RESTS)
            return 1
        case Listing(items=items, numbered=numbered):
            for number, item in enumerate(items, start=1):
                mark = f"{number}." if numbered else "–"
                sheet.put(row + number - 1, 0, mark, align="right", valign="top")
                sheet.put(row + number - 1, 1, item, **_RESTS)
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


# ------------------------------------------------------------------- the tables
def _write_grid(sheet: _Sheet, grid: Grid) -> None:
    total = totals(grid)
    for place, column in enumerate(grid.columns):
        align = "right" if place in grid.numbers | grid.summed else "left"
        cells = [row[place] for row in grid.rows]
        sheet.put(0, place, column, **_HEADING, align=align)
        for number, cell in enumerate(cells, start=1):
            sheet.put_cell(number, place, cell, **_RESTS, align=align)
        if total is not None:
            _write_total(sheet, (len(cells) + 1, place), total[place])
            cells.append(total[place])
        sheet.page.set_column(place, place, _width(column, cells))
    if len(grid.columns) > _WIDE:
        sheet.page.set_landscape()
    sheet.page.freeze_panes(1, 0)
    sheet.page.repeat_rows(0)
    if grid.rows:
        last = (len(grid.rows), len(grid.columns) - 1)
        sheet.page.autofilter(0, 0, *last)
        # A SIREN is a text, though all its characters are digits.
        sheet.page.ignore_errors({"number_stored_as_text": xl_range(1, 0, *last)})


def _write_total(sheet: _Sheet, at: tuple[int, int], cell: Cell) -> None:
    """Add up a column by formula, which follows the filter, with what it comes to."""
    row, column = at
    held = value_of(cell)
    if held is None or held.form is None:
        align = "left" if cell in {TOTAL, TOTAL_KNOWN} else "right"
        sheet.put(row, column, french.shown(cell), **_TOTAL, align=align)
        return
    look = sheet.formats.of(**_TOTAL, align="right", num_format=held.form)
    over = xl_range(1, column, row - 1, column)
    formula = f"=SUBTOTAL({_SUM},{over})"
    sheet.page.write_formula(row, column, formula, look, held.value)


def _width(column: str, cells: list[Cell]) -> float:
    """Make a column as wide as its longest text, within reason: the rest wraps."""
    words = max((len(word) for word in column.split()), default=0) + _ARROW
    longest = max((len(french.shown(cell)) for cell in cells), default=0)
    return float(min(max(words, longest + 1, _NARROWEST), _WIDEST))
