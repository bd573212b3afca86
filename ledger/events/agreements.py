"""Agreements: conventions a body approves."""

from datetime import date

from ledger.events.event import Event
from ledger.events.kind import (
    INSTITUTION,
    NOTHING,
    SYNDICATE,
    DecisionKind,
    OfAct,
)
from ledger.language import N_
from ledger.terms import Count, Text


class ConventionApproved(
    Event, frozen=True, kw_only=True, tag="convention-approved.v1"
):
    """A convention with a partner: how many years, how many tacit renewals."""

    KIND = DecisionKind(
        label=N_("convention"),
        by=SYNDICATE | INSTITUTION,
        bears_on=NOTHING,
        effect_from=(OfAct.IN_FORCE,),
    )

    partner: Text
    subject: Text
    signed_on: date | None = None
    years: Count | None = None
    renewals: Count | None = None
