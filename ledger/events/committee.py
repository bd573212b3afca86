"""The committee and its colleges: sessions, attendance, elections, other matters."""

from datetime import date
from typing import Literal

from ledger.events.event import Event
from ledger.events.kind import (
    COLLEGE,
    COMMITTEE,
    INSTITUTION,
    NOTHING,
    PRESIDENT,
    SECRETARIAT,
    SYNDICATE,
    Character,
    DecisionKind,
    Named,
    OfAct,
    SessionOf,
    Subject,
)
from ledger.institutions import PersonName, PersonText
from ledger.language import N_
from ledger.terms import ContentError, SessionReference, Slug, Text


class SessionConvened(Event, frozen=True, kw_only=True, tag="session-convened.v1"):
    """A body was called to meet (art. 8.3)."""

    KIND = DecisionKind(
        label=N_("convocation"),
        by=PRESIDENT | SECRETARIAT,
        bears_on=Subject.VOTES,
        effect_from=(Named("sent_on"),),
        character=Character.PREPARES,
    )

    session: SessionReference
    body: Slug
    sent_on: date
    held_on: date
    agenda: tuple[Text, ...] = ()
    second_call_of: SessionReference | None = None

    def __post_init__(self) -> None:
        """Verify that the body was called before it met."""
        if self.sent_on > self.held_on:
            raise ContentError(
                N_("sent_on is {sent_on}, after the session on {held_on}"),
                sent_on=self.sent_on,
                held_on=self.held_on,
            )


class AttendanceRecorded(
    Event, frozen=True, kw_only=True, tag="attendance-recorded.v1"
):
    """Who was there, who held whose proxy, who presided (art. 8.3)."""

    KIND = DecisionKind(
        label=N_("attendance"),
        by=SECRETARIAT,
        bears_on=Subject.VOTES,
        effect_from=(SessionOf("session"), OfAct.ADOPTED),
        character=Character.PREPARES,
    )

    session: SessionReference
    present: tuple[PersonName, ...]
    proxies: dict[PersonText, PersonName] = {}  # noqa: RUF012 -- msgspec copies it
    presided_by: PersonName | None = None


class RepresentativeElected(
    Event, frozen=True, kw_only=True, tag="representative-elected.v1"
):
    """A college elects one of its delegates to the committee (art. 8.1)."""

    KIND = DecisionKind(
        label=N_("election of a representative"),
        by=COLLEGE,
        bears_on=Subject.VOTES,
        effect_from=(OfAct.ADOPTED,),
    )

    person: PersonName
    replaces: PersonName | None = None


class OfficerElected(Event, frozen=True, kw_only=True, tag="officer-elected.v1"):
    """The committee elects its president or a vice-president (arts. 9, 10)."""

    KIND = DecisionKind(
        label=N_("election to the bureau"),
        by=COMMITTEE,
        bears_on=Subject.VOTES,
        effect_from=(OfAct.ADOPTED,),
        voted_as=("election",),
    )

    office: Literal["president", "vice-president"]
    person: PersonName
    replaces: PersonName | None = None


class MatterDecided(Event, frozen=True, kw_only=True, tag="matter-decided.v1"):
    """Anything else a body decides; no effect on the register."""

    KIND = DecisionKind(
        label=N_("decision"),
        by=SYNDICATE | INSTITUTION,
        bears_on=NOTHING,
        effect_from=(OfAct.IN_FORCE,),
    )

    subject: Text
