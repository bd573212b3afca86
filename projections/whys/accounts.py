"""What was called and paid, and what was recorded since that bears on what is due?

What was called is never recomputed (specification section 9): the difference is told,
with what was recorded since the call and bears on what is due.
"""

from collections.abc import Iterator
from datetime import date

from ledger.events.catalogue import Correction, Learning
from ledger.language import N_
from projections.money.account import Account
from projections.money.contributions import regularised
from projections.naming.citing import cited, once, step
from projections.reason import Rule, Step
from projections.timelines.world import World

SINCE = Rule(
    "contribution.since-the-call",
    N_("Recorded since the last call, and behind what is due now: {acts}."),
)


def account_steps(
    world: World, account: Account, at: date, behind: tuple[str, ...]
) -> Iterator[Step]:
    """Tell what was called and paid, and how what is due now differs.

    `behind` are the acts that what is due now rests on.
    """
    yield from cited(world, (*account.because, *regularised(account)), at)
    if account.is_to_regularise:
        last = max(call.position for call in account.standing)
        since = recorded_since(world, behind, last)
        if since:
            yield step(world, SINCE, at, acts=since)


def recorded_since(
    world: World, behind: tuple[str, ...], position: int
) -> tuple[str, ...]:
    """List those of these acts, and of what bears on them, recorded after a position.

    What bears on them is what corrects them, or tells what was learned of them.
    """
    found: list[tuple[int, str]] = []
    asked = {*behind}
    for act in world.known.acts.values():
        for taken in act.proposed:
            decision = taken.decision
            is_about = act.reference in asked or (
                isinstance(decision, Correction | Learning) and decision.target in asked
            )
            if is_about and taken.position > position:
                found.append((taken.position, act.reference))
    return once(*(act for _position, act in sorted(found)))
