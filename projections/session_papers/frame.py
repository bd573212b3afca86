"""What do all papers of a session say: who met when, under which statutes?

The papers are a session's notice, its attendance sheet and its table of votes
(statutes art. 8.3). Each is told as the session opened, as far as was known.
"""

from datetime import date
from typing import Any, get_args

import msgspec

from ledger.authorities import COMMITTEE
from ledger.clauses import Clause, StatutesClause
from projections.naming.articles import cite
from projections.naming.citing import carried_from, competence_label, once
from projections.naming.colleges import colleges_of
from projections.naming.names import member_rank, name_on, sort_key
from projections.naming.syndicate import syndicate_of
from projections.seats.seats import BUREAU, Seat
from projections.session_papers.parts import (
    Heading,
    Named,
    Quorum,
    Sitting,
    StatutesCited,
    irregularities,
)
from projections.timelines.world import World
from projections.votes.electorate import Asked
from projections.votes.judged_votes import Judge
from projections.votes.quorum import NOBODY_LEAVES, Leaving
from projections.votes.sessions import Attendance, session_named


class Papers:
    """A session and what held as it opened: all that its papers are made of."""

    def __init__(self, world: World, reference: str) -> None:
        """Find the session.

        Raises:
            UnknownSessionError: there is none.
            UnconvenedSessionError: acts name it, and none convenes it.
            NoRulesError: no statutes are in force that day.
        """
        self.world = world
        self.judge = Judge(world)
        self.session = session_named(world, self.judge.sessions, reference)
        self.day = self.session.held_on
        self.opened = self.judge.opened(self.day)
        asked = Asked("election")  # on which the whole committee votes
        self.electorate = self.judge.electorate(self.session.body, asked, self.day)
        self.rules = self.judge.rules_on(self.day)

    @property
    def is_of_committee(self) -> bool:
        """Tell whether the rules of art. 8.3 are about this session."""
        return self.session.body == COMMITTEE

    def heading(self, paper: str, *acts: str) -> dict[str, Any]:
        """Tell what every paper says, from acts of its own: its heading's fields."""
        version = self.opened.statutes.on(self.day)
        assert version is not None, "the electorate asked for the rules"
        own = once(self.session.act, *acts)
        heading = Heading(
            paper=paper,
            session=self.session.reference,
            body=self.session.body,
            held_on=self.day,
            sent_on=self.session.sent_on,
            known_at=self.world.known_at,
            digest=self.world.known.digest,
            syndicate=syndicate_of(self.opened),
            statutes=StatutesCited(version.version, carried_from(self.opened, version)),
            articles={
                clause: article
                for clause in get_args(StatutesClause)
                if (article := self.article(clause)) is not None
            },
            colleges=colleges_of(self.opened),
            irregular=tuple(
                broken
                for act in own
                for broken in irregularities(self.world.known.acts[act])
            ),
            because=once(*own, version.act),
        )
        return msgspec.structs.asdict(heading)

    def sitting(self) -> list[Sitting]:
        """List who is in office: founders' delegates first, then by member's name."""
        body = self.opened.bodies.body(self.session.body)
        found: dict[str, Seat] = {}
        for seat in body.seats:
            if seat.period.holds_on(self.day):
                found.setdefault(seat.person, seat)
        lines = [self._sitting(seat) for seat in found.values()]
        return sorted(lines, key=self._rank)

    def competence(self, competence: str | None) -> str | None:
        """Tell what the statutes call a competence that day; None for none."""
        if competence is None:
            return None
        return competence_label(self.opened, competence, self.day)

    def article(self, clause: Clause) -> str | None:
        """Tell the article of a clause that day; None where none is on record."""
        return cite(self.opened, clause, self.day).article

    def president_on(self, day: date) -> Named | None:
        """Tell who presided over the committee on a day."""
        seats = self.world.bodies.body(BUREAU).seats
        for seat in seats:
            if seat.office == "president" and seat.period.holds_on(day):
                return self.named(seat.person)
        return None

    def named(self, person: str) -> Named:
        """Name a person."""
        return Named(person, self.world.persons.get(person, person))

    def vacant(self) -> int:
        """Count the seats nobody holds."""
        body = self.opened.bodies.body(self.session.body)
        return sum(seat.period.holds_on(self.day) for seat in body.empty)

    def name(self, institution: str | None) -> str | None:
        """Tell what an institution is called that day; None for none."""
        if institution is None:
            return None
        return name_on(self.opened, institution, self.day)

    def quorum(
        self,
        attendance: Attendance | None = None,
        leaving: Leaving = NOBODY_LEAVES,
    ) -> Quorum | None:
        """Tell the quorum of the committee; the statutes set none for other bodies."""
        present = attendance.present if attendance is not None else ()
        found = self.judge.quorum(self.session.body, self.day, present, leaving)
        if found is None:
            return None
        return Quorum(
            required=self.judge.needs_quorum(self.session),
            in_office=found.in_office,
            needed=found.needed,
            present=None if attendance is None else found.present,
            reached=None if attendance is None else found.is_met,
            article=self.article("quorum"),
        )

    def _sitting(self, seat: Seat) -> Sitting:
        return Sitting(
            person=seat.person,
            name=self.opened.persons.get(seat.person, seat.person),
            member=seat.member,
            member_name=name_on(self.opened, seat.member, self.day),
            college=self._college(seat),
            office=seat.office or self._office(seat.person),
            because=seat.because,
        )

    def _college(self, seat: Seat) -> str | None:
        """Find the college that elected a person to the committee."""
        if not self.is_of_committee or seat.member in self.opened.membership.founders:
            return None
        return next(
            (
                name
                for name, body in self.opened.bodies.by_id.items()
                if name not in {COMMITTEE, BUREAU}
                and any(
                    one.person == seat.person and one.period.holds_on(self.day)
                    for one in body.seats
                )
            ),
            None,
        )

    def _office(self, person: str) -> str | None:
        return next(
            (
                seat.office
                for seat in self.opened.bodies.body(BUREAU).seats
                if seat.person == person and seat.period.holds_on(self.day)
            ),
            None,
        )

    def _rank(self, line: Sitting) -> tuple[int, str, str]:
        rank = member_rank(self.opened, line.member, self.day)
        return (*rank, sort_key(line.name))
