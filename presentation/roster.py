"""Who sits in a body, as tables for people."""

from collections import Counter

from ledger.language import translate as _
from papers import french
from papers.subjects import of_time
from presentation import words
from presentation.form import Form
from presentation.table import Table, columns, without_empty_columns
from projections.naming.colleges import colleges_of
from projections.naming.names import name_on
from projections.periods import Period
from projections.register.rosters import (
    Roster,
    RosterSeat,
    RosterVacancy,
)
from projections.timelines.world import World


def form(answer: Roster, world: World) -> Form:
    """Tell how a roster is shown."""
    title = f"Composition {french.of_body(answer.body, colleges_of(world))}"
    return Form(
        told=lambda: answer,
        tables=lambda: draw(answer, world),
        lines=lambda: (RosterSeat, answer.seats),
        world=world,
        subject=lambda: of_time(title, answer.from_, answer.until, world),
    )


def draw(answer: Roster, world: World) -> list[Table]:
    """Draw a roster for people: who sits, then what is empty."""
    drawn = [_seats(answer, world)]
    if answer.vacancies:
        drawn.append(_vacancies(answer, world))
    return drawn


def _seats(answer: Roster, world: World) -> Table:
    heads, rows = columns(
        answer.seats,
        (_("Name"), lambda line: line.name),
        (_("Office"), lambda line: words.office(line.office)),
        (_("Designated by"), lambda line: line.member_name),
        (_("Since"), lambda line: line.from_),
        (_("Until"), lambda line: words.last(line.until)),
        (_("Remark"), _remarks),
        (_("By these acts"), lambda line: "\n".join(line.because)),
    )
    body = words.body(answer.body, colleges_of(world))
    title = f"{body} – {words.period(answer.from_, answer.until)}"
    notes = [
        *([] if rows else [_nobody(answer)]),
        words.known(answer.known_at),
    ]
    return without_empty_columns(Table(title, heads, rows, "\n".join(notes)))


def _remarks(line: RosterSeat) -> str:
    said = [
        *([_("holds over")] if line.holdover else []),
        *([_("installation assumed")] if line.assumed else []),
    ]
    return ", ".join(said)


def _nobody(answer: Roster) -> str:
    """Say why nobody sat: the body was not there, or its seats were empty."""
    asked = Period(answer.from_, answer.until)
    if any(period.overlap(asked) for period in answer.existed):
        return _("Nobody sat in it, as far as is known.")
    if not answer.existed:
        return _("It has never existed, as far as is known.")
    first = answer.existed[0]
    if first.from_ >= (answer.until or first.from_):
        return _("It did not exist yet; it began on {day}.").format(
            day=words.day(first.from_)
        )
    return _("It existed no longer; it ended on {day}.").format(
        day=words.last_day(answer.existed[-1].until)
    )


def _vacancies(answer: Roster, world: World) -> Table:
    rows = Counter(
        (
            _whose(line, world),
            line.from_,
            words.last(line.until),
            line.fill_by,
        )
        for line in answer.vacancies
    )
    heads = (
        *(_("Seat of"), _("Seats"), _("Empty since"), _("Until")),
        _("To be filled by"),
    )
    title = _("Empty seats – {period}").format(
        period=words.period(answer.from_, answer.until)
    )
    counted = tuple((whose, count, *days) for (whose, *days), count in rows.items())
    return without_empty_columns(Table(title, heads, counted))


def _whose(line: RosterVacancy, world: World) -> str:
    if line.member is not None:
        return name_on(world, line.member, line.from_)
    return words.office(line.office) or _("a representative")
