"""What fell, or returned, because of what became of acts; which calls are to review?"""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from ledger.language import N_
from projections.changes.consequences import (
    WHATS,
    Consequence,
    Standing,
    consequences_of,
)
from projections.findings.finding import Finding, Phrase
from projections.findings.scope import Scope
from projections.periods import day_before

SHOWN = 3
"""Of what fell or returned, so many are named."""


class FallenFinding(Finding, frozen=True):
    """An act was struck, or restored, and something rested on it."""

    rule = "correction.fallen"
    severity = "notice"
    article = N_("specification, section 10")
    sentence = N_("By {act}, {changed}; the first: {first}")
    remedy = N_("See «smo why executory» of the act, and tell those concerned")


class CallReviewFinding(Finding, frozen=True):
    """An amount was called, and another is due since an act was struck or restored."""

    rule = "call.review"
    severity = "notice"
    article = N_("specification, sections 9 and 10")
    sentence = N_(
        "{act} called the year {year} from {member}; due but for {ruling}: {before}; "
        "due with it: {after}"
    )
    remedy = N_("What was called stands; settle the difference by a further call")


RULES: tuple[type[Finding], ...] = (FallenFinding, CallReviewFinding)

_STANDINGS: dict[Standing, str] = {
    "fallen": N_("{count} fell ({parts})"),
    "returned": N_("{count} returned ({parts})"),
}


def fallen(scope: Scope) -> Iterator[Finding]:
    """List the corrections that stand and changed something, and calls to review.

    Nothing is derived twice where there is no correction. What will fall later than the
    day asked about has not fallen.
    """
    correcting = dict.fromkeys(
        voiding.place[0]
        for voiding in scope.world.strikes.standing(scope.at)
        if voiding.place[0] in scope.references
    )
    for act in correcting:
        yield from _of(scope, act, consequences_of(scope.world, act, scope.at))


def _of(scope: Scope, act: str, found: list[Consequence]) -> Iterator[Finding]:
    changed = [
        each
        for each in found
        if each.standing in _STANDINGS and each.from_ and each.from_ <= scope.at
    ]
    if changed:
        members = {each.member for each in changed}
        yield FallenFinding.seen(
            act,
            next(iter(members)) if len(members) == 1 else None,
            changed=tuple(_counted(changed)),
            first=tuple(_named(scope, each) for each in changed[:SHOWN]),
        )
    for each in found:
        if each.what == "call":
            yield CallReviewFinding.seen(
                each.because[0],
                each.member,
                year=each.detail,
                ruling=act,
                before=_amount(each.before),
                after=_amount(each.after),
            )


def _counted(changed: list[Consequence]) -> Iterator[Phrase]:
    for standing, sentence in _STANDINGS.items():
        counts = Counter(one.what for one in changed if one.standing == standing)
        if counts:
            parts = tuple(
                Phrase(N_("{count} × {what}"), {"count": each, "what": Phrase(what)})
                for what, each in ((WHATS[kind], counts[kind]) for kind in counts)
            )
            yield Phrase(sentence, {"count": counts.total(), "parts": parts})


def _named(scope: Scope, one: Consequence) -> Phrase:
    person = scope.world.persons.get(one.person, one.person) if one.person else None
    values: dict[str, Any] = {
        "what": Phrase(WHATS[one.what]),
        "who": person or one.member,
        "day": one.from_,
    }
    if one.until is None:
        return Phrase(N_("{what} of {who} from {day} on"), values)
    values["last"] = day_before(one.until)
    return Phrase(N_("{what} of {who} from {day} to {last}"), values)


def _amount(text: str | None) -> Decimal | Phrase:
    return Phrase(N_("not established")) if text is None else Decimal(text)
