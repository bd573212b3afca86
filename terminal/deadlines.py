"""`smo deadlines`: what is running out, what is overdue; for a calendar too."""

from datetime import date
from pathlib import Path

import click

from ledger.language import N_
from presentation.deadlines import draw
from projections.deadlines.deadline import Deadline
from projections.deadlines.deadlines import deadlines
from terminal.asking import ask
from terminal.desk import Desk
from terminal.options import TABLES, answer_options, at_option, known_at_option, option
from terminal.printing import emit, print_answer
from terminal.spoken import SpokenCommand


@click.command(
    cls=SpokenCommand,
    help=N_(
        "Show what is running out on a day: appeals and the prefect's referral, the "
        "revocation of acts, empty seats, calls to be paid; and what is overdue."
    ),
)
@option(
    "--all",
    "is_all",
    is_flag=True,
    help=N_("Also what is over, settled, or cannot be established."),
)
@at_option
@known_at_option
@answer_options(*TABLES, "ics")
@click.pass_obj
def command(
    desk: Desk,
    is_all: bool,  # noqa: FBT001 -- click hands options over by name
    at: date,
    known_at: str | None,
    format_: str,
    output: Path | None,
) -> None:
    """Answer, and print the answer in the format asked for."""
    world = ask(desk, known_at)
    answer = deadlines(world, at, is_all=is_all)
    if format_ == "ics":
        from presentation.calendar_file import as_calendar  # noqa: PLC0415 -- heavy

        emit(as_calendar(answer), output)
        return
    print_answer(
        answer,
        lines=(Deadline, answer.deadlines),
        draw=lambda: draw(answer),
        world=world,
        format_=format_,
        output=output,
    )
