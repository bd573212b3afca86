"""`smo papers`: the notice, the attendance sheet and the table of votes of a session.

The papers are legal documents, and French; only mistakes are said as the user speaks.
"""

from collections.abc import Callable

import click
import msgspec

from ledger.language import N_
from projections.session_papers.attendance import attendance_paper
from projections.session_papers.frame import Papers
from projections.session_papers.minutes import minutes_paper
from projections.session_papers.notice import notice_paper
from projections.timelines.world import World
from terminal.asking import question
from terminal.localized import LocalizedCommand

PAPERS: dict[str, Callable[[Papers], msgspec.Struct]] = {
    "notice": notice_paper,
    "attendance": attendance_paper,
    "minutes": minutes_paper,
}


@click.command(
    cls=LocalizedCommand,
    help=N_(
        "Write a paper of a session, always in French: its notice, its attendance "
        "sheet, or its minutes, the table of votes. SESSION is its reference, such as "
        "comite-syndical/2026-06-18."
    ),
)
@click.argument("paper", type=click.Choice([*PAPERS]))
@click.argument("session")
@question("md", "json", "xlsx", "pdf")
def command(world: World, paper: str, session: str) -> msgspec.Struct:
    """Tell what the paper says."""
    return PAPERS[paper](Papers(world, session))
