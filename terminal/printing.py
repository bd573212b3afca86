"""Put an answer on the screen or into a file."""

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import click
import msgspec

from terminal.files import whole
from terminal.progress import goes_to_file, meter

if TYPE_CHECKING:  # what is printed without a document needs no world
    from papers.document import Paper
    from projections.world import World
from presentation.table import Table
from presentation.texts import as_csv, as_json, as_tables

Lines: TypeAlias = tuple[type[msgspec.Struct], Iterable[msgspec.Struct]]
"""What is written as CSV: of which kind, and one after the other."""

TEXTS = ("table", "json", "csv")
"""The formats that are no documents."""


def emit(content: str | bytes, output: Path | None) -> None:
    """Write text or bytes to the screen, or to the file asked for."""
    if isinstance(content, str) and not content.endswith("\n"):
        content = f"{content}\n"
    meter().rest()
    if output is None:
        click.echo(content, nl=False)
        return
    with whole(output) as file:
        file.write(content.encode() if isinstance(content, str) else content)


def emit_all(texts: Iterator[str], output: Path | None, *, page: bool = False) -> None:
    """Write texts as they come, so that memory stays flat.

    With `page`, somebody at a screen reads them page by page.
    """
    if not goes_to_file(output):
        meter().rest()
    if output is None:
        if page and sys.stdout.isatty():
            click.echo_via_pager(texts)
            return
        for text in texts:
            click.echo(text, nl=False)
        return
    with whole(output) as file:
        file.writelines(text.encode() for text in texts)


def print_answer(
    answer: Any,
    *,
    lines: Lines,
    draw: Callable[[], list[Table]],
    world: "World",
    format_: str,
    output: Path | None,
    paper: "Callable[[], Paper] | None" = None,
) -> None:
    """Print an answer: as JSON, its lines as CSV, drawn as tables, or as a document.

    The document is an extract of the register, unless it has a form of its own.
    """
    if format_ in TEXTS:
        print_text(answer, lines=lines, draw=draw, format_=format_, output=output)
        return
    from presentation.documents import document, written  # noqa: PLC0415 -- heavy

    drawn_up = paper() if paper else document(answer, draw, world)
    emit(written(drawn_up, format_), output)


def print_text(
    answer: Any,
    *,
    lines: Lines,
    draw: Callable[[], list[Table]],
    format_: str,
    output: Path | None,
) -> None:
    """Print an answer as JSON, its lines as CSV, or drawn as tables."""
    match format_:
        case "json":
            content = as_json(answer)
        case "csv":
            content = as_csv(*lines)
        case _:
            content = as_tables(draw(), to_screen=output is None)
    emit(content, output)
