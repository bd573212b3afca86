"""Votes, sessions and half-years that are not on record (statutes art. 8.3)."""

from datetime import date

import pytest
from hypothesis import given as every
from hypothesis import settings
from hypothesis import strategies as st

from tests.acts import COMMITTEE, Plain, act, complete
from tests.answers import found, only, told
from tests.committee import attended, convenes, elects, founded, seated
from tests.spec import given

SESSIONS = ("vote.unknown", "session.unknown", "session.attendance")
DAY = "2024-03-21"
SESSION = f"{COMMITTEE}/{DAY}"
MATTER = {"type": "matter-decided", "subject": "Divers"}
VOTE = {"question": "ordinary", "for": "20", "against": "0", "outcome": "adopted"}


def decides(number: str = "1", on: str = DAY, **said: object) -> Plain:
    """Let the committee decide something, by a vote at its session."""
    whole = {"vote": VOTE, "session": SESSION} | complete(on) | said
    kept = {name: value for name, value in whole.items() if value is not None}
    return act(f"{COMMITTEE}/{number}", MATTER, **kept)


HELD = (convenes(SESSION, DAY), attended(SESSION))


# ------------------------------------------------------------------- votes, sessions
def test_an_act_with_its_vote_its_session_and_its_attendance_lacks_nothing() -> None:
    assert found(given(*HELD, decides()), *SESSIONS) == []


def test_an_act_of_the_committee_without_vote_is_unknown() -> None:
    finding = only(given(*HELD, decides(vote=None)), *SESSIONS)
    assert (finding.rule, finding.severity) == ("vote.unknown", "unknown")
    assert finding.act == f"{COMMITTEE}/1"


def test_another_body_s_act_needs_no_vote_and_no_session() -> None:
    other = act("avelin/1", MATTER, **complete(DAY))
    assert found(given(other, elects("college-nord", DAY, "Ode Lin")), *SESSIONS) == []


def test_an_act_of_the_committee_without_session_is_unknown() -> None:
    finding = only(given(decides(session=None)), *SESSIONS)
    assert (finding.rule, finding.severity) == ("session.unknown", "unknown")
    assert "names no session" in finding.message


def test_a_session_that_nobody_convenes_is_unknown_wherever_it_is_named() -> None:
    second = convenes(f"{COMMITTEE}/2", DAY, second_call_of=f"{COMMITTEE}/absent")
    history = given(decides(), attended("bureau/2024"), second)
    assert found(history, "session.unknown") == [
        f"session.unknown {COMMITTEE}/1",
        "session.unknown secretariat/presence-bureau-2024",
        "session.unknown secretariat/comite-syndical-2",
    ]


def test_a_session_held_without_attendance_sheet_is_unknown_from_that_day_on() -> None:
    history = given(convenes(SESSION, DAY, sent_on="2024-03-01"))
    assert found(history, *SESSIONS, at=DAY) == [
        "session.attendance secretariat/comite-syndical-2024-03-21"
    ]
    early = act("president/1", *[_convened()], adopted_on="2024-03-01")
    assert found(given(early), *SESSIONS, at="2024-03-20") == []
    assert len(found(given(early), *SESSIONS, at=DAY)) == 1


def _convened() -> dict[str, str]:
    said = {"type": "session-convened", "session": SESSION, "body": COMMITTEE}
    return said | {"sent_on": "2024-03-01", "held_on": DAY}


# ------------------------------------------------------------------- half-years
def halves(*acts: Plain, at: str) -> list[str]:
    return [
        f"{one.severity} {one.message.partition(' in the ')[2][:19]}"
        for one in told(given(*acts), "session.half-year", at=at)
    ]


def meets(*days: str) -> list[Plain]:
    return [convenes(f"{COMMITTEE}/{day}", day) for day in days]


def test_a_half_year_without_session_is_irregular_once_sessions_are_on_record() -> None:
    history = [*founded("2019-01-01"), *meets("2019-03-01", "2020-08-01")]
    assert halves(*history, at="2021-01-01") == [
        "irregularity second half of 2019",
        "irregularity first half of 2020,",
    ]


def test_before_the_first_session_on_record_nobody_can_tell() -> None:
    history = [*founded("2019-01-01"), *meets("2020-03-01")]
    assert halves(*history, at="2020-07-01") == ["unknown second half of 2019"]


@pytest.mark.parametrize(("at", "count"), [("2019-12-31", 0), ("2020-01-01", 1)])
def test_a_half_year_is_judged_when_it_is_wholly_past(at: str, count: int) -> None:
    history = [*founded("2019-01-01"), *meets("2019-06-30")]
    assert len(halves(*history, at=at)) == count


def test_a_half_year_in_which_the_committee_began_is_not_judged() -> None:
    assert halves(*founded("2019-01-02"), at="2019-12-31") == []
    assert len(halves(*founded("2018-12-31"), at="2019-07-01")) == 1


def test_without_statutes_on_record_no_half_year_is_judged() -> None:
    creation = founded("2019-01-01")[0]
    assert halves(creation, at="2026-01-01") == []


def test_an_act_of_the_committee_shows_that_it_met_but_a_college_s_session_not() -> (
    None
):
    history = [*founded("2018-01-01"), *meets("2018-01-15", "2018-07-15")]
    college = convenes("college-nord/1", "2019-02-01")
    assert halves(*history, college, at="2019-07-01") == [
        "irregularity first half of 2019,"
    ]
    assert halves(*history, decides(on="2019-02-01"), at="2019-07-01") == []


@settings(derandomize=True, deadline=None, max_examples=60)
@every(
    st.lists(st.dates(date(2019, 1, 1), date(2022, 12, 31)), max_size=6),
    st.dates(date(2019, 1, 1), date(2023, 3, 1)),
)
def test_the_half_years_found_are_those_a_calendar_leaves_empty(
    held: list[date], at: date
) -> None:
    names = {1: "first", 7: "second"}
    empty = [
        f"{names[month]} half of {year}"
        for year in range(2019, 2023)
        for month, ends in ((1, (6, 30)), (7, (12, 31)))
        if date(year, *ends) < at
        and not any(
            day.year == year and (day.month <= 6) == (month == 1)
            for day in held
            if day <= at
        )
    ]
    sessions = [
        convenes(f"{COMMITTEE}/{place}-{day}", f"{day}")
        for place, day in enumerate(held)
    ]
    shown = told(
        given(*founded("2018-07-02"), *sessions), "session.half-year", at=f"{at}"
    )
    said = [one.message.partition(" in the ")[2].partition(",")[0] for one in shown]
    assert said == empty


def test_members_that_join_show_that_the_committee_met() -> None:
    history = [*founded("2018-01-01"), *seated("avelin", "2018-02-01")]
    assert halves(*history, at="2018-12-31") == []
