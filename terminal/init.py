"""`smo init`: an empty ledger."""

import click

from ledger.language import N_
from ledger.language import translate as _
from ledger.storage.roles import AUDITOR, SECRETARY, create_roles, ensure_roles_possible
from terminal.desk import Desk
from terminal.options import option
from terminal.spoken import SpokenCommand


@click.command(
    cls=SpokenCommand,
    help=N_("Create an empty ledger, in the file or database that --ledger names."),
)
@option(
    "--roles",
    is_flag=True,
    help=N_(
        "On PostgreSQL, also create the roles smo_secretary, whose members may ask and "
        "record, and smo_auditor, whose members may ask."
    ),
)
@click.pass_obj
def command(desk: Desk, *, roles: bool) -> None:
    """Create the ledger; one that is there already is left as it is."""
    if roles:
        ensure_roles_possible(desk.place)
    with desk.recording() as recorder:
        head = recorder.head()
    if roles:
        with desk.altering() as engine:
            create_roles(engine, place=desk.shown_place)
    if head:
        message = _("The ledger {place} is there already; it ends at #{head}.")
    else:
        message = _("The ledger {place} is ready, and empty.")
    click.echo(message.format(place=desk.shown_place, head=head))
    if roles:
        click.echo(
            _(
                "Its roles are ready: {secretary} may ask and record, {auditor} may "
                "ask. Make the server's users their members with GRANT."
            ).format(secretary=SECRETARY, auditor=AUDITOR)
        )
