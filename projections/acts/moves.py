"""By which acts something begins or ends, day by day: looked up for every vote."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from ledger.authorities import COMMITTEE
from projections.acts.as_known import AsKnown

if TYPE_CHECKING:  # a world keeps what is told here of it
    from projections.world import World


def adopted_by_committee(known: AsKnown) -> Mapping[date, set[str]]:
    """List the committee's acts by the day of their adoption."""
    found: defaultdict[date, set[str]] = defaultdict(set)
    for act in known.acts.values():
        if act.authority == COMMITTEE and act.adopted_on is not None:
            found[act.adopted_on].add(act.reference)
    return found


def moves(world: "World") -> Mapping[date, set[str]]:
    """List by day the acts by which somebody joins, leaves, sits or the law changes."""
    found: defaultdict[date, set[str]] = defaultdict(set)
    for day, acts in _all(world):
        if day is not None:
            found[day].update(acts)
    return found


def _all(world: "World") -> Iterator[tuple[date | None, Iterable[str]]]:
    for stay in (*world.membership.stays, *world.associates.stays):
        yield stay.from_, stay.because
        yield stay.until, stay.because
        for day, _because in stay.earlier:
            yield day, stay.because
    for regime in world.regimes:
        yield regime.period.from_, regime.because
    for version in world.statutes.versions:
        yield version.since, (version.act,)
    for phase in world.phases:
        yield phase.period.from_, phase.because
    for body in tuple(world.bodies.by_id.values()):
        for seat in body.seats:
            yield seat.period.from_, seat.because
            yield seat.period.until, seat.because
