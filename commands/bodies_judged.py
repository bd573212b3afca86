"""Refuse seats, sessions and votes that break the rule of their day.

They are judged as known once the whole batch is recorded: a designation may stand
after the vote it serves. What is refused so is judged again as known when its turn
came, for what stands below it may have been learned later: an act that could be
recorded by itself, in its turn, can be recorded with those that follow it.
"""

from collections.abc import Iterable, Iterator, Sequence

from commands.candidates import Candidate
from commands.foreseeing import bearing_world
from commands.progress import Progress, silent
from commands.seating import without_seat
from commands.voting import unlawful
from ledger.acts.problems import Found
from ledger.storage.absent import AbsentLedger
from ledger.storage.recorder import SQLRecorder
from projections.world import World

Ledger = SQLRecorder | AbsentLedger


def judge_bodies(
    ledger: Ledger, batch: Sequence[Candidate], *, head: int, progress: Progress
) -> Iterator[tuple[Candidate, list[Found]]]:
    """Find what acts of a batch break that rests on who sits, act by act."""
    world = bearing_world(ledger, batch, head=head)
    refused: dict[int, list[Found]] = {}
    places = {id(candidate): place for place, candidate in enumerate(batch)}
    for candidate, broken in _broken(world, batch, progress):
        refused.setdefault(places[id(candidate)], []).append(broken)
    for place, found in refused.items():
        if not _was_lawful(ledger, batch[: place + 1], head, whole=len(batch)):
            yield batch[place], found


def _was_lawful(
    ledger: Ledger, until: Sequence[Candidate], head: int, *, whole: int
) -> bool:
    """Tell whether the last of these acts broke nothing when its turn came."""
    if len(until) == whole:
        return False  # that is how it was judged
    world = bearing_world(ledger, until, head=head)
    last = until[-1]
    return all(last.accepts(found.error) for _, found in _broken(world, [last]))


def _broken(
    world: World, batch: Sequence[Candidate], progress: Progress = silent
) -> Iterable[tuple[Candidate, Found]]:
    yield from without_seat(world, batch)
    yield from unlawful(world, batch, progress)
