"""Insert the rows of a ledger into bare tables with `sqlite3` alone, and time that.

Usage: raw_inserts.py LEDGER FILE. The same rows in the same order, tables and index of
the same shape, the same pragmas, one transaction; no triggers. What no program written
in Python on this machine can beat: the floor that an import is measured against.
"""

import json
import sqlite3
import sys
import time
from contextlib import closing
from pathlib import Path

TABLES = ("entries", "entry_tags")


def main(ledger: Path, file: Path) -> float:
    """Copy the rows, and tell the seconds that inserting them took."""
    with closing(sqlite3.connect(ledger)) as source:
        shape = source.execute(
            "SELECT sql FROM sqlite_master WHERE type IN ('table', 'index') "
            "AND sql IS NOT NULL AND tbl_name IN (?, ?)",
            TABLES,
        ).fetchall()
        rows = source.execute("SELECT * FROM entries ORDER BY position").fetchall()
    tags = [(tag, row[0]) for row in rows for tag in json.loads(row[4])]
    with closing(sqlite3.connect(file, isolation_level=None)) as target:
        target.execute("PRAGMA journal_mode=WAL")
        target.execute("PRAGMA synchronous=FULL")
        for (statement,) in shape:
            target.execute(statement)
        started = time.perf_counter()
        target.execute("BEGIN IMMEDIATE")
        target.executemany("INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?)", rows)
        target.executemany("INSERT INTO entry_tags VALUES (?, ?)", tags)
        target.execute("COMMIT")
        return time.perf_counter() - started


if __name__ == "__main__":
    print(main(Path(sys.argv[1]), Path(sys.argv[2])))
