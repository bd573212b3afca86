"""`smo deadlines`: what is running out, what is overdue; for a calendar too."""

from datetime import date

import click

from ledger.language import N_
from projections.deadlines.deadlines import Deadlines, deadlines
from projections.timelines.world import World
from terminal.asking import question
from terminal.localized import LocalizedCommand
from terminal.options import TABLES, at_option, option


@click.command(
    cls=LocalizedCommand,
    help=N_(
        "Show what is running out on a day: appeals and the prefect's referral, of "
        "elections too, the revocation of acts, empty seats, calls to be paid, their "
        "contest and prescription; and what is overdue."
    ),
)
@option(
    "--all",
    "is_all",
    is_flag=True,
    help=N_("Also what is over, settled, or cannot be established."),
)
@at_option
@question(*TABLES, "ics")
def command(
    world: World,
    is_all: bool,  # noqa: FBT001 -- click hands options over by name
    at: date,
) -> Deadlines:
    """Tell what is running out."""
    return deadlines(world, at, is_all=is_all)
