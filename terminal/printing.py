"""Put an answer on the screen or into a file."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from presentation.form import Form
from presentation.rendering import form_of, written
from terminal.files import atomic_write
from terminal.progress import goes_to_file, meter

if TYPE_CHECKING:  # what is printed without a document may need no world
    from projections.timelines.world import World


def print_answer(
    answer: msgspec.Struct, *worlds: "World", format_: str, output: Path | None
) -> None:
    """Print an answer in a format, as `presentation` shows it."""
    print_form(form_of(answer, *worlds), format_, output)


def print_form(form: Form, format_: str, output: Path | None) -> None:
    """Print what a form shows; what is written piece by piece, as it comes."""
    if format_ in form.texts:
        emit_all(form.texts[format_](), output)
    else:
        emit(written(form, format_, styled=is_on_screen(output)), output)


def is_on_screen(output: Path | None) -> bool:
    """Tell whether somebody sees on a screen what is written."""
    return output is None and sys.stdout.isatty()


def emit(content: str | bytes, output: Path | None) -> None:
    """Write text or bytes to the screen, or to the file asked for."""
    if isinstance(content, str) and not content.endswith("\n"):
        content = f"{content}\n"
    meter().clear_line()
    if output is None:
        click.echo(content, nl=False)
        return
    with atomic_write(output) as file:
        file.write(content.encode() if isinstance(content, str) else content)


def emit_all(texts: Iterable[str], output: Path | None, *, page: bool = False) -> None:
    """Write texts as they come, so that memory stays flat.

    With `page`, somebody at a screen reads them page by page.
    """
    if not goes_to_file(output):
        meter().clear_line()
    if output is None:
        if page and sys.stdout.isatty():
            click.echo_via_pager(iter(texts))
            return
        for text in texts:
            click.echo(text, nl=False)
        return
    with atomic_write(output) as file:
        file.writelines(text.encode() for text in texts)
