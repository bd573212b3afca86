"""Delegates: who is designated, who leaves a seat, which assembly is renewed."""

from datetime import date
from typing import Annotated, Literal

import msgspec

from ledger import meaning
from ledger.events.event import Event
from ledger.events.kind import (
    COLLEGE,
    INSTITUTION,
    SECRETARIAT,
    Character,
    DecisionKind,
    Named,
    NotBefore,
    Subject,
    Where,
)
from ledger.institutions import PersonName
from ledger.language import N_
from ledger.terms import Slug


class DelegateDesignated(
    Event, frozen=True, kw_only=True, tag="delegate-designated.v1"
):
    """A member's assembly designates a delegate (art. 8.1)."""

    KIND = DecisionKind(
        label=N_("designation of a delegate"),
        by=INSTITUTION,
        bears_on=Subject.VOTES,
        effect_from=(NotBefore("from_"),),
    )

    person: Annotated[PersonName, meaning.PERSON]
    replaces: Annotated[PersonName | None, meaning.REPLACES] = None
    from_: Annotated[date | None, meaning.FROM] = msgspec.field(
        name="from", default=None
    )


class SeatVacated(Event, frozen=True, kw_only=True, tag="seat-vacated.v1"):
    """A person leaves a seat before its term (arts. 8.1, 11)."""

    KIND = DecisionKind(
        label=N_("seat left"),
        by=INSTITUTION | SECRETARIAT,
        by_where=Where("seat", "representative", COLLEGE),
        bears_on=Subject.VOTES,
        effect_from=(Named("on"),),
        character=Character.STATES,
    )

    person: Annotated[PersonName, meaning.PERSON]
    seat: Annotated[
        Literal["delegate", "representative", "president", "vice-president"],
        meaning.SEAT,
    ] = "delegate"
    reason: Annotated[
        Literal["resignation", "death", "loss-of-mandate", "dismissal"],
        meaning.REASON_TO_LEAVE,
    ]
    on: Annotated[date, meaning.LEFT_ON]


class AssemblyRenewed(Event, frozen=True, kw_only=True, tag="assembly-renewed.v1"):
    """A member's assembly was elected anew; delegates hold over (art. 8.1)."""

    KIND = DecisionKind(
        label=N_("renewal of the assembly"),
        by=INSTITUTION | SECRETARIAT,
        bears_on=Subject.VOTES,
        effect_from=(Named("on"),),
        character=Character.STATES,
    )

    member: Annotated[Slug | None, meaning.MEMBER_OR_AUTHOR] = None
    on: Annotated[date, meaning.RENEWED_ON]
