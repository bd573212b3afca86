"""Agreements: conventions a body approves."""

from datetime import date
from typing import Annotated

from ledger import meaning
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

    partner: Annotated[Text, meaning.PARTNER]
    subject: Annotated[Text, meaning.SUBJECT]
    signed_on: Annotated[date | None, meaning.SIGNED_ON] = None
    years: Annotated[Count | None, meaning.DURATION] = None
    renewals: Annotated[Count | None, meaning.RENEWALS] = None
