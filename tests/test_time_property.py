"""Whatever was decided, in whatever order it was recorded, the laws of time hold."""

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from ledger.mapper import entries_from
from ledger.storage.opening import create_ledger
from ledger.storage.recorder import SQLRecorder
from projections.moments import position_known_at
from projections.periods import day_of
from projections.register.annexes import annex_1, annex_2
from projections.register.pending import pending_on
from projections.timelines.world import World, world_of
from tests.naive_register import Line, Register, Waiting
from tests.random_histories import DAYS, HISTORIES, day_text, untied
from tests.spec import entries_of, stored

SLOWLY = settings(
    max_examples=250,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
FEWER = settings(SLOWLY, max_examples=60)


def world(acts: list[dict[str, Any]], upto: int | None = None) -> World:
    entries = entries_of(acts)
    position = len(entries) if upto is None else upto
    return world_of(entries[:position], position=position)


def lines(world_: World, day: date) -> list[Line]:
    """List both annexes as the oracle does."""
    asked = day_of(day)
    first, second = annex_1(world_, asked), annex_2(world_, asked)
    found: list[Line] = [
        (line.member, None, str(line.since), text(line.until)) for line in first.members
    ]
    found += [
        (line.member, line.competence, str(line.since), text(line.until))
        for line in second.transfers
    ]
    return sorted(found, key=str)


def waiting(world_: World, day: date) -> list[Waiting]:
    """List what is pending as the oracle does."""
    return sorted(
        (
            (
                one.member,
                one.competence,
                one.procedure,
                text(one.since),
                tuple((missing.act, missing.fact) for missing in one.missing),
            )
            for one in pending_on(world_, day)
        ),
        key=str,
    )


def text(day: date | None) -> str | None:
    return None if day is None else str(day)


# ------------------------------------------------------------------- the oracle
@SLOWLY
@given(acts=HISTORIES, days=st.lists(DAYS, min_size=4, max_size=8), data=st.data())
def test_the_register_is_what_a_clerk_would_find_day_by_day(
    acts: list[dict[str, Any]], days: list[int], data: st.DataObject
) -> None:
    last = len(entries_of(acts))
    upto = data.draw(st.integers(0, last) | st.just(last))
    found, expected = world(acts, upto), Register(acts, upto)
    for number in days:
        day = day_text(number)
        assert lines(found, date.fromisoformat(day)) == expected.lines(day)
        assert waiting(found, date.fromisoformat(day)) == expected.waiting(day)


# ------------------------------------------------------------------- order of recording
@SLOWLY
@given(acts=HISTORIES.map(untied), data=st.data())
def test_the_order_of_recording_does_not_matter_where_no_two_dates_tie(
    acts: list[dict[str, Any]], data: st.DataObject
) -> None:
    """Of two things of one day the position decides (section 5): no law for those."""
    one, other = world(acts), world(data.draw(st.permutations(acts)))
    starts = Counter(
        (found.member, found.start) for found in one.proceedings if found.start
    )
    assume(max(starts.values(), default=1) == 1)
    for number in data.draw(st.lists(DAYS, min_size=4, max_size=8)):
        day = date.fromisoformat(day_text(number))
        assert lines(one, day) == lines(other, day)
        assert waiting(one, day) == waiting(other, day)


# ------------------------------------------------------------------- known at
@settings(FEWER, max_examples=20)
@given(acts=HISTORIES, day=DAYS)
def test_a_later_entry_never_changes_an_answer_asked_as_of_before(
    tmp_path_factory: pytest.TempPathFactory, acts: list[dict[str, Any]], day: int
) -> None:
    place = Path(tmp_path_factory.mktemp("known"), "ledger.db")
    engine = create_ledger(str(place))
    recorder, at = SQLRecorder(engine), date.fromisoformat(day_text(day))
    answers = {f"#{recorder.head()}": asked(recorder, None, at)}
    for act in acts:
        recorder.append(stored([act]))
        answers[f"#{recorder.head()}"] = asked(recorder, None, at)
    for moment, answer in answers.items():
        assert asked(recorder, moment, at) == answer
    engine.dispose()


def asked(recorder: SQLRecorder, known_at: str | None, at: date) -> object:
    position = position_known_at(known_at, recorder)
    entries = entries_from(recorder.entries(until=position))
    found = world_of(entries, position=position)
    return annex_1(found, day_of(at)), annex_2(found, day_of(at))


# ------------------------------------------------------------------- the timeline
@FEWER
@given(acts=HISTORIES)
def test_an_answer_for_a_day_is_that_point_of_the_timeline(
    acts: list[dict[str, Any]],
) -> None:
    found = world(acts)
    tenures = found.membership.tenures
    for tenure in tenures:
        assert tenure.until is None or tenure.from_ < tenure.until
        for day in edges(tenure.from_, tenure.until):
            expected = sorted(
                (
                    (one.member, one.competence, str(one.since), text(one.until))
                    for one in tenures
                    if one.from_ <= day and (one.until is None or day < one.until)
                ),
                key=str,
            )
            assert lines(found, day) == expected


@FEWER
@given(acts=HISTORIES)
def test_the_times_of_a_member_never_overlap_and_hold_those_of_its_competences(
    acts: list[dict[str, Any]],
) -> None:
    tenures = world(acts).membership.tenures
    for member, competence in {
        (tenure.member, tenure.competence) for tenure in tenures
    }:
        ours = sorted(
            (tenure.from_, tenure.until or date.max)
            for tenure in tenures
            if (tenure.member, tenure.competence) == (member, competence)
        )
        assert all(ended <= begun for (_, ended), (begun, _) in pairwise(ours))
        whole = [
            (tenure.from_, tenure.until or date.max)
            for tenure in tenures
            if (tenure.member, tenure.competence) == (member, None)
        ]
        for begun, ended in ours:
            assert any(first <= begun and ended <= last for first, last in whole)


def edges(begun: date, ended: date | None) -> list[date]:
    """List the days on either side of where a time begins and ends."""
    ends = [ended] if ended is not None else []
    return [day - timedelta(days=back) for day in [begun, *ends] for back in (0, 1)]
