"""A copy of a ledger's file, made while others may record in it."""

import os
import secrets
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from ledger.error_texts import reason_of
from ledger.keeping_errors import NoFileToCopyError, TakenFileError, UnwritableCopyError
from ledger.language import translate as _
from ledger.storage.database_errors import SQLITE_ERRORS, error_of
from ledger.storage.places import shown_place
from ledger.storage.tree import frontier

BESIDE = ("-wal", "-shm", "-journal")
"""What SQLite may put beside a file, or take for the file's own if it finds it."""


def copy_in_progress(file: Path) -> Path:
    """Tell where a copy waits until it has been read again."""
    return file.with_name(f".{file.name}.{secrets.token_hex(4)}.part")


@contextmanager
def copied(engine: Engine, file: Path) -> Iterator[Path]:
    """Copy a ledger beside where it shall be; it takes that place if all went well.

    The copy is one state of the ledger, whoever records meanwhile (SQLite's online
    backup). Whatever goes wrong, no part of a copy is left.

    Raises:
        NoFileToCopyError: the ledger is no file.
        TakenFileError: there is something where the copy shall be.
        UnwritableCopyError: the copy cannot be written there.
    """
    if engine.dialect.name != "sqlite":
        raise NoFileToCopyError(
            place=shown_place(str(engine.url.set(drivername="postgresql")))
        )
    _ensure_free(file)
    part = copy_in_progress(file)
    try:
        _create(part)
        _fill(engine, part)
        yield part
        part.chmod(_rights_of(engine))
        _put_in_place(part, file)
    except OSError as error:
        raise UnwritableCopyError(file=file, reason=reason_of(error)) from error
    finally:
        for suffix in ("", *BESIDE):
            part.with_name(part.name + suffix).unlink(missing_ok=True)


def root_at(engine: Engine, size: int) -> bytes:
    """Tell the root of the tree over the first entries, as the tree is stored."""
    with engine.connect() as connection:
        return frontier(connection, size).root()


def _ensure_free(file: Path) -> None:
    if not file.name:  # the folder one is in, or the root
        raise UnwritableCopyError(file=file, reason=_("Is a directory"))
    for suffix in ("", *BESIDE):
        path = file.with_name(file.name + suffix)
        if os.path.lexists(path):
            raise TakenFileError(file=path)


def _create(part: Path) -> None:
    """Create the file so that nobody else can read in it before it is done."""
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def _rights_of(engine: Engine) -> int:
    """Tell who may read the ledger; whoever copied it may also write the copy."""
    return stat.S_IMODE(Path(engine.url.database or "").stat().st_mode) | 0o600


def _fill(engine: Engine, part: Path) -> None:
    with (
        engine.connect().execution_options(begin="") as connection,
        closing(sqlite3.connect(part)) as target,
    ):
        source: Any = connection.connection.dbapi_connection
        try:
            source.backup(target)
        except SQLITE_ERRORS as error:
            raise error_of(str(part), error) from error


def _put_in_place(part: Path, file: Path) -> None:
    """Give the copy its name, once it is on the disk for good."""
    _sync(part, os.O_RDWR)
    try:
        os.link(part, file)  # which fails where another has come first
    except FileExistsError as error:
        raise TakenFileError(file=file) from error
    except OSError:  # a disk without links
        part.rename(file)
    if hasattr(os, "O_DIRECTORY"):
        _sync(file.parent, os.O_RDONLY)


def _sync(path: Path, flags: int) -> None:
    descriptor = os.open(path, flags)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
