"""Write a file whole, or not at all: what fails half-way leaves what was there."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from ledger.errors import LedgerError
from ledger.language import N_
from ledger.reasons import reason_of


class UnwritableError(LedgerError):
    """The file asked for cannot be written."""

    sentence = N_("{path} cannot be written: {reason}. Name another file")


@contextmanager
def whole(path: Path) -> Iterator[IO[bytes]]:
    """Open a file that stands under its name once all of it is written.

    Raises:
        UnwritableError: it cannot be written.
    """
    try:
        with _opened(path) as file:
            yield file
    except OSError as error:
        raise UnwritableError(path=path, reason=reason_of(error)) from error


@contextmanager
def _opened(path: Path) -> Iterator[IO[bytes]]:
    target = path.resolve()
    if target.exists() and not target.is_file():  # a pipe, a device: never replaced
        with target.open("wb") as file:
            yield file
        return
    part = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with part.open("wb") as file:
            yield file
        if target.exists():
            part.chmod(target.stat().st_mode)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
