"""What holds in law, on every date, as far as it was known: the timelines."""

from collections.abc import Iterable
from functools import cached_property

from ledger.events.catalogue import Decision
from ledger.events.event import Event
from ledger.mapper import Entry
from ledger.tags import member_of
from projections.acts_as_known import ActAsKnown, AsKnown
from projections.bodies import Bodies, Sources
from projections.committee import bodies
from projections.delegates import Delegates, delegates
from projections.executory import Executory, IdentityOn, executory
from projections.first_fold import acts_as_known
from projections.identity import IdentityTimeline, identities
from projections.membership import Membership, membership
from projections.persons import person_names
from projections.proceedings import Proceeding, proceedings
from projections.regimes import Block, Regime, communal_block, regimes
from projections.statutes import Statutes, statutes
from projections.stays import Stay


class World:
    """The acts as known and what follows from them. No clock, no database.

    Each timeline is a pure function of the acts and of those before it, derived when a
    question first needs it.
    """

    def __init__(self, known: AsKnown) -> None:
        """Take the acts as known."""
        self.known = known

    @property
    def known_at(self) -> str:
        """Tell the last position taken into account, as answers show it."""
        return f"#{self.known.position}"

    @cached_property
    def identities(self) -> dict[str, IdentityTimeline]:
        """Tell what each institution is called and registered as."""
        return identities(self.known)

    @cached_property
    def executory(self) -> dict[str, Executory]:
        """Tell when each act is in force."""
        return {
            reference: executory(act.registered, act.authority, self._identity_of(act))
            for reference, act in self.known.acts.items()
        }

    @cached_property
    def statutes(self) -> Statutes:
        """Tell the versions of the statutes."""
        return statutes(self.known, self.executory)

    @cached_property
    def proceedings(self) -> list[Proceeding]:
        """Tell which approval answers which request."""
        return proceedings(self.known, self.executory)

    @cached_property
    def membership(self) -> Membership:
        """Tell who is a member, for which competences."""
        return membership(self.known, self.executory, self.proceedings)

    @cached_property
    def stays_of(self) -> dict[tuple[str, str | None], list[Stay]]:
        """Sort the stays by member and competence."""
        found: dict[tuple[str, str | None], list[Stay]] = {}
        for stay in self.membership.stays:
            found.setdefault((stay.member, stay.competence), []).append(stay)
        return found

    @cached_property
    def delegates(self) -> Delegates:
        """Tell who is whose delegate."""
        return delegates(self.known, self.executory, self.membership, self.statutes)

    @cached_property
    def block(self) -> list[Block]:
        """Tell which members are communes or EPCI, and of which département."""
        return communal_block(self.membership, self.identities)

    @cached_property
    def regimes(self) -> list[Regime]:
        """Tell how the communal block is represented."""
        return regimes(self.block, self.statutes)

    @cached_property
    def bodies(self) -> Bodies:
        """Tell who sits in which body."""
        return bodies(
            Sources(
                known=self.known,
                membership=self.membership,
                statutes=self.statutes,
                delegates=self.delegates,
                block=self.block,
                regimes=self.regimes,
            )
        )

    @cached_property
    def decisions(self) -> dict[type[Event], list[tuple[ActAsKnown, Decision]]]:
        """Sort the decisions by kind, with their acts, in order of position."""
        found: dict[type[Event], list[tuple[ActAsKnown, Decision]]] = {}
        for act in self.known.acts.values():
            for taken in act.decisions:
                decision = taken.decision
                found.setdefault(type(decision), []).append((act, decision))
        return found

    @cached_property
    def decisions_of(
        self,
    ) -> dict[tuple[type[Event], str], list[tuple[ActAsKnown, Decision]]]:
        """Sort the decisions by kind and by the institution each concerns."""
        found: dict[tuple[type[Event], str], list[tuple[ActAsKnown, Decision]]] = {}
        for kind, decided in self.decisions.items():
            for act, decision in decided:
                member = member_of(decision, act.reference)
                if member is not None:
                    found.setdefault((kind, member), []).append((act, decision))
        return found

    @cached_property
    def persons(self) -> dict[str, str]:
        """Tell the names of persons, by id."""
        return person_names(self.known)

    def _identity_of(self, act: ActAsKnown) -> IdentityOn | None:
        timeline = self.identities.get(act.authority)
        return timeline.on if timeline is not None else None


def world_of(entries: Iterable[Entry], *, position: int) -> World:
    """Fold the entries up to a position, in order, into a world."""
    known = acts_as_known(entries)
    known.position = position
    return World(known)
