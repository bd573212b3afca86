"""Every line of every answer of the examples is explained, and its acts are named."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

import pytest

from commands.candidates import gather
from commands.demonstrate import example_files
from commands.recording import record
from ledger.mapper import entries_from
from presentation.sentences import spoken
from projections.money.contributions import contributions
from projections.periods import day_of
from projections.register.annexes import annex_1, annex_2
from projections.register.rosters import roster
from projections.timelines.world import World, world_of
from projections.whys.changes import history
from projections.whys.explain import explain, reasons
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
from tests.answers import acts_cited
from tests.shell import ROOT
from tests.spec import new_ledger

DAYS = [date(2018, 1, 1), date(2020, 8, 1), date(2022, 6, 30), date(2024, 6, 30)]
TODAY = date(2026, 11, 20)
Because = tuple[str, ...]


@pytest.fixture(scope="module")
def world() -> World:
    with new_ledger() as recorder:
        files = example_files(ROOT / "examples")
        record(gather(files), recorder, today=TODAY)
        return world_of(entries_from(recorder.entries()), position=recorder.head())


def lines(world: World, day: date) -> Iterator[tuple[Question, Because]]:
    """List each line of annexes, rosters and contributions, and what it rests on."""
    for member in annex_1(world, day_of(day)).members:
        yield AboutMember(member.member), member.because
    for transfer in annex_2(world, day_of(day)).transfers:
        yield AboutMember(transfer.member, transfer.competence), transfer.because
    for one in annex_1(world, day_of(day)).pending:
        yield AboutPending(one.member), ()
    for body in tuple(world.bodies.by_id):
        shown = roster(world, body, day_of(day))
        for seat in shown.seats:
            yield AboutSeat(body, seat.person), seat.because
        if shown.seats:
            acts = (act for one in shown.seats for act in one.because)
            yield AboutSeat(body), tuple(acts)
        for empty in shown.vacancies:
            if empty.member is not None:
                yield AboutVacancy(empty.member), ()
    for line in contributions(world, day.year, day).lines:
        yield AboutContribution(day.year, line.member), line.because


@pytest.mark.parametrize("day", DAYS)
def test_every_line_is_explained_by_its_acts_and_each_act_by_a_step(
    world: World, day: date
) -> None:
    for question, because in lines(world, day):
        found = explain(world, question, day)
        assert found.answer == "yes", question.asked
        assert set(because) <= set(found.because), question.asked
        assert set(found.because) <= acts_cited(found), question.asked
        assert {one.act for one in found.acts} >= set(found.because)


@pytest.mark.parametrize("day", DAYS)
def test_what_is_not_so_is_explained_too_and_can_be_said(
    world: World, day: date
) -> None:
    questions: list[Question] = [AboutRegime()]
    for member in world.identities:
        questions += [AboutMember(member), AboutPending(member), AboutVacancy(member)]
        questions.append(AboutContribution(day.year, member))
    for person in world.persons:
        questions += [AboutSeat("comite-syndical", person), AboutSeat("bureau", person)]
    for act in world.known.acts:
        questions += [AboutForce(act), AboutVote(act)]
    for question in questions:
        found = explain(world, question, day)
        said = spoken(found, world)
        assert found.established == (found.answer == "yes")
        assert found.steps or found.missing or found.answer == "no", question.asked
        assert "{" not in said.sentence + "".join(one.sentence for one in said.steps)


QUESTIONS: list[Question] = [
    AboutMember("mouvaux"),
    AboutMember("fromelles", "numerique-educatif"),
    AboutRegime(),
    AboutSeat("college-nord", "felicie-galipette"),
    AboutSeat("bureau"),
    AboutVacancy("departement-du-nord"),
    AboutPending("hem"),
    AboutContribution(2024, "wattignies"),
    AboutContribution(2024, "cc-flandre-lys"),
    AboutForce("comite-syndical/fictif-2024-7"),
    AboutVote("comite-syndical/fictif-2024-7"),
]


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda one: one.asked)
def test_on_any_day_the_history_holds_what_the_answer_of_that_day_is(
    world: World, question: Question
) -> None:
    """Each week, and around each change point."""
    changes = history(world, question).changes
    assert (changes[0].from_, changes[-1].until) == (None, None)
    assert [one.until for one in changes[:-1]] == [one.from_ for one in changes[1:]]
    points = [one.from_ for one in changes if one.from_ is not None]
    near = [day + timedelta(days=off) for day in points for off in (-1, 0, 1)]
    weekly = [date(2013, 6, 1) + timedelta(weeks=week) for week in range(740)]
    for day in [*near, *weekly]:
        answered = reasons(world, question, day)
        [held] = [
            one
            for one in changes
            if (one.from_ or date.min) <= day and (one.until is None or day < one.until)
        ]
        assert (held.answer, held.value, held.because) == (
            answered.answer,
            answered.value,
            answered.because,
        ), day


def test_neighbours_of_a_history_differ(world: World) -> None:
    for question in QUESTIONS:
        told = [
            (one.answer, one.value, one.says, one.because)
            for one in history(world, question).changes
        ]
        pairs = pairwise(told)
        assert all(one != other for one, other in pairs), question.asked
