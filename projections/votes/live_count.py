"""Of those who are there: is there a quorum, who may vote now, what is needed?

Statutes, clauses quorum, proxies and seats, CGCT L.2131-11; specification section 8.
"""

from collections.abc import Iterator, Mapping
from datetime import date

import msgspec

from ledger.acts.presence import ReadPresence, UnknownAttendeeError
from ledger.acts.problems import Found
from ledger.institutions import Person, PersonName, person_id
from ledger.language import N_
from ledger.names import slug
from projections.naming.citing import cited
from projections.reason import Person as Known
from projections.reason import Reason, Rule, Step
from projections.seats.seats import NO_SEAT
from projections.timelines.world import World
from projections.votes.blocking import blockers
from projections.votes.electorate import Electorate, Group
from projections.votes.electors import in_order
from projections.votes.judged_votes import Judge
from projections.votes.proxies import NOW_VOTES, Holders, proxies
from projections.votes.quorum import BESIDE_SINCE, UNRULED, Leaving, Quorum

RECUSED = Rule(
    "ballot.recused",
    N_("Having an interest, not among those present and without a vote: {names}."),
    law="CGCT",
    article="L.2131-11",
)
BESIDE = Rule(
    "ballot.recused-as-representatives",
    N_(
        "Representing the syndicate in the body concerned, not counted in office and "
        "without a vote: {names}."
    ),
    law="CGCT",
    article="L.1111-6 II",
)
NOT_YET_BESIDE = Rule(
    "ballot.recused-as-representatives",
    N_(
        "Representing the syndicate in the body concerned, without a vote, and until "
        "{since} counted among those in office: {names}."
    ),
    law="CGCT",
    article="L.1111-6 II",
)


class Sheet(msgspec.Struct, frozen=True):
    """Who is there, by id; who gave a proxy to whom; who is recused, and why."""

    present: tuple[str, ...]
    proxies: tuple[tuple[str, str], ...] = ()
    recused: tuple[str, ...] = ()
    recused_as_representatives: tuple[str, ...] = ()


class LiveQuorum(msgspec.Struct, frozen=True):
    """The members present of those in office; who leaves for the vote is not there.

    None is required of a lawful second call on record for that day.
    """

    present: int
    in_office: int
    needed: int
    missing: int
    reached: bool
    required: bool


class LiveProxy(msgspec.Struct, frozen=True):
    """A proxy; `reason` tells, in a sentence for people, why it does not count."""

    giver: str
    holder: str
    counts: bool
    reason: str | None = None
    rule: str | None = None


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

    quorum: LiveQuorum | None
    voters: tuple[Present, ...]
    proxies: tuple[LiveProxy, ...]
    recused: tuple[str, ...]
    recused_as_representatives: tuple[str, ...]
    without_seat: tuple[str, ...]
    groups: tuple[Group, ...]
    votes: int
    needed: int
    blocking: tuple[tuple[str, ...], ...]
    steps: tuple[Step, ...]


def live_count(judge: Judge, found: Electorate, sheet: Sheet) -> Live:
    """Tell what a question takes of those who are there."""
    opened, day = judge.opened(found.day), found.day
    leaving = found.leaving(sheet.recused, sheet.recused_as_representatives)
    given = tuple(_proxies(judge, found, sheet, leaving))
    by_proxy = {one.giver: one.holder for one in given if one.counts}
    there = {*sheet.present, *by_proxy} - leaving.persons
    voters = tuple(one for one in found.voters if one.person in there)
    now = msgspec.structs.replace(found, voters=voters)
    quorum = judge.quorum(found.body, day, sheet.present, leaving)
    is_required = _is_required(judge, found.body, day)
    call_days = judge.rules_on(day).second_call_days or 0
    because = (
        UNRULED.of(day)
        if quorum is None
        else quorum.beforehand(is_required=is_required, call_days=call_days),
        *_reasons(now, sheet, len(by_proxy)),
    )
    return Live(
        quorum=_told(quorum, is_required=is_required),
        voters=tuple(
            Present(
                *(one.person, one.name, one.seat_of, one.weight, one.group),
                by_proxy.get(one.person),
            )
            for one in in_order(opened, now)
        ),
        proxies=given,
        recused=sheet.recused,
        recused_as_representatives=sheet.recused_as_representatives,
        without_seat=_without_seat(found, sheet),
        groups=now.groups,
        votes=now.votes,
        needed=now.needed,
        blocking=blockers(now),
        steps=tuple(cited(opened, because, day)),
    )


def _proxies(
    judge: Judge, found: Electorate, sheet: Sheet, leaving: Leaving
) -> Iterator[LiveProxy]:
    """Tell of each proxy whether it counts, and the first rule against it."""
    givers = {one.person for one in found.voters} - leaving.persons
    each = judge.rules_on(found.day).proxies_each
    allowed = Holders(sheet.present, leaving.staying(found.in_office), each, givers)
    for one in proxies(sheet.proxies, allowed):
        rule = next(iter(one.against), None)
        said = (rule.sentence, rule.code) if rule is not None else (None, None)
        yield LiveProxy(one.giver, one.holder, one.counts, *said)


def _is_required(judge: Judge, body: str, day: date) -> bool:
    """Tell whether the sessions on record for a day need a quorum, if there are any."""
    return all(
        judge.needs_quorum(session)
        for session in judge.sessions.by_reference.values()
        if session.body == body and session.held_on == day
    )


def _told(quorum: Quorum | None, *, is_required: bool) -> LiveQuorum | None:
    if quorum is None:
        return None
    return LiveQuorum(
        **quorum.numbers,
        missing=quorum.missing,
        reached=quorum.is_met,
        required=is_required,
    )


def _without_seat(found: Electorate, sheet: Sheet) -> tuple[str, ...]:
    return tuple(one for one in sheet.present if one not in found.in_office)


def _reasons(now: Electorate, sheet: Sheet, by_proxy: int) -> Iterator[Reason]:
    """Say who of those there has no vote, how many have one, and what is needed."""
    beside = BESIDE if now.day >= BESIDE_SINCE else NOT_YET_BESIDE
    for rule, persons in (
        (RECUSED, sheet.recused),
        (beside, sheet.recused_as_representatives),
        (NO_SEAT, _without_seat(now, sheet)),
    ):
        if persons:
            names = tuple(map(Known, persons))
            yield rule.of(now.day, names=names, since=BESIDE_SINCE)
    yield NOW_VOTES.of(
        now.day, count=len(now.voters), proxies=by_proxy, votes=now.votes
    )
    if now.voters:
        yield from now.needed_beforehand


# ------------------------------------------------------------------- whom a sheet names
def sheet_of(read: ReadPresence, opened: World, found: Electorate) -> Sheet:
    """Find the persons a sheet names, members in office first.

    Raises:
        ProblemsError: the ledger knows nobody of that name; the nearest are offered.
    """
    called = {one: opened.persons.get(one, one) for one in found.in_office}
    wrong = [
        Found(keys, _unknown(person, called))
        for keys, person in read.persons()
        if _identify(person, called, opened) is None
    ]
    read.complain(wrong)

    def known(person: PersonName) -> str:
        return _identify(person, called, opened) or person_id(person)

    said = read.said
    return Sheet(
        present=tuple(dict.fromkeys(map(known, said.present))),
        proxies=tuple(
            (known(giver), known(holder)) for giver, holder in said.proxies.items()
        ),
        recused=tuple(dict.fromkeys(map(known, said.recused))),
        recused_as_representatives=tuple(
            dict.fromkeys(map(known, said.recused_as_representatives))
        ),
    )


def _identify(
    person: PersonName, called: Mapping[str, str], opened: World
) -> str | None:
    """Find a person by id; else by a name that one member in office alone bears."""
    written = person_id(person)
    if written in called:
        return written
    if not isinstance(person, Person):
        same = [one for one, name in called.items() if slug(name) == written]
        if len(same) == 1:
            return same[0]
    return written if written in opened.persons else None


def _unknown(person: PersonName, called: Mapping[str, str]) -> UnknownAttendeeError:
    """Offer names where a name was written, ids where an id was."""
    name = person.name if isinstance(person, Person) else person
    is_id = name == slug(name)
    return UnknownAttendeeError(
        name=name, known=[*(called if is_id else called.values())]
    )
