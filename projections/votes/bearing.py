"""Which decisions bear on who sits, who may vote, and how a vote is judged?

A recording that fills a seat or holds a vote rests on these, and on nothing else: it
reads only the acts that take one of them, and its condition names their types
(specification section 14). `SILENT` are all the others, so that a new kind of decision
must be put on one side.
"""

from typing import get_args

from ledger.events.afterwards import EvidenceAttached
from ledger.events.agreements import ConventionApproved
from ledger.events.catalogue import (
    Afterwards,
    DelegateDecision,
    MembershipDecision,
    MoneyDecision,
)
from ledger.events.committee import (
    AttendanceRecorded,
    MatterDecided,
    OfficerElected,
    RepresentativeElected,
    SessionConvened,
)
from ledger.events.constitution import (
    ConditionsAdopted,
    PowersDelegated,
    StatutesAdopted,
    SyndicateCreated,
    SyndicateDissolved,
)
from ledger.events.event import Event, stored_name_of

SILENT: tuple[type[Event], ...] = (
    ConditionsAdopted,
    PowersDelegated,
    MatterDecided,
    *get_args(MoneyDecision),
    ConventionApproved,
    EvidenceAttached,
)
"""Decisions by which nobody sits, votes, or is counted otherwise."""

BEARING: tuple[type[Event], ...] = (
    SyndicateCreated,
    StatutesAdopted,
    SyndicateDissolved,
    *get_args(MembershipDecision),
    *get_args(DelegateDecision),
    SessionConvened,
    AttendanceRecorded,
    RepresentativeElected,
    OfficerElected,
    *(kind for kind in get_args(Afterwards) if kind is not EvidenceAttached),
)
"""Decisions that may change who sits or how a vote is judged, now or in the past."""

BEARING_TYPES: list[str] = [stored_name_of(kind) for kind in BEARING]
"""The stored names of these."""
