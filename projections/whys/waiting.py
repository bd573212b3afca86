"""Why has something that was asked or agreed not begun: what is it waiting for?"""

from collections.abc import Iterable
from datetime import date

from ledger.language import N_
from projections.members.proceedings import Proceeding
from projections.naming.citing import once
from projections.naming.names import name_on
from projections.reason import Rule, Step, say
from projections.register.expected import Expected
from projections.register.pending import Waiting, awaited_on
from projections.switches import REFUSAL_SPENDS_REQUEST, Switch
from projections.timelines.world import World
from projections.whys.agreement import unheard, waited_for
from projections.whys.explanation import Reasons
from projections.whys.force import readings
from projections.whys.struck import struck_by
from projections.whys.values import Waits

WAITS = Rule("pending", N_("{member} waits: {procedures}."))
NOTHING = Rule("pending.nothing", N_("Nothing is pending for {member}."))


def why_pending(world: World, member: str, at: date) -> Reasons:
    """Explain what an institution waits for on a day."""
    waiting = awaited_on(world, at, member)
    name = name_on(world, member, at)
    if not waiting:
        return Reasons(answer="no", headline=say(NOTHING, member=name), value=())
    steps, because = waiting_steps(world, waiting, at)
    kinds = tuple(dict.fromkeys(one.procedure for one in waiting))
    starts = [one.begins_on for one in waiting if one.begins_on is not None]
    return Reasons(
        answer="yes",
        headline=say(WAITS, member=name, procedures=kinds),
        value=tuple(
            Waits(one.procedure, one.competence, one.begins_on, one.missing)
            for one in waiting
        ),
        because=because,
        steps=steps,
        missing=tuple(dict.fromkeys(fact for one in waiting for fact in one.missing)),
        switches=(
            *readings(world, [*because], min(starts, default=None)),
            *refusals_read(
                one.proceeding for one in waiting if isinstance(one, Waiting)
            ),
        ),
    )


def waiting_steps(
    world: World, waiting: Iterable[Waiting | Expected], at: date
) -> tuple[tuple[Step, ...], tuple[str, ...]]:
    """Tell what each that waits rests on, and by which acts."""
    steps: list[Step] = []
    acts: list[str] = []
    for one in waiting:
        steps += [each for each in waited_for(world, one, at) if each not in steps]
        acts += one.acts
        if isinstance(one, Waiting):
            acts += [act for no in one.proceeding.refused(at) for act in no.acts]
            acts += struck_by(unheard(world, one, at))
    return tuple(steps), once(*acts)


def refusals_read(found: Iterable[Proceeding]) -> tuple[Switch, ...]:
    """List the reading by which what was voted down stayed asked for, if it was."""
    is_read = any(one.refusals for one in found)
    return (REFUSAL_SPENDS_REQUEST,) if is_read else ()
