"""Money that does not fit: called from who owes nothing, paid too much, negative."""

import pytest

from tests.acts import (
    SECRETARIAT,
    Plain,
    act,
    base,
    calls,
    counts,
    joins,
    line,
    pays,
    pupils,
    ruling,
    tariff,
)
from tests.answers import found, only, told
from tests.committee import founded
from tests.spec import given

AT = "2025-06-30"
AVELIN = [*founded(), *joins("avelin", on="2020-03-02", population=300)]
PRICE = base(2022, "1.00", "2021-11-08")
OWING = [*AVELIN, PRICE, counts("avelin", "2022-2023", 100, "2022-11-07")]
CALL = calls("avelin", 2023, "100.00", "2023-05-02")


# ------------------------------------------------------------------- calls
def test_a_call_of_a_year_in_which_nothing_is_owed_is_found() -> None:
    early = calls("avelin", 2019, "100.00", "2023-05-02")
    finding = only(given(*OWING, CALL, early), "call.not-owed", at=AT)
    assert (finding.act, finding.member) == (early["act"], "avelin")
    assert finding.message.startswith("100.00 € are called from avelin for 2019")


@pytest.mark.parametrize("year", [2023, 2024, 2026])
def test_a_call_that_is_owed_or_may_be_or_of_a_year_to_come_is_not_found(
    year: int,
) -> None:
    history = given(*OWING, calls("avelin", year, "100.00", "2023-05-02"))
    assert found(history, "call.not-owed", at=AT) == []


def test_a_call_that_stands_no_more_or_was_reduced_to_nothing_is_not_found() -> None:
    early = calls("avelin", 2019, "100.00", "2023-05-02")
    back = calls("avelin", 2019, "-100.00", "2023-05-03")
    assert found(given(*OWING, early, back), "call.not-owed", at=AT) == []
    struck = ruling("act-annulled", early["act"])
    assert found(given(*OWING, early, struck), "call.not-owed", at=AT) == []


# ------------------------------------------------------------------- payments
def test_more_paid_than_called_is_found_and_says_how_much() -> None:
    more = pays("avelin", 2023, "1000.00", "2023-06-01")
    finding = only(given(*OWING, CALL, more), "payment.exceeds", at=AT)
    assert (finding.act, finding.severity) == (more["act"], "notice")
    assert finding.message.endswith("900.00 € too much")
    without = given(*OWING, pays("avelin", 2023, "0.01", "2023-06-01"))
    assert len(found(without, "payment.exceeds", at=AT)) == 1


def test_what_was_called_and_no_more_is_no_finding() -> None:
    whole = pays("avelin", 2023, "100.00", "2023-06-01")
    assert found(given(*OWING, CALL, whole), "payment.exceeds", at=AT) == []
    later = pays("avelin", 2023, "1.00", "2025-07-01")
    assert found(given(*OWING, CALL, whole, later), "payment.exceeds", at=AT) == []


def test_a_negative_payment_is_found_and_is_no_excess() -> None:
    back = pays("avelin", 2023, "-20.00", "2023-06-01")
    history = given(*OWING, CALL, back)
    finding = only(history, "payment.negative", at=AT)
    assert (finding.act, finding.severity) == (back["act"], "notice")
    assert found(history, "payment.exceeds", at=AT) == []
    assert found(history, "payment.negative", at="2023-05-31") == []


# ------------------------------------------------------------------- head-counts
@pytest.mark.parametrize(("count", "findings"), [(300, 0), (301, 1)])
def test_more_pupils_than_inhabitants_are_implausible(
    count: int, findings: int
) -> None:
    history = given(*AVELIN, counts("avelin", "2024-2025", count, "2024-11-04"))
    assert len(found(history, "pupils.implausible", at=AT)) == findings
    unknown = given(*founded(), *joins("avelin", on="2020-03-02"), *history.acts[-1:])
    assert found(unknown, "pupils.implausible", at=AT) == []


def test_two_counts_of_one_school_year_in_one_act_are_implausible() -> None:
    twice = act("avelin/2", pupils("2024-2025", 9), pupils("2024-2025", 90))
    finding = only(given(*AVELIN, twice), "pupils.implausible", at=AT)
    assert finding.message.endswith("in 2024-2025 twice: 9, 90")
    years = act("avelin/2", pupils("2023-2024", 9), pupils("2024-2025", 90))
    assert found(given(*AVELIN, years), "pupils.implausible", at=AT) == []
    others = [pupils("2024-2025", 9) | {"member": one} for one in ("avelin", "beuvry")]
    both = act(f"{SECRETARIAT}/2", *others)
    assert found(given(*AVELIN, both), "pupils.implausible", at=AT) == []


# ------------------------------------------------------------------- tariffs
def voted(on: str, *lines: Plain, from_year: int = 2023) -> Plain:
    """Let a tariff be voted that names years already over, or not."""
    return tariff(from_year, *lines, on=on, number=f"tard-{on}")


DEARER = line("base", "pupil", "1.01")


def test_a_vote_after_the_year_that_makes_it_dearer_is_found() -> None:
    late = voted("2024-03-04", DEARER)
    finding = only(given(*OWING, late), "tariff.retroactive", at=AT)
    assert (finding.act, finding.severity) == (late["act"], "irregularity")
    assert "for 2023 (base)" in finding.message
    assert found(given(*OWING, late), "tariff.retroactive", at="2024-03-03") == []


@pytest.mark.parametrize(
    ("lines", "findings"),
    [
        ([line("base", "pupil", "1.00")], 0),
        ([line("base", "pupil", "0.50")], 0),
        ([line("base", "pupil", "1.00"), line("plus", "pupil", "0.10")], 1),
        ([line("base", "school", "1.00")], 1),
        ([DEARER], 1),
    ],
)
def test_only_a_line_that_is_dearer_or_new_is_found(
    lines: list[Plain], findings: int
) -> None:
    history = given(*OWING, voted("2024-03-04", *lines))
    assert len(found(history, "tariff.retroactive", at=AT)) == findings


def test_a_line_that_is_optional_no_more_is_a_new_one() -> None:
    optional = base(2022, "1.00", "2021-11-08", number="option")
    [said] = optional["decisions"]
    said["lines"] = [line("base", "pupil", "1.00", optional=True)]
    late = voted("2024-03-04", line("base", "pupil", "1.00"))
    assert len(found(given(*AVELIN, optional, late), "tariff.retroactive", at=AT)) == 1


def test_a_vote_in_the_year_or_where_there_was_none_is_not_found() -> None:
    in_year = voted("2023-12-31", DEARER)
    assert found(given(*OWING, in_year), "tariff.retroactive", at=AT) == []
    first = voted("2024-03-04", DEARER)
    assert found(given(*AVELIN, first), "tariff.retroactive", at=AT) == []


def test_each_year_over_is_named_and_none_that_has_a_later_tariff() -> None:
    late = voted("2025-03-03", DEARER, from_year=2023)
    finding = only(given(*OWING, late), "tariff.retroactive", at=AT)
    assert "for 2023, 2024 (base)" in finding.message
    own = base(2024, "1.00", "2023-12-04")
    [less] = told(given(*OWING, own, late), "tariff.retroactive", at=AT)
    assert "for 2023 (base)" in less.message
