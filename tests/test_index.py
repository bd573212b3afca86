"""An index of the annexes says, on every day, to the byte, what the entries say."""

from datetime import date, timedelta
from importlib.metadata import version
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from commands.demonstrate import example_files
from ledger.acts.reading import read_acts
from ledger.version import VERSION
from projections.index.lines import annex_lines
from projections.timelines.world import World, world_of
from tests import random_histories, random_rulings, random_seats
from tests.acts import admits, joins, leaves, parts
from tests.looked_up import change_days, derived, looked_up, shown_on
from tests.shell import ROOT
from tests.spec import entries_of
from tests.spec import given as given_acts

Act = dict[str, Any]

SLOWLY = settings(
    max_examples=120,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
MEMBERS = [*random_histories.MEMBERS, "dourges"]
DAYS = st.integers(-5, 120)


def day_text(number: int) -> str:
    return str(date(2022, 6, 1) + timedelta(days=number))


@st.composite
def side_acts(draw: st.DrawFn) -> Act:
    """Draw a merger, a new name, an associate who comes or goes, the dissolution."""
    on, other = day_text(draw(DAYS)), day_text(draw(DAYS))
    member, heir = draw(st.permutations(MEMBERS))[:2]
    into = {"id": heir, "name": heir.title(), "kind": "commune"}
    kinds: list[tuple[str, Act]] = [
        ("secretariat", {"type": "identity-changed", "name": "Neuf"}),
        ("prefecture-du-nord", {"type": "members-merged", "into": into}),
        ("comite-syndical", {"type": "associate-admitted"}),
        ("comite-syndical", {"type": "associate-admitted"}),
        ("comite-syndical", {"type": "associate-left", "member": member}),
        ("prefecture-du-nord", {"type": "syndicate-dissolved", "on": on}),
    ]
    author, said = draw(st.sampled_from(kinds))
    more: dict[str, Act] = {
        "identity-changed": {"member": member, "from": on},
        "members-merged": {"members": [member], "from": on},
        "associate-admitted": {
            "institution": {"id": member, "name": member.title(), "kind": "commune"}
        },
    }
    dates = {"adopted_on": min(on, other)}
    if draw(st.booleans()):
        dates |= {"executory_on": max(on, other), "executory_basis": "certified"}
    return {"act": author, "decisions": [said | more.get(said["type"], {})]} | dates


@st.composite
def histories(draw: st.DrawFn) -> list[Act]:
    """Draw what befell members, associates and seats, and what was undone of it."""
    acts = draw(
        random_histories.histories()
        | random_seats.histories()
        | random_rulings.histories()
        | random_rulings.histories()
    )
    for number, more in enumerate(draw(st.lists(side_acts(), max_size=5))):
        place = draw(st.integers(0, len(acts)))
        acts.insert(place, more | {"act": f"{more['act']}/de-plus-{number}"})
    return acts


def world(acts: list[Act]) -> World:
    entries = entries_of(acts)
    return world_of(entries, position=len(entries))


# ------------------------------------------------------------------- the same
@SLOWLY
@given(acts=histories())
def test_on_every_day_the_lines_kept_are_the_answer(acts: list[Act]) -> None:
    found = world(acts)
    lines = list(annex_lines(found))
    first = random_histories.FIRST if not _has_seats(acts) else random_seats.FIRST
    days = {first + timedelta(days=number) for number in range(-10, 200)}
    for day in days | change_days(lines):
        kept = looked_up(shown_on(lines, day), day, found.known.position)
        assert kept == derived(found, day), day


def _has_seats(acts: list[Act]) -> bool:
    return any(
        decision["type"] == "statutes-adopted"
        for act in acts
        for decision in act["decisions"]
    )


def test_on_every_day_the_lines_of_the_examples_are_the_answer() -> None:
    files = example_files(ROOT / "examples")
    found = world([act for file in files for act in read_acts(file)])
    lines = list(annex_lines(found))
    for day in change_days(lines):
        kept = looked_up(shown_on(lines, day), day, found.known.position)
        assert kept == derived(found, day), day


def test_who_waits_to_be_associated_while_it_is_so_already_waits_for_nothing() -> None:
    undated = admits("beuvry", "2021-01-01", note="sans date")
    late = parts("beuvry", "2024-01-01", note="sans date")
    came, went = admits("beuvry", "2020-03-02"), parts("beuvry", "2022-05-02")
    joined = [*joins("beuvry", on="2022-06-01"), *leaves("beuvry", on="2022-08-01")]
    found = given_acts(came, went, undated, late, *joined).world()
    lines = list(annex_lines(found))
    for day in change_days(lines) | {date(2023, 1, 1), date(2019, 1, 1)}:
        assert looked_up(shown_on(lines, day), day, found.known.position) == derived(
            found, day
        )
    awaited = [
        (line.from_day, line.until_day) for line in lines if line.part == "awaited"
    ]
    assert awaited == [
        ("0001-01-01", "2020-03-02"),
        ("2022-05-02", "2022-06-01"),
        ("2022-08-01", None),
        ("2020-03-02", "2022-05-02"),
    ]


# ------------------------------------------------------------------- what it rests on
def test_the_version_an_index_is_made_by_is_that_of_the_package() -> None:
    assert version("smo-ledger") == VERSION
