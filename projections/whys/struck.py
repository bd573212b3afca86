"""Which decisions have no effect on a day, and by which acts?"""

from collections.abc import Iterable, Iterator
from datetime import date

from ledger.tags import member_of
from projections.acts.voiding import Voiding, acts_of
from projections.naming.citing import cited, once
from projections.reason import Step
from projections.timelines.world import World


def without_effect(
    world: World, references: Iterable[str], at: date, member: str | None = None
) -> tuple[Voiding, ...]:
    """List what lets decisions of these acts have no effect on a day, but had before.

    Where a member is named, only decisions that concern it or nobody count.
    """
    found: list[Voiding] = []
    for reference in references:
        act = world.known.acts[reference]
        ended = world.on(at).known.acts[reference].dead - act.dead
        for taken in act.proposed if ended else ():
            about = member_of(taken.decision, reference)
            if taken.number in ended and (member is None or about in {member, None}):
                found += world.strikes.striking((reference, taken.number), at)
    return tuple(dict.fromkeys(found))


def struck_by(voidings: Iterable[Voiding]) -> tuple[str, ...]:
    """List the acts struck, then those that strike, each once."""
    aimed = tuple(voidings)
    struck = (voiding.correction.target for voiding in aimed)
    return once(*struck, *acts_of(aimed))


def struck_steps(world: World, voidings: Iterable[Voiding], at: date) -> Iterator[Step]:
    """Tell of each correction what it does."""
    for voiding in voidings:
        yield from cited(world, world.strikes.reasons(voiding), at)
