"""What a member owes by the tariff of a year (art. 13.1, conditions art. 4)."""

import pytest

from tests.acts import ENT, act, base, counts, joins, leaves, line, tariff
from tests.answers import due, lines, missing, owed
from tests.committee import founded
from tests.spec import History, given

AVELIN = [*founded(), *joins("avelin", on="2020-03-02")]
PUPILS = counts("avelin", "2023-2024", 100, "2023-10-02")
ONE = given(*AVELIN, PUPILS, base(2023, "1.30", "2022-12-05"))


def ent(history: History, year: int, at: str = "2026-01-31") -> list[str]:
    """Leave out the founders' shares, for which no budget is on record here."""
    return [one for one in missing(history, year, at) if ENT in one]


# ------------------------------------------------------------------- the worked example
def test_pupils_times_price() -> None:
    many = counts("avelin", "2023-2024", 5148, "2023-10-02")
    history = given(*AVELIN, many, base(2023, "1.30", "2022-12-05"))
    assert lines(history, 2024) == ["avelin base 5148 x 1.30 = 6692.40"]
    assert due(history, 2024, "avelin") == "6692.40"


def test_333_times_0_605_is_rounded_half_up() -> None:
    odd = counts("avelin", "2023-2024", 333, "2023-10-02")
    history = given(*AVELIN, odd, base(2024, "0.605", "2023-12-04"))
    assert lines(history, 2024) == ["avelin base 333 x 0.605 = 201.47"]


def test_each_line_is_rounded_not_the_total() -> None:
    odd = counts("avelin", "2023-2024", 1, "2023-10-02")
    voted = tariff(
        2024,
        line("a", "pupil", "0.005"),
        line("b", "pupil", "0.005"),
        on="2023-12-04",
    )
    assert due(given(*AVELIN, odd, voted), 2024, "avelin") == "0.02"


# ------------------------------------------------------------------- head-counts
def test_without_a_head_count_nothing_is_established() -> None:
    history = given(*AVELIN, base(2023, "1.30", "2022-12-05"))
    assert lines(history, 2024) == []
    assert ent(history, 2024) == [f"avelin {ENT} pupils 2023-2024"]
    assert due(history, 2024, "avelin") is None


def test_no_pupils_counted_is_not_no_count() -> None:
    none = counts("avelin", "2023-2024", 0, "2023-10-02")
    history = given(*AVELIN, none, base(2023, "1.30", "2022-12-05"))
    assert lines(history, 2024) == ["avelin base 0 x 1.30 = 0.00"]


def test_the_current_head_count_is_that_of_the_school_year_that_begins() -> None:
    begins = counts("avelin", "2024-2025", 120, "2024-10-07")
    voted = base(2024, "1.00", "2023-12-04", headcount="current")
    history = given(*AVELIN, PUPILS, begins, voted)
    assert due(history, 2024, "avelin") == "120.00"
    assert ent(history, 2025) == [f"avelin {ENT} pupils 2025-2026"]


def test_the_count_adopted_last_wins_whatever_was_recorded_last() -> None:
    later = counts("avelin", "2023-2024", 90, "2023-12-04")
    for order in ([PUPILS, later], [later, PUPILS]):
        history = given(*AVELIN, *order, base(2023, "1.00", "2022-12-05"))
        assert due(history, 2024, "avelin") == "90.00"


def test_of_two_counts_adopted_on_one_day_the_one_recorded_last_wins() -> None:
    other = counts("avelin", "2023-2024", 90, "2023-10-02", number="bis")
    history = given(*AVELIN, PUPILS, other, base(2023, "1.00", "2022-12-05"))
    assert due(history, 2024, "avelin") == "90.00"


def test_of_two_counts_of_one_act_the_second_wins() -> None:
    said = {"type": "pupils-counted", "school_year": "2023-2024"}
    twice = act(
        "avelin/1",
        said | {"pupils": 95},
        said | {"pupils": 90},
        adopted_on="2023-10-02",
    )
    history = given(*AVELIN, twice, base(2023, "1.00", "2022-12-05"))
    assert due(history, 2024, "avelin") == "90.00"


def test_a_count_the_secretariat_learned_counts_as_the_member_s_own() -> None:
    told = counts("avelin", "2023-2024", 90, None, by="secretariat")
    history = given(*AVELIN, PUPILS, told, base(2023, "1.00", "2022-12-05"))
    assert due(history, 2024, "avelin") == "90.00"


# ------------------------------------------------------------------- which tariff
def test_the_tariff_is_the_one_with_the_greatest_from_year_up_to_the_year() -> None:
    voted = [base(2023, "1.00", "2022-12-05"), base(2025, "3.00", "2023-12-04")]
    history = given(*AVELIN, PUPILS, base(2024, "2.00", "2023-12-03"), *voted)
    assert due(history, 2024, "avelin") == "200.00"


def test_a_tariff_voted_for_an_earlier_year_holds_on() -> None:
    assert due(ONE, 2024, "avelin") == "130.00"


def test_of_two_for_one_year_the_later_adopted_counts() -> None:
    first, second = base(2024, "2.00", "2023-12-04"), base(2024, "2.50", "2024-03-04")
    for order in ([first, second], [second, first]):
        history = given(*AVELIN, PUPILS, *order)
        assert due(history, 2024, "avelin") == "250.00"
        assert due(history, 2024, "avelin", at="2024-03-03") == "200.00"


def test_a_tariff_counts_only_where_it_is_in_force_on_the_day_asked() -> None:
    history = given(*AVELIN, PUPILS, base(2024, "2.00", "2024-06-03"))
    assert ent(history, 2024, "2024-06-02") == [f"avelin {ENT} tariff 2024"]
    assert due(history, 2024, "avelin", at="2024-06-03") == "200.00"


def test_a_tariff_not_known_to_be_executory_is_none() -> None:
    unknown = base(2024, "2.00", "2024-06-03", dates={"adopted_on": "2024-06-03"})
    history = given(*AVELIN, PUPILS, unknown)
    assert ent(history, 2024) == [f"avelin {ENT} tariff 2024"]


# ------------------------------------------------------------------- who owes
def test_one_day_of_the_year_owes_the_year() -> None:
    last = given(*ONE.acts, *leaves("avelin", on="2024-01-02"))
    assert due(last, 2024, "avelin") == "130.00"
    before = given(*ONE.acts, *leaves("avelin", on="2024-01-01"))
    assert lines(before, 2024) == []


def test_who_joins_later_in_the_year_owes_nothing_before() -> None:
    history = given(
        *founded(),
        *joins("avelin", on="2024-09-02"),
        PUPILS,
        base(2023, "1.30", "2022-12-05"),
    )
    assert lines(history, 2024, at="2024-09-01") == []
    assert due(history, 2024, "avelin", at="2024-09-02") == "130.00"


def test_nothing_is_owed_for_a_year_that_has_not_begun() -> None:
    assert owed(ONE, 2025, at="2024-12-31").lines == ()
    assert owed(ONE, 2025, at="2024-12-31").not_established == ()


# ------------------------------------------------------------------- prorata
def joined_in_march(prorata: str, pupils: int = 333) -> History:
    return given(
        *founded(),
        *joins("avelin", on="2024-03-15"),
        *leaves("avelin", on="2024-06-02"),
        counts("avelin", "2023-2024", pupils, "2023-10-02"),
        tariff(
            2024,
            line("base", "pupil", "0.605"),
            line("entree", "joining", "60"),
            on="2023-12-04",
            prorata=prorata,
        ),
    )


@pytest.mark.parametrize(
    ("prorata", "amount"),
    [
        ("none", "201.47"),  # 201.465, half-up
        ("monthly", "67.16"),  # March, April, May, June: 201.465 × 4/12 = 67.155
        ("daily", "43.49"),  # 79 days of 366: 201.465 × 79/366 = 43.486
    ],
)
def test_prorata_is_rounded_once_and_on_pupil_lines_only(
    prorata: str, amount: str
) -> None:
    assert lines(joined_in_march(prorata), 2024) == [
        f"avelin base 333 x 0.605 = {amount}",
        "avelin entree 1 x 60.00 = 60.00",
    ]


@pytest.mark.parametrize("prorata", ["monthly", "daily"])
def test_a_part_of_the_year_names_the_acts_by_which_it_was_held(prorata: str) -> None:
    for_part, joining = owed(joined_in_march(prorata), 2024).lines
    asked, agreed = (one["act"] for one in joins("avelin", on="2024-03-15"))
    left = {one["act"] for one in leaves("avelin", on="2024-06-02")}
    assert {asked, agreed} | left <= set(for_part.because)
    assert {asked, agreed} <= set(joining.because)
    assert left.isdisjoint(joining.because)


def test_a_whole_year_by_tariff_rests_on_its_price_and_its_count_alone() -> None:
    [whole] = owed(ONE, 2024).lines[-1:]
    assert whole.because == (ONE.acts[-1]["act"], PUPILS["act"])


def test_a_gap_in_the_membership_counts_no_month_and_no_day_twice() -> None:
    for prorata, amount in [("monthly", "77.00"), ("daily", "66.07")]:
        history = given(
            *founded(),
            *joins("avelin", on="2024-01-10"),
            *leaves("avelin", on="2024-03-20"),
            *joins("avelin", on="2024-03-25", number="retour"),
            *leaves("avelin", on="2024-07-01", number="redepart"),
            *joins("avelin", on="2024-12-01", number="encore"),
            counts("avelin", "2023-2024", 132, "2023-10-02"),
            base(2024, "1.00", "2023-12-04", prorata=prorata),
        )
        # 7 months; 70 + 98 + 31 = 199 days less nothing twice, of 366.
        assert due(history, 2024, "avelin") == (
            amount if prorata == "monthly" else f"{132 * 199 / 366:.2f}"
        )
