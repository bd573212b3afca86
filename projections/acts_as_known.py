"""What do the acts say, as they were known at a position of the ledger?

The first fold: entries in order of position become acts with the dates learned later.
Everything else is a pure function of these acts, and knows nothing of positions' past.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

import msgspec

from ledger.acts.fields import Publication
from ledger.authorities import authority_of
from ledger.errors import LedgerError
from ledger.events import afterwards
from ledger.events.catalogue import Correction, Decision, Learning
from ledger.events.event import name_of
from ledger.events.registration import (
    ActRegistered,
    AssemblyVoteCast,
    CommitteeVoteCast,
)
from ledger.language import N_
from ledger.mapper import Entry
from ledger.votes import ReportedVote, Vote


class CorrectionNotAppliedError(LedgerError):
    """An entry corrects an act, and this version cannot yet tell what follows."""

    sentence = N_(
        "Entry #{position} ({act}) is «{type}», which this version records but does "
        "not apply yet. Ask with --known-at {before} for what was known before it"
    )


class DecisionAsKnown(msgspec.Struct, frozen=True, gc=False):
    """One decision of an act: its number from 1, and its position in the ledger."""

    number: int
    position: int
    decision: Decision


class ActAsKnown(msgspec.Struct):
    """An act as it reads, with what has been learned of it."""

    position: int
    registered: ActRegistered
    vote: ReportedVote | None = None
    proposed: list[DecisionAsKnown] = []

    @property
    def reference(self) -> str:
        """Tell the name the act is known by."""
        return self.registered.act

    @property
    def authority(self) -> str:
        """Tell who adopted the act."""
        return authority_of(self.reference)

    @property
    def decisions(self) -> list[DecisionAsKnown]:
        """List what the act decides: what it proposed, unless that was voted down."""
        return self.proposed if is_adopted(self.vote) else []

    @property
    def adopted_on(self) -> date | None:
        """Tell the day of adoption, None where it is unknown."""
        return self.registered.adopted_on


def is_adopted(vote: ReportedVote | None) -> bool:
    """Tell whether a vote carried the act: the one place where votes are judged.

    For now the declared outcome is taken (specification section 8).
    """
    return not (isinstance(vote, Vote) and vote.outcome == "rejected")


class AsKnown(msgspec.Struct):
    """The acts as known at a position, by reference, in order of position.

    `ahead` is what was learned of acts before they themselves were recorded: within one
    batch, a file may speak of an act that a later file holds.
    """

    position: int = 0
    acts: dict[str, ActAsKnown] = {}
    ahead: dict[str, list[Learning]] = {}


def acts_as_known(entries: Iterable[Entry]) -> AsKnown:
    """Fold the entries, in order of position, into the acts they tell of."""
    known = AsKnown()
    for entry in entries:
        _evolve(known, entry)
        known.position = entry.position
    return known


def _evolve(known: AsKnown, entry: Entry) -> None:
    match entry.event:
        case ActRegistered():
            known.acts[entry.act] = ActAsKnown(entry.position, entry.event)
            for learning in known.ahead.pop(entry.act, []):
                _learn(known, learning)
        case CommitteeVoteCast() | AssemblyVoteCast():
            known.acts[entry.act].vote = entry.event.vote
        case decision:
            act = known.acts[entry.act]
            number = len(act.proposed) + 1
            act.proposed.append(DecisionAsKnown(number, entry.position, decision))
            if isinstance(decision, Learning):
                _learn(known, decision)
            if isinstance(decision, Correction):
                _correct(entry, decision)


def _learn(known: AsKnown, decision: Learning) -> None:
    """Write what was learned of an act later into what it says."""
    act = known.acts.get(decision.target)
    if act is None:
        known.ahead.setdefault(decision.target, []).append(decision)
        return
    learned: dict[str, Any]
    match decision:
        case afterwards.ActTransmitted():
            learned = {
                field: value
                for field in ("sent_on", "received_on", "prefecture_id")
                if (value := getattr(decision, field)) is not None
            }
        case afterwards.ActPublished():
            published = Publication(on=decision.on, mode=decision.mode)
            learned = {"published": (*act.registered.published, published)}
        case afterwards.ActDated():
            learned = {"adopted_on": decision.adopted_on}
        case afterwards.EvidenceAttached():
            documents = (*act.registered.documents, decision.document)
            learned = {"documents": documents}
    act.registered = msgspec.structs.replace(act.registered, **learned)


def _correct(entry: Entry, correction: Correction) -> None:
    """Apply what becomes of an act (specification section 10): the one place for it."""
    raise CorrectionNotAppliedError(
        position=entry.position,
        act=entry.act,
        type=name_of(correction),
        before=f"#{entry.position - 1}",
    )
