"""`smo schema`: what an acts file may hold, and what each answer says."""

import json
from pathlib import Path
from typing import Any

import click
import msgspec

from commands.proof_verdict import Told, Verdict
from commands.verifying import Verification
from ledger.acts.schema import acts_schema
from ledger.language import N_
from presentation.answers import ANSWERS
from presentation.journal import Row
from presentation.schemas import schema_of
from projections.proven.query_text import Answer
from terminal.localized import LocalizedCommand, LocalizedGroup
from terminal.options import option
from terminal.printing import emit

OF_COMMANDS = {"verify": Verification, "proof": Verdict}
"""What commands say of the ledger itself, and of a proof."""


def output_option(function: click.decorators.FC) -> click.decorators.FC:
    """Ask for a file to write to."""
    return option(
        "--output",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="FILE",
        help=N_("Write to this file."),
    )(function)


@click.group(
    cls=LocalizedGroup,
    invoke_without_command=True,
    help=N_(
        "Print the JSON Schema of the acts file, for an editor that checks as you type."
    ),
)
@output_option
@click.pass_context
def command(ctx: click.Context, output: Path | None) -> None:
    """Print the schema; no ledger is needed."""
    if ctx.invoked_subcommand is None:
        _print(acts_schema(), output)


@command.command(
    "answer",
    cls=LocalizedCommand,
    short_help=N_("the JSON Schema of an answer"),
    help=N_(
        "Print the JSON Schema of an answer, for scripts that read it. NAME is that of "
        "the command that gives it, or: plan, notice, attendance, minutes, statement, "
        "proof."
    ),
)
@click.argument("name", type=click.Choice([*ANSWERS, *OF_COMMANDS]), metavar="NAME")
@output_option
def answer(name: str, output: Path | None) -> None:
    """Print the schema; no ledger is needed."""
    kind = (ANSWERS | OF_COMMANDS)[name]
    _print(schema_of(name, kind, {Told: Row, msgspec.Raw: Answer}), output)


def _print(schema: dict[str, Any], output: Path | None) -> None:
    emit(json.dumps(schema, indent=2, ensure_ascii=False), output)
