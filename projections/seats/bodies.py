"""Which bodies are there: what each is made of, and what all are derived from."""

from collections.abc import Iterable
from datetime import date

import msgspec

from projections.acts.act_state import RecordAsOf
from projections.acts.statutes import Statutes
from projections.members.membership import Membership
from projections.periods import Period
from projections.reason import Reason, because
from projections.seats.elections import Vacant
from projections.seats.in_vain import Claim, Overbooked, SeatInVain
from projections.seats.mandates import Delegates, Vacancy
from projections.seats.regimes import Block, Regime
from projections.seats.seats import Existence, Seat


class EmptySeat(msgspec.Struct, frozen=True):
    """A seat without holder; a delegate's is to be filled by a day (clause vacancy).

    `since` is the day the delegate was missing from, be it before the body's time.
    """

    body: str
    member: str | None
    period: Period
    since: date
    opened: tuple[Reason, ...] = ()
    closed: tuple[Reason, ...] = ()
    fill_by: date | None = None
    office: str | None = None

    @property
    def key(self) -> tuple[str, ...]:
        """Tell what it is the time of."""
        return self.body, self.member or "", self.office or ""

    @property
    def because(self) -> tuple[str, ...]:
        """List the acts that emptied and filled it."""
        return because((*self.opened, *self.closed))

    def opened_on(self, _day: date) -> tuple[Reason, ...]:
        """Tell what emptied it, of whatever day it is said."""
        return self.opened

    @classmethod
    def of_delegate(
        cls, body: str, vacancy: Vacancy, during: Existence
    ) -> "EmptySeat | None":
        """Tell a delegate's empty seat in a body: the part the body allows."""
        part = vacancy.period.overlap(during.period)
        if part is None:
            return None
        begins_later = part.from_ != vacancy.period.from_
        ends_earlier = part.until != vacancy.period.until
        return cls(
            body,
            vacancy.member,
            part,
            vacancy.period.from_,
            during.opened if begins_later else vacancy.emptied,
            during.closed if ends_earlier else vacancy.closed,
        )

    @classmethod
    def of_elected(
        cls, body: str, empty: Vacant, office: str | None = None
    ) -> "EmptySeat":
        """Tell the empty seat of a representative, or of an officer."""
        since = empty.period.from_
        return cls(
            *(body, None, empty.period, since, empty.opened, empty.closed),
            office=office,
        )


class Body(msgspec.Struct):
    """One body: when it existed, who sat, what was empty."""

    existed: list[Period] = []
    seats: list[Seat] = []
    empty: list[EmptySeat] = []


class Bodies(msgspec.Struct):
    """All bodies by their id; and what designations and elections did not do.

    `overbooked` found no free seat; `in_vain` are those of which something is not so
    that they take for granted, `met` is what was so.
    """

    by_id: dict[str, Body] = {}
    overbooked: list[Overbooked] = []
    in_vain: list[SeatInVain] = []
    met: set[Claim] = set()

    def body(self, name: str) -> Body:
        """Find a body; one that never existed is empty."""
        return self.by_id.setdefault(name, Body())

    def judge(self, judged: Iterable[tuple[SeatInVain, bool]]) -> None:
        """Keep what elections take for granted, as it is so or not."""
        for one, is_so in judged:
            if is_so:
                self.met.add(one.claim)
            else:
                self.in_vain.append(one)


class Sources(msgspec.Struct, frozen=True):
    """The timelines the bodies are made of."""

    known: RecordAsOf
    membership: Membership
    statutes: Statutes
    delegates: Delegates
    block: list[Block]
    regimes: list[Regime]
