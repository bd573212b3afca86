"""`smo template`: a spreadsheet to fill in, which `smo import` then reads."""

import os
from pathlib import Path

import click

from ledger.acts.sheets.reading import DELIMITED, WORKBOOK
from ledger.acts.sheets.templates import TEMPLATES
from ledger.errors import LedgerError
from ledger.language import N_
from ledger.language import translate as _
from papers.template import template_csv, template_workbook
from terminal.files import NewFile, create
from terminal.options import option
from terminal.spoken import SpokenCommand

WRITERS = {WORKBOOK: template_workbook, DELIMITED: template_csv}
NAMED = {template.name: template for template in TEMPLATES}


class OutputExistsError(LedgerError):
    """The file is there already, perhaps filled in."""

    sentence = N_("{path} is there already. Name another file, or move it away first")


@click.command(
    cls=SpokenCommand,
    help=N_(
        "Write a spreadsheet to fill in, its headings always in French: head-counts "
        "of pupils, designations of delegates, or requests to join. «smo import» "
        "records what is written in it."
    ),
)
@click.argument("template", type=click.Choice(list(NAMED)))
@option(
    "--output",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help=N_("The file to write, .xlsx or .csv. It must not be there yet."),
)
def command(template: str, output: Path) -> None:
    """Write the template in the format the suffix names."""
    writer = WRITERS.get(output.suffix.lower())
    if writer is None:
        message = _("«{name}» ends in neither .xlsx nor .csv").format(name=output.name)
        raise click.BadParameter(message, param_hint="--output")
    content = writer(NAMED[template])
    if os.path.lexists(output):
        raise OutputExistsError(path=output)
    create(NewFile(output, content, 0o666))
    click.echo(_("{path} is ready to be filled in.").format(path=output))
