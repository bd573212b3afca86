"""Several programs record at once: nothing is lost, nothing twice, no gap."""

from collections import Counter
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.synchronize import Barrier
from typing import Any

from eventsourcing.dcb.api import DCBAppendCondition, DCBEvent, DCBQuery, DCBQueryItem
from eventsourcing.persistence import IntegrityError

from ledger.storage.opening import create_ledger, open_ledger
from ledger.storage.recorder import SQLRecorder

ROUNDS = 20
PATIENCE_S = 30

SPAWN = get_context("spawn")


def record_freely(place: str, name: str, start: Barrier) -> None:
    engine = open_ledger(place)
    recorder = SQLRecorder(engine, author=name)
    start.wait(PATIENCE_S)
    for number in range(ROUNDS):
        recorder.append(
            [
                DCBEvent(type="seated", data=b"{}", tags=[f"{name}:{number}:{part}"])
                for part in range(3)
            ]
        )
    engine.dispose()


def record_on_condition(place: str, name: str, start: Barrier) -> None:
    engine = open_ledger(place)
    recorder = SQLRecorder(engine, author=name)
    for number in range(ROUNDS):
        query = DCBQuery(items=[DCBQueryItem(types=["won"])])
        condition = DCBAppendCondition(query, after=recorder.read(query).head)
        # Both have read the same head before either appends.
        start.wait(PATIENCE_S)
        try:
            recorder.append(
                [DCBEvent(type="won", data=b"{}", tags=[str(number)])], condition
            )
        except IntegrityError:
            recorder.append([DCBEvent(type="lost", data=b"{}", tags=[str(number)])])
        start.wait(PATIENCE_S)
    engine.dispose()


def create_and_record(places: list[str], name: str, start: Barrier) -> None:
    for place in places:
        start.wait(PATIENCE_S)
        engine = create_ledger(place)
        SQLRecorder(engine, author=name).append([DCBEvent(type="seated", data=b"{}")])
        engine.dispose()


def run_two(program: Callable[[Any, str, Barrier], None], given: object) -> None:
    start = SPAWN.Barrier(2)
    processes = [
        SPAWN.Process(target=program, args=(given, name, start))
        for name in ("one", "two")
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join(2 * PATIENCE_S)
    assert [process.exitcode for process in processes] == [0, 0]


def test_two_programs_that_record_at_once_lose_nothing(engine_place: str) -> None:
    engine = create_ledger(engine_place)
    run_two(record_freely, engine_place)
    found = list(SQLRecorder(engine).read())
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
    engine.dispose()


def test_of_two_appends_in_conflict_exactly_one_wins(engine_place: str) -> None:
    engine = create_ledger(engine_place)
    run_two(record_on_condition, engine_place)
    found = list(SQLRecorder(engine).read())
    assert [event.position for event in found] == list(range(1, 2 * ROUNDS + 1))
    outcomes = Counter((event.event.type, *event.event.tags) for event in found)
    assert outcomes == Counter(
        (outcome, str(number))
        for outcome in ("won", "lost")
        for number in range(ROUNDS)
    )
    engine.dispose()


def test_two_programs_may_create_the_same_ledger_at_once(
    new_place: Callable[[], str],
) -> None:
    places = [new_place() for _ in range(4)]
    run_two(create_and_record, places)
    for place in places:
        engine = open_ledger(place)
        authors = [entry.recorded_by for entry in SQLRecorder(engine).entries()]
        assert sorted(authors) == ["one", "two"]
        engine.dispose()
