"""`smo check`: what the acts on record miss, break, or leave unknown."""

from datetime import date
from pathlib import Path

import click

from ledger.language import N_
from projections.findings.check import THEMES, findings
from terminal.asking import ask
from terminal.context import Context
from terminal.localized import LocalizedCommand
from terminal.options import TABLES, answer_options, at_option, known_at_option
from terminal.printing import print_answer
from terminal.progress import meter


@click.command(
    cls=LocalizedCommand,
    help=N_(
        "Check the acts on record: what they miss of what the law, the statutes and "
        "the conditions ask, what is not on record, what is late. The exit status is 1 "
        "if something is irregular."
    ),
)
@at_option
@known_at_option
@answer_options(*TABLES)
@click.pass_context
def command(
    ctx: click.Context,
    at: date,
    known_at: str | None,
    format_: str,
    output: Path | None,
) -> None:
    """Answer, print the answer, and say by the exit status whether all is regular."""
    context: Context = ctx.obj
    world = ask(context, known_at)
    found = findings(world, at, meter().each(THEMES, "rules", len(THEMES)))
    print_answer(found, world, format_=format_, output=output)
    ctx.exit(1 if found.is_irregular else 0)
