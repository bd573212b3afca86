"""Write acts about associates, and list who was associated when. All is fictional."""

from datetime import date
from typing import Any

from ledger.acts.act import Act
from tests.history import COMMITTEE, History, act, complete, institution

COURT = "tribunal-administratif-de-lille"


def admits(member: str, on: str, **fields: Any) -> Act:
    """Let the committee admit an associate, in force that day unless said otherwise."""
    said = {"type": "associate-admitted", "institution": institution(member)}
    dates = fields or complete(on)
    return act(f"{COMMITTEE}/associe-{member}-{on}", said, **dates)


def parts(member: str, on: str, **fields: Any) -> Act:
    """Let an associate leave."""
    said = {"type": "associate-left", "member": member}
    return act(f"{COMMITTEE}/depart-{member}-{on}", said, **(fields or complete(on)))


def times(history: History, member: str) -> list[str]:
    """List the times of association, as `from..until`."""
    return [
        f"{stay.from_}..{stay.until or ''}"
        for stay in history.world().associates.of(member)
    ]


def associates(history: History, day: str) -> list[str]:
    """List who is associated on a day."""
    found = history.world().associates.on(date.fromisoformat(day))
    return sorted(stay.member for stay in found)
