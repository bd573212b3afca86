"""Lines that only a day tells: what is pending, what the year of the day costs."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Literal

from ledger.events.money import ContributionCalled, PaymentReceived
from projections.members.answers import Pending
from projections.members.pending import awaited_on, shown
from projections.money.contributions import Contributions, Total, contributions
from projections.money.prices import Line as Owed
from projections.register.lines import Line, Value, once
from projections.world import World


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
            because=once(because),
            closed=once(others),
        )


def account_lines(world: World, day: date) -> Iterator[Line]:
    """List what each member owes for the year of the day, was called, and paid."""
    answer = contributions(world, day.year, day)
    owed: dict[str, list[Owed]] = {}
    for line in answer.lines:
        owed.setdefault(line.member, []).append(line)
    for total in answer.totals:
        member = total.member
        if total.due is None or member in owed:
            yield _contribution(world, answer, total, owed.get(member, []))
        year = {"year": answer.year}
        if Decimal(total.called):
            calls = world.concerning(ContributionCalled, member)
            acts = (act.reference for act, one in calls if one.year == day.year)
            value = year | {"amount": total.called}
            yield _account("called", member, value, once(acts))
        if Decimal(total.paid):
            payments = world.concerning(PaymentReceived, member)
            acts = (
                act.reference
                for act, one in payments
                if one.year == day.year and one.on <= day
            )
            value = year | {"amount": total.paid}
            yield _account("paid", member, value, once(acts))


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
    world: World, answer: Contributions, total: Total, lines: list[Owed]
) -> Line:
    """Tell what a member owes, of what it is made, and what is missing to tell."""
    member = total.member
    untold = [one for one in answer.not_established if one.member == member]
    missing = [missing for one in untold for missing in one.missing]
    owing = {line.competence for line in lines} | {one.competence for one in untold}
    held = [
        act
        for competence in sorted(owing)
        for stay in world.stays_of.get((member, competence), ())
        if stay.from_.year <= answer.year <= (stay.until or answer.at).year
        for act in stay.because
    ]
    return Line(
        what="contribution",
        key=member,
        member=member,
        value={
            "year": answer.year,
            "due": total.due,
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
            [
                *(act for line in lines for act in line.because),
                *(one.act for one in missing if one.act is not None),
                *held,
            ]
        ),
    )


def _account(
    what: Literal["called", "paid"], member: str, value: Value, acts: tuple[str, ...]
) -> Line:
    return Line(what=what, key=member, member=member, value=value, because=acts)
