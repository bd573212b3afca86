"""`smo diff A B`: what changed between two points, and which acts did it."""

from datetime import date
from pathlib import Path

import click

from ledger.language import N_
from ledger.mapper import entries_from
from projections.changes.differences import (
    Point,
    difference,
)
from projections.moments import position_known_at
from projections.timelines.world import World, world_of
from terminal.context import Context
from terminal.localized import LocalizedCommand
from terminal.options import TABLES, answer_options, at_option, known_at_option
from terminal.point_type import Asked, PointType
from terminal.printing import print_answer


@click.command(
    cls=LocalizedCommand,
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
    context: Context,
    a: Asked,
    b: Asked,
    at: date,
    known_at: str | None,
    format_: str,
    output: Path | None,
) -> None:
    """Answer, and print the answer in the format asked for."""
    first, second = _points(context, (a, b), at, known_at)
    worlds = (first.world, second.world)
    print_answer(difference(first, second), *worlds, format_=format_, output=output)


def _points(
    context: Context, asked: tuple[Asked, Asked], at: date, known_at: str | None
) -> list[Point]:
    """Find the two worlds; the ledger is read up to each position once."""
    worlds: dict[int, World] = {}
    points = []
    with context.reading() as recorder:
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
