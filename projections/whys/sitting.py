"""At which session was a vote taken, who could vote, and was there a quorum?

Statutes arts. 8.1, 8.3, 8.5, 11, 15; specification section 8. The steps of `why vote`
that come before the ballots.
"""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from math import ceil

from ledger.authorities import COMMITTEE
from ledger.language import N_
from projections.citing import step
from projections.names import name_on
from projections.reason import Rule, Step, Value
from projections.seats.seats import BUREAU
from projections.votes.electorate import COMMUNAL_BLOCK, Electorate
from projections.votes.judged_votes import Judge, Judged
from projections.votes.sessions import Session, has_quorum
from projections.world import World

SESSION = Rule(
    "vote.session",
    N_("The session {session}, held on {held_on}, had been called on {sent_on}."),
    "notice",
)
SECOND_CALL = Rule(
    "vote.session.second-call",
    N_("It was the second call of {first}: no quorum is needed."),
    "second-call",
)
NO_SESSION = Rule(
    "vote.session.unknown", N_("No session is on record; the quorum is not judged.")
)
NO_ATTENDANCE = Rule(
    "vote.quorum.unknown",
    N_("Who attended {session} is not on record; the quorum is not judged."),
    "quorum",
)
QUORUM = Rule(
    "vote.quorum",
    N_("{present} members were present of {in_office} in office; {needed} are needed."),
    "quorum",
)
VOTERS = Rule(
    "vote.electorate",
    N_("{voters} persons could vote on {day}, {votes} votes in all."),
    "electorate",
)
COLLEGE_VOTERS = VOTERS.under("colleges")
BUREAU_VOTERS = VOTERS.under("bureau")
GROUP = Rule("vote.group", N_("{name}: persons {voters}, votes {votes}."))
BLOCK = Rule("vote.group.communal", N_("Communal block: persons {voters}."))
WEIGHT = Rule(
    "vote.weight",
    N_(
        "{name} is the applicant's département: each of its delegates has {weight} "
        "votes."
    ),
    "weight",
)
HOLDERS = Rule(
    "vote.holders",
    N_("Only the delegates of members that hold {competence} vote, and the president."),
    "electorate",
)
PRESIDENT_LEAVES = Rule(
    "vote.president-leaves",
    N_("The president leaves when the accounts are voted."),
    law="CGCT",
    article="L.2121-14",
)


# ------------------------------------------------------------------- the session
def session_steps(judge: Judge, judged: Judged, day: date) -> Iterator[Step]:
    """Tell the session, and whether it was a second call."""
    session = judged.session
    if session is None:
        yield step(judge.world, NO_SESSION, day)
        return
    yield step(
        judge.opened(day),
        SESSION,
        day,
        session=session.reference,
        held_on=session.held_on,
        sent_on=session.sent_on,
    )
    if session.second_call_of is not None and not judge.needs_quorum(session):
        first = session.second_call_of
        yield step(judge.opened(day), SECOND_CALL, day, first=first)


def quorum_steps(judge: Judge, judged: Judged, voters: Electorate) -> Iterator[Step]:
    """Tell who was present, and how many are needed; proxies do not count."""
    session = judged.session
    if session is None or voters.body != COMMITTEE:
        return
    opened, day = judge.opened(voters.day), voters.day
    if session.attendance is None:
        yield step(opened, NO_ATTENDANCE, day, session=session.reference)
        return
    if judge.needs_quorum(session):
        quorum = judge.rules_on(day).quorum or "0/1"
        yield step(opened, QUORUM, day, **_present(session, voters, quorum))


def _present(session: Session, voters: Electorate, quorum: str) -> dict[str, Value]:
    assert session.attendance is not None, "who attended is on record"
    in_office = voters.in_office
    present = session.attendance.present & set(in_office)
    return {
        "present": len(present),
        "in_office": len(in_office),
        "needed": ceil(Fraction(quorum) * len(in_office)),
        "reached": "yes" if has_quorum(present, in_office, quorum) else "no",
    }


# ------------------------------------------------------------------- who votes
def electorate_steps(judge: Judge, voters: Electorate) -> Iterator[Step]:
    """Tell who could vote, by groups, and with what weight."""
    opened, day, asked = judge.opened(voters.day), voters.day, voters.asked
    rule = VOTERS if voters.body == COMMITTEE else COLLEGE_VOTERS
    rule = BUREAU_VOTERS if voters.body == BUREAU else rule
    count = len(voters.voters)
    yield step(opened, rule, day, voters=count, day=day, votes=voters.votes)
    if voters.body == COMMITTEE:
        groups = {voter.group for voter in voters.voters}
        for group in (*opened.membership.founders, COMMUNAL_BLOCK):
            if group in groups:
                yield _group(opened, voters, group)
    if asked.question == "accounts" and voters.body == COMMITTEE:
        yield step(opened, PRESIDENT_LEAVES, day)
    if asked.question == "ordinary" and asked.competence is not None:
        yield step(opened, HOLDERS, day, competence=asked.competence)
    heavy = [voter.weight for voter in voters.voters if voter.weight > 1]
    if heavy and voters.department is not None:
        name = name_on(opened, voters.department, day)
        yield step(opened, WEIGHT, day, name=name, weight=heavy[0])


def _group(opened: World, voters: Electorate, group: str) -> Step:
    members = [voter for voter in voters.voters if voter.group == group]
    if group == COMMUNAL_BLOCK:
        return step(opened, BLOCK, voters.day, voters=len(members))
    return step(
        opened,
        GROUP,
        voters.day,
        name=name_on(opened, group, voters.day),
        voters=len(members),
        votes=sum(voter.weight for voter in members),
    )
