"""An index as it is stored: what it was made of, and its lines.

It answers for a position if the same program made it, of this very ledger, and no entry
between the two positions bears on its lines.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice
from typing import TypeAlias

import msgspec
from sqlalchemy import Connection, Engine, delete, insert, inspect, or_, select

from ledger.errors import BrokenTreeError
from ledger.storage.engine import writing
from ledger.storage.index_line import IndexLine
from ledger.storage.index_tables import index_lines, index_metadata, index_state
from ledger.storage.positions import Positions
from ledger.storage.schema import entries
from ledger.storage.tree import frontier
from ledger.version import VERSION

CHUNK = 5_000


Lines: TypeAlias = Mapping[str, Sequence[str]]
"""The lines shown on a day, by the part of the answer they belong to."""


class IndexState(msgspec.Struct, frozen=True):
    """What an index was made of: the ledger up to a position, by which program.

    `bearing` lists the stored names of what bears on its lines, as JSON.
    """

    question: str
    position: int
    root: bytes
    program: str
    bearing: str


def has_index(connection: Connection) -> bool:
    """Tell whether there are the tables of an index."""
    inspector = inspect(connection)
    return all(map(inspector.has_table, index_metadata.tables))


def state_of(connection: Connection, question: str) -> IndexState | None:
    """Give what the index of a question was made of; None if there is none."""
    if not has_index(connection):
        return None
    wanted = select(index_state).where(index_state.c.question == question)
    row = connection.execute(wanted).first()
    if row is None:
        return None
    question, position, root, program, bearing = row
    return IndexState(question, position, bytes(root), program, bearing)


def new_state(
    connection: Connection, question: str, position: int, bearing: Iterable[str]
) -> IndexState:
    """Tell what an index is made of that this program makes at a position."""
    root = frontier(connection, position).root()
    written = msgspec.json.encode(list(bearing)).decode()
    return IndexState(question, position, root, VERSION, written)


def is_of_this_ledger(connection: Connection, state: IndexState) -> bool:
    """Tell whether the ledger held, at the index's position, what it was made of."""
    if not 0 <= state.position <= Positions(connection).head():
        return False
    try:
        return frontier(connection, state.position).root() == state.root
    except BrokenTreeError:
        return False


def answers_for(connection: Connection, state: IndexState, position: int) -> bool:
    """Tell whether an index tells what a question would find at a position."""
    if state.program != VERSION or not is_of_this_ledger(connection, state):
        return False
    try:
        bearing = msgspec.json.decode(state.bearing, type=list[str])
    except msgspec.MsgspecError:
        return False
    first, last = sorted((state.position, position))
    between = (
        select(entries.c.position)
        .where(entries.c.type.in_(bearing))
        .where(entries.c.position > first, entries.c.position <= last)
        .limit(1)
    )
    return connection.scalar(between) is None


def lines_known_at(
    connection: Connection,
    question: str,
    position: int,
    parts: Iterable[str],
    day: date,
) -> Lines | None:
    """Give the lines that parts of an answer show on a day, in their order.

    None where no index answers for the position.
    """
    state = state_of(connection, question)
    if state is None or not answers_for(connection, state, position):
        return None
    found: dict[str, list[str]] = {part: [] for part in parts}
    table, on = index_lines.c, day.isoformat()
    is_shown = or_(table.until_day.is_(None), table.until_day > on)
    wanted = (
        select(table.part, table.line)
        .where(table.question == question, table.part.in_(found))
        .where(table.from_day <= on, is_shown)
        .order_by(table.part, table.number)
    )
    for part, line in connection.execute(wanted):
        found[part].append(line)
    return found


def all_lines(connection: Connection) -> Iterator[tuple[str, IndexLine]]:
    """Give all lines there are, each with its question."""
    if not has_index(connection):
        return
    table = index_lines.c
    columns = (table.part, table.number, table.from_day, table.until_day, table.line)
    wanted = select(table.question, *columns)
    stream = {"yield_per": CHUNK}
    for question, *line in connection.execute(wanted, execution_options=stream):
        yield question, IndexLine(*line)


def write_index(engine: Engine, state: IndexState, lines: Iterable[IndexLine]) -> None:
    """Put the lines of a question in the place of those there are."""
    with writing(engine) as connection:
        index_metadata.create_all(connection)
        question = index_lines.c.question
        connection.execute(delete(index_lines).where(question == state.question))
        rows = (
            {"question": state.question} | msgspec.structs.asdict(line)
            for line in lines
        )
        while chunk := list(islice(rows, CHUNK)):
            connection.execute(insert(index_lines), chunk)
        _write_state(connection, state)


def advance_index(engine: Engine, state: IndexState, kept: IndexState) -> None:
    """Let the lines made with an earlier state stand for a later position."""
    with writing(engine) as connection:
        # Somebody may have made others meanwhile: those are as good, and stay.
        if state_of(connection, state.question) == kept:
            _write_state(connection, state)


def drop_index(engine: Engine) -> bool:
    """Drop the tables of an index; tell whether there were any."""
    with writing(engine) as connection:
        found = has_index(connection)
        index_metadata.drop_all(connection)
    return found


def _write_state(connection: Connection, state: IndexState) -> None:
    question = index_state.c.question
    connection.execute(delete(index_state).where(question == state.question))
    connection.execute(insert(index_state).values(msgspec.structs.asdict(state)))
