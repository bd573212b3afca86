"""What ends takes nothing from a year gone by; what never was still does (9)."""

import csv
import io
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from presentation.texts import as_csv
from projections.changes.rule_lines import tariff_lines
from projections.money.contributions import contributions
from projections.money.plan import plan
from projections.money.prices import Line
from projections.money.statement import statement
from tests.acts import (
    FIBRE,
    Plain,
    act,
    annulled_from,
    base,
    budget,
    calls,
    chooses,
    complete,
    counts,
    decision,
    delivers,
    joins,
    lifted,
    line,
    pays,
    repealed,
    ruling,
    subsidizes,
    suspended,
    tariff,
)
from tests.answers import due, lines, missing, owed, says, why
from tests.committee import NORD, founded
from tests.spec import History, given

AFTER, END = "2024-12-31", "2024-07-01"
AVELIN = [*founded(), *joins("avelin", on="2020-03-02")]
OLD = base(2019, "1.00", "2019-06-03")
NEW = tariff(
    2023,
    line("base", "pupil", "2.00"),
    line("plus", "pupil", "0.30", optional=True),
    on="2022-12-05",
)
COUNT = counts("avelin", "2022-2023", 100, "2022-11-07")
OPTION = chooses("avelin", "plus", 2023)
PAID = [calls("avelin", 2023, "230.00", "2023-05-02")]
PAID += [pays("avelin", 2023, "230.00", "2023-06-01")]
OWING = [*AVELIN, OLD, NEW, COUNT, OPTION, *PAID]

ENDINGS = {
    "tariff repealed": repealed(NEW["act"], END),
    "tariff annulled from a day": annulled_from(NEW["act"], END),
    "tariff suspended": suspended(NEW["act"], END),
    "option given up": repealed(OPTION["act"], END),
    "count repealed": repealed(COUNT["act"], END),
}


def six(history: History, year: int = 2023, at: str = AFTER) -> list[str | None]:
    """Tell what avelin owes, in each of the six places that tell it."""
    world, day = history.world(), date.fromisoformat(at)
    of_all, alone = (contributions(world, year, day, who) for who in (None, "avelin"))
    asked = why(history, f"contribution {year} avelin", at)
    rows = csv.DictReader(io.StringIO(as_csv(Line, of_all.lines)))
    mine = [Decimal(row["amount"]) for row in rows if row["member"] == "avelin"]
    planned = plan(world, year, day).plan.members
    return [
        *(one.due for one in of_all.totals if one.member == "avelin"),
        *(one.due for one in alone.totals),
        str(asked.values["amount"]),
        *(one.due for one in planned if one.member == "avelin"),
        statement(world, year, day, "avelin").due,
        str(sum(mine)),
    ]


@pytest.mark.parametrize("ending", ENDINGS.values(), ids=[*ENDINGS])
def test_what_ended_in_2024_leaves_2023_as_it_was_in_all_six_places(
    ending: Plain,
) -> None:
    assert six(given(*OWING)) == ["230.00"] * 6
    assert six(given(*OWING, ending)) == ["230.00"] * 6
    [total] = owed(given(*OWING, ending), 2023, AFTER, "avelin").totals
    assert (total.regularisation, total.outstanding) == ("0.00", "0.00")


def test_what_is_annulled_outright_goes_back() -> None:
    history = given(*OWING, ruling("act-annulled", NEW["act"], on="2024-07-01"))
    assert six(history) == ["100.00"] * 6
    [total] = owed(history, 2023, AFTER, "avelin").totals
    assert total.regularisation == "-130.00"


def test_what_ended_after_the_year_relies_on_no_reading_of_what_ends_in_it() -> None:
    history = given(*OWING, ENDINGS["tariff repealed"])
    found = why(history, "contribution 2023 avelin", AFTER)
    assert "contribution.tariff-ended-in-year" not in says(found)
    assert [one.name for one in found.switches if "ended" in one.name] == []


# ------------------------------------------------------------------- in the year
@pytest.mark.parametrize("end", ["2023-01-02", "2023-07-01", "2023-12-31"])
def test_a_tariff_of_1_january_that_ends_in_the_year_counts_for_the_whole_of_it(
    end: str,
) -> None:
    history = given(*OWING, repealed(NEW["act"], end))
    assert six(history, at=end) == six(history) == ["230.00"] * 6
    found = why(history, "contribution 2023 avelin", "2023-12-31")
    assert "contribution.tariff-ended-in-year" in says(found)
    assert "act.repealed" in says(found)
    assert "tariff-ended-in-year" in [one.name for one in found.switches]


def test_a_tariff_that_ended_on_1_january_counts_no_more_for_the_year() -> None:
    history = given(*OWING, repealed(NEW["act"], "2023-01-01"))
    assert six(history) == ["100.00"] * 6


def test_a_tariff_that_came_and_went_within_the_year_gives_way() -> None:
    short = base(2023, "9.00", "2023-03-06")
    history = given(*OWING, short, repealed(short["act"], "2023-09-01"))
    assert due(history, 2023, "avelin", "2023-06-30") == "900.00"
    assert six(history) == ["230.00"] * 6


def test_a_later_tariff_of_the_year_beats_the_one_that_ended_in_it() -> None:
    again = base(2023, "3.00", "2023-10-02")
    history = given(*OWING, repealed(NEW["act"], "2023-07-01"), again)
    assert six(history) == ["300.00"] * 6


# ------------------------------------------------------------------- after the year
def test_a_vote_in_force_only_after_the_year_applies_to_no_year_already_over() -> None:
    late = base(2023, "5.00", "2024-03-04")
    assert six(given(*OWING, late)) == ["230.00"] * 6
    same_year = base(2023, "5.00", "2023-12-31")
    assert six(given(*OWING, same_year)) == ["500.00"] * 6


def test_the_first_vote_counts_though_it_came_late_and_though_it_was_repealed() -> None:
    late = base(2023, "5.00", "2024-03-04")
    alone = [*AVELIN, COUNT, late]
    assert missing(given(*alone), 2023, "2024-03-03")[0].endswith("tariff 2023")
    for history in (given(*alone), given(*alone, repealed(late["act"], END))):
        assert six(history) == ["500.00"] * 6
        found = why(history, "contribution 2023 avelin", AFTER)
        assert "contribution.tariff-late" in says(found)
    never = given(*alone, repealed(late["act"], "2024-03-04"))
    assert missing(never, 2023, AFTER)[0].endswith("tariff 2023")


def test_a_tariff_that_was_suspended_all_year_and_resumed_after_counts_if_alone() -> (
    None
):
    struck = [suspended(NEW["act"], "2022-12-20"), lifted(NEW["act"], "2024-02-05")]
    alone = [*AVELIN, NEW, COUNT, *struck]
    assert due(given(*alone), 2023, "avelin", "2024-02-04") is None
    assert due(given(*alone), 2023, "avelin", "2024-02-05") == "200.00"
    assert due(given(OLD, *alone), 2023, "avelin", "2024-02-05") == "100.00"


# ------------------------------------------------------------------- budgets
BUDGET = budget(2023, "100.00", "2022-12-05")


@pytest.mark.parametrize(
    ("end", "expected"), [("2024-01-01", "25.00"), ("2023-12-31", None)]
)
def test_a_budget_is_read_as_in_force_on_the_last_day_of_its_year(
    end: str, expected: str | None
) -> None:
    history = given(*founded(), BUDGET, repealed(BUDGET["act"], end))
    assert due(history, 2023, NORD, AFTER) == expected
    assert due(history, 2023, NORD, "2023-12-30") == "25.00"


def test_a_budget_voted_after_its_year_divides_nothing() -> None:
    late = budget(2023, "100.00", "2024-01-08")
    assert missing(given(*founded(), late), 2023)[0].endswith(f"{FIBRE} budget 2023")


# ------------------------------------------------------------------- options
@pytest.mark.parametrize(("day", "sum_"), [("2023-12-31", "230.00"), (END, "200.00")])
def test_an_option_taken_after_the_year_is_none_of_it(day: str, sum_: str) -> None:
    chosen = act("avelin/tard", *OPTION["decisions"], **complete(day))
    history = given(*AVELIN, NEW, COUNT, chosen)
    assert due(history, 2023, "avelin", AFTER) == sum_


def test_an_option_given_up_in_the_year_is_not_owed_for_it() -> None:
    history = given(*OWING, repealed(OPTION["act"], "2023-09-01"))
    assert due(history, 2023, "avelin", "2023-08-31") == "230.00"
    assert six(history) == ["200.00"] * 6


# ------------------------------------------------------------------- subsidies
LATE_AID = subsidizes(NORD, "avelin", 2023, "30.00", "2024-02-05")
AID = subsidizes(NORD, "avelin", 2023, "30.00", "2023-02-06")


@pytest.mark.parametrize(
    ("aid", "end", "expected"),
    [
        (AID, None, "170.00"),
        (AID, "2023-12-31", "200.00"),
        (AID, "2024-01-01", "170.00"),
        (LATE_AID, None, "170.00"),
        (LATE_AID, "2024-07-01", "170.00"),
        (LATE_AID, "2024-02-05", "200.00"),
    ],
)
def test_a_subsidy_counts_once_in_force_unless_it_ended_in_the_year(
    aid: Plain, end: str | None, expected: str
) -> None:
    ended = [] if end is None else [repealed(aid["act"], end)]
    history = given(*AVELIN, NEW, COUNT, aid, *ended)
    assert due(history, 2023, "avelin", AFTER) == expected
    assert due(given(*AVELIN, NEW, COUNT, LATE_AID), 2023, "avelin", "2024-02-04") == (
        "200.00"
    )


# ------------------------------------------------------------------- facts
def test_a_service_and_a_merger_struck_after_the_year_stay_in_it() -> None:
    served = delivers("avelin", "jour", "2023-05-02", quantity="1")
    day = tariff(2023, line("jour", "half-day", "150"), on="2022-12-05", number="jour")
    history = given(*AVELIN, day, served, suspended(served["act"], END))
    assert due(history, 2023, "avelin", AFTER) == "150.00"
    within = given(*AVELIN, day, served, suspended(served["act"], "2023-07-01"))
    assert due(within, 2023, "avelin", "2023-12-31") is None


def merger() -> Plain:
    """Let avelin become part of another member in 2023."""
    heir = {"id": "heir", "name": "Heir", "kind": "commune", "department": "59"}
    said = decision("members-merged", members=["avelin"], into=heir, from_="2023-07-01")
    return act("prefecture-du-nord/1", said, adopted_on="2023-05-06")


def test_who_succeeded_whom_is_read_by_the_law_of_the_year() -> None:
    merged = merger()
    history = given(*AVELIN, NEW, COUNT, merged, suspended(merged["act"], END))
    assert lines(history, 2023, AFTER) == ["heir base 100 x 2.00 = 200.00"]


# ------------------------------------------------------------------- the register
def test_the_register_tells_the_tariff_in_force_on_the_day() -> None:
    """That it still prices the year is told by the contributions."""
    world = given(*OWING, repealed(NEW["act"], "2023-07-01")).world()
    told: dict[str, Any] = {
        day: [
            held.line.value["from_year"]
            for held in tariff_lines(world)
            if held.period.holds_on(date.fromisoformat(day))
        ]
        for day in ("2023-06-30", "2023-07-01")
    }
    assert told == {"2023-06-30": [2023], "2023-07-01": [2019]}
