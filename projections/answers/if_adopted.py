"""What would the register become if the committee agreed that day?

A hypothetical act of the committee joins the acts as known: adopted, sent to the State
and made public on the day. Nothing is recorded.
"""

from collections.abc import Callable
from datetime import date

import msgspec

from ledger.authorities import COMMITTEE
from ledger.errors import LedgerError
from ledger.events.catalogue import Decision
from ledger.events.event import name_of
from ledger.events.membership import (
    AdhesionApproved,
    CompetenceResumed,
    CompetenceTransferred,
    WithdrawalApproved,
)
from ledger.events.registration import ActRegistered
from ledger.language import N_
from projections.acts.act_state import ActState, DecisionState, RecordAsOf
from projections.changes.differences import Change, Point, difference
from projections.members.proceedings import Procedure, Proceeding
from projections.missing import Missing
from projections.naming.names import name_on
from projections.timelines.world import World
from projections.votes.electorate import Asked

NUMBER = "if-adopted"
"""The number of the act that is only supposed."""

_PROCEDURES: dict[str, tuple[Procedure, ...]] = {
    "adhesion": ("adhesion", "transfer"),
    "withdrawal": ("withdrawal", "resumption"),
}
_DECISIONS: dict[Procedure, Callable[..., Decision]] = {
    "adhesion": AdhesionApproved,
    "transfer": CompetenceTransferred,
    "resumption": CompetenceResumed,
    "withdrawal": WithdrawalApproved,
}


class NothingAskedError(LedgerError):
    """Nobody knows for which competences the committee would agree."""

    sentence = N_(
        "By {day} {applicant} has asked for nothing on record that is still to be "
        "answered. Record its deliberation first, or name the competence with "
        "--competence"
    )


class AlreadyAnsweredError(LedgerError):
    """The committee has agreed already; what is missing is something else."""

    sentence = N_(
        "{act} has answered {applicant} already: there is nothing left to vote on. "
        "«smo why pending {member}» tells what it waits for"
    )


class NotAMemberError(LedgerError):
    """Whoever is no member cannot leave."""

    sentence = N_(
        "{applicant} is no member on {day}, so it cannot leave. Correct the date or "
        "the institution"
    )


class Answered(msgspec.Struct, frozen=True):
    """What the supposed act answers: since when it would hold, or what is missing."""

    competence: str | None
    procedure: str
    since: date | None
    missing: tuple[Missing, ...]
    because: tuple[str, ...]


class IfAdopted(msgspec.Struct, frozen=True, kw_only=True):
    """The supposed act, and what would change; on `shown_on` all of it has begun."""

    act: str
    decision: str
    member: str
    competences: tuple[str, ...]
    adopted_on: date
    shown_on: date
    answers: tuple[Answered, ...]
    changes: tuple[Change, ...]


def if_adopted(world: World, asked: Asked, day: date) -> IfAdopted:
    """Tell what would follow if the committee agreed that day, in force at once.

    Raises:
        NothingAskedError: nothing tells which competences it would be about.
        NotAMemberError: an institution that is no member would leave.
    """
    assert asked.applicant is not None, "an answer is given to somebody"
    before = _unanswered(world, asked.applicant, day)
    procedure, competences = _to_answer(before, asked, day)
    named = {"competences": competences} if procedure != "withdrawal" else {}
    decision = _DECISIONS[procedure](member=asked.applicant, **named)
    reference = _reference(before)
    after = _with(before, reference, decision, day)
    answers = tuple(
        Answered(
            found.competence, found.procedure, found.start, found.missing, found.because
        )
        for found in after.on(day).proceedings
        if reference in found.because
    )
    starts = [one.since for one in answers if one.since is not None]
    shown_on = max([day, *starts])
    return IfAdopted(
        act=reference,
        decision=name_of(decision),
        member=asked.applicant,
        competences=competences,
        adopted_on=day,
        shown_on=shown_on,
        answers=answers,
        changes=difference(Point(shown_on, before), Point(shown_on, after)).changes,
    )


def _unanswered(world: World, applicant: str, day: date) -> World:
    """Leave out what the committee decided that day about the applicant."""
    decided = {
        act.reference
        for act, _taken in world.proposed_about.get(applicant, ())
        if act.authority == COMMITTEE and act.adopted_on == day
    }
    return world.without(*decided) if decided else world


# ------------------------------------------------------------------- the decision
def _to_answer(
    world: World, asked: Asked, day: date
) -> tuple[Procedure, tuple[str, ...]]:
    """Find what the applicant asked for; else what the competence named calls for."""
    applicant, competence = asked.applicant or "", asked.competence
    theirs = [
        found
        for found in world.on(day).proceedings_of.get(applicant, ())
        if found.member_on(day) == applicant
    ]
    waiting = [found for found in theirs if _waits(found, day)]
    for procedure in _PROCEDURES[asked.question]:
        of_kind = [one for one in waiting if one.procedure == procedure]
        if competence is not None:
            of_kind = [one for one in of_kind if one.competence == competence]
        if of_kind:
            named = [one.competence for one in of_kind if one.competence is not None]
            return procedure, tuple(dict.fromkeys(named))
    answered = [
        found.approval.act
        for found in theirs
        if found.procedure in _PROCEDURES[asked.question]
        and competence in {None, found.competence}
        and found.request is not None
        and found.approval is not None
        and (found.start is None or found.start > day)
    ]
    is_member = world.facts.is_member(applicant, day)
    name = name_on(world, applicant, day)
    if answered:
        raise AlreadyAnsweredError(act=answered[-1], applicant=name, member=applicant)
    if asked.question == "withdrawal":
        if not is_member:
            raise NotAMemberError(applicant=name, day=day)
        return (
            ("withdrawal", ()) if competence is None else ("resumption", (competence,))
        )
    if competence is None:
        raise NothingAskedError(applicant=name, day=day)
    return ("transfer" if is_member else "adhesion"), (competence,)


def _waits(found: Proceeding, day: date) -> bool:
    """Tell whether a request was made by then, and waits for the committee."""
    request, approval = found.request, found.approval
    if request is None or (found.lapsed_on is not None and found.lapsed_on <= day):
        return False
    was_made = request.adopted_on is None or request.adopted_on <= day
    is_answered = approval is not None and (
        approval.adopted_on is None or approval.adopted_on <= day
    )
    return was_made and not is_answered


# ------------------------------------------------------------------- the supposed act
def _reference(world: World) -> str:
    """Name the act that is only supposed as no other is named."""
    reference, number = f"{COMMITTEE}/{NUMBER}", 2
    while reference in world.known.acts:
        reference, number = f"{COMMITTEE}/{NUMBER}-{number}", number + 1
    return reference


def _with(before: World, reference: str, decision: Decision, day: date) -> World:
    position = before.known.position + 1
    act = ActState(
        position,
        ActRegistered(
            act=reference,
            adopted_on=day,
            executory_on=day,
            executory_basis="certified",
        ),
        proposed=[DecisionState(1, position, decision)],
    )
    acts = {**before.known.acts, reference: act}
    return World.of(RecordAsOf(position=position, acts=acts))
