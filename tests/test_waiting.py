"""Whatever the annexes show as pending, a portrait and `why` tell as well."""

from datetime import date

import msgspec

from projections.register.answers import Pending
from projections.register.portrait import portrait
from tests.acts import FIBRE, admits, creation, parts
from tests.answers import acts_cited, lacks, says, why
from tests.committee import founded
from tests.spec import History, given

DAY = "2024-06-30"
UNSENT = {"adopted_on": "2022-01-10"}


def shown(history: History, member: str) -> tuple[Pending, ...]:
    """List what a portrait shows as pending."""
    day = date.fromisoformat(DAY)
    return portrait(history.world(), member, None, day).pending


def test_an_admission_not_in_force_waits_wherever_it_is_asked_about() -> None:
    history = given(*founded(), admits("avelin", "2022-01-10", **UNSENT))
    assert shown(history, "avelin") == history.annex_1(DAY).pending
    found = why(history, "pending avelin", DAY)
    assert (found.answer, says(found)) == (
        "yes",
        ["associate.admission", "executory.unknown"],
    )
    [waits] = msgspec.to_builtins(found.value)
    assert waits["procedure"] == "association"
    assert [one.fact for one in found.missing] == ["sent_on", "publicity"]
    assert set(found.because) <= acts_cited(found)
    assert found.steps[0].article == "7"


def test_a_departure_not_in_force_waits_too() -> None:
    leaves = parts("avelin", "2023-05-02", adopted_on="2023-05-02")
    history = given(creation(), admits("avelin", "2022-01-10"), leaves)
    found = why(history, "pending avelin", DAY)
    assert says(found)[0] == "associate.departure"
    assert shown(history, "avelin") == history.annex_1(DAY).pending


def test_a_founder_whose_competences_no_act_names_waits_for_annex_2() -> None:
    history = given(creation(("nord-fictif", []), ("region-fictive", [FIBRE])))
    assert shown(history, "nord-fictif") == history.annex_2(DAY).pending
    found = why(history, "pending nord-fictif", DAY)
    assert says(found)[0] == "competence.founder-unnamed"
    assert lacks(found) == ["annex 2 from comite-syndical"]
    assert why(history, "pending region-fictive", DAY).answer == "no"


def test_a_founder_of_an_undated_order_waits_for_its_date() -> None:
    history = given(creation(("nord-fictif", [FIBRE]), on=None))
    assert shown(history, "nord-fictif") == history.annex_1(DAY).pending
    found = why(history, "pending nord-fictif", DAY)
    assert says(found) == ["member.founder-undated", "executory.unknown"]
    assert lacks(found) == ["adopted_on from prefecture-du-nord"]
