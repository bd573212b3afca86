"""An index as it is stored: made, brought up to date, dropped (read in `lookup.py`)."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

import msgspec
from sqlalchemy import Connection, Engine, delete, insert, select

from ledger.storage.engine import asking, writing
from ledger.storage.index_line import IndexLine
from ledger.storage.index_tables import (
    has_index,
    index_lines,
    index_metadata,
    index_state,
)
from ledger.storage.lookup import IndexState, Lookup
from ledger.storage.roles import let_read_index
from ledger.storage.tree import frontier
from ledger.version import VERSION

CHUNK = 5_000


def lookup(connection: Connection) -> Lookup | None:
    """Look on a connection; None where there is no index."""
    return Lookup(asking(connection)) if has_index(connection) else None


def state_of(connection: Connection, question: str) -> IndexState | None:
    """Give what the index of a question was made of; None if there is none."""
    found = lookup(connection)
    return found.state(question) if found is not None else None


def new_state(
    connection: Connection, question: str, position: int, bearing: Iterable[str]
) -> IndexState:
    """Tell what an index is made of that this program makes at a position."""
    root = frontier(connection, position).root()
    written = msgspec.json.encode(list(bearing)).decode()
    return IndexState(question, position, root, VERSION, written)


def all_states(connection: Connection) -> Iterator[Sequence[object]]:
    """Give the rows that say what an index was made of, in the order of `IndexState`.

    They are given as they are stored, of whatever kind.
    """
    names = ", ".join(IndexState.__struct_fields__)
    yield from asking(connection)(f"SELECT {names} FROM index_state", {})  # noqa: S608


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
        if connection.dialect.name == "postgresql":
            let_read_index(connection)
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
