"""Why? The one door: a question on a day, and all that is behind its answer."""

from datetime import date

from projections.changes.consequences import aftermath
from projections.missing import lacking
from projections.naming.articles import cite
from projections.naming.behind import behind
from projections.naming.citing import once
from projections.reason import Step
from projections.switches import SUSPENDED_MANDATES, relied_on
from projections.timelines.world import World
from projections.whys.associated import beside_association
from projections.whys.contribution import why_contribution
from projections.whys.correcting import SUSPENSIONS, corrected
from projections.whys.explanation import Explanation, Reasons
from projections.whys.force import why_executory
from projections.whys.membership import why_member
from projections.whys.questions import (
    AboutContribution,
    AboutForce,
    AboutMember,
    AboutPending,
    AboutRegime,
    AboutSeat,
    AboutVacancy,
    AboutVote,
    Question,
)
from projections.whys.regime import why_regime
from projections.whys.seat import why_body, why_seat
from projections.whys.vacancy import why_vacancy
from projections.whys.vote import why_vote
from projections.whys.waiting import why_pending


def reasons(  # noqa: PLR0911 -- one for each kind of question
    world: World, question: Question, at: date
) -> Reasons:
    """Answer a question on a day, with the steps that lead there."""
    match question:
        case AboutMember(member=member, competence=competence):
            found = why_member(world, member, competence, at)
            return beside_association(world, question, at, found)
        case AboutSeat(body=body, person=person):
            if person is None:
                return why_body(world, body, at)
            return why_seat(world, body, person, at)
        case AboutVacancy(member=member):
            return why_vacancy(world, member, at)
        case AboutRegime():
            return why_regime(world, at)
        case AboutForce(act=act):
            return why_executory(world, act, at)
        case AboutContribution(year=year, member=member):
            return why_contribution(world, year, member, at)
        case AboutPending(member=member):
            return why_pending(world, member, at)
        case AboutVote(act=act):
            return why_vote(world, act, at)


def explain(world: World, question: Question, at: date) -> Explanation:
    """Explain an answer: its steps, its acts, their places, what is missing."""
    found = reasons(world, question, at)
    concerned = once(*found.because, *(one.act for one in found.missing if one.act))
    corrections = tuple(corrected(world, concerned, at))
    rulings = [one.values.get("ruling") for one in corrections]
    correcting = [ruling for ruling in rulings if isinstance(ruling, str)]
    is_suspended = any(one.says in SUSPENSIONS for one in corrections)
    is_about_seats = isinstance(question, AboutSeat | AboutVacancy)
    relied = (SUSPENDED_MANDATES,) if is_suspended and is_about_seats else ()
    headline = found.headline
    return Explanation(
        question=question.asked,
        at=at,
        known_at=world.known_at,
        established=found.answer == "yes",
        answer=found.answer,
        value=found.value,
        says=headline.says,
        sentence=headline.sentence,
        values=headline.values,
        because=found.because,
        steps=_each_once([*found.steps, *corrections]),
        missing=lacking(found.missing, getattr(question, "member", None)),
        acts=behind(world, once(*concerned, *correcting)),
        switches=relied_on(
            (*found.switches, *relied), lambda clause: cite(world, clause, at)
        ),
        consequences=aftermath(world, question.act, at)
        if isinstance(question, AboutForce | AboutVote)
        else (),
    )


def _each_once(steps: list[Step]) -> tuple[Step, ...]:
    """Say a step where it is first needed, and not again."""
    kept: list[Step] = []
    for one in steps:
        if one not in kept:
            kept.append(one)
    return tuple(kept)
