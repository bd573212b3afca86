"""The sequence keeps what was written, in order, without gaps, on both engines."""

import hashlib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from threading import Thread

import pytest
from eventsourcing.dcb.api import (
    DCBAppendCondition,
    DCBEvent,
    DCBQuery,
    DCBQueryItem,
    DCBRecorder,
)
from eventsourcing.dcb.tests import DCBRecorderTestCase
from eventsourcing.persistence import IntegrityError, ProgrammingError
from sqlalchemy import Engine

from ledger.storage.recorder import PAGE, SQLRecorder

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)


@pytest.fixture
def recorder(ledger_engine: Engine) -> SQLRecorder:
    """Record in a new ledger."""
    return SQLRecorder(ledger_engine, author="clerk")


def event(kind: str = "seated", *tags: str) -> DCBEvent:
    return DCBEvent(type=kind, data=b"{}", tags=list(tags))


def positions(recorder: DCBRecorder, *items: DCBQueryItem) -> list[int]:
    return [found.position for found in recorder.read(DCBQuery(items=list(items)))]


def test_the_library_s_own_test_of_append_and_read_passes(
    recorder: SQLRecorder,
) -> None:
    DCBRecorderTestCase()._test_append_read(recorder)  # noqa: SLF001


def test_the_library_s_own_test_of_subscriptions_passes(recorder: SQLRecorder) -> None:
    DCBRecorderTestCase()._test_append_subscribe(recorder)  # noqa: SLF001


def test_a_row_holds_every_text_as_it_was_written(ledger_engine: Engine) -> None:
    recorder = SQLRecorder(ledger_engine, author="clé", clock=lambda: NOON)
    data = '{"name":"Saint-Étienne «é» \\u0000 😀"}'
    recorder.append(
        [DCBEvent(type="seated", data=data.encode(), tags=["b", "a", 'é"'])]
    )
    [entry] = recorder.entries()
    assert entry.position == 1
    assert entry.recorded_at == "2026-01-01T12:00:00.000000Z"
    assert entry.recorded_by == "clé"
    assert (entry.type, entry.tags, entry.data) == ("seated", '["b","a","é\\""]', data)


def test_tags_keep_their_order_and_their_duplicates(recorder: SQLRecorder) -> None:
    recorder.append([event("seated", "z", "a", "z", "m")])
    [found] = recorder.read()
    assert found.event.tags == ["z", "a", "z", "m"]
    assert positions(recorder, DCBQueryItem(tags=["z", "z", "a"])) == [1]


def test_an_event_without_tags_is_found_by_its_type(recorder: SQLRecorder) -> None:
    recorder.append([event("seated"), event("left")])
    assert positions(recorder, DCBQueryItem(types=["left"])) == [2]


def test_nothing_to_append_is_a_mistake_of_the_program(recorder: SQLRecorder) -> None:
    with pytest.raises(ProgrammingError):
        recorder.append([])


def test_a_refused_append_leaves_no_gap(recorder: SQLRecorder) -> None:
    recorder.append([event("seated", "a")])
    conflict = DCBAppendCondition(DCBQuery(items=[DCBQueryItem(tags=["a"])]))
    with pytest.raises(IntegrityError):
        recorder.append([event("left", "a")] * 3, conflict)
    assert recorder.append([event("left", "b")]) == 2
    assert positions(recorder) == [1, 2]


def test_an_append_that_fails_midway_leaves_nothing(recorder: SQLRecorder) -> None:
    content = b"minutes"
    sha256 = hashlib.sha256(content).hexdigest()
    # The last of many cannot be written, when the first have been.
    bad = [event("seated", "a")] * 6_000 + [DCBEvent(type="seated", data=b"\xff")]
    with pytest.raises(UnicodeDecodeError):
        recorder.append(bad, documents={sha256: content})
    assert recorder.head() == 0
    assert recorder.document(sha256) is None
    assert recorder.append([event("seated", "b")]) == 1
    assert positions(recorder, DCBQueryItem(tags=["a"])) == []


def test_times_never_decrease_when_the_clock_goes_back(ledger_engine: Engine) -> None:
    hours: Iterator[int] = iter([0, 2, 1, 3])
    recorder = SQLRecorder(
        ledger_engine, clock=lambda: NOON + timedelta(hours=next(hours))
    )
    for _ in range(4):
        recorder.append([event()])
    told = [entry.recorded_at[11:13] for entry in recorder.entries()]
    assert told == ["12", "14", "14", "15"]


def test_one_can_ask_how_far_the_ledger_was_at_a_moment(ledger_engine: Engine) -> None:
    hours: Iterator[int] = iter([0, 1, 1, 2])
    recorder = SQLRecorder(
        ledger_engine, clock=lambda: NOON + timedelta(hours=next(hours))
    )
    second = timedelta(seconds=1)
    assert recorder.position_at(NOON) == 0
    for _ in range(4):
        recorder.append([event()])
    assert recorder.position_at(NOON - second) == 0
    assert recorder.position_at(NOON) == 1
    assert recorder.position_at(NOON + timedelta(hours=1) - second) == 1
    assert recorder.position_at(NOON + timedelta(hours=1)) == 3
    assert recorder.position_at(NOON + timedelta(days=1)) == 4
    paris = datetime.fromisoformat("2026-01-01T14:00:00+01:00")
    assert recorder.position_at(paris) == 3


def test_a_reading_ends_where_the_sequence_ended_when_it_began(
    recorder: SQLRecorder,
) -> None:
    some = 2 * PAGE + 5
    recorder.append([event()] * some)
    response, entries = recorder.read(), recorder.entries()
    first = [next(response).position, next(entries).position]
    # No transaction is held between two pages: this does not wait.
    recorder.append([event()] * 10)
    assert first == [1, 1]
    assert [found.position for found in response] == list(range(2, some + 1))
    assert [found.position for found in entries] == list(range(2, some + 1))
    assert response.head == some
    assert recorder.head() == some + 10


def test_entries_can_be_read_between_two_positions(recorder: SQLRecorder) -> None:
    recorder.append([event("seated", "a"), event("left", "b")] * 5)
    found = recorder.entries(
        DCBQuery(items=[DCBQueryItem(tags=["a"])]), after=1, until=7
    )
    assert [entry.position for entry in found] == [3, 5, 7]
    assert [entry.position for entry in recorder.entries(after=8, until=99)] == [9, 10]


def test_a_limit_counts_an_event_with_two_of_the_tags_once(
    recorder: SQLRecorder,
) -> None:
    recorder.append([event("seated", "a", "b")] * 3)
    query = DCBQuery(items=[DCBQueryItem(tags=["a"]), DCBQueryItem(tags=["b"])])
    response = recorder.read(query, limit=2)
    assert [found.position for found in response] == [1, 2]
    assert response.head == 2


def test_a_query_of_1100_items_is_answered(recorder: SQLRecorder) -> None:
    numbers = range(1_100)
    recorder.append([event(f"t{n % 3}", f"m:{n}", f"act:{n // 2}") for n in numbers])
    shapes = (
        lambda n: DCBQueryItem(tags=[f"m:{n}"]),
        lambda n: DCBQueryItem(types=["t1"], tags=[f"m:{n}"]),
        lambda n: DCBQueryItem(types=["t2"], tags=[f"m:{n}", f"act:{n // 2}"]),
        lambda n: DCBQueryItem(tags=[f"m:{n}", "act:none"]),
    )
    items = [shapes[n % 4](n) for n in numbers]
    expected = [
        n + 1
        for n in numbers
        if n % 4 == 0 or (n % 4 == 1 and n % 3 == 1) or (n % 4 == 2 and n % 3 == 2)
    ]
    assert positions(recorder, *items) == expected
    query = DCBQuery(items=items)
    assert recorder.read(query, limit=7).head == expected[6]
    with pytest.raises(IntegrityError):
        recorder.append([event()], DCBAppendCondition(query, after=expected[-2]))
    recorder.append([event()], DCBAppendCondition(query, after=expected[-1]))


def test_a_document_is_stored_once(recorder: SQLRecorder) -> None:
    content = b"%PDF \x00\xff"
    sha256 = hashlib.sha256(content).hexdigest()
    recorder.append([event()], documents={sha256: content})
    recorder.append([event()], documents={sha256: content})
    assert recorder.document(sha256) == content
    assert recorder.document("0" * 64) is None


def test_a_document_under_another_s_name_is_not_stored(recorder: SQLRecorder) -> None:
    with pytest.raises(ProgrammingError):
        recorder.append([event()], documents={"0" * 64: b"minutes"})
    assert recorder.head() == 0


def test_a_stopped_subscription_ends_for_who_waits(recorder: SQLRecorder) -> None:
    recorder.append([event("seated", "a"), event("left", "b"), event("seated", "a")])
    seen: list[int] = []
    query = DCBQuery(items=[DCBQueryItem(types=["seated"])])
    with recorder.subscribe(query) as subscription:
        seen.append(next(subscription).position)
        waiting = Thread(
            target=lambda: seen.extend(found.position for found in subscription)
        )
        waiting.start()
        waiting.join(timeout=0.3)
        assert waiting.is_alive()
    waiting.join(timeout=5)
    assert not waiting.is_alive()
    assert seen == [1, 3]
    assert next(subscription, None) is None


def test_a_subscription_sees_what_another_recorder_appends(
    recorder: SQLRecorder, ledger_engine: Engine
) -> None:
    with recorder.subscribe() as subscription:
        SQLRecorder(ledger_engine).append([event()])
        assert next(subscription).position == 1
