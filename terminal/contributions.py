"""`smo contributions YEAR`: what each member owes, was called and paid for a year."""

from datetime import date
from pathlib import Path

import click

from ledger.language import N_
from presentation.form import DOCUMENTS
from projections.money.contributions import Contributions, contributions
from projections.money.plan import PlannedContributions, plan
from projections.money.statement import Statement, statement
from projections.register.portrait import institution_named
from terminal.asking import ask
from terminal.context import Context
from terminal.localized import LocalizedCommand
from terminal.options import TABLES, answer_options, at_option, known_at_option, option
from terminal.printing import print_answer


@click.command(
    cls=LocalizedCommand,
    help=N_(
        "Show what each member owes for YEAR under the law in force on a day, line by "
        "line, what was called and paid, and what cannot be established. With --member "
        "and --format pdf, xlsx or md: that member's statement (état liquidatif)."
    ),
)
@click.argument("year", type=click.IntRange(1900, 2999))
@option("--member", metavar="ID", help=N_("Only this institution."))
@option(
    "--plan",
    "is_plan",
    is_flag=True,
    help=N_("What is to be expected, and what is missing before YEAR can be called."),
)
@at_option
@known_at_option
@answer_options(*TABLES)
@click.pass_obj
def command(
    context: Context,
    year: int,
    member: str | None,
    is_plan: bool,  # noqa: FBT001 -- click hands it so
    at: date,
    known_at: str | None,
    format_: str,
    output: Path | None,
) -> None:
    """Answer, and print the answer in the format asked for."""
    world = ask(context, known_at)
    asked = institution_named(world, member) if member is not None else None
    answer: PlannedContributions | Contributions | Statement
    if is_plan:
        answer = plan(world, year, at, asked)
    elif asked is not None and format_ in DOCUMENTS:
        answer = statement(world, year, at, asked)
    else:
        answer = contributions(world, year, at, asked)
    print_answer(answer, world, format_=format_, output=output)
