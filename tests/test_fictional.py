"""The fictional complement: made by its script, marked, lawful, and beside the real."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from commands.candidates import gather
from commands.demonstrate import example_files
from commands.recording import record
from examples.fictional_acts import Story
from examples.fictional_committee import SEATS
from examples.make_fictional import files, told
from ledger.acts.reading import read_acts
from ledger.institutions import person_id
from ledger.mapper import entries_from
from ledger.storage.recorder import SQLRecorder
from projections.register.pending import pending_on
from projections.timelines.world import World, world_of
from tests.spec import new_ledger

EXAMPLES = Path(__file__).parent.parent / "examples"
FICTIONAL, REAL = EXAMPLES / "fictional", EXAMPLES / "real"
LOADED = example_files(EXAMPLES)
TODAY = date(2026, 11, 20)
"""No act of the examples is later."""

ACTS: list[dict[str, Any]] = [
    act for file in sorted(FICTIONAL.glob("*.yaml")) for act in read_acts(file)
]
COMMITTEE = [act for act in ACTS if act["act"].startswith("comite-syndical/")]
DAYS = [date(2019 + month // 12, month % 12 + 1, 15) for month in range(1, 95)]
"""The middle of each month, from February 2019 to November 2026."""


@pytest.fixture(scope="module")
def ledger() -> Iterator[SQLRecorder]:
    with new_ledger() as recorder:
        record(gather(LOADED), recorder, today=TODAY)
        yield recorder


@pytest.fixture(scope="module")
def world(ledger: SQLRecorder) -> World:
    return world_of(entries_from(ledger.entries()), position=ledger.head())


@pytest.fixture(scope="module")
def story() -> Story:
    return told()


def seated(world: World, body: str, day: date) -> dict[str, str]:
    seats = world.bodies.body(body).seats
    return {seat.person: seat.member for seat in seats if seat.period.holds_on(day)}


def counted(world: World, day: date) -> dict[tuple[str, str | None], int]:
    """Count the members of each kind in each département."""
    found: dict[tuple[str, str | None], int] = {}
    for tenure in world.facts.members.on(day):
        identity = world.identities[tenure.member].on(day)
        key = identity.kind, identity.department
        found[key] = found.get(key, 0) + 1
    return found


# ------------------------------------------------------------------- the files
def test_the_script_writes_the_very_files_that_are_committed() -> None:
    written = files()
    there = {path.name for path in FICTIONAL.glob("*.yaml")}
    assert set(written) == there
    for name, text in written.items():
        assert (FICTIONAL / name).read_text(encoding="utf-8") == text, name


def test_every_fictional_act_says_so() -> None:
    for act in ACTS:
        assert act["source"] == "fictif", act["act"]
        assert act["note"].startswith("FICTIF — "), act["act"]


def test_no_real_act_is_marked_fictional_and_no_reference_is_used_twice() -> None:
    real = [act for file in REAL.glob("*.yaml") for act in read_acts(file)]
    references = [act["act"] for act in [*ACTS, *real]]
    assert len(references) == len(set(references))
    assert "fictif" not in {act["source"] for act in real}


def test_no_act_is_later_than_the_day_it_was_made_for() -> None:
    assert max(date.fromisoformat(act["adopted_on"]) for act in ACTS) <= TODAY


def test_nobody_is_designated_by_two_members() -> None:
    by_person: dict[str, set[str]] = {}
    for act in ACTS:
        for taken in act["decisions"]:
            if taken["type"] == "delegate-designated":
                authority = act["act"].partition("/")[0]
                by_person.setdefault(taken["person"], set()).add(authority)
    assert all(len(members) == 1 for members in by_person.values())


# ------------------------------------------------------------------- the recording
def test_real_and_fictional_acts_are_recorded_together_and_only_once() -> None:
    acts = sum(len(read_acts(file)) for file in LOADED)
    with new_ledger() as recorder:
        first = record(gather(LOADED), recorder, today=TODAY)
        again = record(gather(LOADED), recorder, today=TODAY)
    assert len(first.recorded) == acts
    assert (again.recorded, len(again.skipped)) == ([], acts)


# ------------------------------------------------------------------- the members
def test_sixteen_epci_of_the_nord_three_of_the_pas_de_calais_and_twelve_communes(
    world: World,
) -> None:
    found = counted(world, date(2025, 12, 31))
    assert found["epci", "59"] == 16
    assert found["epci", "62"] == 3
    assert found["commune", "59"] >= 12


def test_a_member_leaves_at_the_end_of_2025_and_two_have_become_one(
    world: World,
) -> None:
    before = {tenure.member for tenure in world.facts.members.on(date(2024, 12, 31))}
    after = {tenure.member for tenure in world.facts.members.on(date(2026, 1, 1))}
    assert before - after == {"cc-hauts-de-flandre", "fromelles", "le-maisnil"}
    assert "les-deux-weppes" in after - before


def test_what_was_voted_down_has_no_effect_until_it_is_asked_again(
    world: World,
) -> None:
    [since] = [
        tenure.since
        for tenure in world.membership.tenures
        if tenure.member == "la-madeleine" and tenure.competence is None
    ]
    assert since == date(2023, 3, 28)
    rejected = [act for act in COMMITTEE if act["vote"]["outcome"] == "rejected"]
    assert [act["vote"]["question"] for act in rejected] == ["adhesion", "statutes"]


def test_hem_and_villeneuve_d_ascq_still_wait_for_what_the_real_acts_lack(
    world: World,
) -> None:
    waiting = {
        one.member: [(each.act, each.fact) for each in one.missing]
        for one in pending_on(world, TODAY)
    }
    hem, villeneuve = "hem/sans-numero", "villeneuve-d-ascq/2023-12-19"
    assert waiting["hem"] == [
        (hem, "adopted_on"),
        (hem, "sent_on"),
        (hem, "publicity"),
        (None, "approval"),
    ]
    assert waiting["villeneuve-d-ascq"] == [
        (villeneuve, "sent_on"),
        (villeneuve, "publicity"),
        (None, "approval"),
    ]


# ------------------------------------------------------------------- who sits
@pytest.mark.parametrize(
    ("day", "kind", "communal"),
    [
        (date(2019, 12, 31), "direct", 3),
        (date(2021, 6, 30), "communal-college", 4),
        (date(2022, 12, 31), "departmental-colleges", 4),
        (date(2026, 11, 1), "departmental-colleges", 4),
    ],
)
def test_each_regime_has_its_time(
    world: World, day: date, kind: str, communal: int
) -> None:
    [regime] = [one for one in world.regimes if one.period.holds_on(day)]
    assert regime.kind == kind
    members = seated(world, "comite-syndical", day).values()
    assert sum(member not in SEATS for member in members) == communal
    assert len(members) == 20 + communal


def test_the_nord_college_has_two_representatives_on_2022_12_31(world: World) -> None:
    day = date(2022, 12, 31)
    both = seated(world, "college-nord", day).keys()
    assert len(both & seated(world, "comite-syndical", day).keys()) == 2


def test_nobody_is_designated_or_elected_without_a_free_seat(world: World) -> None:
    assert world.bodies.overbooked == []


@pytest.mark.parametrize("body", ["comite-syndical", "college-nord"])
def test_the_script_and_the_product_agree_on_who_sits(
    world: World, story: Story, body: str
) -> None:
    for day in DAYS:
        delegates = story.committee.college(body, day)
        expected = {one.person: one.member for one in delegates}
        if body == "comite-syndical":
            expected = story.committee.seated(day)
        named = {person_id(person): member for person, member in expected.items()}
        assert seated(world, body, day) == named, day


def test_whoever_votes_sits_in_the_committee_that_day(world: World) -> None:
    for act in COMMITTEE:
        sitting = seated(
            world, "comite-syndical", date.fromisoformat(act["adopted_on"])
        )
        ballots = [
            person_id(person)
            for choice in ("for", "against", "abstentions")
            for person in act["vote"][choice]
        ]
        assert ballots, act["act"]
        assert len(ballots) == len(set(ballots)), act["act"]
        assert set(ballots) <= sitting.keys(), act["act"]
