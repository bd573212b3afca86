"""Several programs record at once: nothing is lost, nothing twice, no gap."""

from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from multiprocessing import get_context
from multiprocessing.synchronize import Barrier
from typing import Any

import pytest
from eventsourcing.dcb.api import DCBAppendCondition, DCBEvent, DCBQuery, DCBQueryItem
from eventsourcing.persistence import IntegrityError
from sqlalchemy import Engine

from ledger.storage.opening import create_ledger, open_ledger
from ledger.storage.recorder import SQLRecorder

ROUNDS = 20
PATIENCE_S = 30

Program = Callable[[Any, str, Barrier], None]

_met: list[Barrier] = []


@pytest.fixture(scope="module")
def two_programs() -> Iterator[Executor]:
    """Keep two processes that start from nothing, as two users' do."""
    context = get_context("spawn")
    with ProcessPoolExecutor(
        2, context, initializer=introduce, initargs=(context.Barrier(2),)
    ) as pool:
        yield pool


def introduce(barrier: Barrier) -> None:
    _met.append(barrier)


def run(program: Program, given: object, name: str) -> None:
    program(given, name, _met[0])


def run_both(pool: Executor, program: Program, given: object) -> None:
    runs = [pool.submit(run, program, given, name) for name in ("one", "two")]
    for each in runs:
        each.result(2 * PATIENCE_S)


def record_freely(place: str, name: str, start: Barrier) -> None:
    engine = open_ledger(place)
    recorder = SQLRecorder(engine, author=name)
    start.wait(PATIENCE_S)
    for number in range(ROUNDS):
        tags = [f"{name}:{number}:{part}" for part in range(3)]
        recorder.append([DCBEvent(type="seated", data=b"{}", tags=[t]) for t in tags])
    engine.dispose()


def record_on_condition(place: str, name: str, start: Barrier) -> None:
    engine = open_ledger(place)
    recorder = SQLRecorder(engine, author=name)
    for number in range(ROUNDS):
        query = DCBQuery(items=[DCBQueryItem(types=["won"])])
        condition = DCBAppendCondition(query, after=recorder.read(query).head)
        won, lost = (
            DCBEvent(type=outcome, data=b"{}", tags=[str(number)])
            for outcome in ("won", "lost")
        )
        # Both have read the same head before either appends.
        start.wait(PATIENCE_S)
        try:
            recorder.append([won], condition)
        except IntegrityError:
            recorder.append([lost])
        start.wait(PATIENCE_S)
    engine.dispose()


def create_and_record(places: list[str], name: str, start: Barrier) -> None:
    for place in places:
        start.wait(PATIENCE_S)
        engine = create_ledger(place)
        SQLRecorder(engine, author=name).append([DCBEvent(type="seated", data=b"{}")])
        engine.dispose()


def test_two_programs_that_record_at_once_lose_nothing(
    two_programs: Executor, engine_place: str, ledger_engine: Engine
) -> None:
    run_both(two_programs, record_freely, engine_place)
    found = list(SQLRecorder(ledger_engine).read())
    assert [event.position for event in found] == list(range(1, 6 * ROUNDS + 1))
    tags = [tag for event in found for tag in event.event.tags]
    assert sorted(tags) == sorted(
        f"{name}:{number}:{part}"
        for name in ("one", "two")
        for number in range(ROUNDS)
        for part in range(3)
    )
    # One append stays together.
    assert all(tag.endswith(f":{index % 3}") for index, tag in enumerate(tags))


def test_of_two_appends_in_conflict_exactly_one_wins(
    two_programs: Executor, engine_place: str, ledger_engine: Engine
) -> None:
    run_both(two_programs, record_on_condition, engine_place)
    found = list(SQLRecorder(ledger_engine).read())
    assert [event.position for event in found] == list(range(1, 2 * ROUNDS + 1))
    outcomes = Counter((event.event.type, *event.event.tags) for event in found)
    assert outcomes == Counter(
        (outcome, str(number))
        for outcome in ("won", "lost")
        for number in range(ROUNDS)
    )


def test_two_programs_may_create_the_same_ledger_at_once(
    two_programs: Executor, new_place: Callable[[], str]
) -> None:
    places = [new_place() for _ in range(4)]
    run_both(two_programs, create_and_record, places)
    for place in places:
        engine = open_ledger(place)
        authors = [entry.recorded_by for entry in SQLRecorder(engine).entries()]
        assert sorted(authors) == ["one", "two"]
        engine.dispose()
