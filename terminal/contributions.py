"""`smo contributions YEAR`: what each member owes, was called and paid for a year."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import click

from ledger.language import N_
from ledger.language import translate as _
from projections.contributions import Contributions, contributions
from projections.members import institution_named
from projections.names import name_on
from projections.prices import Line
from projections.world import World
from terminal import words
from terminal.asking import ask
from terminal.desk import Desk
from terminal.options import answer_options, at_option, known_at_option, option
from terminal.printing import Table, print_answer, without_empty_columns
from terminal.spoken import SpokenCommand


@click.command(
    cls=SpokenCommand,
    help=N_(
        "Show what each member owes for YEAR under the law in force on a day, line by "
        "line, what was called and paid, and what cannot be established."
    ),
)
@click.argument("year", type=click.IntRange(1900, 2999))
@option("--member", metavar="ID", help=N_("Only this institution."))
@at_option
@known_at_option
@answer_options("table", "json", "csv")
@click.pass_obj
def command(
    desk: Desk,
    year: int,
    member: str | None,
    at: date,
    known_at: str | None,
    format_: str,
    output: Path | None,
) -> None:
    """Answer, and print the answer in the format asked for."""
    world = ask(desk, known_at)
    asked = institution_named(world, member) if member is not None else None
    answer = contributions(world, year, at, asked)
    print_answer(
        answer,
        lines=(Line, answer.lines),
        draw=lambda: draw(answer, world),
        format_=format_,
        output=output,
    )


def draw(answer: Contributions, world: World) -> list[Table]:
    """Draw the contributions for people: lines, accounts, what is not established."""
    drawn = [_lines(answer, world), _totals(answer)]
    if answer.not_established:
        drawn.append(_not_established(answer))
    return [table for table in drawn if table.rows or table.note]


def _lines(answer: Contributions, world: World) -> Table:
    last = date(answer.year, 12, 31)
    rows = tuple(
        (
            name_on(world, line.member, last),
            line.line,
            words.quantity(line.quantity),
            words.number(line.unit_price),
            line.prorata or line.share or "",
            words.euros(line.amount),
            "\n".join(line.because),
        )
        for line in answer.lines
    )
    heads = (
        *(_("Name"), _("Line"), _("Quantity"), _("Price"), _("Share")),
        *(_("Amount"), _("By these acts")),
    )
    title = _("Contributions of {year}, law in force on {day}").format(
        year=answer.year, day=words.day(answer.at)
    )
    notes = [
        *([] if rows else [_("Nothing is due that can be established.")]),
        words.known(answer.known_at),
    ]
    return without_empty_columns(Table(title, heads, rows, "\n".join(notes)))


def _totals(answer: Contributions) -> Table:
    rows = [
        (
            total.name,
            words.euros(total.due) or _("(not established)"),
            words.euros(total.called),
            words.euros(total.paid),
            words.euros(total.regularisation),
            words.euros(total.outstanding),
        )
        for total in answer.totals
    ]
    heads = (
        *(_("Name"), _("Due"), _("Called"), _("Paid")),
        *(_("Regularisation"), _("Outstanding")),
    )
    established = [Decimal(total.due) for total in answer.totals if total.due]
    note = _("Total due, as far as established: {amount}.").format(
        amount=words.euros(str(sum(established, Decimal(0))))
    )
    title = _("Accounts of {year}").format(year=answer.year)
    return Table(title, heads, tuple(rows), note if rows else "")


def _not_established(answer: Contributions) -> Table:
    rows = tuple(
        (one.name, one.competence, words.missing(one.missing))
        for one in answer.not_established
    )
    heads = (_("Name"), _("Competence"), _("Missing"))
    return Table(_("Not established"), heads, rows)
