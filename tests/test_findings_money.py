"""Prices that are no tariff, years without vote, double charges, unknown lines."""

import pytest

from tests.acts import (
    BOTH,
    ENT,
    Plain,
    act,
    asks_to_join,
    base,
    chooses,
    counts,
    delivers,
    joins,
    leaves,
    line,
    pupils,
    quotes,
    tariff,
)
from tests.answers import found, only, owed, told
from tests.committee import founded
from tests.spec import given

DAY = "2023-12-19"
PRICE = "price.differs"
TARIFF = tariff(
    2024,
    line("base", "pupil", "1.30"),
    line("plus", "pupil", "0.30", optional=True),
    line("jour", "half-day", "150.00"),
    on="2023-06-15",
)


def quoted(*lines: tuple[str, str], count: int | None = 5148) -> Plain:
    """Let a request quote prices, as `unit, price`, with its head-count."""
    priced = [{"unit": unit, "price": price} for unit, price in lines]
    counted = [] if count is None else [pupils("2023-2024", count)]
    return asks_to_join("avelin", DAY, quotes(*priced), *counted)


# ------------------------------------------------------------------- price.differs
def test_a_price_that_is_no_tariff_differs_by_an_exact_amount() -> None:
    request = quoted(("pupil", "1.35"), ("joining", "60.00"))
    finding = only(given(*BOTH, TARIFF, request), PRICE)
    assert (finding.act, finding.severity) == ("avelin/adhesion", "irregularity")
    assert finding.article == "conditions 2023-18, art. 5"
    for amount in ("5148 pupils 7009.80 €", "6692.40 € due for 2024", "by 317.40 €"):
        assert amount in finding.message


def test_each_line_is_rounded_to_the_cent_half_up() -> None:
    halves = tariff(2024, line("base", "pupil", "0.605"), on="2023-06-15")
    finding = only(given(*BOTH, halves, quoted(("pupil", "0.615"), count=333)), PRICE)
    assert "0.615 € by pupil" in finding.message
    assert "204.80 €, against 201.47 €" in finding.message
    assert "differs by 3.33 €" in finding.message


@pytest.mark.parametrize(
    "lines",
    [
        [("pupil", "1.30")],
        [("pupil", "1.30"), ("pupil", "0.30"), ("half-day", "150.00")],
        [("pupil", "1.3")],
        [("pupil", "0.90"), ("pupil", "0.40")],
    ],
)
def test_a_price_of_the_tariff_whole_or_divided_is_no_finding(
    lines: list[tuple[str, str]],
) -> None:
    assert found(given(*BOTH, TARIFF, quoted(*lines)), PRICE) == []


def test_a_price_under_a_code_of_the_tariff_is_held_against_that_line() -> None:
    swapped = quotes({"code": "base", "unit": "pupil", "price": "0.30"})
    request = asks_to_join("avelin", DAY, swapped, pupils("2023-2024", 100))
    message = only(given(*BOTH, TARIFF, request), PRICE).message
    assert "30.00 €, against 130.00 €" in message


@pytest.mark.parametrize(
    ("lines", "count"),
    [([("pupil", "1.35")], None), ([("pupil", "1.30"), ("half-day", "160.00")], 5148)],
)
def test_where_no_amount_can_be_told_the_price_is(
    lines: list[tuple[str, str]], count: int | None
) -> None:
    message = only(given(*BOTH, TARIFF, quoted(*lines, count=count)), PRICE).message
    assert "which is no price of comite-syndical/bareme-2024-2023-06-15" in message


def test_without_head_count_the_year_of_adoption_or_the_next_will_do() -> None:
    last = base(2023, "1.35", "2022-12-08")
    for price, expected in (("1.35", 0), ("1.30", 0), ("1.40", 1)):
        history = given(*BOTH, last, TARIFF, quoted(("pupil", price), count=None))
        assert len(found(history, PRICE)) == expected


def test_without_any_tariff_nobody_can_tell_whether_the_price_differs() -> None:
    finding = only(given(*BOTH, quoted(("pupil", "1.35"))), PRICE)
    assert finding.severity == "unknown"
    assert "no tariff for 2024 is on record" in finding.message


# ------------------------------------------------------------------- tariff.not-voted
def test_each_year_without_a_vote_of_its_own_is_irregular() -> None:
    history = given(
        *BOTH, base(2019, "0.90", "2019-06-26"), base(2022, "1.00", "2021-12-09")
    )
    findings = told(history, "tariff.not-voted", at="2023-03-01")
    said = [(one.message.partition(" for ")[2][:4], one.severity) for one in findings]
    assert said[:2] == [("2020", "irregularity"), ("2021", "irregularity")]
    assert said[2:] == [("2023", "notice")], "the year that runs may still be voted"
    assert {one.article for one in findings} == {"conditions 2019-12, art. 6"}


def test_a_year_voted_late_or_twice_is_voted() -> None:
    history = given(
        base(2022, "1.00", "2021-12-09"),
        base(2023, "1.10", "2023-09-01"),
        base(2023, "1.20", "2023-10-01"),
    )
    assert found(history, "tariff.not-voted", at="2023-12-31") == []
    assert len(found(history, "tariff.not-voted", at="2023-08-31")) == 1


# ------------------------------------------------------------------- charged twice
def members(epci: str, *, siren: str | None = None) -> list[Plain]:
    described = {"kind": "epci"} | ({} if siren is None else {"siren": siren})
    return [
        base(2023, "1.00", "2022-12-08"),
        *joins("cc-pevele", on="2023-03-01", **described),
        *joins("avelin", on="2024-03-01", epci=epci),
    ]


@pytest.mark.parametrize("epci", ["cc-pevele", "200041960"])
def test_a_commune_and_its_epci_charged_for_one_competence_are_noted_each_year(
    epci: str,
) -> None:
    history = given(*members(epci, siren="200041960"))
    findings = told(history, "contribution.overlap", at="2025-12-31")
    assert [(one.member, one.severity) for one in findings] == [
        ("avelin", "notice"),
        ("avelin", "notice"),
    ]
    assert ["for 2024" in one.message for one in findings] == [True, False]
    assert {one.act for one in findings} == {"avelin/adhesion"}


def test_a_commune_alone_or_of_another_epci_is_not_charged_twice() -> None:
    assert found(given(*members("cc-autre")), "contribution.overlap") == []
    alone = given(*members("cc-pevele")[:1], *members("cc-pevele")[3:])
    assert found(alone, "contribution.overlap") == []


def test_it_is_what_both_hold_in_the_same_year_that_counts_not_on_the_same_day() -> (
    None
):
    left_before = [*members("cc-pevele")[:3], *leaves("cc-pevele", on="2024-02-01")]
    commune = joins("avelin", on="2024-03-01", epci="cc-pevele")
    findings = told(
        given(*left_before, *commune), "contribution.overlap", at="2025-12-31"
    )
    assert ["for 2024" in one.message for one in findings] == [True], "not 2025"


def test_an_epci_of_the_year_counts_be_it_left_before_its_end() -> None:
    moved = {"type": "identity-changed", "epci": "cc-autre", "from": "2024-06-03"}
    history = given(
        *members("cc-pevele"), act("avelin/epci", moved, adopted_on="2024-06-03")
    )
    findings = told(history, "contribution.overlap", at="2025-12-31")
    assert ["for 2024" in one.message for one in findings] == [True], "not 2025"


def test_who_counts_no_pupil_is_charged_for_no_school() -> None:
    none = [
        counts("avelin", f"{year - 1}-{year}", 0, "2024-01-08") for year in (2024, 2025)
    ]
    history = given(*members("cc-pevele"), *none)
    assert found(history, "contribution.overlap", at="2025-12-31") == []


def test_the_contributions_say_themselves_who_may_be_charged_twice() -> None:
    history = given(*members("cc-pevele"))
    [one] = owed(history, 2024, "2024-12-31").overlaps
    assert (one.member, one.epci, one.competence) == ("avelin", "cc-pevele", ENT)
    assert one.because[0] == "avelin/adhesion"
    for member in ("avelin", "cc-pevele"):
        assert owed(history, 2024, "2024-12-31", member).overlaps == (one,)
    assert owed(history, 2024, "2024-12-31", "beuvry").overlaps == ()
    assert owed(history, 2023, "2024-12-31").overlaps == ()


# ------------------------------------------------------------------- unknown lines
def test_a_line_no_tariff_has_is_unknown() -> None:
    history = given(
        *founded(),
        TARIFF,
        *joins("avelin", on="2024-01-02"),
        chooses("avelin", "plus", 2024),
        chooses("avelin", "absent", 2024),
        delivers("avelin", "jour", "2024-05-02", quantity="1"),
        delivers("avelin", "jours", "2024-05-03", quantity="1"),
        counts("avelin", "2023-2024", 10, DAY),
    )
    assert found(history, "line.unknown") == [
        "line.unknown avelin/option-absent-2024",
        "line.unknown secretariat/service-avelin-jours-2024-05-03",
    ]
