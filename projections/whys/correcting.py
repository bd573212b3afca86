"""What became of the acts behind an answer: annulled, revoked, rectified, dated, …?"""

from collections.abc import Iterable, Iterator
from datetime import date

from ledger.events import afterwards
from ledger.events.catalogue import Correction, Learning
from ledger.language import N_
from projections.acts_as_known import ActAsKnown
from projections.whys.citing import step
from projections.whys.explanation import Rule, Step, Value
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
    "L.243-3",
    "CRPA",
)
REPEALED = Rule(
    "act.repealed",
    N_("{act} was repealed for the future by {ruling}."),
    "L.243-1",
    "CRPA",
)
SUSPENDED = Rule(
    "act.suspended", N_("{act} has been suspended from {from_} on by {ruling}.")
)
LIFTED = Rule(
    "act.suspension-lifted",
    N_("The suspension of {act} was lifted from {from_} on by {ruling}."),
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
    """Tell what later acts made of these, in order of the ledger."""
    asked = set(references)
    for act in world.known.acts.values():
        for taken in act.proposed:
            decision = taken.decision
            if isinstance(decision, Correction | Learning) and decision.target in asked:
                stands = any(one.number == taken.number for one in act.decisions)
                rule = rule_of(decision) if stands else NO_LONGER
                yield step(world, rule, at, **_values(act, decision))


def undone(world: World, act: ActAsKnown, number: int) -> tuple[str, ...]:
    """List the acts by which a decision is as if it had never been taken.

    They are those that struck it and stand themselves; none where it lives.
    """
    if any(taken.number == number for taken in [*act.decisions, *act.voted_down]):
        return ()
    return tuple(
        killer.reference
        for killer in world.known.acts.values()
        for taken in killer.decisions
        if isinstance(taken.decision, Correction)
        and taken.decision.target == act.reference
        and not isinstance(taken.decision, afterwards.ActRectified)
        and number in (getattr(taken.decision, "decisions", None) or (number,))
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
