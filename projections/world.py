"""What holds in law, on every date, as far as it was known: all timelines at once."""

from collections.abc import Iterable

import msgspec

from ledger.mapper import Entry
from projections.acts_as_known import ActAsKnown, AsKnown, acts_as_known
from projections.executory import Executory, IdentityOn, executory
from projections.identity import IdentityTimeline, identities
from projections.membership import Membership, membership
from projections.proceedings import Proceeding, proceedings
from projections.statutes import Statutes, statutes


class World(msgspec.Struct, frozen=True):
    """The acts as known and what follows from them. No clock, no database."""

    known: AsKnown
    identities: dict[str, IdentityTimeline]
    executory: dict[str, Executory]
    statutes: Statutes
    proceedings: list[Proceeding]
    membership: Membership

    @property
    def known_at(self) -> str:
        """Tell the last position taken into account, as answers show it."""
        return f"#{self.known.position}"


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
    return World(
        known=known,
        identities=named,
        executory=in_force,
        statutes=statutes(known, in_force),
        proceedings=found,
        membership=membership(known, in_force, found),
    )


def _identity_of(
    act: ActAsKnown, named: dict[str, IdentityTimeline]
) -> IdentityOn | None:
    timeline = named.get(act.authority)
    return timeline.on if timeline is not None else None
