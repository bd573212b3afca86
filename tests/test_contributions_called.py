"""What was called is never recomputed: `smo contributions` and `smo why`, on a file."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.acts import (
    Plain,
    act,
    annulled_from,
    approval,
    calls,
    complete,
    learned,
    lifted,
    overturned,
    pays,
    repealed,
    ruling,
    suspended,
    write,
)
from tests.shell import REAL, done, log

VILLENEUVE = "villeneuve-d-ascq"
TARGET = f"{VILLENEUVE}/2023-12-19"
CALL = calls(VILLENEUVE, 2024, "6692.40", "2024-04-08")
PAID = pays(VILLENEUVE, 2024, "6692.40", "2024-05-06")
JOINED = [
    learned("fictif-1", "act-transmitted", target=TARGET, sent_on="2023-12-22"),
    learned("fictif-2", "act-published", target=TARGET, on="2023-12-22", mode="web"),
    approval(VILLENEUVE, "fictif-adhesion", **complete("2024-02-05")),
]
"""Fictional facts, without which the real acts leave the adhesion pending."""

RECTIFIED = learned(
    "fictif-3",
    "act-rectified",
    target=TARGET,
    decision=3,
    set={"pupils": 5100},
    reason="Erreur de dénombrement, fictive",
)
"""The third decision of the real act counts 5 148 pupils."""


def add(place: Path, name: str, *acts: Plain) -> Path:
    file = write(place.parent / f"{name}.yaml", list(acts))
    done("--ledger", place, "import", file)
    return place


@pytest.fixture
def called(tmp_path: Path) -> Path:
    """Record the real acts, the adhesion, and a call of what is due: 6 692.40."""
    place = tmp_path / "ledger.db"
    done("--ledger", place, "import", *REAL)
    return add(place, "called", *JOINED, CALL)


def total(place: Path, *options: object, at: str = "2024-12-31") -> dict[str, Any]:
    asked = ("contributions", 2024, "--member", VILLENEUVE, "--at", at, "--json")
    found = json.loads(done("--ledger", place, *asked, *options))["totals"]
    one: dict[str, Any] = next(each for each in found if each["member"] == VILLENEUVE)
    return one


def account(place: Path, *options: object, at: str = "2024-12-31") -> tuple[str, ...]:
    """Tell due, called, paid, regularisation, outstanding."""
    found = total(place, *options, at=at)
    fields = ("due", "called", "paid", "regularisation", "outstanding")
    return tuple(found[field] for field in fields)


def why(place: Path, *options: object, at: str = "2024-12-31") -> dict[str, Any]:
    asked = ("why", "contribution", 2024, VILLENEUVE, "--at", at, "--json")
    found: dict[str, Any] = json.loads(done("--ledger", place, *asked, *options))
    return found


def steps(found: dict[str, Any], code: str) -> list[dict[str, Any]]:
    return [step for step in found["steps"] if step["says"] == code]


# ------------------------------------------------------------------- a count rectified
def test_a_rectified_count_leaves_what_was_called_and_the_difference_is_to_regularise(
    called: Path,
) -> None:
    assert account(called) == ("6692.40", "6692.40", "0.00", "0.00", "6692.40")
    add(called, "rectified", RECTIFIED, PAID)
    assert account(called) == ("6630.00", "6692.40", "6692.40", "-62.40", "0.00")


def test_the_line_that_was_rectified_names_the_act_that_did_it(called: Path) -> None:
    asked = ("contributions", 2024, "--member", VILLENEUVE, "--at", "2024-12-31")
    [line] = json.loads(done("--ledger", called, *asked, "--json"))["lines"]
    assert "secretariat/fictif-3" not in line["because"]
    add(called, "rectified", RECTIFIED)
    [line] = json.loads(done("--ledger", called, *asked, "--json"))["lines"]
    place = line["because"].index(TARGET)
    assert line["because"][place + 1] == "secretariat/fictif-3"


def test_before_the_rectification_was_known_there_is_no_difference(
    called: Path,
) -> None:
    before = log(called)[-1]["position"]
    add(called, "rectified", RECTIFIED)
    known = account(called, "--known-at", f"#{before}")
    assert known == ("6692.40", "6692.40", "0.00", "0.00", "6692.40")
    assert account(called, "--known-at", f"#{before + 2}")[3] == "-62.40"


@pytest.mark.parametrize("at", ["2024-02-05", "2024-04-07", "2024-12-31", "2026-01-31"])
def test_another_day_of_the_law_alone_changes_nothing_of_it(
    called: Path, at: str
) -> None:
    add(called, "rectified", RECTIFIED)
    assert account(called, at=at) == (
        *("6630.00", "6692.40", "0.00"),
        *("-62.40", "6692.40"),
    )


def test_why_names_the_rectification_and_the_difference(called: Path) -> None:
    assert not steps(why(called), "contribution.since-the-call")
    before = log(called)[-1]["position"]
    add(called, "rectified", RECTIFIED)
    found = why(called)
    [since] = steps(found, "contribution.since-the-call")
    assert since["values"]["acts"] == ["secretariat/fictif-3"]
    [difference] = steps(found, "contribution.regularisation")
    assert difference["values"]["total"] == "-62.40"
    assert difference["values"]["called"] == "6692.40"
    [reads] = steps(found, "act.rectified")
    assert reads["values"]["ruling"] == "secretariat/fictif-3"
    [act_] = [one for one in found["acts"] if one["act"] == TARGET]
    assert "secretariat/fictif-3" in act_["corrections"]
    assert CALL["act"] in found["because"]
    earlier = why(called, "--known-at", f"#{before}")
    assert not steps(earlier, "contribution.regularisation")
    assert "fictif-3" not in json.dumps(earlier)


def test_a_count_recorded_after_the_call_is_named_too(called: Path) -> None:
    counted = {"type": "pupils-counted", "school_year": "2023-2024", "pupils": 5200}
    number = f"{VILLENEUVE}/fictif-effectifs"
    add(called, "counted", act(number, counted, adopted_on="2024-05-13"))
    [since] = steps(why(called), "contribution.since-the-call")
    assert since["values"]["acts"] == [number]


def test_people_read_the_regularisation_in_both_languages(called: Path) -> None:
    add(called, "rectified", RECTIFIED)
    asked = ("why", "contribution", 2024, VILLENEUVE, "--at", "2024-12-31")
    english = done("--ledger", called, *asked)
    assert "what was called stays: €6,692.40. The difference, -€62.40" in english
    french = done("--lang", "fr", "--ledger", called, *asked)
    assert "est à régulariser" in french.replace("\u00a0", " ")
    for said in (english, french):
        assert "secretariat/fictif-3" in said


# ------------------------------------------------------------------- a call undone
NUMBER = CALL["act"]


@pytest.mark.parametrize(
    ("what", "amounts"),
    [
        ([ruling("act-annulled", NUMBER)], ["0.00", "0.00", "0.00"]),
        ([suspended(NUMBER, "2024-06-03")], ["6692.40", "0.00", "0.00"]),
        (
            [suspended(NUMBER, "2024-06-03"), lifted(NUMBER, "2024-10-07")],
            ["6692.40", "0.00", "6692.40"],
        ),
        ([annulled_from(NUMBER, "2024-06-03")], ["6692.40", "0.00", "0.00"]),
        (
            [ruling("act-annulled", NUMBER), overturned(1)],
            ["6692.40", "6692.40", "6692.40"],
        ),
    ],
    ids=["annulled", "suspended", "resumed", "annulled-from", "overturned"],
)
def test_an_annulled_call_is_no_claim_and_a_suspended_one_none_meanwhile(
    called: Path, what: list[Plain], amounts: list[str]
) -> None:
    add(called, "rulings", PAID, *what)
    days = ("2024-05-31", "2024-07-01", "2024-11-04")
    found = [account(called, at=day) for day in days]
    assert [one[1] for one in found] == amounts
    assert {one[0] for one in found} == {"6692.40"}, "what is due does not move"
    assert {one[2] for one in found} == {"6692.40"}, "money received stays received"


def test_a_call_its_president_ends_is_no_claim_from_that_day(called: Path) -> None:
    said = {"type": "contribution-called", "member": VILLENEUVE, "year": 2024}
    more = act(
        "president/fictif-t2", said | {"amount": "60.00"}, **complete("2024-06-03")
    )
    add(called, "more", more, repealed("president/fictif-t2", "2024-09-02"))
    assert [account(called, at=day)[1] for day in ("2024-09-01", "2024-09-02")] == [
        *("6752.40", "6692.40"),
    ]


def test_why_names_the_ruling_that_struck_a_call(called: Path) -> None:
    add(called, "rulings", suspended(NUMBER, "2024-06-03"))
    found = why(called)
    [step] = steps(found, "act.suspended")
    assert step["values"]["act"] == NUMBER
    assert not steps(found, "contribution.called")
    assert steps(why(called, at="2024-05-31"), "contribution.called")


def test_a_payment_counts_no_more_where_the_act_that_notes_it_never_was(
    called: Path,
) -> None:
    add(called, "paid", PAID)
    assert account(called)[2] == "6692.40"
    add(called, "undone", ruling("act-annulled", PAID["act"]))
    assert account(called)[2] == "0.00"
