"""How did a body vote on an act it adopted at a session: asked, counted, decided?

Statutes arts. 8.3, 8.5, 11, 15 to 17. Told as recorded, and as judged by the rule of
the day; what became of the act later stands beside it.
"""

from collections.abc import Iterator

import msgspec

from ledger.events.event import name_of
from ledger.institutions import PersonName, person_id, person_name
from ledger.votes import Vote, Voters
from projections.acts.act_state import ActState
from projections.acts.votes_taken import is_rejected
from projections.naming.citing import once
from projections.session_papers.elected import Elected, elected_by
from projections.session_papers.frame import Papers
from projections.session_papers.parts import Irregularity, Quorum, irregularities
from projections.votes.judged_votes import Judged
from projections.votes.questions_put import Put


class Sides(msgspec.Struct, frozen=True):
    """How many for, against and abstaining."""

    for_: int = msgspec.field(name="for")
    against: int
    abstentions: int


class Ballots(msgspec.Struct, frozen=True):
    """Who voted which way, where the names are on record."""

    for_: tuple[str, ...] = msgspec.field(name="for")
    against: tuple[str, ...]
    abstentions: tuple[str, ...]


class Electors(msgspec.Struct, frozen=True):
    """Who could vote: how many persons, how many votes, who has how many each.

    `department` is the founder whose delegates have `weight` votes each.
    """

    persons: int
    votes: int
    in_office: int
    department: str | None
    department_name: str | None
    weight: int


class Needed(msgspec.Struct, frozen=True):
    """What carries the question: a share of the votes cast, or of the members.

    `votes` is that share of `whole`: what was cast, or who is in office; None where
    that is not known. What `settles` is carried unless more are against (L.1612-12).
    """

    share: str
    base: str
    votes: int | None
    whole: int | None
    article: str | None
    settles: bool = False


class VotedAct(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the table: a question an act put to the vote, most put only one.

    What is None is not on record, or cannot be told.

    `declared` is the outcome as recorded, `carried` as judged; `casting_vote` is the
    president's ballot in a tie. `to_review` are rules that the record shows
    broken and no act declared so.
    """

    act: str
    title: str | None
    decisions: tuple[str, ...]
    question: str
    applicant: str | None
    applicant_name: str | None
    competence: str | None
    competence_label: str | None
    elected: tuple[Elected, ...]
    voted: bool
    unanimous: bool
    electorate: Electors | None
    needed: Needed | None
    votes: Sides | None
    persons: Sides | None
    names: Ballots | None
    recused: tuple[str, ...]
    recused_as_representatives: tuple[str, ...]
    declared: str | None
    adopted: bool | None
    carried: bool | None
    tie: bool
    casting_vote: str | None
    quorum: Quorum | None
    irregular: tuple[Irregularity, ...]
    to_review: tuple[str, ...]
    undone_by: tuple[str, ...]
    because: tuple[str, ...]


def voted_acts(papers: Papers, act: ActState) -> Iterator[VotedAct]:
    """Tell the vote on each question of an act, as recorded and as judged."""
    for judged in papers.judge.judge(act):
        assert judged.put is not None, "each is judged of a question"
        yield _voted_act(papers, act, judged, judged.put)


def _voted_act(papers: Papers, act: ActState, judged: Judged, put: Put) -> VotedAct:
    asked, cast = put.asked, put.vote if act.vote is not None else None
    vote = cast if isinstance(cast, Vote) else None
    verdict = judged.verdict
    carried = [one for one in act.carried if one in put.decisions]
    return VotedAct(
        act=act.reference,
        title=act.registered.title,
        decisions=tuple(name_of(taken.decision) for taken in put.decisions),
        question=asked.question,
        applicant=asked.applicant,
        applicant_name=papers.name(asked.applicant),
        competence=asked.competence,
        competence_label=papers.competence(asked.competence),
        elected=tuple(elected_by(papers, carried)),
        voted=cast is not None,
        unanimous=cast == "unanimous",
        electorate=_electors(papers, judged),
        needed=_needed(papers, judged),
        votes=_votes(judged),
        persons=_persons(vote),
        names=_names(papers, vote),
        recused=_each(papers, vote.recused if vote else ()),
        recused_as_representatives=_each(
            papers, vote.recused_as_representatives if vote else ()
        ),
        declared=vote.outcome if vote else None,
        adopted=None if cast is None else not is_rejected(cast),
        carried=judged.is_carried,
        tie=verdict is not None and verdict.is_tie,
        casting_vote=verdict.casting_vote if verdict is not None else None,
        quorum=papers.quorum(
            papers.session.at(act.reference).attendance, judged.leaving
        ),
        irregular=irregularities(act),
        to_review=_to_review(judged, act),
        undone_by=_undone(papers, act),
        because=(act.reference,),
    )


# ------------------------------------------------------------------- who, how much
def _electors(papers: Papers, judged: Judged) -> Electors | None:
    voters = judged.electorate
    if voters is None:
        return None
    return Electors(
        persons=len(voters.voters),
        votes=voters.votes,
        in_office=len(voters.in_office),
        department=voters.department,
        department_name=papers.name(voters.department),
        weight=voters.weighing.weight,
    )


def _needed(papers: Papers, judged: Judged) -> Needed | None:
    if judged.verdict is None:
        return None
    need, tally = judged.verdict.need, judged.tally
    majority = need.majority
    is_told = majority.base == "members" or tally is not None
    return Needed(
        share=str(majority.share),
        base=majority.base,
        votes=need.needed if is_told else None,
        whole=need.whole if is_told else None,
        article=None if majority.settles else papers.article(majority.clause),
        settles=majority.settles,
    )


# ------------------------------------------------------------------- the ballots
def _votes(judged: Judged) -> Sides | None:
    tally = judged.tally
    if tally is None:
        return None
    return Sides(tally.for_, tally.against, tally.abstentions)


def _persons(vote: Vote | None) -> Sides | None:
    if vote is None:
        return None
    return Sides(*map(_number, (vote.for_, vote.against, vote.abstentions)))


def _number(voters: Voters) -> int:
    return len(voters) if isinstance(voters, tuple) else voters


def _names(papers: Papers, vote: Vote | None) -> Ballots | None:
    """List who voted which way; None where any of it was only counted."""
    if vote is None:
        return None
    named = []
    for voters in (vote.for_, vote.against, vote.abstentions):
        if isinstance(voters, int) and voters > 0:
            return None
        each = voters if isinstance(voters, tuple) else ()
        named.append(tuple(_name(papers, one) for one in each))
    return Ballots(*named)


def _each(papers: Papers, persons: tuple[PersonName, ...]) -> tuple[str, ...]:
    return tuple(_name(papers, one) for one in persons)


def _name(papers: Papers, person: PersonName) -> str:
    known = papers.world.persons.get(person_id(person))
    return known or person_name(person) or person_id(person)


# ------------------------------------------------------------------- what came of it
def _to_review(judged: Judged, act: ActState) -> tuple[str, ...]:
    broken = (one.rule for one in judged.refusals)
    return once(*(rule for rule in broken if not act.registered.excuses(rule)))


def _undone(papers: Papers, act: ActState) -> tuple[str, ...]:
    """List the acts by which any of its decisions is as if it had never been."""
    strikes, reference = papers.world.strikes, act.reference
    found = [strikes.undone_by((reference, taken.number)) for taken in act.proposed]
    return once(*(ruling for rulings in found for ruling in rulings))
