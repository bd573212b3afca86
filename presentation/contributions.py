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
from presentation.table import Table, without_empty_columns
from projections.money.contributions import Contributions
from projections.money.overlaps import Overlap
from projections.money.prices import Line
from projections.money.unestablished import has_begun
from projections.names import name_on
from projections.world import World

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


def charged_twice(overlaps: tuple[Overlap, ...]) -> list[Table]:
    """Draw who may be charged for the same schools; nothing where nobody is."""
    if not overlaps:
        return []
    rows = tuple(
        (one.name, one.epci_name, one.competence, "\n".join(one.because))
        for one in overlaps
    )
    heads = (_("Name"), _("Its EPCI"), _("Competence"), _("By these acts"))
    note = _("Both are charged for the year; nothing is left out by itself.")
    return [Table(_("The same schools, perhaps counted twice"), heads, rows, note)]
