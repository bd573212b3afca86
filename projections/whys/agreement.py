"""How did a request and an approval agree, and since when do they hold together?

Statutes arts. 15 and 16 for members, art. 4 and conditions art. 4 for a competence.
"""

from collections.abc import Iterator
from datetime import date

from ledger.language import N_
from projections.acts.lives import Blow
from projections.citing import cited_of, competence_label, step
from projections.members.pending import begins_on
from projections.members.proceedings import ENDING, Procedure, Proceeding, Side
from projections.names import name_on
from projections.reason import Rule, Step, Value
from projections.whys.force import IN_FORCE, UNKNOWN
from projections.whys.struck import struck_by, without_effect
from projections.world import World

ASKED: dict[Procedure, Rule] = {
    "adhesion": Rule(
        "adhesion.requested",
        N_("{member} asked to join, for {competence}: {act}."),
        "adhesion",
    ),
    "transfer": Rule(
        "transfer.requested",
        N_("{member} asked to transfer {competence}: {act}."),
        "transfer",
    ),
    "resumption": Rule(
        "resumption.requested",
        N_("{member} asked to take {competence} back: {act}."),
        "transfer",
    ),
    "withdrawal": Rule(
        "withdrawal.requested",
        N_("{member} asked to leave: {act}."),
        "withdrawal",
    ),
}
AGREED: dict[Procedure, Rule] = {
    "adhesion": Rule(
        "adhesion.approved",
        N_(
            "The committee approved the adhesion of {member}, for {competence} (two "
            "thirds of the votes cast): {act}."
        ),
        "adhesion",
    ),
    "transfer": Rule(
        "transfer.approved",
        N_("The committee accepted the transfer of {competence} by {member}: {act}."),
        "transfer",
    ),
    "resumption": Rule(
        "resumption.approved",
        N_("The committee agreed that {member} takes {competence} back: {act}."),
        "transfer",
    ),
    "withdrawal": Rule(
        "withdrawal.approved",
        N_("The committee agreed that {member} leaves: {act}."),
        "withdrawal",
    ),
}
NOT_ASKED = Rule(
    "request.missing", N_("No deliberation of {member} that asks for it is on record.")
)
NOT_AGREED: dict[Procedure, Rule] = {
    "adhesion": Rule(
        "approval.missing",
        N_("No deliberation of the committee approving it is on record."),
        "adhesion",
    ),
    "withdrawal": Rule(
        "approval.missing",
        N_("No deliberation of the committee approving it is on record."),
        "withdrawal",
    ),
}
NOT_AGREED["transfer"] = NOT_AGREED["resumption"] = Rule(
    "approval.missing",
    N_("No deliberation of the committee approving it is on record."),
    "transfer",
)
REQUEST_ENDED = Rule(
    "request.without-effect",
    N_("What {member} asked for has no effect that day: {acts}."),
)
APPROVAL_ENDED = Rule(
    "approval.without-effect",
    N_("What the committee approved has no effect that day: {acts}."),
)
STATED = Rule("effect.stated", N_("{act} states its effect: {on}."))
BEGINS = Rule(
    "agreement.begins",
    N_(
        "Both deliberations being in force, it begins on {on}: the latest of their "
        "dates."
    ),
    "adhesion",
)
ENDS = Rule(
    "agreement.ends",
    N_(
        "Both deliberations being in force, it ends on {on}: the latest of their dates."
    ),
    "withdrawal",
)


def agreed(world: World, proceeding: Proceeding, at: date) -> Iterator[Step]:
    """Tell what each body said, since when each act is in force, and what follows."""
    yield _asked(world, proceeding, at)
    yield _answered(world, proceeding, at)
    for side in proceeding.sides:
        yield from since_when(world, side.act, at)
        if side.effect is not None:
            yield step(world, STATED, at, act=side.act, on=side.effect)
    if proceeding.start is not None and begins_on(world, proceeding) is not None:
        rule = ENDS if proceeding.procedure in ENDING else BEGINS
        if proceeding.procedure in {"transfer", "resumption"}:
            rule = rule.under("transfer")
        yield step(world, rule, proceeding.start, on=proceeding.start)


def ended_sides(world: World, proceeding: Proceeding, at: date) -> tuple[Blow, ...]:
    """List what lets the other body's word have no effect that day."""
    return tuple(
        blow
        for ever in world.proceedings
        if (ever.procedure, ever.competence)
        == (proceeding.procedure, proceeding.competence)
        and set(proceeding.sides) < set(ever.sides)
        for side in ever.sides
        if side not in proceeding.sides
        for blow in without_effect(world, [side.act], at, proceeding.member)
    )


def since_when(world: World, reference: str, at: date) -> Iterator[Step]:
    """Tell since when an act is in force; where one cannot, which publicity fails."""
    executory = world.executory[reference]
    on = executory.on
    reasons = [
        IN_FORCE.of(on, act=reference, on=on) if on else UNKNOWN.of(None, act=reference)
    ]
    if any(fact.fact in {"publicity", "population"} for fact in executory.missing):
        reasons += [one.reason for one in executory.published]
    yield from cited_of(world, world.known.acts[reference], reasons, at)


def _asked(world: World, proceeding: Proceeding, at: date) -> Step:
    side = proceeding.request
    if side is None:
        member = name_on(world, proceeding.member, at)
        blows = ended_sides(world, proceeding, at)
        if blows:
            acts = struck_by(blows)
            return step(world, REQUEST_ENDED, at, member=member, acts=acts)
        return step(world, NOT_ASKED, at, member=member)
    return _of_side(world, ASKED[proceeding.procedure], proceeding, side, at)


def _answered(world: World, proceeding: Proceeding, at: date) -> Step:
    side = proceeding.approval
    if side is None:
        blows = ended_sides(world, proceeding, at)
        if blows:
            return step(world, APPROVAL_ENDED, at, acts=struck_by(blows))
        return step(world, NOT_AGREED[proceeding.procedure], at)
    return _of_side(world, AGREED[proceeding.procedure], proceeding, side, at)


def _of_side(
    world: World, rule: Rule, proceeding: Proceeding, side: Side, at: date
) -> Step:
    day = side.adopted_on or at
    values: dict[str, Value] = {
        "member": name_on(world, proceeding.member, day),
        "act": side.act,
    }
    if proceeding.competence is not None:
        values["competence"] = competence_label(world, proceeding.competence, day)
    return step(world, rule, day, **values)
