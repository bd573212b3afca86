"""Calls that are not paid in full after thirty days (conditions of 2023-18, art. 7)."""

from decimal import Decimal

import pytest
from hypothesis import given as every
from hypothesis import settings
from hypothesis import strategies as st

from tests.acts import SECRETARIAT, Plain, act
from tests.answers import found, only, told
from tests.spec import given

CALLS = ("call.late", "call.available-on")


def called(amount: str, available: str | None, number: str = "1") -> Plain:
    decision = {"type": "contribution-called", "member": "avelin", "year": 2024}
    dated = {} if available is None else {"available_on": available}
    said = decision | {"amount": amount} | dated
    return act(f"{SECRETARIAT}/titre-{number}", said, adopted_on="2024-01-02")


def paid(amount: str, on: str) -> Plain:
    decision = {"type": "payment-received", "member": "avelin", "year": 2024}
    return act(f"{SECRETARIAT}/recette-{on}", decision | {"amount": amount, "on": on})


@pytest.mark.parametrize(("at", "count"), [("2024-11-08", 0), ("2024-11-09", 1)])
def test_a_call_is_late_when_its_thirty_days_are_over(at: str, count: int) -> None:
    history = given(called("100.00", "2024-10-09"))
    assert len(found(history, *CALLS, at=at)) == count


def test_a_late_call_tells_what_is_left_and_is_a_notice() -> None:
    history = given(called("100.00", "2024-10-09"), paid("40.10", "2024-11-01"))
    finding = only(history, *CALLS)
    assert (finding.rule, finding.severity) == ("call.late", "notice")
    assert finding.message.startswith("59.90 € of the 100.00 € called from avelin")
    assert "due by 2024-11-08" in finding.message
    assert finding.article == "conditions, article not on record, read for every call"


def test_a_call_paid_in_full_or_taken_back_is_not_late() -> None:
    whole = called("100.00", "2024-10-09")
    assert found(given(whole, paid("100.00", "2024-12-24")), *CALLS) == []
    reduced = called("-100.00", None, "2")
    assert found(given(whole, reduced), *CALLS) == []
    later = given(whole, paid("100.00", "2024-12-24"))
    assert len(found(later, *CALLS, at="2024-12-23")) == 1


def test_a_call_without_day_is_unknown_as_long_as_it_is_not_paid() -> None:
    call = called("100.00", None)
    finding = only(given(call), *CALLS)
    assert (finding.rule, finding.severity) == ("call.available-on", "unknown")
    assert found(given(call, paid("100.00", "2024-12-24")), *CALLS) == []


DAYS = st.sampled_from(["2024-10-09", "2024-11-09", "2025-01-15", "2025-03-01"])
AMOUNTS = st.integers(1, 30_000).map(lambda cents: Decimal(cents) / 100)


@settings(derandomize=True, deadline=None, max_examples=60)
@every(
    st.lists(st.tuples(AMOUNTS, DAYS), min_size=1, max_size=4),
    st.lists(AMOUNTS, max_size=2),
)
def test_what_is_left_of_late_calls_is_what_they_exceed_the_payments_by(
    calls: list[tuple[Decimal, str]], payments: list[Decimal]
) -> None:
    acts = [
        called(f"{amount:.2f}", day, f"{place}")
        for place, (amount, day) in enumerate(calls)
    ]
    acts += [
        paid(f"{amount:.2f}", f"2024-12-0{place + 1}")
        for place, amount in enumerate(payments)
    ]
    late = sum(amount for amount, day in calls if day < "2025-01-01")
    findings = told(given(*acts), "call.late", at="2025-01-31")
    left = [Decimal(one.message.partition(" ")[0]) for one in findings]
    assert sum(left) == max(late - sum(payments), 0)
