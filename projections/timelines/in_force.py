"""What follows from the acts, if the decisions now in force had been, and no others?

Each timeline is a pure function of the acts and of those before it, derived when a
question first needs it. It is right within the phase whose decisions these are.
"""

from datetime import date
from functools import cached_property
from typing import TypeVar

from ledger.events.catalogue import Decision
from ledger.events.event import Event
from ledger.tags import member_of
from projections.acts.act_state import ActState, Place, RecordAsOf
from projections.acts.executory import Executory
from projections.acts.identity import IdentityTimeline, identities
from projections.acts.statutes import Statutes, statutes
from projections.members.associates import Associates, associates
from projections.members.concordance import proceedings
from projections.members.membership import Membership, membership
from projections.members.proceedings import Proceeding
from projections.seats.bodies import Bodies, Sources
from projections.seats.committee import bodies
from projections.seats.delegates import delegates
from projections.seats.mandates import Delegates
from projections.seats.regimes import Block, Regime, communal_block
from projections.timelines.facts import Holdings

E = TypeVar("E", bound=Event)

Taken = tuple[ActState, Decision]
"""A decision, with its act."""

Agreed = tuple[tuple[Place, ...], str | None, date]
"""By which decisions, about which competence, and the day from which it holds."""


class InForce:
    """The acts as they read in one phase, and what follows from them."""

    def __init__(
        self,
        known: RecordAsOf,
        executory: dict[str, Executory],
        told: dict[str, IdentityTimeline] | None = None,
    ) -> None:
        """Take the acts, since when each is in force, and what they tell of whom."""
        self.known = known
        self.executory = executory
        if told is not None:
            self.identities = told

    @cached_property
    def identities(self) -> dict[str, IdentityTimeline]:
        """Tell what each institution is called and registered as."""
        return identities(self.known)

    @cached_property
    def statutes(self) -> Statutes:
        """Tell the versions of the statutes."""
        return statutes(self.known, self.executory)

    @cached_property
    def proceedings(self) -> list[Proceeding]:
        """Tell which approval answers which request."""
        return proceedings(self.known, self.executory)

    @cached_property
    def proceedings_of(self) -> dict[str, list[Proceeding]]:
        """Sort them by the institution whose they are, or are one day."""
        found: dict[str, list[Proceeding]] = {}
        for one in self.proceedings:
            for member in dict.fromkeys(one.names):
                found.setdefault(member, []).append(one)
        return found

    @cached_property
    def agreed(self) -> frozenset[Agreed]:
        """Tell what has been agreed and has a day on which it begins."""
        return frozenset(
            (one.places, one.competence, start)
            for one in self.proceedings
            if (start := one.start) is not None
        )

    @cached_property
    def membership(self) -> Membership:
        """Tell who is a member, for which competences."""
        return membership(self.known, self.executory, self.proceedings)

    @cached_property
    def holdings(self) -> Holdings:
        """Look up who is a member, and for what."""
        return Holdings(self)

    @cached_property
    def associates(self) -> Associates:
        """Tell who is associated, be it a member or not."""
        return associates(self.known, self.executory)

    @cached_property
    def delegates(self) -> Delegates:
        """Tell who is whose delegate."""
        return delegates(self.known, self.executory, self.membership, self.statutes)

    @cached_property
    def block(self) -> list[Block]:
        """Tell which members are communes or EPCI, and of which département."""
        return communal_block(self.membership, self.identities)

    def bodies(self, regimes: list[Regime]) -> Bodies:
        """Tell who sits in which body, under the regimes of the communal block."""
        return bodies(
            Sources(
                known=self.known,
                membership=self.membership,
                statutes=self.statutes,
                delegates=self.delegates,
                block=self.block,
                regimes=regimes,
            )
        )

    def decided(self, kind: type[E]) -> list[tuple[ActState, E]]:
        """List the decisions of a kind, with their acts, in order of position."""
        return self._by_kind.get(kind, [])  # type: ignore[return-value]

    def concerning(self, kind: type[E], member: str) -> list[tuple[ActState, E]]:
        """List those of a kind that concern one institution, with their acts."""
        return self._concerning.get((kind, member), [])  # type: ignore[return-value]

    @cached_property
    def _by_kind(self) -> dict[type[Event], list[Taken]]:
        found: dict[type[Event], list[Taken]] = {}
        for act in self.known.acts.values():
            for taken in act.decisions:
                decision = taken.decision
                found.setdefault(type(decision), []).append((act, decision))
        return found

    @cached_property
    def _concerning(self) -> dict[tuple[type[Event], str], list[Taken]]:
        found: dict[tuple[type[Event], str], list[Taken]] = {}
        for kind, decided in self._by_kind.items():
            for act, decision in decided:
                member = member_of(decision, act.reference)
                if member is not None:
                    found.setdefault((kind, member), []).append((act, decision))
        return found
