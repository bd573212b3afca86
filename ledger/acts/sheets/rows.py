"""Rows become acts: the plain values of an acts file, each with its cell."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import msgspec

from ledger.acts.places import InTable
from ledger.acts.problems import Keys, Problem
from ledger.acts.sheets.columns import ACT, MEMBER, REFERENCE, Column
from ledger.acts.sheets.contents import read
from ledger.acts.sheets.grid import Row, Value, is_blank, shown
from ledger.acts.sheets.headings import Headed
from ledger.acts.sheets.mistakes import (
    DisagreeingRowsError,
    EmptyCellError,
    OtherAuthorError,
    RepeatedRowError,
)
from ledger.acts.sheets.on_record import OnRecord
from ledger.authorities import authority_of
from ledger.errors import LedgerError


class Cell(msgspec.Struct, frozen=True):
    """A cell as read: its place, its column, its plain value if it says something."""

    place: InTable
    column: Column
    plain: Any = None
    written: str = ""


class SheetAct(msgspec.Struct):
    """An act made of one row or of several: its values, and the cell of each.

    `member` is the cell that names the institution of its first row.
    """

    raw: dict[str, Any]
    cells: dict[Keys, Cell]
    member: Cell | None = None


class Line(msgspec.Struct):
    """A row as read: its cells by their headings, and its reference, if it has one."""

    row: Row
    cells: dict[str, Cell]
    reference: str | None = None

    def plain(self, heading: str) -> Any:
        """Tell what the row says under a heading; None if nothing."""
        return self.cells[heading].plain if heading in self.cells else None


def acts_of(
    file: str, headed: Headed, on_record: OnRecord
) -> tuple[list[SheetAct], list[Problem]]:
    """Make acts of the rows of a sheet; rows of one reference make one act."""
    acts: dict[str, SheetAct] = {}
    problems: list[Problem] = []
    seen: dict[str, int] = {}
    for row in headed.rows:
        line, wrong = _read(file, headed, row, on_record)
        key = line.reference or f"row {row.number}"
        act = acts.setdefault(key, SheetAct({}, {}, line.cells.get(MEMBER)))
        problems += [
            *wrong,
            *_another_author(file, headed, line),
            *_repeated(file, headed, line, seen),
            *_fill(file, act, line),
        ]
        _decide(headed, act, line)
    return list(acts.values()), problems


# ------------------------------------------------------------------- one row
def _read(
    file: str, headed: Headed, row: Row, on_record: OnRecord
) -> tuple[Line, list[Problem]]:
    """Read the cells of a row, and its reference; note what is wrong in each cell."""
    line, problems = Line(row, {}), []
    for number, column in sorted(
        headed.columns.items(), key=lambda pair: headed.template.columns.index(pair[1])
    ):
        place = headed.grid.place(row, number, column.heading)
        plain = None
        try:
            plain = _plain(column, row.value(number), on_record)
        except LedgerError as error:
            problems.append(Problem(file, error, place))
        written = shown(row.value(number))
        line.cells[column.heading] = Cell(place, column, plain, written)
    line.reference = _reference(line)
    return line, problems


def _plain(column: Column, value: Value, on_record: OnRecord) -> Any:
    if is_blank(value):
        if column.required:
            raise EmptyCellError(heading=column.heading)
        return None
    return read(column.content, value, on_record)


def _reference(line: Line) -> str | None:
    """Tell the reference: a number alone is one of the institution of the row."""
    reference, member = line.plain(REFERENCE), line.plain(MEMBER)
    if reference and member and "/" not in reference:
        return f"{member}/{reference}"
    return reference or None


def _another_author(file: str, headed: Headed, line: Line) -> Iterator[Problem]:
    """Find an act of another author, where only the institution's own can be meant."""
    member = line.plain(MEMBER)
    if headed.template.member_goes_to or not member or line.reference is None:
        return
    authority = authority_of(line.reference)
    if authority != member:
        error = OtherAuthorError(
            act=line.reference,
            authority=authority,
            member=member,
            other=line.cells[MEMBER].place.mention,
        )
        yield Problem(file, error, line.cells[REFERENCE].place)


def _repeated(
    file: str, headed: Headed, line: Line, seen: dict[str, int]
) -> Iterator[Problem]:
    """Find an earlier row about the same."""
    about = [line.reference, *map(line.plain, headed.template.distinct)]
    if None in about:
        return
    first = seen.setdefault(str(about), line.row.number)
    if first != line.row.number:
        error = RepeatedRowError(other=first)
        yield Problem(file, error, line.cells[REFERENCE].place)


# ------------------------------------------------------------------- the act
def _fill(file: str, act: SheetAct, line: Line) -> Iterator[Problem]:
    """Put what a row says of the act into it; find where an earlier row differs."""
    if line.reference is not None:
        act.raw["act"] = line.reference
    act.raw.setdefault("decisions", [])
    for cell in line.cells.values():
        if cell.column.part != ACT:
            continue
        earlier = act.cells.setdefault(cell.column.to, cell)
        if cell.plain is None or cell.column.heading == REFERENCE:
            continue
        if earlier.plain is None or earlier is cell:
            act.cells[cell.column.to] = cell
            _put(act.raw, cell.column.to, cell.plain)
        elif earlier.plain != cell.plain:
            error = DisagreeingRowsError(
                act=line.reference,
                other=earlier.place.mention,
                heading=cell.column.heading,
                said=earlier.plain,
            )
            yield Problem(file, error, cell.place)


def _decide(headed: Headed, act: SheetAct, line: Line) -> None:
    """Add the decisions a row tells of; one no cell speaks of is none."""
    for part in dict.fromkeys(one.part for one in headed.template.columns):
        cells = [cell for cell in line.cells.values() if cell.column.part == part]
        if part in {ACT, MEMBER} or all(cell.plain is None for cell in cells):
            continue
        decision: dict[str, Any] = {"type": part}
        keys: Keys = ("decisions", len(act.raw["decisions"]))
        member = line.plain(MEMBER)
        if headed.template.member_goes_to == part and MEMBER in line.cells:
            act.cells[*keys, "member"] = line.cells[MEMBER]
            if member and member != authority_of(line.reference or ""):
                decision["member"] = member
        for cell in cells:
            act.cells[*keys, *cell.column.to] = cell
            if cell.plain is not None:
                _put(decision, cell.column.to, cell.plain)
            elif cell.column.required and len(cell.column.to) > 1:
                # What it goes into was meant, though its cell says nothing.
                decision.setdefault(str(cell.column.to[0]), {})
        act.raw["decisions"].append(decision)


def _put(raw: dict[str, Any], to: Keys, value: Any) -> None:
    """Put a value where it goes, and make what it goes into."""
    inner: Any = raw
    for key, following in pairwise(to):
        if isinstance(key, str):
            inner = inner.setdefault(key, [] if isinstance(following, int) else {})
        else:
            inner += [{} for _ in range(key + 1 - len(inner))]
            inner = inner[key]
    inner[to[-1]] = value
