"""What was known at a moment? Real SQLite, and a clock of our own."""

import itertools
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine

from ledger.mapper import entries_from
from ledger.storage.opening import create_ledger
from ledger.storage.recorder import SQLRecorder
from projections.moments import (
    BeyondTheEndError,
    UnreadableMomentError,
    moment_of,
    position_known_at,
)
from projections.periods import day_of
from projections.register.annexes import annex_1
from projections.timelines.world import world_of
from tests.acts import Plain, approval, complete, creation, joins, learned, request
from tests.spec import given, stored

Tell = Callable[..., SQLRecorder]


@pytest.fixture
def place(tmp_path: Path) -> str:
    return str(tmp_path / "ledger.db")


@pytest.fixture
def engine(place: str) -> Iterator[Engine]:
    made = create_ledger(place)
    yield made
    made.dispose()


@pytest.fixture
def tell(engine: Engine) -> Tell:
    """Record an act at a moment, written in UTC."""

    def record(moment: str, *acts: Plain) -> SQLRecorder:
        at = datetime.fromisoformat(moment).replace(tzinfo=UTC)
        recorder = SQLRecorder(engine, author="greffe", clock=lambda: at)
        for one in acts:
            recorder.append(stored([one]))
        return recorder

    return record


def members(recorder: SQLRecorder, day: str, known_at: str | None = None) -> list[str]:
    position = position_known_at(known_at, recorder)
    world = world_of(entries_from(recorder.entries(until=position)), position=position)
    answer = annex_1(world, day_of(date.fromisoformat(day)))
    assert answer.known_at == f"#{position}"
    return [line.member for line in answer.members]


# ------------------------------------------------------------------- learned late
ASKED = request(
    "avelin",
    "1",
    adopted_on="2024-02-12",
    published=[{"on": "2024-02-20", "mode": "web"}],
)
AGREED = approval("avelin", "1", **complete("2024-03-04"))
SENT = learned("1", "act-transmitted", target="avelin/1", sent_on="2024-03-11")


def test_a_transmission_learned_late_changes_todays_answer_from_its_legal_date_on(
    tell: Tell,
) -> None:
    tell("2024-03-05T10:00", ASKED, AGREED)
    recorder = tell("2024-06-10T10:00", SENT)
    assert members(recorder, "2024-03-10") == []
    assert members(recorder, "2024-03-11") == ["avelin"]


@pytest.mark.parametrize("known_at", ["#4", "#5", "2024-06-09", "2024-06-10T11:59"])
def test_a_transmission_learned_late_changes_no_answer_asked_as_of_before(
    tell: Tell, known_at: str
) -> None:
    tell("2024-03-05T10:00", ASKED, AGREED)
    recorder = tell("2024-06-10T10:00", SENT)
    assert members(recorder, "2024-03-11", known_at) == []
    assert members(recorder, "2030-01-01", known_at) == []


@pytest.mark.parametrize("known_at", ["#6", "2024-06-10", "2024-06-10T12:00", None])
def test_it_changes_every_answer_asked_as_of_then_or_later(
    tell: Tell, known_at: str | None
) -> None:
    tell("2024-03-05T10:00", ASKED, AGREED)
    recorder = tell("2024-06-10T10:00", SENT)
    assert members(recorder, "2024-03-11", known_at) == ["avelin"]


@pytest.mark.parametrize("order", list(itertools.permutations([0, 1, 2])))
def test_dates_learned_in_any_order_give_the_same_answer(order: list[int]) -> None:
    """Also before the act itself, where one batch records them the other way round."""
    asked = request("avelin", "1", published=[{"mode": "web"}])
    notes = [
        learned("1", "act-dated", target="avelin/1", adopted_on="2024-02-12"),
        learned("2", "act-transmitted", target="avelin/1", sent_on="2024-02-15"),
        learned("3", "act-published", target="avelin/1", on="2024-02-20", mode="web"),
    ]
    ordered = [notes[place] for place in order]
    for acts in (
        [asked, *ordered],
        [*ordered, asked],
        [*ordered[:1], asked, *ordered[1:]],
    ):
        assert str(given(*acts).executory("avelin/1").on) == "2024-02-20"


def test_a_date_learned_again_replaces_the_one_before() -> None:
    notes = [
        learned(str(number), "act-transmitted", target="avelin/1", sent_on=day)
        for number, day in enumerate(["2024-03-11", "2024-03-12"])
    ]
    assert str(given(ASKED, *notes).executory("avelin/1").on) == "2024-03-12"


# ------------------------------------------------------------------- moments
@pytest.mark.parametrize(
    ("recorded_at", "known_at", "is_known"),
    [
        ("2024-01-15T22:59:59", "2024-01-15", True),  # winter: Paris is an hour ahead
        ("2024-01-15T23:00:00", "2024-01-15", False),
        ("2024-07-15T21:59:59", "2024-07-15", True),  # summer: two hours
        ("2024-07-15T22:00:00", "2024-07-15", False),
        ("2024-07-15T21:59:59", "15/07/2024", True),
        ("2024-01-15T11:00:00", "2024-01-15T12:00", True),  # without zone: Paris's
        ("2024-01-15T11:00:01", "2024-01-15T12:00", False),
        ("2024-07-15T10:00:00", "2024-07-15T12:00", True),
        ("2024-07-15T10:00:01", "2024-07-15 12:00", False),
        ("2024-07-15T12:00:00", "2024-07-15T12:00Z", True),
        ("2024-07-15T12:00:01", "2024-07-15T12:00+00:00", False),
        ("2024-07-15T16:00:00", "2024-07-15T12:00-04:00", True),
        ("2024-03-31T21:59:59", "2024-03-31", True),  # the day the clocks change
        ("2024-10-27T22:59:59", "2024-10-27", True),
        ("2024-10-27T23:00:00", "2024-10-27", False),
    ],
)
def test_a_moment_takes_in_what_was_recorded_by_then_on_a_clock_in_paris(
    tell: Tell, recorded_at: str, known_at: str, *, is_known: bool
) -> None:
    recorder = tell(recorded_at, creation())
    assert position_known_at(known_at, recorder) == (2 if is_known else 0)


def test_what_one_call_recorded_at_one_moment_is_known_whole(tell: Tell) -> None:
    recorder = tell("2024-01-15T10:00", creation(), *joins("avelin", on="2024-01-08"))
    assert position_known_at("2024-01-15T11:00", recorder) == 6


@pytest.mark.parametrize("known_at", [None, "today"])
def test_unsaid_or_today_all_is_known(tell: Tell, known_at: str | None) -> None:
    assert position_known_at(known_at, tell("2024-01-15T10:00", creation())) == 2


@pytest.mark.parametrize("known_at", ["#0", "2023-12-31", "1999-01-01T00:00"])
def test_before_everything_the_world_is_empty(tell: Tell, known_at: str) -> None:
    recorder = tell("2024-01-15T10:00", creation())
    assert members(recorder, "2024-01-15", known_at) == []


def test_a_position_beyond_the_end_is_refused(tell: Tell) -> None:
    recorder = tell("2024-01-15T10:00", creation())
    with pytest.raises(BeyondTheEndError):
        position_known_at("#3", recorder)


@pytest.mark.parametrize(
    "text", ["", "#", "#-1", "#x", "20240630", "2024", "2024-13-01", "hier", "12:00"]
)
def test_what_is_no_moment_is_refused_by_name(tell: Tell, text: str) -> None:
    with pytest.raises(UnreadableMomentError):
        position_known_at(text, tell("2024-01-15T10:00", creation()))


def test_the_last_moment_of_a_day_is_in_the_time_of_that_day() -> None:
    assert moment_of("2024-01-15").utcoffset() != moment_of("2024-07-15").utcoffset()
