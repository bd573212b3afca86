"""Which entries bear on what the annexes say?

An index made at a position answers for another as long as no entry between the two is
one of these: so recording never writes to it. A new kind of entry must be put on one
side, or mypy stops at `_is_one_or_the_other`.
"""

from typing import TypeAlias, get_args

from ledger.events.afterwards import (
    ActDated,
    ActPublished,
    ActTransmitted,
    EvidenceAttached,
)
from ledger.events.agreements import ConventionApproved
from ledger.events.catalogue import (
    CommitteeDecision,
    Correction,
    DelegateDecision,
    MembershipDecision,
    MoneyDecision,
    StoredEvent,
)
from ledger.events.constitution import (
    ConditionsAdopted,
    PowersDelegated,
    StatutesAdopted,
    SyndicateCreated,
    SyndicateDissolved,
)
from ledger.events.event import stored_name_of
from ledger.events.registration import (
    ActRegistered,
    AssemblyVoteCast,
    CommitteeVoteCast,
)

Bearing: TypeAlias = (
    SyndicateCreated
    | StatutesAdopted
    | SyndicateDissolved
    | MembershipDecision
    | ActTransmitted
    | ActPublished
    | ActDated
    | Correction
)
"""What may change a line of an annex, now or in the past."""

# An act and its vote come with its decisions, in one transaction; these bear or do not.
Silent: TypeAlias = (
    ActRegistered
    | CommitteeVoteCast
    | AssemblyVoteCast
    | ConditionsAdopted
    | PowersDelegated
    | DelegateDecision
    | CommitteeDecision
    | MoneyDecision
    | ConventionApproved
    | EvidenceAttached
)
"""What no line of an annex rests on."""

BEARING_TYPES: tuple[str, ...] = tuple(map(stored_name_of, get_args(Bearing)))
"""The stored names of what bears on the annexes."""


def _is_one_or_the_other(event: StoredEvent) -> Bearing | Silent:
    """Hold only as long as every event is on one of the two sides."""
    return event
