"""What a workbook hides is never recorded unseen: a sheet, rows, columns."""

from collections.abc import Iterable, Iterator
from itertools import count, groupby

from ledger.acts.places import letters_of
from ledger.acts.problems import Problem
from ledger.acts.sheets.grid import Grid, is_blank
from ledger.acts.sheets.mistakes import (
    HiddenColumnsError,
    HiddenRowsError,
    HiddenSheetError,
)


def hidden_in(file: str, grid: Grid) -> Iterator[Problem]:
    """Find what of a sheet is hidden and says something; of all of it, only that."""
    sheet, hidden = grid.name, grid.hidden
    if hidden.is_all:
        error = HiddenSheetError(sheet=sheet)
        yield Problem(file, error, grid.place(grid.rows[0], 1))
        return
    rows = [row for row in grid.rows if row.number in hidden.rows]
    if rows:
        named = _runs(row.number for row in rows)
        unseen = HiddenRowsError(sheet=sheet, rows=", ".join(named))
        yield Problem(file, unseen, grid.place(rows[0], 1))
    filled = {
        number: row
        for row in reversed(grid.rows)
        for number, value in enumerate(row.values, start=1)
        if number in hidden.columns and not is_blank(value)
    }
    if filled:
        first = min(filled)
        named = [letters_of(number) for number in sorted(filled)]
        concealed = HiddenColumnsError(sheet=sheet, columns=", ".join(named))
        yield Problem(file, concealed, grid.place(filled[first], first))


def _runs(numbers: Iterable[int]) -> list[str]:
    """Write numbers that follow each other as one: `3`, `7-12`."""
    steps = count()
    runs = [
        [*run] for _, run in groupby(numbers, key=lambda number: number - next(steps))
    ]
    return [str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs]
