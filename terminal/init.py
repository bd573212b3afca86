"""`smo init`: an empty ledger."""

import click

from ledger.language import N_
from ledger.language import translate as _
from terminal.desk import Desk
from terminal.spoken import SpokenCommand


@click.command(
    cls=SpokenCommand,
    help=N_("Create an empty ledger, in the file or database that --ledger names."),
)
@click.pass_obj
def command(desk: Desk) -> None:
    """Create the ledger; one that is there already is left as it is."""
    with desk.recording() as recorder:
        head = recorder.head()
    if head:
        message = _("The ledger {place} is there already; it ends at #{head}.")
    else:
        message = _("The ledger {place} is ready, and empty.")
    click.echo(message.format(place=desk.shown_place, head=head))
