"""A revocation undoes its target once it is known to be in force, and not before.

Specification section 10; CRPA L.243-3, CGCT L.2131-1 and L.3131-1.
"""

from typing import Any

import pytest
from hypothesis import given as hypothetically
from hypothesis import strategies as st

from tests.acts import (
    COURT,
    PREFECTURE,
    SECRETARIAT,
    Plain,
    act,
    approval,
    complete,
    creation,
    decision,
    learned,
    request,
)
from tests.answers import found, lacks, only, says, why
from tests.spec import History, given
from tests.test_time_property import FEWER

DAY = "2024-06-30"
ON = "2024-03-01"
ASKED = request("avelin", "1", **complete("2024-01-10"))
AGREED = approval("avelin", "1", **complete("2024-01-10"))
BASE = (creation(), ASKED, AGREED)
RULE = "revocation.not-in-force"


def revokes(target: str, number: str = "retrait", **dates: Any) -> Plain:
    """Let its author take an act back."""
    author = target.partition("/")[0]
    return act(f"{author}/{number}", decision("act-revoked", target=target), **dates)


def ruled(number: str, what: str, target: str, **said: Any) -> Plain:
    """Let a court rule on an act."""
    return act(f"{COURT}/{number}", decision(what, target=target, **said))


def is_member(history: History, day: str = DAY) -> bool:
    """Tell whether the request and its approval both stand."""
    return "avelin" in history.members(day)


# ------------------------------------------------------------------- its own force
@pytest.mark.parametrize("lacking", ["adopted_on", "sent_on", "published"])
def test_a_revocation_not_known_to_be_in_force_undoes_nothing(lacking: str) -> None:
    dates = {name: day for name, day in complete(ON).items() if name != lacking}
    history = given(*BASE, revokes("comite-syndical/1", **dates))
    assert is_member(history)
    assert is_member(history, "2024-01-10")


def test_a_revocation_in_force_undoes_its_target_on_every_date() -> None:
    history = given(*BASE, revokes("comite-syndical/1", **complete(ON)))
    assert not is_member(history)
    assert not is_member(history, "2024-01-10")


def test_it_undoes_once_its_day_is_learned_and_the_first_world_is_still_shown() -> None:
    pending = revokes("comite-syndical/1", adopted_on=ON)
    aim = {"target": "comite-syndical/retrait"}
    sent = learned("1", "act-transmitted", received_on=ON, sent_on=ON, **aim)
    public = learned("2", "act-published", on=ON, mode="web", **aim)
    before = given(*BASE, pending, sent)
    after = given(*BASE, pending, sent, public)
    assert (is_member(before), is_member(after)) == (True, False)
    assert is_member(after.as_known_at(before.world().known.position))


def test_why_says_that_a_pending_revocation_undoes_nothing() -> None:
    history = given(*BASE, revokes("comite-syndical/1", adopted_on=ON))
    told = why(history, "executory comite-syndical/1", DAY)
    assert (told.answer, says(told)[-1]) == ("yes", "act.revocation-pending")
    assert "act.revocation-pending" in says(why(history, "member avelin", DAY))
    pending = why(history, "executory comite-syndical/retrait", DAY)
    assert pending.answer == "not established"
    authority = "comite-syndical"
    assert lacks(pending) == [
        f"sent_on from {authority}",
        f"publicity from {authority}",
    ]


def test_check_tells_a_pending_revocation_and_what_it_lacks() -> None:
    history = given(*BASE, revokes("comite-syndical/1", adopted_on=ON))
    finding = only(history, RULE)
    assert (finding.severity, finding.act) == ("unknown", "comite-syndical/retrait")
    assert "date sent to the State, valid publicity" in finding.message


def test_nothing_is_found_of_a_revocation_in_force_to_come_or_undone() -> None:
    pending = revokes("comite-syndical/1", adopted_on=ON)
    assert found(given(*BASE, revokes("avelin/1", **complete(ON))), RULE) == []
    assert found(given(*BASE, pending), RULE, at="2024-02-29") == []
    undone = ruled("1", "act-annulled", "comite-syndical/retrait")
    assert found(given(*BASE, pending, undone), RULE) == []


def test_what_the_secretariat_takes_back_of_its_own_is_undone_at_once() -> None:
    lost = learned("1", "seat-vacated", person="X", reason="death", on=ON)
    known = given(*BASE, lost, revokes(f"{SECRETARIAT}/1")).world().known
    assert known.acts[f"{SECRETARIAT}/1"].decisions == []


def test_what_a_prefect_takes_back_is_undone_once_its_adoption_is_known() -> None:
    for dates, members in (({}, ["avelin"]), ({"adopted_on": ON}, [])):
        history = given(*BASE, revokes(f"{PREFECTURE}/creation", **dates))
        created = history.world().known.acts[f"{PREFECTURE}/creation"]
        assert bool(created.decisions) == bool(members)


# ------------------------------------------------------------------- itself undone
def test_a_revocation_revoked_undoes_nothing_once_that_is_in_force() -> None:
    first = revokes("comite-syndical/1", **complete(ON))
    for dates, stands in ((complete(ON), True), ({"adopted_on": ON}, False)):
        second = revokes("comite-syndical/retrait", "encore", **dates)
        assert is_member(given(*BASE, first, second)) is stands


def test_a_revocation_suspended_undoes_nothing_meanwhile() -> None:
    first = revokes("comite-syndical/1", **complete(ON))
    target = "comite-syndical/retrait"
    paused = ruled("1", "act-suspended", target, from_="2024-04-01")
    lifted = ruled("2", "suspension-lifted", target, from_="2024-05-01")
    history = given(*BASE, first, paused, lifted)
    days = ("2024-03-31", "2024-04-01", "2024-04-30", "2024-05-01")
    assert [is_member(history, day) for day in days] == [False, True, True, False]


WAYS = ["revoked", "pending", "act-annulled", "act-suspended"]
STROKES = st.lists(
    st.tuples(st.sampled_from(WAYS), st.integers(0, 20)), min_size=1, max_size=7
)


def stroke(number: int, way: str, target: str) -> Plain:
    """Strike an act in one of the ways; what is suspended is so from ON."""
    if way == "act-suspended":
        return ruled(str(number), way, target, from_=ON)
    if way == "act-annulled":
        return ruled(str(number), way, target)
    dates = complete(ON) if way == "revoked" else {"adopted_on": ON, "sent_on": ON}
    if target.startswith((COURT, PREFECTURE)):
        dates = {"adopted_on": ON} if way == "revoked" else {}
    return revokes(target, str(number), **dates)


def stands(target: str, aimed: list[tuple[str, str, str]], day: str) -> bool:
    """Tell by hand whether an act stands: nothing in force that stands strikes it."""
    strikes = {"revoked": True, "pending": False, "act-annulled": True}
    strikes["act-suspended"] = day >= ON
    return not any(
        strikes[way] and stands(name, aimed, day)
        for name, way, whom in aimed
        if whom == target
    )


@FEWER
@hypothetically(STROKES)
def test_an_act_stands_unless_what_strikes_it_is_in_force_and_stands(
    strokes: list[tuple[str, int]],
) -> None:
    names = ["avelin/1", "comite-syndical/1"]
    aimed: list[tuple[str, str, str]] = []
    acts: list[Plain] = []
    for number, (way, whom) in enumerate(strokes, start=10):
        target = names[whom % len(names)]
        acts.append(stroke(number, way, target))
        names.append(acts[-1]["act"])
        aimed.append((acts[-1]["act"], way, target))
    history = given(*BASE, *acts)
    for day in ("2024-02-29", DAY):
        both = [stands(one, aimed, day) for one in names[:2]]
        assert is_member(history, day) is all(both)


# ------------------------------------------------------------------- circles
SMALL, LARGE = 3_000, 4_000


def counted(number: int, on: str, population: int) -> Plain:
    """Let the commune tell its population from a day on."""
    said = decision("identity-changed", from_=on, population=population)
    return act(f"avelin/{number}", said, **complete(on))


def posted(target: int, number: str, on: str) -> Plain:
    """Let the commune post that it takes one of its acts back."""
    dates: dict[str, Any] = {"adopted_on": on, "sent_on": on}
    dates["published"] = [{"on": on, "mode": "posting"}]
    return revokes(f"avelin/{target}", number, **dates)


def taken_back(history: History) -> list[str]:
    """List the commune's acts of which nothing is left."""
    acts = history.world().known.acts.values()
    return [one.reference for one in acts if one.proposed and not one.decisions]


KNOWN = request(
    "avelin", "0", applicant={"population": LARGE}, **complete("2023-01-02")
)


def test_a_posted_revocation_is_judged_by_what_stands_without_it() -> None:
    small, posting = counted(1, "2024-01-01", SMALL), posted(1, "a", "2024-02-10")
    history = given(KNOWN, small, posting)
    assert taken_back(history) == ["avelin/1"]
    assert str(history.executory("avelin/a").on) == "2024-02-10"
    other = posted(0, "b", "2024-02-11")  # judged by 4,000 inhabitants by then
    assert taken_back(given(KNOWN, small, posting, other)) == ["avelin/1"]


def test_of_two_that_undo_each_other_s_ground_the_first_in_force_stands() -> None:
    counts = [
        counted(1, "2024-01-05", SMALL),
        counted(2, "2024-01-12", LARGE),
        counted(3, "2024-01-15", SMALL),
    ]
    first, second = posted(3, "a", "2024-01-10"), posted(1, "b", "2024-01-20")
    for acts in ([first, second], [second, first]):
        history = given(KNOWN, *counts, *acts)
        assert taken_back(history) == ["avelin/3"]
        assert history.executory("avelin/b").on is None


def test_the_first_of_them_stands_beside_a_revocation_of_no_circle() -> None:
    counts = [
        counted(1, "2024-01-05", SMALL),
        counted(2, "2024-01-12", LARGE),
        counted(3, "2024-01-15", SMALL),
    ]
    first, second = posted(3, "a", "2024-01-10"), posted(1, "b", "2024-01-20")
    third = act("avelin/c", decision("act-revoked", target="avelin/1"), **complete(ON))
    nothing = act("avelin/d", {"type": "matter-decided", "subject": "Rien"})
    other = revokes("avelin/d", "e", **complete(ON))
    history = given(KNOWN, *counts, first, second, nothing, other)
    assert taken_back(history) == ["avelin/3", "avelin/d"]
    assert str(history.executory("avelin/a").on) == "2024-01-10"
    again = given(KNOWN, *counts, first, third, nothing, other)
    assert taken_back(again) == ["avelin/1", "avelin/3", "avelin/d"]
    assert str(again.executory("avelin/a").on) == "2024-01-10"


POSTINGS = st.lists(
    st.tuples(st.integers(0, 5), st.sampled_from(["posting", "web", "none"])),
    min_size=1,
    max_size=4,
)


@FEWER
@hypothetically(st.lists(st.sampled_from([SMALL, LARGE]), min_size=1), POSTINGS)
def test_in_order_of_their_days_revocations_are_judged_by_what_is_left(
    counts: list[int], strokes: list[tuple[int, str]]
) -> None:
    """As a clerk finds who lets the first of those that can be in force be so."""
    told = dict(enumerate(counts[:4], start=1))
    acts = [counted(one, f"2024-01-0{one}", each) for one, each in told.items()]
    waiting: list[tuple[str, int, str]] = []
    for number, (whom, mode) in enumerate(strokes):
        target, on = whom % len(told) + 1, f"2024-02-{10 + number}"
        one: dict[str, Any] = posted(target, f"r{number}", on)
        one["published"] = [] if mode == "none" else [{"on": on, "mode": mode}]
        acts.append(one)
        waiting.append((f"avelin/r{number}", target, mode))
    in_force: list[str] = []
    while True:
        population = told[max(told)] if told else LARGE
        able = {"web", "posting"} if population == SMALL else {"web"}
        first = next((one for one in waiting if one[2] in able), None)
        if first is None:
            break
        waiting.remove(first)
        told.pop(first[1], None)
        in_force.append(first[0])
    history = given(KNOWN, *acts)
    executory = history.world().executory
    known = [act for act in executory if "/r" in act and executory[act].on is not None]
    assert known == sorted(in_force)
    assert [*told] == [
        one
        for one in range(1, len(counts[:4]) + 1)
        if f"avelin/{one}" not in taken_back(history)
    ]
