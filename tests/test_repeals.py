"""Acts their author ended: for the future, and never a membership (section 10)."""

from datetime import date

import pytest

from projections.money.tariffs import tariff_on
from tests.acts import (
    AVELIN,
    COMMITTEE,
    ENT,
    JOINED,
    LATER,
    PAUSED,
    RESUMED,
    annulled_from,
    base,
    counts,
    joins,
    repealed,
)
from tests.answers import asked, due, mandates, seats, vacancies
from tests.committee import designates, elects_officer, founded, seated, statutes
from tests.spec import History, given


def test_a_repeal_never_ends_a_membership_that_has_begun() -> None:
    history = given(*AVELIN, *(repealed(one["act"], PAUSED) for one in AVELIN))
    assert history.times("avelin") == history.times("avelin", ENT) == [f"{JOINED}.."]


def test_a_request_repealed_before_it_was_agreed_serves_no_more() -> None:
    later = joins("avelin", on=RESUMED)[1]
    asked_, ended = AVELIN[0], repealed(AVELIN[0]["act"], PAUSED)
    assert given(asked_, ended).waiting("2021-01-01") == [("avelin", ENT, ["approval"])]
    history = given(asked_, ended, later)
    assert history.waiting("2022-06-30") == []
    assert history.members("2024-01-01") == []
    assert history.waiting("2024-01-01") == [("avelin", ENT, ["request"])]


def test_a_repeal_ends_on_the_later_of_its_day_and_its_being_executory() -> None:
    old, new = base(2019, "1.00", "2019-06-03"), base(2022, "2.00", "2021-11-08")
    before = [*founded(), *AVELIN, old, new]
    late = given(*before, repealed(new["act"], LATER, **{"from": PAUSED}))
    assert tariffs(late, "2022-01-09", PAUSED) == [new["act"], old["act"]]
    early = given(*before, repealed(new["act"], RESUMED, **{"from": PAUSED}))
    assert tariffs(early, PAUSED, "2023-04-02", RESUMED) == [
        *(new["act"], new["act"]),
        old["act"],
    ]


def test_a_repealed_tariff_counts_for_its_last_year_and_for_none_after_it() -> None:
    old, new = base(2019, "1.00", "2019-06-03"), base(2022, "2.00", "2021-11-08")
    pupils = [
        counts("avelin", "2021-2022", 100, "2021-10-04"),
        counts("avelin", "2022-2023", 100, "2022-10-04"),
    ]
    end = repealed(new["act"], LATER, **{"from": PAUSED})
    history = given(*founded(), *AVELIN, old, new, *pupils, end)
    for day in ("2022-01-09", PAUSED, "2022-12-31"):
        assert due(history, 2022, "avelin", day) == "200.00"
    assert due(history, 2023, "avelin", "2023-01-01") == "100.00"


def tariffs(history: History, *days: str) -> list[str]:
    """Tell the act that voted the tariff in force on each day."""
    world = history.world()
    found = [tariff_on(world, ENT, date.fromisoformat(day)) for day in days]
    return [one.act for one in found if one is not None]


def test_a_repeal_not_known_to_be_executory_ends_nothing() -> None:
    second = statutes(LATER, quorum="2/3")
    undated = repealed(second["act"], PAUSED, dates={"adopted_on": PAUSED})
    found = given(*founded(), second, undated).world().statutes
    version = found.on(date(2024, 1, 1))
    assert version is not None
    assert str(version.rules.quorum) == "2/3"


@pytest.mark.parametrize("ended_by", ["repeal", "deferred annulment"])
def test_ending_a_designation_leaves_the_seat_vacant_and_no_predecessor_returns(
    ended_by: str,
) -> None:
    second = designates("avelin", "Zoé Fictive", LATER)
    end = {
        "repeal": repealed(second["act"], PAUSED),
        "deferred annulment": annulled_from(second["act"]),
    }[ended_by]
    history = given(*founded(), *seated("avelin", JOINED), second, end)
    assert mandates(history, "avelin") == [
        f"d-avelin {JOINED}..{LATER}",
        f"zoe-fictive {LATER}..{PAUSED}",
    ]
    assert f"avelin {PAUSED}.., 2022-02-10" in vacancies(history, COMMITTEE, PAUSED)
    [seat] = asked(history, COMMITTEE, LATER).seats
    assert end["act"] in seat.because


def test_a_person_designated_again_since_stays_when_the_first_act_is_repealed() -> None:
    first, again = seated("avelin", JOINED), designates("avelin", "d-avelin", LATER)
    history = given(*founded(), *first, again, repealed(first[2]["act"], PAUSED))
    assert mandates(history, "avelin") == [f"d-avelin {JOINED}.."]


def test_a_repealed_election_leaves_the_office_vacant() -> None:
    elected = elects_officer("president", "d-avelin", LATER)
    end = repealed(elected["act"], PAUSED)
    history = given(*founded(), *seated("avelin", JOINED), elected, end)
    assert seats(history, "bureau") == [f"d-avelin {LATER}..{PAUSED}"]


def test_a_designation_repealed_before_it_took_effect_never_does() -> None:
    future = designates("avelin", "Zoé Fictive", LATER, from_=RESUMED)
    end = repealed(future["act"], PAUSED)
    history = given(*founded(), *seated("avelin", JOINED), future, end)
    assert mandates(history, "avelin") == [f"d-avelin {JOINED}.."]
