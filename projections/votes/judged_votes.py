"""Was a vote lawful, and did it carry, by the rule of its day?

Statutes, clauses quorum, electorate, weight and those of majorities; specification
section 8. Judged as the ledger knows it: who sat when the session opened, who was
there, what was asked.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

import msgspec
from msgspec.structs import replace

from ledger.authorities import COMMITTEE, Authority, kind_of
from ledger.events.afterwards import ActRevoked
from ledger.language import N_
from ledger.refusals import RefusedError
from ledger.statutes import Rules
from ledger.votes import Vote
from ledger.voting_refusals import (
    OF_ONE,
    SeveralDepartmentsError,
    UnknownDepartmentError,
)
from projections.acts.act_state import ActState
from projections.reason import Person, Reason, Rule
from projections.timelines.world import World
from projections.votes.ballots import leaving_for, too_early
from projections.votes.counting import Tally
from projections.votes.electorate import (
    Asked,
    Electorate,
    electorate,
    seats_of,
)
from projections.votes.no_rules import NoRulesError
from projections.votes.proxies import ONE_TOO_MANY, Holders, Proxy, proxies
from projections.votes.questions_put import Put, QuestionsPut, questions_put
from projections.votes.quorum import (
    NO_ATTENDANCE,
    NOBODY_LEAVES,
    UNTOLD_PRESENCE,
    Leaving,
    Quorum,
    quorum,
    share_present,
)
from projections.votes.sessions import SecondCall, Session, Sessions, sessions
from projections.votes.verdicts import UNTOLD, Verdict, verdict

BODIES = {Authority.COMMITTEE, Authority.BUREAU, Authority.COLLEGE}
"""Whose votes are judged: those of other bodies are theirs to judge."""

NO_SESSION = Rule(
    "vote.session.unknown", N_("No session is on record; the quorum is not judged.")
)
NO_RULES = Rule("vote.no-rules", N_("No statutes are on record for {day}."))


class Judged(msgspec.Struct, frozen=True):
    """A question as judged on the `day` of its vote: None where it is not judged.

    Where no `verdict` is possible, `untold` says why. `call` is told of a session that
    was called as a second one.
    """

    day: date | None = None
    session: Session | None = None
    call: SecondCall | None = None
    electorate: Electorate | None = None
    verdict: Verdict | None = None
    untold: Reason | None = None
    refusals: tuple[RefusedError, ...] = ()
    leaving: Leaving = NOBODY_LEAVES
    put: Put | None = None

    @property
    def tally(self) -> Tally | None:
        """Tell what was cast; None where it is not established."""
        return self.verdict.tally if self.verdict is not None else None

    @property
    def is_carried(self) -> bool | None:
        """Tell whether the question is carried; None where nobody can."""
        return self.verdict.is_carried if self.verdict is not None else None

    @property
    def because(self) -> tuple[Reason, ...]:
        """Say by which rules it was judged: the session, who voted, what follows."""
        return tuple(_said(self))


def _said(judged: Judged) -> Iterator[Reason]:
    if judged.day is None:
        return
    session, voters = judged.session, judged.electorate
    if session is None:
        yield NO_SESSION.of(judged.day)
    else:
        yield from session.because
    if judged.call is not None:
        yield from judged.call.because
    if judged.untold is not None:
        yield judged.untold
    if voters is None or judged.verdict is None:
        return
    yield from voters.because
    is_of_committee = voters.body == COMMITTEE
    if is_of_committee and session is not None and session.attendance is None:
        yield NO_ATTENDANCE.of(judged.day, session=session.reference)
    if session is not None and session.attendance is not None:
        untold = tuple(map(Person, sorted(session.attendance.untold)))
        if untold:
            yield UNTOLD_PRESENCE.of(judged.day, names=untold)
    yield from judged.verdict.because


def _of_one(error: RefusedError, member: str) -> RefusedError:
    """Name the member in what is wrong with the vote on it, among others."""
    kind = OF_ONE.get(type(error))
    return error if kind is None else kind(member=member, **error.values)


def _several_departments(each: Sequence[Judged]) -> Iterator[RefusedError]:
    """Refuse ballots counted apart for one of several départements."""
    by_vote: dict[int, list[Judged]] = {}
    for one in each:
        vote = one.put.vote if one.put is not None else None
        if isinstance(vote, Vote) and vote.applicant_department is not None:
            by_vote.setdefault(id(vote), []).append(one)
    for judged in by_vote.values():
        voters = [one.electorate for one in judged if one.electorate is not None]
        if len({one.department for one in voters}) > 1:
            members = ", ".join(str(one.asked.applicant) for one in voters)
            yield SeveralDepartmentsError(members=members)


def _once(wrong: Iterable[RefusedError], each: list[Judged]) -> tuple[Judged, ...]:
    """Let each refusal stand once, those of the whole act with its first question."""
    told: set[str] = set()
    found = []
    for place, one in enumerate(each):
        refusals = (*wrong, *one.refusals) if place == 0 else one.refusals
        new = {str(error): error for error in refusals if str(error) not in told}
        told |= new.keys()
        found.append(replace(one, refusals=tuple(new.values())))
    return tuple(found)


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

    def judge(self, act: ActState) -> tuple[Judged, ...]:
        """Judge each question an act of the committee, the bureau or a college puts.

        There is one at least. What is wrong with several is told once, of the first.
        """
        session = self.sessions.of(act.registered.session)
        if session is not None and session.body != act.authority:
            session = None
        day = session.held_on if session is not None else act.adopted_on
        is_judged = act.vote is not None and kind_of(act.authority) in BODIES
        put = questions_put(act)
        if day is None or not is_judged:
            return tuple(Judged(put=one) for one in put.each)
        call = self.second_call(session) if session is not None else None
        told = Judged(day, session and session.at(act.reference), call)
        each = [self._judge(act.authority, one, told, put) for one in put.each]
        wrong = () if kind_of(act.authority) is Authority.COLLEGE else put.refusals
        return _once([*wrong, *_several_departments(each)], each)

    def _judge(
        self, body: str, put: Put, told: Judged, all_put: QuestionsPut
    ) -> Judged:
        """Judge a question, of which the day and the session are told."""
        assert told.day is not None, "no day, nothing to judge"
        day, session, call = told.day, told.session, told.call
        told = replace(told, put=put, refusals=tuple(too_early(put.vote, day)))
        asked = put.asked if body == COMMITTEE else Asked("ordinary")
        try:
            voters = self.electorate(body, asked, day)
        except NoRulesError:
            return replace(told, untold=NO_RULES.of(day, day=day))
        except UnknownDepartmentError as error:
            return replace(told, untold=UNTOLD.of(day), refusals=(error,))
        found = verdict(
            put.vote,
            voters,
            session,
            self.rules_on(day),
            needs_quorum=session is not None and (call is None or not call.is_lawful),
        )
        named = found.refusals
        if all_put.are_several and asked.applicant is not None:
            named = tuple(_of_one(error, asked.applicant) for error in named)
        return replace(
            told,
            electorate=voters,
            verdict=found,
            refusals=(*told.refusals, *named),
            leaving=leaving_for(put.vote, voters),
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
        return self.opened(day).statutes.rules_on(day)

    def in_office(self, day: date, body: str = COMMITTEE) -> tuple[str, ...]:
        """List the members of a body as a session of a day opened."""
        seats = seats_of(self.opened(day), body, day)
        return tuple(seat.person for seat in seats)

    def quorum(
        self,
        body: str,
        day: date,
        present: Collection[str],
        leaving: Leaving = NOBODY_LEAVES,
    ) -> Quorum | None:
        """Hold who is present on a day against the quorum; None where there is none."""
        share = share_present(body, self.rules_on(day))
        return quorum(share, day, self.in_office(day, body), present, leaving)

    def second_call(self, session: Session) -> SecondCall | None:
        """Judge a second call by what the first lacked; None for a first session."""
        if session.second_call_of is None:
            return None
        first = self.sessions.of(session.second_call_of)
        lacked = None
        if (
            first is not None
            and first.body == session.body
            and first.attendance is not None
        ):
            present = first.attendance.present
            lacked = self.quorum(first.body, first.held_on, present)
        days = self.rules_on(session.held_on).second_call_days
        return SecondCall(session, first, lacked, days)

    def needs_quorum(self, session: Session) -> bool:
        """Tell whether a session needs one: any but a lawful second call."""
        call = self.second_call(session)
        return call is None or not call.is_lawful

    def proxies(self, session: Session) -> tuple[Proxy, ...]:
        """Hold the proxies of a whole session against the rule; none if unrecorded.

        Who came later or left before may give a proxy for the rest; nobody may hold too
        many for any of the acts in their order.
        """
        sheet, day = session.attendance, session.held_on
        if sheet is None:
            return ()
        members = self.in_office(day, session.body)
        each = self.rules_on(day).proxies_each
        sometimes = sheet.present - sheet.throughout
        allowed = Holders(sheet.throughout, members, each, untold=sometimes)
        by_act = (
            Holders(now.present, members, each, untold=now.untold)
            for now in map(sheet.at, sheet.order)
        )
        too_many = {
            (one.giver, one.holder)
            for then in by_act
            for one in proxies(sheet.proxies, then)
            if ONE_TOO_MANY in one.against
        }
        return tuple(
            replace(one, against=(*one.against, ONE_TOO_MANY))
            if (one.giver, one.holder) in too_many and ONE_TOO_MANY not in one.against
            else one
            for one in proxies(sheet.proxies, allowed)
        )


# ------------------------------------------------------------------- as it opened
def as_opened(world: World, day: date) -> World:
    """Tell what holds on a day, leaving out the committee's acts adopted that day.

    What a body decides at its session never changes who decides. It is the same world
    where none of these acts changed that day who sits or votes: what is adopted on a
    day has no effect before it.
    """
    adopted = world.adopted_by_committee.get(day, set())
    revoking = {act.reference for act, _ in world.decided(ActRevoked)}
    if not adopted & (revoking | world.moves.get(day, set())):
        return world
    return world.without(*adopted)


def rulings_after(world: World, day: date) -> frozenset[str]:
    """List the acts that end, interrupt or restore others, adopted after a day."""
    ruling = {voiding.place[0] for voiding in world.strikes.voidings}
    adopted_on = {act: world.known.acts[act].adopted_on for act in ruling}
    return frozenset(act for act, on in adopted_on.items() if on is None or on > day)
