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
from terminal.options import (
    SpokenCommand,
    answer_options,
    known_at_option,
    option,
)
from terminal.printing import as_csv, harmless

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
