"""Delegates: who is designated, who leaves a seat, which assembly is renewed."""

from datetime import date
from typing import Literal

import msgspec

from ledger.events.event import Event
from ledger.institutions import PersonName
from ledger.terms import Slug


class DelegateDesignated(
    Event, frozen=True, kw_only=True, tag="delegate-designated.v1"
):
    """A member's assembly designates a delegate (art. 8.1)."""

    person: PersonName
    replaces: PersonName | None = None
    from_: date | None = msgspec.field(name="from", default=None)


class SeatVacated(Event, frozen=True, kw_only=True, tag="seat-vacated.v1"):
    """A person leaves a seat before its term (arts. 8.1, 11)."""

    person: PersonName
    seat: Literal["delegate", "representative", "president", "vice-president"] = (
        "delegate"
    )
    reason: Literal["resignation", "death", "loss-of-mandate", "dismissal"]
    on: date


class AssemblyRenewed(Event, frozen=True, kw_only=True, tag="assembly-renewed.v1"):
    """A member's assembly was elected anew; delegates hold over (art. 8.1)."""

    member: Slug | None = None
    on: date
