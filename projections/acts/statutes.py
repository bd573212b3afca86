"""Which version of the statutes is in force on a date, and what are its rules?"""

from datetime import date
from typing import Any

import msgspec

from ledger.events.constitution import StatutesAdopted
from ledger.shipped import Articles
from ledger.statutes import Rules
from projections.acts.act_state import RecordAsOf
from projections.acts.executory import Executory
from projections.periods import months_later


class Version(msgspec.Struct, frozen=True):
    """A version of the statutes, with the rules it keeps from those before it.

    `names` are the fields that its own rules name, `articles` where its clauses stand,
    as far as the act that adopted it says so.
    """

    since: date
    version: str
    act: str
    rules: Rules
    names: frozenset[str] = frozenset()
    articles: Articles = {}

    @property
    def because(self) -> tuple[str, ...]:
        """Name the act that adopted it."""
        return (self.act,)


class Statutes(msgspec.Struct, frozen=True):
    """The versions whose entry into force is established, in its order."""

    versions: tuple[Version, ...] = ()

    def on(self, day: date) -> Version | None:
        """Tell the version in force on a day; None before the first."""
        return max(
            (version for version in self.versions if version.since <= day),
            key=lambda version: version.since,
            default=None,
        )

    def rules_on(self, day: date) -> Rules:
        """Tell the rules of a day; empty ones before the first version."""
        version = self.on(day)
        return version.rules if version else Rules()

    def fill_by(self, since: date) -> date | None:
        """Tell the last day to fill a delegate's seat that fell empty (art. 8.1).

        The month is that of the version in force that day; it is not *franc*.
        """
        months = self.rules_on(since).vacancy_months
        return months_later(since, months) if months is not None else None

    def days(self) -> tuple[date, ...]:
        """List the days on which a version enters into force."""
        return tuple(version.since for version in self.versions)


def statutes(known: RecordAsOf, executory: dict[str, Executory]) -> Statutes:
    """Lay the versions one over the other: each replaces the rules it names (art. 17).

    Of two that enter into force on one day, the one recorded later is the later.
    """
    adopted = sorted(
        (since, taken.position, act.reference, taken.decision)
        for act in known.acts.values()
        for taken in act.decisions
        if isinstance(taken.decision, StatutesAdopted)
        and (since := executory[act.reference].on) is not None
    )
    versions: dict[date, Version] = {}
    rules = Rules()
    for since, _position, act, decision in adopted:
        own = _named(decision.rules or Rules())
        rules = msgspec.structs.replace(rules, **own)
        versions[since] = Version(
            since,
            decision.version,
            act,
            rules,
            frozenset(own),
            {str(one): where for one, where in (decision.articles or {}).items()},
        )
    return Statutes(tuple(versions.values()))


def _named(rules: Rules) -> dict[str, Any]:
    """Give the fields that rules name."""
    return {
        field: value
        for field in Rules.__struct_fields__
        if (value := getattr(rules, field)) is not None
    }
