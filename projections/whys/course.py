"""By which acts did a membership begin, pass on, and end?"""

from collections.abc import Iterator
from datetime import date

from ledger.events.constitution import SyndicateCreated, SyndicateDissolved
from ledger.events.membership import MembersMerged
from ledger.language import N_
from projections.citing import competence_label, step
from projections.members.proceedings import Proceeding
from projections.members.stays import Stay
from projections.names import name_on
from projections.periods import day_before
from projections.reason import Rule, Step, Value
from projections.whys.agreement import agreed
from projections.world import World

FOUNDER = Rule(
    "member.founder",
    N_("{member} is a founding member: {act}, in force since {on}."),
    "members",
)
MERGED = Rule(
    "member.merged",
    N_(
        "{members} became {heir} on {on}: the heir takes what they held, and keeps the "
        "earliest date ({act})."
    ),
)
DISSOLVED = Rule(
    "member.dissolved",
    N_("The syndicate was dissolved on {on}, and every membership with it: {act}."),
    "dissolution",
)
RESUMED = Rule("member.resumed", N_("It begins again on {on}: {acts}."))
ENDED = Rule("member.ended", N_("It ended on {until}."))
WILL_END = Rule("member.until", N_("It lasts until {until}."))


def values_of(
    world: World, member: str, competence: str | None, at: date
) -> dict[str, Value]:
    """Name the member, and the competence where one is asked about."""
    named: dict[str, Value] = {"member": name_on(world, member, at)}
    if competence is not None:
        named["competence"] = competence_label(world, competence, at)
    return named


def creation_of(world: World) -> str:
    """Tell the act that created the syndicate."""
    return next(act.reference for act, _said in world.decided(SyndicateCreated))


def course(world: World, stay: Stay, at: date) -> Iterator[Step]:
    """Tell all it rests on: foundation, agreements, succession; then how it ends."""
    for reference in stay.because:
        yield from _constituted(world, reference, stay, at)
    told: list[Step] = []
    for proceeding in _proceedings(world, stay):
        is_theirs = set(proceeding.because) <= set(stay.because)
        is_it = stay.competence is None or proceeding.competence in {
            None,
            stay.competence,
        }
        if proceeding.start is not None and is_theirs and is_it:
            found = agreed(world, proceeding, at)
            told += [each for each in found if each not in told]
    yield from told
    rulings = _resuming(world, stay)
    if rulings:
        yield step(world, RESUMED, stay.from_, on=stay.from_, acts=rulings)
    if stay.until is not None:
        rule = ENDED if stay.until <= at else WILL_END
        yield step(world, rule, stay.until, until=stay.until)


def _proceedings(world: World, stay: Stay) -> Iterator[Proceeding]:
    """List what was agreed while it lasted, and by which it ended, each once."""
    seen: set[Proceeding] = set()
    for phase, part in zip(world.phases, world.parts, strict=True):
        ends_here = stay.until is not None and phase.period.holds_on(stay.until)
        if ends_here or phase.period.overlap(stay.period):
            yield from (one for one in part.proceedings if one not in seen)
            seen |= set(part.proceedings)


def _resuming(world: World, stay: Stay) -> tuple[str, ...]:
    """List the acts on other acts by which it began, or began again, that day."""
    return tuple(
        act
        for act in world.seam_on(stay.since)
        if act in stay.opened and stay.since == stay.from_
    )


def _constituted(world: World, reference: str, stay: Stay, at: date) -> Iterator[Step]:
    """Tell what an act of the State made of the membership."""
    for taken in world.known.acts[reference].decisions:
        match taken.decision:
            case SyndicateCreated():
                day = world.executory[reference].on or at
                member = name_on(world, stay.member, at)
                yield step(world, FOUNDER, day, member=member, act=reference, on=day)
            case MembersMerged(members=members, into=into, from_=from_):
                before = day_before(from_)
                yield step(
                    world,
                    MERGED,
                    from_,
                    members=tuple(name_on(world, one, before) for one in members),
                    heir=name_on(world, str(into.id), from_),
                    on=from_,
                    act=reference,
                )
            case SyndicateDissolved(on=on):
                yield step(world, DISSOLVED, on, on=on, act=reference)
            case _:
                pass
