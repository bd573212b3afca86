"""`smo log`: the entries of the ledger, as they were recorded."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import msgspec
from eventsourcing.dcb.api import DCBQuery, DCBQueryItem

from ledger.events.event import name_of
from ledger.language import N_
from ledger.language import translate as _
from ledger.mapper import Entry, entries_from, plain
from ledger.tags import act_tag
from projections.journal import Journal
from projections.moments import position_known_at
from terminal import words
from terminal.desk import Desk
from terminal.options import TABLES, answer_options, known_at_option, option
from terminal.printing import Table, csv_line, emit, emit_all, harmless
from terminal.progress import meter
from terminal.spoken import SpokenCommand

COLUMNS = ("position", "recorded_at", "recorded_by", "act", "type", "data")


@click.command(
    cls=SpokenCommand,
    help=N_(
        "Show the entries in the order they were recorded: position, time, author, "
        "act, and what each says."
    ),
)
@option("--act", metavar="REF", help=N_("Only the entries of this act."))
@known_at_option
@answer_options(*TABLES)
@click.pass_obj
def command(
    desk: Desk,
    act: str | None,
    known_at: str | None,
    format_: str,
    output: Path | None,
) -> None:
    """Read and print entry by entry, however many there are."""
    writes = {"table": _lines, "json": _json, "csv": _csv}
    with desk.reading() as recorder:
        position = position_known_at(known_at, recorder)
        query = DCBQuery(items=[DCBQueryItem(tags=[act_tag(act)])]) if act else None
        entries = entries_from(recorder.entries(query, until=position))
        if format_ in writes:
            total = None if act else position
            told = meter().each(entries, "entries", total)
            emit_all(writes[format_](told), output)
            return
        journal = Journal(act, tuple(entries))
        every = list(entries_from(recorder.entries(until=position)))
    emit(_document(journal, every, format_), output)


def _document(journal: Journal, every: list[Entry], format_: str) -> str | bytes:
    """Write the entries as a document, which names the syndicate and the acts."""
    from projections.world import world_of  # noqa: PLC0415 -- the log itself is flat
    from terminal.documents import document  # noqa: PLC0415
    from terminal.paper_formats import written  # noqa: PLC0415

    position = every[-1].position if every else 0
    world = world_of(every, position=position)
    return written(document(journal, lambda: draw(journal), world), format_)


def draw(journal: Journal) -> list[Table]:
    """Draw the entries as one table, for documents."""
    rows = tuple(
        (
            one.position,
            words.moment(one.recorded_at),
            one.recorded_by,
            one.act,
            name_of(one.event),
            "\n".join(_fields(one)),
        )
        for one in journal.entries
    )
    heads = (
        *(_("Position"), _("Recorded"), _("By"), _("Act"), _("Type")),
        _("What it says"),
    )
    note = "" if rows else _("No entry.")
    return [Table(_("Entries"), heads, rows, note)]


def _lines(entries: Iterator[Entry]) -> Iterator[str]:
    """Write an entry for people: where and when, then what it says."""
    empty = True
    for entry in entries:
        empty = False
        recorded = _("recorded {moment} by {author}").format(
            moment=words.moment(entry.recorded_at), author=entry.recorded_by
        )
        text = f"#{entry.position}  {entry.act}  {name_of(entry.event)}  ({recorded})"
        said = [f"      {field}" for field in _fields(entry)]
        yield harmless("\n".join([text, *said])) + "\n"
    if empty:
        yield _("No entry.") + "\n"


def _fields(entry: Entry) -> Iterator[str]:
    for name, value in plain(entry.event).items():
        if name != "act":
            yield f"{name}: {_said(value)}"


def _said(value: Any) -> str:
    return value if isinstance(value, str) else msgspec.json.encode(value).decode()


def _json(entries: Iterator[Entry]) -> Iterator[str]:
    yield '{"entries": ['
    for count, entry in enumerate(entries):
        text = msgspec.json.encode(_row(entry)).decode()
        yield f"{',' if count else ''}\n  {text}"
    yield "\n]}\n"


def _csv(entries: Iterator[Entry]) -> Iterator[str]:
    yield csv_line(COLUMNS)
    for entry in entries:
        row = _row(entry)
        row["data"] = msgspec.json.encode(row["data"]).decode()
        yield csv_line(row.values())


def _row(entry: Entry) -> dict[str, Any]:
    return {
        "position": entry.position,
        "recorded_at": entry.recorded_at,
        "recorded_by": entry.recorded_by,
        "act": entry.act,
        "type": name_of(entry.event),
        "data": plain(entry.event),
    }
