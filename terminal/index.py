"""`smo index`: make the annexes quick to look up, or drop what was made for that."""

import click

from commands.indexing import index
from ledger.language import N_
from ledger.language import translate as _
from ledger.storage.index import drop_index
from terminal.context import Context
from terminal.gc_pause import gc_paused
from terminal.localized import LocalizedCommand
from terminal.options import option
from terminal.printing import emit
from terminal.progress import meter


@click.command(
    cls=LocalizedCommand,
    help=N_(
        "Make an index of the annexes, or bring it up to date: a copy of what follows "
        "from the entries, by which the annexes on a day are answered at once, however "
        "many entries there are. Where it is not up to date it is not used, so that it "
        "changes no answer. «smo verify» compares it with the entries."
    ),
)
@option("--drop", is_flag=True, help=N_("Drop the index: nothing is lost with it."))
@click.pass_obj
def command(context: Context, *, drop: bool) -> None:
    """Make the index, or drop it, and say so."""
    with gc_paused(), context.altering() as engine:
        if drop:
            dropped = drop_index(engine)
            emit(_("The index is gone.") if dropped else _("There is no index."), None)
            return
        found = index(engine, progress=meter().tell)
    if found.made is None:
        said = _("The index answers up to #{position}; nothing in it has changed.")
    else:
        said = _("The index answers up to #{position}; it has {lines} lines.")
    emit(said.format(position=found.position, lines=found.made), None)
