"""`smo roster BODY`: who sits, or sat, in the committee, the bureau, a college."""

from pathlib import Path

import click

from ledger.language import N_
from presentation.roster import draw
from projections.periods import Period
from projections.seats.rosters import (
    RosterSeat,
    body_named,
    roster,
)
from terminal.asking import ask
from terminal.desk import Desk
from terminal.options import TABLES, answer_options, during_options, known_at_option
from terminal.printing import print_answer
from terminal.spoken import SpokenCommand


@click.command(
    cls=SpokenCommand,
    help=N_(
        "Show who sits, or sat, in BODY: committee, bureau, communal, a college by "
        "its département (nord), or its full id; with the empty seats."
    ),
)
@click.argument("body")
@during_options
@known_at_option
@answer_options(*TABLES)
@click.pass_obj
def command(
    desk: Desk,
    body: str,
    during: Period,
    known_at: str | None,
    format_: str,
    output: Path | None,
) -> None:
    """Answer, and print the answer in the format asked for."""
    world = ask(desk, known_at)
    answer = roster(world, body_named(world, body), during)
    print_answer(
        answer,
        lines=(RosterSeat, answer.seats),
        draw=lambda: draw(answer, world),
        world=world,
        format_=format_,
        output=output,
    )
