"""Chance without dice: the same key always draws the same lot, on every machine."""

import hashlib
from collections.abc import Iterable
from datetime import date, timedelta

_SATURDAY = 5


def draw(key: str, below: int) -> int:
    """Draw a number from 0, below a limit."""
    return int(hashlib.sha256(key.encode()).hexdigest(), 16) % below


def shuffled(items: Iterable[str], key: str) -> list[str]:
    """Put texts into an order that looks like none."""
    return sorted(items, key=lambda item: draw(f"{key} {item}", 10**9))


def after(day: date, days: int) -> date:
    """Tell the day so many days later, or the Monday after where it is a week-end."""
    later = day + timedelta(days=days)
    while later.weekday() >= _SATURDAY:
        later += timedelta(days=1)
    return later
