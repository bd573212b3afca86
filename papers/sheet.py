"""A sheet of a workbook being written: what is put in a cell, and how it prints.

Every text is written as a text, never as a formula or a link.
"""

from collections.abc import Iterable
from datetime import date, datetime, time

import msgspec
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from papers.cell import Cell
from papers.document import Paper
from papers.plain import one_line
from papers.spreadsheet import cut, fitting, lines, value_of

LEFT: dict[str, object] = {"align": "left"}

_A4 = 9
_FOOT = 200
"""The longest text at the head or the foot of a printed page, codes not counted."""

_LINE, _HIGHEST = 15, 409
"""The height of a line, and of the highest row there may be, in points."""

_FORMULA = ("=", "+", "-", "@")


class Formats:
    """The formats of a workbook, each made once."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        """Make them in this workbook."""
        self._book = book
        self._made: dict[tuple[tuple[str, object], ...], Format] = {}

    def of(self, **look: object) -> Format:
        """Hand over the format that looks so."""
        key = tuple(sorted(look.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format(look)
        return self._made[key]


class Sheet(msgspec.Struct, frozen=True):
    """A sheet being written, and the formats all sheets share."""

    page: Worksheet
    formats: Formats

    def put(self, row: int, column: int, text: str, **look: object) -> None:
        """Write a text; should somebody edit it, it still is no formula."""
        held = fitting(text)
        if held.startswith(_FORMULA):
            look["quote_prefix"] = True
        if held:
            self.page.write_string(row, column, held, self.formats.of(**look))
        else:
            self.page.write_blank(row, column, None, self.formats.of(**look))

    def make_room(self, row: int, texts: Iterable[tuple[str, float]]) -> None:
        """Make a row high enough for its texts in columns of these widths."""
        most = max((lines(text, width) for text, width in texts), default=1)
        if most > 1:
            self.page.set_row(row, min(most * _LINE, _HIGHEST))

    def put_cell(self, row: int, column: int, cell: Cell, **look: object) -> None:
        """Write a cell as what it is."""
        held = value_of(cell)
        if held is None:
            return
        match held.value:
            case str():
                self.put(row, column, held.value, **look)
            case date():
                look = {**look, **LEFT, "num_format": held.form}
                day = datetime.combine(held.value, time())
                self.page.write_datetime(row, column, day, self.formats.of(**look))
            case int() | float():
                shown = self.formats.of(**look, num_format=held.form)
                self.page.write_number(row, column, held.value, shown)


def printed_page(sheet: Worksheet, paper: Paper) -> Worksheet:
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
