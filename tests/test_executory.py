"""Since when is an act in force, and what is missing where that is not known?"""

from typing import Any

import pytest

from tests.acts import (
    FIBRE,
    Plain,
    act,
    creation,
    decision,
    known,
    learned,
    request,
)
from tests.answers import says, why
from tests.spec import given
from tests.test_publicity import (
    ADOPTED,
    LARGE,
    PRESUMED,
    RIGHT,
    SINCE,
    SMALL,
    UNKNOWN,
    published,
    request_of,
    told_of,
)


@pytest.mark.parametrize(
    ("adopted_on", "sent_on", "published_on", "day"),
    [
        ("2023-01-10", "2023-01-12", "2023-01-15", "2023-01-15"),
        ("2023-01-10", "2023-01-15", "2023-01-12", "2023-01-15"),
        ("2023-01-10", "2023-01-10", "2023-01-10", "2023-01-10"),
        ("2023-01-20", "2023-01-12", "2023-01-15", "2023-01-20"),
    ],
)
def test_an_act_is_in_force_from_the_latest_of_adoption_sending_and_publication(
    adopted_on: str, sent_on: str, published_on: str, day: str
) -> None:
    one = request_of(
        LARGE, published(published_on, "web"), adopted_on=adopted_on, sent_on=sent_on
    )
    assert told_of(one) == (day, RIGHT)


def test_what_is_missing_is_listed_in_order_with_its_act() -> None:
    one = request("avelin", "1", published=[published(SINCE, "posting")])
    found = given(one).executory("avelin/1")
    assert found.on is None
    assert [(missing.act, missing.fact) for missing in found.missing] == [
        ("avelin/1", "adopted_on"),
        ("avelin/1", "sent_on"),
        ("avelin/1", "population"),
    ]


@pytest.mark.parametrize(
    ("fields", "missing"),
    [
        ({}, ["adopted_on", "sent_on", "publicity"]),
        ({"adopted_on": ADOPTED}, ["sent_on", "publicity"]),
        ({"sent_on": ADOPTED}, ["adopted_on", "publicity"]),
        ({"published": [published(SINCE, "web")]}, ["adopted_on", "sent_on"]),
        ({"adopted_on": ADOPTED, "sent_on": ADOPTED}, ["publicity"]),
    ],
)
def test_each_fact_not_known_is_missing(
    fields: dict[str, Any], missing: list[str]
) -> None:
    assert told_of(request("avelin", "1", **fields)) == (None, missing)


def test_the_states_receipt_is_never_a_condition() -> None:
    without = request_of(LARGE, published(SINCE, "web"))
    late = request_of(LARGE, published(SINCE, "web"), received_on="2022-09-01")
    alone = request(
        "avelin", "1", adopted_on=ADOPTED, received_on=ADOPTED,
        published=[published(SINCE, "web")],
    )  # fmt: skip
    assert told_of(without) == told_of(late) == (SINCE, RIGHT)
    assert told_of(alone) == (SINCE, RIGHT)


@pytest.mark.parametrize(
    ("sent_on", "received_on", "day"),
    [
        (None, "2023-01-20", "2023-01-20"),
        (None, "2023-01-12", "2023-01-15"),
        ("2023-01-12", "2023-01-20", "2023-01-15"),
    ],
)
def test_an_act_counts_as_sent_on_its_receipt_where_its_sending_is_unknown(
    sent_on: str | None, received_on: str, day: str
) -> None:
    dates = known(adopted_on="2023-01-10", sent_on=sent_on, received_on=received_on)
    public = [published("2023-01-15", "web")]
    history = given(request("avelin", "1", published=public, **dates))
    assert str(history.executory("avelin/1").on) == day
    found = why(history, "executory avelin/1", "2023-06-30")
    assert ("executory.received" in says(found)) is (sent_on is None)
    switches = [one.name for one in found.switches]
    assert ("receipt-proves-sending" in switches) is (sent_on is None)


def test_a_certified_day_relies_on_no_receipt() -> None:
    certified = {"executory_on": "2023-01-20", "executory_basis": "certified"}
    one = request("avelin", "1", received_on="2023-01-12", **certified)
    found = why(given(one), "executory avelin/1", "2023-06-30")
    assert found.switches == ()


def test_eighty_receipts_and_eighty_publications_make_eighty_acts_executory() -> None:
    names = [f"commune-{number}" for number in range(80)]
    acts = [request(name, "1", adopted_on=ADOPTED) for name in names]
    day = "2023-02-01"
    said = [
        decision("act-transmitted", target=f"{name}/1", received_on=day)
        for name in names
    ] + [
        decision("act-published", target=f"{name}/1", on=day, mode="web")
        for name in names
    ]
    before, after = given(*acts).world(), given(*acts, act("secretariat/1", *said))
    assert {before.executory[f"{name}/1"].on for name in names} == {None}
    executory = after.world().executory
    assert {str(executory[f"{name}/1"].on) for name in names} == {day}


# ------------------------------------------------------------------- executory_on
def test_a_certified_day_wins_over_every_other_date() -> None:
    one = request_of(
        LARGE,
        published("2022-08-01", "web"),
        executory_on="2022-07-10",
        executory_basis="certified",
    )
    assert told_of(one) == ("2022-07-10", RIGHT)


def test_a_presumed_day_wins_where_nothing_else_is_known_and_says_so() -> None:
    one = request(
        "avelin",
        "1",
        executory_on="2022-07-10",
        executory_basis="presumed",
        note="Aucune date au dossier.",
    )
    assert told_of(one) == ("2022-07-10", PRESUMED)


# ------------------------------------------------------------------- other authors
@pytest.mark.parametrize(
    "authority",
    [
        "prefecture-du-nord",
        "tribunal-administratif-de-lille",
        "cour-administrative-d-appel-de-douai",
        "conseil-d-etat",
        "college-nord",
    ],
)
def test_a_prefecture_a_court_and_a_college_take_effect_on_adoption(
    authority: str,
) -> None:
    assert told_of(act(f"{authority}/1", adopted_on=SINCE)) == (SINCE, RIGHT)
    assert told_of(act(f"{authority}/1", sent_on=SINCE)) == (None, ["adopted_on"])


def test_what_the_secretariat_writes_down_waits_for_no_publicity() -> None:
    assert told_of(act("secretariat/1", adopted_on=SINCE)) == (SINCE, RIGHT)


# ------------------------------------------------------------------- population
def grown(population: int, since: str) -> Plain:
    said = {"member": "avelin", "from": since, "population": population}
    return learned("recensement", "identity-changed", **said)


@pytest.mark.parametrize(
    ("day", "answer"),
    [
        ("2022-12-31", ("2022-12-31", PRESUMED)),
        ("2023-01-01", (None, ["publicity"])),
    ],
)
def test_a_commune_that_grows_is_judged_by_its_population_when_it_published(
    day: str, answer: tuple[str | None, str | list[str]]
) -> None:
    one = request_of(SMALL, published(day, "posting"))
    assert told_of(one, grown(3_500, "2023-01-01")) == answer


@pytest.mark.parametrize(
    ("day", "answer"),
    [
        ("2022-12-31", (None, ["population"])),
        ("2023-01-01", ("2023-01-01", PRESUMED)),
    ],
)
def test_a_population_learned_holds_from_the_day_it_names(
    day: str, answer: tuple[str | None, str | list[str]]
) -> None:
    one = request_of(UNKNOWN, published(day, "posting"))
    assert told_of(one, grown(3_499, "2023-01-01")) == answer


def test_founders_are_judged_as_what_the_creation_says_they_are() -> None:
    posted = act(
        "region-fictive/1",
        adopted_on=SINCE,
        sent_on=SINCE,
        published=[published(SINCE, "posting")],
    )
    founded = creation(("region-fictive", [FIBRE]))
    assert told_of(posted, founded) == (None, ["publicity"])
