"""What do the acts say, as they were known at a position of the ledger?

The first fold: entries in order of position become acts, without what was recorded by
mistake; then what the secretariat rectified reads as corrected, what was learned later
is written in, and what a court or its author undid is dead. No projection below knows
that any of this happened.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from ledger.acts.fields import Publication
from ledger.acts.rectifying import with_fields
from ledger.events import afterwards
from ledger.events.catalogue import Afterwards, Challenging, Learning
from ledger.events.registration import (
    ActRegistered,
    AssemblyVoteCast,
    CommitteeVoteCast,
)
from ledger.language import N_
from ledger.language import translate as _
from ledger.mapper import Entry
from ledger.unfit import UnfitLedgerError
from projections.acts.act_state import (
    ActState,
    Contradiction,
    Mistaken,
    RecordAsOf,
    SaidInVain,
)
from projections.acts.recorded_by_mistake import Recordings
from projections.acts.rectifications import correct
from projections.acts.voiding import NO_LONGER
from projections.reason import Reason, Rule

TRANSMITTED = Rule(
    "act.transmitted", N_("That {act} was sent to the State was learned by {ruling}.")
)
PUBLISHED = Rule(
    "act.published", N_("That {act} was made public was learned by {ruling}.")
)
DATED = Rule("act.dated", N_("The day {act} was adopted was learned by {ruling}."))
ATTACHED = Rule("act.evidence", N_("{ruling} adds a document to {act}."))


def acts_as_known(entries: Iterable[Entry]) -> RecordAsOf:
    """Fold the entries, in order of position, into the acts they tell of."""
    known = RecordAsOf()
    every = list(entries)
    is_struck = any(isinstance(entry.event, afterwards.ActStruck) for entry in every)
    recordings = Recordings(every if is_struck else ())
    left_out = recordings.left_out()
    for entry in every:
        if entry.position not in left_out:
            _evolve(known, entry)
        elif number := left_out[entry.position]:
            act = _act_of(known, entry)
            act.struck, act.last = (*act.struck, number), entry.position
        known.position = entry.position
        known.recorded_at = entry.recorded_at
    correct(known)
    for reference, learning in _learnings(known):
        _learn(known, reference, learning)
    known.mistaken = tuple(_mistaken(recordings))
    known.in_vain = tuple(_in_vain(recordings))
    return known


def _mistaken(recordings: Recordings) -> Iterator[Mistaken]:
    """List what was struck, each act as it was recorded."""
    for strike in recordings.standing_strikes:
        struck, (by, _number), said = strike.struck, strike.place, strike.said
        if struck is not None and struck.registered is not None:
            alone = RecordAsOf()
            for entry in struck.entries:
                _evolve(alone, entry)
            act = alone.acts[struck.reference]
            numbers = said.decisions or ()
            yield Mistaken(act, numbers, by, strike.position, said.reason)


def _in_vain(recordings: Recordings) -> Iterator[SaidInVain]:
    """List what is said of what was struck."""
    for place, said, strike in recordings.in_vain():
        event = said.event
        assert isinstance(event, Afterwards | Challenging), "it is said of an act"
        yield SaidInVain(place, said.position, event, strike.place[0])


def teaching(act: ActState, number: int, said: Learning) -> Reason:
    """Say what was learned of another act."""
    rule = _rule(said) if act.stands(number) else NO_LONGER
    return rule.of(None, act=said.target, ruling=act.reference)


def _rule(said: Learning) -> Rule:
    match said:
        case afterwards.ActTransmitted():
            return TRANSMITTED
        case afterwards.ActPublished():
            return PUBLISHED
        case afterwards.ActDated():
            return DATED
        case afterwards.EvidenceAttached():
            return ATTACHED


def _evolve(known: RecordAsOf, entry: Entry) -> None:
    match entry.event:
        case ActRegistered():
            _ensure_new(known, entry, entry.event.act)
            known.acts[entry.act] = ActState(entry.position, entry.event)
        case CommitteeVoteCast() | AssemblyVoteCast():
            _act_of(known, entry).vote = entry.event.vote
        case decision:
            _act_of(known, entry).propose(entry.position, decision)
    known.acts[entry.act].last = entry.position


def _ensure_new(known: RecordAsOf, entry: Entry, named: str) -> None:
    """Refuse a first entry that is of another act than it says, or comes again."""
    if named != entry.act:
        reason = _("an entry of the act «{act}» says it is of «{named}»")
        values = {"act": entry.act, "named": named}
        raise UnfitLedgerError(
            position=entry.position, reason=reason.format_map(values)
        )
    if entry.act in known.acts:
        reason = _("the act «{act}» begins a second time").format(act=entry.act)
        raise UnfitLedgerError(position=entry.position, reason=reason)


def _act_of(known: RecordAsOf, entry: Entry) -> ActState:
    """Find the act of an entry, which another entry must have begun."""
    if entry.act not in known.acts:
        reason = _("the first entry of its act «{act}» is missing")
        raise UnfitLedgerError(
            position=entry.position, reason=reason.format(act=entry.act)
        )
    return known.acts[entry.act]


def _learnings(known: RecordAsOf) -> Iterator[tuple[str, Learning]]:
    for act in known.acts.values():
        for taken in act.decisions:
            if isinstance(taken.decision, Learning):
                yield act.reference, taken.decision


def _learn(known: RecordAsOf, by: str, learning: Learning) -> None:
    """Write what was learned of an act later into what it says."""
    act = known.acts.get(learning.target)
    if act is None:
        return  # a later position of the same batch holds it, and is not known yet
    learned: dict[str, Any]
    match learning:
        case afterwards.ActTransmitted():
            learned = {
                field: value
                for field in ("sent_on", "received_on", "prefecture_id")
                if (value := getattr(learning, field)) is not None
            }
            act.contradicted += tuple(_contradicting(act.registered, learned, by))
        case afterwards.ActPublished():
            published = Publication(on=learning.on, mode=learning.mode)
            learned = {"published": (*act.registered.published, published)}
        case afterwards.ActDated():
            learned = {"adopted_on": learning.adopted_on}
        case afterwards.EvidenceAttached():
            documents = (*act.registered.documents, learning.document)
            learned = {"documents": documents}
    act.registered = with_fields(act.registered, learned)


def _contradicting(
    said: ActRegistered, learned: dict[str, Any], by: str
) -> Iterator[Contradiction]:
    """List what a transmission says otherwise than what was known before it."""
    for field, after in learned.items():
        before = getattr(said, field)
        if before not in {None, after}:
            yield Contradiction(field, before, after, by)
