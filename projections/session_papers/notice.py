"""What does the notice of a session say: to whom, about what, in time (art. 8.3)?"""

from datetime import date

import msgspec

from projections.periods import day_of
from projections.register.annexes import associates_during
from projections.register.answers import Associate
from projections.session_papers.frame import Papers
from projections.session_papers.parts import Heading, Named, Quorum, Sitting
from projections.votes.sessions import notice


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
    """Tell whether the members are called in time, where the rule asks for it."""
    found = notice(papers.session, papers.rules)
    if found is None:
        return None
    article = papers.article("notice")
    return Notice(found.days, found.needed, found.is_enough, article)


def _second_call(papers: Papers) -> SecondCall | None:
    call = papers.judge.second_call(papers.session)
    if call is None or papers.session.second_call_of is None:
        return None
    return SecondCall(
        session=papers.session.second_call_of,
        held_on=None if call.first is None else call.first.held_on,
        days=call.days,
        days_needed=call.days_needed,
        present=None if call.quorum is None else call.quorum.present,
        in_office=None if call.quorum is None else call.quorum.in_office,
        lawful=call.is_lawful,
        article=papers.article("second-call"),
    )
