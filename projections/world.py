"""What holds in law, on every date, as far as it was known: all timelines at once."""

from collections.abc import Iterable
from datetime import date

import msgspec

from ledger.events.constitution import StatutesAdopted
from ledger.mapper import Entry
from projections.acts_as_known import ActAsKnown, AsKnown, acts_as_known
from projections.executory import Executory, IdentityOn, executory
from projections.identity import IdentityTimeline, identities
from projections.membership import Membership, membership
from projections.proceedings import Proceeding, proceedings


class World(msgspec.Struct, frozen=True):
    """The acts as known and what follows from them. No clock, no database."""

    known: AsKnown
    identities: dict[str, IdentityTimeline]
    executory: dict[str, Executory]
    proceedings: list[Proceeding]
    membership: Membership

    @property
    def known_at(self) -> str:
        """Tell the last position taken into account, as answers show it."""
        return f"#{self.known.position}"

    def statutes_on(self, day: date) -> str | None:
        """Tell the version of the statutes in force on a day."""
        versions = [
            (since, taken.position, taken.decision.version)
            for act in self.known.acts.values()
            for taken in act.decisions
            if isinstance(taken.decision, StatutesAdopted)
            and (since := self.executory[act.reference].on) is not None
            and since <= day
        ]
        return max(versions)[2] if versions else None


def world_of(entries: Iterable[Entry], *, position: int) -> World:
    """Derive all timelines from the entries up to a position, in order."""
    known = acts_as_known(entries)
    known.position = position
    named = identities(known)
    in_force = {
        reference: executory(act.registered, act.authority, _identity_of(act, named))
        for reference, act in known.acts.items()
    }
    found = proceedings(known, in_force)
    return World(known, named, in_force, found, membership(known, in_force, found))


def _identity_of(
    act: ActAsKnown, named: dict[str, IdentityTimeline]
) -> IdentityOn | None:
    timeline = named.get(act.authority)
    return timeline.on if timeline is not None else None
