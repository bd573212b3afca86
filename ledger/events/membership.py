"""Membership: who asks, who agrees, who changes, who leaves (arts. 4, 7, 15, 16)."""

from datetime import date
from typing import Annotated

import msgspec

from ledger import meaning
from ledger.events.event import Event
from ledger.events.kind import (
    COMMITTEE,
    INSTITUTION,
    PREFECTURE,
    SECRETARIAT,
    Character,
    DecisionKind,
    Named,
    OfAct,
    Subject,
)
from ledger.institutions import Institution
from ledger.language import N_
from ledger.terms import (
    Count,
    DepartmentCode,
    Effect,
    EpciKind,
    Insee,
    Kind,
    Siren,
    Siret,
    Slug,
    Slugs,
    Text,
    check_distinct,
    check_effect,
    check_identifiers,
)


class AdhesionRequested(Event, frozen=True, kw_only=True, tag="adhesion-requested.v1"):
    """An assembly asks to join, for these competences (art. 15)."""

    KIND = DecisionKind(
        label=N_("request to join"),
        by=INSTITUTION,
        bears_on=Subject.IDENTITY | Subject.ANNEXES | Subject.VOTES,
        effect_from=(OfAct.IN_FORCE,),
    )

    applicant: Annotated[Institution, meaning.APPLICANT]
    competences: Annotated[Slugs, meaning.COMPETENCES]
    effect: Annotated[Effect | None, meaning.EFFECT] = None
    approves_statutes: Annotated[Text | None, meaning.APPROVES_STATUTES] = None
    approves_conditions: Annotated[Text | None, meaning.APPROVES_CONDITIONS] = None
    cites_conditions: Annotated[Text | None, meaning.CITES_CONDITIONS] = None
    wording: Annotated[Text | None, meaning.WORDING] = None

    def __post_init__(self) -> None:
        """Verify the effect and the list."""
        check_effect(self.effect)
        check_distinct(self.competences)


class AdhesionApproved(Event, frozen=True, kw_only=True, tag="adhesion-approved.v1"):
    """The committee agrees that an institution joins (art. 15)."""

    KIND = DecisionKind(
        label=N_("approval of an adhesion"),
        by=COMMITTEE,
        bears_on=Subject.ANNEXES | Subject.VOTES,
        effect_from=(OfAct.IN_FORCE,),
        voted_as=("adhesion",),
    )

    member: Annotated[Slug, meaning.MEMBER]
    competences: Annotated[Slugs, meaning.COMPETENCES]

    def __post_init__(self) -> None:
        """Verify the list."""
        check_distinct(self.competences)


class CompetenceTransferRequested(
    Event, frozen=True, kw_only=True, tag="competence-transfer-requested.v1"
):
    """A member asks to transfer a further competence (art. 4)."""

    KIND = DecisionKind(
        label=N_("request to transfer a competence"),
        by=INSTITUTION,
        bears_on=Subject.ANNEXES | Subject.VOTES,
        effect_from=(OfAct.IN_FORCE,),
    )

    competences: Annotated[Slugs, meaning.COMPETENCES]
    effect: Annotated[Effect | None, meaning.EFFECT] = None

    def __post_init__(self) -> None:
        """Verify the effect and the list."""
        check_effect(self.effect)
        check_distinct(self.competences)


class CompetenceTransferred(
    Event, frozen=True, kw_only=True, tag="competence-transferred.v1"
):
    """The committee accepts a further competence of a member (art. 4)."""

    KIND = DecisionKind(
        label=N_("approval of a transfer"),
        by=COMMITTEE,
        bears_on=Subject.ANNEXES | Subject.VOTES,
        effect_from=(OfAct.IN_FORCE,),
        voted_as=("adhesion",),
    )

    member: Annotated[Slug, meaning.MEMBER]
    competences: Annotated[Slugs, meaning.COMPETENCES]

    def __post_init__(self) -> None:
        """Verify the list."""
        check_distinct(self.competences)


class CompetenceResumptionRequested(
    Event, frozen=True, kw_only=True, tag="competence-resumption-requested.v1"
):
    """A member asks to take a competence back (conditions art. 4)."""

    KIND = DecisionKind(
        label=N_("request to take a competence back"),
        by=INSTITUTION,
        bears_on=Subject.ANNEXES | Subject.VOTES,
        effect_from=(OfAct.IN_FORCE,),
    )

    competences: Annotated[Slugs, meaning.COMPETENCES]
    effect: Annotated[Effect | None, meaning.EFFECT] = None

    def __post_init__(self) -> None:
        """Verify the effect and the list."""
        check_effect(self.effect)
        check_distinct(self.competences)


class CompetenceResumed(Event, frozen=True, kw_only=True, tag="competence-resumed.v1"):
    """The committee agrees, or the State orders, that a member takes one back.

    By order: CGCT L.5721-6-3, or the competences listed in L.5215-22, L.5216-7 and
    L.5217-7. Nobody votes on it.
    """

    KIND = DecisionKind(
        label=N_("approval of a resumption"),
        by=COMMITTEE | PREFECTURE,
        bears_on=Subject.ANNEXES | Subject.VOTES,
        effect_from=(Named("effect"), OfAct.IN_FORCE),
        voted_as=("withdrawal",),
    )

    member: Annotated[Slug, meaning.MEMBER]
    competences: Annotated[Slugs, meaning.COMPETENCES]
    effect: Annotated[date | None, meaning.ORDERED] = None

    def __post_init__(self) -> None:
        """Verify the list."""
        check_distinct(self.competences)


class WithdrawalRequested(
    Event, frozen=True, kw_only=True, tag="withdrawal-requested.v1"
):
    """A member asks to leave the syndicate (art. 16)."""

    KIND = DecisionKind(
        label=N_("request to leave"),
        by=INSTITUTION,
        bears_on=Subject.ANNEXES | Subject.VOTES,
        effect_from=(OfAct.IN_FORCE,),
    )

    effect: Annotated[Effect | None, meaning.EFFECT] = None

    def __post_init__(self) -> None:
        """Verify the effect."""
        check_effect(self.effect)


class WithdrawalApproved(
    Event, frozen=True, kw_only=True, tag="withdrawal-approved.v1"
):
    """The committee agrees (art. 16), or the State orders, that a member leaves.

    By order: CGCT L.5721-6-3. Nobody votes on it.
    """

    KIND = DecisionKind(
        label=N_("approval of a withdrawal"),
        by=COMMITTEE | PREFECTURE,
        bears_on=Subject.ANNEXES | Subject.VOTES,
        effect_from=(Named("effect"), OfAct.IN_FORCE),
        voted_as=("withdrawal",),
    )

    member: Annotated[Slug, meaning.MEMBER]
    terms: Annotated[Text | None, meaning.TERMS] = None
    effect: Annotated[date | None, meaning.ORDERED] = None


class IdentityChanged(Event, frozen=True, kw_only=True, tag="identity-changed.v1"):
    """What an institution is called or registered as changes, from that day."""

    KIND = DecisionKind(
        label=N_("change of identity"),
        by=PREFECTURE | INSTITUTION | SECRETARIAT,
        bears_on=Subject.IDENTITY | Subject.ANNEXES | Subject.VOTES,
        effect_from=(Named("from_"),),
        character=Character.STATES,
    )

    member: Annotated[Slug | None, meaning.MEMBER_OR_AUTHOR] = None
    from_: Annotated[date, meaning.FROM] = msgspec.field(name="from")
    name: Annotated[Text | None, meaning.NAME] = None
    kind: Annotated[Kind | None, meaning.KIND] = None
    insee: Annotated[Insee | None, meaning.INSEE] = None
    siren: Annotated[Siren | None, meaning.SIREN] = None
    siret: Annotated[Siret | None, meaning.SIRET] = None
    population: Annotated[Count | None, meaning.POPULATION] = None
    department: Annotated[DepartmentCode | None, meaning.DEPARTMENT] = None
    epci: Annotated[Text | None, meaning.EPCI] = None
    epci_kind: Annotated[EpciKind | None, meaning.EPCI_KIND] = None

    def __post_init__(self) -> None:
        """Verify the check digits."""
        check_identifiers(self.siren, self.siret)


class MembersMerged(Event, frozen=True, kw_only=True, tag="members-merged.v1"):
    """Institutions become one; the heir succeeds them from that day."""

    KIND = DecisionKind(
        label=N_("merger"),
        by=PREFECTURE,
        bears_on=Subject.IDENTITY | Subject.ANNEXES | Subject.VOTES,
        effect_from=(Named("from_"),),
    )

    members: Annotated[Slugs, meaning.MERGED]
    into: Annotated[Institution, meaning.INTO]
    from_: Annotated[date, meaning.FROM] = msgspec.field(name="from")

    def __post_init__(self) -> None:
        """Verify the list, and that the heir has an id."""
        check_distinct(self.members)
        self.into.require_id()


class CompetenceSubstituted(
    Event, frozen=True, kw_only=True, tag="competence-substituted.v1"
):
    """An EPCI takes the place of its communes for one competence, by law.

    CGCT L.5214-21, L.5215-22, L.5216-7, L.5217-7.
    """

    KIND = DecisionKind(
        label=N_("substitution for a competence"),
        by=PREFECTURE | INSTITUTION,
        bears_on=Subject.IDENTITY | Subject.ANNEXES | Subject.VOTES,
        effect_from=(Named("from_"),),
    )

    members: Annotated[Slugs, meaning.SUBSTITUTED]
    into: Annotated[Institution, meaning.SUBSTITUTE]
    competence: Annotated[Slug, meaning.COMPETENCE]
    from_: Annotated[date, meaning.FROM] = msgspec.field(name="from")

    def __post_init__(self) -> None:
        """Verify the list, and that the EPCI has an id."""
        check_distinct(self.members)
        self.into.require_id()


class InstitutionEnded(Event, frozen=True, kw_only=True, tag="institution-ended.v1"):
    """An institution is dissolved, without heir; its membership ends with it."""

    KIND = DecisionKind(
        label=N_("end of an institution"),
        by=PREFECTURE,
        bears_on=Subject.ANNEXES | Subject.VOTES,
        effect_from=(Named("on"),),
    )

    member: Annotated[Slug, meaning.MEMBER]
    on: Annotated[date, meaning.ENDED_ON]


class InstitutionKnown(Event, frozen=True, kw_only=True, tag="institution-known.v1"):
    """Who an institution is, which need be no member; nothing else follows."""

    KIND = DecisionKind(
        label=N_("institution made known"),
        by=SECRETARIAT,
        bears_on=Subject.IDENTITY | Subject.ANNEXES | Subject.VOTES,
        effect_from=(Named("from_"), OfAct.IN_FORCE),
        character=Character.STATES,
    )

    institution: Annotated[Institution, meaning.KNOWN]
    from_: Annotated[date | None, meaning.FROM] = msgspec.field(
        name="from", default=None
    )

    def __post_init__(self) -> None:
        """Verify that it has an id."""
        self.institution.require_id()


class AssociateAdmitted(Event, frozen=True, kw_only=True, tag="associate-admitted.v1"):
    """An institution attends without voting (art. 7)."""

    KIND = DecisionKind(
        label=N_("admission of an associate"),
        by=COMMITTEE,
        bears_on=Subject.IDENTITY | Subject.ANNEXES | Subject.VOTES,
        effect_from=(OfAct.IN_FORCE,),
    )

    institution: Annotated[Institution, meaning.ASSOCIATE]

    def __post_init__(self) -> None:
        """Verify that the associate has an id."""
        self.institution.require_id()


class AssociateLeft(Event, frozen=True, kw_only=True, tag="associate-left.v1"):
    """An associate attends no longer (art. 7)."""

    KIND = DecisionKind(
        label=N_("departure of an associate"),
        by=COMMITTEE,
        bears_on=Subject.ANNEXES | Subject.VOTES,
        effect_from=(OfAct.IN_FORCE,),
    )

    member: Annotated[Slug, meaning.MEMBER]
