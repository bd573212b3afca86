"""Does the index say what the entries say? Derive its lines again, and compare."""

from collections.abc import Iterator, Sequence

from commands.indexing import lines_at
from ledger.events.catalogue import types_bearing_on
from ledger.events.kind import Subject
from ledger.proof.fault import Fault
from ledger.storage.engine import Database, Snapshot
from ledger.storage.index import (
    all_lines,
    all_states,
    lookup,
    new_state,
)
from ledger.storage.index_line import IndexLine
from ledger.storage.lookup import IndexState
from ledger.version import VERSION
from projections.index.annexes import QUESTION

_KINDS = (str, int, bytes, str, str)
"""How the fields of an `IndexState` are stored."""


def index_faults(connection: Snapshot, engine: Database) -> Iterator[Fault]:
    """Tell in what the index differs from the entries it was made of.

    One that another version of the program made answers nothing, and is passed over.
    """
    found = lookup(connection)
    state = found.state(QUESTION) if found is not None else None
    if found is not None:
        ours, others = _states(connection)
        if ours and not _is_of_its_kinds(ours[0]):
            yield _fault("changed", "state", 1)
            return
        if state is not None and state.program != VERSION:
            return
        for number, _row in enumerate(others, len(ours) + 1):
            yield _fault("stray", "state", number)
    if found is not None and state is not None:
        if not found.is_of_this_ledger(state):
            yield Fault("index.foreign", None, "index_state")
            return
        bearing = types_bearing_on(Subject.ANNEXES)
        if state != new_state(connection, QUESTION, state.position, bearing):
            yield _fault("changed", "state", 1)
    yield from _line_faults(connection, engine, state)


def _states(
    connection: Snapshot,
) -> tuple[list[Sequence[object]], list[Sequence[object]]]:
    """Give the rows of the state: that of our question, and those of others."""
    rows = list(all_states(connection))
    ours = [row for row in rows if row[0] == QUESTION]
    return ours, [row for row in rows if row[0] != QUESTION]


def _is_of_its_kinds(row: Sequence[object]) -> bool:
    """Tell whether each cell is of the kind it is written as: a database may not."""
    return tuple(map(type, row)) == _KINDS


def _line_faults(
    connection: Snapshot, engine: Database, state: IndexState | None
) -> Iterator[Fault]:
    """Compare line by line."""
    lines = lines_at(engine, state.position) if state is not None else []
    expected = {_place(line): line for line in lines}
    for question, found in all_lines(connection):
        line = expected.pop(_place(found), None) if question == QUESTION else None
        if line is None:
            yield _fault("stray", found.part, found.number)
        elif line != found:
            yield _fault("changed", found.part, found.number)
    for part, number in expected:
        yield _fault("missing", part, number)


def _place(line: IndexLine) -> tuple[str, int]:
    return line.part, line.number


def _fault(what: str, part: str, number: int) -> Fault:
    values = {"part": part, "number": str(number)}
    return Fault(f"index.{what}", None, "index_lines", values)
