"""The history act by act: on the day of its effect, dead or alive, known or not."""

from datetime import date
from pathlib import Path

from commands.demonstrate import example_files
from ledger.acts.reading import read_acts
from projections.changes.chronicle import Record, chronicle
from projections.naming.behind import behind
from tests.acts import (
    COMMITTEE,
    COURT,
    SECRETARIAT,
    act,
    approval,
    budget,
    calls,
    complete,
    creation,
    joins,
    learned,
    pays,
    request,
)
from tests.spec import History, given

EXAMPLES = example_files(Path(__file__).parents[1] / "examples")
LAST = date(2026, 12, 31)


def told(
    history: History, upto: date = LAST, since: date | None = None
) -> list[Record]:
    return list(chronicle(history.world(), since, upto))


def of(records: list[Record], reference: str) -> list[Record]:
    return [record for record in records if record.act == reference]


def days(records: list[Record], reference: str) -> list[str]:
    return [str(record.day) for record in of(records, reference)]


# ------------------------------------------------------------------- order
def test_acts_are_told_in_the_order_of_their_effect_not_of_their_recording() -> None:
    records = told(
        given(*joins("beuvry", on="2021-03-02"), *joins("avelin", on="2020-03-02"))
    )
    assert [record.act for record in records] == [
        "avelin/adhesion",
        f"{COMMITTEE}/avelin-adhesion",
        "beuvry/adhesion",
        f"{COMMITTEE}/beuvry-adhesion",
    ]


def test_of_one_day_the_act_recorded_first_comes_first() -> None:
    records = told(
        given(*joins("beuvry", on="2020-03-02"), *joins("avelin", on="2020-03-02"))
    )
    positions = [record.positions[0] for record in records]
    assert positions == sorted(positions)


def test_a_membership_stands_under_the_act_that_completed_it() -> None:
    history = given(
        creation(),
        approval("avelin", "1", **complete("2020-03-02")),
        request("avelin", "2", **complete("2020-04-06")),
    )
    [approved], [asked] = (
        of(told(history), one) for one in ("comite-syndical/1", "avelin/2")
    )
    assert approved.changes == ()
    assert [change.what for change in asked.changes] == ["member", "competence"]
    assert asked.changes[0].because == ("avelin/2", f"{COMMITTEE}/1")


def test_an_act_that_counts_from_a_later_day_is_told_again_on_it() -> None:
    designated = act(
        "avelin/3",
        {
            "type": "delegate-designated",
            "person": "Odile Fictive",
            "from": "2021-01-04",
        },
        **complete("2020-12-07"),
    )
    rules = act(
        f"{COMMITTEE}/statuts",
        {
            "type": "statutes-adopted",
            "version": "1",
            "rules": {"direct_seats_up_to": 4},
        },
        **complete("2013-09-02"),
    )
    records = told(
        given(creation(), rules, *joins("avelin", on="2020-03-02"), designated)
    )
    first, second = of(records, "avelin/3")
    assert (str(first.day), first.status, first.changes) == ("2020-12-07", "act", ())
    assert first.effect_on == date(2021, 1, 4)
    assert (str(second.day), second.status) == ("2021-01-04", "effect")
    assert {change.what for change in second.changes} == {"seat", "vacancy"}


def test_a_budget_is_in_force_in_its_year_and_over_after_it() -> None:
    voted = budget(2024, "100.00", on="2023-12-18")
    records = told(given(creation(), voted))
    assert days(records, voted["act"]) == ["2023-12-18", "2024-01-01"]
    [over] = [record for record in records if record.act is None]
    assert (str(over.day), over.status) == ("2025-01-01", "time")
    assert over.changes[0].after is None


# ------------------------------------------------------------------- limits
def test_nothing_is_told_before_from_nor_after_at() -> None:
    history = given(
        *joins("avelin", on="2020-03-02"),
        *joins("beuvry", on="2021-03-02"),
        *joins("carvin", on="2022-03-02"),
    )
    records = told(history, upto=date(2022, 3, 1), since=date(2020, 3, 3))
    assert {str(record.day) for record in records} == {"2021-03-02"}


def test_an_act_whose_effect_is_not_established_comes_last_with_what_is_missing() -> (
    None
):
    unknown = request("avelin", "1", adopted_on="2014-01-06")
    records = told(given(unknown, creation(), *joins("beuvry", on="2020-03-02")))
    last = records[-1]
    assert (last.act, last.day, last.status) == ("avelin/1", None, "undated")
    assert [one.fact for one in last.missing] == ["sent_on", "publicity"]
    assert len(of(records, "avelin/1")) == 1


def test_what_the_secretariat_learned_stands_on_the_day_it_names() -> None:
    note = learned("1", "act-published", target="avelin/1", on="2020-03-05", mode="web")
    records = told(given(request("avelin", "1", adopted_on="2020-03-02"), note))
    [record] = of(records, f"{SECRETARIAT}/1")
    assert str(record.day) == "2020-03-05"
    assert record.deeds[0].target == "avelin/1"


# ------------------------------------------------------------------- dead
def test_a_dead_act_is_told_as_dead_with_the_ruling_that_undid_it() -> None:
    target = f"{COMMITTEE}/avelin-adhesion"
    ruling = act(
        f"{COURT}/2400001",
        {"type": "act-annulled", "target": target},
        adopted_on="2022-05-05",
    )
    records = told(given(creation(), *joins("avelin", on="2020-03-02"), ruling))
    [dead] = of(records, target)
    assert dead.is_dead
    assert (dead.dead, dead.killed_by, dead.changes) == ((1,), (ruling["act"],), ())
    [undid] = of(records, ruling["act"])
    assert str(undid.day) == "2022-05-05"
    assert undid.deeds[0].target == target


def test_only_the_decisions_that_are_dead_are_counted() -> None:
    both = act(
        f"{COMMITTEE}/2",
        {
            "type": "adhesion-approved",
            "member": "avelin",
            "competences": ["numerique-educatif"],
        },
        {"type": "matter-decided", "subject": "Motion"},
        **complete("2020-03-02"),
    )
    ruling = act(
        f"{COURT}/1",
        {"type": "act-annulled", "target": f"{COMMITTEE}/2", "decisions": [1]},
        adopted_on="2022-05-05",
    )
    [record] = of(told(given(both, ruling)), f"{COMMITTEE}/2")
    assert (record.dead, record.is_dead) == ((1,), False)
    assert [deed.about for deed in record.deeds] == ["Motion"]


# ------------------------------------------------------------------- accounts
def test_calls_and_payments_add_up() -> None:
    history = given(
        creation(),
        calls("avelin", 2021, "100.00", "2021-05-03"),
        pays("avelin", 2021, "30.00", "2021-06-01"),
        pays("avelin", 2021, "70.00", "2021-07-01"),
    )
    changes = [one for record in told(history) for one in record.changes]
    sums = [
        (one.what, (one.before or {}).get("amount"), (one.after or {})["amount"])
        for one in changes
        if one.what in {"called", "paid"}
    ]
    assert sums == [
        ("called", None, "100.00"),
        ("paid", None, "30.00"),
        ("paid", "30.00", "100.00"),
    ]


# ------------------------------------------------------------------- the examples
def test_every_act_of_the_examples_is_told_at_least_once() -> None:
    acts = [act for file in EXAMPLES for act in read_acts(file)]
    known = given(*acts).world()
    references = {record.act for record in chronicle(known, None, LAST)}
    assert references - {None} == {*known.known.acts}


def test_a_vote_that_is_only_known_by_a_rectification_is_no_entry_of_the_act() -> None:
    history = given(
        act("avelin/1", adopted_on="2020-03-02"),
        learned(
            "1",
            "act-rectified",
            target="avelin/1",
            set={"vote": {"for": 3, "against": 0, "abstentions": 0}},
            reason="lu ainsi",
        ),
        act("avelin/2", adopted_on="2020-03-03", vote="unanimous"),
    )
    world = history.world()
    assert world.known.acts["avelin/1"].vote is not None
    positions = {
        one: of(told(history), one)[0].positions for one in ("avelin/1", "avelin/2")
    }
    shown = {one.act: one.positions for one in behind(world, positions)}
    assert positions == shown == {"avelin/1": (1,), "avelin/2": (4, 5)}
