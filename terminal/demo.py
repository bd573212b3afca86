"""`smo demo`: a ledger built from the examples, and what it answers."""

from collections.abc import Iterator
from datetime import date

import click
import msgspec

from commands.demonstrate import demonstrate
from ledger.language import N_
from ledger.language import translate as _
from ledger.mapper import entries_from
from ledger.storage.places import shown_place
from presentation.rendering import form_of
from presentation.table import Table
from presentation.texts import as_tables
from projections.money.contributions import contributions
from projections.periods import Period, day_of
from projections.register.annexes import annex_1, annex_2
from projections.register.rosters import body_named, roster
from projections.timelines.world import World, world_of
from terminal.context import Context
from terminal.importing import summary
from terminal.localized import LocalizedCommand
from terminal.printing import emit, is_on_screen
from terminal.progress import meter
from terminal.times import read_period

PLACE = "demo.db"
DAY = "2024-06-30"
YEAR = "2022"
DUE = "2024"
COLLEGE = "nord"

QUESTIONS = (
    (
        N_("Who is a member, who is waiting, and for what?"),
        f"annex 1 --at {DAY}",
    ),
    (N_("Who transferred which competence?"), f"annex 2 --at {DAY}"),
    (N_("Who sat in the Nord college in 2022?"), f"roster {COLLEGE} --in {YEAR}"),
    (N_("What was due for 2024?"), f"contributions {DUE} --at {DUE}-12-31"),
)
"""The questions the demonstration asks, and the command that asks each."""


@click.command(
    cls=LocalizedCommand,
    help=N_(
        "Build demo.db (or the ledger --ledger names) from the examples: the real acts "
        "of five published documents, and a fictional complement whose references say "
        "so. Then ask it who is a member, who sat in a college, and what was due."
    ),
)
@click.pass_obj
def command(context: Context) -> None:
    """Build, then ask."""
    place = context.named_place or PLACE
    with context.recording(place) as recorder:
        outcome = demonstrate(recorder, place=shown_place(place), today=context.today)
        entries = entries_from(recorder.entries(until=outcome.position))
        world = world_of(entries, position=outcome.position)
    meter().clear_line()
    click.echo(f"{shown_place(place)}: {summary(outcome, dry_run=False)}")
    click.echo(_("Acts whose reference says «fictif» are invented."))
    answers = zip(QUESTIONS, _answers(world), strict=True)
    for (question, asked), tables in answers:
        click.echo(f"\n{_(question)}\n$ smo --ledger {shown_place(place)} {asked}\n")
        emit(as_tables(tables, styled=is_on_screen(None)), None)


def _answers(world: World) -> Iterator[list[Table]]:
    """Answer the questions, in their order."""
    day, last = date.fromisoformat(DAY), date(int(DUE), 12, 31)
    year = read_period(YEAR)
    assert isinstance(year, Period), "a constant"
    yield _drawn(annex_1(world, day_of(day)), world)
    yield _drawn(annex_2(world, day_of(day)), world)[:1]
    yield _drawn(roster(world, body_named(world, COLLEGE), year), world)
    yield _drawn(contributions(world, int(DUE), last), world)


def _drawn(answer: msgspec.Struct, world: World) -> list[Table]:
    form = form_of(answer, world)
    assert form.tables is not None, "these are drawn as tables"
    return form.tables()
