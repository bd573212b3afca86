"""An index is brought up to date, answers while it may, and changes no answer."""

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from commands.indexing import index, lines_at
from ledger.events.catalogue import types_bearing_on
from ledger.events.kind import Subject
from ledger.mapper import entries_from
from ledger.storage.engine import snapshot
from ledger.storage.index import (
    advance_index,
    all_lines,
    drop_index,
    lookup,
    new_state,
    state_of,
)
from ledger.storage.opening import create_ledger
from ledger.storage.recorder import SQLRecorder
from projections.index.annexes import PARTS, QUESTION, indexed_annex_1
from projections.periods import day_of
from projections.register.annexes import annex_1
from projections.timelines.world import world_of
from tests.acts import Plain, act, creation, joins
from tests.random_histories import HISTORIES
from tests.spec import stored
from tests.test_bearing import bookkeeping

SLOWLY = settings(
    max_examples=30,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
BEARING = types_bearing_on(Subject.ANNEXES)
DAY = date(2022, 7, 1)
PUPILS = {"type": "pupils-counted", "member": "avelin", "school_year": "2021-2022"}
COUNTED = act("secretariat/effectifs", PUPILS | {"pupils": "12"})


@contextmanager
def new_engine() -> Iterator[Engine]:
    with tempfile.TemporaryDirectory() as folder:
        engine = create_ledger(str(Path(folder, "ledger.db")))
        yield engine
        engine.dispose()


def recorded(engine: Engine, acts: Iterable[Plain]) -> int:
    """Store acts as they are: here nobody judges them."""
    events = stored(acts)
    return SQLRecorder(engine, author="clerk").append(events) if events else 0


def on_day(engine: Engine, position: int, day: date = DAY) -> bytes | None:
    """Look annex 1 up; None where the index does not answer."""
    with snapshot(engine) as connection:
        found = lookup(connection)
        if found is None:
            return None
        lines = found.lines_known_at(QUESTION, position, PARTS["1"], day)
    if lines is None:
        return None
    return msgspec.json.encode(indexed_annex_1(lines, day, position))


def by_fold(engine: Engine, position: int, day: date = DAY) -> bytes:
    entries = entries_from(SQLRecorder(engine).entries(until=position))
    world = world_of(entries, position=position)
    return msgspec.json.encode(annex_1(world, day_of(day)))


# ------------------------------------------------------------------- whatever comes
@SLOWLY
@given(acts=HISTORIES, more=st.lists(bookkeeping(), max_size=4), data=st.data())
def test_brought_up_to_date_after_any_batches_it_is_as_made_anew(
    acts: list[dict[str, Any]], more: list[dict[str, Any]], data: st.DataObject
) -> None:
    for number, one in enumerate(more):
        one["act"] = f"secretariat/compte-{number}"
    mixed = data.draw(st.permutations([*acts, *more]))
    with new_engine() as engine:
        position, heads = 0, [0]
        while mixed:
            size = data.draw(st.integers(1, len(mixed)))
            batch, mixed = mixed[:size], mixed[size:]
            position = recorded(engine, batch)
            heads.append(position)
            if data.draw(st.booleans()):
                index(engine)
                with snapshot(engine) as connection:
                    kept = [line for _question, line in all_lines(connection)]
                    state = new_state(connection, QUESTION, position, BEARING)
                    assert state_of(connection, QUESTION) == state
                anew = lines_at(engine, position)
                assert sorted(kept, key=str) == sorted(anew, key=str)
        for known_at in heads:
            assert on_day(engine, known_at) in {None, by_fold(engine, known_at)}


# ------------------------------------------------------------------- while it may
def test_it_is_made_kept_and_advanced(ledger_engine: Engine) -> None:
    first = recorded(ledger_engine, [creation(), *joins("avelin", on="2020-03-02")])
    assert on_day(ledger_engine, first) is None
    made = index(ledger_engine)
    assert made.position == first
    assert made.made == len(lines_at(ledger_engine, first))
    assert on_day(ledger_engine, first) == by_fold(ledger_engine, first)
    second = recorded(ledger_engine, [COUNTED])
    assert on_day(ledger_engine, second) == by_fold(ledger_engine, second)
    assert on_day(ledger_engine, first) == by_fold(ledger_engine, first)
    kept = index(ledger_engine)
    assert (kept.position, kept.made) == (second, None)
    with snapshot(ledger_engine) as connection:
        state = state_of(connection, QUESTION)
    assert state is not None
    assert state.position == second
    # What was recorded before the last that bears on it is another world.
    assert on_day(ledger_engine, first) == by_fold(ledger_engine, first)
    assert on_day(ledger_engine, first - 3) is None


def test_it_answers_no_more_once_something_bears_on_it(ledger_engine: Engine) -> None:
    recorded(ledger_engine, [creation()])
    index(ledger_engine)
    head = recorded(ledger_engine, joins("avelin", on="2020-03-02"))
    assert on_day(ledger_engine, head) is None
    assert index(ledger_engine).made is not None
    answer = on_day(ledger_engine, head)
    assert answer == by_fold(ledger_engine, head)
    assert b"avelin" in (answer or b"")


def test_an_empty_ledger_has_an_empty_index(ledger_engine: Engine) -> None:
    assert index(ledger_engine).made == 0
    assert on_day(ledger_engine, 0) == by_fold(ledger_engine, 0)
    assert drop_index(ledger_engine)
    assert not drop_index(ledger_engine)
    assert on_day(ledger_engine, 0) is None


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE index_state SET program = 'another'",
        "UPDATE index_state SET root = substr(root, 1, 31)",
        "UPDATE index_state SET position = position - 1",
        "UPDATE index_state SET position = 1000",
        "UPDATE index_state SET bearing = 'none'",
        "DELETE FROM index_state",
        "DROP TABLE index_lines",
    ],
)
def test_one_of_another_program_or_ledger_answers_nothing(
    ledger_engine: Engine, statement: str
) -> None:
    head = recorded(ledger_engine, [creation(), COUNTED])
    index(ledger_engine)
    with ledger_engine.connect() as connection:
        connection.exec_driver_sql(statement)
        connection.commit()
    assert on_day(ledger_engine, head) is None
    assert index(ledger_engine).made is not None
    assert on_day(ledger_engine, head) == by_fold(ledger_engine, head)


def test_an_index_made_meanwhile_is_not_said_to_be_older(
    ledger_engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    recorded(ledger_engine, [creation()])
    index(ledger_engine)
    late = recorded(ledger_engine, [COUNTED])

    def others_first(engine: Engine, *asked: Any, **kept: Any) -> None:
        recorded(engine, joins("avelin", on="2020-03-02"))
        monkeypatch.undo()
        index(engine)
        advance_index(engine, *asked, **kept)

    monkeypatch.setattr("commands.indexing.advance_index", others_first)
    index(ledger_engine)
    head = SQLRecorder(ledger_engine).head()
    assert head > late
    with snapshot(ledger_engine) as connection:
        state = state_of(connection, QUESTION)
    assert state is not None
    assert state.position == head
    assert on_day(ledger_engine, head) == by_fold(ledger_engine, head)
