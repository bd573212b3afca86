"""What is to be known of how members came and went: refusals, and who asked first."""

from collections.abc import Iterator

from ledger.language import N_
from projections.findings.finding import Finding
from projections.findings.scope import Scope
from projections.members.proceedings import ENDING, Proceeding


class RefusedBeforeFinding(Finding, frozen=True):
    """An approval answers a request that had been voted down before."""

    rule = "adhesion.refused-before"
    severity = "notice"
    clauses = ("adhesion",)
    sentence = N_(
        "{act} approves what {member} asked for by {request}, which had been voted "
        "down by {refusals}"
    )
    remedy = N_("Make sure that the request was still wanted; if not, have it repealed")


class OrderFinding(Finding, frozen=True):
    """The committee agreed that a member leaves before the member asked."""

    rule = "withdrawal.order"
    severity = "irregularity"
    clauses = ("withdrawal",)
    sentence = N_(
        "{act} lets {member} go before it asked: its request {request} is of {day}"
    )
    remedy = N_("Have the committee decide again, now that the member has asked")


RULES: tuple[type[Finding], ...] = (RefusedBeforeFinding, OrderFinding)


def members(scope: Scope) -> Iterator[Finding]:
    """Look at what two bodies agreed about, each agreement once."""
    seen = {act.reference for act in scope.acts}
    told: set[tuple[str, ...]] = set()
    for one in scope.world.on(scope.at).proceedings:
        if one.approval is None or one.approval.act not in seen:
            continue
        for finding in (*_refused_before(one), *_out_of_order(one)):
            key = finding.rule, str(finding.act), str(finding.member)
            if key not in told:
                told.add(key)
                yield finding


def _refused_before(one: Proceeding) -> Iterator[Finding]:
    """Tell that a request which was answered had been voted down before."""
    if one.refusals and one.request is not None and one.approval is not None:
        refusals = tuple(dict.fromkeys(side.act for side in one.refusals))
        yield RefusedBeforeFinding.seen(
            one.approval.act,
            one.member,
            on=one.approval.adopted_on,
            request=one.request.act,
            refusals=refusals,
        )


def _out_of_order(one: Proceeding) -> Iterator[Finding]:
    """Tell that somebody was let go before it had asked (art. 16)."""
    if one.procedure in ENDING and one.was_agreed_first:
        assert one.request is not None, "it was asked after"
        assert one.approval is not None, "it was agreed"
        yield OrderFinding.seen(
            one.approval.act,
            one.member,
            on=one.approval.adopted_on,
            request=one.request.act,
            day=one.request.adopted_on,
        )
