"""Which request was answered by which approval, and what follows from when?

Two bodies must agree (arts. 4, 15, 16): the member asks, the committee approves. An
approval answers the latest request still unanswered, whichever came first; each serves
once; and what was said or agreed before a member left serves no more after. What merged
members said is their heir's from the day they merged (CGCT L.2113-5).
"""

from collections.abc import Iterator
from datetime import date
from typing import Literal

import msgspec

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
from projections.acts.as_known import ActAsKnown, AsKnown, DecisionAsKnown
from projections.acts.executory import Executory
from projections.members.successions import heir_on, successions
from projections.missing import Missing

Procedure = Literal["adhesion", "transfer", "resumption", "withdrawal"]
ENDING: tuple[Procedure, ...] = ("resumption", "withdrawal")


class Side(msgspec.Struct, frozen=True):
    """What one body said: its act, since when it is in force, when it shall begin."""

    act: str
    position: int
    adopted_on: date | None
    executory: Executory
    effect: date | None = None


class Proceeding(msgspec.Struct, frozen=True):
    """A request, an approval, or both, about one competence (None: about leaving).

    `spent_on` is the day from which it serves no more, because the member left, took
    the competence back, or was refused by the committee. `heirs` are those who
    succeeded the member, each from a day.
    """

    procedure: Procedure
    member: str
    competence: str | None
    request: Side | None
    approval: Side | None
    spent_on: date | None = None
    heirs: tuple[tuple[date, str], ...] = ()

    def member_on(self, day: date) -> str:
        """Tell whose it is on a day: the member's, or the last heir's."""
        return heir_on(self.member, self.heirs, day)

    @property
    def sides(self) -> tuple[Side, ...]:
        """List what was said, the request first."""
        return tuple(side for side in (self.request, self.approval) if side)

    @property
    def because(self) -> tuple[str, ...]:
        """List the acts."""
        return tuple(side.act for side in self.sides)

    @property
    def position(self) -> int:
        """Tell the position of the decision that completed it."""
        return max(side.position for side in self.sides)

    @property
    def missing(self) -> tuple[Missing, ...]:
        """List what is missing to tell when it begins."""
        facts = [fact for side in self.sides for fact in side.executory.missing]
        if self.request is None:
            facts.append(Missing(None, "request"))
        if self.approval is None:
            facts.append(Missing(None, "approval"))
        return tuple(facts)

    @property
    def start(self) -> date | None:
        """Tell the day it begins: when both are in force, and not before the effect."""
        days = [side.executory.on for side in self.sides]
        days += [side.effect for side in self.sides if side.effect is not None]
        known = [day for day in days if day is not None]
        if self.missing or len(known) < len(days):
            return None
        start = max(known)
        return None if self.spent_on is not None and start > self.spent_on else start


class _Said(msgspec.Struct, frozen=True):
    """A request or an approval, before it has been matched."""

    procedure: Procedure
    member: str
    competence: str | None
    is_request: bool
    side: Side
    is_refusal: bool = False
    heirs: tuple[tuple[date, str], ...] = ()


def proceedings(known: AsKnown, executory: dict[str, Executory]) -> list[Proceeding]:
    """Match approvals with requests, member by member, in the order of adoption.

    What has no date of adoption comes last: it may be the latest of all.
    """
    merged = successions(known)
    by_member: dict[str, list[_Said]] = {}
    for act in known.acts.values():
        in_force = executory[act.reference]
        for taken in act.decisions + act.voted_down:
            for said in _said(act, taken, in_force):
                heirs = merged.get(said.member, ())
                one = msgspec.structs.replace(
                    said, heirs=heirs, is_refusal=not act.is_adopted
                )
                last = heirs[-1][1] if heirs else said.member
                by_member.setdefault(last, []).append(one)
    return [found for said in by_member.values() for found in _match(said)]


def _match(said: list[_Said]) -> list[Proceeding]:
    order = sorted(
        said, key=lambda one: (one.side.adopted_on or date.max, one.side.position)
    )
    waiting: list[_Said] = []
    found: list[Proceeding] = []
    for one in order:
        other = next((late for late in reversed(waiting) if _answers(one, late)), None)
        if one.is_refusal:
            found += [_refused(other, one)] if other is not None else []
            waiting = [late for late in waiting if late is not other]
            continue
        if other is None:
            waiting.append(one)
            continue
        waiting.remove(other)
        agreed = _proceeding(one, other)
        found.append(agreed)
        if agreed.procedure in ENDING and agreed.start is not None:
            spent = [late for late in waiting if _is_spent(late, one)]
            waiting = [late for late in waiting if late not in spent]
            found = [_after(agreed, agreed.start, earlier) for earlier in found]
            found += [_proceeding(late, spent_on=agreed.start) for late in spent]
    return [*found, *(_proceeding(one) for one in waiting)]


def _refused(request: _Said, refusal: _Said) -> Proceeding:
    """Let a request serve no more from the day the committee voted it down."""
    return _proceeding(request, spent_on=refusal.side.adopted_on)


def _after(ending: Proceeding, start: date, agreed: Proceeding) -> Proceeding:
    """Let what was agreed, and would begin after the member left, serve no more."""
    is_over = agreed.procedure not in ENDING and agreed.spent_on is None
    concerns = ending.competence in {None, agreed.competence}
    if not (is_over and concerns and agreed.member_on(start) == ending.member):
        return agreed
    begins_before = agreed.start is not None and agreed.start <= start
    return agreed if begins_before else msgspec.structs.replace(agreed, spent_on=start)


def _is_same(one: _Said, other: _Said) -> bool:
    """Tell whether the later speaks of the earlier's member, or of its heir."""
    day = one.side.adopted_on or date.max
    return heir_on(one.member, one.heirs, day) == heir_on(
        other.member, other.heirs, day
    )


def _answers(one: _Said, other: _Said) -> bool:
    return (
        _is_same(one, other)
        and one.procedure == other.procedure
        and one.competence == other.competence
        and one.is_request != other.is_request
    )


def _is_spent(said: _Said, ending: _Said) -> bool:
    """Tell whether an ending makes what was said before it serve no more."""
    return _is_same(ending, said) and ending.competence in {None, said.competence}


def _proceeding(*said: _Said, spent_on: date | None = None) -> Proceeding:
    one = said[0]
    return Proceeding(
        one.procedure,
        one.member,
        one.competence,
        request=next((each.side for each in said if each.is_request), None),
        approval=next((each.side for each in said if not each.is_request), None),
        spent_on=spent_on,
        heirs=one.heirs,
    )


def _said(
    act: ActAsKnown, taken: DecisionAsKnown, executory: Executory
) -> Iterator[_Said]:
    decision = taken.decision
    procedure: Procedure
    match decision:
        case AdhesionRequested() | AdhesionApproved():
            procedure = "adhesion"
        case CompetenceTransferRequested() | CompetenceTransferred():
            procedure = "transfer"
        case CompetenceResumptionRequested() | CompetenceResumed():
            procedure = "resumption"
        case WithdrawalRequested() | WithdrawalApproved():
            procedure = "withdrawal"
        case _:
            return
    effect = getattr(decision, "effect", None)
    side = Side(
        act.reference,
        taken.position,
        act.adopted_on,
        executory,
        day_of(effect) if effect not in {None, "on-executory"} else None,
    )
    is_request = isinstance(
        decision,
        AdhesionRequested
        | CompetenceTransferRequested
        | CompetenceResumptionRequested
        | WithdrawalRequested,
    )
    member = str(member_of(decision, act.reference))
    for competence in getattr(decision, "competences", None) or (None,):
        yield _Said(procedure, member, competence, is_request, side)
