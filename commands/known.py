"""What a recording must know of the ledger: references, institutions, persons.

It is looked up by tags for the acts at hand and carried along while they are judged;
the ledger is never read again act by act.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TypeAlias

import msgspec
from eventsourcing.dcb.api import DCBQuery, DCBQueryItem

from commands.known_acts import KnownAct, dates_learned, fingerprint, known_act
from ledger.acts.act import Act
from ledger.events.afterwards import ActDated, ActPublished, ActTransmitted
from ledger.events.catalogue import StoredEvent
from ledger.events.constitution import StatutesAdopted, SyndicateCreated
from ledger.events.delegates import DelegateDesignated
from ledger.events.event import Event, stored_name_of
from ledger.events.membership import (
    AdhesionRequested,
    AssociateAdmitted,
    MembersMerged,
)
from ledger.events.registration import ActRegistered
from ledger.institutions import person_id
from ledger.mapper import Entry, entries_from
from ledger.storage.absent import AbsentLedger
from ledger.storage.entry import StoredEntry
from ledger.storage.recorder import SQLRecorder
from ledger.tags import (
    act_tag,
    institution_of,
    member_of,
    member_tag,
    person_tag,
    target_tag,
)
from ledger.votes import Vote, votes_in

INTRODUCTIONS = (
    SyndicateCreated,
    AdhesionRequested,
    MembersMerged,
    AssociateAdmitted,
)
"""The decisions by which an institution becomes known."""

Ledger: TypeAlias = SQLRecorder | AbsentLedger
"""The ledger that is asked; it may not be there yet."""


class Known(msgspec.Struct):
    """What is known when an act is judged: of the ledger, and of the batch so far."""

    acts: dict[str, KnownAct] = {}
    institutions: set[str] = set()
    founders: set[str] = set()
    designators: dict[str, set[str]] = {}
    has_rules: bool = False
    ledger: Ledger = AbsentLedger()

    def all_institutions(self) -> list[str]:
        """List every institution known, to find the nearest to a misspelt name."""
        everything = Known(institutions=set(self.institutions))
        query = DCBQuery([DCBQueryItem(types=_names(INTRODUCTIONS))])
        for entry in entries_from(self.ledger.entries(query)):
            everything.introduce(entry.event, entry.act)
        return sorted(everything.institutions)

    def all_references(self) -> list[str]:
        """List every act known, to find the nearest to a mistaken reference."""
        query = DCBQuery([DCBQueryItem(types=_names([ActRegistered]))])
        recorded = {entry.act for entry in entries_from(self.ledger.entries(query))}
        return sorted(recorded | set(self.acts))

    def learn(self, event: StoredEvent, reference: str) -> None:
        """Take in what one event teaches, whether it is recorded or about to be."""
        match event:
            case DelegateDesignated():
                member = institution_of(reference)
                designators = self.designators.setdefault(
                    person_id(event.person), set()
                )
                designators.update([member] if member else [])
            case ActDated():
                if event.target in self.acts:
                    self.acts[event.target].adopted_on = event.adopted_on
            case ActTransmitted() | ActPublished():
                if event.target in self.acts:
                    self.acts[event.target].later_dates += dates_learned(event)
            case StatutesAdopted():
                self.has_rules = self.has_rules or event.rules is not None
            case _:
                self.introduce(event, reference)

    def introduce(self, event: StoredEvent, reference: str) -> None:
        """Take in the institutions an event makes known."""
        match event:
            case SyndicateCreated():
                founders = [founder.institution.id for founder in event.founders]
                self.founders.update(founder for founder in founders if founder)
                self.institutions.update(self.founders)
            case AdhesionRequested() | MembersMerged() | AssociateAdmitted():
                member = member_of(event, reference)
                self.institutions.update([member] if member else [])
            case _:
                pass


# ------------------------------------------------------------------- looking up
def look_up(
    ledger: Ledger,
    acts: Sequence[Act],
    authors: Iterable[str] = (),
    *,
    until: int,
) -> Known:
    """Look up all that judging these acts needs, as the ledger stood at a position.

    `authors` are further institutions to look up: those of acts that are malformed.
    """
    known = Known(ledger=ledger)
    mentioned = _mentioned(acts)
    mentioned.members.update(authors)
    stored = ledger.entries(_asked(mentioned), until=until)
    for reference, rows in groupby(_decoded(stored), key=lambda pair: pair[1].act):
        pairs = list(rows)
        events = [entry.event for _, entry in pairs]
        if isinstance(events[0], ActRegistered):
            summed = fingerprint(row for row, _ in pairs)
            known.acts[reference] = known_act(events, summed)
        for _, entry in pairs:
            known.learn(entry.event, reference)
    return known


def _asked(mentioned: "_Mentioned") -> DCBQuery:
    """Ask for the entries that say whether what is mentioned is known."""
    introductions, designation = _names(INTRODUCTIONS), _names([DelegateDesignated])
    dating = _names([ActDated, ActTransmitted, ActPublished])
    return DCBQuery(
        [
            *(DCBQueryItem(tags=[act_tag(act)]) for act in mentioned.acts),
            *(DCBQueryItem(dating, [target_tag(act)]) for act in mentioned.acts),
            *(
                DCBQueryItem(introductions, [member_tag(member)])
                for member in mentioned.members
            ),
            *(DCBQueryItem(designation, [person]) for person in mentioned.persons),
            DCBQueryItem(_names([StatutesAdopted, SyndicateCreated])),
        ]
    )


def _decoded(stored: Iterable[StoredEntry]) -> Iterator[tuple[StoredEntry, Entry]]:
    for row in stored:
        yield row, next(entries_from([row]))


def _names(types: Iterable[type[Event]]) -> list[str]:
    return [stored_name_of(cls) for cls in types]


class _Mentioned(msgspec.Struct):
    """The references, the institutions and the persons' tags that acts speak of."""

    acts: set[str] = set()
    members: set[str] = set()
    persons: set[str] = set()


def _mentioned(acts: Sequence[Act]) -> _Mentioned:
    mentioned = _Mentioned()
    for act in acts:
        mentioned.acts.add(act.reference)
        authority = institution_of(act.reference)
        mentioned.members.update([authority] if authority else [])
        for vote in votes_in(act.vote):
            if isinstance(vote, Vote) and vote.applicant is not None:
                mentioned.members.add(vote.applicant)
        for decision in act.decisions:
            mentioned.members.update(members_named(decision))
            target = getattr(decision, "target", None)
            mentioned.acts.update([target] if target else [])
            if isinstance(decision, DelegateDesignated):
                mentioned.persons.add(person_tag(decision.person))
    return mentioned


def members_named(decision: StoredEvent) -> list[str]:
    """List the institutions a decision names as known already."""
    named = [getattr(decision, "member", None), getattr(decision, "payer", None)]
    if isinstance(decision, MembersMerged):
        named += decision.members
    return [member for member in named if member is not None]
