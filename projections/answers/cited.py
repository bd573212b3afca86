"""On which acts does an answer rely? They close the document that shows it."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import msgspec

from projections.timelines.world import World


class ActCited(msgspec.Struct, frozen=True):
    """An act, with the day it was adopted and its title where they are known."""

    act: str
    adopted_on: date | None
    title: str | None


def acts_cited(answer: Any, world: World) -> tuple[ActCited, ...]:
    """List the acts on record that an answer names, by date, the undated last."""
    acts = world.known.acts
    named = {text for text in texts_in(msgspec.to_builtins(answer)) if text in acts}
    found = (
        ActCited(one, acts[one].adopted_on, acts[one].registered.title) for one in named
    )
    return tuple(sorted(found, key=lambda one: (one.adopted_on or date.max, one.act)))


def texts_in(value: Any) -> Iterator[str]:
    """Find every text of an answer, however deep."""
    match value:
        case str():
            yield value
        case dict():
            for part in value.values():
                yield from texts_in(part)
        case list() | tuple():
            for part in value:
                yield from texts_in(part)
        case _:
            return
