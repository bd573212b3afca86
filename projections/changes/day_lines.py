"""Lines that only a day tells: what is pending, what the year of the day costs."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Literal

from projections.changes.lines import Line, Value
from projections.money.account import Account
from projections.money.cents import shown_amount
from projections.money.contributions import Reckoning, of_holders
from projections.money.prices import Line as Owed
from projections.naming.citing import once
from projections.register.answers import Pending
from projections.register.pending import awaited_on, shown
from projections.timelines.world import World


def pending_lines(world: World, day: date) -> Iterator[Line]:
    """List what has been asked or agreed and has not begun."""
    seen: dict[str, int] = {}
    for one, (because, others) in _awaited(world, day).items():
        key = f"{one.member} {one.procedure} {one.competence or '-'}"
        seen[key] = seen.get(key, 0) + 1
        yield Line(
            what="pending",
            key=key if seen[key] == 1 else f"{key} {seen[key]}",
            member=one.member,
            value={
                "procedure": one.procedure,
                "competence": one.competence,
                "since": one.since,
                "missing": [
                    {"act": missing.act, "fact": missing.fact}
                    for missing in one.missing
                ],
            },
            because=once(*because),
            closed=once(*others),
        )


def account_lines(world: World, day: date) -> Iterator[Line]:
    """List what each member owes for the year of the day, was called, and paid.

    Who waits stands among what is pending.
    """
    found = of_holders(world, day.year, day)
    owed: dict[str, list[Owed]] = {}
    for due in found.dues:
        owed.setdefault(due.line.member, []).append(due.line)
    for account in found.accounts:
        if account.due is None or account.member in owed:
            yield _contribution(world, found, account, owed.get(account.member, []))
        if account.called:
            calls = (call.reference for call in account.standing)
            yield _account("called", account, account.called, once(*calls))
        if account.paid:
            payments = (payment.act for payment in account.payments)
            yield _account("paid", account, account.paid, once(*payments))


def _awaited(world: World, day: date) -> dict[Pending, tuple[list[str], list[str]]]:
    """List what waits, with the acts behind it, and those that may end its wait.

    What is asked for twice is one line, with the acts of both.
    """
    found: dict[Pending, tuple[list[str], list[str]]] = {}
    for one in awaited_on(world, day):
        because, others = found.setdefault(shown(world, one, day), ([], []))
        because += one.acts
        if one.unheard is not None:
            others.append(one.unheard.act)
            because += _ended(world, one.unheard.act, day)
    return found


def _ended(world: World, reference: str, day: date) -> Iterator[str]:
    """Name an act that has no effect on a day, and what lets it have none."""
    for fate in world.fates:
        if fate.act == reference and fate.on is not None and fate.on <= day:
            yield from (fate.act, *fate.by)


def _contribution(
    world: World, found: Reckoning, account: Account, lines: list[Owed]
) -> Line:
    """Tell what a member owes, of what it is made, and what is missing to tell."""
    member = account.member
    untold = [one for one in found.unknown if one.member == member]
    missing = [missing for one in untold for missing in one.missing]
    owing = {line.competence for line in lines} | {one.competence for one in untold}
    held = [
        act
        for competence in sorted(owing)
        for tenure in world.facts.competences.about(member, competence)
        if tenure.from_.year <= found.year <= (tenure.until or found.at).year
        for act in tenure.because
    ]
    return Line(
        what="contribution",
        key=member,
        member=member,
        value={
            "year": found.year,
            "due": None if account.due is None else shown_amount(account.due),
            "lines": [
                {
                    "competence": line.competence,
                    "line": line.line,
                    "amount": line.amount,
                }
                for line in lines
            ],
            "missing": [{"act": one.act, "fact": one.fact} for one in missing],
        },
        because=once(
            *(act for line in lines for act in line.because),
            *(one.act for one in missing if one.act is not None),
            *held,
        ),
    )


def _account(
    what: Literal["called", "paid"],
    account: Account,
    amount: Decimal,
    acts: tuple[str, ...],
) -> Line:
    member = account.member
    value: Value = {"year": account.year, "amount": shown_amount(amount)}
    return Line(what=what, key=member, member=member, value=value, because=acts)
