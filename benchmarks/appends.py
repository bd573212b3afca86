"""How long does one durable append take, with the tree, in a small ledger and a large?

Usage: appends.py [ENTRIES]. Each append is one event in a transaction of its own. The
floor inserts the very same rows (entry, tags, nodes of the tree) with `sqlite3` alone
into a copy of the ledger without triggers: same tables and indexes, same pragmas, one
transaction each. Both wait for the disk.
"""

import shutil
import sqlite3
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from statistics import median

import ledgers
import msgspec
from eventsourcing.dcb.api import DCBEvent

from ledger.events.money import PupilsCounted
from ledger.mapper import to_stored
from ledger.storage.opening import create_ledger, open_ledger
from ledger.storage.recorder import SQLRecorder

TABLES = ("entries", "tree_nodes", "entry_tags")


class Appends(msgspec.Struct):
    """Seconds for one append, and for the same rows without the ledger."""

    entries: int
    append: float
    raw: float
    ratio: float


def measure(folder: Path, entries: int, appends: int) -> Appends:
    """Append again and again to a ledger of so many entries, and do the same raw."""
    place, bare = folder / f"append-{entries}.db", folder / f"raw-{entries}.db"
    if entries:
        ledgers.write_ledger(str(place), entries)
    else:
        create_ledger(str(place)).dispose()
    shutil.copy(place, bare)
    engine = open_ledger(str(place))
    recorder = SQLRecorder(engine, author="benchmark")
    head = recorder.head()
    with closing(_bare(bare)) as raw, closing(sqlite3.connect(place)) as rows:
        times = [_both(recorder, rows, raw, _event(n)) for n in range(appends + 5)]
    engine.dispose()
    return Appends(
        entries=head,
        append=median(one[0] for one in times[5:]),  # the first ones warm up
        raw=median(one[1] for one in times[5:]),
        ratio=median(one[0] / one[1] for one in times[5:]),
    )


def _event(number: int) -> DCBEvent:
    counted = PupilsCounted(
        member="commune-fictive-00001", school_year="2024-2025", pupils=number + 1
    )
    return to_stored(counted, f"secretariat/effectifs-{number}")


def _both(
    recorder: SQLRecorder,
    rows: sqlite3.Connection,
    raw: sqlite3.Connection,
    event: DCBEvent,
) -> tuple[float, float]:
    """Append an event, then insert the rows that made."""
    started = time.perf_counter()
    position = recorder.append([event])
    appended = time.perf_counter() - started
    made = {
        table: rows.execute(
            f"SELECT * FROM {table} WHERE position = ?",  # noqa: S608 -- our tables
            (position,),
        ).fetchall()
        for table in TABLES
    }
    started = time.perf_counter()
    raw.execute("BEGIN IMMEDIATE")
    for table, found in made.items():
        places = ", ".join("?" * len(found[0]))
        raw.executemany(f"INSERT INTO {table} VALUES ({places})", found)  # noqa: S608
    raw.execute("COMMIT")
    return appended, time.perf_counter() - started


def _bare(place: Path) -> sqlite3.Connection:
    """Open a copy, and take its triggers away."""
    connection = sqlite3.connect(place, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    triggers = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    for (name,) in connection.execute(triggers).fetchall():
        connection.execute(f"DROP TRIGGER {name}")
    return connection


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="smo-benchmark-") as name:
        asked = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
        for size in (0, asked):
            print(measure(Path(name), size, 200))
