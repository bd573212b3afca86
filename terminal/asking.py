"""Ask a ledger: open it, resolve what was known, derive what holds."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import msgspec

from ledger.mapper import entries_from
from projections.moments import position_known_at
from projections.timelines.world import World, world_of
from terminal.context import Context
from terminal.gc_pause import gc_paused
from terminal.options import answer_options, known_at_option
from terminal.printing import print_answer
from terminal.progress import meter


def ask(context: Context, known_at: str | None) -> World:
    """Derive what holds from the ledger, as it was known at a moment."""
    click.get_current_context().with_resource(gc_paused())
    with context.reading() as recorder:
        position = position_known_at(known_at, recorder)
        entries = entries_from(recorder.entries(until=position))
        counted = meter().each(entries, "entries", position)
        digest = recorder.digest_at(position)
        return world_of(counted, position=position, digest=digest)


def question(
    *formats: str,
) -> Callable[[Callable[..., msgspec.Struct]], Callable[..., None]]:
    """Make a command of a function that answers from a world: it asks and prints.

    The options `--known-at`, `--format`, `--json` and `--output` are added. The world
    is derived once click has read all others, and handed over first.
    """

    def declare(answer: Callable[..., msgspec.Struct]) -> Callable[..., None]:
        @known_at_option
        @answer_options(*formats)
        @click.pass_obj
        def asked(
            context: Context,
            /,
            *,
            known_at: str | None,
            format_: str,
            output: Path | None,
            **options: Any,
        ) -> None:
            world = ask(context, known_at)
            found = answer(world, **options)
            print_answer(found, world, format_=format_, output=output)

        return asked

    return declare
