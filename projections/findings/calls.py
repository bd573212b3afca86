"""Which calls are not paid in full after their thirty days?"""

from collections.abc import Iterator
from typing import Any

from ledger.language import N_
from ledger.language import translate as _
from projections.findings.finding import Cites, Finding
from projections.findings.scope import Scope
from projections.money.calls import Call, calls_on


class _CallFinding(Finding, frozen=True):
    """The thirty days of the conditions are a declared reading for all calls."""

    clauses = ("payment",)

    def cited(self, cite: Cites) -> str:
        """Cite the clause, which is extended to every call."""
        return _("{cited}, read for every call").format(cited=super().cited(cite))


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


def calls(scope: Scope) -> Iterator[Finding]:
    """List the calls that are late, and those of which it cannot be told."""
    for call in calls_on(scope.world, scope.at):
        if call.outstanding:
            yield from _overdue(scope, call)


def _overdue(scope: Scope, call: Call) -> Iterator[Finding]:
    called, act = call.said, call.reference
    said: dict[str, Any] = {
        "left": call.outstanding,
        "amount": called.amount,
        "year": called.year,
    }
    if call.pay_by is None:
        yield UndatedCallFinding.seen(act, called.member, **said)
    elif call.pay_by < scope.at:
        said |= {"available_on": called.available_on, "last_day": call.pay_by}
        yield LateCallFinding.seen(act, called.member, **said)
