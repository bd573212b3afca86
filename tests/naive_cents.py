"""Reckon with fractions, and write euros and cents only at the end.

Nothing of the program is imported here.
"""

from datetime import date
from fractions import Fraction
from typing import Any


def part_of_year(days: set[str], year: int, prorata: str) -> Fraction:
    """Tell which part of a price is owed."""
    if prorata == "monthly":
        return Fraction(len({day[:7] for day in days}), 12)
    if prorata == "daily":
        whole = (date(year + 1, 1, 1) - date(year, 1, 1)).days
        return Fraction(len(days), whole)
    return Fraction(1)


def divided(amount: str, shares: dict[str, str]) -> dict[str, Fraction]:
    """Give each its whole cents, then the left-over cents one by one."""
    cents = Fraction(amount) * 100
    exact = {who: cents * Fraction(share) / 100 for who, share in shares.items()}
    given = {who: Fraction(int(part)) for who, part in exact.items()}
    served: set[str] = set()
    while sum(given.values()) < cents:
        waiting = [who for who in shares if who not in served]
        largest = max(exact[who] - int(exact[who]) for who in waiting)
        first = next(who for who in waiting if exact[who] - int(exact[who]) == largest)
        given[first] += 1
        served.add(first)
    return {who: part / 100 for who, part in given.items()}


def summed(decisions: list[dict[str, Any]], member: str) -> Fraction:
    """Sum the amounts of a member."""
    amounts = [Fraction(one["amount"]) for one in decisions if one["member"] == member]
    return sum(amounts, Fraction(0))


def not_set_off(
    lines: list[tuple[str, str, str, str, str]], untold: set[str]
) -> list[tuple[str, str, str, str, str]]:
    """Write what of their aid is too much, for who would owe less than nothing."""
    members = sorted({line[0] for line in lines} - untold)
    sums = {
        one: sum((Fraction(line[4]) for line in lines if line[0] == one), Fraction(0))
        for one in members
    }
    return [
        (one, "subsidy-cap", "", "", euros(-left))
        for one, left in sums.items()
        if left < 0
    ]


def euros(amount: Fraction) -> str:
    """Write euros and cents; half a cent is a cent."""
    sign = "-" if amount < 0 else ""
    cents = int(abs(amount) * 100 + Fraction(1, 2))
    return f"{sign}{cents // 100}.{cents % 100:02d}"
