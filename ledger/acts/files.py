"""Read any file acts come in by; give mistakes in it their places."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from ledger.acts import lines
from ledger.acts.problems import Found, Problem
from ledger.acts.reading import read_acts
from ledger.acts.sheets.on_record import NOTHING, OnRecord
from ledger.acts.sheets.reading import is_spreadsheet, locate_cells, read_sheets


class ActsRead(msgspec.Struct, frozen=True):
    """Acts as plain values; what is wrong already; the encoding if it is not UTF-8."""

    acts: list[Any]
    problems: list[Problem] = []
    encoding: str | None = None


def read_file(path: Path, on_record: OnRecord = NOTHING) -> ActsRead:
    """Read the acts of a file, whichever its format, not yet checked.

    Raises:
        ProblemsError: the file cannot be read, or holds no acts.
    """
    if not is_spreadsheet(path):
        return ActsRead(read_acts(path))
    sheets = read_sheets(path, on_record)
    acts = [act.raw for act in sheets.acts]
    return ActsRead(acts, sheets.problems, sheets.encoding)


def locate(
    path: Path, found: Iterable[Found], on_record: OnRecord = NOTHING
) -> list[Problem]:
    """Give each mistake in a file its line or its cell."""
    if is_spreadsheet(path):
        return locate_cells(path, found, on_record)
    return lines.locate(path, found)
