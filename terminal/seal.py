"""`smo seal`: a signed checkpoint, to be handed over."""

from pathlib import Path

import click

from commands.sealing import cosign, seal
from ledger.language import N_
from ledger.language import translate as _
from ledger.proof.checkpoint import checkpoint_of
from ledger.storage.entry import utc_now
from terminal.context import Context
from terminal.gc_pause import gc_paused
from terminal.key_files import seal_in, signing_key_in
from terminal.localized import LocalizedCommand
from terminal.options import option
from terminal.printing import emit
from terminal.progress import meter


@click.command(
    cls=LocalizedCommand,
    help=N_(
        "Sign a checkpoint of the ledger as it is now, once it has been verified. Hand "
        "it over to the prefecture, a member, an auditor: whoever holds it can tell "
        "whether anything before it was ever changed."
    ),
)
@option(
    "--key",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    metavar="FILE",
    help=N_("The signing key, made by «smo key new»."),
)
@option(
    "--cosign",
    "given",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help=N_(
        "A checkpoint another signed: add one's own signature as a witness, if this "
        "ledger begins as it says."
    ),
)
@option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help=N_("Write to this file."),
)
@click.pass_obj
def command(
    context: Context, key: Path, given: Path | None, output: Path | None
) -> None:
    """Seal or cosign; the note on stdout or in the file, a word about it beside."""
    signing, progress = signing_key_in(key), meter().tell
    with gc_paused(), context.altering() as engine:
        if given is None:
            note = seal(engine, signing, progress=progress)
        else:
            note = cosign(
                engine, signing, seal_in(given), now=utc_now(), progress=progress
            )
    emit(str(note), output)
    sealed = _("Sealed: {short}").format(short=checkpoint_of(note).short)
    click.echo(sealed, err=True)
