"""Are enough members there to decide?

Statutes, clause quorum; specification section 8. Proxies do not count, and only for the
committee is a quorum laid down.
"""

from collections.abc import Collection
from datetime import date
from fractions import Fraction
from math import ceil

import msgspec

from ledger.authorities import COMMITTEE
from ledger.clauses import Clause
from ledger.language import N_
from ledger.statutes import Rules
from projections.reason import Reason, Rule, Value

DECIDES: tuple[Clause, ...] = ("quorum", "second-call")

COUNTED = Rule(
    "vote.quorum",
    N_("{present} members were present of {in_office} in office; {needed} are needed."),
    "quorum",
)
REACHED = Rule(
    "ballot.quorum",
    N_(
        "{present} of {in_office} members in office are present: the quorum, {needed}, "
        "is reached. Proxies do not count."
    ),
    "quorum",
)
NOT_REACHED = Rule(
    "ballot.no-quorum",
    N_(
        "{present} of {in_office} members in office are present: {missing} more are "
        "needed for the quorum, {needed}; proxies do not count. Nothing can be "
        "adopted; a second session, {days} days later or more, needs no quorum."
    ),
    "quorum",
)
NOT_REQUIRED = Rule(
    "ballot.second-call",
    N_(
        "{present} of {in_office} members in office are present, and the quorum would "
        "be {needed}; but the session on record is a second call, which needs none."
    ),
    "second-call",
)
BESIDE_SINCE = date(2022, 2, 23)
"""Since when representatives who leave are out of the base as well: law 2022-217."""

UNRULED = Rule("ballot.quorum-unruled", N_("No quorum is laid down for this body."))

SECOND_CALL = Rule(
    "vote.session.second-call",
    N_("It was the second call of {first}: no quorum is needed."),
    "second-call",
)

NO_ATTENDANCE = Rule(
    "vote.quorum.unknown",
    N_("Who attended {session} is not on record; the quorum is not judged."),
    "quorum",
)


UNTOLD_PRESENCE = Rule(
    "session.order",
    N_(
        "The act is not in the order of its session, so that nobody can tell whether "
        "these were there for it, and they count for no quorum: {names}."
    ),
    "quorum",
)


class Quorum(msgspec.Struct, frozen=True):
    """How many members are present of those in office, and how many must be."""

    day: date
    present: int
    in_office: int
    needed: int

    @property
    def is_met(self) -> bool:
        """Tell whether enough are present."""
        return self.present >= self.needed

    @property
    def missing(self) -> int:
        """Tell how many more would have to come."""
        return max(self.needed - self.present, 0)

    @property
    def numbers(self) -> dict[str, int]:
        """List what a sentence about it is said of."""
        return {
            "present": self.present,
            "in_office": self.in_office,
            "needed": self.needed,
        }

    @property
    def because(self) -> tuple[Reason, ...]:
        """Say of a vote that was held who was there for it."""
        reached = "yes" if self.is_met else "no"
        return (COUNTED.of(self.day, **self.numbers, reached=reached),)

    def beforehand(self, *, is_required: bool, call_days: int) -> Reason:
        """Say before a vote whether it can be held; a second call is `call_days` off.

        A lawful second call does not require what it lacks.
        """
        said: dict[str, Value] = {**self.numbers}
        if self.is_met:
            return REACHED.of(self.day, **said)
        if not is_required:
            return NOT_REQUIRED.of(self.day, **said)
        said |= {"missing": self.missing, "days": call_days}
        return NOT_REACHED.of(self.day, **said)


class Leaving(msgspec.Struct, frozen=True):
    """Who leaves for a question, and so is not among those present for it.

    The recused (CGCT L.2131-11; CE 19 January 1983, Chauré) and the president for the
    accounts (CGCT L.2121-14) are in office all the same; those `beside` are not counted
    there either (CGCT L.1111-6 II).
    """

    persons: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()

    def staying(self, in_office: Collection[str]) -> set[str]:
        """List who stays for the vote, and so may hold a proxy."""
        return {*in_office} - self.persons


NOBODY_LEAVES = Leaving()


def leaving(
    day: date, recused: Collection[str], as_representatives: Collection[str] = ()
) -> Leaving:
    """Tell who leaves for a question of a day, having an interest."""
    beside = frozenset(as_representatives)
    is_in_force = day >= BESIDE_SINCE
    return Leaving(beside.union(recused), beside if is_in_force else frozenset())


def share_present(body: str, rules: Rules) -> str | None:
    """Tell the share of a body's members that must be present; None for no quorum."""
    return rules.quorum if body == COMMITTEE else None


def quorum(
    share: str | None,
    day: date,
    in_office: Collection[str],
    present: Collection[str],
    leaving: Leaving = NOBODY_LEAVES,
) -> Quorum | None:
    """Hold who is present for a question against the quorum; None where there is none.

    >>> found = quorum("1/2", date(2024, 6, 13), ["a", "b", "c"], ["a", "guest"])
    >>> found.present, found.needed, found.is_met
    (1, 2, False)
    """
    if share is None:
        return None
    counted = {*in_office} - leaving.beside
    there = counted & {*present} - leaving.persons
    needed = ceil(Fraction(share) * len(counted))
    return Quorum(day, len(there), len(counted), needed)
