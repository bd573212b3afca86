"""Acts not shown to be in force, and those presumed to be (CGCT L.2131-1, L.3131-1)."""

from typing import Any

import pytest

from tests.acts import (
    act,
    asks_to_join,
    complete,
    counts,
    institution,
    learned,
    request,
)
from tests.answers import found, only, told
from tests.committee import renews
from tests.spec import given

DATES = ("act.adopted-on", "act.transmission", "act.publicity", "act.presumed")
DAY = "2024-02-12"


def asked(population: int | None = None, **said: Any) -> Any:
    known = {} if population is None else {"population": population}
    return request("avelin", "1", applicant=institution("avelin") | known, **said)


def test_an_act_shown_to_be_in_force_is_found_nothing_about() -> None:
    assert found(given(asked(**complete(DAY))), *DATES) == []


def test_an_act_of_which_nothing_is_known_lacks_three_facts() -> None:
    assert [(one.rule, one.severity) for one in told(given(asked()), *DATES)] == [
        ("act.adopted-on", "unknown"),
        ("act.publicity", "unknown"),
        ("act.transmission", "unknown"),
    ]


@pytest.mark.parametrize(
    ("missing", "rule"),
    [
        ("adopted_on", "act.adopted-on"),
        ("sent_on", "act.transmission"),
        ("published", "act.publicity"),
    ],
)
def test_each_date_that_is_missing_is_a_finding_of_its_own(
    missing: str, rule: str
) -> None:
    dates = complete(DAY)
    del dates[missing]
    assert found(given(asked(**dates)), *DATES) == [f"{rule} avelin/1"]


def test_what_is_learned_later_is_found_missing_no_more() -> None:
    sent = learned("1", "act-transmitted", target="avelin/1", sent_on="2024-02-20")
    dates = complete(DAY)
    del dates["sent_on"]
    assert found(given(asked(**dates), sent), *DATES) == []


def test_a_publicity_that_is_not_enough_is_told() -> None:
    posted = {"published": [{"on": DAY, "mode": "posting"}, {"mode": "web"}]}
    finding = only(given(asked(20_000, **complete(DAY) | posted)), *DATES)
    assert finding.rule == "act.publicity"
    assert "by posting on 2024-02-12, on the web on a day not stated" in finding.message


def test_where_the_population_would_tell_it_is_asked_for() -> None:
    posted = {"published": [{"on": DAY, "mode": "posting"}]}
    finding = only(given(asked(**complete(DAY) | posted)), *DATES)
    assert finding.rule == "act.publicity"
    assert "depends on the population of avelin" in finding.message


def test_a_small_commune_s_choice_of_publicity_is_presumed() -> None:
    posted = {"published": [{"on": DAY, "mode": "posting"}]}
    finding = only(given(asked(800, **complete(DAY) | posted)), *DATES)
    assert (finding.rule, finding.severity) == ("act.presumed", "notice")
    assert "of 800 inhabitants" in finding.message
    assert finding.article == "CGCT, art. L.2131-1, IV"
    assert found(given(asked(800, **complete(DAY))), *DATES) == []


def test_a_date_somebody_answers_for_is_presumed_and_a_certified_one_is_not() -> None:
    presumed: dict[str, Any] = {
        "executory_on": DAY,
        "executory_basis": "presumed",
        "note": "why",
    }
    finding = only(given(asked(adopted_on=DAY, **presumed)), *DATES)
    assert finding.rule == "act.presumed"
    assert "from 2024-02-12 is presumed" in finding.message
    certified = presumed | {"executory_basis": "certified"}
    assert found(given(asked(adopted_on=DAY, **certified)), *DATES) == []


def test_what_holds_for_the_day_or_year_it_names_needs_no_date() -> None:
    history = given(
        asks_to_join("avelin", DAY),
        counts("avelin", "2023-2024", 155, None),
        counts("avelin", "2024-2025", 160, None, by="secretariat"),
        renews("avelin", "2026-03-15"),
    )
    assert found(history, *DATES) == []


def test_an_act_without_effect_is_not_asked_for_its_dates() -> None:
    voted_down = {"outcome": "rejected", "for": "1", "against": "9"}
    rejected = act(
        "comite-syndical/1",
        {"type": "adhesion-approved", "member": "avelin", "competences": ["ent"]},
        vote=voted_down,
    )
    history = given(asks_to_join("avelin", DAY), rejected)
    assert found(history, *DATES) == []
