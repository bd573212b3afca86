"""`smo history ANSWER`: all change points of an answer."""

from pathlib import Path

import click

from ledger.language import N_
from presentation.history import Row, draw
from presentation.sentences import spoken_history
from projections.whys.changes import history
from projections.whys.questions import question_of
from terminal.asking import ask
from terminal.desk import Desk
from terminal.options import TABLES, answer_options, known_at_option
from terminal.printing import print_answer
from terminal.spoken import SpokenCommand
from terminal.why import verified


@click.command(
    cls=SpokenCommand,
    help=N_(
        "Show when ANSWER changed, from the first day to the last, and by which acts. "
        "ANSWER is asked as with «smo why»."
    ),
)
@click.argument("answer", nargs=-1, required=True)
@known_at_option
@answer_options(*TABLES)
@click.pass_obj
def command(
    desk: Desk,
    answer: tuple[str, ...],
    known_at: str | None,
    format_: str,
    output: Path | None,
) -> None:
    """Answer, and print the answer in the format asked for."""
    kind, *rest = verified(answer)
    world = ask(desk, known_at)
    found = history(world, question_of(world, kind, tuple(rest)))
    told = spoken_history(found, world)
    rows = (
        Row(one.from_, one.until, one.answer, one.sentence, one.because)
        for one in told.changes
    )
    print_answer(
        told,
        lines=(Row, rows),
        draw=lambda: draw(found, world),
        world=world,
        format_=format_,
        output=output,
    )
