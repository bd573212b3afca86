"""Until when may a call be contested, and recovered? CGCT L.1617-5."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given as generated
from hypothesis import settings
from hypothesis import strategies as st

from projections.deadlines.deadline import Deadline
from projections.deadlines.deadlines import deadlines
from tests import naive_days
from tests.acts import SECRETARIAT, Plain, act, pays
from tests.spec import History, given


def asked(history: History, at: str, kind: str, number: str = "T-1") -> Deadline:
    """Look up one limit of one call."""
    found = deadlines(history.world(), date.fromisoformat(at), is_all=True)
    [one] = [
        line for line in found.deadlines if (line.kind, line.number) == (kind, number)
    ]
    return one


def told(one: Deadline) -> str:
    return f"{one.starts}..{one.last_day} {one.state}"


def calls(amount: str, available_on: str | None, number: str = "T-1") -> Plain:
    said: dict[str, Any] = {
        "type": "contribution-called",
        "member": "avelin",
        "year": 2020,
        "amount": amount,
        "number": number,
    }
    said |= {} if available_on is None else {"available_on": available_on}
    return act(f"{SECRETARIAT}/titre-{number}", said, adopted_on="2020-01-15")


CALLED = calls("100.00", "2020-02-03")


def paid(*days: str, amount: str = "1.00") -> History:
    """Let parts of the call be paid on some days."""
    return given(CALLED, *[pays("avelin", 2020, amount, on) for on in days])


# ------------------------------------------------------------------- contested
def test_a_debtor_contests_a_call_within_two_months_franc() -> None:
    found = asked(given(CALLED), "2020-04-06", "contest")
    assert told(found) == "2020-02-03..2020-04-06 open"  # a Monday; 4 April: Saturday
    assert (found.member, found.act) == ("avelin", f"{SECRETARIAT}/titre-T-1")
    assert found.article == "CGCT L.1617-5, 1°"
    late = asked(given(CALLED), "2020-04-07", "contest")
    assert (late.state, late.open, late.as_far_as_recorded) == ("over", False, True)


def test_who_has_paid_may_still_contest() -> None:
    whole = paid("2020-02-10", amount="100.00")
    assert asked(whole, "2020-02-11", "contest").open


# ------------------------------------------------------------------- prescribed
def test_a_call_is_prescribed_after_four_years_neither_franc_nor_moved() -> None:
    found = asked(given(CALLED), "2024-02-03", "prescription")
    assert told(found) == "2020-02-03..2024-02-03 open"  # a Saturday
    assert (found.article, found.outstanding) == ("CGCT L.1617-5, 3°", "100.00")
    assert found.because == (f"{SECRETARIAT}/titre-T-1",)
    late = asked(given(CALLED), "2024-02-04", "prescription")
    assert (late.state, late.open, late.as_far_as_recorded) == ("over", False, True)


def test_a_payment_begins_the_four_years_anew() -> None:
    history = paid("2021-05-04", "2022-06-07")
    before = asked(history, "2021-05-03", "prescription")
    assert told(before) == "2020-02-03..2024-02-03 open"
    found = asked(history, "2024-06-30", "prescription")
    assert told(found) == "2022-06-07..2026-06-07 open"
    assert found.act == f"{SECRETARIAT}/titre-T-1"
    assert found.because == (
        f"{SECRETARIAT}/titre-T-1",
        f"{SECRETARIAT}/recette-avelin-2020-2022-06-07",
    )
    assert found.id == before.id


@pytest.mark.parametrize(
    ("on", "last"),
    [
        ("2020-02-02", "2024-02-03"),  # before it could be paid
        ("2020-02-03", "2024-02-03"),
        ("2024-02-03", "2028-02-03"),  # on the last day
        ("2024-02-04", "2024-02-03"),  # the day after: nothing revives it
    ],
)
def test_only_a_payment_while_they_run_begins_them_anew(on: str, last: str) -> None:
    found = asked(paid(on), "2024-02-04", "prescription")
    assert found.last_day == date.fromisoformat(last)


def test_a_payment_of_the_day_they_begin_is_not_cited() -> None:
    found = asked(paid("2020-02-03"), "2020-03-01", "prescription")
    assert found.because == (f"{SECRETARIAT}/titre-T-1",)


def test_what_is_paid_is_prescribed_no_more() -> None:
    found = asked(paid("2020-02-10", amount="100.00"), "2025-01-01", "prescription")
    assert (found.state, found.as_far_as_recorded) == ("settled", False)


def test_a_payment_begins_anew_the_calls_it_settles_and_no_other() -> None:
    later = calls("50.00", "2020-09-01", "T-2")
    history = given(CALLED, later, pays("avelin", 2020, "100.00", "2021-01-04"))
    found = asked(history, "2021-02-01", "prescription", "T-2")
    assert told(found) == "2020-09-01..2024-09-01 open"
    more = given(CALLED, later, pays("avelin", 2020, "101.00", "2021-01-04"))
    found = asked(more, "2021-02-01", "prescription", "T-2")
    assert told(found) == "2021-01-04..2025-01-04 open"


def test_a_refund_begins_nothing_anew() -> None:
    history = given(
        CALLED,
        pays("avelin", 2020, "60.00", "2021-01-04"),
        pays("avelin", 2020, "-10.00", "2022-01-03"),
    )
    found = asked(history, "2022-02-01", "prescription")
    assert told(found) == "2021-01-04..2025-01-04 open"
    assert found.outstanding == "50.00"


def test_of_a_call_nobody_knows_the_availability_of_neither_has_a_last_day() -> None:
    for kind in ("contest", "prescription"):
        found = asked(given(calls("100.00", None)), "2020-06-30", kind)
        assert (found.last_day, found.state) == (None, "not-established")
        assert [one.fact for one in found.missing] == ["available_on"]


# ------------------------------------------------------------------- an oracle
FIRST = date(2020, 1, 1)
DAYS = st.integers(0, 5000).map(lambda count: FIRST + timedelta(days=count))
SUMS = st.integers(1, 3)


@settings(derandomize=True, deadline=None, max_examples=150)
@generated(
    calls_=st.lists(st.tuples(DAYS, SUMS), min_size=1, max_size=3),
    payments=st.dictionaries(DAYS, SUMS, max_size=5),
    at=DAYS,
)
def test_contest_and_prescription_are_what_a_clerk_counts_day_by_day(
    calls_: list[tuple[date, int]], payments: dict[date, int], at: date
) -> None:
    history = given(
        *[
            calls(f"{amount}.00", str(on), f"T-{number}")
            for number, (on, amount) in enumerate(calls_)
        ],
        *[pays("avelin", 2020, f"{sum_}.00", str(on)) for on, sum_ in payments.items()],
    )
    found = {
        (line.kind, line.number): told(line)
        for line in deadlines(history.world(), at, is_all=True).deadlines
        if line.kind in {"contest", "prescription"}
    }
    assert found == expected(calls_, payments, at)


def expected(
    calls_: list[tuple[date, int]], payments: dict[date, int], at: date
) -> dict[tuple[str, str], str]:
    """Pay euro by euro, the oldest call first; then walk."""
    seen = sorted((on, number) for number, (on, _sum) in enumerate(calls_) if on <= at)
    owed = [number for _on, number in seen for _euro in range(calls_[number][1])]
    paid_on: dict[int, set[date]] = {number: set() for _on, number in seen}
    for day in sorted(day for day in payments if day <= at):
        for _euro in range(payments[day]):
            if owed:
                paid_on[owed.pop(0)].add(day)
    lines = {}
    for on, number in seen:
        last = naive_days.franc(on, 2)
        state = "open" if at <= last else "over"
        lines["contest", f"T-{number}"] = f"{on}..{last} {state}"
        since, last = naive_days.prescribed_after(on, paid_on[number], at)
        state = "open" if at <= last else "over"
        state = state if number in owed else "settled"
        lines["prescription", f"T-{number}"] = f"{since}..{last} {state}"
    return lines
