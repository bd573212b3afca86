"""What became of the acts behind an answer: annulled, suspended, rectified, …?"""

from collections.abc import Iterable, Iterator
from datetime import date

from ledger.events import afterwards
from ledger.events.catalogue import Correction, Learning, MembershipDecision
from ledger.language import N_
from projections.acts.as_known import ActAsKnown, DecisionAsKnown
from projections.acts.lives import Blow
from projections.citing import step
from projections.reason import Rule, Step, Value
from projections.world import World

ANNULLED = Rule(
    "act.annulled",
    N_("{act} is as if it had never been: {ruling} annulled it."),
)
ANNULLED_FROM = Rule(
    "act.annulled-from",
    N_("{act} has no effect from {from_} on: {ruling} annulled it from that day."),
)
REVOKED = Rule(
    "act.revoked",
    N_("{act} is as if it had never been: its author took it back by {ruling}."),
    law="CRPA",
    article="L.243-3",
)
REPEALED = Rule(
    "act.repealed",
    N_("{act} is repealed from {from_} on: its author ended it by {ruling}."),
    law="CRPA",
    article="L.243-1",
)
REPEAL_UNDATED = Rule(
    "act.repeal-undated",
    N_(
        "{ruling} repeals {act}; since when it is in force cannot be established, and "
        "it ends nothing."
    ),
    law="CRPA",
    article="L.243-1",
)
KEPT = Rule(
    "act.repeal-keeps",
    N_("What {act} began among members goes on: a repeal ends no membership."),
    "withdrawal",
)
SUSPENDED = Rule("act.suspended", N_("{act} is suspended from {from_} on by {ruling}."))
LIFTED = Rule(
    "act.suspension-lifted",
    N_("{act} resumes on {from_}: {ruling} lifted its suspension."),
)
LIFTED_RULING = Rule(
    "act.suspension-lifted",
    N_("What {act} suspended resumes on {from_}: {ruling} lifted it."),
)
OVERTURNED = Rule(
    "act.overturned",
    N_("{ruling} overturned the ruling {act}: the first world returns."),
)
RECTIFIED = Rule("act.rectified", N_("{act} reads as rectified by {ruling}: {reason}"))
TRANSMITTED = Rule(
    "act.transmitted", N_("That {act} was sent to the State was learned by {ruling}.")
)
PUBLISHED = Rule(
    "act.published", N_("That {act} was made public was learned by {ruling}.")
)
DATED = Rule("act.dated", N_("The day {act} was adopted was learned by {ruling}."))
ATTACHED = Rule("act.evidence", N_("{ruling} adds a document to {act}."))
NO_LONGER = Rule(
    "act.correction-undone",
    N_("{ruling}, which bears on {act}, itself stands no longer."),
)

SUSPENSIONS = frozenset({SUSPENDED.code, LIFTED.code})


def corrected(world: World, references: Iterable[str], at: date) -> Iterator[Step]:
    """Tell what later acts made of these, and these of others, in ledger order."""
    asked = _with_rulings(world, set(references))
    for act in world.known.acts.values():
        for taken in act.proposed:
            decision = taken.decision
            if not isinstance(decision, Correction | Learning):
                continue
            if decision.target in asked or act.reference in asked:
                yield from told(world, act, taken, at)


def _with_rulings(world: World, asked: set[str]) -> set[str]:
    """Add what bears on these, and what bears on that: a ruling may be overturned."""
    bearing = {
        blow.place[0] for blow in world.strikes.blows if blow.correction.target in asked
    }
    return asked if bearing <= asked else _with_rulings(world, asked | bearing)


def told(
    world: World, act: ActAsKnown, taken: DecisionAsKnown, at: date
) -> Iterator[Step]:
    """Tell what a decision makes of the act it speaks of."""
    decision = taken.decision
    assert isinstance(decision, Correction | Learning), "others correct nothing"
    stands = any(one.number == taken.number for one in act.decisions)
    rule = rule_of(decision) if stands else NO_LONGER
    values = _values(act, decision)
    if rule is REPEALED and isinstance(decision, Correction):
        blow = Blow((act.reference, taken.number), taken.position, decision)
        yield from _repealed(world, blow, values, at)
    elif rule is LIFTED and _suspends(world, decision.target):
        yield step(world, LIFTED_RULING, at, **values)
    else:
        yield step(world, rule, at, **values)


def _suspends(world: World, reference: str) -> bool:
    """Tell whether an act is itself a ruling that suspends."""
    return any(
        isinstance(taken.decision, afterwards.ActSuspended)
        for taken in world.known.acts[reference].proposed
    )


def _repealed(
    world: World, repeal: Blow, values: dict[str, Value], at: date
) -> Iterator[Step]:
    """Tell from when on a repeal acts, and what of its target it leaves as it is."""
    day = world.strikes.limit_of(repeal)
    if day is None:
        yield step(world, REPEAL_UNDATED, at, **values)
        return
    yield step(world, REPEALED, at, **values | {"from_": day})
    target = world.known.acts[repeal.correction.target]
    if _keeps(world, target, repeal, day):
        yield step(world, KEPT, at, act=target.reference)


def _keeps(world: World, target: ActAsKnown, repeal: Blow, day: date) -> bool:
    """Tell whether what the repeal is about had begun, and goes on (section 10)."""
    ended = world.on(day).known.acts[target.reference].dead
    return any(
        isinstance(taken.decision, MembershipDecision) and taken.number not in ended
        for taken in target.decisions
        if repeal.is_at((target.reference, taken.number))
    )


def rule_of(decision: Correction | Learning) -> Rule:  # noqa: PLR0911 -- all kinds
    """Tell what a correction, or something learned later, does to its target."""
    match decision:
        case afterwards.ActAnnulled(from_=None):
            return ANNULLED
        case afterwards.ActAnnulled():
            return ANNULLED_FROM
        case afterwards.ActRevoked():
            return REVOKED
        case afterwards.ActRepealed():
            return REPEALED
        case afterwards.ActSuspended():
            return SUSPENDED
        case afterwards.SuspensionLifted():
            return LIFTED
        case afterwards.RulingOverturned():
            return OVERTURNED
        case afterwards.ActRectified():
            return RECTIFIED
        case afterwards.ActTransmitted():
            return TRANSMITTED
        case afterwards.ActPublished():
            return PUBLISHED
        case afterwards.ActDated():
            return DATED
        case afterwards.EvidenceAttached():
            return ATTACHED


def _values(act: ActAsKnown, decision: Correction | Learning) -> dict[str, Value]:
    values: dict[str, Value] = {
        "act": decision.target,
        "ruling": act.reference,
        "from_": getattr(decision, "from_", None),
        "reason": getattr(decision, "reason", None),
    }
    return {name: value for name, value in values.items() if value is not None}
