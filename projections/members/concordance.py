"""Which request was answered by which approval, and which serves no more?

An approval answers the latest request still unanswered, whichever came first; each
serves once; and what was said or agreed before a member left serves no more after. What
one body votes down leaves the other's word standing: a later vote answers it. What
merged members said is their heir's from the day they merged (CGCT L.2113-5).

A commune's words and the committee's, by their days, for one procedure:

    asks 1    asks 2    agrees A    agrees B    asks 3    leaves    agrees C
                 └─────────┘                       └ lapsed by the departure
       └───────────────────────────────┘                                └ waits

A answers 2, the latest that waits; B answers 1. Request 3 serves no more once the
commune has left, so C finds no request and waits for one.
"""

from collections.abc import Iterator
from datetime import date

import msgspec

from ledger.authorities import Authority, kind_of
from ledger.events.event import Event
from ledger.events.membership import (
    AdhesionApproved,
    AdhesionRequested,
    CompetenceResumed,
    CompetenceResumptionRequested,
    CompetenceTransferred,
    CompetenceTransferRequested,
    WithdrawalApproved,
    WithdrawalRequested,
)
from ledger.tags import member_of
from ledger.terms import day_of
from projections.acts.act_state import ActState, DecisionState, RecordAsOf
from projections.acts.executory import Executory
from projections.acts.votes_taken import is_carried
from projections.members.proceedings import (
    ENDING,
    SPENT_BY_ITS_END,
    SPENT_BY_LEAVING,
    TAKEN_BACK,
    Procedure,
    Proceeding,
    Side,
    refusal,
)
from projections.members.successions import OWN, Gone, Line, heir_on, successions
from projections.reason import Competence, Institution, Reason


class Word(msgspec.Struct, frozen=True):
    """A request, an approval, or a refusal of either, before it has been matched.

    `refusals` are those by which the other body voted it down meanwhile.
    """

    procedure: Procedure
    member: str
    competence: str | None
    is_request: bool
    side: Side
    is_refusal: bool = False
    line: Line = OWN
    refusals: tuple[Side, ...] = ()

    @property
    def refusal(self) -> Reason:
        """Say who voted it down."""
        return refusal(self.member, self.side)


def proceedings(known: RecordAsOf, executory: dict[str, Executory]) -> list[Proceeding]:
    """Match approvals with requests, member by member, in the order of adoption.

    What has no date of adoption comes last: it may be the latest of all.
    """
    succeeded = successions(known)
    by_life: dict[tuple[str, date], list[Word]] = {}
    for act in known.acts.values():
        for said in words(act, executory[act.reference]):
            line = succeeded.line(said.member, act.adopted_on or date.max)
            last = line.heirs[-1][1] if line.heirs else said.member
            one = said if line is OWN else msgspec.structs.replace(said, line=line)
            by_life.setdefault((last, line.life), []).append(one)
    return [
        _while_it_lives(found, said[0].line.ended)
        for said in by_life.values()
        for found in _match(said)
    ]


def words(act: ActState, executory: Executory) -> Iterator[Word]:
    """List what an act asks for, approves, or refuses, competence by competence."""
    for taken in act.decisions + act.voted_down:
        yield from _words(act, taken, executory)


def _match(said: list[Word]) -> list[Proceeding]:
    order = sorted(
        said, key=lambda one: (one.side.adopted_on or date.max, one.side.position)
    )
    waiting: list[Word] = []
    found: list[Proceeding] = []
    for one in order:
        other = next((late for late in reversed(waiting) if _answers(one, late)), None)
        if one.is_refusal:
            waiting = [
                _refused(late, one) if late is other else late for late in waiting
            ]
            continue
        if other is None and not one.side.is_order:
            waiting.append(one)
            continue
        waiting = [late for late in waiting if late is not other]
        agreed = _proceeding(one, *([other] if other is not None else []))
        found.append(agreed)
        if agreed.procedure in ENDING and agreed.start is not None:
            lapsed = [late for late in waiting if _is_lapsed(late, one)]
            waiting = [late for late in waiting if late not in lapsed]
            found = [_after(agreed, agreed.start, earlier) for earlier in found]
            reason = _lapsed(agreed, agreed.start)
            found += [_proceeding(late, lapsed=reason) for late in lapsed]
    return [*found, *(_proceeding(one) for one in waiting)]


def _refused(said: Word, refused: Word) -> Word:
    """Keep what was voted down waiting, with the vote (REFUSAL_SPENDS_REQUEST)."""
    refusals = (*said.refusals, refused.side)
    return msgspec.structs.replace(said, refusals=refusals)


def _after(ending: Proceeding, start: date, agreed: Proceeding) -> Proceeding:
    """Let what was agreed, and would begin after the member left, serve no more."""
    is_over = agreed.procedure not in ENDING and agreed.lapsed_on is None
    concerns = ending.competence in {None, agreed.competence}
    if not (is_over and concerns and agreed.member_on(start) == ending.member):
        return agreed
    begins_before = agreed.start is not None and agreed.start <= start
    if begins_before:
        return agreed
    return msgspec.structs.replace(agreed, lapsed=_lapsed(ending, start))


def _while_it_lives(found: Proceeding, ended: Gone | None) -> Proceeding:
    """Let what has not begun when its institution ends serve no more."""
    if ended is None or found.lapsed is not None:
        return found
    if found.start is not None and found.start < ended.since:
        return found
    whose = Institution(found.member_on(ended.since))
    reason = SPENT_BY_ITS_END.of(
        ended.since, member=whose, on=ended.since, act=ended.act
    )
    return msgspec.structs.replace(found, lapsed=reason)


def _lapsed(ending: Proceeding, start: date) -> Reason:
    """Say what an ending makes of all that was said before it."""
    member, acts = Institution(ending.member), ending.because
    if ending.competence is None:
        return SPENT_BY_LEAVING.of(start, member=member, on=start, acts=acts)
    competence = Competence(ending.competence)
    return TAKEN_BACK.of(
        start, member=member, competence=competence, on=start, acts=acts
    )


def _is_same(one: Word, other: Word) -> bool:
    """Tell whether the later speaks of the earlier's member, or of its heir."""
    day = one.side.adopted_on or date.max
    return heir_on(one.member, one.line.heirs, day) == heir_on(
        other.member, other.line.heirs, day
    )


def _answers(one: Word, other: Word) -> bool:
    return (
        _is_same(one, other)
        and one.procedure == other.procedure
        and one.competence == other.competence
        and one.is_request != other.is_request
    )


def _is_lapsed(said: Word, ending: Word) -> bool:
    """Tell whether an ending makes what was said before it serve no more."""
    return _is_same(ending, said) and ending.competence in {None, said.competence}


def _proceeding(*said: Word, lapsed: Reason | None = None) -> Proceeding:
    one = said[0]
    return Proceeding(
        one.procedure,
        one.member,
        one.competence,
        request=next((each.side for each in said if each.is_request), None),
        approval=next((each.side for each in said if not each.is_request), None),
        lapsed=lapsed,
        heirs=one.line.heirs,
        refusals=tuple(side for each in said for side in each.refusals),
    )


AT_ONCE = "on-executory"
"""The effect that is the entry into force itself."""

SPOKEN: dict[type[Event], tuple[Procedure, bool]] = {
    AdhesionRequested: ("adhesion", True),
    AdhesionApproved: ("adhesion", False),
    CompetenceTransferRequested: ("transfer", True),
    CompetenceTransferred: ("transfer", False),
    CompetenceResumptionRequested: ("resumption", True),
    CompetenceResumed: ("resumption", False),
    WithdrawalRequested: ("withdrawal", True),
    WithdrawalApproved: ("withdrawal", False),
}
"""Of which procedure a decision speaks, and whether it asks or agrees."""


def _words(act: ActState, taken: DecisionState, executory: Executory) -> Iterator[Word]:
    decision = taken.decision
    if type(decision) not in SPOKEN:
        return
    procedure, is_request = SPOKEN[type(decision)]
    effect = getattr(decision, "effect", None)
    effect = None if effect == AT_ONCE else effect
    side = Side(
        act.reference,
        taken.number,
        taken.position,
        act.adopted_on,
        executory,
        day_of(effect) if isinstance(effect, str) else effect,
        is_order=kind_of(act.authority) is Authority.PREFECTURE,
        terms=getattr(decision, "terms", None),
    )
    member = str(member_of(decision, act.reference))
    is_refusal = not is_carried(act.vote, decision)
    for competence in getattr(decision, "competences", None) or (None,):
        yield Word(procedure, member, competence, is_request, side, is_refusal)
