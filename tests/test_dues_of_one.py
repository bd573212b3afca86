"""Who asks of one member is told what all are told of it, though few are priced."""

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import given as drawn

from projections.money.contributions import Reckoning, of_holders
from projections.timelines.world import World
from tests.acts import base, counts, joins
from tests.committee import founded
from tests.random_dues import DAYS, FOUNDERS, MEMBERS, YEARS, day_text, histories
from tests.spec import given

SIREN = "200000172"
CHARGED = [
    *founded(),
    *joins("cc-fictive", on="2023-03-02", kind="epci", siren=SIREN),
    *joins("avelin", on="2023-03-02", epci="cc-fictive"),
    *joins("beuvry", on="2023-03-02", epci=SIREN),
    *joins("carvin", on="2023-03-02"),
    base(2024, "1.30", "2023-06-15"),
    *(
        counts(one, "2023-2024", 100, "2023-11-06")
        for one in ("cc-fictive", "avelin", "beuvry")
    ),
]


def of_one(found: Reckoning, member: str) -> tuple[object, ...]:
    """Keep what all are told of one member."""
    return (
        [due for due in found.dues if due.line.member == member],
        found.account_of(member),
        [one for one in found.unknown if one.member == member],
        [one for one in found.overlaps if member in {one.member, one.epci}],
    )


def both(world: World, year: int, at: date, member: str) -> tuple[object, object]:
    """Ask of all, then of one."""
    alone = of_holders(world, year, at, member)
    asked = [[*alone.dues], alone.account_of(member), [*alone.unknown]]
    told = of_holders(world, year, at)
    return of_one(told, member), (*asked, [*alone.overlaps])


@pytest.mark.parametrize("member", ["cc-fictive", "avelin", "beuvry", "carvin"])
def test_a_commune_and_its_epci_are_told_of_each_other(member: str) -> None:
    world = given(*CHARGED).world()
    of_all, alone = both(world, 2024, date(2024, 12, 31), member)
    assert of_all == alone
    found = of_holders(world, 2024, date(2024, 12, 31), member)
    overlapping = {"cc-fictive": 2, "avelin": 1, "beuvry": 1, "carvin": 0}
    assert len(found.overlaps) == overlapping[member]


@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@drawn(acts=histories(), year=YEARS, day=DAYS)
def test_one_member_is_told_what_all_are_told_of_it(
    acts: list[dict[str, Any]], year: int, day: int
) -> None:
    world, at = given(*acts).world(), date.fromisoformat(day_text(day))
    for member in (*FOUNDERS, *MEMBERS):
        of_all, alone = both(world, year, at, member)
        assert of_all == alone
