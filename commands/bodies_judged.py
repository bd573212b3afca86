"""Refuse seats, sessions and votes that break the rule of their day.

They are judged as known once the whole batch is recorded: a designation may stand
after the vote it serves. What is refused so is judged again as known when its turn
came, for what stands below it may have been learned later: an act that was lawful in
its turn can be recorded with those that follow it. But without the statutes, and who
attended its session, nobody could tell that it was.
"""

from collections.abc import Iterable, Iterator, Sequence

from commands.candidates import Candidate
from commands.foreseeing import Foreseen
from commands.progress import Progress, silent
from commands.seating import without_seat
from commands.voting import unlawful
from ledger.acts.problems import Found
from ledger.events.committee import AttendanceRecorded, SessionConvened
from projections.timelines.world import World


def judge_bodies(
    foreseen: Foreseen, progress: Progress
) -> Iterator[tuple[Candidate, list[Found]]]:
    """Find what acts of a batch break that rests on who sits, act by act."""
    world, batch = foreseen.world, foreseen.batch
    refused: dict[int, list[Found]] = {}
    places = {id(candidate): place for place, candidate in enumerate(batch)}
    for candidate, broken in _broken(world, batch, progress):
        refused.setdefault(places[id(candidate)], []).append(broken)
    for place, found in refused.items():
        candidate, is_last = batch[place], place + 1 == len(batch)
        if not is_last:
            then = foreseen.after(_known_by(batch, place))
            if _was_lawful(then, candidate) and _knew_all(then, world, candidate):
                continue
        yield candidate, found


def _was_lawful(then: World, candidate: Candidate) -> bool:
    """Tell whether an act broke nothing when its turn came."""
    broken = _broken(then, [candidate])
    return all(candidate.accepts(found.error) for _, found in broken)


def _knew_all(then: World, world: World, candidate: Candidate) -> bool:
    """Tell whether the statutes were known then by which an act is judged."""
    day = candidate.act.registered.adopted_on if candidate.act is not None else None
    return day is None or then.statutes.on(day) == world.statutes.on(day)


def _known_by(batch: Sequence[Candidate], place: int) -> list[Candidate]:
    """List the acts of a batch known when an act's turn came, it included.

    What tells of its session is, wherever it stands.
    """
    last = batch[place]
    named = {getattr(decision, "session", None) for decision in last.decisions}
    if last.act is not None:
        named.add(last.act.registered.session)
    later = [
        candidate
        for candidate in batch[place + 1 :]
        if any(
            isinstance(decision, SessionConvened | AttendanceRecorded)
            and decision.session in named
            for decision in candidate.decisions
        )
    ]
    return [*batch[: place + 1], *later]


def _broken(
    world: World, batch: Sequence[Candidate], progress: Progress = silent
) -> Iterable[tuple[Candidate, Found]]:
    standing = [candidate for candidate in batch if not candidate.is_struck]
    yield from without_seat(world, standing)
    yield from unlawful(world, standing, progress)
