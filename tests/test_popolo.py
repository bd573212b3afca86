"""The register as Popolo: by the specification's fields, nothing dangling, no clock."""

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from projections.periods import day_of
from projections.register.annexes import annex_1
from projections.register.rosters import roster
from projections.timelines.world import World
from tests import random_histories, random_seats
from tests.acts import COMMITTEE, SECRETARIAT, act, joins
from tests.committee import FOUNDERS, all_seated, designates, elects_officer, founded
from tests.popolo_document import (
    Document,
    document,
    examples_world,
    on,
    world_of_acts,
)
from tests.spec import given as recorded

DAYS = [date(year, 6, 30) for year in range(2014, 2027)]


@pytest.fixture(scope="module")
def examples() -> World:
    """Read the examples, once."""
    return examples_world()


# ------------------------------------------------------------------- the register
def seats(world: World, found: Document, day: date) -> None:
    """Hold the memberships of a day against the rosters and annex 1."""
    told = sorted(
        (one["organization_id"], one["person_id"], one["on_behalf_of_id"])
        for one in on(found, day)
        if "person_id" in one
    )
    assert told == sorted(
        (body, seat.person, seat.member)
        for body in world.bodies.by_id
        for seat in roster(world, body, day_of(day)).seats
    )


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_the_memberships_of_a_day_are_what_annex_and_rosters_say(
    examples: World, day: date
) -> None:
    found = document(examples)
    seats(examples, found, day)
    members = {one["member"]["id"] for one in on(found, day) if one["role"] == "membre"}
    assert members == {one.member for one in annex_1(examples, day_of(day)).members}


@settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(acts=random_seats.histories() | random_histories.histories())
def test_whatever_was_decided_the_document_is_valid_and_whole(
    acts: list[dict[str, Any]],
) -> None:
    world = world_of_acts(acts)
    found = document(world)
    for number in range(0, 180, 45):
        first = random_seats.FIRST.toordinal()
        seats(world, found, date.fromordinal(first + number))


def test_an_empty_ledger_gives_an_empty_document() -> None:
    found = document(world_of_acts([]))
    assert [one["id"] for one in found["organizations"]] == ["syndicat"]
    assert not found["persons"]
    assert not found["memberships"]


# ------------------------------------------------------------------- what is what
def test_a_membership_ends_on_its_last_day() -> None:
    history = recorded(
        *founded(),
        designates(FOUNDERS[0], "Anne Aubel", "2020-01-06"),
        designates(FOUNDERS[0], "Bea Brun", "2021-03-01", replaces="Anne Aubel"),
    )
    [first, _second] = [
        one
        for one in document(history.world())["memberships"]
        if one.get("person_id") in {"anne-aubel", "bea-brun"}
    ]
    assert (first["start_date"], first["end_date"]) == ("2020-01-06", "2021-02-28")
    assert first["post_id"] == f"{COMMITTEE}/{FOUNDERS[0]}"
    assert first["because"][0] == f"{FOUNDERS[0]}/designe-anne-aubel-2020-01-06"


def test_a_post_is_there_though_nobody_holds_it() -> None:
    history = recorded(*founded(), *joins("avelin", on="2020-03-02", department="59"))
    found = document(history.world())
    named = {one["id"]: one for one in found["posts"]}
    assert named["comite-syndical/avelin"]["role"] == "délégué"
    assert named["bureau/president"]["role"] == "président"
    assert not [one for one in found["memberships"] if "post_id" in one]


def test_an_office_is_a_membership_of_the_bureau() -> None:
    history = recorded(
        *founded(),
        designates(FOUNDERS[0], "Anne Aubel", "2020-01-06"),
        elects_officer("president", "Anne Aubel", "2020-02-03"),
    )
    found = document(history.world())
    [office] = [
        one for one in found["memberships"] if one["organization_id"] == "bureau"
    ]
    assert (office["role"], office["post_id"]) == ("président", "bureau/president")
    assert found["persons"] == [{"id": "anne-aubel", "name": "Anne Aubel"}]


def test_a_representative_is_not_a_delegate_of_one_member() -> None:
    college = "college-communal"
    members = "avelin beuvry carvin denain estaires"
    elected = {"type": "representative-elected", "person": "d-avelin"}
    history = recorded(
        *founded(),
        *all_seated(members, "2020-03-02"),
        act(f"{college}/1", elected, adopted_on="2020-04-06"),
    )
    roles = {
        (one["organization_id"], one["role"]): one["post_id"]
        for one in document(history.world())["memberships"]
        if one.get("person_id") == "d-avelin"
    }
    assert roles == {
        (college, "délégué"): f"{college}/avelin",
        (COMMITTEE, "représentant"): f"{COMMITTEE}/representant",
    }


def test_an_institution_bears_the_name_of_the_day_and_its_other_names() -> None:
    renamed = {"type": "identity-changed", "member": "avelin", "from": "2025-01-01"}
    history = recorded(
        *founded(),
        *joins("avelin", on="2020-03-02"),
        act(f"{SECRETARIAT}/1", renamed | {"name": "Avelin-le-Neuf"}),
    )

    def named(at: str) -> Document:
        found = document(history.world(), date.fromisoformat(at))["organizations"]
        return {one["id"]: one for one in found}["avelin"]  # type: ignore[no-any-return]

    assert named("2024-12-31")["name"] == "Commune de Avelin"
    assert named("2024-12-31")["other_names"] == [
        {"name": "Avelin-le-Neuf", "start_date": "2025-01-01"}
    ]
    assert named("2025-01-01")["other_names"] == [
        {"name": "Commune de Avelin", "end_date": "2024-12-31"}
    ]
