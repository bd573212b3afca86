"""Before a vote: who may vote, with what weight, what is needed, who can block?

Statutes, clauses electorate, weight and those of majorities; specification sections 8
and 13.
"""

from datetime import date

import msgspec

from ledger.authorities import COMMITTEE
from ledger.votes import Question
from projections.answers.if_adopted import IfAdopted
from projections.naming.articles import cite
from projections.naming.citing import carried_from, cited
from projections.reason import Step
from projections.switches import Relied, Switch, relied_on
from projections.timelines.world import World
from projections.votes.blocking import blockers
from projections.votes.counting import Base
from projections.votes.electorate import Asked, Electorate, Group
from projections.votes.electors import Elector, electors, without_vote
from projections.votes.judged_votes import Judge
from projections.votes.live_count import Live


class Ballot(msgspec.Struct, frozen=True, kw_only=True):
    """What a question takes in a body on a day, if all cast their votes.

    `not_voting` are the members in office who do not vote on it, `department` is the
    founder whose delegates' votes weigh more. `carried_from` names the statutes whose
    rules are carried over, where the text of those in force is not on record.
    """

    question: Question
    on: date
    known_at: str
    body: str
    applicant: str | None
    competence: str | None
    statutes: str
    article: str | None
    carried_from: str | None
    voters: tuple[Elector, ...]
    not_voting: tuple[Elector, ...]
    in_office: int
    president: str | None
    department: str | None
    groups: tuple[Group, ...]
    votes: int
    needed: int
    majority: str
    base: Base
    blocking: tuple[tuple[str, ...], ...]
    because: tuple[str, ...]
    steps: tuple[Step, ...]
    switches: tuple[Relied, ...]
    present: Live | None = None
    if_adopted: IfAdopted | None = None


def ballot(judge: Judge, body: str, asked: Asked, day: date) -> Ballot:
    """Tell what a question takes in a body, at a session of a day.

    Raises:
        NoRulesError: no statutes are in force that day.
        UnknownDepartmentError: the applicant's département is not on record.
    """
    opened = judge.opened(day)
    found = judge.electorate(body, asked, day)
    version = opened.statutes.on(day)
    assert version is not None, "without statutes there is no electorate"
    return Ballot(
        question=asked.question,
        on=day,
        known_at=judge.world.known_at,
        body=body,
        applicant=asked.applicant,
        competence=asked.competence,
        statutes=found.statutes,
        article=cite(opened, found.clause, day).article,
        carried_from=carried_from(opened, version),
        voters=electors(opened, found),
        not_voting=without_vote(opened, found),
        in_office=len(found.in_office),
        president=found.president if found.majority.presided else None,
        department=found.department,
        groups=found.groups,
        votes=found.votes,
        needed=found.needed,
        majority=str(found.majority),
        base=found.majority.base,
        blocking=blockers(found),
        because=(version.act,),
        steps=tuple(cited(opened, found.beforehand, day)),
        switches=relied_on(
            _switches(opened, found),
            lambda clause: cite(opened, clause, day),
        ),
    )


def _switches(opened: World, found: Electorate) -> tuple[Switch, ...]:
    """List the open questions it relies on: who sits, and who votes."""
    day, is_of_committee = found.day, found.body == COMMITTEE
    seated = [
        switch
        for regime in (opened.regimes if is_of_committee else ())
        if regime.period.holds_on(day)
        for switch in regime.switches_on(day)
    ]
    return (*seated, *found.switches)
