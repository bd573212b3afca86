"""Where in a file a mistake is: on a line, in a cell of a sheet, in a row of a CSV."""

import msgspec

from ledger.language import translate as _

EXCERPT = 160
"""So many signs are quoted, at most."""

_LETTERS = 26


class AtLine(msgspec.Struct, frozen=True):
    """A line of a text, from 1, and what stands on it."""

    line: int
    excerpt: str = ""

    def __str__(self) -> str:
        """Say it as it follows the name of the file."""
        return f":{self.line}"

    @property
    def margin(self) -> str:
        """Tell what is written before the excerpt."""
        return str(self.line)

    @property
    def order(self) -> tuple[int, ...]:
        """Tell where it comes in the file."""
        return (self.line,)


class AtCell(msgspec.Struct, frozen=True):
    """A cell of a workbook; sheet, row and column are counted from 1."""

    sheet: str
    number: int
    row: int
    column: int
    heading: str = ""
    excerpt: str = ""

    def __str__(self) -> str:
        """Say it as it follows the name of the file."""
        return f" [{self.sheet}] {self.name}"

    @property
    def name(self) -> str:
        """Tell what the cell is called within its sheet.

        >>> AtCell("Effectifs", 1, 7, 28).name
        'AB7'
        """
        return f"{letters_of(self.column)}{self.row}"

    @property
    def mention(self) -> str:
        """Tell how the mistake of another cell calls this one."""
        return self.name

    @property
    def margin(self) -> str:
        """Tell what is written before the excerpt."""
        return self.heading or self.name

    @property
    def order(self) -> tuple[int, ...]:
        """Tell where it comes in the file."""
        return self.number, self.row, self.column


class AtField(msgspec.Struct, frozen=True):
    """A field of a row of a CSV file: its line from 1, and its heading."""

    line: int
    column: int
    heading: str = ""
    excerpt: str = ""

    def __str__(self) -> str:
        """Say it as it follows the name of the file."""
        if not self.heading:
            return f":{self.line}"
        named = _("{line} «{heading}»").format(line=self.line, heading=self.heading)
        return f":{named}"

    @property
    def mention(self) -> str:
        """Tell how the mistake of another field calls this one."""
        return _("row {line}").format(line=self.line)

    @property
    def margin(self) -> str:
        """Tell what is written before the excerpt."""
        return self.heading or str(self.line)

    @property
    def order(self) -> tuple[int, ...]:
        """Tell where it comes in the file."""
        return self.line, self.column


InTable = AtCell | AtField
Place = AtLine | InTable


def excerpt_of(text: str) -> str:
    """Quote a text on one line, its beginning only where it is long."""
    line = " ".join(text.splitlines()).rstrip()
    return line if len(line) <= EXCERPT else f"{line[: EXCERPT - 1]}…"


def letters_of(column: int) -> str:
    """Name a column as spreadsheet programs do.

    >>> letters_of(1), letters_of(28)
    ('A', 'AB')
    """
    letters, rest = "", column
    while rest:
        rest, letter = divmod(rest - 1, _LETTERS)
        letters = chr(ord("A") + letter) + letters
    return letters
