"""Whatever was voted, in whatever order it was recorded, the same amounts are owed."""

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from projections.money.contributions import Contributions, contributions
from projections.money.prices import Line
from projections.timelines.world import world_of
from tests.naive_dues import Dues
from tests.random_dues import DAYS, YEARS, day_text, histories
from tests.spec import entries_of

SLOWLY = settings(
    max_examples=250,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def asked(acts: list[dict[str, Any]], upto: int, year: int, at: str) -> Contributions:
    entries = entries_of(acts)
    found = world_of(entries[:upto], position=upto)
    return contributions(found, year, date.fromisoformat(at))


def plain(line: Line) -> tuple[str, ...]:
    """Write a line as the oracle does; a price loses the zeros a vote may have had."""
    quantity = "" if line.quantity is None else str(Decimal(line.quantity).normalize())
    price = "" if line.unit_price is None else str(Decimal(line.unit_price))
    return (line.member, line.line, quantity, price, line.amount)


def naive(line: tuple[str, ...]) -> tuple[str, ...]:
    member, code, quantity, price, amount = line
    quantity = str(Decimal(quantity).normalize()) if quantity else ""
    return (member, code, quantity, price, amount)


@SLOWLY
@given(acts=histories(), year=YEARS, day=DAYS, data=st.data())
def test_what_is_owed_is_what_a_clerk_would_reckon(
    acts: list[dict[str, Any]], year: int, day: int, data: st.DataObject
) -> None:
    last = len(entries_of(acts))
    upto = data.draw(st.just(last) | st.integers(0, last), label="known at")
    at = data.draw(st.just(day_text(day)) | st.just(f"{year}-12-31"), label="at")
    found, expected = asked(acts, upto, year, at), Dues(acts, upto, (year, at))
    assert sorted(map(plain, found.lines)) == sorted(map(naive, expected.lines))
    unknown = {
        (one.member, one.competence, fact.fact)
        for one in found.not_established
        for fact in one.missing
    }
    assert unknown == expected.missing
    totals = {
        one.member: (
            *(one.due or "", one.called, one.paid),
            *(one.regularisation or "", one.outstanding),
        )
        for one in found.totals
    }
    assert totals == expected.totals()
    assert len(totals) == len(found.totals)


@settings(SLOWLY, max_examples=50)
@given(acts=histories(), year=YEARS)
def test_shares_of_a_budget_add_up_to_it(acts: list[dict[str, Any]], year: int) -> None:
    last = len(entries_of(acts))
    found = asked(acts, last, year, "2026-06-30").lines
    for name in ("operating", "participation", "studies"):
        shares = [line for line in found if line.line == name]
        if shares:
            total = sum(Decimal(line.amount) for line in shares)
            assert str(total) == shares[0].base
