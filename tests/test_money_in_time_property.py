"""Whatever ends, a year gone by costs what it cost; whoever asks is told the same."""

from datetime import date, timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from projections.money.contributions import Contributions, contributions
from projections.timelines.world import World
from tests import spec
from tests.naive_dues import Dues
from tests.random_dues import DAYS, YEARS, day_text, histories
from tests.random_rulings import repeal, ruling
from tests.test_dues_property import naive, plain

Act = dict[str, Any]

SLOWLY = settings(
    max_examples=120,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
WAYS = ("repealed", "annulled", "suspended", "suspended and lifted")
NEVER = "9999-12-31"
ENDING = (
    *("tariff-voted", "budget-voted", "option-chosen"),
    *("subsidy-granted", "pupils-counted", "service-delivered"),
)
"""What ends, of which money hangs."""


@st.composite
def struck(draw: st.DrawFn) -> tuple[list[Act], list[Act], dict[str, tuple[str, str]]]:
    """Draw a history, what strikes some of its acts, and from when until when."""
    acts = draw(histories())
    targets = [one["act"] for one in acts if one["decisions"][0]["type"] in ENDING]
    chosen = draw(st.lists(st.sampled_from(targets), max_size=3, unique=True))
    more: list[Act] = []
    times: dict[str, tuple[str, str]] = {}
    for number, target in enumerate(chosen):
        since, until = sorted((draw(DAYS), draw(DAYS)))
        days = day_text(since), day_text(until)
        way = draw(st.sampled_from(WAYS))
        times[target] = (days[0], days[1] if way == WAYS[3] else NEVER)
        if way == "repealed":
            one = repeal(target, days[0], days[0])
            more.append(one | {"act": f"{one['act']}-{number}"})
            continue
        what = "act-annulled" if way == "annulled" else "act-suspended"
        more.append(ruling(2 * number, what, target, **{"from": days[0]}))
        if way == WAYS[3]:
            lift = ruling(
                2 * number + 1, "suspension-lifted", target, **{"from": days[1]}
            )
            more.append(lift)
    return acts, more, times


def world(acts: list[Act]) -> World:
    return spec.given(*acts).world()


@SLOWLY
@given(drawn=struck(), year=YEARS, day=DAYS, data=st.data())
def test_what_is_owed_beside_what_ended_is_what_a_clerk_would_reckon(
    drawn: tuple[list[Act], list[Act], dict[str, tuple[str, str]]],
    year: int,
    day: int,
    data: st.DataObject,
) -> None:
    acts, more, times = drawn
    at = data.draw(st.just(day_text(day)) | st.just(f"{year}-12-31"), label="at")
    found = contributions(world([*acts, *more]), year, date.fromisoformat(at))
    expected = Dues(acts, 10_000, (year, at), times)
    assert sorted(map(plain, found.lines)) == sorted(map(naive, expected.lines))
    unknown = {
        (one.member, one.competence, fact.fact)
        for one in found.not_established
        for fact in one.missing
    }
    assert unknown == expected.missing


@settings(SLOWLY, max_examples=80)
@given(drawn=struck())
def test_the_day_of_an_ending_changes_no_year_gone_by(
    drawn: tuple[list[Act], list[Act], dict[str, tuple[str, str]]],
) -> None:
    acts, more, times = drawn
    found = world([*acts, *more])
    begun = {found.executory[one["act"]].on for one in acts}
    for day in {date.fromisoformat(since) for since, _until in times.values()} - begun:
        for year in range(2022, day.year):
            seen = (day - timedelta(days=1), day)
            before, after = (told(contributions(found, year, on)) for on in seen)
            assert before == after


def told(found: Contributions) -> tuple[object, ...]:
    """Keep of a year what it costs; a payment may be received on any day."""
    due = [(one.member, one.due, one.called) for one in found.totals]
    return found.lines, found.not_established, {one for one in due if one[1] != "0.00"}
