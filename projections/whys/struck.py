"""Which decisions have no effect on a day, and by which acts?"""

from collections.abc import Iterable, Iterator
from datetime import date

from ledger.events.afterwards import ActSuspended
from ledger.tags import member_of
from projections.acts.as_known import ActAsKnown
from projections.acts.lives import Blow
from projections.citing import once
from projections.reason import Step
from projections.whys.correcting import told
from projections.world import World


def undone(world: World, act: ActAsKnown, number: int) -> tuple[str, ...]:
    """List the acts by which a decision is as if it had never been taken.

    They are those that struck it and stand themselves; none where it lives.
    """
    return _acts(world.strikes.striking((act.reference, number), None))


def without_effect(
    world: World, references: Iterable[str], at: date, member: str | None = None
) -> tuple[Blow, ...]:
    """List what lets decisions of these acts have no effect on a day, but had before.

    Where a member is named, only decisions that concern it or nobody count.
    """
    found: list[Blow] = []
    for reference in references:
        act = world.known.acts[reference]
        ended = world.on(at).known.acts[reference].dead - act.dead
        for taken in act.proposed if ended else ():
            about = member_of(taken.decision, reference)
            if taken.number in ended and (member is None or about in {member, None}):
                found += world.strikes.striking((reference, taken.number), at)
    return tuple(dict.fromkeys(found))


def is_suspension(blows: Iterable[Blow]) -> bool:
    """Tell whether nothing but suspensions is at work; false where nothing is."""
    kinds = {type(blow.correction) for blow in blows}
    return kinds == {ActSuspended}


def struck_by(blows: Iterable[Blow]) -> tuple[str, ...]:
    """List the acts struck, then those that strike, each once."""
    aimed = tuple(blows)
    return once(*(blow.correction.target for blow in aimed), *_acts(aimed))


def struck_steps(world: World, blows: Iterable[Blow], at: date) -> Iterator[Step]:
    """Tell of each blow what it does."""
    for blow in blows:
        act = world.known.acts[blow.place[0]]
        yield from told(world, act, act.proposed[blow.place[1] - 1], at)


def _acts(blows: Iterable[Blow]) -> tuple[str, ...]:
    return once(*(blow.place[0] for blow in blows))
