"""The committee of the examples under each regime: who sits, by which acts (art. 8.1).

What the demonstration shows; the communes' side is fictional, and so is every person.
"""

from datetime import date
from pathlib import Path

import pytest

from commands.demonstrate import example_files
from ledger.acts.reading import read_acts
from ledger.authorities import COMMITTEE
from projections.timelines.world import World
from projections.votes.electorate import COMMUNAL_BLOCK, Asked, Voter
from projections.votes.judged_votes import Judge
from tests.committee import FOUNDERS, NORD, PAS_DE_CALAIS, REGION
from tests.spec import given

EXAMPLES = Path(__file__).parent.parent / "examples"
NORD_APPLICANT, PDC_APPLICANT = "chereng", "cu-arras"

REGIMES = {
    "2019-12-31": ("direct", ["comite-syndical/2018-23-2"]),
    "2021-06-30": (
        "communal-college",
        [
            "cc-sud-avesnois/fictif-2020-117",
            "comite-syndical/fictif-2020-4",
            "ca-maubeuge-val-de-sambre/fictif-2020-124",
            "comite-syndical/fictif-2020-5",
        ],
    ),
    "2022-12-31": (
        "departmental-colleges",
        ["ca-lens-lievin/fictif-2021-199", "comite-syndical/fictif-2022-1"],
    ),
    "2026-11-01": (
        "departmental-colleges",
        ["ca-lens-lievin/fictif-2021-199", "comite-syndical/fictif-2022-1"],
    ),
}
COMMUNAL = {
    "2019-12-31": {
        "felicie-galipette": "cc-pevele-carembault",
        "emile-gentianel": "ca-cambrai",
        "flavie-giboulet": "wattignies",
    },
    "2021-06-30": {
        "felicie-galipette": "cc-pevele-carembault",
        "genevieve-grandlarge": "ca-cambrai",
        "irenee-hautebise": "wattignies",
        "joachim-jolivent": "ca-maubeuge-val-de-sambre",
    },
    "2022-12-31": {
        "felicie-galipette": "cc-pevele-carembault",
        "joachim-jolivent": "ca-maubeuge-val-de-sambre",
        "isaure-laverdure": "cu-arras",
        "adele-troisponts": "ca-lens-lievin",
    },
    "2026-11-01": {
        "joachim-jolivent": "ca-maubeuge-val-de-sambre",
        "anatole-vireloup": "ca-douaisis",
        "isaure-laverdure": "cu-arras",
        "adele-troisponts": "ca-lens-lievin",
    },
}
SEATED_BY = {
    "2019-12-31": {"cc-pevele-carembault", "ca-cambrai", "wattignies"},
    "2021-06-30": {"college-communal/fictif-2021-1"},
    "2022-12-31": {"college-nord/fictif-2022-1", "college-pas-de-calais/fictif-2022-1"},
    "2026-11-01": {
        "college-nord/fictif-2026-1",
        "college-pas-de-calais/fictif-2026-1",
    },
}
"""The first act each communal seat rests on, or whose that act is (regime direct)."""

PRESIDENTS = {
    "2019-12-31": "cyprien-chardonbleu",
    "2021-06-30": "cyprien-chardonbleu",
    "2022-12-31": "apolline-clairvallon",
    "2026-11-01": "apolline-clairvallon",
}
DAYS = [*REGIMES]


@pytest.fixture(scope="module")
def world() -> World:
    files = example_files(EXAMPLES)
    return given(*(one for file in files for one in read_acts(file))).world()


def voters(world: World, day: str, asked: Asked) -> tuple[Voter, ...]:
    judge = Judge(world)
    return judge.electorate(COMMITTEE, asked, date.fromisoformat(day)).voters


@pytest.mark.parametrize("day", DAYS)
def test_the_regime_is_told_with_the_acts_that_led_to_it(
    world: World, day: str
) -> None:
    on = date.fromisoformat(day)
    [regime] = [one for one in world.regimes if one.period.holds_on(on)]
    assert (regime.kind, [*regime.because]) == REGIMES[day]


@pytest.mark.parametrize("day", DAYS)
def test_the_founders_delegates_and_the_communal_seats_make_the_committee(
    world: World, day: str
) -> None:
    on = date.fromisoformat(day)
    seats = [
        seat for seat in world.bodies.body(COMMITTEE).seats if seat.period.holds_on(on)
    ]
    members = [seat.member for seat in seats]
    assert [members.count(one) for one in FOUNDERS] == [10, 5, 5]
    communal = [seat for seat in seats if seat.member not in FOUNDERS]
    assert {seat.person: seat.member for seat in communal} == COMMUNAL[day]
    is_direct = REGIMES[day][0] == "direct"
    seated_by = {
        seat.because[0].partition("/")[0] if is_direct else seat.because[0]
        for seat in communal
    }
    assert seated_by == SEATED_BY[day]


@pytest.mark.parametrize("day", DAYS)
def test_votes_and_what_is_needed_follow_from_who_sits(world: World, day: str) -> None:
    communal = len(COMMUNAL[day])
    for applicant, heavy in ((NORD_APPLICANT, NORD), (PDC_APPLICANT, PAS_DE_CALAIS)):
        found = Judge(world).electorate(
            COMMITTEE, Asked("adhesion", applicant), date.fromisoformat(day)
        )
        assert found.votes == 10 + 5 * 3 + 5 + communal
        assert found.needed == {33: 22, 34: 23}[found.votes]
        assert {one.seat_of for one in found.voters if one.weight == 3} == {heavy}
        assert found.president == PRESIDENTS[day]
    weights = [one.weight for one in voters(world, day, Asked("statutes"))]
    assert weights == [1] * (20 + communal)


@pytest.mark.parametrize("day", DAYS)
def test_on_education_only_the_communal_side_and_the_president_vote(
    world: World, day: str
) -> None:
    asked = Asked("ordinary", competence="numerique-educatif")
    found = voters(world, day, asked)
    expected = dict.fromkeys(COMMUNAL[day], COMMUNAL_BLOCK)
    assert {one.person: one.group for one in found} == expected | {
        PRESIDENTS[day]: REGION
    }
