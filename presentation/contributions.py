"""Contributions of a year as tables for people."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from ledger.language import N_
from ledger.language import translate as _
from papers import cell
from papers.subjects import of_day
from presentation import words
from presentation.form import Form
from presentation.table import Table, columns, without_empty_columns
from projections.money.contributions import Contributions
from projections.money.overlaps import Overlap
from projections.money.prices import Line
from projections.money.unestablished import has_begun
from projections.naming.names import name_on
from projections.timelines.world import World

_LINES = {
    "operating": N_("operating"),
    "participation": N_("participation"),
    "studies": N_("studies"),
    "subsidy": N_("subsidy"),
    "subsidy-cap": N_("part of the subsidy not set off"),
}
"""The lines that no tariff names."""


def form(answer: Contributions, world: World) -> Form:
    """Tell how the contributions of a year are shown."""
    title = f"Contributions de l’année {answer.year}"
    return Form(
        told=lambda: answer,
        tables=lambda: draw(answer, world),
        lines=lambda: (Line, answer.lines),
        world=world,
        subject=lambda: of_day(title, answer.at, world),
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
    heads, rows = columns(
        answer.lines,
        (_("Name"), lambda line: name_on(world, line.member, last)),
        (_("Line"), _called),
        (_("Quantity"), lambda line: cell.quantity(line.quantity)),
        (_("Price"), lambda line: cell.price(line.unit_price)),
        (_("Share"), lambda line: line.prorata or line.share),
        (_("Amount"), lambda line: cell.euros(line.amount)),
        (_("By these acts"), lambda line: "\n".join(line.because)),
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
    heads, rows = columns(
        answer.totals,
        (_("Name"), lambda total: total.name),
        (_("Due"), lambda total: cell.euros(total.due) or _("(not established)")),
        (_("Called"), lambda total: cell.euros(total.called)),
        (_("Paid"), lambda total: cell.euros(total.paid)),
        (_("Regularisation"), lambda total: cell.euros(total.regularisation)),
        (_("Outstanding"), lambda total: cell.euros(total.outstanding)),
    )
    established = [Decimal(total.due) for total in answer.totals if total.due]
    note = _("Total due, as far as established: {amount}.").format(
        amount=words.euros(str(sum(established, Decimal(0))))
    )
    title = _("Accounts of {year}").format(year=answer.year)
    return Table(title, heads, tuple(rows), note if rows else "", summed=heads[1:])


def _not_established(answer: Contributions) -> Table:
    heads, rows = columns(
        answer.not_established,
        (_("Name"), lambda one: one.name),
        (_("Competence"), lambda one: one.competence),
        (_("Amount"), lambda one: cell.euros(one.amount)),
        (_("Missing"), lambda one: words.missing(one.missing)),
    )
    return without_empty_columns(Table(_("Not established"), heads, rows))


def charged_twice(overlaps: tuple[Overlap, ...]) -> list[Table]:
    """Draw who may be charged for the same schools; nothing where nobody is."""
    if not overlaps:
        return []
    heads, rows = columns(
        overlaps,
        (_("Name"), lambda one: one.name),
        (_("Its EPCI"), lambda one: one.epci_name),
        (_("Competence"), lambda one: one.competence),
        (_("By these acts"), lambda one: "\n".join(one.because)),
    )
    note = _("Both are charged for the year; nothing is left out by itself.")
    return [Table(_("The same schools, perhaps counted twice"), heads, rows, note)]
