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
from projections.moments import position_known_at
from terminal import words
from terminal.desk import Desk
from terminal.options import answer_options, known_at_option, option
from terminal.printing import csv_line, emit_all, harmless
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
@answer_options("table", "json", "csv")
@click.pass_obj
def command(
    desk: Desk,
    act: str | None,
    known_at: str | None,
    format_: str,
    output: Path | None,
) -> None:
    """Read and print entry by entry, however many there are."""
    write = {"table": _lines, "json": _json, "csv": _csv}[format_]
    with desk.reading() as recorder:
        position = position_known_at(known_at, recorder)
        query = DCBQuery(items=[DCBQueryItem(tags=[act_tag(act)])]) if act else None
        entries = entries_from(recorder.entries(query, until=position))
        emit_all(write(entries), output)


def _lines(entries: Iterator[Entry]) -> Iterator[str]:
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
    fields = plain(entry.event)
    fields.pop("act", None)
    said = [f"      {name}: {_said(value)}" for name, value in fields.items()]
    return harmless("\n".join([text, *said]))


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
