"""A chronicle: a page for people, a table for documents, lines."""

import shutil
import textwrap
from collections.abc import Iterable, Iterator
from datetime import date

import msgspec

from ledger.language import translate as _
from papers import french
from papers.subjects import Subject, known
from presentation import replay_prose, words
from presentation.form import Form
from presentation.table import Table, columns, without_empty_columns
from presentation.texts import harmless
from projections.changes.chronicle import Chronicle, Record
from projections.timelines.world import World


class Row(msgspec.Struct, frozen=True):
    """An act on a day, as CSV has it: what it did, sentence after sentence."""

    day: date | None
    act: str | None
    title: str | None
    status: str
    adopted_on: date | None
    executory_on: date | None
    told: str


def form(answer: Chronicle, world: World) -> Form:
    """Tell how a chronicle is shown: as a page for people, as a line of JSON an act."""
    records, at = answer.records, answer.at
    return Form(
        told=lambda: answer,
        tables=lambda: draw(answer, world),
        lines=lambda: (Row, (_row(one, world, at) for one in records)),
        world=world,
        subject=lambda: Subject(
            "Historique du registre, acte par acte", _time(answer, world)
        ),
        texts={
            "table": lambda: Page(world, at).texts(iter(records)),
            "json": lambda: _as_json(records),
        },
    )


def _time(answer: Chronicle, world: World) -> str:
    """Say in legal French what time is told of."""
    first, last = answer.from_, french.long_day(answer.at)
    since = f"du {french.long_day(first)} au" if first else "jusqu’au"
    return f"Historique {since} {last}, {known(world)}"


def draw(answer: Chronicle, world: World) -> list[Table]:
    """Draw a chronicle as one table, for documents."""
    heads, rows = columns(
        answer.records,
        (_("Day"), lambda one: one.day or _("Effect not established")),
        (_("Act"), replay_prose.heading),
        (_("Dates"), lambda one: "\n".join(replay_prose.dates(one))),
        (
            _("What it did"),
            lambda one: "\n".join(replay_prose.sentences(one, world, answer.at)),
        ),
    )
    title = _("History up to {day}.").format(day=words.day(answer.at))
    return [without_empty_columns(Table(title, heads, rows))]


def _row(record: Record, world: World, at: date) -> Row:
    told = words.listed(replay_prose.sentences(record, world, at))
    return Row(
        *(record.day, record.act, record.title, record.status),
        *(record.adopted_on, record.executory_on, told),
    )


def _as_json(records: Iterable[Record]) -> Iterator[str]:
    for record in records:
        yield f"{msgspec.json.encode(record).decode()}\n"


class Page:
    """A chronicle for people: the day, the act, and what it changed below it."""

    def __init__(self, world: World, at: date, *, to_screen: bool = False) -> None:
        """Keep the world it is told in, and how wide a line may be."""
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
        yield self._line(replay_prose.heading(record), "  ")
        if dates := " · ".join(replay_prose.dates(record)):
            yield self._line(dates, "    ")
        for sentence in replay_prose.sentences(record, self._world, self._at):
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
        return f"\x1b[1m{text}\x1b[0m" if self._to_screen else text
