"""What of a subsidy is not set off, because a contribution never falls below zero?

A declared reading of conditions art. 5 (specification 9): a line of its own, so that
the lines of a member add up to what it owes.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal

import msgspec

from ledger.events.money import SUBSIDY, SUBSIDY_CAP
from projections.money.cents import shown_amount
from projections.money.prices import Line


def not_set_off(lines: Iterable[Line], untold: set[str]) -> Iterator[Line]:
    """Give a line to each member that is granted more than it owes.

    Whose dues are not established has none: nobody can tell what will be set off.
    """
    by_member: dict[str, list[Line]] = {}
    for line in lines:
        by_member.setdefault(line.member, []).append(line)
    for member, owed in by_member.items():
        granted = [line for line in owed if line.line == SUBSIDY]
        excess = -sum((Decimal(line.amount) for line in owed), Decimal(0))
        if member not in untold and granted and excess > 0:
            because = dict.fromkeys(act for line in granted for act in line.because)
            yield msgspec.structs.replace(
                granted[-1],
                line=SUBSIDY_CAP,
                amount=shown_amount(excess),
                because=tuple(because),
            )
