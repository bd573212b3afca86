"""`smo diff A B`: what changed between two points, and which acts did it."""

from datetime import date
from itertools import groupby
from pathlib import Path

import click
import msgspec

from ledger.language import N_
from ledger.language import translate as _
from ledger.mapper import entries_from
from papers.cell import Cell
from projections.moments import position_known_at
from projections.names import name_on
from projections.register.differences import (
    Change,
    Difference,
    Moment,
    Point,
    difference,
)
from projections.world import World, world_of
from terminal import register_words, words
from terminal.annex_tables import competences_on
from terminal.desk import Desk
from terminal.options import TABLES, answer_options, at_option, known_at_option
from terminal.points import Asked, PointType
from terminal.printing import Table, print_answer, without_empty_columns
from terminal.spoken import SpokenCommand


class Row(msgspec.Struct, frozen=True):
    """A change as CSV has it: what a line said, as JSON."""

    what: str
    member: str | None
    person: str | None
    before: str | None
    after: str | None
    because: tuple[str, ...]


@click.command(
    cls=SpokenCommand,
    help=N_(
        "Show what changed between A and B, line by line of the register, and which "
        "acts did it. A and B are each a date (the law in force that day), #N (what "
        "the ledger held at position N), @WHEN (what it held at that moment), or "
        "both: DATE@#N. The options say what A or B leaves open."
    ),
)
@click.argument("a", type=PointType())
@click.argument("b", type=PointType())
@at_option
@known_at_option
@answer_options(*TABLES)
@click.pass_obj
def command(
    desk: Desk,
    a: Asked,
    b: Asked,
    at: date,
    known_at: str | None,
    format_: str,
    output: Path | None,
) -> None:
    """Answer, and print the answer in the format asked for."""
    first, second = _points(desk, (a, b), at, known_at)
    answer = difference(first, second)
    print_answer(
        answer,
        lines=(Row, map(_written, answer.changes)),
        draw=lambda: draw(answer, second),
        world=max((first.world, second.world), key=_position),  # it knows all acts
        format_=format_,
        output=output,
    )


def draw(answer: Difference, point: Point) -> list[Table]:
    """Draw a difference for people: a table for each thing the lines are about."""
    known = {answer.from_.known_at, answer.to.known_at}
    title = _("What changed between {first} and {second}").format(
        first=_moment(answer.from_, known), second=_moment(answer.to, known)
    )
    note = "" if answer.changes else _("No difference.")
    if len(known) == 1:
        note = "\n".join([*([note] if note else []), words.known(answer.to.known_at)])
    drawn = [Table(title, (), (), note)]
    for what, changes in groupby(answer.changes, key=lambda change: change.what):
        heading = _(register_words.TITLES[what])
        drawn.append(changes_table(heading, list(changes), point))
    return drawn


def changes_table(title: str, changes: list[Change], point: Point) -> Table:
    """Draw the changes of one kind."""
    heads = (
        *(_("Name"), _("Member"), _("About"), _("Before"), _("After")),
        _("By these acts"),
    )
    competences = competences_on(point.world, point.at)
    rows = tuple(_row(change, point, competences) for change in changes)
    return without_empty_columns(Table(title, heads, rows))


def _position(world: World) -> int:
    return world.known.position


def _written(change: Change) -> Row:
    before, after = (
        None if value is None else msgspec.json.encode(value).decode()
        for value in (change.before, change.after)
    )
    return Row(change.what, change.member, change.person, before, after, change.because)


def _points(
    desk: Desk, asked: tuple[Asked, Asked], at: date, known_at: str | None
) -> list[Point]:
    """Find the two worlds; the ledger is read up to each position once."""
    worlds: dict[int, World] = {}
    points = []
    with desk.reading() as recorder:
        now = position_known_at(known_at, recorder)
        for one in asked:
            asked_for = one.known_at
            position = position_known_at(asked_for, recorder) if asked_for else now
            if position not in worlds:
                entries = entries_from(recorder.entries(until=position))
                digest = recorder.digest_at(position)
                worlds[position] = world_of(entries, position=position, digest=digest)
            points.append(Point(one.at or at, worlds[position]))
    return points


def _moment(moment: Moment, known: set[str]) -> str:
    """Write a point; what was known, only where the two differ in it."""
    day = words.day(moment.at)
    if len(known) == 1:
        return day
    return _("{day} (known at {known_at})").format(day=day, known_at=moment.known_at)


def _row(
    change: Change, point: Point, competences: register_words.Competences
) -> tuple[Cell, ...]:
    world = point.world
    member = name_on(world, change.member, point.at) if change.member else ""
    person = world.persons.get(change.person, change.person) if change.person else ""
    value = change.after if change.after is not None else change.before
    assert value is not None, "a change has one side at least"
    return (
        person or member,
        member if person else "",
        register_words.about(change.what, value, competences),
        register_words.said(change.what, change.before, change.after),
        register_words.said(change.what, change.after, change.before),
        "\n".join(change.because),
    )
