"""Make the index by which the annexes are looked up, or bring it up to date."""

import msgspec

from commands.progress import Progress, counted, silent
from ledger.events.catalogue import types_bearing_on
from ledger.events.kind import Subject
from ledger.mapper import entries_from
from ledger.storage.engine import Database, asking, snapshot
from ledger.storage.index import (
    advance_index,
    lookup,
    new_state,
    write_index,
)
from ledger.storage.index_line import IndexLine
from ledger.storage.positions import Positions
from ledger.storage.recorder import SQLRecorder
from projections.index.annexes import QUESTION
from projections.index.lines import annex_lines
from projections.timelines.world import world_of


class Indexed(msgspec.Struct, frozen=True):
    """Up to which position the index answers; how many lines were made for that."""

    position: int
    made: int | None


def index(engine: Database, *, progress: Progress = silent) -> Indexed:
    """Bring the index up to the ledger's end.

    Where nothing recorded since bears on its lines, they are kept as they are.
    """
    with snapshot(engine) as connection:
        head = Positions(asking(connection)).head()
        there = lookup(connection)
        found = there.state(QUESTION) if there is not None else None
        state = new_state(connection, QUESTION, head, types_bearing_on(Subject.ANNEXES))
        is_kept = (
            there is not None
            and found is not None
            and found.bearing == state.bearing
            and there.answers_for(found, head)
        )
    if found is not None and is_kept:
        advance_index(engine, state, kept=found)
        return Indexed(head, None)
    lines = lines_at(engine, head, progress)
    write_index(engine, state, lines)
    return Indexed(head, len(lines))


def lines_at(
    engine: Database, position: int, progress: Progress = silent
) -> list[IndexLine]:
    """Derive the lines from the entries up to a position."""
    stored = SQLRecorder(engine).entries(until=position)
    entries = counted(entries_from(stored), "entries", position, progress)
    return list(annex_lines(world_of(entries, position=position)))
