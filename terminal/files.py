"""Write a file whole, or not at all: what fails half-way leaves what was there.

What a command was given to work on, and the ledger, are never written over.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, NamedTuple

from ledger.error_texts import reason_of
from ledger.errors import LedgerError
from ledger.language import N_
from terminal.overwrite_guard import ensure_not_given


class UnwritableError(LedgerError):
    """The file asked for cannot be written."""

    sentence = N_("{path} cannot be written: {reason}. Name another file")


class NewFile(NamedTuple):
    """A file that is not there yet, and who may read it."""

    path: Path
    content: bytes
    mode: int = 0o644


@contextmanager
def atomic_write(path: Path) -> Iterator[IO[bytes]]:
    """Open a file that stands under its name once all of it is written.

    Raises:
        GivenFileError: it belongs to the ledger, or the command was given it to read.
        UnwritableError: it cannot be written.
    """
    ensure_not_given(path)
    with _said_of(path), _opened(path) as file:
        yield file


def create(*files: NewFile) -> None:
    """Write files that are not there yet: all of them, each whole, or none.

    Raises:
        UnwritableError: one is there, or cannot be written.
    """
    parts: list[Path] = []
    placed: list[Path] = []
    try:
        for file in files:
            with _said_of(file.path):
                parts.append(_part_of(file.path))
                _fill(parts[-1], file)
        for file, part in zip(files, parts, strict=True):
            with _said_of(file.path):
                _put_in_place(part, file.path)
                placed.append(file.path)
    except UnwritableError:
        for path in placed:
            path.unlink(missing_ok=True)
        raise
    finally:
        for part in parts:
            with suppress(OSError):
                part.unlink(missing_ok=True)


@contextmanager
def _opened(path: Path) -> Iterator[IO[bytes]]:
    target = path.resolve()
    if target.exists() and not target.is_file():  # a pipe, a device: never replaced
        with target.open("wb") as file:
            yield file
        return
    part = _part_of(target)
    try:
        with part.open("wb") as file:
            yield file
        if target.exists():
            part.chmod(target.stat().st_mode)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def _said_of(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise UnwritableError(path=path, reason=reason_of(error)) from error


def _part_of(path: Path) -> Path:
    return path.with_name(f".{path.name}.{os.getpid()}")


def _fill(part: Path, file: NewFile) -> None:
    opened = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, file.mode)
    with os.fdopen(opened, "wb") as written:
        written.write(file.content)
        written.flush()
        os.fsync(opened)


def _put_in_place(part: Path, path: Path) -> None:
    """Give a file its name, unless it is another's."""
    try:
        os.link(part, path)
    except OSError:  # another file, or a disk without links
        if os.path.lexists(path):
            raise
        part.rename(path)
