"""`smo replay`: the history, act by act in order of effect, and what each changed."""

import sys
from datetime import date
from pathlib import Path

import click

from ledger.language import N_
from presentation.chronicle import Page, Row, as_json_lines, draw, row
from projections.register.chronicle import Chronicle, chronicle
from terminal.asking import ask
from terminal.desk import Desk
from terminal.options import (
    TABLES,
    Day,
    answer_options,
    at_option,
    known_at_option,
    option,
)
from terminal.printing import emit_all, print_answer
from terminal.spoken import SpokenCommand


@click.command(
    cls=SpokenCommand,
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
    desk: Desk,
    from_: date | None,
    at: date,
    known_at: str | None,
    format_: str,
    output: Path | None,
) -> None:
    """Tell the acts one after the other."""
    world = ask(desk, known_at)
    # All of it is worked out before a pager takes the screen.
    records = iter([*chronicle(world, from_, at)])
    if format_ == "json":
        emit_all(as_json_lines(records), output)
    elif format_ == "table":
        to_screen = output is None and sys.stdout.isatty()
        page = Page(world, at, to_screen=to_screen)
        emit_all(page.texts(records), output, page=True)
    else:
        told = Chronicle(from_, at, tuple(records))
        print_answer(
            told,
            lines=(Row, (row(one, world, at) for one in told.records)),
            draw=lambda: draw(told, world),
            world=world,
            format_=format_,
            output=output,
        )
