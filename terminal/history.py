"""`smo history ANSWER`: all change points of an answer."""

import click

from ledger.language import N_
from projections.timelines.world import World
from projections.whys.changes import History, history
from projections.whys.questions import question_of
from terminal.asking import question
from terminal.localized import LocalizedCommand
from terminal.options import TABLES
from terminal.why import verified


@click.command(
    cls=LocalizedCommand,
    help=N_(
        "Show when ANSWER changed, from the first day to the last, and by which acts. "
        "ANSWER is asked as with «smo why»."
    ),
)
@click.argument("answer", nargs=-1, required=True, callback=verified)
@question(*TABLES)
def command(world: World, answer: tuple[str, ...]) -> History:
    """Tell when it changed."""
    kind, *rest = answer
    return history(world, question_of(world, kind, tuple(rest)))
