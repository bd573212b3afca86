"""Whatever is suspended or ended, a day's answer, its history and annexes agree."""

from datetime import date
from typing import Any

from hypothesis import given as hypothetically
from hypothesis import settings
from hypothesis import strategies as st

from projections.periods import day_of
from projections.register.annexes import annex_1, annex_2
from projections.timelines.world import World
from projections.whys.changes import History, history
from projections.whys.explain import explain, reasons
from projections.whys.questions import (
    AboutForce,
    AboutMember,
    AboutPending,
    AboutRegime,
    AboutSeat,
    AboutVacancy,
    Question,
)
from tests import random_seats
from tests.answers import acts_cited, value
from tests.random_histories import COMPETENCES, DAYS, HISTORIES, MEMBERS, day_text
from tests.test_force_property import adopted, said
from tests.test_time_property import FEWER, world

ENDINGS = st.sampled_from(["suspended", "annulled from", "repealed"])


def struck(
    acts: list[dict[str, Any]], data: st.DataObject, days: list[str]
) -> list[dict[str, Any]]:
    """Let a random act be suspended and resume, be annulled from a day, or repealed."""
    found = data.draw(st.sampled_from(adopted(acts)))
    since, until = sorted(days)
    match data.draw(ENDINGS):
        case "suspended":
            return [
                *acts,
                said(1, "act-suspended", found, **{"from": since}),
                said(2, "suspension-lifted", found, **{"from": until}),
            ]
        case "annulled from":
            return [*acts, said(1, "act-annulled", found, **{"from": since})]
        case _:
            decision = {"type": "act-repealed", "target": found, "from": since}
            dates = {"adopted_on": since, "executory_on": since}
            author = found.partition("/")[0]
            repeal = {"act": f"{author}/abroge", **dates, "decisions": [decision]}
            return [*acts, repeal | {"executory_basis": "certified"}]


def held_on(told: History, day: date) -> tuple[Any, ...]:
    """Tell what a history says of a day."""
    [one] = [
        one
        for one in told.changes
        if (one.from_ or date.min) <= day and (one.until is None or day < one.until)
    ]
    return one.answer, one.value, one.says, one.because


@settings(FEWER, max_examples=40)
@hypothetically(acts=HISTORIES, days=st.tuples(DAYS, DAYS), data=st.data())
def test_why_a_member_its_history_and_the_annexes_agree_on_every_day(
    acts: list[dict[str, Any]], days: tuple[int, int], data: st.DataObject
) -> None:
    found = world(struck(acts, data, [day_text(day) for day in days]))
    asked = [AboutMember(member) for member in MEMBERS if member in found.identities]
    asked += [AboutMember(one.member, which) for one in asked for which in COMPETENCES]
    told = {question: history(found, question) for question in asked}
    for number in {*days, *data.draw(st.lists(DAYS, min_size=2, max_size=4))}:
        day = date.fromisoformat(day_text(number))
        first = {one.member: one.since for one in annex_1(found, day_of(day)).members}
        second = {
            (one.member, one.competence): one.since
            for one in annex_2(found, day_of(day)).transfers
        }
        for question in asked:
            answer = explain(found, question, day)
            if question.competence is None:
                since = first.get(question.member)
            else:
                since = second.get((question.member, question.competence))
            assert (answer.answer == "yes") == (since is not None)
            assert answer.value is None or value(answer)["since"] == str(since)
            assert set(answer.because) <= acts_cited(answer), (question, day)
            shown = (answer.answer, answer.value, answer.says, answer.because)
            assert held_on(told[question], day) == shown, (question, day)


@settings(FEWER, max_examples=25)
@hypothetically(acts=random_seats.histories(), data=st.data())
def test_the_history_of_every_other_answer_holds_that_of_each_day(
    acts: list[dict[str, Any]], data: st.DataObject
) -> None:
    numbers = data.draw(st.tuples(DAYS, DAYS))
    texts = [random_seats.day_text(number) for number in numbers]
    found = world([*acts[:2], *struck(acts[2:], data, texts)])
    asked = data.draw(st.lists(st.sampled_from(questions(found)), max_size=6))
    for question in asked:
        told = history(found, question)
        for number in {0, *numbers, sum(numbers) // 2, 150}:
            day = date.fromisoformat(random_seats.day_text(number))
            one = reasons(found, question, day)
            shown = (one.answer, one.value, one.headline.says, one.because)
            assert held_on(told, day) == shown, (question, day)
            if not isinstance(question, AboutForce):
                explained = explain(found, question, day)
                assert set(one.because) <= acts_cited(explained), (question, day)


def questions(found: World) -> list[Question]:
    """List what may be asked of a world."""
    asked: list[Question] = [AboutRegime()]
    for member in found.identities:
        asked += [AboutVacancy(member), AboutPending(member), AboutMember(member)]
    for body in tuple(found.bodies.by_id):
        asked += [AboutSeat(body), *(AboutSeat(body, one) for one in found.persons)]
    asked += [AboutForce(act) for act in found.known.acts]
    return asked
