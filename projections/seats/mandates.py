"""What is a delegate's mandate, and an empty seat of a member (statutes art. 8.1)?"""

from datetime import date

import msgspec

from projections.periods import Period
from projections.seats.designations import Overbooked


class Mandate(msgspec.Struct, frozen=True):
    """A person's time as a member's delegate.

    `holdovers` are the times after a renewal, until the member designates. `is_assumed`
    says that the day a successor was installed is not stated: that of the act's effect
    is taken.
    """

    member: str
    person: str
    period: Period
    opened: tuple[str, ...]
    closed: tuple[str, ...] = ()
    holdovers: tuple[Period, ...] = ()
    is_assumed: bool = False

    @property
    def key(self) -> tuple[str, str]:
        """Tell what it is the time of."""
        return self.member, self.person

    @property
    def because(self) -> tuple[str, ...]:
        """List the acts that opened and closed it."""
        return tuple(dict.fromkeys([*self.opened, *self.closed]))


class Vacancy(msgspec.Struct, frozen=True):
    """A delegate's seat of a member that is empty."""

    member: str
    period: Period

    @property
    def key(self) -> tuple[str, ...]:
        """Tell what it is the time of."""
        return (self.member,)

    @property
    def because(self) -> tuple[str, ...]:
        """Tell that it rests on no act of its own."""
        return ()


class Delegates(msgspec.Struct, frozen=True):
    """All mandates and vacancies; and the designations that found no free seat."""

    mandates: tuple[Mandate, ...] = ()
    vacancies: tuple[Vacancy, ...] = ()
    overbooked: tuple[Overbooked, ...] = ()

    def ended_on(self, member: str, day: date) -> list[Mandate]:
        """List the mandates of a member's delegates that ended on a day."""
        return [
            one
            for one in self.mandates
            if one.member == member and one.period.until == day
        ]
