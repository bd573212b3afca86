"""`smo history ANSWER`: all change points of an answer."""

from pathlib import Path

import click

from ledger.language import N_
from ledger.language import translate as _
from projections.whys.changes import Change, History, history
from projections.whys.questions import question_of
from projections.world import World
from terminal import words
from terminal.asking import ask
from terminal.desk import Desk
from terminal.options import answer_options, known_at_option
from terminal.printing import Table, print_answer, without_empty_columns
from terminal.sentences import sentence, spoken_history
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
@answer_options("table", "json")
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
    print_answer(
        spoken_history(found, world),
        lines=(Change, found.changes),
        draw=lambda: draw(found, world),
        format_=format_,
        output=output,
    )


def draw(found: History, world: World) -> list[Table]:
    """Draw the change points for people, the first time first."""
    rows = tuple(
        (
            words.day(one.from_) or _("ever"),
            words.last_day(one.until),
            sentence(one, world),
            "\n".join(one.because),
        )
        for one in found.changes
    )
    heads = (_("From"), _("Until"), _("What held"), _("By these acts"))
    title = _("History of: {question}").format(question=found.question)
    note = words.known(found.known_at)
    return [without_empty_columns(Table(title, heads, rows, note))]
