"""What is running out on a day? Acts that may still be undone, each by its own text."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest

from projections.deadlines.deadline import Deadline
from projections.deadlines.deadlines import Deadlines, deadlines
from tests.acts import COMMITTEE, COURT, Plain, act, complete, learned, request
from tests.spec import History, given

ADOPTED, PUBLISHED, RECEIVED = "2021-04-21", "2021-05-25", "2021-05-27"
APPEAL_ENDS, DEFERE_ENDS, REVOCATION_ENDS = "2021-07-26", "2021-07-28", "2021-08-21"


def matter(reference: str, **fields: Any) -> Plain:
    """Let a body decide something, published and received as above unless said."""
    dates = {
        "adopted_on": ADOPTED,
        "sent_on": PUBLISHED,
        "received_on": RECEIVED,
        "published": [{"on": PUBLISHED, "mode": "web"}],
    } | fields
    known = {field: value for field, value in dates.items() if value is not None}
    return act(reference, {"type": "matter-decided", "subject": "Rien"}, **known)


def asked(history: History, at: str, *, is_all: bool = False) -> Deadlines:
    return deadlines(history.world(), date.fromisoformat(at), is_all=is_all)


def of(reference: str, found: Deadlines) -> dict[str, Deadline]:
    """Sort the deadlines of one act by kind."""
    return {one.kind: one for one in found.deadlines if one.act == reference}


def told(lines: Iterable[Deadline]) -> list[str]:
    return [f"{one.kind} {one.starts}..{one.last_day} {one.state}" for one in lines]


ACT = matter(f"{COMMITTEE}/1")


# ------------------------------------------------------------------- each kind
def test_third_parties_the_prefect_and_the_author_each_have_their_time() -> None:
    found = asked(given(ACT), "2021-06-01")
    assert told(found.deadlines) == [
        f"appeal {PUBLISHED}..{APPEAL_ENDS} open",
        f"defere {RECEIVED}..{DEFERE_ENDS} open",
        f"revocation {ADOPTED}..{REVOCATION_ENDS} open",
    ]
    assert [one.article for one in found.deadlines] == [
        *("CJA R.421-1", "CGCT L.5721-4, L.3132-1", "CRPA L.242-1, L.243-3"),
    ]
    assert {one.because for one in found.deadlines} == {(f"{COMMITTEE}/1",)}
    assert {one.member for one in found.deadlines} == {None}


@pytest.mark.parametrize(
    ("at", "kinds"),
    [
        ("2021-04-20", []),
        ("2021-04-21", ["revocation"]),
        ("2021-05-24", ["revocation"]),
        ("2021-05-25", ["appeal", "revocation"]),
        ("2021-05-27", ["appeal", "defere", "revocation"]),
        ("2021-07-26", ["appeal", "defere", "revocation"]),
        ("2021-07-27", ["defere", "revocation"]),
        ("2021-07-28", ["defere", "revocation"]),
        ("2021-07-29", ["revocation"]),
        ("2021-08-21", ["revocation"]),
        ("2021-08-22", []),
    ],
)
def test_a_deadline_is_open_from_its_start_to_its_last_day(
    at: str, kinds: list[str]
) -> None:
    found = asked(given(ACT), at).deadlines
    assert [one.kind for one in found] == kinds
    assert all(one.open for one in found)


def test_days_left_are_none_on_the_last_day() -> None:
    found = of(f"{COMMITTEE}/1", asked(given(ACT), APPEAL_ENDS))
    assert found["appeal"].days_left == 0
    assert found["defere"].days_left == 2


def test_what_is_over_is_shown_when_all_is_asked_for_and_counted_otherwise() -> None:
    history = given(ACT)
    assert told(asked(history, "2022-01-01", is_all=True).deadlines) == [
        f"appeal {PUBLISHED}..{APPEAL_ENDS} over",
        f"defere {RECEIVED}..{DEFERE_ENDS} over",
        f"revocation {ADOPTED}..{REVOCATION_ENDS} over",
    ]
    found = asked(history, "2022-01-01")
    assert found.deadlines == ()
    assert found.left_out == {"over": 3, "settled": 0, "not-established": 0}
    assert asked(history, "2022-01-01", is_all=True).left_out == {}


# ------------------------------------------------------------------- what is missing
@pytest.mark.parametrize(
    ("field", "kind", "fact"),
    [
        ("published", "appeal", "publicity"),
        ("received_on", "defere", "received_on"),
        ("adopted_on", "revocation", "adopted_on"),
    ],
)
def test_what_cannot_be_established_is_not_guessed(
    field: str, kind: str, fact: str
) -> None:
    history = given(matter(f"{COMMITTEE}/1", **{field: None}))
    assert kind not in of(f"{COMMITTEE}/1", asked(history, "2021-06-01"))
    found = asked(history, "2021-06-01", is_all=True)
    one = of(f"{COMMITTEE}/1", found)[kind]
    assert (one.starts, one.last_day, one.open) == (None, None, False)
    assert [(each.act, each.fact) for each in one.missing] == [(f"{COMMITTEE}/1", fact)]
    assert found.deadlines[-1] == one
    assert asked(history, "2021-06-01").left_out["not-established"] == 1


def test_a_presumed_executory_day_starts_no_time_to_appeal() -> None:
    presumed = matter(
        f"{COMMITTEE}/1",
        published=None,
        executory_on=ADOPTED,
        executory_basis="presumed",
        note="Aucune date au dossier.",
    )
    assert "appeal" not in of(f"{COMMITTEE}/1", asked(given(presumed), "2021-06-01"))


def test_only_a_publication_that_qualifies_starts_the_time_to_appeal() -> None:
    posted = {"on": "2023-01-10", "mode": "posting"}
    online = {"on": "2023-02-10", "mode": "web"}
    late = {"adopted_on": "2023-01-05", "sent_on": None, "received_on": None}
    history = given(matter(f"{COMMITTEE}/1", published=[posted, online], **late))
    found = of(f"{COMMITTEE}/1", asked(history, "2023-03-01"))
    assert found["appeal"].starts == date(2023, 2, 10)


def test_a_small_commune_s_posting_starts_it_by_presumption() -> None:
    one = request(
        *("avelin", "1"),
        applicant={"population": 900},
        adopted_on="2023-01-05",
        published=[{"on": "2023-01-10", "mode": "posting"}],
    )
    assert of("avelin/1", asked(given(one), "2023-02-01"))["appeal"].presumed


# ------------------------------------------------------------------- learned, undone
def test_a_receipt_learned_later_starts_the_prefect_s_time() -> None:
    told_late = learned(
        *("1", "act-transmitted"), target=f"{COMMITTEE}/1", received_on=RECEIVED
    )
    history = given(matter(f"{COMMITTEE}/1", received_on=None), told_late)
    found = asked(history, "2021-06-01")
    assert of(f"{COMMITTEE}/1", found)["defere"].last_day == date(2021, 7, 28)
    before = asked(history.as_known_at(2), "2021-06-01")
    assert "defere" not in of(f"{COMMITTEE}/1", before)
    assert before.known_at == "#2"


def test_an_annulled_act_gives_no_deadline() -> None:
    annulled = act(f"{COURT}/1", {"type": "act-annulled", "target": f"{COMMITTEE}/1"})
    assert asked(given(ACT, annulled), "2021-06-01", is_all=True).deadlines == ()
    overturned = {"type": "ruling-overturned", "target": f"{COURT}/1"}
    back = given(ACT, annulled, act("conseil-d-etat/1", overturned))
    assert len(asked(back, "2021-06-01").deadlines) == 3


def test_what_is_left_of_an_act_annulled_in_part_may_still_be_undone() -> None:
    decisions = [{"type": "matter-decided", "subject": "Rien"}] * 2
    two = act(f"{COMMITTEE}/1", *decisions, **complete(ADOPTED))
    partly = {"type": "act-annulled", "target": f"{COMMITTEE}/1", "decisions": [1]}
    history = given(two, act(f"{COURT}/1", partly))
    kinds = [one.kind for one in asked(history, ADOPTED).deadlines]
    assert kinds == ["appeal", "revocation"]


def test_a_rejection_may_be_appealed_against() -> None:
    vote = {"question": "ordinary", "for": 3, "against": 9, "outcome": "rejected"}
    history = given(matter(f"{COMMITTEE}/1", vote=vote))
    assert len(asked(history, "2021-06-01").deadlines) == 3


def test_an_act_of_which_no_decision_is_recorded_may_be_undone_too() -> None:
    history = given(act(f"{COMMITTEE}/1", **complete(ADOPTED)))
    kinds = [one.kind for one in asked(history, ADOPTED).deadlines]
    assert kinds == ["appeal", "revocation"]


# ------------------------------------------------------------------- nothing there
def test_an_empty_ledger_has_no_deadline() -> None:
    assert asked(given(), "2024-06-30", is_all=True).deadlines == ()
