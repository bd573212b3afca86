"""`smo init`: an empty ledger."""

import click

from ledger.language import N_
from ledger.language import translate as _
from ledger.storage.roles import AUDITOR, SECRETARY, create_roles, ensure_roles_possible
from terminal.context import Context
from terminal.localized import LocalizedCommand
from terminal.options import option


@click.command(
    cls=LocalizedCommand,
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
def command(context: Context, *, roles: bool) -> None:
    """Create the ledger; one that is there already is left as it is."""
    if roles:
        ensure_roles_possible(context.place)
    with context.recording() as recorder:
        head = recorder.head()
    if roles:
        with context.altering() as engine:
            create_roles(engine, place=context.shown_place)
    if head:
        message = _("The ledger {place} is there already; it ends at #{head}.")
    else:
        message = _("The ledger {place} is ready, and empty.")
    click.echo(message.format(place=context.shown_place, head=head))
    if roles:
        click.echo(
            _(
                "Its roles are ready: {secretary} may ask and record, {auditor} may "
                "ask. Make the server's users their members with GRANT."
            ).format(secretary=SECRETARY, auditor=AUDITOR)
        )
