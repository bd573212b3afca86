"""On which day does a time limit end? The known results, and an oracle apart."""

import subprocess
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from projections.limits.time_limits import (
    appeal_ends,
    call_ends,
    contest_ends,
    franc,
    prescription_ends,
    protest_ends,
    referral_of_election_ends,
    revocation_ends,
)
from projections.limits.working_days import first_worked, is_worked
from projections.periods import months_later
from tests import naive_days
from tests.shell import PROGRAM, ROOT, environment

DAYS = st.dates(date(1982, 1, 1), date(2004, 12, 31)) | st.dates(
    date(2008, 1, 1), date(2999, 12, 31)
)
"""Where the holidays are the eleven of today."""


def day(text: str) -> date:
    return date.fromisoformat(text)


# ------------------------------------------------------------------- two months, franc
@pytest.mark.parametrize(
    ("start", "last"),
    [
        ("2021-05-25", "2021-07-26"),
        ("2023-12-22", "2024-02-23"),
        ("2007-10-01", "2007-12-03"),
        ("2019-02-04", "2019-04-05"),
        ("2017-01-09", "2017-03-10"),
        ("2024-12-31", "2025-03-03"),
        ("2023-12-30", "2024-03-01"),
        ("2024-02-29", "2024-04-30"),
    ],
)
def test_the_known_results_of_the_franc_rule(start: str, last: str) -> None:
    assert appeal_ends(day(start)) == day(last)


@pytest.mark.parametrize(
    ("start", "last"),
    [
        ("2023-10-31", "2024-01-02"),  # New Year's Day
        ("2024-01-31", "2024-04-02"),  # Easter Monday
        ("2024-03-07", "2024-05-10"),  # 8 May, and Ascension the day after
        ("2024-03-19", "2024-05-21"),  # Whit Monday
        ("2024-06-14", "2024-08-16"),  # Assumption
        ("2024-08-31", "2024-11-04"),  # All Saints, a Friday, and the weekend
        ("2024-09-10", "2024-11-12"),  # 11 November
        ("2024-10-24", "2024-12-26"),  # Christmas
    ],
)
def test_the_end_moves_off_public_holidays(start: str, last: str) -> None:
    assert appeal_ends(day(start)) == day(last)


@settings(derandomize=True, deadline=None, max_examples=600)
@given(DAYS, st.sampled_from([1, 2, 4]))
def test_any_end_is_the_one_an_oracle_counts(start: date, months: int) -> None:
    assert franc(start, months) == naive_days.franc(start, months)


@settings(derandomize=True, deadline=None, max_examples=400)
@given(DAYS)
def test_ends_of_elections_and_calls_are_those_an_oracle_counts(start: date) -> None:
    assert protest_ends(start) == naive_days.days_after(start, 5)
    assert referral_of_election_ends(start) == naive_days.days_after(start, 15)
    assert contest_ends(start) == naive_days.franc(start, 2)
    assert prescription_ends(start) == naive_days.months_after(start, 48)


@settings(derandomize=True, deadline=None)
@given(st.dates(date(1800, 1, 1), date(2999, 12, 31)))
def test_an_end_of_any_year_the_ledger_accepts_is_a_worked_day(start: date) -> None:
    last = appeal_ends(start)
    assert last >= months_later(start, 2) + timedelta(days=1)
    assert is_worked(last)
    assert last.weekday() < 5


# ------------------------------------------------------------------- days worked
@pytest.mark.parametrize("year", [1982, 2004, 2008, 2026, 2100, 2101, 2500, 3000])
def test_there_are_the_eleven_holidays_also_where_the_library_stops(year: int) -> None:
    first = date(year, 1, 1)
    days = [first + timedelta(days=count) for count in range(365)]
    off = {one for one in days if not is_worked(one)}
    assert off == {one for one in days if naive_days.is_off(one)}


def test_the_first_of_may_is_off_and_good_friday_is_worked() -> None:
    assert first_worked(day("2024-05-01")) == day("2024-05-02")
    assert first_worked(day("2024-03-29")) == day("2024-03-29")


# ------------------------------------------------------------------- not franc
@pytest.mark.parametrize(
    ("since", "last"),
    [
        ("2023-01-31", "2023-02-28"),
        ("2024-01-31", "2024-02-29"),
        ("2024-03-01", "2024-04-01"),  # Easter Monday: not moved
        ("2024-05-14", "2024-06-14"),
    ],
)
def test_a_vacancy_s_month_is_neither_franc_nor_moved(since: str, last: str) -> None:
    assert months_later(day(since), 1) == day(last)


@pytest.mark.parametrize(
    ("adopted_on", "last"),
    [
        ("2024-01-01", "2024-05-01"),  # a holiday: not moved
        ("2023-10-31", "2024-02-29"),
        ("2024-02-10", "2024-06-10"),
    ],
)
def test_a_revocation_ends_the_same_day_four_months_later(
    adopted_on: str, last: str
) -> None:
    assert revocation_ends(day(adopted_on)) == day(last)


def test_four_years_from_29_february_end_on_29_february() -> None:
    assert prescription_ends(day("2020-02-29")) == day("2024-02-29")
    assert prescription_ends(day("2096-02-29")) == day("2100-02-28")


def test_a_call_is_to_be_paid_within_thirty_days_of_the_calendar() -> None:
    assert call_ends(day("2024-10-09")) == day("2024-11-08")
    assert call_ends(day("2024-02-01")) == day("2024-03-02")


# ------------------------------------------------------------------- loaded when needed
def test_neither_library_is_loaded_by_importing_any_module() -> None:
    modules = sorted(
        ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for room in ("terminal", "presentation", "commands", "projections")
        for path in (ROOT / room).glob("*.py")
        if path.stem not in {"__init__", "calendar_file"}
    )
    assert {"terminal.deadlines", "presentation.deadlines"} <= {*modules}
    imports = "".join(f"import {module}\n" for module in modules)
    heavy = "{'holidays', 'icalendar', 'dateutil'}"
    asked = f"import sys\n{imports}print({heavy} & set(sys.modules))"
    done = subprocess.run(
        [*PROGRAM[:2], asked],
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "set()\n"
