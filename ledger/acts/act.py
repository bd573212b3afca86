"""An act whole: what it says of itself, its vote, and the decisions it takes."""

from collections.abc import Iterator

import msgspec

from ledger.acts.problems import Keys
from ledger.acts.rectifying import with_fields
from ledger.authorities import COMMITTEE, authority_of
from ledger.editions import stored_edition
from ledger.events.catalogue import Decision, StoredEvent
from ledger.events.registration import (
    ActRegistered,
    AssemblyVoteCast,
    CommitteeVoteCast,
)
from ledger.votes import ReportedVote, Vote, votes_in


class Act(msgspec.Struct, frozen=True):
    """An act as the acts file holds it, decoded."""

    registered: ActRegistered
    vote: ReportedVote | None = None
    decisions: tuple[Decision, ...] = ()

    @property
    def reference(self) -> str:
        """Tell the name the act is known by, `authority/number`."""
        return self.registered.act

    @property
    def authority(self) -> str:
        """Tell who adopted the act."""
        return authority_of(self.reference)


def as_recorded(act: Act, edition: int | None = None) -> Act:
    """Note in an act the edition of the rules it is recorded under, as it is stored.

    `edition` is that of an act which tells none: None, that of this program.
    """
    told = stored_edition(act.registered.edition or edition)
    registered = with_fields(act.registered, {"edition": told})
    return msgspec.structs.replace(act, registered=registered)


def events_of(act: Act) -> list[StoredEvent]:
    """List what the act puts into the ledger, in the order of its entries."""
    events: list[StoredEvent] = [act.registered]
    if act.vote is not None:
        is_committee = act.authority == COMMITTEE
        cast = CommitteeVoteCast if is_committee else AssemblyVoteCast
        events.append(cast(vote=act.vote))
    return [*events, *act.decisions]


def votes_told(act: Act) -> Iterator[tuple[Keys, Vote]]:
    """List the votes an act tells of more than a count, each with where it stands."""
    is_list = isinstance(act.vote, tuple)
    for place, vote in enumerate(votes_in(act.vote)):
        if isinstance(vote, Vote):
            yield ("vote", place) if is_list else ("vote",), vote
