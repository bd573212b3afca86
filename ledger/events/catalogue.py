"""All the events there are (specification section 4), by the names people use."""

from typing import TypeAlias, get_args

from ledger.events.afterwards import (
    ActAnnulled,
    ActDated,
    ActPublished,
    ActRectified,
    ActRepealed,
    ActRevoked,
    ActStruck,
    ActSuspended,
    ActTransmitted,
    EvidenceAttached,
    RulingOverturned,
    SuspensionLifted,
)
from ledger.events.agreements import ConventionApproved
from ledger.events.challenges import ChallengeClosed, ChallengeReceived
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
from ledger.events.delegates import AssemblyRenewed, DelegateDesignated, SeatVacated
from ledger.events.event import Event, name_of, stored_name_of
from ledger.events.kind import Subject
from ledger.events.membership import (
    AdhesionApproved,
    AdhesionRequested,
    AssociateAdmitted,
    AssociateLeft,
    CompetenceResumed,
    CompetenceResumptionRequested,
    CompetenceSubstituted,
    CompetenceTransferred,
    CompetenceTransferRequested,
    IdentityChanged,
    InstitutionEnded,
    InstitutionKnown,
    MembersMerged,
    WithdrawalApproved,
    WithdrawalRequested,
)
from ledger.events.money import (
    BudgetVoted,
    ContributionCalled,
    OptionChosen,
    PaymentReceived,
    PriceQuoted,
    PupilsCounted,
    ServiceDelivered,
    SubsidyGranted,
    TariffVoted,
)
from ledger.events.registration import (
    ActRegistered,
    AssemblyVoteCast,
    CommitteeVoteCast,
)

ConstitutionDecision: TypeAlias = (
    SyndicateCreated
    | StatutesAdopted
    | ConditionsAdopted
    | PowersDelegated
    | SyndicateDissolved
)
MembershipDecision: TypeAlias = (
    AdhesionRequested
    | AdhesionApproved
    | CompetenceTransferRequested
    | CompetenceTransferred
    | CompetenceResumptionRequested
    | CompetenceResumed
    | WithdrawalRequested
    | WithdrawalApproved
    | IdentityChanged
    | MembersMerged
    | CompetenceSubstituted
    | InstitutionEnded
    | InstitutionKnown
    | AssociateAdmitted
    | AssociateLeft
)
DelegateDecision: TypeAlias = DelegateDesignated | SeatVacated | AssemblyRenewed
CommitteeDecision: TypeAlias = (
    SessionConvened
    | AttendanceRecorded
    | RepresentativeElected
    | OfficerElected
    | MatterDecided
)
MoneyDecision: TypeAlias = (
    TariffVoted
    | BudgetVoted
    | PupilsCounted
    | OptionChosen
    | ServiceDelivered
    | SubsidyGranted
    | PriceQuoted
    | ContributionCalled
    | PaymentReceived
)
Learning: TypeAlias = ActTransmitted | ActPublished | ActDated | EvidenceAttached
Correction: TypeAlias = (
    ActRectified
    | ActAnnulled
    | ActRevoked
    | ActRepealed
    | ActSuspended
    | SuspensionLifted
    | RulingOverturned
)
Afterwards: TypeAlias = Learning | Correction | ActStruck
Challenging: TypeAlias = ChallengeReceived | ChallengeClosed
Decision: TypeAlias = (
    ConstitutionDecision
    | MembershipDecision
    | DelegateDecision
    | CommitteeDecision
    | MoneyDecision
    | ConventionApproved
    | Afterwards
    | Challenging
)
StoredEvent: TypeAlias = ActRegistered | CommitteeVoteCast | AssemblyVoteCast | Decision

DECISIONS: dict[str, type[Decision]] = {name_of(cls): cls for cls in get_args(Decision)}
"""The decisions an act may take, by the name people read and write."""

EVENTS: dict[str, type[Event]] = {name_of(cls): cls for cls in get_args(StoredEvent)}
"""Everything that is stored, by the name people read."""


def bearing_on(subject: Subject) -> tuple[type[Event], ...]:
    """List the kinds of decision that bear on a subject, in the catalogue's order."""
    return tuple(cls for cls in DECISIONS.values() if subject in cls.KIND.bears_on)


def types_bearing_on(subject: Subject) -> tuple[str, ...]:
    """List the stored names of the kinds that bear on a subject."""
    return tuple(map(stored_name_of, bearing_on(subject)))
