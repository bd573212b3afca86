"""What the command that runs was given: its ledger, its keys, the files it reads."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ledger.errors import LedgerError
from ledger.language import N_

if TYPE_CHECKING:  # heavy, and loaded already where there is one
    from terminal.context import Context

OUTPUT = "output"
"""The one option that names a file to be written."""

OF_A_LEDGER = ("", "-wal", "-shm", "-journal")
"""The file of a ledger, and what SQLite puts beside it."""

OF_A_FILE = ("", ".pub")
"""What is read, and the public key that may stand beside it."""


class GivenFileError(LedgerError):
    """A file to be written is one that is needed as it is."""


class LedgerGivenError(GivenFileError):
    """It is the ledger's."""

    sentence = N_(
        "{path} belongs to the ledger {given} and is not written over. Name another "
        "file with --output"
    )


class InputGivenError(GivenFileError):
    """It is a key, or a file the command reads."""

    sentence = N_(
        "{path} belongs to {given}, which this command is to read, and is not written "
        "over. Name another file with --output"
    )


def ensure_not_given(path: Path) -> None:
    """Refuse to write over what the command that runs was given, by whatever name.

    Raises:
        GivenFileError: it is the ledger, a file of it, a key, or a file that is read.
    """
    context = click.get_current_context(silent=True)
    if context is None:
        return
    for given in _ledgers(context.find_root().obj):
        if _is_of(path, given, OF_A_LEDGER):
            raise LedgerGivenError(path=path, given=given)
    for given in _read(context):
        if _is_of(path, given, OF_A_FILE):
            raise InputGivenError(path=path, given=given)


def _ledgers(context: "Context | None") -> Iterator[Path]:
    """Tell the file of the ledger, by the name it was given and by its own."""
    if context is None:
        return
    place: str | None = context.place
    if "://" in context.place:
        from ledger.storage.places import database_url  # noqa: PLC0415 -- heavy

        try:
            url = database_url(context.place)
        except LedgerError:  # said when it is opened
            return
        place = url.database if url.drivername == "sqlite" else None
    if place:
        yield Path(place)
        if Path(place).is_symlink():  # what SQLite writes is beside the file itself
            yield Path(place).resolve()


def _read(context: click.Context | None) -> Iterator[Path]:
    """Tell the files that were named in any place but that of the one to be written."""
    while context is not None:
        for name, value in context.params.items():
            values: Any = value if isinstance(value, tuple) else (value,)
            if name != OUTPUT:
                yield from (one for one in values if isinstance(one, Path))
        context = context.parent


def _is_of(path: Path, given: Path, suffixes: tuple[str, ...]) -> bool:
    """Tell whether a path leads to a file, or to one that belongs beside it."""
    if not given.name:
        return False
    beside = (given.with_name(given.name + suffix) for suffix in suffixes)
    return any(_are_one(path, one) for one in beside)


def _are_one(path: Path, other: Path) -> bool:
    """Tell whether two paths lead to one file; a screen or a pipe is none."""
    try:
        if path.exists() and other.exists():
            return path.is_file() and path.samefile(other)
        return path.resolve() == other.resolve()
    except (OSError, RuntimeError):  # no name of a file, or links in a circle
        return False
