"""What does one decision say, in brief, and from which day?"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, TypeAlias

import msgspec

from ledger.events.catalogue import Decision
from ledger.events.event import name_of
from ledger.events.money import (
    OptionChosen,
    PupilsCounted,
    ServiceDelivered,
    SubsidyGranted,
)
from ledger.institutions import person_id
from ledger.tags import member_of
from projections.acts.act_state import ActState, DecisionState
from projections.money.cents import shown_amount

Fact: TypeAlias = PupilsCounted | OptionChosen | ServiceDelivered | SubsidyGranted
"""What moves the dues of a year, though no line of the register."""

_ABOUT = ("subject", "version", "session", "school_year", "line", "year", "name")
"""The fields that say best what a decision is about."""


class Deed(msgspec.Struct, frozen=True, kw_only=True):
    """One decision: whom, what or which act it is about, and since when it counts.

    `value` is what moves dues: a head-count, an option, a service, a subsidy.
    """

    type: str
    on: date | None
    member: str | None
    person: str | None
    target: str | None
    about: str | None
    value: Mapping[str, Any] | None


def deed(act: ActState, taken: DecisionState, on: date | None) -> Deed:
    """Tell a decision in brief."""
    decision = taken.decision
    person = getattr(decision, "person", None)
    said = (getattr(decision, field, None) for field in _ABOUT)
    return Deed(
        type=name_of(decision),
        on=on,
        member=member_of(decision, act.reference),
        person=None if person is None else person_id(person),
        target=getattr(decision, "target", None),
        about=next((str(one) for one in said if one is not None), None),
        value=_value(decision),
    )


def _value(decision: Decision) -> Mapping[str, Any] | None:
    if not isinstance(decision, Fact):
        return None
    return {
        field: _written(field, said)
        for field, said in msgspec.structs.asdict(decision).items()
        if field != "member" and said is not None
    }


def _written(field: str, said: object) -> object:
    if not isinstance(said, Decimal):
        return said
    return shown_amount(said) if field == "amount" else f"{said:f}"
