"""What the name of a file says of the format in it: one way for every command.

A file without a suffix, or with one that names no format, takes any text.
"""

from collections.abc import Sequence
from pathlib import Path

import click

from ledger.language import translate as _

OF_BYTES = ("xlsx", "pdf")
"""The formats that no screen shows."""

_TEXT = ".txt"
_SUFFIXES = {
    "table": _TEXT,
    "json": ".json",
    "csv": ".csv",
    "md": ".md",
    "xlsx": ".xlsx",
    "pdf": ".pdf",
    "ics": ".ics",
    "yaml": ".yaml",
}
"""The suffix of each format that is written here."""

_ALSO = {".yml": "yaml"}
_FOREIGN = frozenset(
    (
        *(".doc", ".docm", ".docx", ".dot", ".dotx", ".epub", ".fods", ".fodt"),
        *(".htm", ".html", ".numbers", ".odp", ".ods", ".odt", ".ott", ".pages"),
        *(".ppt", ".pptx", ".rtf", ".tex", ".tsv", ".xhtml", ".xls", ".xlsb"),
        *(".xlsm", ".xlt", ".xltx", ".xml"),
    )
)
"""Suffixes of formats that nothing is written in."""


def format_for(output: Path | None, formats: Sequence[str], asked: str | None) -> str:
    """Choose the format: the one asked for, that of the file's name, or the first.

    Raises:
        UsageError: the name of the file says another format, or one there is not.
    """
    suffix = "" if output is None else output.suffix.lower()
    named = _format_of(suffix)
    if output is None or (named is None and suffix not in _FOREIGN):
        return asked or named or formats[0]
    if asked is not None and named != asked and not _takes(suffix, asked):
        text = _("«{name}» does not go with --format {format}; let it end in {known}")
        known = _SUFFIXES[asked]
        raise click.UsageError(text.format(name=output.name, format=asked, known=known))
    if asked is None and named not in formats and not _takes(suffix, formats[0]):
        raise _misnamed(output, formats)
    return asked or (named if named in formats else None) or formats[0]


def format_within(output: Path, formats: Sequence[str]) -> str:
    """Tell the format that the name of a file says; it must say one of these.

    Raises:
        UsageError: it says another, or none.
    """
    named = _format_of(output.suffix.lower())
    if named is None or named not in formats:
        raise _misnamed(output, formats)
    return named


def _format_of(suffix: str) -> str | None:
    by_suffix = {each: format_ for format_, each in _SUFFIXES.items()}
    return (by_suffix | _ALSO).get(suffix)


def _takes(suffix: str, format_: str) -> bool:
    """Tell whether a file so named may hold a format: .txt takes any text."""
    return suffix == _TEXT and format_ not in OF_BYTES


def _misnamed(output: Path, formats: Sequence[str]) -> click.UsageError:
    known = ", ".join(_SUFFIXES[format_] for format_ in formats)
    text = _("«{name}» names no format this is written in; let it end in {known}")
    return click.UsageError(text.format(name=output.name, known=known))
