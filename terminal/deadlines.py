"""`smo deadlines`: what is running out, what is overdue; for a calendar too."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click
import msgspec

from ledger.language import N_
from ledger.language import translate as _
from papers.cell import Cell, quantity
from projections.deadlines.deadline import STATES, Deadline, State
from projections.deadlines.deadlines import Deadlines, deadlines
from terminal import deadline_words, words
from terminal.asking import ask
from terminal.desk import Desk
from terminal.options import TABLES, answer_options, at_option, known_at_option, option
from terminal.printing import Table, emit, print_answer, without_empty_columns
from terminal.spoken import SpokenCommand

_TITLES: dict[State, str] = {
    "open": N_("Running on {day}"),
    "overdue": N_("Overdue on {day}"),
    "over": N_("Over on {day}"),
    "settled": N_("Settled by {day}"),
    "not-established": N_("Not established on {day}"),
}


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
        from terminal.calendar_file import as_calendar  # noqa: PLC0415 -- heavy

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


def draw(answer: Deadlines) -> list[Table]:
    """Draw the deadlines for people: a table for each way they stand."""
    drawn = []
    for state in STATES:
        lines = [one for one in answer.deadlines if one.state == state]
        if lines:
            drawn.append(_table(state, lines, answer.at))
    if not any(one.open for one in answer.deadlines):
        title = _title("open", answer.at)
        drawn.insert(0, Table(title, (), (), _("No deadline is running.")))
    last = drawn[-1]
    notes = [last.note, *_left_out(answer), words.known(answer.known_at)]
    said = "\n".join(filter(None, notes))
    return [*drawn[:-1], msgspec.structs.replace(last, note=said)]


def _title(state: State, at: date) -> str:
    title = _TITLES[state]
    return _(title).format(day=words.day(at))


def _table(state: State, lines: list[Deadline], at: date) -> Table:
    rows = tuple(
        (
            line.last_day,
            _days(line),
            deadline_words.kind(line),
            line.name,
            f"{words.day(line.starts)} *" if line.presumed else line.starts,
            ", ".join(deadline_words.remarks(line)),
            words.missing(line.missing),
            "\n".join(line.because),
        )
        for line in lines
    )
    heads = (
        *(_("Last day"), _("Days late") if state == "overdue" else _("Days left")),
        *(_("Deadline"), _("Member"), _("Begun on"), _("Remark"), _("Missing")),
        _("By these acts"),
    )
    is_presumed = any(line.presumed for line in lines)
    note = _("* Publicity by presumption.") if is_presumed else ""
    return without_empty_columns(Table(_title(state, at), heads, rows, note))


def _days(line: Deadline) -> Cell:
    return None if line.days_left is None else quantity(abs(line.days_left))


def _left_out(answer: Deadlines) -> Iterator[str]:
    """Say how much is not shown, where there is any."""
    if any(answer.left_out.values()):
        yield _(
            "Not shown: {over} over, {settled} settled, {unknown} not established "
            "(--all)."
        ).format(
            over=answer.left_out["over"],
            settled=answer.left_out["settled"],
            unknown=answer.left_out["not-established"],
        )
