"""Why does a member owe what it owes for a year, and why does another owe nothing?"""

from collections.abc import Iterator
from datetime import date

from ledger.language import N_
from projections.acts.voiding import Voiding
from projections.money.contributions import (
    NOT_BEGUN,
    Contributions,
    Reckoning,
    reckoned,
    shown,
)
from projections.money.ended_bases import ended_bases
from projections.money.heirs import merged_into, succeeded_in
from projections.money.tariffs import ENDED_IN_YEAR, GRANTED, PART, PRICED
from projections.money.unestablished import BEGINNINGS, has_begun
from projections.naming.citing import cited, once, step
from projections.naming.names import name_on
from projections.reason import Rule, Said, Value, say
from projections.switches import (
    MERGER_YEAR,
    PRORATA,
    SUBSIDIES,
    TARIFF_ENDED_IN_YEAR,
    THIRTY_DAYS,
    Switch,
)
from projections.timelines.world import World
from projections.whys.absence import interruption
from projections.whys.accounts import account_steps
from projections.whys.explanation import Reasons
from projections.whys.liability import (
    held_in,
    holding_steps,
    may_hold,
    none_steps,
    unowed_steps,
)
from projections.whys.struck import struck_by, struck_steps
from projections.whys.values import Owed

OWES = Rule(
    "contribution",
    N_("{member} owes {amount} for {year}; called: {called}, paid: {paid}."),
)
UNKNOWN = Rule(
    "contribution.not-established",
    N_("What {member} owes for {year} is not established."),
)
OWES_NOTHING = Rule("contribution.none", N_("{member} owes nothing for {year}."))
TO_COME = Rule(
    "contribution.not-begun",
    N_("{member} owes nothing yet for {year}: that year begins on {since}."),
)


def why_contribution(world: World, year: int, member: str, at: date) -> Reasons:
    """Explain what a member owes for a year under the law in force on a day."""
    reckoning = reckoned(world, year, at, member)
    found = shown(world, reckoning)
    steps = [*holding_steps(world, member, year, at)]
    day = min(at, date(year, 12, 31))
    name = name_on(world, member, day)
    waited, waits_by = may_hold(world, member, year, at)
    steps += [one for one in waited if one not in steps]
    if not has_begun(year, at):
        begins = date(year, 1, 1)
        steps.append(step(world, NOT_BEGUN, at, year=str(year), since=begins))
    elif not found.lines and not found.not_established:
        steps += none_steps(world, member, year, at)
    steps += unowed_steps(world, found.not_established, year, at)
    for due in reckoning.dues:
        lines = cited(world, due.because, day, due.line.competence)
        steps += [one for one in lines if one not in steps]
    voidings = _ended(world, found, member, at)
    steps += struck_steps(world, voidings, at)
    for one in found.overlaps:
        steps += cited(world, [one.reason(year)], day, one.competence)
    behind = once(*_because(world, found, member, at), *waits_by)
    account = reckoning.account_of(member)
    if account.is_kept:
        steps += account_steps(world, account, at, behind)
    is_owed = bool(reckoning.dues) and account.due is not None
    return Reasons(
        answer="not established"
        if found.not_established
        else ("yes" if is_owed else "no"),
        headline=_headline(found, name),
        value=Owed(found.totals, found.lines),
        because=once(*behind, *struck_by(voidings), *account.acts),
        steps=tuple(steps),
        missing=tuple(
            dict.fromkeys(fact for one in found.not_established for fact in one.missing)
        ),
        switches=_switches(world, reckoning, member),
    )


def _headline(found: Contributions, name: str) -> Said:
    year = str(found.year)
    if found.not_established:
        return say(UNKNOWN, member=name, year=year)
    for total in found.totals if found.lines else ():
        account: dict[str, Value] = {"called": total.called, "paid": total.paid}
        return say(OWES, member=name, amount=total.due, year=year, **account)
    if not has_begun(found.year, found.at):
        begins = date(found.year, 1, 1)
        return say(TO_COME, member=name, year=year, since=begins)
    return say(OWES_NOTHING, member=name, year=year)


def _because(
    world: World, found: Contributions, member: str, at: date
) -> tuple[str, ...]:
    lines = (act for line in found.lines for act in line.because)
    tenures = held_in(world, member, found.year, at)
    return once(*lines, *(act for tenure in tenures for act in tenure.because))


def _ended(
    world: World, found: Contributions, member: str, at: date
) -> tuple[Voiding, ...]:
    """List what ended or suspends what would else be owed, or be its price."""
    tenures = held_in(world, member, found.year, at)
    competences = {str(tenure.competence) for tenure in tenures}
    bases = ended_bases(world, member, competences, found.year, at)
    day = min(at, date(found.year, 12, 31))
    if tenures:
        return once(*bases)
    return once(
        *bases, *interruption(world, member, None, day), *_undone(world, member)
    )


def _undone(world: World, member: str) -> Iterator[Voiding]:
    """Give what lets that by which it would hold a competence be as if never done."""
    for one in world.as_adopted.proceedings_of.get(member, ()):
        if one.procedure in BEGINNINGS:
            for place in one.places:
                yield from world.strikes.striking(place, None)


def _switches(world: World, found: Reckoning, member: str) -> tuple[Switch, ...]:
    """List the readings by which what is owed was reckoned."""
    said = {reason.rule for due in found.dues for reason in due.because}
    when = (found.year, found.at)
    relied = {
        PRORATA: not said.isdisjoint({PRICED, PART}),
        TARIFF_ENDED_IN_YEAR: ENDED_IN_YEAR in said,
        SUBSIDIES: GRANTED in said,
        MERGER_YEAR: any(
            succeeded_in(world, member, *when, str(tenure.competence))
            for tenure in held_in(world, member, *when)
        )
        or bool(merged_into(world, member, *when)),
        THIRTY_DAYS: bool(found.account_of(member).called),
    }
    return tuple(switch for switch, is_relied in relied.items() if is_relied)
