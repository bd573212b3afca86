"""The fibre's budget is divided among the founders (art. 13.1)."""

from decimal import Decimal

import pytest

from projections.money.cents import divide
from projections.money.contributions import Contributions
from tests.acts import FIBRE, budget, joins, leaves
from tests.answers import due, missing, owed
from tests.committee import FOUNDERS, NORD, PAS_DE_CALAIS, REGION, founded, statutes
from tests.spec import given

BUDGET = budget(2024, "1000000.01", "2024-03-04")


def parts(found: Contributions) -> list[tuple[str, str]]:
    return [(one.member, one.amount) for one in found.lines]


# ------------------------------------------------------------------- exactly
def test_a_million_and_one_cent_is_divided_exactly_the_cent_to_the_region() -> None:
    found = owed(given(*founded(), BUDGET), 2024)
    assert parts(found) == [
        (REGION, "500000.01"),
        (NORD, "250000.00"),
        (PAS_DE_CALAIS, "250000.00"),
    ]


def test_two_cents_are_divided_exactly_and_nord_comes_before_pas_de_calais() -> None:
    found = owed(given(*founded(), budget(2024, "0.02", "2024-03-04")), 2024)
    assert parts(found) == [
        (REGION, "0.01"),
        (NORD, "0.01"),
        (PAS_DE_CALAIS, "0.00"),
    ]


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        ("0.01", ["0.01", "0.00", "0.00"]),  # remainders 0.5, 0.25, 0.25 of a cent
        ("0.03", ["0.01", "0.01", "0.01"]),  # 0.5, 0.75, 0.75: the Region goes last
        ("0.05", ["0.03", "0.01", "0.01"]),
        ("0.06", ["0.03", "0.02", "0.01"]),
        ("0.07", ["0.03", "0.02", "0.02"]),
        ("0.00", ["0.00", "0.00", "0.00"]),
    ],
)
def test_left_over_cents_go_to_the_largest_remainders_then_in_the_statutes_order(
    amount: str, expected: list[str]
) -> None:
    found = owed(given(*founded(), budget(2024, amount, "2024-03-04")), 2024)
    assert [one.amount for one in found.lines] == expected


@pytest.mark.parametrize("shares", [("50", "25", "25"), ("33.3", "33.3", "33.4")])
def test_parts_always_add_up(shares: tuple[str, ...]) -> None:
    for cents in range(1, 400, 7):
        amount = Decimal(cents) / 100
        divided = divide(amount, [Decimal(share) for share in shares])
        assert sum(divided) == amount
        for part, share in zip(divided, shares, strict=True):
            exact = amount * Decimal(share) / 100
            assert abs(part - exact) < Decimal("0.01"), (amount, share)


def test_the_statutes_order_is_that_of_the_founders() -> None:
    other = {FIBRE: {PAS_DE_CALAIS: "25", NORD: "25", REGION: "50"}}
    acts = [*founded(shares=other), budget(2024, "0.02", "2024-03-04")]
    found = {one.member: one.amount for one in owed(given(*acts), 2024).lines}
    assert found == {REGION: "0.01", NORD: "0.01", PAS_DE_CALAIS: "0.00"}


# ------------------------------------------------------------------- the lines
def test_operating_participation_and_studies_are_lines_of_their_own() -> None:
    voted = budget(2024, "100.00", "2024-03-04", participation="10.01", studies="0.00")
    found = owed(given(*founded(), voted), 2024, member=NORD)
    assert [(one.line, one.amount) for one in found.lines] == [
        *[("operating", "25.00"), ("participation", "2.50"), ("studies", "0.00")],
    ]
    for one in found.lines:
        assert (one.quantity, one.unit_price, one.competence) == (None, None, FIBRE)
        assert (one.tariff, one.share) == (voted["act"], "25/100")
    [total] = found.totals
    assert (total.member, total.due) == (NORD, "27.50")


def test_without_a_budget_nothing_is_established() -> None:
    history = given(*founded())
    assert owed(history, 2024).lines == ()
    assert missing(history, 2024) == [
        f"{founder} {FIBRE} budget 2024" for founder in FOUNDERS
    ]
    assert due(history, 2024, REGION) is None


def test_the_budget_is_that_of_the_year_itself() -> None:
    assert (
        missing(given(*founded(), BUDGET), 2025)[0] == f"{REGION} {FIBRE} budget 2025"
    )


def test_a_budget_counts_from_the_day_it_is_in_force() -> None:
    history = given(*founded(), BUDGET)
    assert len(missing(history, 2024, at="2024-03-03")) == 3
    assert missing(history, 2024, at="2024-03-04") == []


def test_of_two_budgets_of_a_year_the_one_adopted_last_counts() -> None:
    amended = budget(2024, "100.00", "2024-10-07")
    for order in ([BUDGET, amended], [amended, BUDGET]):
        history = given(*founded(), *order)
        assert due(history, 2024, REGION) == "50.00"
        assert due(history, 2024, REGION, at="2024-10-06") == "500000.01"


# ------------------------------------------------------------------- who owes
def test_only_those_the_statutes_name_owe() -> None:
    joined = joins("avelin", FIBRE, on="2020-03-02")
    history = given(*founded(), BUDGET, *joined)
    assert [one.member for one in owed(history, 2024).lines] == list(FOUNDERS)
    assert "avelin" not in [one.member for one in owed(history, 2024).totals]


def test_a_founder_that_left_before_the_year_owes_nothing_and_others_no_more() -> None:
    history = given(*founded(), BUDGET, *leaves(NORD, on="2023-07-03"))
    assert parts(owed(history, 2024)) == [
        (REGION, "500000.01"),
        (PAS_DE_CALAIS, "250000.00"),
    ]


def test_a_founder_that_left_within_the_year_owes_the_year() -> None:
    history = given(*founded(), BUDGET, *leaves(NORD, on="2024-01-02"))
    assert due(history, 2024, NORD) == "250000.00"


def test_later_shares_count_from_their_date_only() -> None:
    equal = {FIBRE: {REGION: "34", NORD: "33", PAS_DE_CALAIS: "33"}}
    later = statutes("2025-01-01", shares=equal)
    history = given(*founded(), later, BUDGET, budget(2025, "100.00", "2025-03-03"))
    assert due(history, 2024, REGION) == "500000.01"
    assert due(history, 2025, REGION) == "34.00"


def test_a_year_that_has_not_begun_owes_nothing() -> None:
    assert owed(given(*founded()), 2025, at="2024-12-31").not_established == ()
