"""Why has something that was asked or agreed not begun: what is it waiting for?"""

from collections.abc import Iterable
from datetime import date

from ledger.language import N_
from projections.citing import once
from projections.members.answers import Pending
from projections.members.pending import begins_on, pending_on
from projections.members.proceedings import Proceeding
from projections.names import name_on
from projections.reason import Rule, Step, say
from projections.whys.agreement import agreed, ended_sides
from projections.whys.explanation import Reasons
from projections.whys.force import readings
from projections.whys.struck import struck_by
from projections.whys.values import Waiting
from projections.world import World

WAITS = Rule("pending", N_("{member} waits: {procedures}."))
NOTHING = Rule("pending.nothing", N_("Nothing is pending for {member}."))


def why_pending(world: World, member: str, at: date) -> Reasons:
    """Explain what an institution waits for on a day."""
    waiting = [one for one in pending_on(world, at) if one.member == member]
    name = name_on(world, member, at)
    if not waiting:
        return Reasons(answer="no", headline=say(NOTHING, member=name), value=())
    steps, because = waiting_steps(world, waiting, at)
    kinds = tuple(dict.fromkeys(one.procedure for one in waiting))
    starts = [one.since for one in waiting if one.since is not None]
    return Reasons(
        answer="yes",
        headline=say(WAITS, member=name, procedures=kinds),
        value=tuple(
            Waiting(one.procedure, one.competence, one.since, one.missing)
            for one in waiting
        ),
        because=because,
        steps=steps,
        missing=tuple(dict.fromkeys(fact for one in waiting for fact in one.missing)),
        switches=readings(world, [*because], min(starts, default=None)),
    )


def waiting_steps(
    world: World, waiting: Iterable[Pending], at: date
) -> tuple[tuple[Step, ...], tuple[str, ...]]:
    """Tell what each that waits rests on, and by which acts."""
    steps: list[Step] = []
    acts: list[str] = []
    for one in waiting:
        for proceeding in world.on(at).proceedings:
            if _is_of(world, proceeding, one, at):
                found = agreed(world, proceeding, at)
                steps += [each for each in found if each not in steps]
                acts += proceeding.because
                acts += struck_by(ended_sides(world, proceeding, at))
    return tuple(steps), once(*acts)


def _is_of(world: World, proceeding: Proceeding, waiting: Pending, at: date) -> bool:
    """Tell whether a line of what is pending is this proceeding's."""
    return (
        (proceeding.member_on(at), proceeding.competence)
        == (waiting.member, waiting.competence)
        and proceeding.procedure == waiting.procedure
        and begins_on(world, proceeding) == waiting.since
        and proceeding.missing == waiting.missing
        and not (proceeding.spent_on is not None and proceeding.spent_on <= at)
        and any(
            side.adopted_on is None or side.adopted_on <= at
            for side in proceeding.sides
        )
    )
