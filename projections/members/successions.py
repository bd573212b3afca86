"""Who succeeded whom when members merged, and from which day?

CGCT L.2113-5: the new commune takes the place of the former in all their acts.
"""

from collections.abc import Iterable
from datetime import date

from ledger.events.membership import MembersMerged
from projections.acts.act_state import RecordAsOf

Heirs = tuple[tuple[date, str], ...]
"""The heirs of a member, one after the other, each from a day on."""


def successions(known: RecordAsOf) -> dict[str, Heirs]:
    """Tell the heirs of each member that merged."""
    merged: dict[str, tuple[date, str]] = {}
    for act in known.acts.values():
        for taken in act.decisions:
            if isinstance(taken.decision, MembersMerged):
                into = str(taken.decision.into.id)
                for member in taken.decision.members:
                    if member != into:
                        merged[member] = (taken.decision.from_, into)
    return {member: tuple(_line(member, merged)) for member in merged}


def heir_on(member: str, heirs: Heirs, day: date) -> str:
    """Tell who has a member's place on a day."""
    return next((heir for since, heir in reversed(heirs) if since <= day), member)


def _line(
    member: str, merged: dict[str, tuple[date, str]]
) -> Iterable[tuple[date, str]]:
    """Follow the heirs; two that claim to have merged into each other end the line."""
    seen = {member}
    while member in merged:
        since, member = merged[member]
        if member in seen:
            return
        seen.add(member)
        yield since, member
