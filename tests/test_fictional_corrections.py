"""The fictional complement shows each way an act can end or be mended (section 10)."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from commands.candidates import gather
from commands.demonstrate import example_files
from commands.recording import record
from ledger.mapper import Entry, entries_from
from projections.changes.consequences import consequences_of
from projections.money.contributions import contributions
from projections.timelines.world import World, world_of
from tests.spec import new_ledger

TODAY = date(2026, 11, 20)
TRIBUNAL = "tribunal-administratif-de-lille"
KINDS = {
    *("act-rectified", "act-annulled", "act-revoked", "act-repealed", "act-suspended"),
    *("suspension-lifted", "ruling-overturned"),
}


@pytest.fixture(scope="module")
def entries() -> Iterator[list[Entry]]:
    files = example_files(Path(__file__).parent.parent / "examples")
    with new_ledger() as recorder:
        record(gather(files), recorder, today=TODAY)
        yield list(entries_from(recorder.entries()))


@pytest.fixture(scope="module")
def world(entries: list[Entry]) -> World:
    return world_of(entries, position=entries[-1].position)


def lacking(entries: list[Entry], *acts: str) -> World:
    """Derive what would be known if some acts had not been recorded."""
    kept = [entry for entry in entries if entry.act not in acts]
    return world_of(kept, position=entries[-1].position)


def tenures(world: World, member: str) -> list[tuple[str, str]]:
    return [
        (str(one.from_), str(one.until or ""))
        for one in world.facts.members.about(member)
    ]


def mandates(world: World, member: str) -> list[tuple[str, str, str]]:
    return sorted(
        (str(one.period.from_), str(one.period.until or ""), one.person)
        for one in world.delegates.mandates
        if one.member == member
    )


def due(world: World, member: str, year: int) -> tuple[str | None, str]:
    totals = contributions(world, year, TODAY).totals
    [total] = [one for one in totals if one.member == member]
    return total.due, total.called


def test_each_way_an_act_can_end_or_be_mended_occurs(entries: list[Entry]) -> None:
    found = {type(entry.event).__struct_config__.tag for entry in entries}
    assert {f"{kind}.v1" for kind in KINDS} <= found


def test_mouvaux_never_was_a_member_its_calls_stand_and_are_to_review(
    world: World, entries: list[Entry]
) -> None:
    ruling = f"{TRIBUNAL}/fictif-2026-077"
    assert not tenures(world, "mouvaux")
    assert not mandates(world, "mouvaux")
    [(since, until)] = tenures(lacking(entries, ruling), "mouvaux")
    assert (since[:4], until) == ("2024", "")
    owed, called = due(world, "mouvaux", 2025)
    assert owed in {None, "0.00"}
    assert float(called) > 0
    review = [
        (one.what, one.detail)
        for one in consequences_of(world, ruling, TODAY)
        if one.standing == "to review"
    ]
    assert review == [
        ("vote", "college-nord"),
        ("call", "2024"),
        ("call", "2025"),
    ]


def test_marquette_is_no_member_while_its_adhesion_is_suspended(world: World) -> None:
    [(_, paused), (resumed, until)] = tenures(world, "marquette-lez-lille")
    assert (paused, resumed, until) == ("2025-05-12", "2025-07-01", "")
    [before, after, *_] = mandates(world, "marquette-lez-lille")
    assert (before[1], after[0]) == (paused, resumed)
    assert before[2] == after[2], "the same delegate resumes"


def test_ostricourt_s_seat_is_empty_from_the_repeal_until_it_designates(
    world: World,
) -> None:
    *_, dismissed, successor = mandates(world, "ostricourt")
    assert (dismissed[1], successor[0]) == ("2026-10-05", "2026-10-23")
    assert dismissed[2] != successor[2]
    [empty] = [
        one.period for one in world.delegates.vacancies if one.member == "ostricourt"
    ]
    assert (str(empty.from_), str(empty.until)) == ("2026-10-05", "2026-10-23")


def test_an_option_revoked_is_not_owed_and_one_whose_annulment_is_void_is(
    world: World, entries: list[Entry]
) -> None:
    first = lacking(entries, "cc-ternois/fictif-2026-019")
    optional = {
        line.line
        for line in contributions(first, 2026, TODAY).lines
        if line.member == "cc-ternois"
    }
    assert "accompagnement" in optional
    lines = contributions(world, 2026, TODAY).lines
    assert not [
        one
        for one in lines
        if (one.member, one.line) == ("cc-ternois", "accompagnement")
    ]
    appeal = "cour-administrative-d-appel-de-douai/fictif-2026-121"
    meanwhile = lacking(entries, appeal)
    never = lacking(entries, f"{TRIBUNAL}/fictif-2025-101", appeal)
    owed = [due(each, "la-madeleine", 2025)[0] for each in (never, meanwhile, world)]
    assert owed[0] == owed[2]
    assert owed[0] != owed[1]


def test_a_half_day_too_many_is_rectified(world: World, entries: list[Entry]) -> None:
    first = lacking(entries, "secretariat/fictif-2026-010")
    owed, called = due(world, "ca-lens-lievin", 2025)
    assert owed == called
    assert float(due(first, "ca-lens-lievin", 2025)[0] or 0) == float(called) + 150
