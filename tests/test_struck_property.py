"""A history with a struck act is the history without it, in every answer."""

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import msgspec
from hypothesis import given as hypothetically
from hypothesis import settings
from hypothesis import strategies as st

from projections.changes.chronicle import chronicle
from projections.changes.differences import Point, difference
from projections.money.contributions import contributions
from projections.periods import day_of
from projections.register.annexes import annex_1, annex_2
from projections.register.pending import pending_on
from projections.register.portrait import portrait
from projections.register.rosters import roster
from projections.timelines.world import World
from projections.whys.changes import history
from projections.whys.explain import explain
from projections.whys.questions import AboutForce, AboutMember, AboutPending
from tests import random_histories, random_rulings, random_seats
from tests.acts import Plain, learned, matter
from tests.spec import given
from tests.test_time_property import FEWER

DAYS = tuple(date.fromisoformat(each) for each in ("2021-03-01", "2022-07-02"))
HISTORIES = (
    random_histories.histories() | random_seats.histories() | random_rulings.histories()
)


def everything(world: World) -> Iterator[Any]:
    """Give all that is told of a register but what `check` and `log` say."""
    yield [*world.facts.all()]
    yield world.in_vain_of, world.fates, world.bodies, world.persons
    yield {one: world.executory[one] for one in world.known.acts}
    yield [*chronicle(world, None, DAYS[-1])]
    yield difference(Point(DAYS[0], world), Point(DAYS[1], world))
    for day in DAYS:
        yield annex_1(world, day_of(day)), annex_2(world, day_of(day))
        yield pending_on(world, day), contributions(world, day.year, day)
        for body in world.bodies.by_id:
            yield roster(world, body, day_of(day))
        for member in world.names:
            yield portrait(world, member, None, day)
            yield explain(world, AboutMember(member, None), day)
            yield explain(world, AboutPending(member), day)
    for reference in [*world.known.acts][:2]:
        yield explain(world, AboutForce(reference), DAYS[1])
    yield history(world, AboutMember(max(world.names, default=""), None))


def text(world: World) -> str:
    """Write it all, without positions."""
    said = json.dumps(
        msgspec.to_builtins([*everything(world)], str_keys=True), default=str
    )
    for name in ("position", "positions", "known_at", "since_position"):
        said = re.sub(rf'"{name}": (\[[^\]]*\]|"[^"]*"|\d+)', "", said)
    return said


@st.composite
def mistakes(draw: st.DrawFn) -> tuple[list[Plain], list[Plain], list[Plain]]:
    """Draw a history; the same with an act recorded twice, once by mistake; as struck.

    The copy says what another act of the history says, under a name of its own.
    """
    acts = draw(HISTORIES)
    copied = draw(st.sampled_from([one for one in acts if one["decisions"]]))
    author = copied["act"].partition("/")[0]
    wrong = copied | {"act": f"{author}/par-erreur"}
    place = draw(st.integers(0, len(acts)))
    later = draw(st.integers(place, len(acts)))
    strike = learned(
        "radiation", "act-struck", target=wrong["act"], reason="Saisi deux fois"
    )
    with_it = [*acts[:place], wrong, *acts[place:]]
    struck = [*acts[:place], wrong, *acts[place:later], strike, *acts[later:]]
    return acts, with_it, struck


@settings(FEWER, max_examples=10)
@hypothetically(mistakes())
def test_a_history_with_a_struck_act_is_the_history_without_it(
    drawn: tuple[list[Plain], list[Plain], list[Plain]],
) -> None:
    acts, with_it, struck = drawn
    assert text(given(*struck).world()) == text(given(*acts).world())
    undone = learned("retour", "act-struck", target="secretariat/radiation", reason="x")
    assert text(given(*struck, undone).world()) == text(given(*with_it).world())


@settings(FEWER, max_examples=10)
@hypothetically(mistakes(), st.data())
def test_a_reference_recorded_anew_is_the_history_with_the_right_act_alone(
    drawn: tuple[list[Plain], list[Plain], list[Plain]], data: st.DataObject
) -> None:
    acts, _with_it, struck = drawn
    dated = [one for one in acts if not one["act"].startswith("secretariat")]
    right = data.draw(st.sampled_from(dated or acts))
    [wrong] = [one["act"] for one in struck if one["act"].endswith("/par-erreur")]
    anew = right | {"act": wrong}
    found = given(*struck, anew).world()
    assert text(found) == text(given(*acts, anew).world())


@settings(FEWER, max_examples=10)
@hypothetically(HISTORIES, st.data())
def test_decisions_struck_decide_as_little_as_any_matter(
    acts: list[Plain], data: st.DataObject
) -> None:
    chosen = data.draw(st.sampled_from([one for one in acts if one["decisions"]]))
    numbers = range(1, len(chosen["decisions"]) + 1)
    some = data.draw(st.lists(st.sampled_from(numbers), min_size=1, unique=True))
    strike = learned(
        "radiation",
        "act-struck",
        target=chosen["act"],
        decisions=[str(one) for one in some],
        reason="Pas dans cet acte",
    )
    place = acts.index(chosen) + 1
    struck = [*acts[:place], strike, *acts[place:]]
    idle = chosen | {
        "decisions": [
            matter() if number in some else decision
            for number, decision in enumerate(chosen["decisions"], start=1)
        ]
    }
    expected = [idle if one is chosen else one for one in acts]
    found, oracle = given(*struck).world(), given(*expected).world()
    assert facts(found) == facts(oracle)


def facts(world: World) -> str:
    return re.sub(r"position=\d+", "", repr([*world.facts.all()]))
