"""Foresee what would hold if a batch were recorded: which seats, what would fall."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from itertools import chain

from eventsourcing.dcb.api import DCBQuery, DCBQueryItem

from commands.candidates import Candidate
from commands.known import Ledger
from ledger.acts.act import events_of
from ledger.events.afterwards import ActStruck
from ledger.events.catalogue import types_bearing_on
from ledger.events.event import stored_name_of
from ledger.events.kind import Subject
from ledger.mapper import Entry, act_of, entries_from, tags_carried
from ledger.tags import act_tag
from projections.acts.voiding import strikes
from projections.changes.consequences import Aftermath, consequences_of
from projections.timelines.world import World, world_of


def world_with(ledger: Ledger, batch: Iterable[Candidate], *, head: int) -> World:
    """Derive what would hold once the batch is recorded."""
    return world_after(entries_from(ledger.entries(until=head)), batch, head=head)


def world_after(
    recorded: Iterable[Entry], batch: Iterable[Candidate], *, head: int
) -> World:
    """Derive what would hold if the batch were recorded after these entries."""
    added = list(entries_to_be(batch, head))
    return world_of(chain(recorded, added), position=head + len(added))


def bearing_entries(ledger: Ledger, *, head: int) -> Iterator[Entry]:
    """Read what tells who sits and votes.

    Only those acts are read that bear on it, whole: a decision is known by its number
    in its act; and those that were struck, so that each strike finds its own. However
    many payments were recorded costs nothing.
    """
    bearing = DCBQuery([DCBQueryItem(types=[*types_bearing_on(Subject.VOTES)])])
    found = ledger.entries(bearing, until=head)
    acts: set[str] = set()
    for stored in found:
        acts.add(act_of(tags_carried(stored)))
        if stored.type == stored_name_of(ActStruck):
            (entry,) = entries_from([stored])
            acts.add(getattr(entry.event, "target", entry.act))
    whole = DCBQuery([DCBQueryItem(tags=[act_tag(act)]) for act in sorted(acts)])
    return entries_from(ledger.entries(whole, until=head) if acts else ())


class Foreseen:
    """What would hold if a batch were recorded, of what tells who sits and votes.

    Read and derived once, when it is first asked for, whatever is then judged by it.
    """

    def __init__(
        self, ledger: Ledger, batch: Sequence[Candidate], *, head: int
    ) -> None:
        """Take the batch, and the ledger as it stands at a position."""
        self.ledger, self.batch, self.head = ledger, batch, head

    @cached_property
    def world(self) -> World:
        """Tell what would hold once all of the batch is recorded."""
        return self.after(self.batch)

    def after(self, batch: Iterable[Candidate]) -> World:
        """Tell what would hold once some acts of the batch are."""
        return world_after(self._recorded, batch, head=self.head)

    @cached_property
    def _recorded(self) -> list[Entry]:
        return [*bearing_entries(self.ledger, head=self.head)]


def foresee(world: World, batch: Iterable[Candidate], at: date) -> list[Aftermath]:
    """Tell what would follow from each correction of a batch."""
    return [
        Aftermath(
            candidate.reference,
            tuple(consequences_of(world, candidate.reference, at)),
        )
        for candidate in batch
        if not candidate.is_struck
        and any(strikes(decision) for decision in candidate.decisions)
    ]


def entries_to_be(candidates: Iterable[Candidate], head: int) -> Iterator[Entry]:
    """Number the events of the batch as they will be recorded."""
    events = (
        (candidate.reference, event)
        for candidate in candidates
        if candidate.act is not None
        for event in events_of(candidate.act)
    )
    for position, (reference, event) in enumerate(events, start=head + 1):
        yield Entry(position, "", "", reference, event)
