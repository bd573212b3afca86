"""`smo template`: a spreadsheet to fill in, which `smo import` then reads."""

import os
from pathlib import Path

import click

from ledger.acts.sheets.templates import TEMPLATES
from ledger.errors import LedgerError
from ledger.language import N_
from ledger.language import translate as _
from papers.template import template_csv, template_workbook
from terminal.files import NewFile, create
from terminal.localized import LocalizedCommand
from terminal.options import option
from terminal.suffixes import format_within

WRITERS = {"xlsx": template_workbook, "csv": template_csv}
NAMED = {template.name: template for template in TEMPLATES}


class OutputExistsError(LedgerError):
    """The file is there already, perhaps filled in."""

    sentence = N_("{path} is there already. Name another file, or move it away first")


@click.command(
    cls=LocalizedCommand,
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
    writer = WRITERS[format_within(output, [*WRITERS])]
    if os.path.lexists(output):
        raise OutputExistsError(path=output)
    content = writer(NAMED[template])
    create(NewFile(output, content, 0o666))
    click.echo(_("{path} is ready to be filled in.").format(path=output))
