"""`smo history ANSWER`: all change points of an answer."""

from datetime import date
from pathlib import Path

import click
import msgspec

from ledger.language import N_
from ledger.language import translate as _
from projections.whys.changes import History, history
from projections.whys.questions import question_of
from projections.world import World
from terminal import words
from terminal.asking import ask
from terminal.desk import Desk
from terminal.options import TABLES, answer_options, known_at_option
from terminal.printing import Table, print_answer, without_empty_columns
from terminal.sentences import sentence, spoken_history
from terminal.spoken import SpokenCommand
from terminal.why import verified


class Row(msgspec.Struct, frozen=True):
    """A time during which the answer was one and the same, as CSV has it."""

    from_: date | None = msgspec.field(name="from")
    until: date | None
    answer: str
    sentence: str
    because: tuple[str, ...]


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


def draw(found: History, world: World) -> list[Table]:
    """Draw the change points for people, the first time first."""
    rows = tuple(
        (
            one.from_ or _("ever"),
            words.last(one.until),
            sentence(one, world),
            "\n".join(one.because),
        )
        for one in found.changes
    )
    heads = (_("From"), _("Until"), _("What held"), _("By these acts"))
    title = _("History of: {question}").format(question=found.question)
    note = words.known(found.known_at)
    return [without_empty_columns(Table(title, heads, rows, note))]
