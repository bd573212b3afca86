"""What is owed, in force and followed once an act is struck (section 10)."""

from typing import Any

import pytest

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
    act,
    annulled_from,
    base,
    complete,
    counts,
    joins,
    overturned,
    paused,
    repealed,
    suspended,
)
from tests.answers import answers, says, value, why
from tests.committee import designates, founded
from tests.spec import given

BEFORE, DURING, AFTER = "2021-12-31", "2022-06-30", "2024-01-01"
ZOE = designates("avelin", "Zoé Fictive", JOINED)
SITTING = given(*founded(), *AVELIN, ZOE, *paused(APPROVAL))


# ------------------------------------------------------------------- money
def test_a_suspended_tariff_is_told_beside_the_one_that_applies() -> None:
    old, new = base(2019, "1.00", "2019-06-03"), base(2022, "2.00", "2021-11-08")
    count = counts("avelin", "2022-2023", 100, "2022-10-03")
    history = given(*founded(), *AVELIN, old, new, count, *paused(new["act"]))
    found = why(history, "contribution 2023 avelin", "2023-01-31")
    assert value(found)["totals"][0]["due"] == "100.00"
    assert {old["act"], new["act"], f"{COURT}/1"} <= set(found.because)
    assert "act.suspended" in says(found)
    later = why(history, "contribution 2023 avelin", AFTER)
    assert value(later)["totals"][0]["due"] == "200.00"
    assert old["act"] not in later.because


def test_who_owes_nothing_because_of_a_suspension_is_told_so() -> None:
    tariff = base(2019, "1.00", "2019-06-03")
    history = given(*founded(), *AVELIN, tariff, suspended(APPROVAL, "2022-01-01"))
    found = why(history, "contribution 2023 avelin", AFTER)
    assert (found.answer, found.says) == ("no", "contribution.none")
    assert {APPROVAL, f"{COURT}/1"} <= set(found.because)


# ------------------------------------------------------------------- force
def test_an_act_is_in_force_but_for_the_time_of_its_suspension() -> None:
    asked = f"executory {APPROVAL}"
    assert answers(SITTING, asked) == [
        ("ever", "no", "executory.later"),
        (JOINED, "yes", "executory"),
        (PAUSED, "no", "executory.suspended"),
        (RESUMED, "yes", "executory"),
    ]
    found = why(SITTING, asked, DURING)
    assert str(value(found)["on"]) == JOINED
    assert found.because == (APPROVAL, f"{COURT}/1")


@pytest.mark.parametrize(
    ("end", "code"),
    [
        (annulled_from(APPROVAL), "executory.annulled-from"),
        (repealed(APPROVAL, LATER, **{"from": PAUSED}), "executory.repealed"),
    ],
)
def test_an_act_is_in_force_until_it_ends(end: Any, code: str) -> None:
    told = answers(given(*AVELIN, end), f"executory {APPROVAL}")
    assert told[1:] == [(JOINED, "yes", "executory"), (PAUSED, "no", code)]


def test_an_act_of_which_one_decision_is_suspended_is_in_force_for_the_others() -> None:
    both = act(
        f"{COMMITTEE}/both",
        {"type": "adhesion-approved", "member": "avelin", "competences": [ENT]},
        {"type": "adhesion-approved", "member": "beuvry", "competences": [ENT]},
        **complete(JOINED),
    )
    asked_ = [AVELIN[0], joins("beuvry", on=JOINED)[0]]
    pause = suspended(both["act"], decisions=[2])
    history = given(*asked_, both, pause)
    found = why(history, f"executory {both['act']}", DURING)
    assert (found.answer, found.says) == ("yes", "executory.partly")
    assert found.values["numbers"] == ("2",)
    assert why(history, "member avelin", DURING).answer == "yes"
    assert why(history, "member beuvry", DURING).says == "member.suspended"


# ------------------------------------------------------------------- consequences
def test_of_a_struck_act_and_of_the_ruling_it_is_told_what_fell() -> None:
    history = given(*founded(), *AVELIN, ZOE, annulled_from(APPROVAL))
    for asked in (f"executory {APPROVAL}", f"vote {APPROVAL}", f"executory {COURT}/1"):
        [found] = why(history, asked, "2025-12-31").consequences
        assert found.act == f"{COURT}/1"
        assert [(one.standing, one.what, str(one.from_)) for one in found.consequences][
            :3
        ] == [
            ("fallen", "member", PAUSED),
            ("fallen", "competence", PAUSED),
            ("fallen", "delegate", PAUSED),
        ]


def test_an_act_nothing_bears_on_has_no_consequences_to_tell() -> None:
    history = given(*AVELIN)
    assert why(history, f"executory {APPROVAL}", DURING).consequences == ()
    undone = given(*AVELIN, suspended(APPROVAL), overturned(1))
    [found] = why(undone, f"executory {APPEAL}/1", "2025-12-31").consequences
    assert {one.standing for one in found.consequences} == {"returned"}
    assert why(undone, f"executory {APPROVAL}", "2025-12-31").consequences == ()
