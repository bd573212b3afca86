"""The tags an entry is found by: its act, and whom and what it concerns.

The act's tag comes first in every entry. Tags are written into the entry and stand
there for ever; conditions and look-ups are queries over them (specification section 14).
"""

from typing import assert_never

from ledger.authorities import Authority, authority_of, kind_of
from ledger.events import afterwards, catalogue, committee, delegates, membership, money
from ledger.events.agreements import ConventionApproved
from ledger.events.constitution import (
    ConditionsAdopted,
    PowersDelegated,
    StatutesAdopted,
    SyndicateCreated,
    SyndicateDissolved,
)
from ledger.institutions import PersonName, person_id


def act_tag(reference: str) -> str:
    """Tag everything one act put into the ledger."""
    return f"act:{reference}"


def member_tag(member: str) -> str:
    """Tag what concerns an institution."""
    return f"member:{member}"


def person_tag(person: PersonName) -> str:
    """Tag what concerns a person."""
    return f"person:{person_id(person)}"


def target_tag(reference: str) -> str:
    """Tag what a later entry says of an earlier act."""
    return f"target:{reference}"


def session_tag(session: str) -> str:
    """Tag what concerns a session."""
    return f"session:{session}"


def institution_of(reference: str) -> str | None:
    """Tell the institution that adopted an act; None where it was another authority."""
    authority = authority_of(reference)
    return authority if kind_of(authority) is Authority.INSTITUTION else None


def member_of(event: catalogue.StoredEvent, reference: str) -> str | None:
    """Tell the one institution an event concerns: the member it names, or its author."""
    match event:
        case membership.AdhesionRequested():
            return event.applicant.id or institution_of(reference)
        case membership.AssociateAdmitted():
            return event.institution.id
        case membership.MembersMerged():
            return event.into.id
        case _:
            return getattr(event, "member", None) or institution_of(reference)


def tags_of(event: catalogue.StoredEvent, reference: str) -> list[str]:
    """List an entry's tags, the act's first, each once."""
    concerned = member_of(event, reference)
    members = [member_tag(concerned)] if concerned else []
    tags = [act_tag(reference), *members, *_particular_tags(event)]
    return list(dict.fromkeys(tags))


def _particular_tags(event: catalogue.StoredEvent) -> list[str]:
    """List the tags of what this kind of event names beside one member."""
    match event:
        case catalogue.ActRegistered():
            return [session_tag(event.session)] if event.session else []
        case SyndicateCreated():
            founders = [founder.institution.id for founder in event.founders]
            return [member_tag(founder) for founder in founders if founder]
        case membership.MembersMerged():
            return [member_tag(member) for member in event.members]
        case delegates.DelegateDesignated() | committee.RepresentativeElected():
            return _person_tags(event.person, event.replaces)
        case committee.OfficerElected():
            return _person_tags(event.person, event.replaces)
        case delegates.SeatVacated():
            return _person_tags(event.person)
        case committee.SessionConvened() | committee.AttendanceRecorded():
            return [session_tag(event.session)]
        case money.SubsidyGranted():
            return [member_tag(event.payer)]
        case (
            afterwards.ActTransmitted()
            | afterwards.ActPublished()
            | afterwards.ActDated()
            | afterwards.EvidenceAttached()
            | afterwards.ActRectified()
            | afterwards.ActAnnulled()
            | afterwards.ActRevoked()
            | afterwards.ActRepealed()
            | afterwards.ActSuspended()
            | afterwards.SuspensionLifted()
            | afterwards.RulingOverturned()
        ):
            return [target_tag(event.target)]
        case (
            catalogue.CommitteeVoteCast()
            | catalogue.AssemblyVoteCast()
            | StatutesAdopted()
            | ConditionsAdopted()
            | PowersDelegated()
            | SyndicateDissolved()
            | membership.AdhesionRequested()
            | membership.AdhesionApproved()
            | membership.CompetenceTransferRequested()
            | membership.CompetenceTransferred()
            | membership.CompetenceResumptionRequested()
            | membership.CompetenceResumed()
            | membership.WithdrawalRequested()
            | membership.WithdrawalApproved()
            | membership.IdentityChanged()
            | membership.AssociateAdmitted()
            | membership.AssociateLeft()
            | delegates.AssemblyRenewed()
            | committee.MatterDecided()
            | money.TariffVoted()
            | money.BudgetVoted()
            | money.PupilsCounted()
            | money.OptionChosen()
            | money.ServiceDelivered()
            | money.PriceQuoted()
            | money.ContributionCalled()
            | money.PaymentReceived()
            | ConventionApproved()
        ):
            return []
        case _:
            assert_never(event)


def _person_tags(*persons: PersonName | None) -> list[str]:
    return [person_tag(person) for person in persons if person is not None]
