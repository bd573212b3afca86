"""How is the communal block represented in the committee, and which colleges exist?

Statutes art. 8.1, a state machine over the members that are communes or EPCI, read
after all changes of a day: every delegate sits, up to four members; from two and two
on, two colleges; else, above four, one. It never goes back, unless the statutes say so.
"""

from collections.abc import Iterator
from datetime import date
from typing import Literal

import msgspec

from ledger.statutes import Rules
from projections.members.identity import IdentityTimeline
from projections.members.membership import Membership
from projections.members.stays import Stay
from projections.periods import Period
from projections.statutes import Statutes

Kind = Literal["direct", "communal-college", "departmental-colleges"]
_ORDER: tuple[Kind, ...] = ("direct", "communal-college", "departmental-colleges")

COMMUNAL_COLLEGE = "college-communal"


class Regime(msgspec.Struct, frozen=True):
    """A time under one regime, the colleges it has, and the acts that brought it."""

    kind: Kind
    period: Period
    colleges: tuple[str, ...]
    because: tuple[str, ...]


class Block(msgspec.Struct, frozen=True):
    """A time one commune or EPCI is a member and counts in one département.

    With the acts by which it joined, and those by which it left when that time ended.
    """

    member: str
    department: str | None
    period: Period
    opened: tuple[str, ...]
    closed: tuple[str, ...] = ()


def communal_block(
    membership: Membership, identities: dict[str, IdentityTimeline]
) -> list[Block]:
    """List the times of the communal members, cut where their département changes."""
    return [
        block
        for stay in membership.stays
        if stay.competence is None and stay.member in identities
        for block in _blocks(stay, identities[stay.member])
    ]


def wherever(block: list[Block]) -> list[Block]:
    """Join what was cut only because a member's seat moved to another département."""
    joined: list[Block] = []
    for one in block:
        last = joined[-1] if joined else None
        if last and last.member == one.member and last.period.until == one.period.from_:
            period = Period(last.period.from_, one.period.until)
            joined[-1] = msgspec.structs.replace(last, period=period)
        else:
            joined.append(one)
    return joined


def _blocks(stay: Stay, timeline: IdentityTimeline) -> Iterator[Block]:
    whole = Period(stay.from_, stay.until)
    for department, period in timeline.departments():
        part = period.overlap(whole)
        if part is not None:
            opened = stay.seen_on(part.from_).opened
            closed = stay.closed if part.until == stay.until else ()
            yield Block(stay.member, department, part, opened, closed)


def regimes(block: list[Block], statutes: Statutes) -> list[Regime]:
    """Run the state machine over the days on which something changes.

    It begins with the first statutes on record: before them no rule tells.
    """
    days = {version.since for version in statutes.versions}
    start = min(days, default=None)
    if start is None:
        return []
    for one in block:
        ends = [one.period.until] if one.period.until else []
        days.update(day for day in (one.period.from_, *ends) if day > start)
    steps: list[tuple[date, Kind, tuple[str, ...], tuple[str, ...]]] = []
    for day in sorted(days):
        version = statutes.on(day)
        assert version is not None, "no day is before the first version"
        wanted = called_for(block, version.rules, day)
        if steps and _goes_back(wanted, steps[-1][1], version.rules):
            wanted = steps[-1][1]
        colleges = _colleges(wanted, version.rules)
        if not steps or (wanted, colleges) != (steps[-1][1], steps[-1][2]):
            because = () if wanted == "direct" and not steps else _causes(block, day)
            steps.append((day, wanted, colleges, because or (version.act,)))
    untils = [step[0] for step in steps[1:]]
    return [
        Regime(kind, Period(day, until), colleges, because)
        for (day, kind, colleges, because), until in zip(
            steps, [*untils, None], strict=True
        )
    ]


def called_for(block: list[Block], rules: Rules, day: date) -> Kind:
    """Tell what the numbers of the day call for."""
    present = [one for one in block if one.period.holds_on(day)]
    direct_up_to = rules.direct_seats_up_to or 0
    sides = rules.departmental_colleges
    counted = [
        sum(one.department == department.code for one in present)
        for department in rules.departments or ()
    ]
    is_two_and_two = (
        bool(counted) and sides is not None and min(counted) >= (sides.members_each)
    )
    if len(present) <= direct_up_to:
        prefers_colleges = rules.two_and_two_at_four == "departmental-colleges"
        is_split = is_two_and_two and prefers_colleges
        return "departmental-colleges" if is_split else "direct"
    return "departmental-colleges" if is_two_and_two else "communal-college"


def _goes_back(wanted: Kind, present: Kind, rules: Rules) -> bool:
    survives = rules.colleges_survive_departures is not False
    return survives and _ORDER.index(wanted) < _ORDER.index(present)


def _colleges(kind: Kind, rules: Rules) -> tuple[str, ...]:
    if kind == "departmental-colleges":
        return tuple(department.college for department in rules.departments or ())
    return (COMMUNAL_COLLEGE,) if kind == "communal-college" else ()


def _causes(block: list[Block], day: date) -> tuple[str, ...]:
    """List the acts by which members came or went that day."""
    came = [one.opened for one in block if one.period.from_ == day]
    went = [one.closed for one in block if one.period.until == day]
    return tuple(dict.fromkeys(act for acts in [*came, *went] for act in acts))
