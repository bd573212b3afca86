"""Seat small assemblies by acts: founders' delegates, and communes sitting directly."""

from collections.abc import Iterator
from functools import cache
from itertools import combinations_with_replacement
from typing import Any

from projections.timelines.world import World
from tests.acts import Plain, act, complete, creation, request
from tests.committee import FOUNDERS, elects_officer, seated, statutes
from tests.committee import RULES as STATUTES_OF_2018
from tests.naive_votes import COMMUNAL, NORD, PAS_DE_CALAIS, REGION
from tests.spec import given

GROUPS = (REGION, NORD, PAS_DE_CALAIS, COMMUNAL)
FOUNDER_OF = dict(zip(GROUPS[:3], FOUNDERS, strict=True))
APPLICANT = "zeggers"
"""A commune of the Nord that has asked to join."""


def assemblies(size: int) -> Iterator[tuple[str, ...]]:
    yield from combinations_with_replacement(GROUPS, size)


@cache
def world_of(groups: tuple[str, ...], president: int | None) -> World:
    """Tell what holds where an assembly sits."""
    return given(*acts_of(groups, president)).world()


def acts_of(groups: tuple[str, ...], president: int | None) -> list[Plain]:
    """Seat an assembly by acts: founders' delegates, and communes that sit directly."""
    seats = {FOUNDER_OF[one]: str(groups.count(one)) for one in FOUNDER_OF}
    changed = {"seats": seats, "direct_seats_up_to": "6", "vice_presidents": "6"}
    acts = [
        creation(*((one, ["communications-electroniques"]) for one in FOUNDERS)),
        statutes("2019-01-01", **(STATUTES_OF_2018 | changed)),
        request(APPLICANT, "adhesion", applicant={"department": "59"}),
    ]
    for number, group in enumerate(groups):
        if group == COMMUNAL:
            acts += seated(f"member-{number}", "2019-02-01")
            continue
        said: dict[str, Any] = {"type": "delegate-designated", "person": f"p{number}"}
        founder = FOUNDER_OF[group]
        acts.append(act(f"{founder}/p{number}", said, **complete("2019-02-01")))
    if president is not None:
        person = name(groups, president)
        acts.append(elects_officer("president", person, "2019-03-01"))
    return acts


def name(groups: tuple[str, ...], number: int) -> str:
    return f"d-member-{number}" if groups[number] == COMMUNAL else f"p{number}"


def presidents(groups: tuple[str, ...]) -> list[int | None]:
    """List who may preside: nobody, or one of each group."""
    return [None, *sorted({groups.index(group) for group in groups})]
