"""What a recording must know of the ledger: references, institutions, persons.

It is looked up by tags for the acts at hand and carried along while they are judged;
the ledger is never read again act by act.
"""

from collections.abc import Iterable, Sequence
from typing import TypeAlias

import msgspec
from eventsourcing.dcb.api import DCBQuery, DCBQueryItem

from commands.known_acts import KnownAct, dates_learned, fingerprint, known_act
from ledger.acts.act import Act, events_of, votes_told
from ledger.events.afterwards import (
    ActDated,
    ActPublished,
    ActStruck,
    ActTransmitted,
)
from ledger.events.catalogue import StoredEvent
from ledger.events.challenges import ChallengeClosed, ChallengeReceived
from ledger.events.constitution import StatutesAdopted, SyndicateCreated
from ledger.events.delegates import DelegateDesignated, SeatVacated
from ledger.events.event import Event, stored_name_of
from ledger.events.membership import (
    AdhesionRequested,
    AssociateAdmitted,
    CompetenceSubstituted,
    InstitutionKnown,
    MembersMerged,
)
from ledger.events.registration import ActRegistered
from ledger.institutions import person_id
from ledger.mapper import Entry, entries_from
from ledger.storage.absent import AbsentLedger
from ledger.storage.recorder import SQLRecorder
from ledger.tags import (
    act_tag,
    institution_of,
    member_of,
    member_tag,
    person_tag,
    target_tag,
)
from projections.acts.challenges import which
from projections.acts.recorded_by_mistake import Recording, Recordings

INTRODUCTIONS = (
    SyndicateCreated,
    AdhesionRequested,
    MembersMerged,
    CompetenceSubstituted,
    InstitutionKnown,
    AssociateAdmitted,
)
"""The decisions by which an institution becomes known."""

STRIKES = DCBQuery([DCBQueryItem(types=[stored_name_of(ActStruck)])])
"""Asks for what was struck; few are."""

Ledger: TypeAlias = SQLRecorder | AbsentLedger
"""The ledger that is asked; it may not be there yet."""


class Known(msgspec.Struct):
    """What is known when an act is judged: of the ledger, and of the batch so far.

    `acts` are those that stand; `recordings` tell of those that were struck, too, which
    are `summed_up` by the position each begins at. `position` is that of the last entry
    that is known of.
    """

    acts: dict[str, KnownAct] = {}
    institutions: set[str] = set()
    founders: set[str] = set()
    designators: dict[str, set[str]] = {}
    challenges: dict[str, list[ChallengeReceived]] = {}
    has_rules: bool = False
    competences: set[str] = set()
    departments: set[str] = set()
    ledger: Ledger = AbsentLedger()
    recordings: Recordings = msgspec.field(default_factory=Recordings)
    summed_up: dict[int, KnownAct] = {}
    entries: list[Entry] = []
    claimed: set[str] = set()
    position: int = 0

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

    def is_recorded(self, reference: str, summed: bytes) -> bool:
        """Tell whether just that was recorded as an act, be it struck since."""
        recorded = self.recordings.recorded_as(reference)
        known = (self.summed_up.get(one.position) for one in recorded)
        return any(one is not None and one.fingerprint == summed for one in known)

    def begin(self, act: Act, summed: bytes) -> Recording:
        """Take an act that is about to be recorded."""
        events = events_of(act)
        for event in events:
            self.position += 1
            self.entries.append(Entry(self.position, "", "", act.reference, event))
            self.recordings.take(self.entries[-1])
        recording = self.recordings.recorded_as(act.reference)[-1]
        known = known_act(events, summed)
        self.summed_up[recording.position] = self.acts[act.reference] = known
        self.turn_to(self.position)
        return recording

    def turn_to(self, position: int) -> None:
        """Know the acts as what is said at a position of the batch means them."""
        for reference in {one.said.target for one in self.recordings.strikes}:
            recording = self.recordings.aimed_at(reference, position)
            known = self.summed_up.get(recording.position) if recording else None
            if recording is None or known is None:
                self.acts.pop(reference, None)
            else:
                known.struck = self.recordings.struck_of(recording, position)
                self.acts[reference] = known

    def learn_anew(self, position: int) -> None:
        """Forget whom only acts told of that were struck by a position of the batch."""
        until = [entry for entry in self.entries if entry.position <= position]
        left_out = Recordings(until).left_out()
        self.institutions, self.founders = set(self.claimed), set()
        self.designators, self.challenges, self.has_rules = {}, {}, False
        for entry in self.entries:
            if entry.position > position:
                self.introduce(entry.event, entry.act)
            elif entry.position not in left_out:
                self.know(entry.event, entry.act)

    def learn(self, event: StoredEvent, reference: str) -> None:
        """Take in what one event teaches, whether it is recorded or about to be."""
        match event:
            case ActDated():
                if event.target in self.acts:
                    self.acts[event.target].adopted_on = event.adopted_on
            case ActTransmitted() | ActPublished():
                if event.target in self.acts:
                    self.acts[event.target].later_dates += dates_learned(event)
            case _:
                self.know(event, reference)

    def know(self, event: StoredEvent, reference: str) -> None:
        """Take in whom an event tells of, and whether it holds rules."""
        match event:
            case DelegateDesignated():
                member = institution_of(reference)
                designators = self.designators.setdefault(
                    person_id(event.person), set()
                )
                designators.update([member] if member else [])
            case ChallengeReceived():
                self.challenges.setdefault(event.target, []).append(event)
            case ChallengeClosed():
                waiting = self.challenges.get(event.target, [])
                if (closed := which(waiting, event)) is not None:
                    waiting.remove(closed)
            case StatutesAdopted():
                self.has_rules = self.has_rules or event.rules is not None
                self.introduce(event, reference)
            case _:
                self.introduce(event, reference)

    def introduce(self, event: StoredEvent, reference: str) -> None:
        """Take in the institutions an event makes known, and what statutes name."""
        match event:
            case StatutesAdopted(rules=rules) if rules is not None:
                self.competences.update(one.id for one in rules.competences or ())
                self.departments.update(one.code for one in rules.departments or ())
            case SyndicateCreated():
                founders = [founder.institution.id for founder in event.founders]
                self.founders.update(founder for founder in founders if founder)
                self.institutions.update(self.founders)
            case (
                AdhesionRequested()
                | MembersMerged()
                | CompetenceSubstituted()
                | InstitutionKnown()
                | AssociateAdmitted()
            ):
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
    known = Known(ledger=ledger, position=until)
    mentioned = _mentioned(acts)
    mentioned.members.update(authors)
    for strike in entries_from(ledger.entries(STRIKES, until=until)):
        mentioned.acts.update([strike.act, getattr(strike.event, "target", strike.act)])
    rows = {row.position: row for row in ledger.entries(_asked(mentioned), until=until)}
    entries = [*entries_from(rows.values())]
    known.entries, known.recordings = entries, Recordings(entries)
    for recording in known.recordings.all:
        if recording.registered is not None:
            summed = fingerprint(rows[entry.position] for entry in recording.entries)
            events = [entry.event for entry in recording.entries]
            known.summed_up[recording.position] = known_act(events, summed)
            known.acts[recording.reference] = known.summed_up[recording.position]
    known.turn_to(until)
    left_out = known.recordings.left_out()
    for entry in entries:
        if entry.position not in left_out:
            known.learn(entry.event, entry.act)
    return known


def _asked(mentioned: "_Mentioned") -> DCBQuery:
    """Ask for the entries that say whether what is mentioned is known."""
    introductions, designation = _names(INTRODUCTIONS), _names([DelegateDesignated])
    dating = _names([ActDated, ActTransmitted, ActPublished])
    dating += _names([ChallengeReceived, ChallengeClosed])
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
        for _keys, vote in votes_told(act):
            if vote.applicant is not None:
                mentioned.members.add(vote.applicant)
        for decision in act.decisions:
            mentioned.members.update(members_named(decision))
            target = getattr(decision, "target", None)
            mentioned.acts.update([target] if target else [])
            if isinstance(decision, DelegateDesignated | SeatVacated):
                mentioned.persons.add(person_tag(decision.person))
    return mentioned


def members_named(decision: StoredEvent) -> list[str]:
    """List the institutions a decision names as known already."""
    named = [getattr(decision, "member", None), getattr(decision, "payer", None)]
    if isinstance(decision, MembersMerged | CompetenceSubstituted):
        named += decision.members
    return [member for member in named if member is not None]
