"""Afterwards: what is learned of an act later, and what becomes of it (section 10)."""

from datetime import date
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from ledger import meaning
from ledger.acts.fields import DocumentFile, Mode, check_prefecture_id
from ledger.events.event import Event
from ledger.events.kind import (
    ANYBODY,
    COURT,
    NOTHING,
    SECRETARIAT,
    DecisionKind,
    Named,
    NotBefore,
    OfAct,
    Subject,
)
from ledger.language import N_
from ledger.terms import Ordinal, Ordinals, PrefectureId, Reference, Text

Corrections = Annotated[
    dict[Text, Any],
    Meta(min_length=1, description=N_("at least one field with its new value")),
]


class ActTransmitted(Event, frozen=True, kw_only=True, tag="act-transmitted.v1"):
    """When an act went to the State's representative, and came back received."""

    KIND = DecisionKind(
        label=N_("transmission to the State, learned"),
        by=SECRETARIAT,
        bears_on=Subject.ANNEXES | Subject.VOTES,
        effect_from=(Named("sent_on"), Named("received_on"), OfAct.ADOPTED),
    )

    target: Annotated[Reference, meaning.TARGET]
    sent_on: Annotated[date | None, meaning.SENT_ON] = None
    received_on: Annotated[date | None, meaning.RECEIVED_ON] = None
    prefecture_id: Annotated[PrefectureId | None, meaning.PREFECTURE_ID] = None

    def __post_init__(self) -> None:
        """Verify the identifier."""
        if self.prefecture_id is not None:
            check_prefecture_id(self.prefecture_id, None)


class ActPublished(Event, frozen=True, kw_only=True, tag="act-published.v1"):
    """When and how an act was made public."""

    KIND = DecisionKind(
        label=N_("publication, learned"),
        by=SECRETARIAT,
        bears_on=Subject.ANNEXES | Subject.VOTES,
        effect_from=(Named("on"), OfAct.ADOPTED),
    )

    target: Annotated[Reference, meaning.TARGET]
    on: Annotated[date | None, meaning.PUBLISHED_ON] = None
    mode: Annotated[Mode | None, meaning.MODE] = None


class ActDated(Event, frozen=True, kw_only=True, tag="act-dated.v1"):
    """When an act was adopted, where it did not say."""

    KIND = DecisionKind(
        label=N_("date of adoption, learned"),
        by=SECRETARIAT,
        bears_on=Subject.ANNEXES | Subject.VOTES,
        effect_from=(Named("adopted_on"),),
    )

    target: Annotated[Reference, meaning.TARGET]
    adopted_on: Annotated[date, meaning.ADOPTED_ON]


class EvidenceAttached(Event, frozen=True, kw_only=True, tag="evidence-attached.v1"):
    """A document that bears an act out."""

    KIND = DecisionKind(
        label=N_("evidence attached"),
        by=SECRETARIAT,
        bears_on=NOTHING,
        effect_from=(OfAct.IN_FORCE,),
    )

    target: Annotated[Reference, meaning.TARGET]
    document: Annotated[DocumentFile, meaning.DOCUMENT]


class ActRectified(Event, frozen=True, kw_only=True, tag="act-rectified.v1"):
    """A clerical mistake is put right: from this entry on, the act reads as set."""

    KIND = DecisionKind(
        label=N_("rectification"),
        by=SECRETARIAT,
        bears_on=Subject.ANNEXES | Subject.VOTES,
        effect_from=(OfAct.IN_FORCE,),
    )

    target: Annotated[Reference, meaning.TARGET]
    decision: Annotated[Ordinal | None, meaning.DECISION] = None
    set: Annotated[Corrections, meaning.CORRECTIONS]
    reason: Annotated[Text, meaning.REASON]


class ActStruck(Event, frozen=True, kw_only=True, tag="act-struck.v1"):
    """It was recorded by mistake: from this entry on, as if it had never been."""

    KIND = DecisionKind(
        label=N_("strike of what was recorded by mistake"),
        by=SECRETARIAT,
        bears_on=Subject.ANNEXES | Subject.VOTES,
        effect_from=(OfAct.IN_FORCE,),
    )

    target: Annotated[Reference, meaning.TARGET]
    decisions: Annotated[Ordinals | None, meaning.DECISIONS] = None
    reason: Annotated[Text, meaning.REASON]


class ActAnnulled(Event, frozen=True, kw_only=True, tag="act-annulled.v1"):
    """A court annuls an act, as if it had never been, or only from a date."""

    KIND = DecisionKind(
        label=N_("annulment"),
        by=COURT,
        bears_on=Subject.ANNEXES | Subject.VOTES,
        effect_from=(Named("from_"), OfAct.IN_FORCE),
    )

    target: Annotated[Reference, meaning.TARGET]
    decisions: Annotated[Ordinals | None, meaning.DECISIONS] = None
    from_: Annotated[date | None, meaning.ANNULLED_FROM] = msgspec.field(
        name="from", default=None
    )


class ActRevoked(Event, frozen=True, kw_only=True, tag="act-revoked.v1"):
    """Its author takes an illegal act back, as if it had never been (CRPA L.243-3)."""

    KIND = DecisionKind(
        label=N_("withdrawal of an act by its author"),
        by=ANYBODY,  # the author of the target, whoever that is
        bears_on=Subject.ANNEXES | Subject.VOTES,
        effect_from=(OfAct.IN_FORCE,),
    )

    target: Annotated[Reference, meaning.TARGET]
    decisions: Annotated[Ordinals | None, meaning.DECISIONS] = None
    reason: Annotated[Text | None, meaning.REASON] = None


class ActRepealed(Event, frozen=True, kw_only=True, tag="act-repealed.v1"):
    """Its author ends an act for the future (CRPA L.243-1)."""

    KIND = DecisionKind(
        label=N_("repeal"),
        by=ANYBODY,  # the author of the target, whoever that is
        bears_on=Subject.ANNEXES | Subject.VOTES,
        effect_from=(NotBefore("from_"),),
    )

    target: Annotated[Reference, meaning.TARGET]
    decisions: Annotated[Ordinals | None, meaning.DECISIONS] = None
    from_: Annotated[date | None, meaning.FROM] = msgspec.field(
        name="from", default=None
    )


class ActSuspended(Event, frozen=True, kw_only=True, tag="act-suspended.v1"):
    """A court suspends an act (CJA L.521-1, L.554-1)."""

    KIND = DecisionKind(
        label=N_("suspension"),
        by=COURT,
        bears_on=Subject.ANNEXES | Subject.VOTES,
        effect_from=(Named("from_"),),
    )

    target: Annotated[Reference, meaning.TARGET]
    decisions: Annotated[Ordinals | None, meaning.DECISIONS] = None
    from_: Annotated[date, meaning.FROM] = msgspec.field(name="from")


class SuspensionLifted(Event, frozen=True, kw_only=True, tag="suspension-lifted.v1"):
    """A court lets a suspended act take effect again."""

    KIND = DecisionKind(
        label=N_("end of a suspension"),
        by=COURT,
        bears_on=Subject.ANNEXES | Subject.VOTES,
        effect_from=(Named("from_"),),
    )

    target: Annotated[Reference, meaning.TARGET]
    decisions: Annotated[Ordinals | None, meaning.DECISIONS] = None
    from_: Annotated[date, meaning.FROM] = msgspec.field(name="from")


class RulingOverturned(Event, frozen=True, kw_only=True, tag="ruling-overturned.v1"):
    """A higher court voids a ruling: the first world returns."""

    KIND = DecisionKind(
        label=N_("ruling overturned"),
        by=COURT,
        bears_on=Subject.ANNEXES | Subject.VOTES,
        effect_from=(OfAct.IN_FORCE,),
    )

    target: Annotated[Reference, meaning.TARGET]
    decisions: Annotated[Ordinals | None, meaning.DECISIONS] = None
