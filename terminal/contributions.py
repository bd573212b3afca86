"""`smo contributions YEAR`: what each member owes, was called and paid for a year."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import click

from ledger.language import N_
from ledger.language import translate as _
from papers import cell
from projections.members.portrait import institution_named
from projections.money.contributions import Contributions, contributions
from projections.money.plan import plan
from projections.money.planned import Planned
from projections.money.prices import Line
from projections.money.unestablished import has_begun
from projections.names import name_on
from projections.world import World
from terminal import words
from terminal.asking import ask
from terminal.charged_twice import charged_twice
from terminal.desk import Desk
from terminal.options import TABLES, answer_options, at_option, known_at_option, option
from terminal.plan import draw_plan
from terminal.printing import Table, print_answer, without_empty_columns
from terminal.spoken import SpokenCommand
from terminal.statement import paper_of

_LINES = {
    "operating": N_("operating"),
    "participation": N_("participation"),
    "studies": N_("studies"),
    "subsidy": N_("subsidy"),
    "subsidy-cap": N_("part of the subsidy not set off"),
}
"""The lines that no tariff names."""


@click.command(
    cls=SpokenCommand,
    help=N_(
        "Show what each member owes for YEAR under the law in force on a day, line by "
        "line, what was called and paid, and what cannot be established. With --member "
        "and --format pdf, xlsx or md: that member's statement (état liquidatif)."
    ),
)
@click.argument("year", type=click.IntRange(1900, 2999))
@option("--member", metavar="ID", help=N_("Only this institution."))
@option(
    "--plan",
    "is_plan",
    is_flag=True,
    help=N_("What is to be expected, and what is missing before YEAR can be called."),
)
@at_option
@known_at_option
@answer_options(*TABLES)
@click.pass_obj
def command(
    desk: Desk,
    year: int,
    member: str | None,
    is_plan: bool,  # noqa: FBT001 -- click hands it so
    at: date,
    known_at: str | None,
    format_: str,
    output: Path | None,
) -> None:
    """Answer, and print the answer in the format asked for."""
    world = ask(desk, known_at)
    asked = institution_named(world, member) if member is not None else None
    if is_plan:
        planned = plan(world, year, at, asked)
        print_answer(
            planned,
            lines=(Planned, planned.plan.members),
            draw=lambda: draw_plan(planned, world),
            world=world,
            format_=format_,
            output=output,
        )
        return
    answer = contributions(world, year, at, asked)
    print_answer(
        answer,
        lines=(Line, answer.lines),
        draw=lambda: draw(answer, world),
        world=world,
        paper=(lambda: paper_of(world, year, at, asked)) if asked else None,
        format_=format_,
        output=output,
    )


def draw(answer: Contributions, world: World) -> list[Table]:
    """Draw the contributions for people: lines, accounts, what is not established."""
    drawn = [_lines(answer, world), _totals(answer)]
    if answer.not_established:
        drawn.append(_not_established(answer))
    drawn += charged_twice(answer.overlaps)
    return [table for table in drawn if table.rows or table.note]


def _lines(answer: Contributions, world: World) -> Table:
    last = date(answer.year, 12, 31)
    rows = tuple(
        (
            name_on(world, line.member, last),
            _called(line),
            cell.quantity(line.quantity),
            cell.price(line.unit_price),
            line.prorata or line.share,
            cell.euros(line.amount),
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
        *([] if rows else _nothing(answer)),
        words.known(answer.known_at),
    ]
    table = Table(title, heads, rows, "\n".join(notes), summed=(_("Amount"),))
    return without_empty_columns(table)


def _nothing(answer: Contributions) -> Iterator[str]:
    yield _("Nothing is due that can be established.")
    if not has_begun(answer.year, answer.at):
        yield _(
            "The year {year} has not begun on {day}. What is to be expected of it: "
            "contributions {year} --plan."
        ).format(year=answer.year, day=words.day(answer.at))


def _called(line: Line) -> str:
    """Name a part of a budget and a subsidy in words, the rest by its code."""
    is_coded = line.share is None and line.unit_price is not None
    return line.line if is_coded else _(_LINES.get(line.line, line.line))


def _totals(answer: Contributions) -> Table:
    rows = [
        (
            total.name,
            cell.euros(total.due) or _("(not established)"),
            cell.euros(total.called),
            cell.euros(total.paid),
            cell.euros(total.regularisation),
            cell.euros(total.outstanding),
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
    return Table(title, heads, tuple(rows), note if rows else "", summed=heads[1:])


def _not_established(answer: Contributions) -> Table:
    rows = tuple(
        (one.name, one.competence, words.missing(one.missing))
        for one in answer.not_established
    )
    heads = (_("Name"), _("Competence"), _("Missing"))
    return Table(_("Not established"), heads, rows)
