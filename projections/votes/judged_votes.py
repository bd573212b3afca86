"""Was a vote lawful, and did it carry, by the rule of its day?

Statutes arts. 8.3, 8.5, 11, 15 to 17; specification section 8. Judged as the ledger
knows it: who sat when the session opened, who was there, what was asked.
"""

from datetime import date

import msgspec

from ledger.authorities import COMMITTEE, Authority, kind_of
from ledger.refusals import RefusedError
from ledger.statutes import Rules
from ledger.voting_refusals import (
    UnknownDepartmentError,
)
from projections.acts.as_known import ActAsKnown
from projections.votes.counting import Tally
from projections.votes.electorate import (
    Asked,
    Electorate,
    NoRulesError,
    electorate,
    seats_of,
)
from projections.votes.opening import as_opened, rulings_after
from projections.votes.questions_put import asked_by
from projections.votes.sessions import (
    Session,
    Sessions,
    is_lawful_second_call,
    sessions,
)
from projections.votes.verdicts import verdict
from projections.world import World

BODIES = {Authority.COMMITTEE, Authority.BUREAU, Authority.COLLEGE}
"""Whose votes are judged: those of other bodies are theirs to judge."""


class Judged(msgspec.Struct, frozen=True):
    """A vote as judged; `is_carried` is None where nobody can tell."""

    electorate: Electorate | None = None
    session: Session | None = None
    tally: Tally | None = None
    is_carried: bool | None = None
    refusals: tuple[RefusedError, ...] = ()


class Judge:
    """Judges the votes of one world; who sat on a day is derived once."""

    def __init__(self, world: World, *, in_hindsight: bool = True) -> None:
        """Take the world; nothing is derived before it is needed.

        In hindsight, what courts and authors undid since counts; without it, who sat is
        judged as on the day of the session: its votes stand (specification section 10).
        """
        self.world = world
        self._in_hindsight = in_hindsight
        self._as_ruled: dict[frozenset[str], World] = {frozenset(): world}
        self.sessions: Sessions = sessions(world)
        self._opened: dict[date, World] = {}
        self._electorates: dict[tuple[str, Asked, date], Electorate] = {}

    def judge(self, act: ActAsKnown) -> Judged:
        """Judge the vote on an act of the committee, the bureau or a college."""
        session = self.sessions.of(act.registered.session)
        if session is not None and session.body != act.authority:
            session = None
        day = session.held_on if session is not None else act.adopted_on
        body = act.authority
        if act.vote is None or day is None or kind_of(body) not in BODIES:
            return Judged()
        asked, wrong = asked_by(act)
        if body != COMMITTEE:
            asked = Asked("ordinary")
        if kind_of(body) is Authority.COLLEGE:
            wrong = []
        try:
            voters = self.electorate(body, asked, day)
        except NoRulesError:
            return Judged(session=session, refusals=tuple(wrong))
        except UnknownDepartmentError as error:
            return Judged(session=session, refusals=(*wrong, error))
        needs_quorum = session is not None and self.needs_quorum(session)
        found = verdict(
            act.vote, voters, session, self.rules_on(day), needs_quorum=needs_quorum
        )
        refusals = (*wrong, *found.refusals)
        return Judged(voters, session, found.tally, found.is_carried, refusals)

    def opened(self, day: date) -> World:
        """Tell what held as a session of a day opened."""
        if day not in self._opened:
            self._opened[day] = as_opened(self._ruled(day), day)
        return self._opened[day]

    def _ruled(self, day: date) -> World:
        """Leave out, but in hindsight, what was undone after a day."""
        later = frozenset[str]()
        if not self._in_hindsight:
            later = rulings_after(self.world, day)
        if later not in self._as_ruled:
            self._as_ruled[later] = self.world.without(*later)
        return self._as_ruled[later]

    def electorate(self, body: str, asked: Asked, day: date) -> Electorate:
        """Tell who may vote on a question in a body at a session of a day."""
        key = (body, asked, day)
        if key not in self._electorates:
            self._electorates[key] = electorate(self.opened(day), body, asked, day)
        return self._electorates[key]

    def rules_on(self, day: date) -> Rules:
        """Tell the rules in force as a session of a day opened."""
        version = self.opened(day).statutes.on(day)
        return version.rules if version else Rules()

    def in_office(self, day: date) -> tuple[str, ...]:
        """List the members of the committee as a session of a day opened."""
        seats = seats_of(self.opened(day), COMMITTEE, day)
        return tuple(seat.person for seat in seats)

    def needs_quorum(self, session: Session) -> bool:
        """Tell whether a session needs one: any but a lawful second call."""
        first = self.sessions.of(session.second_call_of)
        return first is None or not is_lawful_second_call(
            session,
            self.sessions,
            self.in_office(first.held_on),
            self.rules_on(session.held_on),
        )
