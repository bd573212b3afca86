"""`smo prove REF|ANSWER`: a proof that is checked without the ledger."""

from datetime import date
from pathlib import Path

import click

from commands.proving import Proof, prove_act, prove_answer
from ledger.language import N_
from ledger.language import translate as _
from ledger.storage.sealed import SealedLedger
from projections.periods import Period, day_of
from projections.proven.query_text import NoQuestionError, QueryText, verified
from projections.whys.questions import KINDS
from terminal.context import Context
from terminal.localized import LocalizedCommand
from terminal.options import Day, Time, known_at_option, option
from terminal.printing import emit


@click.command(
    cls=LocalizedCommand,
    help=N_(
        "Prove an act, or an answer, to somebody without the ledger: the entries it "
        "rests on, each with its way to the head that was sealed. ANSWER is the "
        "reference of an act; or annex 1, annex 2, roster BODY, member ID, "
        "contributions YEAR; or an answer as «smo why» takes it, such as seat BODY "
        "PERSON. «smo verify --proof FILE» checks it."
    ),
)
@click.argument("what", nargs=-1, required=True, metavar="ANSWER...")
@option(
    "--at",
    type=Day(),
    metavar="DATE",
    help=N_("The law in force on that day. Default: today."),
)
@option(
    "--in",
    "in_",
    type=Time(),
    metavar="PERIOD",
    help=N_("A time instead: 2022, 2022-06, or 2022-01-01..2022-06-30."),
)
@option("--member", metavar="ID", help=N_("Only this institution."))
@known_at_option
@option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help=N_("Write to this file."),
)
@click.pass_obj
def command(
    context: Context,
    what: tuple[str, ...],
    at: date | None,
    in_: Period | None,
    member: str | None,
    known_at: str | None,
    output: Path | None,
) -> None:
    """Prove, and write the proof; a word about it beside."""
    act = _act(what)
    if at is not None and in_ is not None:
        raise click.UsageError(_("--at and --in exclude each other"))
    if act is not None and any(one is not None for one in (at, in_, member)):
        raise click.UsageError(_("An act is proven as it stands: it takes no option"))
    asked = act or _asked(what, in_ or day_of(at or context.today), member)
    with context.opened() as engine:
        sealed = SealedLedger(engine)
        if isinstance(asked, str):
            proof = prove_act(sealed, asked, known_at)
        else:
            proof = prove_answer(sealed, asked, known_at)
    emit(proof.text, output)
    _report(proof, known_at)


def _act(what: tuple[str, ...]) -> str | None:
    """Tell which act is meant, where one is."""
    named = what[1:] if what[0] == "act" else what
    return named[0] if len(named) == 1 and "/" in named[0] else None


def _asked(what: tuple[str, ...], during: Period, member: str | None) -> QueryText:
    """Take words for a question; what makes none is misuse.

    An answer of `smo why` is taken for one also where «why» was left out.
    """
    is_left_out = what[0] in KINDS and what[0] != "member"
    words = ("why", *what) if is_left_out else what
    try:
        return verified(QueryText(words, during, member))
    except NoQuestionError as error:
        raise click.UsageError(str(error)) from error


def _report(proof: Proof, known_at: str | None) -> None:
    """Say by how much it is proven, and if the ledger has grown since it was sealed."""
    if known_at is None and proof.head > proof.known_at:
        text = _(
            "The ledger has grown since it was sealed: this is proven as it was known "
            "at #{known_at}, of #{head} now."
        )
        click.echo(text.format(known_at=proof.known_at, head=proof.head), err=True)
    text = _("Proven by {entries} of {all} entries, under the checkpoint {short}.")
    click.echo(
        text.format(
            entries=proof.entries,
            all=proof.known_at,
            short=proof.seal.checkpoint.short,
        ),
        err=True,
    )
