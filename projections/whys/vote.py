"""What vote is on record for an act, what was declared, and how was it judged?

What was recorded is told; then, of the syndicate's bodies, by which rules of its day it
was judged (`votes/judged_votes.py`), and which of them it breaks.
"""

from collections.abc import Iterator
from datetime import date

import msgspec

from ledger.authorities import COMMITTEE, kind_of
from ledger.institutions import PersonName, person_id, person_name
from ledger.language import N_
from ledger.votes import ReportedVote, Vote, Voters
from ledger.voting_refusals import UnknownDepartmentError, UntoldWeightError
from projections.acts.act_state import ActState
from projections.acts.votes_taken import is_rejected
from projections.findings.finding import Reason, plainly, said
from projections.missing import Missing
from projections.naming.citing import cited, once, step
from projections.reason import Institution, Rule, Step, Value, say
from projections.timelines.world import World
from projections.votes.counting import majority_clause
from projections.votes.judged_votes import BODIES, Judge, Judged
from projections.votes.weights import DEPARTMENT
from projections.whys.explanation import Reasons
from projections.whys.values import Cast

UNANIMOUS = Rule("vote.unanimous", N_("{act} was adopted unanimously."))
COUNTED = Rule(
    "vote", N_("{act}: for {for_}, against {against}, abstentions {abstentions}.")
)
SEVERAL = Rule("vote.several", N_("{act}: {count} votes, each on its own question."))
ON_MEMBER = Rule(
    "vote.one-of-several",
    N_("On {name}: for {for_}, against {against}, abstentions {abstentions}."),
)
ON_QUESTION = Rule(
    "vote.one-of-several",
    N_("On {question}: for {for_}, against {against}, abstentions {abstentions}."),
)
ABOUT = Rule("vote.about", N_("Judged for {names}:"))
NO_VOTE = Rule("vote.unknown", N_("No vote on {act} is on record."))
NOT_YET = Rule("vote.later", N_("{act} had not been adopted yet; it was on {on}."))
ADOPTED = Rule("vote.adopted", N_("It counts as adopted."))
REJECTED = Rule(
    "vote.rejected", N_("It was declared rejected: its decisions have no effect.")
)
DECLARED = Rule("vote.declared", N_("It was declared adopted."))
ASKED = Rule("vote.question", N_("It was voted on as: {question}."))
NAMED = Rule("vote.names", N_("{side}: {names}."))
RECUSED = Rule(
    "vote.recused",
    N_("Not among those present, having an interest: {names}."),
    law="CGCT",
    article="L.2131-11",
)
BESIDE = Rule(
    "vote.recused-as-representatives",
    N_("Having left as representatives of the syndicate there: {names}."),
    law="CGCT",
    article="L.1111-6 II",
)
PRESIDENT = Rule("vote.president", N_("The president's own ballot: {side}."))
BROKEN = Rule("vote.broken", N_("It breaks the rule {rule}: {what}."))
ACCEPTED = Rule(
    "vote.irregular", N_("The rule {rule} was set aside when it was recorded: {reason}")
)


def why_vote(world: World, reference: str, at: date) -> Reasons:
    """Tell the vote an act reports, as it stands on record."""
    act = world.known.acts[reference]
    because = (reference,)
    day = act.adopted_on
    if day is not None and day > at:
        headline = say(NOT_YET, act=reference, on=day)
        return Reasons(answer="no", headline=headline, because=because)
    if act.vote is None:
        return Reasons(
            answer="not established",
            headline=say(NO_VOTE, act=reference),
            because=because,
            missing=(Missing(reference, "vote"),),
        )
    judge = Judge(world)
    each = judge.judge(act)
    is_judged = kind_of(act.authority) in BODIES
    found = _recorded(world, act, act.vote, at)
    if not is_judged:
        return found
    first = each[0]
    session = (first.session.act,) if first.session else ()
    sheet = first.session.attendance if first.session else None
    return msgspec.structs.replace(
        found,
        value=_value(act.vote, each),
        because=once(*because, *session, *((sheet.act,) if sheet else ())),
        steps=(*found.steps, *_judgements(judge, act, each)),
        missing=tuple(
            dict.fromkeys(lack for one in each for lack in _lacking(world, act, one))
        ),
        switches=once(
            *(
                switch
                for one in each
                for switch in (one.electorate.switches if one.electorate else ())
            )
        ),
    )


def _recorded(world: World, act: ActState, vote: ReportedVote, at: date) -> Reasons:
    """Tell what the act says of its vote."""
    if isinstance(vote, tuple):
        return _listed(world, act, vote, at)
    if isinstance(vote, Vote):
        return _counted(world, act, vote, at)
    return Reasons(
        answer="yes",
        headline=say(UNANIMOUS, act=act.reference),
        value=Cast(vote="unanimous", outcome=None),
        because=(act.reference,),
        steps=(step(world, ADOPTED, act.adopted_on or at),),
    )


def _counted(world: World, act: ActState, vote: Vote, at: date) -> Reasons:
    sides = (vote.for_, vote.against, vote.abstentions)
    for_, against, abstentions = map(_count, sides)
    headline = say(
        COUNTED,
        act=act.reference,
        for_=for_,
        against=against,
        abstentions=abstentions,
    )
    return Reasons(
        answer="yes",
        headline=headline,
        value=Cast(vote=vote, outcome=vote.outcome),
        because=(act.reference,),
        steps=tuple(_steps(world, act, vote, act.adopted_on or at)),
    )


def _listed(world: World, act: ActState, votes: tuple[Vote, ...], at: date) -> Reasons:
    steps: list[Step] = []
    day = act.adopted_on or at
    for vote in votes:
        names = ("for_", "against", "abstentions")
        sides = map(_count, (vote.for_, vote.against, vote.abstentions))
        counts = dict(zip(names, sides, strict=True))
        if vote.applicant is not None:
            said = ON_MEMBER.of(day, name=Institution(vote.applicant), **counts)
        else:
            said = ON_QUESTION.of(day, question=vote.question, **counts)
        steps += (*cited(world, (said,), day), *_steps(world, act, vote, day))
    return Reasons(
        answer="yes",
        headline=say(SEVERAL, act=act.reference, count=len(votes)),
        value=Cast(vote=votes, outcome=_shared(votes)),
        because=(act.reference,),
        steps=tuple(steps),
    )


def _shared(votes: tuple[Vote, ...]) -> str | None:
    """Tell the outcome all votes declare; None where they differ."""
    declared = {vote.outcome for vote in votes}
    return declared.pop() if len(declared) == 1 else None


def _steps(world: World, act: ActState, vote: Vote, day: date) -> Iterator[Step]:
    if vote.question is not None:
        yield step(world, _asked(act, vote), day, question=vote.question)
    sides = {
        "for": vote.for_,
        "against": vote.against,
        "abstention": vote.abstentions,
    }
    for side, voters in sides.items():
        if isinstance(voters, tuple) and voters:
            yield step(world, NAMED, day, side=side, names=_names(world, voters))
    if vote.recused:
        yield step(world, RECUSED, day, names=_names(world, vote.recused))
    if vote.recused_as_representatives:
        names = _names(world, vote.recused_as_representatives)
        yield step(world, BESIDE, day, names=names)
    part = vote.applicant_department
    if part is not None:
        counts: dict[str, Value] = {
            "for_": part.for_,
            "against": part.against,
            "abstentions": part.abstentions,
        }
        yield step(world, DEPARTMENT, day, **counts)
    if vote.president is not None:
        yield step(world, PRESIDENT, day, side=vote.president)
    if is_rejected(vote):
        yield step(world, REJECTED, day)
    else:
        yield step(world, DECLARED if vote.outcome else ADOPTED, day)


def _asked(act: ActState, vote: Vote) -> Rule:
    """Cite the clause that sets the committee's majority for the question."""
    if act.authority != COMMITTEE:
        return ASKED
    return ASKED.under(majority_clause(act.authority, vote.question or "ordinary"))


def _count(voters: Voters) -> int:
    return len(voters) if isinstance(voters, tuple) else voters


def _names(world: World, voters: tuple[PersonName, ...]) -> tuple[str, ...]:
    return tuple(
        world.persons.get(person_id(one)) or person_name(one) or person_id(one)
        for one in voters
    )


# ------------------------------------------------------------------- how it was judged
def _judgements(
    judge: Judge, act: ActState, each: tuple[Judged, ...]
) -> Iterator[Step]:
    """Cite by which rules each question was judged; then those that were set aside.

    What all were judged by comes first; members judged alike are told together.
    """
    day = each[0].day
    if day is None:
        return
    alike: list[tuple[list[Institution], list[Step]]] = []
    for judged in each:
        applicant = judged.put.asked.applicant if judged.put is not None else None
        names = [Institution(applicant)] if applicant is not None else []
        steps = [*_judgement(judge, judged)]
        same = next((one for one in alike if one[1] == steps and one[0]), None)
        if same is None:
            alike.append((names, steps))
        else:
            same[0].extend(names)
    (_names, first), *others = alike
    common = [one for one in first if all(one in steps for _n, steps in others)]
    yield from common
    for names, steps in alike if others else ():
        if names:
            yield from cited(judge.world, (ABOUT.of(day, names=tuple(names)),), day)
        yield from (one for one in steps if one not in common)
    for one in act.registered.irregular:
        yield step(judge.world, ACCEPTED, day, rule=one.rule, reason=one.reason)


def _judgement(judge: Judge, judged: Judged) -> Iterator[Step]:
    """Cite by which rules it was judged, and those it breaks."""
    assert judged.day is not None, "asked of what was judged"
    yield from cited(judge.opened(judged.day), judged.because, judged.day)
    for error in judged.refusals:
        what = said(Reason(error), plainly)
        yield step(judge.world, BROKEN, judged.day, rule=error.rule, what=what)


def _lacking(world: World, act: ActState, judged: Judged) -> Iterator[Missing]:
    """List what a judgement lacks."""
    if act.adopted_on is None and judged.session is None:
        yield Missing(act.reference, "adopted_on")
        return
    if act.authority == COMMITTEE and judged.session is None:
        yield Missing(act.reference, "session")
    if judged.session is not None and judged.session.attendance is None:
        yield Missing(judged.session.act, "attendance")
    for error in judged.refusals:
        if isinstance(error, UnknownDepartmentError):
            yield Missing(act.reference, "department")
        if isinstance(error, UntoldWeightError):
            yield Missing(act.reference, "applicant_department")
    if judged.electorate is None and not judged.refusals:
        yield from world.lacks_statutes(judged.day or date.max)


def _value(vote: ReportedVote, each: tuple[Judged, ...]) -> Cast:
    """Tell how an act was voted on: the one question, or all and each."""
    told = [_cast(one.put.vote if one.put is not None else vote, one) for one in each]
    if len(told) == 1 and not isinstance(vote, tuple):
        return told[0]
    carried = {one.is_carried for one in each}
    outcome = vote.outcome if isinstance(vote, Vote) else None
    return Cast(
        vote=vote,
        outcome=_shared(vote) if isinstance(vote, tuple) else outcome,
        carried=carried.pop() if len(carried) == 1 else None,
        each=tuple(told),
    )


def _cast(vote: ReportedVote, judged: Judged) -> Cast:
    """Tell a vote as reported, and the numbers of its judgement, for scripts."""
    outcome = vote.outcome if isinstance(vote, Vote) else None
    voters, verdict = judged.electorate, judged.verdict
    if voters is None or verdict is None:
        return Cast(vote=vote, outcome=outcome, carried=judged.is_carried)
    return Cast(
        vote=vote,
        outcome=outcome,
        carried=judged.is_carried,
        body=voters.body,
        question=voters.asked.question,
        on=voters.day,
        statutes=voters.statutes,
        voters=voters.voters,
        votes=voters.votes,
        in_office=len(voters.in_office),
        majority=str(voters.majority),
        base=voters.majority.base,
        tally=verdict.tally,
        needed=verdict.need.needed if verdict.tally is not None else None,
        session=judged.session.reference if judged.session else None,
        refusals=tuple(error.rule for error in judged.refusals),
    )
