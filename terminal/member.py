"""`smo member ID`: everything about one institution."""

from pathlib import Path

import click

from ledger.language import N_
from presentation.annex import competences_on
from presentation.portrait import draw
from projections.members.portrait import (
    Transfer,
    institution_named,
    portrait,
)
from projections.periods import Period, last_day
from terminal.asking import ask
from terminal.desk import Desk
from terminal.options import TABLES, answer_options, during_options, known_at_option
from terminal.printing import print_answer
from terminal.spoken import SpokenCommand


@click.command(
    cls=SpokenCommand,
    help=N_(
        "Show everything about one institution: what it is called, since when it is a "
        "member, for what, who its delegates were, and what is pending. With --in, "
        "what concerns that time."
    ),
)
@click.argument("member", metavar="ID")
@during_options
@known_at_option
@answer_options(*TABLES)
@click.pass_obj
def command(
    desk: Desk,
    member: str,
    during: Period,
    known_at: str | None,
    format_: str,
    output: Path | None,
) -> None:
    """Answer, and print the answer in the format asked for."""
    world = ask(desk, known_at)
    at = last_day(during)
    is_a_time = (at - during.from_).days > 0
    found = institution_named(world, member)
    answer = portrait(world, found, during if is_a_time else None, at)
    print_answer(
        answer,
        lines=(Transfer, answer.transfers),
        draw=lambda: draw(answer, at, competences_on(world, at)),
        world=world,
        format_=format_,
        output=output,
    )
