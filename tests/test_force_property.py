"""On every day, only what is in force that day counts: suspensions, annulments."""

from datetime import date
from typing import Any

from hypothesis import given as hypothetically
from hypothesis import settings
from hypothesis import strategies as st

from projections.timelines.world import World
from tests import random_seats
from tests.acts import COURT, SECRETARIAT
from tests.random_histories import DAYS, HISTORIES, day_text
from tests.test_time_property import FEWER, lines, world


def present(acts: list[dict[str, Any]], day: date) -> list[tuple[str, str | None]]:
    return [(member, competence) for member, competence, *_ in lines(world(acts), day)]


def adopted(acts: list[dict[str, Any]]) -> list[str]:
    """List the acts a court may speak of: what the secretariat learned is none."""
    return [one["act"] for one in acts if not one["act"].startswith(SECRETARIAT)]


def said(number: int, what: str, target: str, **fields: Any) -> dict[str, Any]:
    decision = {"type": what, "target": target} | fields
    return {"act": f"{COURT}/{number}", "decisions": [decision]}


@FEWER
@hypothetically(acts=HISTORIES, days=st.tuples(DAYS, DAYS), data=st.data())
def test_a_day_in_a_suspension_is_the_history_without_and_any_other_is_as_if_never(
    acts: list[dict[str, Any]], days: tuple[int, int], data: st.DataObject
) -> None:
    found = data.draw(st.sampled_from(adopted(acts)))
    since, until = sorted(map(day_text, days))
    pause = said(1, "act-suspended", found, **{"from": since})
    resumed = said(2, "suspension-lifted", found, **{"from": until})
    without = [one for one in acts if one["act"] != found]
    for number in data.draw(st.lists(DAYS, min_size=3, max_size=6)):
        day = day_text(number)
        expected = without if since <= day < until else acts
        shown = present([*acts, pause, resumed], date.fromisoformat(day))
        assert shown == present(expected, date.fromisoformat(day))


@FEWER
@hypothetically(acts=HISTORIES, since=DAYS, data=st.data())
def test_annulled_from_a_day_is_as_if_never_before_it_and_without_from_it_on(
    acts: list[dict[str, Any]], since: int, data: st.DataObject
) -> None:
    found = data.draw(st.sampled_from(adopted(acts)))
    ended = said(1, "act-annulled", found, **{"from": day_text(since)})
    voided = said(2, "ruling-overturned", f"{COURT}/1")
    without = [one for one in acts if one["act"] != found]
    for number in data.draw(st.lists(DAYS, min_size=3, max_size=6)):
        day = date.fromisoformat(day_text(number))
        expected = acts if number < since else without
        assert present([*acts, ended], day) == present(expected, day)
        assert lines(world([*acts, ended, voided]), day) == lines(world(acts), day)


@settings(FEWER, max_examples=40)
@hypothetically(acts=random_seats.histories(), days=st.data())
def test_delegates_sit_by_what_is_in_force_that_day(
    acts: list[dict[str, Any]], days: st.DataObject
) -> None:
    found = days.draw(st.sampled_from(adopted(acts)[2:]))
    since, until = sorted(days.draw(st.tuples(DAYS, DAYS)))
    texts = random_seats.day_text(since), random_seats.day_text(until)
    pause = said(1, "act-suspended", found, **{"from": texts[0]})
    resumed = said(2, "suspension-lifted", found, **{"from": texts[1]})
    without = [one for one in acts if one["act"] != found]
    shown = world([*acts, pause, resumed])
    for number in {0, since, until, (since + until) // 2, 150}:
        day = date.fromisoformat(random_seats.day_text(number))
        expected = world(without if since <= number < until else acts)
        assert sitting_on(shown, day) == sitting_on(expected, day)


def sitting_on(found: World, day: date) -> list[tuple[str, str]]:
    mandates = found.delegates.mandates
    held = [one for one in mandates if one.period.holds_on(day)]
    return sorted((one.member, one.person) for one in held)
