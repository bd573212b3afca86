"""Which changes of the register fall on which day, and under which act do they stand?

They are read off the edges of its lines: where one begins, ends, or gives way to the
next of its name. What was called and paid adds up, payment by payment.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import groupby

from ledger.events.money import ContributionCalled, PaymentReceived
from projections.changes.differences import Change, change_of
from projections.changes.effect_days import EffectDays
from projections.changes.lines import Held, Line, What
from projections.changes.whole import register_of
from projections.money.cents import shown_amount
from projections.naming.citing import once
from projections.periods import day_before
from projections.timelines.world import World

ChangesByAct = dict[tuple[date, str | None], list[Change]]
"""Changes by their day and their act; None where a year ended and no act did it."""


def changes_by_act_of(world: World, effects: EffectDays) -> ChangesByAct:
    """Sort all changes by day and act."""
    found: ChangesByAct = {}
    for day, change in edges(register_of(world), effects):
        act = _under(world, effects, day, change.because)
        found.setdefault((day, act), []).append(change)
    for day, act, change in _accounts(world, effects):
        found.setdefault((day, act), []).append(change)
    return found


def edges(register: list[Held], effects: EffectDays) -> Iterator[tuple[date, Change]]:
    """Tell each change, with its day: each name's lines one after the other.

    What is said of an institution from ever is where it begins, no change.
    """
    by_name = sorted(register, key=lambda held: (*held.line.name, held.period.from_))
    for _name, lasting in groupby(by_name, key=lambda held: held.line.name):
        last: Held | None = None
        for held in lasting:
            day = held.period.from_
            if last is not None and last.period.until != day:
                yield _end(last, effects)
                last = None
            before = last.line if last is not None else None
            if day > date.min and (before is None or before.value != held.line.value):
                because = _because(before, held.line, effects, day)
                yield day, change_of(before, held.line, because)
            last = held
        if last is not None and last.period.until is not None:
            yield _end(last, effects)


def _end(held: Held, effects: EffectDays) -> tuple[date, Change]:
    day = held.period.until
    assert day is not None, "it has an end"
    return day, change_of(held.line, None, effects.by(held.line.closed, day))


def _because(
    before: Line | None, after: Line, effects: EffectDays, day: date
) -> tuple[str, ...]:
    """Name the acts of a change: those of its day only, of a line that goes on.

    So, too, where something resumes, or returns, that had been decided before.
    """
    acts = once(*(before.closed if before else ()), *after.opened)
    if before is not None or effects.has_moved(acts, day_before(day), day):
        that_day = tuple(act for act in acts if effects.counts_on(act, day))
        return that_day or effects.by(acts, day)
    return effects.by(acts, day)


def _under(
    world: World, effects: EffectDays, day: date, because: tuple[str, ...]
) -> str | None:
    """Choose the act a change stands under: the last that had effect on its day.

    Where none had, because one said «from», or an earlier one was learned late, the
    last of them all.
    """
    acts = [act for act in because if act in world.known.acts]
    that_day = [act for act in acts if effects.counts_on(act, day)]
    return max(
        that_day or acts,
        key=lambda act: (
            date.min if that_day else max(effects.days_of(act), default=date.min),
            world.known.acts[act].position,
        ),
        default=None,
    )


def _accounts(world: World, effects: EffectDays) -> Iterator[tuple[date, str, Change]]:
    """Tell of each call and payment what it makes of the member's account."""
    moved: list[tuple[date, int, str, What, ContributionCalled | PaymentReceived]] = []
    for act in world.known.acts.values():
        for taken in act.decisions:
            decision = taken.decision
            if isinstance(decision, ContributionCalled | PaymentReceived):
                day = effects.of(act, taken)
                assert day is not None, "it names a year at least"
                is_call = isinstance(decision, ContributionCalled)
                what: What = "called" if is_call else "paid"
                moved.append((day, taken.position, act.reference, what, decision))
    sums: dict[tuple[What, str, int], Decimal] = {}
    for day, _, reference, what, decision in sorted(moved, key=lambda one: one[:2]):
        account = what, decision.member, decision.year
        before = _account(what, decision, sums.get(account), reference)
        sums[account] = sums.get(account, Decimal(0)) + decision.amount
        after = _account(what, decision, sums[account], reference)
        yield day, reference, change_of(before, after, (reference,))


def _account(
    what: What,
    decision: ContributionCalled | PaymentReceived,
    amount: Decimal | None,
    act: str,
) -> Line | None:
    if amount is None:
        return None
    return Line(
        what=what,
        key=f"{decision.member} {decision.year}",
        member=decision.member,
        value={"year": decision.year, "amount": shown_amount(amount)},
        because=(act,),
    )
