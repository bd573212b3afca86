"""The dated facts: looked up by whom they concern, whole, and enough for an answer."""

from collections.abc import Iterator
from datetime import date

import pytest

from commands.candidates import gather
from commands.demonstrate import example_files
from commands.recording import record
from ledger.mapper import entries_from
from projections.register.portrait import portrait
from projections.timelines.facts import Facts, Relation
from projections.timelines.world import World, world_of
from projections.whys.changes import Change, History, history
from projections.whys.explain import reasons
from projections.whys.questions import (
    AboutMember,
    AboutPending,
    AboutVacancy,
    Question,
)
from tests.shell import ROOT
from tests.spec import new_ledger

TODAY = date(2026, 11, 20)
RELATIONS = (
    *("members", "competences", "associates", "identities", "delegates"),
    *("missing_delegates", "seats", "empty_seats", "block", "regimes", "statutes"),
)


@pytest.fixture(scope="module")
def world() -> World:
    with new_ledger() as recorder:
        files = example_files(ROOT / "examples")
        record(gather(files), recorder, today=TODAY)
        return world_of(entries_from(recorder.entries()), position=recorder.head())


def questions_about(world: World, member: str) -> Iterator[Question]:
    yield from (AboutMember(member), AboutPending(member), AboutVacancy(member))
    held = {tenure.competence for tenure in world.facts.competences.about(member)}
    yield from (AboutMember(member, one) for one in sorted(map(str, held)))


def alone(world: World, whole: Facts, member: str) -> Facts:
    """Leave of all facts those of one institution, and those that name none."""
    left = Facts(world)
    for name in RELATIONS:
        facts = getattr(whole, name).facts
        own = (one for one in facts if one.member in {None, member})
        vars(left)[name] = Relation(own)
    return left


def test_all_relations_are_gone_through(world: World) -> None:
    each = [fact for name in RELATIONS for fact in getattr(world.facts, name).facts]
    assert sorted(map(id, world.facts.all())) == sorted(map(id, each))


def test_what_is_asked_of_one_institution_touches_no_fact_of_another(
    world: World,
) -> None:
    whole = world.facts

    def answers(member: str) -> tuple[object, ...]:
        asked = [*questions_about(world, member)]
        told = portrait(world, member, None, TODAY)
        return (told, *(history(world, question) for question in asked))

    before = {member: answers(member) for member in world.names}
    try:
        for member in world.names:
            vars(world)["facts"] = alone(world, whole, member)
            assert answers(member) == before[member], member
    finally:
        vars(world)["facts"] = whole


def test_no_day_on_which_anything_changes_changes_an_answer_it_is_not_a_point_of(
    world: World,
) -> None:
    days = sorted({day for fact in world.facts.all() for day in fact.edges})
    for member in [*world.names][::3]:
        for question in questions_about(world, member):
            told = history(world, question)
            for day in days:
                answered, held = reasons(world, question, day), held_on(told, day)
                assert (held.answer, held.value, held.because) == (
                    answered.answer,
                    answered.value,
                    answered.because,
                ), (question.asked, day)


def held_on(told: History, day: date) -> Change:
    """Find the change point that holds on a day."""
    return next(
        one
        for one in told.changes
        if (one.from_ or date.min) <= day and (one.until is None or day < one.until)
    )


def test_a_fact_is_looked_up_by_whom_it_concerns(world: World) -> None:
    seats = world.facts.seats
    for seat in seats:
        assert seat in seats.about(seat.member, seat.body)
        assert seat in seats.by(seat.person, seat.body)
        assert seat in seats.of(seat.body)
    assert not seats.about("nobody")


def test_a_fact_is_whole_and_its_cuts_lie_within(world: World) -> None:
    for fact in world.facts.all():
        assert list(fact.edges) == sorted(fact.edges), fact
        assert all(fact.period.holds_on(day) for day in fact.cuts), fact
    heirs = world.facts.members.facts_about("les-deux-weppes")
    assert any(fact.cuts or fact.period.from_ for fact in heirs)
