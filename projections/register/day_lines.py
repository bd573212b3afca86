"""Lines that only a day tells: what is pending, what the year of the day costs."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Literal

from ledger.events.constitution import SyndicateCreated
from ledger.events.money import ContributionCalled, PaymentReceived
from projections.members.annexes import annex_1, annex_2
from projections.members.answers import Pending
from projections.money.contributions import Contributions, Total, contributions
from projections.money.prices import Line as Owed
from projections.periods import day_of
from projections.register.lines import Line, Value, once
from projections.world import World


def pending_lines(world: World, day: date) -> Iterator[Line]:
    """List what has been asked or agreed and has not begun."""
    during = day_of(day)
    annexes = [*annex_2(world, during).pending, *annex_1(world, during).pending]
    seen: dict[str, int] = {}
    shown: list[Pending] = []
    for one in annexes:
        if one in shown:
            continue  # annex 1 lists some of what annex 2 lists
        shown.append(one)
        key = f"{one.member} {one.procedure} {one.competence or '-'}"
        because, others = _acts_of(world, one, day)
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
            because=because,
            closed=others,
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


def _acts_of(
    world: World, pending: Pending, day: date
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """List the acts by which it was asked or agreed, and those that may end its wait.

    What waits because its approval was suspended names that, and the ruling.
    """
    if pending.procedure == "creation":
        created = world.decided(SyndicateCreated)
        return once(act.reference for act, _said in created), ()
    asked = (pending.member, pending.competence, pending.procedure)
    acts = once(
        act
        for found in world.on(day).proceedings
        if (found.member_on(day), found.competence, found.procedure) == asked
        if (found.start, found.missing) == (pending.since, pending.missing)
        for act in found.because
    )
    others = once(
        act
        for phase in world.phases
        for found in world.on(phase.period.from_).proceedings
        if not {*acts}.isdisjoint(found.because)
        for act in found.because
        if act not in acts
    )
    ended = [
        act
        for fate in world.fates
        if fate.act in others and fate.on is not None and fate.on <= day
        for act in (fate.act, *fate.by)
    ]
    return once([*acts, *ended]), others


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
