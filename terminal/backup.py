"""`smo backup`: a copy of the ledger that has been read again."""

from pathlib import Path

import click

from commands.backing_up import back_up
from ledger.language import N_
from ledger.language import translate as _
from terminal.context import Context
from terminal.gc_pause import gc_paused
from terminal.localized import LocalizedCommand
from terminal.printing import emit
from terminal.progress import meter


@click.command(
    cls=LocalizedCommand,
    help=N_(
        "Copy the ledger to FILE, which must not exist yet, also while others record. "
        "The copy is read again as a whole, as by «smo verify»; only then is it called "
        "FILE. A ledger on a PostgreSQL server is copied with pg_dump."
    ),
)
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_obj
def command(context: Context, file: Path) -> None:
    """Copy, verify, and say what the copy holds."""
    with gc_paused(), context.opened() as engine:
        found = back_up(engine, file, progress=meter().tell)
    said = _("Copied to {file}, read again, and whole: {short}")
    emit(said.format(file=file, short=found.short), None)
