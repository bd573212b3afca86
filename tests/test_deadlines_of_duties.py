"""What should be done by a day: empty seats filled (art. 8.1), calls paid (art. 7)."""

from datetime import date
from typing import Any

import pytest

from projections.deadlines.deadline import Deadline
from projections.deadlines.deadlines import deadlines
from tests.acts import SECRETARIAT, Plain, act, pays
from tests.committee import NORD, RULES, designates, founded, seated, statutes, vacates
from tests.committee import all_seated as all_join
from tests.spec import History, given


def asked(
    history: History, at: str, kind: str, *, is_all: bool = False
) -> list[Deadline]:
    found = deadlines(history.world(), date.fromisoformat(at), is_all=is_all)
    return [one for one in found.deadlines if one.kind == kind]


def told(lines: list[Deadline]) -> list[str]:
    return [f"{one.member} {one.starts}..{one.last_day} {one.state}" for one in lines]


# ------------------------------------------------------------------- a vacancy's month
FILLED = [designates(NORD, f"n{place}", "2019-01-01") for place in range(5)]
SEATS = RULES["seats"] | {"region-hauts-de-france": "0"}
SEATS |= {"departement-du-pas-de-calais": "0"}
FOUNDED = [*founded(seats=SEATS), *FILLED]


def emptied(on: str, *others: Plain) -> History:
    return given(
        *FOUNDED, *seated("avelin", "2020-01-06"), vacates("d-avelin", on), *others
    )


@pytest.mark.parametrize(
    ("since", "last"),
    [("2023-01-31", "2023-02-28"), ("2024-01-31", "2024-02-29")],
)
def test_a_vacant_seat_is_to_be_filled_within_a_month(since: str, last: str) -> None:
    [found] = asked(emptied(since), last, "vacancy")
    assert told([found]) == [f"avelin {since}..{last} open"]
    assert (found.days_left, found.seats, found.article) == (0, 1, "statutes, art. 8.1")
    assert found.act == f"{SECRETARIAT}/depart-d-avelin-delegate-{since}"
    assert found.because == (found.act,)


def test_a_vacancy_past_its_month_is_overdue_until_somebody_is_designated() -> None:
    successor = designates("avelin", "Irène Dufour", "2024-04-02")
    history = emptied("2024-02-14", successor)
    assert asked(history, "2024-02-13", "vacancy", is_all=True) == []
    assert told(asked(history, "2024-03-14", "vacancy")) == [
        "avelin 2024-02-14..2024-03-14 open"
    ]
    [overdue] = asked(history, "2024-04-01", "vacancy")
    assert (overdue.state, overdue.open, overdue.days_left) == ("overdue", False, -18)
    assert asked(history, "2024-04-02", "vacancy") == []
    assert told(asked(history, "2024-04-02", "vacancy", is_all=True)) == [
        "avelin 2024-02-14..2024-03-14 settled"
    ]


def test_a_member_that_never_designated_has_a_month_from_its_adhesion() -> None:
    joined = seated("avelin", "2024-02-14")[:-1]
    [found] = asked(given(*FOUNDED, *joined), "2024-03-01", "vacancy")
    assert told([found]) == ["avelin 2024-02-14..2024-03-14 open"]
    assert found.act is None
    assert found.because == tuple(one["act"] for one in joined)


def test_seats_of_a_founder_emptied_the_same_day_are_one_deadline() -> None:
    left = [vacates("n1", "2024-02-14"), vacates("n2", "2024-02-14")]
    filled = designates(NORD, "Irène Dufour", "2024-02-20")
    history = given(*FOUNDED, *left, filled)
    [both] = asked(history, "2024-02-19", "vacancy")
    assert (both.member, both.seats) == (NORD, 2)
    open_, settled = asked(history, "2024-02-20", "vacancy", is_all=True)
    assert (open_.seats, open_.state) == (1, "open")
    assert (settled.seats, settled.state) == (1, "settled")
    assert open_.id == both.id != settled.id


def test_the_month_is_that_of_the_statutes_of_the_day() -> None:
    longer = statutes("2023-06-01", vacancy_months="2")
    [found] = asked(emptied("2024-01-31", longer), "2024-02-01", "vacancy")
    assert found.last_day == date(2024, 3, 31)


def test_the_deadlines_are_the_days_rosters_show() -> None:
    left = [vacates(person, "2024-02-14") for person in ("n1", "d-avelin", "d-cysoing")]
    members = all_join("avelin cysoing ennevelin", "2020-01-06")
    world = given(*FOUNDED, *members, *left).world()
    shown = {
        (one.member, one.fill_by)
        for body in world.bodies.by_id.values()
        for one in body.empty
        if one.period.holds_on(date(2024, 3, 1)) and one.fill_by is not None
    }
    found = deadlines(world, date(2024, 3, 1)).deadlines
    assert {(one.member, one.last_day) for one in found} == shown
    assert len(shown) == 3


# ------------------------------------------------------------------- a call's 30 days
def calls(amount: str, available_on: str | None, number: str = "T-1") -> Plain:
    said: dict[str, Any] = {
        "type": "contribution-called",
        "member": "avelin",
        "year": 2024,
        "amount": amount,
        "number": number,
    }
    said |= {} if available_on is None else {"available_on": available_on}
    return act(f"{SECRETARIAT}/titre-{number}", said, adopted_on="2024-01-15")


CALLED = calls("100.00", "2024-02-01")


def test_a_call_is_to_be_paid_within_thirty_days_of_its_availability() -> None:
    [found] = asked(given(CALLED), "2024-03-02", "call")
    assert told([found]) == ["avelin 2024-02-01..2024-03-02 open"]
    assert (found.number, found.outstanding) == ("T-1", "100.00")
    assert found.article == "conditions, article not on record"
    assert asked(given(CALLED), "2024-01-31", "call", is_all=True) == []
    [late] = asked(given(CALLED), "2024-03-03", "call")
    assert (late.state, late.open, late.days_left) == ("overdue", False, -1)


def test_a_call_is_settled_on_the_day_it_is_paid_in_full() -> None:
    parts = [
        pays("avelin", 2024, "60.00", "2024-02-10"),
        pays("avelin", 2024, "40.00", "2024-03-10"),
    ]
    history = given(CALLED, *parts)
    assert [one.outstanding for one in asked(history, "2024-02-09", "call")] == [
        "100.00"
    ]
    assert [one.outstanding for one in asked(history, "2024-03-09", "call")] == [
        "40.00"
    ]
    assert asked(history, "2024-03-10", "call") == []
    [settled] = asked(history, "2024-03-10", "call", is_all=True)
    assert (settled.state, settled.open, settled.outstanding) == (
        *("settled", False),
        "0.00",
    )


def test_payments_and_reductions_settle_the_oldest_call_first() -> None:
    history = given(
        calls("50.00", "2024-03-01", "T-2"),
        CALLED,
        calls("-30.00", "2024-03-05", "T-3"),
        pays("avelin", 2024, "75.00", "2024-03-06"),
        pays("avelin", 2023, "999.00", "2024-03-06"),
    )
    before = asked(history, "2024-03-01", "call")
    assert [(one.number, one.outstanding) for one in before] == [
        ("T-1", "100.00"),
        ("T-2", "50.00"),
    ]
    after = asked(history, "2024-03-06", "call", is_all=True)
    assert [(one.number, one.state, one.outstanding) for one in after] == [
        ("T-2", "open", "45.00"),
        ("T-1", "settled", "0.00"),
    ]


def test_a_call_whose_availability_is_not_known_has_no_last_day() -> None:
    history = given(calls("100.00", None))
    assert asked(history, "2024-06-30", "call") == []
    [found] = asked(history, "2024-06-30", "call", is_all=True)
    assert (found.last_day, found.state) == (None, "not-established")
    assert [one.fact for one in found.missing] == ["available_on"]


def test_an_annulled_call_is_owed_by_nobody() -> None:
    undone = {"type": "act-annulled", "target": f"{SECRETARIAT}/titre-T-1"}
    history = given(CALLED, act("tribunal-administratif-de-lille/1", undone))
    assert asked(history, "2024-06-30", "call", is_all=True) == []


def test_what_runs_out_first_comes_first_and_what_is_overdue_last() -> None:
    history = given(
        *FOUNDED,
        *seated("avelin", "2020-01-06"),
        vacates("d-avelin", "2024-02-14"),
        calls("10.00", "2024-02-20", "T-2"),
        calls("10.00", "2024-01-20", "T-1"),
    )
    found = deadlines(history.world(), date(2024, 3, 1)).deadlines
    assert [(one.kind, one.number, one.state) for one in found] == [
        ("vacancy", None, "open"),
        ("call", "T-2", "open"),
        ("contest", "T-1", "open"),
        ("contest", "T-2", "open"),
        ("prescription", "T-1", "open"),
        ("prescription", "T-2", "open"),
        ("call", "T-1", "overdue"),
    ]
