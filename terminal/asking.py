"""Ask a ledger: open it, resolve what was known, derive what holds."""

import click

from ledger.mapper import entries_from
from projections.moments import position_known_at
from projections.world import World, world_of
from terminal.collector import collector_at_rest
from terminal.desk import Desk
from terminal.progress import meter


def ask(desk: Desk, known_at: str | None) -> World:
    """Derive what holds from the ledger, as it was known at a moment."""
    click.get_current_context().with_resource(collector_at_rest())
    with desk.reading() as recorder:
        position = position_known_at(known_at, recorder)
        entries = entries_from(recorder.entries(until=position))
        counted = meter().each(entries, "entries", position)
        digest = recorder.digest_at(position)
        return world_of(counted, position=position, digest=digest)
