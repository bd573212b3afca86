"""`smo replay`: the history, act by act in order of effect, and what each changed."""

from datetime import date
from pathlib import Path

import click

from ledger.language import N_
from presentation.chronicle import Page
from projections.changes.chronicle import Chronicle, chronicle
from terminal.asking import ask
from terminal.context import Context
from terminal.localized import LocalizedCommand
from terminal.options import (
    TABLES,
    Day,
    answer_options,
    at_option,
    known_at_option,
    option,
)
from terminal.printing import emit_all, is_on_screen, print_answer


@click.command(
    cls=LocalizedCommand,
    help=N_(
        "Tell the history up to a day, act by act in order of effect, each with what "
        "it changed in the register; then the acts whose effect is not established, "
        "with what is missing. As JSON: one object a line."
    ),
)
@option(
    "--from",
    "from_",
    type=Day(),
    metavar="DATE",
    help=N_("Begin with that day. Default: with the first act."),
)
@at_option
@known_at_option
@answer_options(*TABLES)
@click.pass_obj
def command(
    context: Context,
    from_: date | None,
    at: date,
    known_at: str | None,
    format_: str,
    output: Path | None,
) -> None:
    """Tell the acts one after the other."""
    world = ask(context, known_at)
    # All of it is worked out before a pager takes the screen.
    told = Chronicle(from_, at, tuple(chronicle(world, from_, at)))
    if format_ == "table":
        page = Page(world, at, to_screen=is_on_screen(output))
        emit_all(page.texts(iter(told.records)), output, page=True)
    else:
        print_answer(told, world, format_=format_, output=output)
