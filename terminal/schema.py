"""`smo schema`: what an acts file may hold."""

import json
from pathlib import Path

import click

from ledger.acts.schema import acts_schema
from ledger.language import N_
from terminal.localized import LocalizedCommand
from terminal.options import option
from terminal.printing import emit


@click.command(
    cls=LocalizedCommand,
    help=N_(
        "Print the JSON Schema of the acts file, for an editor that checks as you type."
    ),
)
@option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help=N_("Write to this file."),
)
def command(output: Path | None) -> None:
    """Print the schema; no ledger is needed."""
    emit(json.dumps(acts_schema(), indent=2, ensure_ascii=False), output)
