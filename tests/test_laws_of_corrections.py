"""Laws of corrections that hold whatever was decided (specification section 10)."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import given as hypothetically
from hypothesis import strategies as st

from ledger.storage.opening import create_ledger
from ledger.storage.recorder import SQLRecorder
from projections.money.contributions import contributions
from projections.periods import day_of
from projections.register.rosters import roster
from projections.timelines.world import World
from tests import random_dues, random_seats
from tests.acts import APPEAL, COURT, SECRETARIAT
from tests.naive_dues import Dues
from tests.naive_register import Register
from tests.random_histories import DAYS, HISTORIES, day_text
from tests.spec import stored
from tests.test_dues_property import naive, plain
from tests.test_time_property import asked, lines, waiting, world

Act = dict[str, Any]

FEW = settings(
    max_examples=14,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
FEWER = settings(FEW, max_examples=5)
BODIES = ["comite-syndical", "bureau", *random_seats.COLLEGES]


def said(author: str, what: str, target: str, **fields: Any) -> Act:
    decision = {"type": what, "target": target} | fields
    return {"act": author, "decisions": [decision]}


def chosen(data: st.DataObject, acts: list[Act], first: int = 0) -> str:
    """Draw an act its author may revoke; what the secretariat learned is none."""
    authored = [one["act"] for one in acts[first:] if SECRETARIAT not in one["act"]]
    return str(data.draw(st.sampled_from(authored)))


def ended(acts: list[Act], target: str, how: str) -> list[Act]:
    """Let a court annul an act, or its author revoke it by an act in force."""
    if how == "annulled":
        return [*acts, said(f"{COURT}/1", "act-annulled", target)]
    revoked = said(f"{target.partition('/')[0]}/retrait", "act-revoked", target)
    in_force = {"executory_on": "2022-12-31", "executory_basis": "certified"}
    return [*acts, revoked | in_force]


def voided(acts: list[Act], target: str) -> list[Act]:
    """Let a court annul an act, and a higher one overturn that."""
    overturned = said(f"{APPEAL}/1", "ruling-overturned", f"{COURT}/1")
    return [*ended(acts, target, "annulled"), overturned]


def lacking(acts: list[Act], target: str) -> list[Act]:
    return [one for one in acts if one["act"] != target]


def seated(found: World, text: str) -> list[Any]:
    on = day_of(date.fromisoformat(text))
    rosters = [roster(found, body, on) for body in BODIES]
    return [(one.seats, one.vacancies, one.existed) for one in rosters]


# ------------------------------------------------------------------- as if never
@FEW
@hypothetically(acts=HISTORIES, days=st.lists(DAYS, min_size=4, max_size=6))
@pytest.mark.parametrize("how", ["annulled", "revoked"])
def test_members_are_those_of_the_history_without_what_was_undone(
    how: str, acts: list[Act], days: list[int]
) -> None:
    """As a clerk finds them who never saw the act."""
    for target in [one["act"] for one in acts if SECRETARIAT not in one["act"]][:4]:
        found = world(ended(acts, target, how))
        clerk = Register(lacking(acts, target), 10_000)
        for number in days:
            day = day_text(number)
            on = date.fromisoformat(day)
            assert lines(found, on) == clerk.lines(day)


@FEWER
@hypothetically(acts=random_seats.histories(), data=st.data())
@pytest.mark.parametrize("how", ["annulled", "revoked"])
def test_seats_are_those_of_the_history_without_what_was_undone(
    how: str, acts: list[Act], data: st.DataObject
) -> None:
    target = chosen(data, acts, 2)
    found, never = world(ended(acts, target, how)), world(lacking(acts, target))
    again, first = world(voided(acts, target)), world(acts)
    for number in (30, 75, 120, 175):
        day = random_seats.day_text(number)
        assert seated(found, day) == seated(never, day)
        assert seated(again, day) == seated(first, day)


@FEW
@hypothetically(acts=random_dues.histories(), year=random_dues.YEARS, data=st.data())
def test_dues_are_those_of_the_history_without_what_was_undone(
    acts: list[Act], year: int, data: st.DataObject
) -> None:
    """As a clerk reckons them who never saw the act."""
    target, at = chosen(data, acts), f"{year}-12-31"
    founding = {"syndicate-created", "statutes-adopted"}
    [kind] = [one["decisions"][0]["type"] for one in acts if one["act"] == target]
    if kind in founding:
        return
    on = date.fromisoformat(at)
    for how in ("annulled", "revoked"):
        found = contributions(world(ended(acts, target, how)), year, on)
        clerk = Dues(lacking(acts, target), 10_000, (year, at))
        assert sorted(map(plain, found.lines)) == sorted(map(naive, clerk.lines))
    again = contributions(world(voided(acts, target)), year, on)
    assert again.lines == contributions(world(acts), year, on).lines


# ------------------------------------------------------------------- order of recording
def rulings(data: st.DataObject, acts: list[Act], spell: st.SearchStrategy[Any]) -> Any:
    """Draw corrections of several acts; of two about one act, no two days are one."""
    first, second = chosen(data, acts, 2), chosen(data, acts, 2)
    since, until = sorted(data.draw(spell))
    return [
        *ended([], first, "annulled"),
        *data.draw(st.sampled_from([[], voided([], first)[1:]])),
        said(f"{COURT}/2", "act-suspended", second, **{"from": since}),
        said(f"{COURT}/3", "suspension-lifted", second, **{"from": until}),
    ]


def interleaved(data: st.DataObject, acts: list[Act], more: list[Act]) -> list[Act]:
    """Record corrections anywhere, in any order, the acts in the order they had."""
    found = [*acts]
    for one in data.draw(st.permutations(more)):
        found.insert(data.draw(st.integers(0, len(found))), one)
    return found


def spells(text: Any, days: st.SearchStrategy[int]) -> st.SearchStrategy[Any]:
    return st.lists(days.map(text), min_size=2, max_size=2, unique=True)


@FEW
@hypothetically(acts=HISTORIES, data=st.data())
def test_when_a_correction_was_recorded_does_not_matter_to_members(
    acts: list[Act], data: st.DataObject
) -> None:
    more = rulings(data, [*acts[:2], *acts], spells(day_text, DAYS))
    one, other = world([*acts, *more]), world(interleaved(data, acts, more))
    for number in data.draw(st.lists(DAYS, min_size=4, max_size=6)):
        on = date.fromisoformat(day_text(number))
        assert lines(one, on) == lines(other, on)
        assert waiting(one, on) == waiting(other, on)


@FEWER
@hypothetically(acts=random_seats.histories(), data=st.data())
def test_when_a_correction_was_recorded_does_not_matter_to_seats(
    acts: list[Act], data: st.DataObject
) -> None:
    days = spells(random_seats.day_text, random_seats.DAYS)
    more = rulings(data, acts, days)
    one, other = world([*acts, *more]), world(interleaved(data, acts, more))
    for number in (30, 75, 120, 175):
        day = random_seats.day_text(number)
        persons = [sorted(str(seat) for seat in one_[0]) for one_ in seated(one, day)]
        assert persons == [
            sorted(str(seat) for seat in one_[0]) for one_ in seated(other, day)
        ]


# ------------------------------------------------------------------- known at
@FEWER
@hypothetically(acts=HISTORIES, day=DAYS, data=st.data())
def test_a_later_correction_never_changes_an_answer_asked_as_of_before(
    tmp_path_factory: pytest.TempPathFactory,
    acts: list[Act],
    day: int,
    data: st.DataObject,
) -> None:
    engine = create_ledger(str(Path(tmp_path_factory.mktemp("known"), "ledger.db")))
    recorder, at = SQLRecorder(engine), date.fromisoformat(day_text(day))
    more = rulings(data, [*acts[:2], *acts], spells(day_text, DAYS))
    answers = {}
    for act in [*acts, *more]:
        recorder.append(stored([act]))
        answers[f"#{recorder.head()}"] = asked(recorder, None, at)
    for moment, answer in answers.items():
        assert asked(recorder, moment, at) == answer
    engine.dispose()


# ------------------------------------------------------------------- interruptions
@FEWER
@hypothetically(
    acts=HISTORIES,
    days=st.lists(st.integers(15, 95), min_size=4, max_size=4, unique=True),
)
def test_since_and_until_are_the_ends_of_the_time_that_is_not_interrupted(
    acts: list[Act], days: list[int]
) -> None:
    """However many acts are suspended: day by day, a line stays until it ends."""
    joining = [one["act"] for one in acts if "adhesion" in one["decisions"][0]["type"]]
    texts = [*map(day_text, sorted(days))]
    for first, second in pairwise([*joining[:3], acts[-1]["act"]]):
        more = [
            said(f"{COURT}/1", "act-suspended", first, **{"from": texts[0]}),
            said(f"{COURT}/2", "suspension-lifted", first, **{"from": texts[1]}),
            said(f"{COURT}/3", "act-suspended", second, **{"from": texts[2]}),
            said(f"{COURT}/4", "suspension-lifted", second, **{"from": texts[3]}),
        ]
        found, begun = world([*acts, *more]), dict[Any, str]()
        for day in days_of_summer():
            today = {line[:2]: line[2:] for line in lines(found, day)}
            begun = {key: begun.get(key, str(day)) for key in today}
            assert begun == {key: since for key, (since, _until) in today.items()}
            assert all(until is None or str(day) < until for _, until in today.values())


def days_of_summer() -> Iterator[date]:
    """List the days on which anything can happen."""
    first = date.fromisoformat(day_text(-10))
    return (first + timedelta(days=number) for number in range(125))
