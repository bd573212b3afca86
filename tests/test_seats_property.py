"""Whatever was decided, in whatever order it was recorded, the same people sit."""

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from projections.periods import day_of
from projections.register.rosters import roster
from projections.timelines.world import World, world_of
from tests.naive_bodies import BUREAU, COMMITTEE, Chamber
from tests.random_seats import COLLEGES, LAST, day_text, histories
from tests.spec import entries_of

BODIES = [COMMITTEE, BUREAU, *COLLEGES]
DAYS = st.integers(0, LAST)
SLOWLY = settings(
    max_examples=80,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def world(acts: list[dict[str, Any]], upto: int | None = None) -> World:
    entries = entries_of(acts)
    position = len(entries) if upto is None else upto
    return world_of(entries[:position], position=position)


def lines(found: World, body: str, day: date) -> list[tuple[Any, ...]]:
    """List a roster as the oracle does."""
    return sorted(
        (
            (
                *(seat.person, seat.member, seat.office, seat.holdover),
                str(seat.from_),
                None if seat.until is None else str(seat.until),
            )
            for seat in roster(found, body, day_of(day)).seats
        ),
        key=str,
    )


def regime_on(found: World, day: date) -> str:
    kinds = [one.kind for one in found.regimes if one.period.holds_on(day)]
    return kinds[0] if kinds else ""


@SLOWLY
@given(
    acts=histories(),
    days=st.lists(DAYS, min_size=3, max_size=6),
    data=st.data(),
)
def test_who_sits_is_what_a_clerk_would_find_day_by_day(
    acts: list[dict[str, Any]], days: list[int], data: st.DataObject
) -> None:
    last = len(entries_of(acts))
    upto = data.draw(st.just(last) | st.integers(4, last), label="known at")
    found, expected = world(acts, upto), Chamber(acts, upto)
    for number in days:
        text = day_text(number)
        day = date.fromisoformat(text)
        assert regime_on(found, day) == expected.regimes[text]
        for body in BODIES:
            assert lines(found, body, day) == expected.lines(body, text), (body, text)
            empty = roster(found, body, day_of(day)).vacancies
            assert len(empty) == expected.empty[text].get(body, 0), (body, text)


@SLOWLY
@given(acts=histories(), day=DAYS, data=st.data())
def test_a_later_entry_never_changes_an_earlier_answer(
    acts: list[dict[str, Any]], day: int, data: st.DataObject
) -> None:
    entries = entries_of(acts)
    upto = data.draw(st.integers(0, len(entries)))
    on = day_of(date.fromisoformat(day_text(day)))
    before = world_of(entries[:upto], position=upto)
    longer = world_of((one for one in entries if one.position <= upto), position=upto)
    for body in BODIES:
        assert roster(before, body, on) == roster(longer, body, on)


@pytest.mark.parametrize("body", BODIES)
@settings(SLOWLY, max_examples=25)
@given(acts=histories())
def test_a_roster_of_a_period_is_the_union_of_those_of_its_days(
    body: str, acts: list[dict[str, Any]]
) -> None:
    found = world(acts)
    seats = found.bodies.body(body).seats
    for seat in seats:
        assert seat.period.until is None or seat.period.from_ < seat.period.until
        first = roster(found, body, day_of(seat.period.from_)).seats
        assert seat.person in {one.person for one in first}
