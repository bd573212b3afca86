"""What later acts made of those behind an answer is told (specification section 10)."""

import pytest

from tests.acts import COURT, act, complete, joins, learned, request
from tests.answers import says, why
from tests.spec import given

DAY = "2024-06-30"
ANNULLED = act(
    f"{COURT}/1",
    {"type": "act-annulled", "target": "comite-syndical/avelin-adhesion"},
    adopted_on="2021-05-03",
)


def test_after_the_annulment_of_the_approval_the_ruling_is_named() -> None:
    history = given(*joins("avelin", on="2020-03-02"), ANNULLED)
    found = why(history, "member avelin", DAY)
    assert found.answer == "not established"
    assert says(found)[0] == "member.undone"
    assert {f"{COURT}/1", "comite-syndical/avelin-adhesion"} <= set(found.because)
    assert "act.annulled" in says(found)
    behind = {one.act: one.corrections for one in found.acts}
    assert behind["comite-syndical/avelin-adhesion"] == (f"{COURT}/1",)


def test_before_the_ruling_was_known_nothing_is_said_of_it() -> None:
    history = given(*joins("avelin", on="2020-03-02"), ANNULLED).as_known_at(4)
    found = why(history, "member avelin", DAY)
    assert (found.answer, found.known_at) == ("yes", "#4")
    assert "act.annulled" not in says(found)


def test_a_ruling_that_was_overturned_stands_no_longer() -> None:
    overturned = act(
        "cour-administrative-d-appel-de-douai/1",
        {"type": "ruling-overturned", "target": f"{COURT}/1"},
        adopted_on="2022-05-03",
    )
    history = given(*joins("avelin", on="2020-03-02"), ANNULLED, overturned)
    found = why(history, "member avelin", DAY)
    assert found.answer == "yes"
    assert "act.correction-undone" in says(found)


def test_dates_learned_later_and_rectifications_are_told_with_their_acts() -> None:
    history = given(
        request("avelin", "1", adopted_on="2024-02-05"),
        learned("1", "act-transmitted", target="avelin/1", sent_on="2024-02-06"),
        learned("2", "act-published", target="avelin/1", on="2024-02-07", mode="web"),
        learned(
            "3", "act-rectified", target="avelin/1", set={"title": "X"}, reason="erreur"
        ),
    )
    found = why(history, "executory avelin/1", DAY)
    assert found.answer == "yes"
    assert says(found)[-3:] == ["act.transmitted", "act.published", "act.rectified"]
    assert {one.act for one in found.acts} >= {"secretariat/1", "secretariat/3"}


@pytest.mark.parametrize(
    ("what", "code"),
    [
        ("act-annulled", "act.annulled"),
        ("act-revoked", "act.revoked"),
        ("act-repealed", "act.repealed"),
        ("ruling-overturned", "act.overturned"),
    ],
)
def test_each_way_an_act_ends_is_told_apart(what: str, code: str) -> None:
    ends = act("avelin/2", {"type": what, "target": "avelin/1"}, **complete(DAY))
    history = given(request("avelin", "1", **complete("2024-02-05")), ends)
    assert says(why(history, "executory avelin/1", DAY))[-1] == code
