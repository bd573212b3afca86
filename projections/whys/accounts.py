"""What was called and paid, and why does what is due now differ from it?

What was called is never recomputed (specification section 9): the difference is told,
with what was recorded since the call and bears on what is due.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from ledger.events.catalogue import Correction, Learning
from ledger.language import N_
from projections.citing import once, step
from projections.money.account import MadeCall, calls_made, payments_made
from projections.money.contributions import Total
from projections.money.unestablished import has_begun
from projections.reason import Rule, Step, Value
from projections.world import World

CALLED = Rule("contribution.called", N_("{amount} was called by {acts}."))
CALLED_UNTIL = Rule(
    "contribution.called",
    N_(
        "{amount} was called by {acts}, available on {available_on}: to be paid by "
        "{pay_by}."
    ),
    "payment",
)
CALLED_LATER = Rule(
    "contribution.called-later",
    N_(
        "{amount} was called by {acts}, issued after the day asked about: what was "
        "called for a year counts whenever it was called."
    ),
    "payment",
)
PAID = Rule("contribution.paid", N_("{amount} was paid on {on} ({acts})."))
ACCOUNT = Rule(
    "contribution.account", N_("Called: {called}; paid: {paid}; still to pay: {owing}.")
)
REGULARISATION = Rule(
    "contribution.regularisation",
    N_(
        "Due now: {amount}; what was called stays: {called}. The difference, {total}, "
        "is to be regularised."
    ),
    "contributions",
)
SINCE = Rule(
    "contribution.since-the-call",
    N_("Recorded since the last call, and behind what is due now: {acts}."),
)


def account_steps(
    world: World, total: Total, year: int, at: date, behind: tuple[str, ...]
) -> Iterator[Step]:
    """Tell what was called and paid, and how what is due now differs.

    `behind` are the acts that what is due now rests on.
    """
    calls = calls_made(world, year, total.member, at)
    standing = [one for one in calls if one.stands]
    for call in standing:
        yield _called(world, call, at)
    for payment in payments_made(world, year, total.member, at):
        paid: dict[str, Value] = {"amount": payment.amount, "acts": (payment.act,)}
        yield step(world, PAID, at, on=payment.on, **paid)
    values: dict[str, Value] = {"called": total.called, "paid": total.paid}
    yield step(world, ACCOUNT, at, owing=total.outstanding, **values)
    if not has_begun(year, at):
        return  # nothing is due yet: there is nothing to compare with what was called
    if standing and total.regularisation and Decimal(total.regularisation):
        values = {"amount": total.due, "called": total.called}
        yield step(world, REGULARISATION, at, total=total.regularisation, **values)
        since = recorded_since(world, behind, max(one.position for one in standing))
        if since:
            yield step(world, SINCE, at, acts=since)


def account_acts(world: World, year: int, member: str, at: date) -> tuple[str, ...]:
    """List the acts by which a member was called, and those that note its payments."""
    calls = [one.act for one in calls_made(world, year, member, at) if one.stands]
    return once(*calls, *(one.act for one in payments_made(world, year, member, at)))


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


def _called(world: World, call: MadeCall, at: date) -> Step:
    said: dict[str, Value] = {"amount": call.amount, "acts": (call.act,)}
    if call.is_later:
        return step(world, CALLED_LATER, at, **said)
    if call.available_on is None or call.pay_by is None:
        return step(world, CALLED, at, **said)
    said |= {"available_on": call.available_on, "pay_by": call.pay_by}
    return step(world, CALLED_UNTIL, min(at, call.available_on), **said)
