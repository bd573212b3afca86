"""What a history tells of acts suspended, ended or restored, and of who did it."""

from datetime import date

import pytest

from projections.changes.chronicle import Record, chronicle
from projections.changes.differences import Change, Point, difference
from projections.timelines.fates import Fate
from tests.acts import (
    APPEAL,
    APPROVAL,
    AVELIN,
    COMMITTEE,
    COURT,
    ENT,
    JOINED,
    LATER,
    PAUSED,
    RESUMED,
    Plain,
    act,
    annulled_from,
    base,
    budget,
    complete,
    counts,
    overturned,
    paused,
    repealed,
    ruling,
    suspended,
)
from tests.committee import designates, founded, seated, statutes
from tests.spec import given

FIRST, SECOND = f"{COURT}/1", f"{COURT}/2"
OLD, NEW = base(2019, "1.00", "2019-06-03"), base(2022, "2.00", "2021-11-08")
CONDITIONS = [
    act(
        f"{COMMITTEE}/conditions-{version}",
        {"type": "conditions-adopted", "competence": ENT, "version": version},
        **complete(day),
    )
    for version, day in (("A", JOINED), ("B", LATER))
]


def records(*acts: Plain) -> list[Record]:
    return list(chronicle(given(*acts).world(), None, date(2026, 1, 1)))


def on(found: list[Record], reference: str, day: str) -> Record:
    """Find what is told of an act on a day."""
    [record] = [one for one in found if (one.act, str(one.day)) == (reference, day)]
    return record


def brief(fates: tuple[Fate, ...]) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(one.kind, str(one.on), one.by) for one in fates]


def moved(record: Record, *whats: str) -> list[tuple[str, bool, bool]]:
    """List what changed, and whether it was there before, and is after."""
    return [
        (one.what, one.before is not None, one.after is not None)
        for one in record.changes
        if not whats or one.what in whats
    ]


def between(first: str, second: str, *acts: Plain) -> dict[str, Change]:
    """Compare two days: the last change of each kind, which is the member's."""
    world = given(*acts).world()
    days = (date.fromisoformat(first), date.fromisoformat(second))
    points = [Point(day, world) for day in days]
    return {one.what: one for one in difference(*points).changes}


# ------------------------------------------------------------------- suspended
def test_a_suspended_act_tells_since_when_until_when_and_by_which_rulings() -> None:
    found = records(*founded(), *AVELIN, *paused(APPROVAL))
    told = on(found, APPROVAL, JOINED)
    assert brief(told.fates) == [
        ("suspended", PAUSED, (FIRST,)),
        ("resumed", RESUMED, (SECOND,)),
    ]
    assert (told.is_dead, told.dead) == (False, ())


def test_a_suspension_and_its_end_stand_on_their_days_with_what_they_change() -> None:
    found = records(*founded(), *AVELIN, *paused(APPROVAL))
    for reference, day, kind, is_back in (
        (FIRST, PAUSED, "suspended", False),
        (SECOND, RESUMED, "resumed", True),
    ):
        record = on(found, reference, day)
        assert [(one.kind, one.act) for one in record.does] == [(kind, APPROVAL)]
        change = (not is_back, is_back)
        expected = [("member", *change), ("competence", *change)]
        assert moved(record, "member", "competence") == expected
        assert {one.because for one in record.changes} == {(reference,)}


def test_a_suspension_is_told_though_it_changes_nothing_in_the_register() -> None:
    motion = act(
        f"{COMMITTEE}/motion",
        {"type": "matter-decided", "subject": "Motion"},
        **complete(LATER),
    )
    record = on(records(motion, suspended(motion["act"])), FIRST, PAUSED)
    assert (moved(record), record.does[0].act) == ([], motion["act"])


def test_of_two_rulings_of_one_day_each_is_named_for_what_it_ended() -> None:
    other = seated("beuvry", JOINED)[:2]
    rulings = [
        ruling("act-annulled", one, number, **{"from": PAUSED})
        for number, one in enumerate((APPROVAL, other[1]["act"]), start=1)
    ]
    found = records(*founded(), *AVELIN, *other, *rulings)
    for number, member in enumerate(("avelin", "beuvry"), start=1):
        record = on(found, f"{COURT}/{number}", PAUSED)
        assert {one.member for one in record.changes if one.what == "member"} == {
            member
        }


def test_what_waits_again_names_the_ruling_and_then_the_one_that_ended_the_wait() -> (
    None
):
    acts = (*founded(), *AVELIN, *paused(APPROVAL))
    begun = between(LATER, "2022-06-30", *acts)["pending"]
    assert (begun.before, begun.because) == (None, (FIRST,))
    over = between("2022-06-30", "2024-01-01", *acts)["pending"]
    assert (over.after, over.because) == (None, (SECOND,))


# ------------------------------------------------------------------- rules and prices
@pytest.mark.parametrize(
    ("acts", "what", "field", "before", "after"),
    [
        (
            [*CONDITIONS, *paused(CONDITIONS[1]["act"])],
            "conditions",
            "version",
            "B",
            "A",
        ),
        ([OLD, NEW, *paused(NEW["act"])], "tariff", "from_year", 2022, 2019),
        (
            [statutes(LATER), *paused(f"{COMMITTEE}/statuts-{LATER}")],
            *("statutes", "version", LATER, "2019-01-01"),
        ),
    ],
)
def test_rules_and_prices_give_way_and_return_by_the_rulings(
    acts: list[Plain], what: str, field: str, before: object, after: object
) -> None:
    found = records(*founded(), *acts)
    for reference, day, values in (
        (FIRST, PAUSED, (before, after)),
        (SECOND, RESUMED, (after, before)),
    ):
        record = on(found, reference, day)
        [change] = [one for one in record.changes if one.what == what]
        assert change.before is not None
        assert change.after is not None
        assert (change.before[field], change.after[field]) == values
        assert change.because == (reference,)


def test_a_budget_that_is_suspended_is_ended_by_the_ruling_not_by_time() -> None:
    voted = budget(2022, "100.00", "2021-12-13")
    found = records(*founded(), voted, suspended(voted["act"]))
    assert moved(on(found, FIRST, PAUSED)) == [("budget", True, False)]
    assert [record for record in found if record.act is None] == []


def test_the_repeal_of_a_tariff_changes_it_and_not_what_the_year_costs() -> None:
    count = counts("avelin", "2021-2022", 100, "2021-10-04")
    end = repealed(NEW["act"], PAUSED)
    found = between("2022-01-09", PAUSED, *founded(), *AVELIN, OLD, NEW, count, end)
    assert "contribution" not in found
    assert found["tariff"].because == (end["act"],)


def test_a_tariff_annulled_from_a_day_gives_way_by_the_ruling_on_that_day() -> None:
    found = records(*founded(), OLD, NEW, annulled_from(NEW["act"]))
    [change] = on(found, FIRST, PAUSED).changes
    assert (change.what, change.because) == ("tariff", (FIRST,))


# ------------------------------------------------------------------- ended
def test_an_act_annulled_from_a_day_is_ended_and_not_dead() -> None:
    found = records(*founded(), *AVELIN, annulled_from(APPROVAL))
    told = on(found, APPROVAL, JOINED)
    assert brief(told.fates) == [("annulled", PAUSED, (FIRST,))]
    assert not told.is_dead
    assert told.changes


def test_a_repeal_tells_that_a_membership_that_has_begun_goes_on() -> None:
    end = repealed(APPROVAL, PAUSED)
    acts = (*founded(), *AVELIN, end)
    [fate] = on(records(*acts), end["act"], PAUSED).does
    assert (fate.kind, fate.spared) == ("repealed", (1,))
    due = between(LATER, "2022-06-30", *acts)["contribution"]
    assert end["act"] not in due.because


def test_a_repealed_designation_is_told_with_the_seat_it_leaves() -> None:
    second = designates("avelin", "Zoé Fictive", LATER)
    end = repealed(second["act"], PAUSED)
    found = records(*founded(), *seated("avelin", JOINED), second, end)
    record = on(found, end["act"], PAUSED)
    assert moved(record) == [("seat", True, False), ("vacancy", False, True)]
    assert [(one.kind, one.spared) for one in record.does] == [("repealed", ())]


def test_a_repeal_not_known_to_be_executory_is_told_of_nothing() -> None:
    undated = repealed(NEW["act"], PAUSED, dates={"adopted_on": PAUSED})
    assert given(*founded(), OLD, NEW, undated).world().fates == []


def test_only_the_decisions_that_are_struck_are_numbered() -> None:
    both = act(
        f"{COMMITTEE}/both",
        {"type": "matter-decided", "subject": "Motion"},
        {"type": "matter-decided", "subject": "Autre motion"},
        **complete(JOINED),
    )
    [fate] = given(both, suspended(both["act"], decisions=[2])).world().fates
    assert (fate.decisions, fate.is_whole) == ((2,), False)


def test_an_act_whose_annulment_was_overturned_stands_and_says_by_whom() -> None:
    found = records(*founded(), *AVELIN, annulled_from(APPROVAL), overturned(1))
    told = on(found, APPROVAL, JOINED)
    assert brief(told.fates) == [("restored", "None", (f"{APPEAL}/1",))]
    assert brief(on(found, FIRST, "2025-01-06").fates) == [
        ("dead", "None", (f"{APPEAL}/1",))
    ]


def test_a_suspended_annulment_lets_its_target_resume_and_stop_again() -> None:
    annulment = ruling("act-annulled", APPROVAL, 5)
    found = records(*founded(), *AVELIN, annulment, *paused(annulment["act"]))
    assert brief(on(found, APPROVAL, JOINED).fates) == [
        ("dead", "None", (annulment["act"],)),
        ("resumed", PAUSED, (FIRST,)),
        ("stopped", RESUMED, (SECOND,)),
    ]
