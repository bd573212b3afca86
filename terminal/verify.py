"""`smo verify`: read everything again; exit 1 if anything was touched."""

from pathlib import Path

import click

from commands.verifying import Offence, Verification, verify
from ledger.language import N_, ntranslate
from ledger.language import translate as _
from presentation import words
from presentation.form import Form
from presentation.table import Table, columns, without_empty_columns
from terminal.context import Context
from terminal.gc_pause import gc_paused
from terminal.key_files import proof_in, public_key_in, seal_in
from terminal.localized import LocalizedCommand
from terminal.options import TEXTS, answer_options, option
from terminal.printing import print_form
from terminal.progress import meter
from terminal.verify_proof import verify_proof


@click.command(
    cls=LocalizedCommand,
    help=N_(
        "Read the whole ledger again: entries, tree of hashes, tags, documents, "
        "checkpoints, the database's guards. Every position that was touched is named, "
        "and the exit status is 1."
    ),
)
@option(
    "--since",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="CHECKPOINT",
    help=N_("A checkpoint handed over: prove that the ledger still begins as it says."),
)
@option(
    "--proof",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help=N_(
        "Check one proof instead, made by «smo prove»: no ledger is needed, nor opened."
    ),
)
@option(
    "--public-key",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help=N_("The public key of who seals, to check the signatures with."),
)
@answer_options(*TEXTS)
@click.pass_context
def command(
    ctx: click.Context,
    since: Path | None,
    proof: Path | None,
    public_key: Path | None,
    format_: str,
    output: Path | None,
) -> None:
    """Verify, print what was found, and say by the exit status whether all is whole."""
    context: Context = ctx.obj
    if proof is not None and since is not None:
        raise click.UsageError(_("--since and --proof exclude each other"))
    key = public_key_in(public_key) if public_key is not None else None
    if proof is not None:
        holds = verify_proof(proof_in(proof), key, format_, output)
        ctx.exit(0 if holds else 1)
    given = seal_in(since) if since is not None else None
    with gc_paused(), context.opened() as engine:
        answer = verify(engine, since=given, key=key, progress=meter().tell)
    form = Form(
        told=lambda: answer,
        tables=lambda: draw(answer),
        lines=lambda: (Offence, answer.faults),
    )
    print_form(form, format_, output)
    ctx.exit(0 if answer.is_whole else 1)


def draw(answer: Verification) -> list[Table]:
    """Draw what is wrong first, then what was read."""
    drawn = [] if answer.is_whole else [_faults(answer)]
    if answer.checkpoints:
        drawn.append(_checkpoints(answer))
    return [*drawn, Table(_verdict(answer), (), (), _counted(answer))]


def _verdict(answer: Verification) -> str:
    if answer.is_whole:
        return _("The ledger is whole: {short}").format(short=answer.short)
    count = len(answer.faults)
    text = ntranslate(
        "The ledger is not whole: {count} fault",
        "The ledger is not whole: {count} faults",
        count,
    )
    return text.format(count=count)


def _counted(answer: Verification) -> str:
    lines = [
        _("{entries} entries and {documents} documents were read again.").format(
            entries=words.quantity(answer.entries),
            documents=words.quantity(answer.documents),
        ),
        _("Head of the tree: {root}").format(root=answer.root),
    ]
    if answer.growth is not None:
        lines.append(
            _(
                "Consistent with #{size}: a proof of {count} hashes (--json shows it)."
            ).format(size=answer.growth.from_, count=len(answer.growth.hashes))
        )
    if answer.checkpoints and not answer.signatures_checked:
        lines.append(
            _("Signatures were not checked: give the public key with --public-key.")
        )
    return "\n".join(lines)


def _faults(answer: Verification) -> Table:
    heads, rows = columns(
        answer.faults,
        (
            _("Position"),
            lambda one: f"#{one.position}" if one.position is not None else "",
        ),
        (_("Table"), lambda one: one.table),
        (_("What is wrong"), lambda one: one.message),
        (_("Rule"), lambda one: one.rule),
    )
    return Table(_("Faults"), heads, rows, style="bold red")


def _checkpoints(answer: Verification) -> Table:
    heads, rows = columns(
        answer.checkpoints,
        (_("Checkpoint"), lambda one: one.short),
        (_("Signed by"), lambda one: "\n".join(one.signed_by)),
        (
            _("Note"),
            lambda one: "" if one.stored else _("handed over, not on record here"),
        ),
    )
    return without_empty_columns(Table(_("Checkpoints"), heads, rows))
