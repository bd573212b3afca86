"""What each kind of decision is called, in a chronicle that people read."""

from collections import Counter
from datetime import date

from ledger.events.catalogue import DECISIONS
from ledger.language import translate as _
from presentation import words
from projections.changes.deeds import Deed
from projections.naming.names import name_on
from projections.timelines.world import World

MOST = 3
"""Decisions of one kind that are listed one by one; of more, the number is told."""

_OF_MEMBERS = {
    name
    for name, kind in DECISIONS.items()
    if not {"member", "into", "institution"}.isdisjoint(kind.__struct_fields__)
}
"""Decisions that are mostly taken about another: their member is named."""


def told(deeds: tuple[Deed, ...], world: World, at: date) -> list[str]:
    """Tell what an act decided: one by one, or how many of a kind."""
    counts = Counter(deed.type for deed in deeds)
    found = []
    for kind, count in counts.items():
        if count > MOST:
            found.append(_(DECISIONS[kind].KIND.label) + f" ({count})")
        else:
            found += [_one(deed, world, at) for deed in deeds if deed.type == kind]
    return found


def _one(deed: Deed, world: World, at: date) -> str:
    about = deed.target or deed.about or ""
    if deed.person is not None:
        about = world.persons.get(deed.person, deed.person)
    elif deed.type in _OF_MEMBERS and deed.member is not None:
        named = name_on(world, deed.member, at)
        about = f"{named}, {about}" if about else named
    kind = _(DECISIONS[deed.type].KIND.label)
    return words.labelled(kind, about) if about else kind
