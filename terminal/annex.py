"""`smo annex 1`, `smo annex 2`: the annexes of the statutes on a date."""

from datetime import date
from pathlib import Path

import click

from ledger.language import N_
from ledger.language import translate as _
from ledger.mapper import entries_from
from projections.annexes import Annex1, Annex2, Member, Transfer, annex_1, annex_2
from projections.moments import position_known_at
from projections.pending import Pending
from projections.world import World, world_of
from terminal import words
from terminal.desk import Desk
from terminal.options import (
    SpokenCommand,
    answer_options,
    at_option,
    known_at_option,
)
from terminal.printing import Table, as_csv, as_json, as_tables, emit


@click.command(
    cls=SpokenCommand,
    help=N_(
        "Show annex 1 (who is a member) or annex 2 (who transferred which competence) "
        "on a date, with what is pending and what it is waiting for."
    ),
)
@click.argument("annex", type=click.Choice(["1", "2"]))
@at_option
@known_at_option
@answer_options("table", "json", "csv")
@click.pass_obj
def command(
    desk: Desk,
    annex: str,
    at: date,
    known_at: str | None,
    format_: str,
    output: Path | None,
) -> None:
    """Answer, and print the answer in the format asked for."""
    world = ask(desk, known_at)
    answer = annex_1(world, at) if annex == "1" else annex_2(world, at)
    if format_ == "json":
        text = as_json(answer)
    elif format_ == "csv":
        text = _csv(answer)
    else:
        text = as_tables(tables(answer), to_screen=output is None)
    emit(text, output)


def ask(desk: Desk, known_at: str | None) -> World:
    """Derive what holds from the ledger, as it was known at a moment."""
    with desk.reading() as recorder:
        position = position_known_at(known_at, recorder)
        entries = entries_from(recorder.entries(until=position))
        return world_of(entries, position=position)


def tables(answer: Annex1 | Annex2) -> list[Table]:
    """Draw an annex: what is established, then what is pending."""
    is_first = isinstance(answer, Annex1)
    established = _members(answer) if is_first else _transfers(answer)
    return [established, *([_pending(answer)] if answer.pending else [])]


def _csv(answer: Annex1 | Annex2) -> str:
    if isinstance(answer, Annex1):
        columns, lines = Member.__struct_fields__, list(answer.members)
    else:
        columns, lines = Transfer.__struct_fields__, list(answer.transfers)
    return as_csv(
        columns, ([getattr(line, name) for name in columns] for line in lines)
    )


# ------------------------------------------------------------------- tables
def _members(answer: Annex1) -> Table:
    title = _("Annex 1 – Members on {day}").format(day=words.day(answer.at))
    rows = tuple(
        (
            line.name,
            words.kind(line.kind),
            line.department or "",
            line.siren or "",
            words.day(line.since),
            words.last_day(line.until),
            "\n".join(_cited(line)),
        )
        for line in answer.members
    )
    heads = (
        *(_("Name"), _("Kind"), _("Dept."), "SIREN"),
        *(_("Since"), _("Until"), _("By these acts")),
    )
    empty = _("No member on {day}.").format(day=words.day(answer.at))
    return _table(title, heads, rows, _note(answer, empty if not rows else ""))


def _transfers(answer: Annex2) -> Table:
    title = _("Annex 2 – Competences transferred, on {day}").format(
        day=words.day(answer.at)
    )
    rows = tuple(
        (
            line.name,
            line.competence,
            words.day(line.since),
            words.last_day(line.until),
            "\n".join(_cited(line)),
        )
        for line in answer.transfers
    )
    heads = (_("Name"), _("Competence"), _("Since"), _("Until"), _("By these acts"))
    empty = _("No competence is transferred on {day}.").format(day=words.day(answer.at))
    return _table(title, heads, rows, _note(answer, empty if not rows else ""))


def _pending(answer: Annex1 | Annex2) -> Table:
    rows = tuple(
        (one.name, words.procedure(one.procedure), one.competence or "", _waits(one))
        for one in answer.pending
    )
    heads = (_("Name"), _("About"), _("Competence"), _("Not established: missing"))
    title = _("Pending on {day}").format(day=words.day(answer.at))
    return _table(title, heads, rows, "")


def _waits(one: Pending) -> str:
    if one.since is not None:
        return _("nothing; it begins on {day}").format(day=words.day(one.since))
    return words.missing(one.missing)


def _cited(line: Member | Transfer) -> list[str]:
    """Name the acts; a star marks those held executory by presumption."""
    return [f"{act} *" if act in line.presumed else act for act in line.because]


def _note(answer: Annex1 | Annex2, empty: str) -> str:
    lines = answer.members if isinstance(answer, Annex1) else answer.transfers
    said = [empty] if empty else []
    if any(line.presumed for line in lines):
        said.append(_("* executory by presumption"))
    known = _("As known at entry {known_at}").format(known_at=answer.known_at)
    if isinstance(answer, Annex1):
        version = answer.statutes or _("not established")
        known += _("; statutes in force: version {version}").format(version=version)
    return "\n".join([*said, f"{known}."])


def _table(
    title: str, heads: tuple[str, ...], rows: tuple[tuple[str, ...], ...], note: str
) -> Table:
    """Make a table; a column in which nothing stands is left out."""
    kept = [
        place
        for place in range(len(heads))
        if not rows or any(row[place] for row in rows)
    ]
    return Table(
        title,
        tuple(heads[place] for place in kept),
        tuple(tuple(row[place] for place in kept) for row in rows),
        note,
    )
