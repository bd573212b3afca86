"""`smo roster BODY`: who sits, or sat, in the committee, the bureau, a college."""

import click

from ledger.language import N_
from projections.periods import Period
from projections.register.rosters import (
    Roster,
    body_named,
    roster,
)
from projections.timelines.world import World
from terminal.asking import question
from terminal.localized import LocalizedCommand
from terminal.options import TABLES, during_options


@click.command(
    cls=LocalizedCommand,
    help=N_(
        "Show who sits, or sat, in BODY: committee, bureau, communal, a college by "
        "its département (nord), or its full id; with the empty seats."
    ),
)
@click.argument("body")
@during_options
@question(*TABLES)
def command(world: World, body: str, during: Period) -> Roster:
    """Tell who sat."""
    return roster(world, body_named(world, body), during)
