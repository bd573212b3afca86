"""One member is told one thing, whoever asks: all, itself, why, the plan, the paper."""

from datetime import date
from typing import Any

from hypothesis import given as drawn
from hypothesis import settings

from projections.money.contributions import Total, contributions
from projections.money.plan import plan
from projections.money.prices import Line
from projections.money.statement import statement
from projections.money.unestablished import NotEstablished
from projections.timelines.world import World
from projections.whys.values import Owed
from tests.acts import (
    APPROVAL,
    AVELIN,
    base,
    calls,
    counts,
    overturned,
    pays,
    ruling,
)
from tests.answers import found, only, says, why
from tests.committee import founded
from tests.random_dues import DAYS, FOUNDERS, MEMBERS, YEARS, day_text
from tests.spec import given
from tests.test_money_in_time_property import SLOWLY, struck

AT = "2024-12-31"
OWING = [
    *(*founded(), *AVELIN, base(2022, "1.00", "2021-11-08")),
    *(counts("avelin", "2021-2022", 100, "2021-10-04"),),
    *(calls("avelin", 2022, "100.00", "2022-05-02"),),
    *(pays("avelin", 2022, "100.00", "2022-06-01"),),
]
ANNULLED = given(*OWING, ruling("act-annulled", APPROVAL, on="2024-02-05"))


Row = tuple[list[Line], list[Total], list[NotEstablished]]


def told(world: World, year: int, at: date, member: str) -> Row:
    """Tell what is said of one member, the same in each of three ways."""
    of_all, alone = (contributions(world, year, at, who) for who in (None, member))
    asked = why(world, f"contribution {year} {member}", str(at))
    assert isinstance(asked.value, Owed)
    rows = [
        (
            [one for one in each.lines if one.member == member],
            [one for one in each.totals if one.member == member],
            [one for one in each.not_established if one.member == member],
        )
        for each in (of_all, alone)
    ]
    assert rows[0] == rows[1]
    assert (list(asked.value.lines), list(asked.value.totals)) == rows[0][:2]
    assert (asked.answer == "not established") == bool(rows[0][2])
    facts = {fact for one in rows[0][2] for fact in one.missing}
    assert {(one.act, one.fact) for one in asked.missing} == {
        (one.act, one.fact) for one in facts
    }
    return rows[0]


# ------------------------------------------------------------------- undone outright
def test_a_membership_annulled_outright_owes_0_and_its_call_is_given_back() -> None:
    world, at = ANNULLED.world(), date.fromisoformat(AT)
    lines, [total], missing = told(world, 2022, at, "avelin")
    assert (lines, missing) == ([], [])
    assert (total.due, total.called, total.paid) == ("0.00", "100.00", "100.00")
    assert (total.regularisation, total.outstanding) == ("-100.00", "0.00")
    paper = statement(world, 2022, at, "avelin")
    assert (paper.due, paper.regularisation) == ("0.00", "-100.00")
    [planned] = [
        one for one in plan(world, 2022, at).plan.members if one.member == "avelin"
    ]
    assert (planned.due, planned.to_call, planned.pending) == ("0.00", "-100.00", False)


def test_why_says_that_nothing_is_owed_and_who_annulled_it() -> None:
    asked = why(ANNULLED, "contribution 2022 avelin", AT)
    assert (asked.answer, asked.says) == ("no", "contribution.none")
    assert "contribution.regularisation" in says(asked)
    assert "act.annulled" in says(asked)
    assert "approval.missing" not in says(asked)


def test_the_call_of_who_owes_nothing_is_found() -> None:
    finding = only(ANNULLED, "call.not-owed", at=AT)
    assert (finding.member, finding.severity) == ("avelin", "irregularity")
    assert found(given(*OWING), "call.not-owed", at=AT) == []


def test_an_annulment_that_was_overturned_leaves_what_was_owed() -> None:
    again = given(*ANNULLED.acts, overturned(1))
    _lines, [total], _missing = told(
        again.world(), 2022, date.fromisoformat(AT), "avelin"
    )
    assert total.due == "100.00"


# ------------------------------------------------------------------- always
@settings(SLOWLY, max_examples=60)
@drawn(drawn_=struck(), year=YEARS, day=DAYS)
def test_all_are_told_of_one_what_it_is_told_itself_and_why(
    drawn_: tuple[list[dict[str, Any]], list[dict[str, Any]], object],
    year: int,
    day: int,
) -> None:
    acts, more, _times = drawn_
    world, at = given(*acts, *more).world(), date.fromisoformat(day_text(day))
    for member in (*FOUNDERS, *MEMBERS):
        if member in world.names:
            told(world, year, at, member)
