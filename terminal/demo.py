"""`smo demo`: a ledger built from the examples, and what it answers."""

from datetime import date

import click

from commands.demonstrate import demonstrate
from ledger.language import N_
from ledger.language import translate as _
from ledger.mapper import entries_from
from ledger.storage.opening import shown_place
from projections.annexes import annex_1
from projections.periods import day_of
from projections.world import world_of
from terminal.annex import competences_on, draw
from terminal.desk import Desk
from terminal.importing import summary
from terminal.printing import as_tables, emit
from terminal.spoken import SpokenCommand

PLACE = "demo.db"
SHOWN_ON = date(2024, 6, 30)
"""The day the demonstration asks about: all the real acts are adopted by then."""


@click.command(
    cls=SpokenCommand,
    help=N_(
        "Build demo.db (or the ledger --ledger names) from the acts of five published "
        "documents, and show annex 1 with what is pending and why."
    ),
)
@click.pass_obj
def command(desk: Desk) -> None:
    """Build, then ask."""
    place = desk.named_place or PLACE
    shown = shown_place(place)
    with desk.recording(place) as recorder:
        outcome = demonstrate(recorder, place=shown, today=desk.today)
        entries = entries_from(recorder.entries(until=outcome.position))
        world = world_of(entries, position=outcome.position)
    click.echo(f"{shown}: {summary(outcome, dry_run=False)}\n")
    drawn = draw(annex_1(world, day_of(SHOWN_ON)), competences_on(world, SHOWN_ON))
    emit(as_tables(drawn, to_screen=True), None)
    click.echo()
    click.echo(_("Ask it yourself:"))
    for question in ("annex 2 --at 2024-06-30", "log --act chereng/2024-1-1"):
        click.echo(f"  smo --ledger {shown} {question}")
