"""The committee and its colleges: sessions, attendance, elections, other matters."""

from datetime import date
from typing import Annotated, Literal

from ledger import meaning
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
from ledger.terms import ContentError, Reference, SessionReference, Slug, Text


class SessionConvened(Event, frozen=True, kw_only=True, tag="session-convened.v1"):
    """A body was called to meet (art. 8.3)."""

    KIND = DecisionKind(
        label=N_("convocation"),
        by=PRESIDENT | SECRETARIAT,
        bears_on=Subject.VOTES,
        effect_from=(Named("sent_on"),),
        character=Character.PREPARES,
    )

    session: Annotated[SessionReference, meaning.SESSION]
    body: Annotated[Slug, meaning.BODY]
    sent_on: Annotated[date, meaning.CONVENED_ON]
    held_on: Annotated[date, meaning.HELD_ON]
    agenda: Annotated[tuple[Text, ...], meaning.AGENDA] = ()
    second_call_of: Annotated[SessionReference | None, meaning.SECOND_CALL_OF] = None

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

    session: Annotated[SessionReference, meaning.SESSION]
    present: Annotated[tuple[PersonName, ...], meaning.PRESENT]
    proxies: Annotated[dict[PersonText, PersonName], meaning.PROXIES] = {}  # noqa: RUF012 -- msgspec copies it
    presided_by: Annotated[PersonName | None, meaning.PRESIDED_BY] = None
    arrived: Annotated[dict[PersonText, Reference], meaning.ARRIVED] = {}  # noqa: RUF012 -- msgspec copies it
    left: Annotated[dict[PersonText, Reference], meaning.LEFT] = {}  # noqa: RUF012 -- msgspec copies it
    order: Annotated[tuple[Reference, ...], meaning.ORDER] = ()


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

    person: Annotated[PersonName, meaning.PERSON]
    replaces: Annotated[PersonName | None, meaning.REPLACES] = None


class OfficerElected(Event, frozen=True, kw_only=True, tag="officer-elected.v1"):
    """The committee elects its president or a vice-president (arts. 9, 10)."""

    KIND = DecisionKind(
        label=N_("election to the bureau"),
        by=COMMITTEE,
        bears_on=Subject.VOTES,
        effect_from=(OfAct.ADOPTED,),
        voted_as=("election",),
    )

    office: Annotated[Literal["president", "vice-president"], meaning.OFFICE]
    person: Annotated[PersonName, meaning.PERSON]
    replaces: Annotated[PersonName | None, meaning.REPLACES] = None


class MatterDecided(Event, frozen=True, kw_only=True, tag="matter-decided.v1"):
    """Anything else a body decides; no effect on the register."""

    KIND = DecisionKind(
        label=N_("decision"),
        by=SYNDICATE | INSTITUTION,
        bears_on=NOTHING,
        effect_from=(OfAct.IN_FORCE,),
    )

    subject: Annotated[Text, meaning.SUBJECT]
