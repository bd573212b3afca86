"""How is the communal block represented in the committee, and which colleges exist?

Statutes, clause regime: a state machine over the members that are communes or EPCI,
read after all changes of a day: every delegate sits, up to four members; from two and
two on, two colleges; else, above four, one. It never goes back, unless the statutes say
so.
"""

from collections.abc import Iterator
from datetime import date
from typing import Literal

import msgspec

from ledger.clauses import Clause
from ledger.language import N_
from ledger.statutes import Department, Rules
from projections.acts.identity import IdentityTimeline
from projections.acts.statutes import Statutes, Version
from projections.members.membership import Membership
from projections.members.tenures import Tenure
from projections.periods import Period, joined_times
from projections.reason import Reason, Rule, because
from projections.switches import (
    COLLEGES_SURVIVE,
    DIRECT_AT_FOUR,
    TWO_AND_TWO_AT_FOUR,
    Switch,
)

DECIDES: tuple[Clause, ...] = ("regime",)

Kind = Literal["direct", "communal-college", "departmental-colleges"]
_ORDER: tuple[Kind, ...] = ("direct", "communal-college", "departmental-colleges")

COMMUNAL_COLLEGE = "college-communal"

BEGAN = Rule(
    "regime.began",
    N_("On {since} the members called for it: {acts}."),
    "regime",
)
COLLEGES = Rule(
    "regime.colleges-created",
    N_(
        "On {since} colleges were created, by {acts}: the communal delegates' seats "
        "in the committee ended."
    ),
    "regime",
)
STAYS = Rule(
    "regime.never-goes-back",
    N_(
        "The members of that day alone would not call for it: a regime never goes back."
    ),
    "regime",
)

DIRECT_SEAT = Rule(
    "seat.direct",
    N_("Up to {count} communes and EPCI, each delegate sits in the committee."),
    "regime",
)

COLLEGE_SEAT = Rule(
    "seat.college",
    N_(
        "{body} exists since {since}, by {acts}; every delegate of its members sits "
        "in it."
    ),
    "regime",
)

NO_BODY = Rule(
    "body.never", N_("{body} has never existed, as far as is known."), "regime"
)

NO_BODY_YET = Rule(
    "body.later",
    N_("{body} did not exist yet; it began on {since}."),
    "regime",
)

NO_BODY_ANY_MORE = Rule(
    "body.ended",
    N_("{body} existed no longer; it ended on {until}."),
    "regime",
)

ELSEWHERE = Rule(
    "seat.elsewhere",
    N_("{person} is the delegate of {member} ({acts}), which has no part in {body}."),
    "regime",
)

COUNTED = Rule(
    "regime.counted",
    N_("{department}: {count} communes and EPCI are members that day ({members})."),
    "regime",
)

NOBODY_COUNTED = Rule(
    "regime.counted-none",
    N_("{department}: no commune or EPCI is a member that day."),
    "regime",
)

UP_TO = Rule(
    "regime.up-to",
    N_("Up to {count} communes and EPCI, each delegate sits in the committee."),
    "regime",
)

ABOVE = Rule(
    "regime.above",
    N_("Above {count}, one college elects {seats} representatives."),
    "regime",
)

TWO_COLLEGES = Rule(
    "regime.two-colleges",
    N_(
        "With {count} or more in each département, a college in each elects {seats} "
        "representatives."
    ),
    "regime",
)

APPLIES = Rule(
    "regime.statutes", N_("The statutes of {version} apply: {act}."), "regime"
)
"""From a day on, the rules are those of a version."""


def applied(version: Version) -> Reason:
    """Say since when, and by which act, the rules of a version apply."""
    return APPLIES.of(version.since, version=version.version, act=version.act)


class Regime(msgspec.Struct, frozen=True):
    """A time under one regime, the colleges it has, and what brought it.

    `kept` are the times in which the members alone would not call for it; `switches`
    the open questions it was begun by.
    """

    kind: Kind
    period: Period
    colleges: tuple[str, ...]
    opened: tuple[Reason, ...]
    kept: tuple[Period, ...] = ()
    switches: tuple[Switch, ...] = ()

    @property
    def because(self) -> tuple[str, ...]:
        """List the acts that brought it."""
        return because(self.opened)

    @property
    def ended_others(self) -> tuple[Reason, ...]:
        """Tell what its beginning ended: the seats of the regime before it."""
        since, acts = self.period.from_, self.because
        created = COLLEGES.of(since, since=since, acts=acts)
        return (created,) if self.colleges else self.opened

    def stays_on(self, day: date) -> tuple[Reason, ...]:
        """Tell that it is kept, where the members of a day would not call for it."""
        is_kept = any(period.holds_on(day) for period in self.kept)
        return (STAYS.of(day),) if is_kept else ()

    def switches_on(self, day: date) -> tuple[Switch, ...]:
        """List the open questions it relies on: as it began, and as it is kept."""
        kept = (COLLEGES_SURVIVE,) if self.stays_on(day) else ()
        return (*self.switches, *kept)


class Block(msgspec.Struct, frozen=True):
    """A time one commune or EPCI is a member and counts in one département.

    With the acts by which it joined, and those by which it left when that time ended.
    """

    member: str
    department: str | None
    period: Period
    opened: tuple[str, ...]
    closed: tuple[str, ...] = ()

    @property
    def because(self) -> tuple[str, ...]:
        """List the acts by which it joined and left."""
        return tuple(dict.fromkeys((*self.opened, *self.closed)))


class Call(msgspec.Struct, frozen=True):
    """What regime the members of a day call for; by which readings of the statutes."""

    kind: Kind
    switches: tuple[Switch, ...] = ()


def communal_block(
    membership: Membership, identities: dict[str, IdentityTimeline]
) -> list[Block]:
    """List the times of the communal members, cut where their département changes."""
    return [
        block
        for tenure in membership.tenures
        if tenure.competence is None and tenure.member in identities
        for block in _blocks(tenure, identities[tenure.member])
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


def _blocks(tenure: Tenure, timeline: IdentityTimeline) -> Iterator[Block]:
    for department, period in timeline.departments():
        part = period.overlap(tenure.period)
        if part is not None:
            opened = tenure.seen_on(part.from_).opened
            closed = tenure.closed if part.until == tenure.until else ()
            yield Block(tenure.member, department, part, opened, closed)


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
    found: list[Regime] = []
    ordered = sorted(days)
    for day, until in zip(ordered, [*ordered[1:], None], strict=True):
        version = statutes.on(day)
        assert version is not None, "no day is before the first version"
        found = _gone_on(found, block, version, Period(day, until))
    return found


def _gone_on(
    found: list[Regime], block: list[Block], version: Version, time: Period
) -> list[Regime]:
    """Let the regime go on for a time in which nothing changes, or another begin."""
    rules, last = version.rules, found[-1] if found else None
    called = called_for(block, rules, time.from_)
    kind: Kind = called.kind
    kept: tuple[Period, ...] = ()
    if last is not None and _goes_back(called.kind, last.kind, rules):
        kind, kept = last.kind, (time,)
    colleges = _colleges(kind, rules)
    if last is not None and (kind, colleges) == (last.kind, last.colleges):
        whole = Period(last.period.from_, time.until)
        times = tuple(joined_times((*last.kept, *kept)))
        return [*found[:-1], msgspec.structs.replace(last, period=whole, kept=times)]
    acts = () if kind == "direct" and not found else _causes(block, time.from_)
    began = BEGAN.of(time.from_, since=time.from_, acts=acts or (version.act,))
    return [*found, Regime(kind, time, colleges, (began,), kept, called.switches)]


def counted(present: list[Block], rules: Rules) -> list[tuple[Department, list[str]]]:
    """List the communal members of a day in each département of the statutes."""
    return [
        (each, [one.member for one in present if one.department == each.code])
        for each in rules.departments or ()
    ]


def called_for(block: list[Block], rules: Rules, day: date) -> Call:
    """Tell what the numbers of the day call for."""
    present = [one for one in block if one.period.holds_on(day)]
    sides = rules.departmental_colleges
    counts = [len(members) for _each, members in counted(present, rules)]
    is_two_and_two = (
        bool(counts) and sides is not None and min(counts) >= sides.members_each
    )
    if len(present) > (rules.direct_seats_up_to or 0):
        return Call("departmental-colleges" if is_two_and_two else "communal-college")
    if not is_two_and_two:
        return Call("direct")
    if rules.two_and_two_at_four == "departmental-colleges":
        return Call("departmental-colleges", (TWO_AND_TWO_AT_FOUR,))
    return Call("direct", (DIRECT_AT_FOUR,))


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
