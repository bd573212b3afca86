"""Who may decide what (specification section 4, the table of authorities)."""

from typing import assert_never

from ledger.authorities import Authority
from ledger.events import (
    afterwards,
    committee,
    constitution,
    delegates,
    membership,
    money,
)
from ledger.events.agreements import ConventionApproved
from ledger.events.catalogue import Decision

_PREFECTURE = frozenset({Authority.PREFECTURE})
_COMMITTEE = frozenset({Authority.COMMITTEE})
_COLLEGE = frozenset({Authority.COLLEGE})
_COURT = frozenset({Authority.COURT})
_SECRETARIAT = frozenset({Authority.SECRETARIAT})
_INSTITUTION = frozenset({Authority.INSTITUTION})
_PRESIDENT = frozenset({Authority.PRESIDENT})
_ANYBODY = frozenset(Authority)


def authors_of(decision: Decision) -> frozenset[Authority]:
    """Tell which kinds of authority may take a decision."""
    match decision:
        case (
            constitution.SyndicateCreated()
            | constitution.SyndicateDissolved()
            | membership.MembersMerged()
        ):
            authors = _PREFECTURE
        case membership.IdentityChanged():
            authors = _PREFECTURE | _INSTITUTION | _SECRETARIAT
        case (
            constitution.StatutesAdopted()
            | constitution.ConditionsAdopted()
            | constitution.PowersDelegated()
            | membership.AdhesionApproved()
            | membership.CompetenceTransferred()
            | membership.CompetenceResumed()
            | membership.WithdrawalApproved()
            | membership.AssociateAdmitted()
            | membership.AssociateLeft()
            | committee.OfficerElected()
            | money.TariffVoted()
            | money.BudgetVoted()
        ):
            authors = _COMMITTEE
        case (
            membership.AdhesionRequested()
            | membership.CompetenceTransferRequested()
            | membership.CompetenceResumptionRequested()
            | membership.WithdrawalRequested()
            | delegates.DelegateDesignated()
            | money.OptionChosen()
            | money.SubsidyGranted()
            | money.PriceQuoted()
        ):
            authors = _INSTITUTION
        case delegates.SeatVacated(seat="representative"):
            authors = _INSTITUTION | _COLLEGE | _SECRETARIAT
        case (
            delegates.SeatVacated()
            | delegates.AssemblyRenewed()
            | money.PupilsCounted()
        ):
            authors = _INSTITUTION | _SECRETARIAT
        case committee.RepresentativeElected():
            authors = _COLLEGE
        case ConventionApproved() | committee.MatterDecided():
            syndicate = frozenset(kind for kind in Authority if kind.of_syndicate)
            authors = syndicate | _INSTITUTION
        case (
            committee.SessionConvened()
            | money.ServiceDelivered()
            | money.ContributionCalled()
        ):
            authors = _PRESIDENT | _SECRETARIAT
        case (
            committee.AttendanceRecorded()
            | money.PaymentReceived()
            | afterwards.ActTransmitted()
            | afterwards.ActPublished()
            | afterwards.ActDated()
            | afterwards.EvidenceAttached()
            | afterwards.ActRectified()
        ):
            authors = _SECRETARIAT
        case (
            afterwards.ActAnnulled()
            | afterwards.ActSuspended()
            | afterwards.SuspensionLifted()
            | afterwards.RulingOverturned()
        ):
            authors = _COURT
        case afterwards.ActRevoked() | afterwards.ActRepealed():
            authors = _ANYBODY  # the author of the target, whoever that is
        case _:
            assert_never(decision)
    return authors
