"""Open a ledger to ask it: nothing is written, and it may lie where nothing can be."""

from pathlib import Path

from sqlalchemy import Engine

from ledger.errors import (
    NoLedgerError,
    OvertakenLedgerError,
    StrandedLedgerError,
)
from ledger.storage.engine import postgresql_engine, sqlite_engine
from ledger.storage.opening import checked
from ledger.storage.places import (
    database_url,
    ledger_file,
    may_write,
    shown_place,
    unfinished,
)

QUIET = "query_only=ON"
"""With this SQLite refuses whatever would write."""


def read_ledger(place: str) -> Engine:
    """Open a ledger that exists, so that it can be read and nothing else.

    Raises:
        LedgerError: as `open_ledger` says.
        StrandedLedgerError: it may only be read here, and its end is in a journal.
    """
    url, shown = database_url(place), shown_place(place)
    if url.drivername != "sqlite":
        engine = postgresql_engine(url, shown=shown)
        engine.update_execution_options(postgresql_readonly=True)
        return checked(engine, place)
    path = ledger_file(place, url)
    if not path.exists():
        raise NoLedgerError(place=shown)
    return checked(_reading(path, shown), place)


def ensure_untouched(engine: Engine) -> None:
    """Refuse an answer for which a file was read as one at rest, and was not.

    Raises:
        OvertakenLedgerError: somebody has written to it meanwhile.
    """
    at_rest = engine.get_execution_options().get("at_rest")
    if at_rest is not None:
        path, before, shown = at_rest
        if _state(path) != before:
            raise OvertakenLedgerError(place=shown)


def _reading(path: Path, shown: str) -> Engine:
    """Choose how SQLite gets at a file, <https://sqlite.org/wal.html#readonly>.

    Where both file and folder may be written, a reader tidies up behind it; one that
    may only read would leave files of its own in the recorder's way, or need files
    that it cannot create. So it takes the file as one at rest, if it is.
    """
    if may_write(path):
        return sqlite_engine(path, shown=shown, mode="rw", pragma=QUIET)
    shared = [path.with_name(f"{path.name}-{suffix}") for suffix in ("shm", "wal")]
    journal = unfinished(path)
    if all(one.exists() for one in shared):  # as where others have it open
        return sqlite_engine(path, shown=shown, mode="ro", pragma=QUIET)
    if journal is not None:
        raise StrandedLedgerError(place=shown, journal=journal)
    before = _state(path)
    engine = sqlite_engine(path, shown=shown, mode="ro&immutable=1", pragma=QUIET)
    engine.update_execution_options(at_rest=(path, before, shown))
    return engine


def _state(path: Path) -> tuple[int, int, int]:
    """Tell what changes when SQLite writes to a file."""
    found = path.stat()
    return found.st_ino, found.st_size, found.st_mtime_ns
