"""`smo member ID`: everything about one institution."""

import click

from ledger.language import N_
from projections.periods import Period, last_day
from projections.register.portrait import (
    Portrait,
    institution_named,
    portrait,
)
from projections.timelines.world import World
from terminal.asking import question
from terminal.localized import LocalizedCommand
from terminal.options import TABLES, during_options


@click.command(
    cls=LocalizedCommand,
    help=N_(
        "Show everything about one institution: what it is called, since when it is a "
        "member, for what, who its delegates were, and what is pending. With --in, "
        "what concerns that time."
    ),
)
@click.argument("member", metavar="ID")
@during_options
@question(*TABLES)
def command(world: World, member: str, during: Period) -> Portrait:
    """Tell what is known of it: of all time, or of the time asked about."""
    at = last_day(during)
    is_a_time = (at - during.from_).days > 0
    found = institution_named(world, member)
    return portrait(world, found, during if is_a_time else None, at)
