"""`smo annex 1`, `smo annex 2`: the annexes of the statutes on a date.

Looked up where an index answers, derived where it does not; what derives, and what
draws tables, is loaded only then.
"""

from pathlib import Path

import click
import msgspec

from ledger.language import N_
from ledger.storage.lookup import Lookup
from ledger.storage.positions import Positions
from presentation.annex import form_looked_up
from presentation.form import DOCUMENTS, Form
from presentation.rendering import form_of
from projections.index.annexes import (
    PARTS,
    QUESTION,
    indexed_annex_1,
    indexed_annex_2,
)
from projections.moments import position_known_at
from projections.periods import Period, day_of
from projections.register.answers import Annex1, Annex2
from terminal.context import Context
from terminal.localized import LocalizedCommand
from terminal.options import TABLES, answer_options, during_options, known_at_option
from terminal.printing import print_form


@click.command(
    cls=LocalizedCommand,
    help=N_(
        "Show annex 1 (who is a member) or annex 2 (who transferred which competence) "
        "on a date, with what is pending and what it is waiting for."
    ),
)
@click.argument("annex", type=click.Choice(["1", "2"]))
@during_options
@known_at_option
@answer_options(*TABLES)
@click.pass_obj
def command(
    context: Context,
    annex: str,
    during: Period,
    known_at: str | None,
    format_: str,
    output: Path | None,
) -> None:
    """Answer, and print the answer in the format asked for."""
    # A document cites acts, which no index knows.
    is_text = format_ not in DOCUMENTS
    form = _looked_up(context, annex, during, known_at) if is_text else None
    if form is None:
        form = _derived(context, annex, during, known_at)
    print_form(form, format_, output)


def _looked_up(
    context: Context, annex: str, during: Period, known_at: str | None
) -> Form | None:
    """Look the answer up; None where no index answers: of a period, none does."""
    at = during.from_
    if during != day_of(at):
        return None
    lines, position = None, 0
    with context.looking_up() as ask:
        if ask is not None:
            position = position_known_at(known_at, Positions(ask))
            parts = PARTS[annex]
            lines = Lookup(ask).lines_known_at(QUESTION, position, parts, at)
    if lines is None:
        return None
    make = indexed_annex_1 if annex == "1" else indexed_annex_2
    try:
        answer: Annex1 | Annex2 = make(lines, at, position)
    except msgspec.MsgspecError:
        return None  # somebody wrote into it: «smo verify» says so
    return form_looked_up(answer, lines["statutes"])


def _derived(
    context: Context, annex: str, during: Period, known_at: str | None
) -> Form:
    """Derive the answer from the entries."""
    from projections.register.annexes import annex_1, annex_2  # noqa: PLC0415 -- heavy
    from terminal.asking import ask  # noqa: PLC0415

    world = ask(context, known_at)
    return form_of((annex_1 if annex == "1" else annex_2)(world, during), world)
