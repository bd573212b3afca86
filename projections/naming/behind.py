"""Which acts are behind an answer, where do they stand, and what became of them?"""

from collections.abc import Iterable
from datetime import date
from typing import Literal

import msgspec

from ledger.authorities import SECRETARIAT
from projections.acts.act_state import ActState
from projections.missing import Missing
from projections.timelines.world import World

Basis = Literal["computed", "certified", "presumed"]


class Behind(msgspec.Struct, frozen=True, kw_only=True):
    """An act behind the answer, where it stands in the ledger, what became of it."""

    act: str
    title: str | None
    source: str | None
    adopted_on: date | None
    executory_on: date | None
    executory_basis: Basis | None
    missing: tuple[Missing, ...]
    note: str | None
    positions: tuple[int, ...]
    corrections: tuple[str, ...]


def behind(world: World, references: Iterable[str]) -> tuple[Behind, ...]:
    """Tell of each act what it is, since when it is in force, and where it stands."""
    return tuple(
        _behind(world, world.known.acts[reference], world.said_of.get(reference, ()))
        for reference in references
        if reference in world.known.acts
    )


def _behind(world: World, act: ActState, corrections: tuple[str, ...]) -> Behind:
    executory = world.executory[act.reference]
    is_secretariat = act.authority == SECRETARIAT
    basis: Basis | None = act.registered.executory_basis
    if basis is None and executory.on is not None and not is_secretariat:
        basis = "presumed" if executory.presumed else "computed"
    is_assumption = act.registered.executory_basis == "presumed"
    return Behind(
        act=act.reference,
        title=act.registered.title,
        source=act.registered.source,
        adopted_on=act.adopted_on,
        executory_on=None if is_secretariat else executory.on,
        executory_basis=basis,
        missing=() if is_secretariat else executory.missing,
        note=act.registered.note if is_assumption else None,
        positions=act.positions,
        corrections=corrections,
    )
