"""The entries of a ledger: lines for people, JSON, CSV, a table for documents."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import msgspec

from ledger.events.event import name_of
from ledger.language import translate as _
from ledger.mapper import Entry, plain
from presentation import words
from presentation.form import Form
from presentation.table import Table, columns
from presentation.texts import csv_line, harmless
from projections.answers.journal import Journal

if TYPE_CHECKING:  # the log itself is flat, and needs no world
    from papers.subjects import Subject
    from projections.timelines.world import World


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """An entry as scripts read it: where and when, by whom, what it says."""

    position: int
    recorded_at: str
    recorded_by: str
    act: str
    type: str
    data: dict[str, Any]


class Log(msgspec.Struct, frozen=True):
    """The entries as JSON has them, which are written one after the other."""

    entries: tuple[Row, ...]


def form(answer: Journal, world: "World | None" = None) -> Form:
    """Tell how entries are shown; only a document needs a world."""
    return Form(
        told=lambda: answer,
        tables=lambda: draw(answer),
        lines=lambda: (Entry, answer.entries),
        world=world,
        subject=None if world is None else lambda: _subject(answer, world),
        texts={
            "table": lambda: as_lines(answer.entries),
            "json": lambda: as_json(answer.entries),
            "csv": lambda: as_csv(answer.entries),
        },
    )


def _subject(answer: Journal, world: "World") -> "Subject":
    from papers import subjects  # noqa: PLC0415 -- for a document only

    whole = "Journal des écritures"
    title = whole if answer.act is None else f"{whole} de l’acte {answer.act}"
    return subjects.Subject(title, f"Journal {subjects.known(world)}")


def draw(journal: Journal) -> list[Table]:
    """Draw the entries as one table, for documents."""
    heads, rows = columns(
        journal.entries,
        (_("Position"), lambda one: one.position),
        (_("Recorded"), lambda one: words.moment(one.recorded_at)),
        (_("By"), lambda one: one.recorded_by),
        (_("Act"), lambda one: one.act),
        (_("Type"), lambda one: name_of(one.event)),
        (_("What it says"), lambda one: "\n".join(_fields(one))),
    )
    note = "" if rows else _("No entry.")
    return [Table(_("Entries"), heads, rows, note)]


def as_lines(entries: Iterable[Entry]) -> Iterator[str]:
    """Write entry after entry for people, or that there is none."""
    empty = True
    for entry in entries:
        empty = False
        yield f"{told(entry)}\n"
    if empty:
        yield _("No entry.") + "\n"


def told(entry: Entry) -> str:
    """Write an entry for people: where and when, then what it says."""
    recorded = _("recorded {moment} by {author}").format(
        moment=words.moment(entry.recorded_at), author=entry.recorded_by
    )
    text = f"#{entry.position}  {entry.act}  {name_of(entry.event)}  ({recorded})"
    said = [f"      {field}" for field in _fields(entry)]
    return harmless("\n".join([text, *said]))


def _fields(entry: Entry) -> Iterator[str]:
    for name, value in plain(entry.event).items():
        if name != "act":
            yield f"{name}: {_said(value)}"


def _said(value: Any) -> str:
    return value if isinstance(value, str) else msgspec.json.encode(value).decode()


def as_json(entries: Iterable[Entry]) -> Iterator[str]:
    """Write entry after entry as one JSON object."""
    yield '{"entries": ['
    for count, entry in enumerate(entries):
        text = msgspec.json.encode(_row(entry)).decode()
        yield f"{',' if count else ''}\n  {text}"
    yield "\n]}\n"


def as_csv(entries: Iterable[Entry]) -> Iterator[str]:
    """Write a header row, then entry after entry."""
    yield csv_line(Row.__struct_fields__)
    for entry in entries:
        row = msgspec.structs.asdict(_row(entry))
        row["data"] = msgspec.json.encode(row["data"]).decode()
        yield csv_line(row.values())


def _row(entry: Entry) -> Row:
    return Row(
        position=entry.position,
        recorded_at=entry.recorded_at,
        recorded_by=entry.recorded_by,
        act=entry.act,
        type=name_of(entry.event),
        data=plain(entry.event),
    )
