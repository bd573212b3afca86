"""What are the lines of the annexes, each from which day until which?

All that an index keeps (`smo index`): a line is evaluated on every day on which it may
change, by what answers on a day (`register/annexes.py`, `pending.py`), and kept while
it stays the same. Which days these are is all this module adds.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from itertools import chain
from typing import Any

import msgspec

from ledger.storage.index_line import IndexLine
from projections.index.statutes import InForceVersion
from projections.members.proceedings import Proceeding
from projections.members.tenures import Tenure
from projections.naming.names import member_rank
from projections.periods import Period, earliest, known
from projections.register.annexes import (
    associate_line,
    associate_rank,
    member_line,
    transfer_line,
    transfer_rank,
)
from projections.register.expected import (
    about_associates,
    associates_rank,
    expected_by,
    undated_founders,
    unnamed_founder,
    whose,
)
from projections.register.pending import pending_rank, shown, waits
from projections.timelines.facts import DatedFact
from projections.timelines.in_force import Taken
from projections.timelines.world import World

ALWAYS = Period(date.min)


Ranked = tuple[tuple[Any, ...], msgspec.Struct]
"""Where a line stands among those of its day, and the line."""

_Span = tuple[tuple[Any, ...], Period, msgspec.Struct]


def annex_lines(world: World) -> Iterator[IndexLine]:
    """List all lines annexes 1 and 2 ever show, part by part, in their order."""
    parts = {
        "members": _members(world),
        "transfers": _transfers(world),
        "associates": _associates(world),
        "undated": _undated(world),
        "unnamed": _unnamed(world),
        "pending": _pending(world),
        "awaited": _awaited(world),
        "statutes": _statutes(world),
    }
    for part, spans in parts.items():
        in_order = sorted(spans, key=lambda span: (span[0], span[1].from_))
        for number, (_rank, period, line) in enumerate(in_order, start=1):
            until = period.until.isoformat() if period.until is not None else None
            text = msgspec.json.encode(line).decode()
            yield IndexLine(part, number, period.from_.isoformat(), until, text)


# ------------------------------------------------------------------- parts
def _members(world: World) -> Iterator[_Span]:
    def show(tenure: Tenure, place: int, day: date) -> Ranked:
        line = member_line(world, tenure.seen_on(day), day)
        return (*member_rank(world, tenure.member, day), place), line

    for place, fact in enumerate(world.facts.members.facts):
        days = _days_of_tenure(world, fact)
        yield from _spans(fact.period, days, partial(show, fact.value, place))


def _transfers(world: World) -> Iterator[_Span]:
    def show(tenure: Tenure, place: int, day: date) -> Ranked:
        line = transfer_line(world, tenure.seen_on(day), day)
        return (*transfer_rank(world, tenure, day), place), line

    for place, fact in enumerate(world.facts.competences.facts):
        days = _days_of_tenure(world, fact)
        yield from _spans(fact.period, days, partial(show, fact.value, place))


def _associates(world: World) -> Iterator[_Span]:
    def show(tenure: Tenure, place: int, day: date) -> Ranked:
        line = associate_line(world, tenure, day)
        return (*associate_rank(world, tenure, day), place), line

    for place, fact in enumerate(world.facts.associates.facts):
        days = _days_of_tenure(world, fact)
        yield from _spans(fact.period, days, partial(show, fact.value, place))


def _undated(world: World) -> Iterator[_Span]:
    def show(place: int, day: date) -> Ranked:
        return (place,), shown(world, undated_founders(world)[place], day)

    for place in range(len(undated_founders(world))):
        days = _days_named(world, world.membership.founders)
        yield from _spans(ALWAYS, days, partial(show, place))


def _unnamed(world: World) -> Iterator[_Span]:
    def show(founder: str, place: int, day: date) -> Ranked | None:
        found = unnamed_founder(world, founder, day)
        return None if found is None else ((place,), shown(world, found, day))

    for place, founder in enumerate(world.membership.unnamed):
        days = chain(_edges(world, founder), _days_named(world, [founder]))
        yield from _spans(ALWAYS, days, partial(show, founder, place))


def _pending(world: World) -> Iterator[_Span]:
    def show(found: Proceeding, place: int, day: date) -> Ranked | None:
        waiting = waits(world, found, day)
        if waiting is None:
            return None
        rank = pending_rank(world, waiting, day)
        return (*rank, place), shown(world, waiting, day)

    for phase, part in zip(world.phases, world.parts, strict=True):
        for place, found in enumerate(part.proceedings):
            within = phase.period.overlap(_time_to_wait(found))
            if within is not None:
                days = _days_of_proceeding(world, found)
                yield from _spans(within, days, partial(show, found, place))


def _awaited(world: World) -> Iterator[_Span]:
    def show(taken: Taken, place: int, day: date) -> Ranked | None:
        found = expected_by(world, taken, day)
        if found is None:
            return None
        rank = associates_rank(world, found, day)
        return (*rank, place), shown(world, found, day)

    for phase, part in zip(world.phases, world.parts, strict=True):
        for place, taken in enumerate(about_associates(part)):
            act, member = taken[0], whose(taken)
            days = chain(
                known(act.adopted_on, world.executory[act.reference].on),
                _edges(world, member),
                _days_named(world, [member]),
            )
            yield from _spans(phase.period, days, partial(show, taken, place))


def _statutes(world: World) -> Iterator[_Span]:
    def show(day: date) -> Ranked | None:
        found = world.statutes.on(day)
        if found is None:
            return None
        return (), InForceVersion(found.version, found.rules.competences or ())

    yield from _spans(ALWAYS, world.statutes.days(), show)


# ------------------------------------------------------------------- days
def _spans(
    within: Period, days: Iterable[date], show: Callable[[date], Ranked | None]
) -> Iterator[_Span]:
    """Show a line on each of the days it may change, and join what stays the same."""
    cuts = sorted({within.from_, *filter(within.holds_on, days)})
    last: tuple[Ranked, date] | None = None
    for day in cuts:
        shown = show(day)
        if last is not None and shown != last[0]:
            (rank, line), since = last
            yield rank, Period(since, day), line
            last = None
        if last is None and shown is not None:
            last = shown, day
    if last is not None:
        (rank, line), since = last
        yield rank, Period(since, within.until), line


def _time_to_wait(found: Proceeding) -> Period:
    """Tell the time out of which a proceeding surely does not wait."""
    adopted = [side.adopted_on or date.min for side in found.sides]
    until = earliest(found.start, found.lapsed_on)
    first = min(adopted)
    return Period(first, max(until, first) if until is not None else None)


def _days_of_proceeding(world: World, found: Proceeding) -> Iterator[date]:
    members = [found.member, *(heir for _day, heir in found.heirs)]
    yield from (day for day, _heir in found.heirs)
    yield from _days_named(world, members)
    for member in members:
        yield from _edges(world, member)


def _days_of_tenure(world: World, fact: DatedFact[Tenure]) -> Iterator[date]:
    yield from fact.cuts
    yield from _days_named(world, [fact.value.member])


def _days_named(world: World, members: Iterable[str]) -> Iterator[date]:
    """List the days on which what institutions are called or registered as changes."""
    for member in members:
        for timelines in (world.identities, world.names):
            if member in timelines:
                yield from timelines[member].days


def _edges(world: World, member: str) -> Iterator[date]:
    """List the days on which what an institution is or holds begins or ends."""
    facts = world.facts
    for relation in (facts.members, facts.competences, facts.associates):
        for fact in relation.facts_about(member):
            yield from fact.edges
