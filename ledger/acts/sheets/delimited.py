"""Read a CSV file as a sheet, as French spreadsheet programs write it or as others do.

The separator is the one the line of headings uses most; the encoding is UTF-8, else
Windows-1252, which French Excel writes.
"""

import codecs
import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

from ledger.acts.places import AtLine
from ledger.acts.problems import Problem, ProblemsError, UnreadableFileError
from ledger.acts.sheets.grid import Grid, Row, is_blank
from ledger.acts.sheets.limits import MOST_CELLS, read_sheet
from ledger.acts.sheets.mistakes import (
    BinaryTableError,
    QuotationMarksError,
    TooLargeSheetError,
)
from ledger.error_texts import reason_of

WINDOWS = "Windows-1252"

_SEPARATORS = ";\t,"
_DECLARED = re.compile(r"sep=([;\t,])\r?\n")
_QUOTED = re.compile('"[^"]*"')
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_delimited(path: Path) -> tuple[Grid, str | None]:
    """Read a CSV file; tell its encoding where it is not UTF-8.

    Raises:
        ProblemsError: it cannot be read, is no text, or is badly quoted.
    """
    text, encoding = _text_of(path)
    declared = _DECLARED.match(text)
    body = text[declared.end() :] if declared else text
    separator = declared[1] if declared else _separator(body)
    rows = tuple(_rows(path, body, separator, first=2 if declared else 1))
    return Grid(None, 1, rows), encoding


def _text_of(path: Path) -> tuple[str, str | None]:
    """Decode a file: a mark at its beginning tells UTF-16, else it is tried."""
    try:
        content = read_sheet(path)
        if content.startswith(_UTF_16):
            return content.decode("utf-16"), "UTF-16"
        if b"\0" in content:
            raise _wrong(path, BinaryTableError())
        try:
            return content.decode("utf-8-sig"), None
        except UnicodeDecodeError:
            return content.decode(WINDOWS), WINDOWS
    except TooLargeSheetError as error:
        raise _wrong(path, error) from error
    except (OSError, UnicodeDecodeError) as error:
        unreadable = UnreadableFileError(reason=reason_of(error))
        raise _wrong(path, unreadable) from error


def _separator(text: str) -> str:
    """Tell the separator of the line of headings; it does not count in quotes."""
    headings = next((line for line in text.splitlines() if line.strip(" ;,\t")), "")
    bare = _QUOTED.sub("", headings)
    return max(_SEPARATORS, key=bare.count)


def _rows(path: Path, text: str, separator: str, *, first: int) -> Iterator[Row]:
    """Read the rows that are not empty, each with the number of its first line."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    cells, line = 0, first
    try:
        for values in reader:
            cells += len(values)
            if cells > MOST_CELLS:
                raise _wrong(path, TooLargeSheetError(most=MOST_CELLS), line)
            if not all(map(is_blank, values)):
                yield Row(line, tuple(values))
            line = first + reader.line_num
    except csv.Error as error:
        raise _wrong(path, QuotationMarksError(), line) from error


def _wrong(path: Path, error: Exception, line: int = 1) -> ProblemsError:
    return ProblemsError([Problem(str(path), error, AtLine(line))])
