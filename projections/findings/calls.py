"""Which calls are not paid in full after their thirty days?"""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import msgspec

from ledger.events.money import ContributionCalled, PaymentReceived
from ledger.language import N_
from projections.findings.finding import Finding
from projections.findings.scope import Scope

PAYMENT_DAYS = 30
"""Conditions of 2023-18, art. 7, read for every call (specification section 16)."""


class _CallFinding(Finding, frozen=True):
    article = N_("conditions 2023-18, art. 7, read for every call")


class LateCallFinding(_CallFinding, frozen=True):
    """A call is not paid in full after its thirty days."""

    rule = "call.late"
    severity = "notice"
    sentence = N_(
        "{left} of the {amount} called from {member} for {year} by {act} are not paid; "
        "available on {available_on}, they were due by {last_day}"
    )
    remedy = N_("Record the payment, or remind the member")


class UndatedCallFinding(_CallFinding, frozen=True):
    """A call is not paid, and nobody knows since when it can be."""

    rule = "call.available-on"
    severity = "unknown"
    sentence = N_(
        "{left} of the {amount} called from {member} for {year} by {act} are not paid, "
        "and the day the call was available is not on record"
    )
    remedy = N_("Rectify the call with the day it was available on Chorus Pro")


RULES: tuple[type[Finding], ...] = (LateCallFinding, UndatedCallFinding)


class _Call(msgspec.Struct, frozen=True, order=True):
    """A call, in the order in which payments are counted against calls."""

    available_on: date
    position: int
    act: str
    called: ContributionCalled


def calls(scope: Scope) -> Iterator[Finding]:
    """List the calls that are late, and those of which it cannot be told.

    What was paid, and what was reduced, counts against the oldest call of the year.
    """
    claimed: dict[tuple[str, int], list[_Call]] = {}
    for act, called in scope.decided(ContributionCalled):
        available_on = called.available_on or date.max
        call = _Call(available_on, act.position, act.reference, called)
        claimed.setdefault((called.member, called.year), []).append(call)
    paid: dict[tuple[str, int], Decimal] = {}
    for _act, payment in scope.decided(PaymentReceived):
        if payment.on <= scope.at:
            key = payment.member, payment.year
            paid[key] = paid.get(key, Decimal(0)) + payment.amount
    for key, found in claimed.items():
        yield from _unpaid(scope, sorted(found), paid.get(key, Decimal(0)))


def _unpaid(scope: Scope, claimed: list[_Call], paid: Decimal) -> Iterator[Finding]:
    credit = paid - sum(min(call.called.amount, Decimal(0)) for call in claimed)
    for call in claimed:
        amount = call.called.amount
        if amount <= 0:
            continue
        left = max(amount - max(credit, Decimal(0)), Decimal(0))
        credit -= amount
        if left:
            yield from _overdue(scope, call, left)


def _overdue(scope: Scope, call: _Call, left: Decimal) -> Iterator[Finding]:
    called = call.called
    said: dict[str, Any] = {"left": left, "amount": called.amount, "year": called.year}
    if called.available_on is None:
        yield UndatedCallFinding.seen(call.act, called.member, **said)
        return
    last_day = called.available_on + timedelta(days=PAYMENT_DAYS)
    if last_day < scope.at:
        said |= {"available_on": called.available_on, "last_day": last_day}
        yield LateCallFinding.seen(call.act, called.member, **said)
