"""Look an answer up in an index, over any connection that can be asked.

Nothing heavy is loaded for it: an answer is looked up in less time than the libraries
take to load that recording needs.
"""

import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import Any, TypeAlias

import msgspec

from ledger.storage.edge import edge
from ledger.storage.positions import Ask, Positions
from ledger.unfit import BrokenTreeError
from ledger.version import FORMAT_VERSION, VERSION

Lines: TypeAlias = Mapping[str, Sequence[str]]
"""The lines shown on a day, by the part of the answer they belong to."""

_ERRORS = (sqlite3.Error, UnicodeDecodeError)
"""What reading a file may end in: SQLite's own message may be no UTF-8."""

_INDEX_TABLES = (
    "SELECT name FROM sqlite_master WHERE name IN ('index_lines', 'index_state')"
)
_FORMAT = "SELECT version FROM ledger_format"
_STATE = (
    "SELECT question, CAST(position AS INTEGER), root, program, bearing"
    " FROM index_state WHERE question = :question"
)
_BETWEEN = (
    "SELECT position FROM entries"
    " WHERE position > :first AND position <= :last AND type IN ({}) LIMIT 1"
)
_LINES = (
    "SELECT part, CAST(line AS TEXT) FROM index_lines"
    " WHERE question = :question AND part IN ({})"
    " AND from_day <= :day AND (until_day IS NULL OR until_day > :day)"
    " ORDER BY part, number"
)


class IndexState(msgspec.Struct, frozen=True):
    """What an index was made of: the ledger up to a position, by which program.

    `bearing` lists the stored names of what bears on its lines, as JSON.
    """

    question: str
    position: int
    root: bytes
    program: str
    bearing: str


class Lookup:
    """An index that is there, and the ledger it was made of."""

    def __init__(self, ask: Ask) -> None:
        """Look by asking a database that has the tables of an index."""
        self._ask = ask

    def state(self, question: str) -> IndexState | None:
        """Give what the index of a question was made of; None if there is none."""
        for asked, position, root, program, bearing in self._ask(
            _STATE, {"question": question}
        ):
            head = root if isinstance(root, bytes) else b""
            return IndexState(asked, position, head, program, str(bearing))
        return None

    def is_of_this_ledger(self, state: IndexState) -> bool:
        """Tell whether the ledger held, at its position, what it was made of."""
        if not 0 <= state.position <= Positions(self._ask).head():
            return False
        try:
            return edge(self._ask, state.position).root() == state.root
        except BrokenTreeError:
            return False

    def answers_for(self, state: IndexState, position: int) -> bool:
        """Tell whether it tells what a question would find at a position.

        It does if this program made it, of this ledger, and no entry between the two
        positions bears on its lines.
        """
        if state.program != VERSION or not self.is_of_this_ledger(state):
            return False
        try:
            bearing = msgspec.json.decode(state.bearing, type=list[str])
        except msgspec.MsgspecError:
            return False
        names, values = _listed(bearing)
        first, last = sorted((state.position, position))
        between = {"first": first, "last": last}
        return not self._ask(_BETWEEN.format(names), values | between)

    def lines_known_at(
        self, question: str, position: int, parts: Iterable[str], day: date
    ) -> Lines | None:
        """Give the lines that parts of an answer show on a day, in their order.

        None where the index does not answer for the position.
        """
        state = self.state(question)
        if state is None or not self.answers_for(state, position):
            return None
        found: dict[str, list[str]] = {part: [] for part in parts}
        names, values = _listed(found)
        on = {"question": question, "day": day.isoformat()}
        for part, line in self._ask(_LINES.format(names), values | on):
            found[part].append(line)
        return found


@contextmanager
def file_with_index(path: Path) -> Iterator[Ask | None]:
    """Open a SQLite file to look answers up in it; None if they cannot be there.

    Whatever is wrong with the file is passed over: who derives the answer says it.
    """
    connection = _with_index(path)
    if connection is None:
        yield None
        return

    def ask(asked: str, values: Mapping[str, Any]) -> Sequence[Sequence[Any]]:
        return connection.execute(asked, values).fetchall()

    with closing(connection), suppress(*_ERRORS):
        yield ask


def _with_index(path: Path) -> sqlite3.Connection | None:
    """Begin to read a file, if it is a ledger of our format and has an index."""
    # Elsewhere opening a file well takes more care than a look-up is worth; and beside
    # an empty one, SQLite would throw a journal away.
    places = (path, path.absolute().parent)
    if not (path.is_file() and path.stat().st_size):
        return None
    if not all(os.access(place, os.W_OK) for place in places):
        return None
    uri = f"{path.absolute().as_uri()}?mode=rw"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None)
    with suppress(*_ERRORS):
        connection.execute("PRAGMA query_only=ON")
        connection.execute("BEGIN")
        has_index = len(connection.execute(_INDEX_TABLES).fetchall()) == 2  # noqa: PLR2004 -- both
        formats = connection.execute(_FORMAT).fetchall() if has_index else []
        if formats == [(FORMAT_VERSION,)]:
            return connection
    connection.close()
    return None


def _listed(values: Iterable[str]) -> tuple[str, dict[str, str]]:
    """Name values one by one, as lists are asked for."""
    named = {f"v{number}": value for number, value in enumerate(values)}
    return ", ".join(f":{name}" for name in named), named
