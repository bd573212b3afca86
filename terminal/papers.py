"""`smo papers`: the notice, the attendance sheet and the table of votes of a session.

The papers are legal documents, and French; only mistakes are said as the user speaks.
"""

from pathlib import Path

import click
import msgspec

from ledger.language import N_
from papers.attendance import attendance
from papers.document import Paper
from papers.minutes import minutes
from papers.notice import notice
from presentation.documents import written
from presentation.texts import as_json
from projections.session_papers.attendance import attendance_paper
from projections.session_papers.frame import Papers
from projections.session_papers.minutes import minutes_paper
from projections.session_papers.notice import notice_paper
from terminal.asking import ask
from terminal.desk import Desk
from terminal.options import answer_options, known_at_option
from terminal.printing import emit
from terminal.spoken import SpokenCommand


@click.command(
    cls=SpokenCommand,
    help=N_(
        "Write a paper of a session, always in French: its notice, its attendance "
        "sheet, or its minutes, the table of votes. SESSION is its reference, such as "
        "comite-syndical/2026-06-18."
    ),
)
@click.argument("paper", type=click.Choice(["notice", "attendance", "minutes"]))
@click.argument("session")
@known_at_option
@answer_options("md", "json", "xlsx", "pdf")
@click.pass_obj
def command(
    desk: Desk,
    paper: str,
    session: str,
    known_at: str | None,
    format_: str,
    output: Path | None,
) -> None:
    """Draw the paper up, and write it in the format asked for."""
    papers = Papers(ask(desk, known_at), session)
    answer, drawn = drawn_up(paper, papers)
    emit(as_json(answer) if format_ == "json" else written(drawn, format_), output)


def drawn_up(paper: str, papers: Papers) -> tuple[msgspec.Struct, Paper]:
    """Draw a paper up: what it says, and how it reads."""
    if paper == "notice":
        called = notice_paper(papers)
        return called, notice(called)
    if paper == "attendance":
        attended = attendance_paper(papers)
        return attended, attendance(attended)
    voted = minutes_paper(papers)
    return voted, minutes(voted)
