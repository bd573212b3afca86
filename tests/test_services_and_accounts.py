"""Joining, options, services, subsidies, and accounts (conditions arts. 4, 5)."""

from decimal import Decimal

import pytest

from ledger.acts.decoding import WrongActError, decode_act
from tests.acts import (
    ENT,
    base,
    calls,
    chooses,
    counts,
    delivers,
    joins,
    leaves,
    line,
    pays,
    subsidizes,
    tariff,
)
from tests.answers import due, lines, missing, owed
from tests.committee import NORD, founded
from tests.spec import History, given

AVELIN = [*founded(), *joins("avelin", on="2020-03-02")]
PUPILS = counts("avelin", "2023-2024", 100, "2023-10-02")
ONE = given(*AVELIN, PUPILS, base(2023, "1.30", "2022-12-05"))


def ent(history: History, year: int, at: str = "2026-01-31") -> list[str]:
    """Leave out the founders' shares, for which no budget is on record here."""
    return [one for one in missing(history, year, at) if ENT in one]


# ------------------------------------------------------------------- other units
def test_joining_is_owed_once_in_the_year_the_competence_is_first_held() -> None:
    voted = tariff(2023, line("entree", "joining", "60"), on="2022-12-05")
    history = given(
        *founded(),
        voted,
        *joins("avelin", on="2023-03-06"),
        *leaves("avelin", on="2023-12-01"),
        *joins("avelin", on="2024-03-04", number="retour"),
    )
    assert lines(history, 2023) == ["avelin entree 1 x 60.00 = 60.00"]
    assert lines(history, 2024) == []


OPTIONAL = tariff(
    2023,
    line("mobile", "pupil", "0.36", optional="true"),
    line("kit", "joining", "10", optional="true"),
    on="2022-12-05",
)


def test_optional_lines_are_owed_by_those_who_chose_them_until_year_included() -> None:
    pupils = [
        counts("avelin", f"{year - 1}-{year}", 100, f"{year - 1}-10-02")
        for year in (2023, 2024, 2025)
    ]
    chosen = chooses("avelin", "mobile", 2024, until=2024)
    history = given(*AVELIN, OPTIONAL, *pupils, chosen)
    assert lines(history, 2023) == []
    assert lines(history, 2024) == ["avelin mobile 100 x 0.36 = 36.00"]
    assert lines(history, 2025) == []
    open_ended = given(*AVELIN, OPTIONAL, *pupils, chooses("avelin", "mobile", 2024))
    assert lines(open_ended, 2025) == ["avelin mobile 100 x 0.36 = 36.00"]


def test_an_optional_joining_line_needs_the_choice_and_the_first_year() -> None:
    joined = [*founded(), OPTIONAL, *joins("avelin", on="2024-03-04")]
    assert lines(given(*joined), 2024) == []
    chosen = chooses("avelin", "kit", 2024)
    assert lines(given(*joined, chosen), 2024) == ["avelin kit 1 x 10.00 = 10.00"]


def test_a_head_count_is_not_missed_where_no_pupil_line_is_owed() -> None:
    assert ent(given(*AVELIN, OPTIONAL), 2024) == []


SERVICES = tariff(
    2023,
    line("demi-journee", "half-day", "250.55"),
    line("audit", "school", "300"),
    line("connecteur", "quote"),
    on="2022-12-05",
)


def test_services_are_owed_when_delivered_price_times_quantity_or_the_quote() -> None:
    history = given(
        *AVELIN,
        SERVICES,
        delivers("avelin", "demi-journee", "2024-02-05", quantity="1.5"),
        delivers("avelin", "audit", "2024-03-04", quantity="2"),
        delivers("avelin", "connecteur", "2024-04-08", amount="1234.50"),
    )
    assert lines(history, 2024) == [
        "avelin demi-journee 1.5 x 250.55 = 375.83",
        "avelin audit 2 x 300.00 = 600.00",
        "avelin connecteur None x None = 1234.50",
    ]
    assert lines(history, 2023) == []
    assert len(lines(history, 2024, at="2024-03-03")) == 1


@pytest.mark.parametrize(
    ("code", "said", "fact"),
    [
        ("demi-journee", {}, "quantity"),
        ("connecteur", {}, "amount"),
        ("inconnu", {"quantity": "1"}, "price inconnu"),
    ],
)
def test_a_service_that_cannot_be_priced_is_not_established(
    code: str, said: dict[str, str], fact: str
) -> None:
    served = delivers("avelin", code, "2024-02-05", **said)
    history = given(*AVELIN, SERVICES, served)
    assert ent(history, 2024) == [f"avelin {ENT} {fact}"]


# ------------------------------------------------------------------- accounts
def test_a_subsidy_is_a_negative_line_of_the_member_it_is_granted_for() -> None:
    granted = subsidizes(NORD, "avelin", 2024, "30.00", "2024-02-05")
    history = given(*ONE.acts, granted)
    assert lines(history, 2024)[-1] == "avelin subsidy None x None = -30.00"
    assert owed(history, 2024).lines[-1].tariff == granted["act"]
    assert due(history, 2024, "avelin") == "100.00"
    assert due(history, 2024, "avelin", at="2024-02-04") == "130.00"


def test_the_total_never_falls_below_zero() -> None:
    granted = subsidizes(NORD, "avelin", 2024, "500.00", "2024-02-05")
    assert due(given(*ONE.acts, granted), 2024, "avelin") == "0.00"


def test_what_is_not_set_off_of_a_subsidy_is_a_line_so_that_lines_add_up() -> None:
    granted = subsidizes(NORD, "avelin", 2024, "500.00", "2024-02-05")
    more = subsidizes("departement-fictif", "avelin", 2024, "0.50", "2024-02-05")
    history = given(*ONE.acts, granted, more)
    assert lines(history, 2024)[-3:] == [
        "avelin subsidy None x None = -500.00",
        "avelin subsidy None x None = -0.50",
        "avelin subsidy-cap None x None = 370.50",
    ]
    cap = owed(history, 2024).lines[-1]
    assert set(cap.because) == {granted["act"], more["act"]}
    amounts = [Decimal(one.amount) for one in owed(history, 2024).lines]
    assert sum(amounts, Decimal(0)) == 0


def test_a_subsidy_of_no_more_than_is_owed_is_wholly_set_off() -> None:
    granted = subsidizes(NORD, "avelin", 2024, "130.00", "2024-02-05")
    codes = [one.line for one in owed(given(*ONE.acts, granted), 2024).lines]
    assert codes == ["base", "subsidy"]


@pytest.mark.parametrize("code", ["subsidy", "subsidy-cap"])
def test_no_line_of_a_tariff_takes_a_code_of_subsidies(code: str) -> None:
    taken = tariff(2024, line(code, "pupil", "1.30"), on="2023-12-04")
    with pytest.raises(WrongActError):
        decode_act(taken)


def test_called_paid_regularisation_and_outstanding() -> None:
    history = given(
        *ONE.acts,
        calls("avelin", 2024, "100.00", "2024-04-08"),
        calls("avelin", 2024, "50.00", "2024-07-01"),
        calls("avelin", 2023, "7.00", "2023-07-03"),
        pays("avelin", 2024, "120.00", "2024-09-02"),
    )
    [total] = [one for one in owed(history, 2024).totals if one.member == "avelin"]
    assert (total.due, total.called, total.paid) == ("130.00", "150.00", "120.00")
    assert (total.regularisation, total.outstanding) == ("-20.00", "30.00")


def test_what_was_called_and_paid_shows_where_the_due_is_not_established() -> None:
    called = calls("avelin", 2024, "100.00", "2024-04-08")
    history = given(*AVELIN, base(2023, "1.30", "2022-12-05"), called)
    [total] = [one for one in owed(history, 2024).totals if one.member == "avelin"]
    assert (total.due, total.regularisation) == (None, None)
    assert (total.called, total.outstanding) == ("100.00", "100.00")


def test_a_payment_counts_from_its_day() -> None:
    paid = pays("avelin", 2024, "120.00", "2024-09-02")
    for at, amount in [("2024-09-01", "0.00"), ("2024-09-02", "120.00")]:
        totals = owed(given(*ONE.acts, paid), 2024, at).totals
        assert [one.paid for one in totals if one.member == "avelin"] == [amount]
