"""`smo key`: the key that signs checkpoints, kept outside the ledger."""

import re
from pathlib import Path

import click

from ledger.language import N_
from ledger.language import translate as _
from ledger.proof.keys import new_key
from terminal.key_files import write_key
from terminal.localized import LocalizedCommand, LocalizedGroup
from terminal.options import option


@click.group(cls=LocalizedGroup, help=N_("Make the key that signs checkpoints."))
def command() -> None:
    """Hold the one command together with those to come."""


@command.command(
    "new",
    cls=LocalizedCommand,
    short_help=N_("a new key, in a file of its own"),
    help=N_(
        "Make a signing key (Ed25519): a secret file for its owner alone, and its "
        "public key beside it as FILE.pub, to be handed to whoever verifies. Neither "
        "is put into the ledger."
    ),
)
@option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    metavar="FILE",
    help=N_("The file of the secret key; it must not exist yet."),
)
@option(
    "--name",
    metavar="NAME",
    help=N_(
        "Whose key it is, such as lafibrenumerique5962.fr/registre. Default: the name "
        "of the file."
    ),
)
def new(output: Path, name: str | None) -> None:
    """Make the key, and say what to do with it."""
    key = new_key(name or re.sub(r"[\s+]+", "-", output.stem))
    public = write_key(key, output)
    click.echo(
        _(
            "The key {name} is in {path}: keep it outside the ledger, and secret.\n"
            "Hand {public} to whoever is to verify."
        ).format(name=key.name, path=output, public=public)
    )
