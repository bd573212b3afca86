"""Of those who are there: is there a quorum, who may vote now, what is needed?

Statutes art. 8.3, CGCT L.2131-11; specification section 8.
"""

from collections.abc import Iterator
from fractions import Fraction
from math import ceil

import msgspec

from ledger.authorities import COMMITTEE
from ledger.language import N_
from projections.citing import step
from projections.reason import Rule, Step, Value
from projections.votes.ballot_steps import majority_steps, needed
from projections.votes.blocking import Group, blockers, groups_of
from projections.votes.electorate import Electorate
from projections.votes.electors import in_order
from projections.votes.judged_votes import Judge
from projections.votes.proxies import Proxy, Sheet, proxies_on
from projections.votes.sessions import has_quorum

REACHED = Rule(
    "ballot.quorum",
    N_(
        "{present} of {in_office} members in office are present: the quorum, {needed}, "
        "is reached. Proxies do not count."
    ),
    "quorum",
)
NOT_REACHED = Rule(
    "ballot.no-quorum",
    N_(
        "{present} of {in_office} members in office are present: {missing} more are "
        "needed for the quorum, {needed}; proxies do not count. Nothing can be "
        "adopted; a second session, {days} days later or more, needs no quorum."
    ),
    "quorum",
)
SECOND_CALL = Rule(
    "ballot.second-call",
    N_(
        "{present} of {in_office} members in office are present, and the quorum would "
        "be {needed}; but the session on record is a second call, which needs none."
    ),
    "second-call",
)
NO_RULE = Rule("ballot.quorum-unruled", N_("No quorum is laid down for this body."))
RECUSED = Rule(
    "ballot.recused",
    N_("Having an interest, not counted and without a vote: {names}."),
    law="CGCT",
    article="L.2131-11",
)
NO_SEAT = Rule(
    "ballot.no-seat",
    N_("There without a seat in this body, so without a vote: {names}."),
    "seats",
)
NOW = Rule(
    "ballot.now",
    N_("{count} may vote now, {proxies} of them by proxy: {votes} votes."),
    "proxies",
)


class Quorum(msgspec.Struct, frozen=True):
    """The members present of those in office; recused members are not counted.

    None is required of a lawful second call on record for that day.
    """

    present: int
    in_office: int
    needed: int
    missing: int
    reached: bool
    required: bool


class Present(msgspec.Struct, frozen=True):
    """Somebody who may vote now, in person or by the proxy that somebody holds."""

    person: str
    name: str
    seat_of: str
    weight: int
    group: str
    proxy_held_by: str | None = None


class Live(msgspec.Struct, frozen=True, kw_only=True):
    """What the question takes of those who are there."""

    quorum: Quorum | None
    voters: tuple[Present, ...]
    proxies: tuple[Proxy, ...]
    recused: tuple[str, ...]
    without_seat: tuple[str, ...]
    groups: tuple[Group, ...]
    votes: int
    needed: int
    blocking: tuple[tuple[str, ...], ...]
    steps: tuple[Step, ...] = ()


def live_count(judge: Judge, found: Electorate, sheet: Sheet) -> Live:
    """Tell what a question takes of those who are there."""
    opened = judge.opened(found.day)
    proxies = tuple(proxies_on(sheet, judge, found))
    by_proxy = {one.giver: one.holder for one in proxies if one.counts}
    there = {*sheet.present, *by_proxy} - {*sheet.recused}
    voters = tuple(one for one in found.voters if one.person in there)
    now = msgspec.structs.replace(found, voters=voters)
    groups = groups_of(voters, opened.membership.founders)
    quorum = _quorum(judge, found, sheet)
    without_seat = tuple(one for one in sheet.present if one not in found.in_office)
    live = Live(
        quorum=quorum,
        voters=tuple(
            Present(
                *(one.person, one.name, one.seat_of, one.weight, one.group),
                by_proxy.get(one.person),
            )
            for one in in_order(opened, now)
        ),
        proxies=proxies,
        recused=sheet.recused,
        without_seat=without_seat,
        groups=groups,
        votes=now.votes,
        needed=needed(now),
        blocking=blockers(now, groups),
    )
    return msgspec.structs.replace(live, steps=tuple(_steps(judge, now, live)))


def _steps(judge: Judge, now: Electorate, live: Live) -> Iterator[Step]:
    """Reason from who is there to what is needed."""
    opened = judge.opened(now.day)
    yield _quorum_step(judge, now, live.quorum)
    for rule, persons in ((RECUSED, live.recused), (NO_SEAT, live.without_seat)):
        if persons:
            names = tuple(opened.persons.get(one, one) for one in persons)
            yield step(opened, rule, now.day, names=names)
    proxies = sum(one.counts for one in live.proxies)
    count, votes = len(live.voters), live.votes
    yield step(opened, NOW, now.day, count=count, proxies=proxies, votes=votes)
    if live.voters:
        yield from majority_steps(opened, now)


# ------------------------------------------------------------------- quorum
def _quorum(judge: Judge, found: Electorate, sheet: Sheet) -> Quorum | None:
    """Count the members present; only for the committee is a quorum laid down."""
    share = judge.rules_on(found.day).quorum
    if found.body != COMMITTEE or share is None:
        return None
    in_office = [one for one in found.in_office if one not in sheet.recused]
    present = {*sheet.present} & {*in_office}
    asked = ceil(Fraction(share) * len(in_office))
    return Quorum(
        present=len(present),
        in_office=len(in_office),
        needed=asked,
        missing=max(asked - len(present), 0),
        reached=has_quorum(present, in_office, share),
        required=all(
            judge.needs_quorum(session)
            for session in judge.sessions.by_reference.values()
            if session.body == found.body and session.held_on == found.day
        ),
    )


def _quorum_step(judge: Judge, found: Electorate, quorum: Quorum | None) -> Step:
    opened, day = judge.opened(found.day), found.day
    if quorum is None:
        return step(opened, NO_RULE, day)
    counted: dict[str, Value] = {
        "present": quorum.present,
        "in_office": quorum.in_office,
        "needed": quorum.needed,
    }
    if quorum.reached:
        return step(opened, REACHED, day, **counted)
    if not quorum.required:
        return step(opened, SECOND_CALL, day, **counted)
    counted["missing"] = quorum.missing
    counted["days"] = judge.rules_on(day).second_call_days or 0
    return step(opened, NOT_REACHED, day, **counted)
