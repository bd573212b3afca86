"""What changed between two points, as tables for people and as lines."""

from itertools import groupby

import msgspec

from ledger.language import translate as _
from papers.cell import Cell
from presentation import register_words, words
from presentation.annex import competences_on
from presentation.table import Table, without_empty_columns
from projections.colleges import colleges_of
from projections.names import name_on
from projections.register.differences import (
    Change,
    Difference,
    Moment,
    Point,
)


class Row(msgspec.Struct, frozen=True):
    """A change as CSV has it: what a line said, as JSON."""

    what: str
    member: str | None
    person: str | None
    before: str | None
    after: str | None
    because: tuple[str, ...]


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


def written(change: Change) -> Row:
    """Make the line that CSV has of a change."""
    before, after = (
        None if value is None else msgspec.json.encode(value).decode()
        for value in (change.before, change.after)
    )
    return Row(change.what, change.member, change.person, before, after, change.because)


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
