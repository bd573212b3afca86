"""Which acts did it: of what changed between two days, or two states of knowledge."""

from datetime import date

import pytest

from projections.changes.differences import Change, Point, difference
from tests.acts import (
    COMMITTEE,
    COURT,
    ENT,
    Plain,
    act,
    approval,
    calls,
    complete,
    creation,
    joins,
    learned,
    leaves,
    request,
    ruling,
)
from tests.spec import History, given


def between(
    history: History, first: str, second: str, known: tuple[int, int] | None = None
) -> list[Change]:
    """Compare two days; with `known`, as of two positions."""
    worlds = [
        (history.as_known_at(position) if position else history).world()
        for position in known or (0, 0)
    ]
    points = [
        Point(date.fromisoformat(day), world)
        for day, world in zip((first, second), worlds, strict=True)
    ]
    return list(difference(*points).changes)


def about(changes: list[Change], what: str, member: str | None = None) -> Change:
    """Find the one change of a kind about a member."""
    [found] = [one for one in changes if (one.what, one.member) == (what, member)]
    return found


def annulled(target: str) -> Plain:
    return ruling("act-annulled", target, 2400001, on="2022-05-05")


# ------------------------------------------------------------------- two days
def test_who_joined_appears_by_the_acts_of_both_bodies() -> None:
    history = given(creation(), *joins("avelin", on="2020-03-02"))
    found = about(between(history, "2020-03-01", "2020-03-02"), "member", "avelin")
    assert found.before is None
    assert found.after == {"since": date(2020, 3, 2), "until": None}
    assert found.because == ("avelin/adhesion", f"{COMMITTEE}/avelin-adhesion")


def test_who_left_disappears_by_the_acts_of_leaving_not_those_of_joining() -> None:
    history = given(
        creation(),
        *joins("avelin", on="2020-03-02"),
        *leaves("avelin", on="2021-01-04"),
    )
    found = about(between(history, "2020-12-31", "2021-01-04"), "member", "avelin")
    assert found.after is None
    assert found.because == ("avelin/retrait", f"{COMMITTEE}/avelin-retrait")


def test_read_backwards_the_same_acts_did_it() -> None:
    history = given(creation(), *joins("avelin", on="2020-03-02"))
    found = about(between(history, "2020-03-02", "2020-03-01"), "member", "avelin")
    assert found.after is None
    assert found.because == ("avelin/adhesion", f"{COMMITTEE}/avelin-adhesion")


def test_a_new_name_changes_the_identity_and_not_the_membership() -> None:
    renamed = learned(
        "nom",
        "identity-changed",
        member="avelin",
        name="Avelin-sur-Fictive",
        **{"from": "2021-02-01"},
    )
    history = given(creation(), *joins("avelin", on="2020-03-02"), renamed)
    [found] = between(history, "2021-01-31", "2021-02-01")
    assert (found.what, found.because) == ("identity", ("secretariat/nom",))
    assert found.before is not None
    assert found.after is not None
    assert found.before["name"] == "Commune de Avelin"
    assert found.after["name"] == "Avelin-sur-Fictive"


def test_an_amount_that_changed_shows_both() -> None:
    history = given(
        creation(),
        *joins("avelin", on="2020-03-02"),
        calls("avelin", 2021, "100.00", "2021-05-03"),
        calls("avelin", 2021, "-20.00", "2021-06-01"),
    )
    position = history.world().known.position
    found = about(
        between(history, "2021-12-31", "2021-12-31", (position - 2, position)),
        "called",
        "avelin",
    )
    assert found.before == {"year": 2021, "amount": "100.00"}
    assert found.after == {"year": 2021, "amount": "80.00"}
    assert len(found.because) == 1


# ------------------------------------------------------------------- knowledge
def test_an_annulment_is_named_by_all_that_fell_with_it() -> None:
    history = given(
        creation(),
        *joins("avelin", on="2020-03-02"),
        annulled(f"{COMMITTEE}/avelin-adhesion"),
    )
    end = history.world().known.position
    found = between(history, "2021-01-01", "2021-01-01", (end - 2, end))
    assert {one.what for one in found} >= {"member", "competence", "pending"}
    for change in found:
        assert f"{COURT}/2400001" in change.because, change


def test_a_ruling_overturned_is_named_though_the_annulment_stood_before() -> None:
    overturned = act(
        "cour-administrative-d-appel-de-douai/2400002",
        {"type": "ruling-overturned", "target": f"{COURT}/2400001"},
        adopted_on="2023-05-05",
    )
    history = given(
        creation(),
        *joins("avelin", on="2020-03-02"),
        annulled(f"{COMMITTEE}/avelin-adhesion"),
        overturned,
    )
    end = history.world().known.position
    found = between(history, "2021-01-01", "2021-01-01", (end - 2, end))
    assert overturned["act"] in about(found, "member", "avelin").because


@pytest.mark.parametrize(
    "learning",
    [
        learned("1", "act-published", target="avelin/1", on="2020-03-02", mode="web"),
        learned(
            "1",
            "act-rectified",
            target="avelin/1",
            set={"published": [{"on": "2020-03-02", "mode": "web"}]},
            reason="Oubli",
        ),
    ],
)
def test_what_was_learned_later_is_named_where_it_made_a_member(
    learning: Plain,
) -> None:
    unpublished = {"adopted_on": "2020-03-02", "sent_on": "2020-03-02"}
    history = given(
        creation(),
        request("avelin", "1", **unpublished),
        approval("avelin", "2", **complete("2020-03-02")),
        learning,
    )
    end = history.world().known.position
    found = between(history, "2021-01-01", "2021-01-01", (end - 2, end))
    assert "secretariat/1" in about(found, "member", "avelin").because
    waited = about(found, "pending", "avelin")
    assert waited.after is None
    assert waited.before is not None
    assert waited.before["missing"] == [{"act": "avelin/1", "fact": "publicity"}]
    assert "secretariat/1" in waited.because


def test_a_stay_whose_end_is_known_later_counts_as_changed() -> None:
    history = given(
        creation(),
        *joins("avelin", on="2020-03-02"),
        *leaves("avelin", on="2021-01-04"),
    )
    end = history.world().known.position
    found = about(
        between(history, "2020-06-30", "2020-06-30", (end - 4, end)), "member", "avelin"
    )
    assert found.before == {"since": date(2020, 3, 2), "until": None}
    assert found.after == {"since": date(2020, 3, 2), "until": date(2021, 1, 4)}
    assert found.because == ("avelin/retrait", f"{COMMITTEE}/avelin-retrait")


def test_what_is_not_established_tells_what_is_missing() -> None:
    history = given(creation(), *joins("avelin", ENT, on="2020-03-02"))
    found = about(
        between(history, "2020-03-01", "2020-03-02"), "contribution", "avelin"
    )
    assert found.after is not None
    assert found.after["due"] is None
    assert found.after["missing"] == [{"act": None, "fact": "tariff 2020"}]
