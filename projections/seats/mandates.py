"""What is a delegate's mandate, and an empty seat of a member (statutes, delegates)?"""

from collections.abc import Iterator
from datetime import date

import msgspec

from projections.periods import Period
from projections.reason import Person, Reason, because
from projections.seats.designations import (
    EMPTY_SINCE_ENDED,
    EMPTY_SINCE_JOINED,
    EMPTY_SINCE_LEFT,
    MORE_SEATS,
    VACATED,
)
from projections.seats.in_vain import Claim, Overbooked, SeatInVain


class Holdover(msgspec.Struct, frozen=True):
    """A time after a renewal, until the member designates; and who was renewed."""

    period: Period
    renewed: Reason


class NewTerm(msgspec.Struct, frozen=True):
    """The day somebody was installed again after a renewal: who was renewed, by what.

    The mandate as delegate goes on; what was won with it by election does not.
    """

    on: date
    renewed: Reason
    designated: tuple[Reason, ...]


class Mandate(msgspec.Struct, frozen=True):
    """A person's time as a member's delegate, and what opened and closed it.

    `is_assumed` says that the day a successor was installed is not stated: that of the
    act's effect is taken.
    """

    member: str
    person: str
    period: Period
    opened: tuple[Reason, ...]
    closed: tuple[Reason, ...] = ()
    holdovers: tuple[Holdover, ...] = ()
    is_assumed: bool = False
    terms: tuple[NewTerm, ...] = ()

    @property
    def key(self) -> tuple[str, str]:
        """Tell what it is the time of."""
        return self.member, self.person

    @property
    def kind(self) -> tuple[str, ...]:
        """Tell which seats it is one of: the member's."""
        return (self.member,)

    @property
    def because(self) -> tuple[str, ...]:
        """List the acts that opened and closed it."""
        return because((*self.opened, *self.closed))


class Vacancy(msgspec.Struct, frozen=True):
    """A delegate's seat of a member that is empty: what emptied it, what filled it.

    What emptied it comes after what it had been held by.
    """

    member: str
    period: Period
    opened: tuple[Reason, ...] = ()
    closed: tuple[Reason, ...] = ()

    @property
    def key(self) -> tuple[str, ...]:
        """Tell what it is the time of."""
        return (self.member,)

    @property
    def because(self) -> tuple[str, ...]:
        """List the acts behind its beginning and its end."""
        return because((*self.opened, *self.closed))

    @property
    def departures(self) -> tuple[Reason, ...]:
        """Tell how the seat was left; nothing where nobody had held it."""
        return tuple(
            one
            for one in self.opened
            if one.rule in {EMPTY_SINCE_LEFT, EMPTY_SINCE_ENDED}
        )

    @property
    def emptied(self) -> tuple[Reason, ...]:
        """Tell what emptied it: a departure, an adhesion, new statutes."""
        return self.departures or self.opened

    def opened_on(self, day: date) -> Iterator[Reason]:
        """Tell what emptied it as if it had been that day, on which it resumes."""
        for one in self.opened:
            if one.rule in {EMPTY_SINCE_JOINED, MORE_SEATS}:
                yield one.rule.of(day, **{**dict(one.values), "since": day})
            elif one.rule not in {EMPTY_SINCE_LEFT, EMPTY_SINCE_ENDED}:
                yield one


class Delegates(msgspec.Struct, frozen=True):
    """All mandates and vacancies; and what the designations did not do.

    `overbooked` found no free seat. What is `in_vain` gave no mandate, or speaks of one
    that nobody knows of; what speaks of one that was there is `met`.
    """

    mandates: tuple[Mandate, ...] = ()
    vacancies: tuple[Vacancy, ...] = ()
    overbooked: tuple[Overbooked, ...] = ()
    in_vain: tuple[SeatInVain, ...] = ()
    met: frozenset[Claim] = frozenset()


def departure(mandate: Mandate) -> Iterator[Reason]:
    """Tell what a seat had been held by, and how it was left."""
    until = mandate.period.until
    yield from mandate.opened
    left = [dict(one.values) for one in mandate.closed if one.rule == VACATED]
    for said in left:
        names = ("person", "on", "reason", "act")
        yield EMPTY_SINCE_LEFT.of(until, **{name: said[name] for name in names})
    if not left:
        acts = because(mandate.closed)
        yield EMPTY_SINCE_ENDED.of(
            until, person=Person(mandate.person), until=until, acts=acts
        )
