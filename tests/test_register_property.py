"""Two days differ by their changes, and the changes of a history make its register."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from commands.demonstrate import example_files
from ledger.acts.reading import read_acts
from projections.changes.chronicle import chronicle
from projections.changes.differences import Change, Point, difference
from projections.changes.lines import Line, Name, Value
from projections.changes.whole import register_on
from projections.periods import day_before, day_of
from projections.register.annexes import annex_1, annex_2
from projections.register.rosters import roster
from projections.timelines.world import World, world_of
from tests import random_histories, random_rulings, random_seats
from tests.spec import entries_of

SLOWLY = settings(
    max_examples=80,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
HISTORIES = (
    random_histories.histories()
    | random_seats.histories()
    | random_rulings.histories()
    | random_rulings.histories()
)
NUMBERS = st.integers(-5, 190)

EXAMPLES = Path(__file__).parents[1] / "examples"
DAYS = [
    *(date(year, 6, 30) for year in range(2013, 2027)),
    *(date(2020, 12, 15), date(2022, 2, 22), date(2025, 1, 1)),
]
"""A day of each year, and those on which colleges and an heir came to be."""

Lines = dict[Name, Value]
Acts = list[dict[str, Any]]


def worlds(acts: Acts, *positions: int) -> list[World]:
    entries = entries_of(acts)
    ends = [min(position, len(entries)) for position in positions]
    return [world_of(entries[:end], position=end) for end in ends]


def day(acts: Acts, number: int) -> date:
    kinds = {decision["type"] for act in acts for decision in act["decisions"]}
    is_of_seats = "statutes-adopted" in kinds
    first = random_seats.FIRST if is_of_seats else random_histories.FIRST
    return date.fromordinal(first.toordinal() + number)


def values(lines: dict[Name, Line]) -> Lines:
    return {name: line.value for name, line in lines.items()}


def applied(lines: Lines, changes: Iterable[Change]) -> Lines:
    """Apply changes, each of which must find what it says was there before."""
    after = dict(lines)
    for change in changes:
        name = (change.what, change.key)
        assert after.pop(name, None) == change.before
        if change.after is not None:
            after[name] = change.after
    return after


@pytest.fixture(scope="module")
def examples() -> World:
    """Read the real acts and the fictional ones, with the annulment."""
    files = example_files(EXAMPLES)
    [world] = worlds([act for file in files for act in read_acts(file)], 10_000)
    return world


# ------------------------------------------------------------------- two points
@SLOWLY
@given(acts=HISTORIES, number=NUMBERS)
def test_a_point_does_not_differ_from_itself(acts: Acts, number: int) -> None:
    [world] = worlds(acts, 10_000)
    point = Point(day(acts, number), world)
    assert difference(point, point).changes == ()


@SLOWLY
@given(
    acts=HISTORIES,
    days=st.tuples(NUMBERS, NUMBERS),
    known=st.tuples(st.integers(3, 120), st.integers(3, 120)),
)
def test_the_changes_make_of_the_lines_of_one_point_those_of_the_other(
    acts: Acts, days: tuple[int, int], known: tuple[int, int]
) -> None:
    first, second = (
        Point(day(acts, number), world)
        for number, world in zip(days, worlds(acts, *known), strict=True)
    )
    before = values(register_on(first.world, first.at))
    after = values(register_on(second.world, second.at))
    assert applied(before, difference(first, second).changes) == after


@SLOWLY
@given(acts=HISTORIES, number=NUMBERS, known=st.tuples(*[st.integers(3, 120)] * 2))
def test_a_change_of_knowledge_names_an_act_that_was_recorded_in_between(
    acts: Acts, number: int, known: tuple[int, int]
) -> None:
    first, second = worlds(acts, *sorted(known))
    found = difference(
        Point(day(acts, number), first), Point(day(acts, number), second)
    )
    learned = {
        reference
        for reference, act in second.known.acts.items()
        if max([act.position, *(one.position for one in act.proposed)])
        > first.known.position
    }
    for change in found.changes:
        assert learned & {*change.because}, change


@SLOWLY
@given(acts=random_rulings.histories())
def test_what_changes_on_the_day_of_a_ruling_and_not_without_it_is_by_that_ruling(
    acts: Acts,
) -> None:
    [world] = worlds(acts, 10_000)
    struck = [act for act in acts if "abroge" not in act["act"]]
    struck = [act for act in struck if not act["act"].startswith(random_rulings.COURTS)]
    [without] = worlds(struck, 10_000)
    for fate in world.fates:
        if fate.on is None or not fate.ends_or_restores:
            continue
        before = day_before(fate.on)
        doers = {act for one in world.fates if one.on == fate.on for act in one.by}
        told = difference(Point(before, without), Point(fate.on, without)).changes
        known = {(change.what, change.key) for change in told}
        for change in difference(Point(before, world), Point(fate.on, world)).changes:
            is_numbered = change.what == "pending"  # like requests count one another
            if (change.what, change.key) not in known and not is_numbered:
                assert doers & {*change.because}, change
        for record in chronicle(world, fate.on, fate.on):
            names = {(change.what, change.key) for change in record.changes}
            assert record.act in doers or names <= known


# ------------------------------------------------------------------- the register
@SLOWLY
@given(acts=HISTORIES, number=NUMBERS)
def test_the_lines_of_a_day_are_what_annexes_and_rosters_say(
    acts: Acts, number: int
) -> None:
    [world] = worlds(acts, 10_000)
    at = day(acts, number)
    assert asked(world, at) == held(values(register_on(world, at)))


@SLOWLY
@given(acts=HISTORIES, number=NUMBERS)
def test_what_was_replayed_up_to_a_day_is_what_annexes_and_rosters_say(
    acts: Acts, number: int
) -> None:
    [world] = worlds(acts, 10_000)
    at = day(acts, number)
    assert replayed(world, at) == asked(world, at)


@pytest.mark.parametrize("at", DAYS, ids=str)
def test_the_examples_replayed_up_to_a_day_are_their_annexes_and_rosters(
    examples: World, at: date
) -> None:
    assert replayed(examples, at) == asked(examples, at)
    assert held(values(register_on(examples, at))) == asked(examples, at)


def replayed(world: World, at: date) -> list[tuple[Any, ...]]:
    """Apply what each act changed, one after the other."""
    lines: Lines = {}
    for record in chronicle(world, None, at):
        told = [change for change in record.changes if change.what != "identity"]
        lines = applied(lines, told)
    return held(lines)


def held(lines: Lines) -> list[tuple[Any, ...]]:
    """List of the register what annexes and rosters tell as well."""
    shown: list[tuple[Any, ...]] = []
    for (what, key), said in lines.items():
        member = key.split(" ")[0]
        if what == "member":
            shown.append((what, member, said["since"], said["until"]))
        elif what == "competence":
            named = member, said["competence"]
            shown.append((what, *named, said["since"], said["until"]))
        elif what == "seat":
            person, time = key.split(" ")[-1], (said["from"], said["until"])
            shown.append((what, said["body"], person, *time, said["holdover"]))
        elif what == "vacancy":
            time = said["from"], said["until"]
            shown.append((what, said["body"], said["office"], *time))
        elif what == "statutes":
            shown.append((what, said["version"], said["since"]))
    return sorted(shown, key=str)


def asked(world: World, at: date) -> list[tuple[Any, ...]]:
    """Ask the answers themselves, which know nothing of the register's lines."""
    shown: list[tuple[Any, ...]] = [
        ("member", member.member, member.since, member.until)
        for member in annex_1(world, day_of(at)).members
    ]
    for one in annex_2(world, day_of(at)).transfers:
        named = one.member, one.competence
        shown.append(("competence", *named, one.since, one.until))
    version = world.statutes.on(at)
    if version is not None:
        shown.append(("statutes", version.version, version.since))
    for body in [*world.bodies.by_id]:
        answer = roster(world, body, day_of(at))
        for seat in answer.seats:
            time = seat.from_, seat.until
            shown.append(("seat", body, seat.person, *time, seat.holdover))
        for empty in answer.vacancies:
            time = empty.from_, empty.until
            shown.append(("vacancy", body, empty.office, *time))
    return sorted(shown, key=str)
