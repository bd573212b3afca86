"""Which entries does an answer rest on? First as few as may do, then more and more.

What is found is to be tried, not trusted: an answer is proven by entries from which it
follows again, to the byte. Acts are taken whole, for their decisions have numbers.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, get_args

import msgspec

from ledger.events.catalogue import MembershipDecision, bearing_on
from ledger.events.kind import Subject
from ledger.mapper import Entry
from ledger.tags import member_tag, tags_of
from projections.answers.cited import texts_in
from projections.timelines.world import World

FOUNDING = bearing_on(Subject.EVERY_ANSWER)
NAMING = bearing_on(Subject.IDENTITY)
SEATING = bearing_on(Subject.VOTES)

JOINING = get_args(MembershipDecision)
"""What tells how many members there are, and so what colleges."""


def provenance(
    entries: Sequence[Entry], world: World, answer: Any
) -> Iterator[list[Entry]]:
    """Give the entries an answer may rest on, fewest first, all of them last.

    First the acts it names; then those about the members it names; then those by
    which there are members; then all that bear on who sits.
    """
    said = {*texts_in(msgspec.to_builtins(answer))}
    members = {member_tag(one) for one in said if one in world.names}
    named = {one for one in said if one in world.known.acts}
    named |= {one.act for one in entries if isinstance(one.event, FOUNDING)}
    naming = [one for one in entries if isinstance(one.event, NAMING)]
    wider = (
        {one.act for one in naming if members & _tags(one)},
        {one.act for one in entries if members & _tags(one)},
        {one.act for one in entries if isinstance(one.event, JOINING)},
        {one.act for one in entries if isinstance(one.event, SEATING)},
        {one.act for one in entries},
    )
    corrections = _corrections(entries)
    chosen, size = named, 0
    for more in wider:
        chosen = _closed(chosen | more, corrections)
        found = [one for one in entries if one.act in chosen]
        if len(found) > size:
            yield found
        size = len(found)


def _tags(entry: Entry) -> set[str]:
    return {*tags_of(entry.event, entry.act)}


def _corrections(entries: Sequence[Entry]) -> Mapping[str, set[str]]:
    """List the acts that say something of an earlier act, by that act."""
    found: dict[str, set[str]] = {}
    for one in entries:
        target = getattr(one.event, "target", None)
        if target is not None:
            found.setdefault(target, set()).add(one.act)
    return found


def _closed(acts: set[str], corrections: Mapping[str, set[str]]) -> set[str]:
    """Add what corrects the acts, and what corrects that."""
    found, waiting = set(acts), list(acts)
    while waiting:
        more = corrections.get(waiting.pop(), set()) - found
        found |= more
        waiting += more
    return found
