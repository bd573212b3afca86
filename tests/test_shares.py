"""The fibre's budget is divided among the founders (art. 13.1)."""

from decimal import Decimal

import pytest

from projections.money.cents import divide
from projections.money.contributions import Contributions
from tests.acts import FIBRE, budget, joins, leaves
from tests.answers import due, found, lacks, missing, only, owed, says, why
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


LEFT = given(*founded(), BUDGET, *leaves(NORD, on="2023-07-03"))


def test_a_share_of_a_founder_that_left_before_the_year_is_owed_by_nobody() -> None:
    told = owed(LEFT, 2024)
    assert parts(told) == [(REGION, "500000.01"), (PAS_DE_CALAIS, "250000.00")]
    [unowed] = told.not_established
    assert (unowed.member, unowed.competence, unowed.amount) == (
        *(NORD, FIBRE),
        "250000.00",
    )
    assert [str(one) for one in unowed.missing] == ["member"]
    assert due(LEFT, 2024, NORD) is None


def test_a_share_owed_by_nobody_is_told_alone_by_why_and_by_check() -> None:
    assert owed(LEFT, 2024, member=NORD).not_established == (
        owed(LEFT, 2024).not_established
    )
    told_why = why(LEFT, f"contribution 2024 {NORD}", "2024-12-31")
    assert told_why.answer == "not established"
    assert "contribution.share-unowed" in says(told_why)
    assert lacks(told_why) == ["member from comite-syndical"]
    finding = only(LEFT, "shares.unowed", at="2024-12-31")
    assert (finding.act, finding.member, finding.severity) == (
        *(BUDGET["act"], NORD),
        "irregularity",
    )
    assert finding.message.startswith("250000.00 € of the budget")
    assert found(LEFT, "shares.unowed", at="2023-12-31") == []


def test_a_share_of_nobody_on_record_is_no_less_owed_by_nobody() -> None:
    shares = {FIBRE: {"region-haut-de-france": "50", NORD: "25", PAS_DE_CALAIS: "25"}}
    history = given(*founded(shares=shares), BUDGET)
    [unowed] = owed(history, 2024).not_established
    assert (unowed.member, unowed.amount) == ("region-haut-de-france", "500000.01")
    assert len(found(history, "shares.unowed", at="2024-12-31")) == 1


def test_a_share_of_nothing_is_owed_by_nobody_and_missed_by_nobody() -> None:
    shares = {FIBRE: {REGION: "75", NORD: "0", PAS_DE_CALAIS: "25"}}
    left = given(*founded(shares=shares), BUDGET, *leaves(NORD, on="2023-07-03"))
    assert owed(left, 2024).not_established == ()


@pytest.mark.parametrize("year", [2023, 2024, 2025])
@pytest.mark.parametrize("gone", [(), (NORD,), (NORD, REGION), FOUNDERS])
def test_lines_and_what_is_not_established_add_up_to_the_budget(
    year: int, gone: tuple[str, ...]
) -> None:
    more = {"participation": "10.01", "studies": "0.05"}
    voted = [
        budget(one, "333.33", f"{one}-01-09", **more) for one in (2023, 2024, 2025)
    ]
    left = [act for one in gone for act in leaves(one, on="2023-07-03")]
    history = owed(given(*founded(), *voted, *left), year)
    sums = [Decimal(one.amount) for one in history.lines]
    sums += [Decimal(one.amount or 0) for one in history.not_established]
    assert sum(sums) == Decimal("343.39")


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
