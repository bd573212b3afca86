"""Which template is a sheet made from, and which column is which?"""

from collections.abc import Iterator, Sequence

import msgspec

from ledger.acts.problems import Problem
from ledger.acts.sheets.columns import Column, Template
from ledger.acts.sheets.grid import Grid, Row, is_blank, shown
from ledger.acts.sheets.mistakes import (
    MissingHeadingError,
    NoHeadingError,
    RepeatedHeadingError,
    UnknownHeadingError,
    UnknownSheetError,
)

ENOUGH = 2
"""So many headings of a template tell that a sheet is made from it."""


class Headed(msgspec.Struct):
    """A sheet whose headings were read: its template, its columns, its rows."""

    grid: Grid
    template: Template
    columns: dict[int, Column]
    rows: Sequence[Row]


def headed(
    file: str, grid: Grid, templates: Sequence[Template]
) -> Headed | list[Problem]:
    """Read the headings of a sheet that is not empty; or list what is wrong in them."""
    top, *rows = grid.rows
    written = {
        number: " ".join(shown(value).split())
        for number, value in enumerate(top.values, start=1)
        if not is_blank(value)
    }
    template = _template_of(list(written.values()), templates)
    if template is None:
        names = "|".join(one.name for one in templates)
        error = UnknownSheetError(templates=names)
        return [Problem(file, error, grid.place(top, min(written)))]
    found = {number: template.named(heading) for number, heading in written.items()}
    known = {number: column for number, column in found.items() if column is not None}
    sheet = Headed(grid, template, known, rows)
    wrong = [
        *_repeated(file, sheet, top),
        *_unknown(file, sheet, top, written),
        *_without_heading(file, sheet, written),
    ]
    return wrong or sheet


def _template_of(
    headings: Sequence[str], templates: Sequence[Template]
) -> Template | None:
    """Choose the template with most of the headings, and fewest missing."""

    def likeness(template: Template) -> tuple[int, int]:
        found = {one for one in map(template.named, headings) if one is not None}
        missing = [one for one in template.columns if one.required and one not in found]
        return len(found), -len(missing)

    best = max(templates, key=likeness)
    return best if likeness(best)[0] >= ENOUGH else None


def _repeated(file: str, sheet: Headed, top: Row) -> Iterator[Problem]:
    seen: set[Column] = set()
    for number, column in sheet.columns.items():
        if column in seen:
            error = RepeatedHeadingError(heading=column.heading)
            yield Problem(file, error, sheet.grid.place(top, number))
        seen.add(column)


def _unknown(
    file: str, sheet: Headed, top: Row, written: dict[int, str]
) -> Iterator[Problem]:
    """Find headings of no column that says anything, and columns that are missing.

    A column probably there under a misspelt heading is not said to be missing.
    """
    present = set(sheet.columns.values())
    absent = [one for one in sheet.template.columns if one not in present]
    offered: set[str] = set()
    for number, heading in written.items():
        if number in sheet.columns or not _says_something(sheet, number):
            continue
        error = UnknownHeadingError(
            name=heading,
            known=[one.heading for one in absent or sheet.template.columns],
            template=sheet.template.name,
            title=sheet.template.title,
        )
        offered.update(error.closest())
        yield Problem(file, error, sheet.grid.place(top, number))
    for column in absent:
        if column.required and column.heading not in offered:
            missing = MissingHeadingError(heading=column.heading)
            yield Problem(file, missing, sheet.grid.place(top, min(written)))


def _says_something(sheet: Headed, number: int) -> bool:
    return not all(is_blank(row.value(number)) for row in sheet.rows)


def _without_heading(
    file: str, sheet: Headed, written: dict[int, str]
) -> Iterator[Problem]:
    """Find the first value of each column that has no heading."""
    seen: set[int] = set(written)
    for row in sheet.rows:
        for number, value in enumerate(row.values, start=1):
            if number not in seen and not is_blank(value):
                seen.add(number)
                error = NoHeadingError(
                    template=sheet.template.name, title=sheet.template.title
                )
                yield Problem(file, error, sheet.grid.place(row, number))
