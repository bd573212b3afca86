"""Which conditions are in force on a day, and which of their articles says it?

A committee adopts the *conditions techniques, administratives et financières* of each
competence, version by version, and each version numbers its articles its own way. What
cites the conditions cites them here.
"""

from datetime import date
from typing import Literal

import msgspec

from ledger.events.constitution import ConditionsAdopted
from ledger.language import N_
from projections.timelines.in_force import InForce
from projections.world import World

Clause = Literal["procedure", "contribution", "payment"]

NUMBERS: dict[str, dict[Clause, int]] = {
    "2019-12": {"procedure": 5, "contribution": 6},
    "2023-18": {"procedure": 4, "contribution": 5, "payment": 7},
}
"""The articles of each version of the conditions, by what they are about.

The version of 2019 has no clause on payment: its art. 7 is about its own changes.
"""

LATEST = "2023-18"
"""A version whose articles are not listed is read as numbered like this one."""

PROCEDURE = N_("conditions, art. 4 (art. 5 in the version 2019-12)")
CONTRIBUTION = N_("conditions, art. 5 (art. 6 in the version 2019-12)")
PAYMENT = N_("conditions 2023-18, art. 7, read for every call")
"""How a clause is cited where no version is in force; that on payment, always."""


class Conditions(msgspec.Struct, frozen=True, order=True):
    """A version of the conditions of a competence; the later is the greater."""

    since: date
    position: int
    version: str
    competence: str


def number_of(clause: Clause, version: str | None) -> int | None:
    """Tell the article of a clause in a version; None where the version has none.

    >>> number_of("procedure", "2019-12"), number_of("procedure", "2023-18")
    (5, 4)
    """
    return NUMBERS.get(version or LATEST, NUMBERS[LATEST]).get(clause)


def ever_in_force(world: World) -> list[Conditions]:
    """List the versions whose entry into force is known, whatever became of them."""
    return _versions(world, world.ever)


def conditions_on(world: World, day: date, *competences: str) -> Conditions | None:
    """Find the conditions in force on a day for the first competence with some.

    Without competences named: the latest, whatever about.
    """
    in_force = [one for one in _versions(world, world.on(day)) if one.since <= day]
    if not competences:
        return in_force[-1] if in_force else None
    for competence in competences:
        found = [one for one in in_force if one.competence == competence]
        if found:
            return found[-1]
    return None


def version_on(world: World, day: date) -> str | None:
    """Tell the version of the conditions in force on a day, whatever about."""
    found = conditions_on(world, day)
    return found.version if found else None


def _versions(world: World, part: InForce) -> list[Conditions]:
    return sorted(
        Conditions(since, act.position, decision.version, decision.competence)
        for act, decision in part.decisions.get(ConditionsAdopted, ())
        if isinstance(decision, ConditionsAdopted)
        and (since := world.executory[act.reference].on) is not None
    )
