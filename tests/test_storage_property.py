"""Whatever is asked, our recorder answers as the library's own one does."""

from itertools import count
from pathlib import Path

import pytest
from eventsourcing.dcb.api import (
    DCBAppendCondition,
    DCBEvent,
    DCBQuery,
    DCBQueryItem,
    DCBRecorder,
)
from eventsourcing.dcb.popo import InMemoryDCBRecorder
from eventsourcing.persistence import IntegrityError
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.storage.opening import create_ledger
from ledger.storage.recorder import SQLRecorder

TYPES = st.lists(st.sampled_from(["seated", "left", "voted"]), max_size=2)
TAGS = st.lists(st.sampled_from(["a", "b", "c", "é"]), max_size=3)
POSITIONS = st.none() | st.integers(0, 12)
EVENTS = st.builds(
    DCBEvent,
    type=st.sampled_from(["seated", "left", "voted"]),
    data=st.just(b"{}"),
    tags=TAGS,
)
QUERIES = st.builds(
    DCBQuery,
    items=st.lists(st.builds(DCBQueryItem, types=TYPES, tags=TAGS), max_size=4),
)
CONDITIONS = st.builds(
    DCBAppendCondition, fail_if_events_match=QUERIES, after=POSITIONS
)
APPENDS = st.tuples(st.lists(EVENTS, min_size=1, max_size=4), st.none() | CONDITIONS)
READINGS = st.tuples(st.none() | QUERIES, POSITIONS, POSITIONS)

NUMBERS = count(1)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    appends=st.lists(APPENDS, max_size=5),
    readings=st.lists(READINGS, min_size=1, max_size=5),
)
def test_the_same_appends_and_readings_have_the_same_answers(
    tmp_path_factory: pytest.TempPathFactory,
    appends: list[tuple[list[DCBEvent], DCBAppendCondition | None]],
    readings: list[tuple[DCBQuery | None, int | None, int | None]],
) -> None:
    place = Path(tmp_path_factory.getbasetemp(), f"property-{next(NUMBERS)}.db")
    engine = create_ledger(str(place))
    ours, theirs = SQLRecorder(engine), InMemoryDCBRecorder()
    for events, condition in appends:
        assert appended(ours, events, condition) == appended(theirs, events, condition)
    for query, after, limit in readings:
        answer = ours.read(query, after=after, limit=limit)
        expected = theirs.read(query, after=after, limit=limit)
        assert answer.head == expected.head
        assert list(answer) == list(expected)
        assert answer.head == expected.head
    engine.dispose()


def appended(
    recorder: DCBRecorder, events: list[DCBEvent], condition: DCBAppendCondition | None
) -> int | None:
    try:
        return recorder.append(events, condition)
    except IntegrityError:
        return None
