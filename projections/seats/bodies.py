"""Which bodies are there: what each is made of, and what all are derived from."""

from datetime import date

import msgspec

from projections.acts.as_known import AsKnown
from projections.members.membership import Membership
from projections.periods import Period
from projections.seats.designations import Overbooked
from projections.seats.mandates import Delegates
from projections.seats.regimes import Block, Regime
from projections.seats.seats import Seat
from projections.statutes import Statutes


class EmptySeat(msgspec.Struct, frozen=True):
    """A seat without holder; a delegate's is to be filled by a day (art. 8.1).

    `since` is the day the delegate was missing from, be it before the body's time.
    """

    body: str
    member: str | None
    period: Period
    since: date
    fill_by: date | None = None
    office: str | None = None

    @property
    def key(self) -> tuple[str, ...]:
        """Tell what it is the time of."""
        return self.body, self.member or "", self.office or ""

    @property
    def because(self) -> tuple[str, ...]:
        """Tell that it rests on no act of its own."""
        return ()


class Body(msgspec.Struct):
    """One body: when it existed, who sat, what was empty."""

    existed: list[Period] = []
    seats: list[Seat] = []
    empty: list[EmptySeat] = []


class Bodies(msgspec.Struct):
    """All bodies by their id, and the designations and elections without free seat."""

    by_id: dict[str, Body] = {}
    overbooked: list[Overbooked] = []

    def body(self, name: str) -> Body:
        """Find a body; one that never existed is empty."""
        return self.by_id.setdefault(name, Body())


class Sources(msgspec.Struct, frozen=True):
    """The timelines the bodies are made of."""

    known: AsKnown
    membership: Membership
    statutes: Statutes
    delegates: Delegates
    block: list[Block]
    regimes: list[Regime]
