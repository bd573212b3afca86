"""`smo replay`: the history, act by act in order of effect, and what each changed."""

import shutil
import sys
import textwrap
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click
import msgspec

from ledger.language import N_
from ledger.language import translate as _
from projections.register.chronicle import Chronicle, Record, chronicle
from projections.world import World
from terminal import telling, words
from terminal.asking import ask
from terminal.desk import Desk
from terminal.options import (
    TABLES,
    Day,
    answer_options,
    at_option,
    known_at_option,
    option,
)
from terminal.printing import (
    Table,
    emit_all,
    harmless,
    print_answer,
    without_empty_columns,
)
from terminal.spoken import SpokenCommand


class Row(msgspec.Struct, frozen=True):
    """An act on a day, as CSV has it: what it did, sentence after sentence."""

    day: date | None
    act: str | None
    title: str | None
    status: str
    adopted_on: date | None
    executory_on: date | None
    told: str


@click.command(
    cls=SpokenCommand,
    help=N_(
        "Tell the history up to a day, act by act in order of effect, each with what "
        "it changed in the register; then the acts whose effect is not established, "
        "with what is missing. As JSON: one object a line."
    ),
)
@option(
    "--from",
    "from_",
    type=Day(),
    metavar="DATE",
    help=N_("Begin with that day. Default: with the first act."),
)
@at_option
@known_at_option
@answer_options(*TABLES)
@click.pass_obj
def command(
    desk: Desk,
    from_: date | None,
    at: date,
    known_at: str | None,
    format_: str,
    output: Path | None,
) -> None:
    """Tell the acts one after the other."""
    world = ask(desk, known_at)
    # All of it is worked out before a pager takes the screen.
    records = iter([*chronicle(world, from_, at)])
    if format_ == "json":
        emit_all(_json(records), output)
    elif format_ == "table":
        to_screen = output is None and sys.stdout.isatty()
        page = _Page(world, at, to_screen=to_screen)
        emit_all(page.texts(records), output, page=True)
    else:
        told = Chronicle(from_, at, tuple(records))
        print_answer(
            told,
            lines=(Row, (_row(one, world, at) for one in told.records)),
            draw=lambda: draw(told, world),
            world=world,
            format_=format_,
            output=output,
        )


def draw(answer: Chronicle, world: World) -> list[Table]:
    """Draw a chronicle as one table, for documents."""
    rows = tuple(
        (
            one.day or _("Effect not established"),
            telling.heading(one),
            "\n".join(telling.dates(one)),
            "\n".join(telling.sentences(one, world, answer.at)),
        )
        for one in answer.records
    )
    heads = (_("Day"), _("Act"), _("Dates"), _("What it did"))
    title = _("History up to {day}.").format(day=words.day(answer.at))
    return [without_empty_columns(Table(title, heads, rows))]


def _row(record: Record, world: World, at: date) -> Row:
    told = words.listed(telling.sentences(record, world, at))
    return Row(
        *(record.day, record.act, record.title, record.status),
        *(record.adopted_on, record.executory_on, told),
    )


def _json(records: Iterator[Record]) -> Iterator[str]:
    for record in records:
        yield f"{msgspec.json.encode(record).decode()}\n"


class _Page:
    """A chronicle for people: the day, the act, and what it changed below it."""

    def __init__(self, world: World, at: date, *, to_screen: bool) -> None:
        self._world = world
        self._at = at
        self._to_screen = to_screen
        self._width = shutil.get_terminal_size().columns if to_screen else None

    def texts(self, records: Iterator[Record]) -> Iterator[str]:
        """Write the records, each day's heading once."""
        until = _("History up to {day}.").format(day=words.day(self._at))
        yield f"{until} {words.known(self._world.known_at)}\n"
        heading = ""
        for record in records:
            now = (
                words.long_day(record.day)
                if record.day is not None
                else _("Effect not established")
            )
            if now != heading:
                heading = now
                yield "\n" + self._bold(now) + "\n"
            yield from self._record(record)

    def _record(self, record: Record) -> Iterator[str]:
        yield self._line(telling.heading(record), "  ")
        if dates := " · ".join(telling.dates(record)):
            yield self._line(dates, "    ")
        for sentence in telling.sentences(record, self._world, self._at):
            yield self._line(sentence, "    • ")

    def _line(self, text: str, indent: str) -> str:
        clean = harmless(text)
        if self._width is None:
            return f"{indent}{clean}\n"
        hanging = " " * len(indent)
        return (
            textwrap.fill(
                clean,
                max(self._width, 40),
                initial_indent=indent,
                subsequent_indent=hanging,
                break_long_words=False,
                break_on_hyphens=False,
            )
            + "\n"
        )

    def _bold(self, text: str) -> str:
        return click.style(text, bold=True) if self._to_screen else text
