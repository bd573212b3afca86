"""What of a subsidy is not set off, because a contribution never falls below zero?

A declared reading of conditions art. 5 (specification 9): a line of its own, so that
the lines of a member add up to what it owes.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal

import msgspec

from ledger.events.money import SUBSIDY, SUBSIDY_CAP
from projections.money.cents import shown_amount
from projections.money.prices import Due
from projections.money.tariffs import NOT_SET_OFF


def not_set_off(dues: Iterable[Due], untold: set[str]) -> Iterator[Due]:
    """Give a line to each member that is granted more than it owes.

    Whose dues are not established has none: nobody can tell what will be set off.
    """
    by_member: dict[str, list[Due]] = {}
    for due in dues:
        by_member.setdefault(due.line.member, []).append(due)
    for member, owed in by_member.items():
        granted = [due.line for due in owed if due.line.line == SUBSIDY]
        excess = -sum((Decimal(due.line.amount) for due in owed), Decimal(0))
        if member not in untold and granted and excess > 0:
            acts = dict.fromkeys(act for line in granted for act in line.because)
            made = msgspec.structs.replace(
                granted[-1],
                line=SUBSIDY_CAP,
                amount=shown_amount(excess),
                because=tuple(acts),
            )
            reason = NOT_SET_OFF.of(None, amount=made.amount, acts=made.because)
            yield Due(line=made, because=(reason,))
