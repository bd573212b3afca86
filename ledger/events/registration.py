"""The act itself as stored, and the vote by which it was adopted."""

from ledger.acts.fields import ActFields
from ledger.events.event import Event
from ledger.votes import ReportedVote


class ActRegistered(
    ActFields, Event, frozen=True, kw_only=True, tag="act-registered.v1"
):
    """An act entered the ledger, with what it says of itself."""


class CommitteeVoteCast(Event, frozen=True, kw_only=True, tag="committee-vote-cast.v1"):
    """The committee voted on the act."""

    vote: ReportedVote


class AssemblyVoteCast(Event, frozen=True, kw_only=True, tag="assembly-vote-cast.v1"):
    """Another body voted on the act: a member's assembly, the bureau, a college."""

    vote: ReportedVote
