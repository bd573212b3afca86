"""`smo log`: the entries of the ledger, as they were recorded."""

from pathlib import Path

import click
from eventsourcing.dcb.api import DCBQuery, DCBQueryItem

from ledger.language import N_
from ledger.mapper import entries_from
from ledger.tags import act_tag
from presentation.journal import as_csv, as_json, as_lines
from projections.answers.journal import Journal
from projections.moments import position_known_at
from terminal.context import Context
from terminal.localized import LocalizedCommand
from terminal.options import TABLES, answer_options, known_at_option, option
from terminal.printing import emit_all, print_answer
from terminal.progress import meter


@click.command(
    cls=LocalizedCommand,
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
    context: Context,
    act: str | None,
    known_at: str | None,
    format_: str,
    output: Path | None,
) -> None:
    """Read and print entry by entry, however many there are."""
    writes = {"table": as_lines, "json": as_json, "csv": as_csv}
    with context.reading() as recorder:
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
        digest = recorder.digest_at(position)
    from projections.timelines.world import world_of  # noqa: PLC0415 -- the log itself is flat

    last = every[-1].position if every else 0
    world = world_of(every, position=last, digest=digest)
    print_answer(journal, world, format_=format_, output=output)
