"""Which calls and payments do not fit what is owed, or each other?"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from ledger.language import N_
from projections.findings.finding import Finding
from projections.findings.scope import Scope
from projections.money.account import Account
from projections.money.calls import calls_made, repeated
from projections.money.payments import years_paid
from projections.money.unestablished import has_begun


class NotOwedFinding(Finding, frozen=True):
    """An amount is called from who owes nothing for the year."""

    rule = "call.not-owed"
    severity = "irregularity"
    clauses = ("contributions",)
    sentence = N_(
        "{called} are called from {member} for {year} by {act}, and {member} owes "
        "nothing for it"
    )
    remedy = N_("Cancel or reduce the call, and give back what was paid")


class DuplicateCallFinding(Finding, frozen=True):
    """A call was recorded with the number of another for the same year."""

    rule = "call.duplicate"
    severity = "notice"
    article = N_("specification, section 9")
    sentence = N_(
        "{act} records the call {number} for {year}, which {other} records already"
    )
    remedy = N_("Rectify the number, or strike the call that was recorded twice")


class ExceedingPaymentFinding(Finding, frozen=True):
    """More was paid for a year than was called."""

    rule = "payment.exceeds"
    severity = "notice"
    clauses = ("payment",)
    sentence = N_(
        "{paid} were paid by {member} for {year}, the last by {act}, and {called} "
        "called: {excess} too much"
    )
    remedy = N_("Rectify the payment or its year, or record what is given back")


class NegativePaymentFinding(Finding, frozen=True):
    """A payment is negative: a refund, or a mistake."""

    rule = "payment.negative"
    severity = "notice"
    clauses = ("payment",)
    sentence = N_(
        "{act} records a payment of {amount} by {member} for {year}: given back, if it "
        "is no mistake"
    )
    remedy = N_("Rectify the amount, unless it was given back")


RULES: tuple[type[Finding], ...] = (
    NotOwedFinding,
    DuplicateCallFinding,
    ExceedingPaymentFinding,
    NegativePaymentFinding,
)


def accounts(scope: Scope) -> Iterator[Finding]:
    """List what does not fit in the accounts, year by year."""
    called = {call.said.year for call in calls_made(scope.world, scope.at)}
    for year in sorted(called | years_paid(scope.world, scope.at)):
        for account in scope.reckoning(year).accounts:
            yield from _account(account)
    yield from _repeated(scope)


def _account(account: Account) -> Iterator[Finding]:
    said: dict[str, Any] = {"year": account.year}
    owes_nothing = account.due is not None and not account.due
    if has_begun(account.year, account.at) and owes_nothing and account.called > 0:
        last = account.standing[-1].reference
        called = account.called
        yield NotOwedFinding.seen(last, account.member, called=called, **said)
    for payment in account.payments:
        if payment.amount < 0:
            yield NegativePaymentFinding.seen(
                payment.act, account.member, amount=payment.amount, **said
            )
    if account.paid > max(account.called, Decimal(0)):
        yield ExceedingPaymentFinding.seen(
            account.payments[-1].act,
            account.member,
            paid=account.paid,
            called=account.called,
            excess=account.paid - account.called,
            **said,
        )


def _repeated(scope: Scope) -> Iterator[Finding]:
    """List the calls numbered as another, unless they say so of themselves."""
    for call, first in repeated(scope.world, scope.at):
        is_excused = call.act.registered.excuses("call.duplicate")
        if call.reference in scope.references and not is_excused:
            yield DuplicateCallFinding.seen(
                call.reference,
                call.said.member,
                number=call.said.number,
                year=call.said.year,
                other=first.reference,
            )
