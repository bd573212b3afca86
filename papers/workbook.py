"""Write a paper as a workbook: a sheet of text, then one for each of its tables.

Every text is written as a text, never as a formula or a link; numbers, amounts and
days keep their type; no clock is read, so the same paper gives the same bytes.
"""

from datetime import date, datetime
from decimal import Decimal
from io import BytesIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range
from xlsxwriter.worksheet import Worksheet

from papers import french
from papers.cell import Cell, Euros, Price
from papers.document import Block, Grid, Line, Listing, Paper, Rule, Title
from papers.plain import one_line
from papers.sheet_names import sheet_name
from papers.totals import totals

_MADE = datetime(1980, 1, 1)  # noqa: DTZ001 -- a workbook's days have no zone
"""The day every workbook says it was made: it tells none of its own."""

_FIRST_DAY = date(1900, 3, 1)
"""Spreadsheets count a 29 February 1900, which never was: earlier days are texts."""

_DIGITS = 15
"""A spreadsheet keeps this many digits of a number: a longer one is a text."""

_TEXT = "Texte"
_FORMULA = ("=", "+", "-", "@")
_EUROS = "#,##0.00\\ [$€-40C]"
_DAY = "dd/mm/yyyy"
_A4 = 9
_WIDE = 6
_NARROWEST, _WIDEST = 8, 48
_FOOTER = 200
_LONGEST = 32_767
_SUM = 109
"""The function of SUBTOTAL that adds up the rows a filter leaves."""

_HEADING = {"bold": True, "bottom": 1, "bg_color": "#E8EBF0", "text_wrap": True}
_LINE = {"text_wrap": True, "valign": "top"}
_TOTAL = {"bold": True, "top": 1, "valign": "top"}


class _Book:
    """A workbook being written, and what its sheets share."""

    def __init__(self, book: xlsxwriter.Workbook, paper: Paper) -> None:
        self.book = book
        self.paper = paper
        self.formats: dict[str, Format] = {}
        self.names: frozenset[str] = frozenset()

    def style(self, **properties: object) -> Format:
        """Hand over the one format that has these properties."""
        key = repr(sorted(properties.items()))
        if key not in self.formats:
            self.formats[key] = self.book.add_format(properties)
        return self.formats[key]

    def sheet(self, title: str, *, landscape: bool) -> Worksheet:
        """Add a sheet that prints on A4, with the paper's state at its foot."""
        name = sheet_name(title, self.names)
        self.names |= {name.casefold()}
        sheet = self.book.add_worksheet(name)
        sheet.set_paper(_A4)
        if landscape:
            sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_header(f"&L{_printed(self.paper.title)}")
        sheet.set_footer(f"&L{_printed(self.paper.state)}&Rpage &P/&N")
        return sheet


def workbook(paper: Paper) -> bytes:
    """Write the paper as XLSX."""
    written = BytesIO()
    with xlsxwriter.Workbook(written, {"in_memory": True}) as book:
        book.set_properties({"title": one_line(paper.title), "created": _MADE})
        made = _Book(book, paper)
        text = made.sheet(_TEXT, landscape=False)
        _write_text(made, text, _write_grids(made))
    return written.getvalue()


# ------------------------------------------------------------------- the text
def _write_text(made: _Book, sheet: Worksheet, names: list[str]) -> None:
    """Write title, state and blocks; a table is named by the sheet it has."""
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, 1, 80)
    _put(made, sheet, (0, 0), made.paper.title, bold=True, font_size=14)
    _put(made, sheet, (1, 0), made.paper.state, italic=True)
    row = 3
    left = iter(names)
    for block in made.paper.blocks:
        row = _write_block(made, sheet, row, (block, left))


def _write_block(made, sheet, row, block_and_names):  # type: ignore
    block, names = block_and_names
    match block:
        case Title(text=text, level=level):
            size = 13 if level == 1 else 11
            _put(made, sheet, (row + 1, 0), text, bold=True, font_size=size)
            return row + 2
        case Line(text=text, label=label):
            if label is not None:
                said = f"{one_line(label)}{french.NBSP}:"
                _put(made, sheet, (row, 0), said, bold=True, **_LINE)
            _put(made, sheet, (row, 1), text, **_LINE)
            return row + 1
        case Listing(items=items, numbered=numbered):
            for number, item in enumerate(items, start=1):
                mark = f"{number}." if numbered else "–"
                _put(made, sheet, (row, 0), mark, align="right", valign="top")
                _put(made, sheet, (row, 1), item, **_LINE)
                row += 1
            return row
        case Grid():
            name = next(names)
            quoted = name.replace("'", "''")
            sheet.write_url(row, 1, f"internal:'{quoted}'!A1", string=f"→ {name}")
            return row + 1
        case Rule():
            return row + 1


# ------------------------------------------------------------------- the tables
def _write_grids(made: _Book) -> list[str]:
    names = []
    above = made.paper.title
    for block in made.paper.blocks:
        if isinstance(block, Title):
            above = block.text
        elif isinstance(block, Grid):
            sheet = made.sheet(above, landscape=len(block.columns) > _WIDE)
            _write_grid(made, sheet, block)
            names.append(sheet.get_name())
    return names


def _write_grid(made: _Book, sheet: Worksheet, grid: Grid) -> None:
    right = grid.numbers | grid.summed
    for place, column in enumerate(grid.columns):
        align = "right" if place in right else "left"
        _put(made, sheet, (0, place), column, **_HEADING, align=align)
        sheet.set_column(place, place, _width(grid, place))
    for number, row in enumerate(grid.rows, start=1):
        for place, cell in enumerate(row):
            style = {**_LINE, "align": "right"} if place in right else _LINE
            _write_cell(made, sheet, (number, place), cell, style)
    last = max(len(grid.rows), 1)
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.autofilter(0, 0, last, len(grid.columns) - 1)
    sheet.ignore_errors({"number_stored_as_text": xl_range(1, 0, last, len(grid.columns) - 1)})
    for place, cell in enumerate(totals(grid) or ()):
        if place in grid.summed:
            over = xl_range(1, place, last, place)
            shown, kind = _number(cell)
            style = made.style(**_TOTAL, align="right", num_format=kind)
            sheet.write_formula(last + 1, place, f"=SUBTOTAL({_SUM},{over})", style, shown)
        else:
            _put(made, sheet, (last + 1, place), str(cell or ""), **_TOTAL)


def _write_cell(made, sheet, at, cell, style):  # type: ignore
    match cell:
        case None:
            return
        case str():
            _put(made, sheet, at, cell, **style)
        case date():
            if cell >= _FIRST_DAY:
                fmt = made.style(**{**style, "align": "left"}, num_format=_DAY)
                sheet.write_datetime(*at, datetime(cell.year, cell.month, cell.day), fmt)
            else:
                _put(made, sheet, at, french.shown(cell), **style)
        case _:
            value, kind = _number(cell)
            if value is None:
                _put(made, sheet, at, french.shown(cell), **style)
            else:
                sheet.write_number(*at, value, made.style(**style, num_format=kind))


def _number(cell: Cell) -> tuple[float | int | None, str]:
    match cell:
        case Euros(amount=amount):
            value, kind = amount, _EUROS
        case Price(price=price):
            value, kind = price, _decimals(price)
        case int() | Decimal():
            value, kind = Decimal(cell), _decimals(Decimal(cell))
        case _:
            return None, ""
    if len(value.normalize().as_tuple().digits) > _DIGITS:
        return None, kind
    return (int(value) if value == int(value) else float(value)), kind


def _decimals(value: Decimal) -> str:
    places = -int(value.as_tuple().exponent)
    return f"#,##0.{'0' * places}" if places > 0 else "#,##0"


def _width(grid: Grid, place: int) -> float:
    longest = max(
        len(grid.columns[place]) + 3,
        *(len(french.shown(row[place])) for row in [*grid.rows, totals(grid) or [None]*len(grid.columns)]),
    )
    return float(min(max(longest + 1, _NARROWEST), _WIDEST))


def _put(made, sheet, at, text, **style):  # type: ignore
    held = one_line(text)
    if held.startswith(_FORMULA):
        style["quote_prefix"] = True
    sheet.write_string(*at, held, made.style(**style))


def _printed(text: str) -> str:
    shown = one_line(text).replace("&", "&&")
    return shown
