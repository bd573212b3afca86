"""Was a vote lawful, and did it carry, by the rule of its day?

Statutes arts. 8.3, 8.5, 11, 15 to 17; specification section 8. Judged as the ledger
knows it: who sat when the session opened, who was there, what was asked.
"""

from datetime import date
from fractions import Fraction
from math import ceil

import msgspec

from ledger.authorities import COMMITTEE, Authority, kind_of
from ledger.institutions import person_id
from ledger.refusals import RefusedError
from ledger.statutes import Rules
from ledger.votes import Question, Vote
from ledger.voting_refusals import (
    AdhesionMajorityError,
    BureauMajorityError,
    CollegeMajorityError,
    NoQuorumError,
    OrdinaryMajorityError,
    StatutesMajorityError,
    TieError,
    UnknownDepartmentError,
    UntoldWeightError,
    WithdrawalMajorityError,
    WrongOutcomeError,
)
from projections.acts_as_known import ActAsKnown
from projections.ballots import count, strangers
from projections.counting import HALF, Tally, is_carried
from projections.electorate import Asked, Electorate, NoRulesError, electorate
from projections.opening import as_opened, rulings_after, without_acts
from projections.questions_put import asked_by
from projections.seats import BUREAU
from projections.sessions import (
    Session,
    Sessions,
    has_quorum,
    is_lawful_second_call,
    sessions,
)
from projections.world import World

BODIES = {Authority.COMMITTEE, Authority.BUREAU, Authority.COLLEGE}
"""Whose votes are judged: those of other bodies are theirs to judge."""

_MAJORITY_ERRORS: dict[Question, type[RefusedError]] = {
    "adhesion": AdhesionMajorityError,
    "withdrawal": WithdrawalMajorityError,
    "statutes": StatutesMajorityError,
}


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
        day = session.held_on if session is not None else act.adopted_on
        body = act.authority
        if act.vote is None or day is None or kind_of(body) not in BODIES:
            return Judged()
        asked, wrong = asked_by(act) if body == COMMITTEE else (Asked("ordinary"), [])
        try:
            voters = self.electorate(body, asked, day)
        except NoRulesError:
            return Judged(session=session, refusals=tuple(wrong))
        except UnknownDepartmentError as error:
            return Judged(session=session, refusals=(*wrong, error))
        rules = self.rules_on(day)
        vote = act.vote
        if isinstance(vote, Vote):
            wrong += strangers(vote, voters, session, rules.proxies_each or 0)
        wrong += self._quorum(vote, voters, session, rules)
        tally, carried, refusal = _outcome(vote, voters, session, rules)
        return Judged(
            voters, session, tally, carried, (*wrong, *([refusal] if refusal else []))
        )

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
            self._as_ruled[later] = without_acts(self.world, later)
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
        """List the members of the committee as a session of a day opened.

        None where no statutes were in force: there was no committee.
        """
        try:
            return self.electorate(COMMITTEE, Asked("election"), day).in_office
        except NoRulesError:
            return ()

    def needs_quorum(self, session: Session) -> bool:
        """Tell whether a session needs one: any but a lawful second call."""
        first = self.sessions.of(session.second_call_of)
        return first is None or not is_lawful_second_call(
            session,
            self.sessions,
            self.in_office(first.held_on),
            self.rules_on(session.held_on),
        )

    def _quorum(
        self,
        vote: Vote | str,
        voters: Electorate,
        session: Session | None,
        rules: Rules,
    ) -> list[RefusedError]:
        """Hold who was there against the quorum; recused members are not counted."""
        is_asked = voters.body == COMMITTEE and session is not None
        if not is_asked or session is None or session.attendance is None:
            return []
        named = vote.recused if isinstance(vote, Vote) else ()
        recused = {person_id(person) for person in named}
        in_office = [one for one in voters.in_office if one not in recused]
        present = session.attendance.present & {*in_office}
        quorum = rules.quorum or "0/1"
        if has_quorum(present, in_office, quorum) or not self.needs_quorum(session):
            return []
        return [
            NoQuorumError(
                present=len(present),
                session=session.reference,
                in_office=len(in_office),
                needed=ceil(Fraction(quorum) * len(in_office)),
            )
        ]


Outcome = tuple[Tally | None, bool | None, RefusedError | None]


def _outcome(
    vote: Vote | str, voters: Electorate, session: Session | None, rules: Rules
) -> Outcome:
    """Tell the tally, whether it carries, and what its declared outcome gets wrong."""
    members = len(voters.in_office)
    if not isinstance(vote, Vote):
        return _unanimous(voters, session, rules)
    counted = count(vote, voters)
    president = counted.president if voters.body in {COMMITTEE, BUREAU} else None
    least, most = (
        is_carried(tally, voters.majority, members=members, president=president)
        for tally in (counted.least, counted.most)
    )
    if least != most:
        return None, None, UntoldWeightError(ballots=counted.ballots)
    tally = counted.least
    if least and vote.outcome == "rejected":
        return tally, least, WrongOutcomeError(**numbers(tally, voters))
    if not least and vote.outcome != "rejected":
        error = _majority_error(voters, tally)
        return tally, least, error(**numbers(tally, voters))
    return tally, least, None


def _unanimous(voters: Electorate, session: Session | None, rules: Rules) -> Outcome:
    """Tell what all of one mind carry; of the members, only where they were counted."""
    if voters.majority.base == "votes":
        return None, bool(voters.voters), None
    if session is None or session.attendance is None:
        return None, None, None
    there = session.attendance.present | session.attendance.lawful_givers(
        rules.proxies_each or 0
    )
    cast = [voter for voter in voters.voters if voter.person in there]
    tally = Tally(sum(voter.weight for voter in cast))
    members = len(voters.in_office)
    carried = is_carried(tally, voters.majority, members=members, president=None)
    error = (
        None if carried else _majority_error(voters, tally)(**numbers(tally, voters))
    )
    return tally, carried, error


def numbers(tally: Tally, voters: Electorate) -> dict[str, int]:
    """Tell what was cast, and how many were needed of how many."""
    is_of_members = voters.majority.base == "members"
    whole = len(voters.in_office) if is_of_members else tally.cast
    needed = voters.majority.needed(whole)
    return {
        "for_": tally.for_,
        "against": tally.against,
        "needed": needed,
        "whole": whole,
    }


def _majority_error(voters: Electorate, tally: Tally) -> type[RefusedError]:
    is_tied = voters.majority.share == HALF and tally.for_ == tally.against > 0
    if is_tied and voters.body in {COMMITTEE, BUREAU}:
        return TieError
    if voters.body == BUREAU:
        return BureauMajorityError
    if voters.body != COMMITTEE:
        return CollegeMajorityError
    return _MAJORITY_ERRORS.get(voters.asked.question, OrdinaryMajorityError)
