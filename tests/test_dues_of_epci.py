"""Who owes in the year an EPCI takes its communes' place: the EPCI alone, for that."""

from tests.acts import (
    ENT,
    PREFECTURE,
    Plain,
    act,
    base,
    counts,
    creation,
    decision,
    institution,
    joins,
    line,
    tariff,
)
from tests.answers import due, found, lines, says, why
from tests.spec import History, given

MID, NEW_YEAR = "2025-07-01", "2025-01-01"
MEL = institution("mel", name="Métropole", kind="epci")


def substituted(*acts: Plain, on: str = MID) -> History:
    said = {"members": ["avelin", "beuvry"], "into": MEL, "competence": ENT}
    taken = decision("competence-substituted", **said, from_=on)
    return given(
        creation(),
        *joins("avelin", on="2020-03-02"),
        *joins("beuvry", on="2022-02-07"),
        counts("avelin", "2024-2025", 100, "2024-10-07"),
        counts("beuvry", "2024-2025", 20, "2024-10-07"),
        act(f"{PREFECTURE}/mel", taken, adopted_on="2024-12-02"),
        *acts,
    )


PRICE = base(2020, "1.00", "2019-12-02")


def test_the_epci_alone_owes_the_year_on_the_sum_of_theirs() -> None:
    for on in (MID, NEW_YEAR):
        history = substituted(PRICE, on=on)
        assert lines(history, 2025) == ["mel base 120 x 1.00 = 120.00"], on


def test_its_own_head_count_comes_first() -> None:
    own = counts("mel", "2024-2025", 115, "2025-02-03")
    assert lines(substituted(PRICE, own), 2025) == ["mel base 115 x 1.00 = 115.00"]


def test_before_that_day_each_commune_owes_its_own() -> None:
    assert lines(substituted(PRICE), 2025, at="2025-06-30") == [
        "avelin base 100 x 1.00 = 100.00",
        "beuvry base 20 x 1.00 = 20.00",
    ]


def test_joining_is_not_due_again() -> None:
    joining = line("adhesion", "joining", "50.00")
    voted = tariff(2020, line("base", "pupil", "1.00"), joining, on="2019-12-02")
    history = substituted(voted)
    assert lines(history, 2025) == ["mel base 120 x 1.00 = 120.00"]


def test_an_epci_that_was_a_member_keeps_the_joining_of_its_own_year() -> None:
    joining = tariff(2020, line("adhesion", "joining", "50.00"), on="2019-12-02")
    history = substituted(joining, *joins("mel", on="2021-03-01", kind="epci"))
    assert "mel adhesion 1 x 50.00 = 50.00" in lines(history, 2021)
    assert lines(history, 2025) == []


def test_what_was_called_from_a_commune_is_regularised_and_why_says_so() -> None:
    call = decision("contribution-called", member="avelin", year="2025", amount="100")
    called = act("president/1", call, adopted_on="2025-03-03")
    history = substituted(PRICE, called)
    assert due(history, 2025, "avelin") == "0.00"
    explained = why(history, "contribution 2025 avelin", "2025-12-31")
    assert "contribution.substituted" in says(explained)
    assert [one.name for one in explained.switches][:1] == ["merger-year"]


def test_a_commune_that_takes_no_further_part_owes_nothing_the_year_after() -> None:
    history = substituted(
        PRICE,
        counts("mel", "2025-2026", 130, "2025-10-06"),
    )
    assert lines(history, 2026, at="2026-12-31") == ["mel base 130 x 1.00 = 130.00"]
    assert found(history, "contribution.overlap") == []


def test_a_restored_commune_owes_its_own_again() -> None:
    merger = decision(
        "members-merged",
        members=["avelin"],
        into=institution("celle-neuve"),
        from_="2021-01-01",
    )
    history = given(
        creation(),
        PRICE,
        *joins("avelin", on="2020-03-02"),
        act(f"{PREFECTURE}/fusion", merger, adopted_on="2020-11-04"),
        *joins("avelin", on="2024-03-04", number="2"),
        counts("avelin", "2023-2024", 70, "2024-10-07"),
        counts("celle-neuve", "2023-2024", 30, "2024-10-07"),
    )
    assert lines(history, 2024) == [
        "avelin base 70 x 1.00 = 70.00",
        "celle-neuve base 30 x 1.00 = 30.00",
    ]
