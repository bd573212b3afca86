"""What does the notice of a session say: to whom, about what, in time (art. 8.3)?"""

from datetime import date

import msgspec

from projections.members.annexes import associates_during
from projections.members.answers import Associate
from projections.periods import day_of
from projections.session_papers.frame import Papers
from projections.session_papers.parts import Heading, Named, Quorum, Sitting
from projections.votes.sessions import Session


class Notice(msgspec.Struct, frozen=True):
    """The days between the sending and the session, and how many the statutes ask."""

    days: int
    needed: int
    enough: bool
    article: str | None


class SecondCall(msgspec.Struct, frozen=True, kw_only=True):
    """The first session a second one follows, and whether the second needs no quorum.

    `present` and `in_office` are None where the first, or who attended it,
    is not on record.
    """

    session: str
    held_on: date | None
    days: int | None
    days_needed: int | None
    present: int | None
    in_office: int | None
    lawful: bool
    article: str | None


class NoticePaper(Heading, frozen=True, kw_only=True):
    """The notice: `notice` is None where the statutes set no delay."""

    convened_by: Named | None
    agenda: tuple[str, ...]
    notice: Notice | None
    second_call: SecondCall | None
    quorum: Quorum | None
    in_office: int
    vacant: int
    recipients: tuple[Sitting, ...]
    associates: tuple[Associate, ...]


def notice_paper(papers: Papers) -> NoticePaper:
    """Tell whom to call to a session, about what; associates are invited (art. 7)."""
    session = papers.session
    associates = associates_during(papers.opened, day_of(papers.day))
    recipients = papers.sitting()
    return NoticePaper(
        **papers.heading("notice"),
        convened_by=papers.president_on(session.sent_on)
        if papers.is_of_committee
        else None,
        agenda=session.agenda,
        notice=_notice(papers),
        second_call=_second_call(papers),
        quorum=papers.quorum(),
        in_office=len(recipients),
        vacant=papers.vacant(),
        recipients=tuple(recipients),
        associates=associates if papers.is_of_committee else (),
    )


def _notice(papers: Papers) -> Notice | None:
    """Hold the delay against the rule; a second call is exempt from it."""
    session, needed = papers.session, papers.rules.notice_days
    is_asked = papers.is_of_committee and session.second_call_of is None
    if not is_asked or needed is None:
        return None
    days = (session.held_on - session.sent_on).days
    return Notice(days, needed, days >= needed, papers.article("notice"))


def _second_call(papers: Papers) -> SecondCall | None:
    session = papers.session
    if session.second_call_of is None:
        return None
    first = papers.judge.sessions.of(session.second_call_of)
    present, in_office = _first_attendance(papers, first)
    return SecondCall(
        session=session.second_call_of,
        held_on=None if first is None else first.held_on,
        days=None if first is None else (session.held_on - first.held_on).days,
        days_needed=papers.rules.second_call_days,
        present=present,
        in_office=in_office,
        lawful=papers.is_of_committee and not papers.judge.needs_quorum(session),
        article=papers.article("second-call"),
    )


def _first_attendance(
    papers: Papers, first: Session | None
) -> tuple[int | None, int | None]:
    """Count who was present at the first, of those then in office."""
    if first is None or first.attendance is None:
        return None, None
    in_office = papers.judge.in_office(first.held_on)
    return len(first.attendance.present & {*in_office}), len(in_office)
