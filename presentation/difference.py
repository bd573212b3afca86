"""What changed between two points, as tables for people and as lines."""

from itertools import groupby

import msgspec

from ledger.language import translate as _
from papers import french
from papers.cell import Cell
from papers.subjects import Subject, known, on
from presentation import register_words, words
from presentation.annex_tables import competences_on
from presentation.form import Form
from presentation.table import Table, without_empty_columns
from projections.changes.differences import (
    Change,
    Difference,
    Moment,
    Point,
)
from projections.naming.colleges import colleges_of
from projections.naming.names import name_on
from projections.timelines.world import World


class Row(msgspec.Struct, frozen=True):
    """A change as CSV has it: what a line said, as JSON."""

    what: str
    member: str | None
    person: str | None
    before: str | None
    after: str | None
    because: tuple[str, ...]


def form(answer: Difference, first: World, second: World) -> Form:
    """Tell how what changed is shown; a document cites what either world knows."""
    world = max((first, second), key=lambda one: one.known.position)
    return Form(
        told=lambda: answer,
        tables=lambda: draw(answer, second),
        lines=lambda: (Row, map(_line, answer.changes)),
        world=world,
        subject=lambda: Subject("Évolution du registre", _compared(answer, world)),
    )


def _compared(answer: Difference, world: World) -> str:
    """Say in legal French which two states are compared."""
    first, second = answer.from_, answer.to
    if first.known_at == second.known_at:
        earlier = f"comparé à celui du {french.long_day(first.at)}"
        return f"{on(second.at)} {earlier}, {known(world)}"
    return (
        f"{on(second.at)}, tel que connu à l’{french.entry(second.known_at)}, comparé "
        f"à celui du {french.long_day(first.at)}, tel que connu à l’"
        f"{french.entry(first.known_at)}"
    )


def draw(answer: Difference, world: World) -> list[Table]:
    """Draw a difference for people: a table for each thing the lines are about."""
    point = Point(answer.to.at, world)
    known_at = {answer.from_.known_at, answer.to.known_at}
    title = _("What changed between {first} and {second}").format(
        first=_moment(answer.from_, known_at), second=_moment(answer.to, known_at)
    )
    note = "" if answer.changes else _("No difference.")
    if len(known_at) == 1:
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


def _line(change: Change) -> Row:
    """Make the line that CSV has of a change."""
    before, after = (
        None if value is None else msgspec.json.encode(value).decode()
        for value in (change.before, change.after)
    )
    return Row(change.what, change.member, change.person, before, after, change.because)


def _moment(moment: Moment, known_at: set[str]) -> str:
    """Write a point; what was known, only where the two differ in it."""
    day = words.day(moment.at)
    if len(known_at) == 1:
        return day
    return _("{day} (known at {known_at})").format(day=day, known_at=moment.known_at)


def _row(
    change: Change, point: Point, competences: register_words.Competences
) -> tuple[Cell, ...]:
    world = point.world
    colleges = colleges_of(world)
    member = name_on(world, change.member, point.at) if change.member else ""
    person = world.persons.get(change.person, change.person) if change.person else ""
    value = change.after if change.after is not None else change.before
    assert value is not None, "a change has one side at least"
    return (
        person or member,
        member if person else "",
        register_words.about(change.what, value, competences, colleges),
        register_words.said(change.what, change.before, change.after, colleges),
        register_words.said(change.what, change.after, change.before, colleges),
        "\n".join(change.because),
    )
