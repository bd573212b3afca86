"""An act's publicity is judged by who its author was in law that day (section 5)."""

from datetime import date
from typing import Any

import pytest

from projections.findings.check import findings
from tests.acts import COURT, Plain, act, complete, learned, request
from tests.answers import says, why
from tests.spec import History, given

DAY = "2024-06-30"
POSTED = "2024-02-05"
DESIGNATED = {"type": "delegate-designated", "person": "Zoé Fictive"}


def on(day: str) -> dict[str, Any]:
    """Say that an act was adopted, sent and posted on a day."""
    published = [{"on": day, "mode": "posting"}]
    return {"adopted_on": day, "sent_on": day, "published": published}


def posted(*decisions: dict[str, Any], number: str = "affiche", **fields: Any) -> Plain:
    """Let the commune decide, and post it."""
    return act(f"avelin/{number}", *decisions, **on(POSTED) | fields)


def introduced(population: int) -> Plain:
    """Let the commune ask to join, on the web: that is in force at any size."""
    applicant = {"population": population}
    return request("avelin", "1", applicant=applicant, **complete("2023-05-02"))


def in_force(history: History, number: str = "affiche") -> str | None:
    """Tell the day one of the commune's acts is in force from."""
    found = history.executory(f"avelin/{number}").on
    return str(found) if found is not None else None


def test_a_presumed_choice_names_the_population_of_the_day_of_publicity() -> None:
    counted = {"member": "avelin", "from": "2024-03-01", "population": 3_600}
    late = posted(DESIGNATED, sent_on="2024-04-02")
    grown = learned("recensement", "identity-changed", **counted)
    world = given(introduced(3_400), grown, late).world()
    found = findings(world, date.fromisoformat(DAY))
    [told] = [one for one in found.findings if one.name == "act.presumed"]
    assert told.values["population"] == 3_400
    [step] = [
        one
        for one in why(world, "executory avelin/affiche", DAY).steps
        if one.says == "publicity.small-commune"
    ]
    assert step.values["population"] == 3_400


# ------------------------------------------------------------------- what a court ends
def grown() -> Plain:
    """Let the prefect tell another population, before the commune posts."""
    said = {"type": "identity-changed", "member": "avelin", "population": 5_000}
    from_ = "2024-01-15"
    return act("prefecture-du-nord/1", said | {"from": from_}, adopted_on=from_)


def ended(what: str, from_: str, number: int = 1) -> Plain:
    """Let a court end or interrupt what the prefect told."""
    target = {"target": "prefecture-du-nord/1", "from": from_}
    return act(f"{COURT}/{number}", {"type": what} | target, adopted_on="2024-01-20")


@pytest.mark.parametrize(
    ("annulled_from", "counts"),
    [("2024-02-04", True), ("2024-02-05", True), ("2024-02-06", False)],
)
def test_an_identity_annulled_from_a_day_counts_no_more_from_it(
    annulled_from: str, *, counts: bool
) -> None:
    ruling = ended("act-annulled", annulled_from)
    history = given(introduced(1_660), grown(), posted(DESIGNATED), ruling)
    assert in_force(history) == (POSTED if counts else None)


def test_an_identity_suspended_counts_again_once_that_is_lifted() -> None:
    pause = ended("act-suspended", "2024-01-20")
    lifted = ended("suspension-lifted", POSTED, 2)
    later = ended("suspension-lifted", "2024-02-06", 2)
    before = (introduced(1_660), grown(), posted(DESIGNATED), pause)
    assert in_force(given(*before)) == POSTED
    assert in_force(given(*before, lifted)) is None
    assert in_force(given(*before, later)) == POSTED


def test_the_explanation_judges_as_the_decision_did() -> None:
    ruling = ended("act-annulled", "2024-01-21")
    history = given(introduced(1_660), grown(), posted(DESIGNATED), ruling)
    found = why(history, "executory avelin/affiche", DAY)
    assert (found.answer, found.says) == ("yes", "executory")
    assert "publicity.small-commune" in says(found)


# ------------------------------------------------------------------- what it repeals
def told(population: int, number: str, since: str = "2023-06-01") -> Plain:
    """Let the commune itself tell its population, on the web."""
    said = {"type": "identity-changed", "from": since, "population": population}
    return act(f"avelin/{number}", said, **complete("2023-06-05"))


def repeals(target: str) -> dict[str, Any]:
    return {"type": "act-repealed", "target": f"avelin/{target}"}


def test_what_an_act_repeals_still_holds_while_the_act_comes_into_force() -> None:
    """Posted by a commune of 3,000, by what it repeals; then it counts 4,000 again."""
    later = posted(DESIGNATED, number="plus-tard", **on("2024-02-06"))
    history = given(
        introduced(4_000), told(3_000, "dit"), posted(repeals("dit")), later
    )
    assert in_force(history) == POSTED
    assert in_force(history, "plus-tard") is None


def test_another_act_posted_that_day_is_judged_by_what_is_in_force_from_it_on() -> None:
    beside = posted(DESIGNATED, number="meme-jour")
    repeal = posted(repeals("dit"))
    history = given(introduced(4_000), told(3_000, "dit"), repeal, beside)
    assert in_force(history, "meme-jour") is None


def test_a_repeal_does_not_make_the_commune_small_enough_to_post_it() -> None:
    history = given(introduced(3_000), told(4_000, "dit"), posted(repeals("dit")))
    assert in_force(history) is None
    identity = history.world().identities["avelin"].on(date.fromisoformat(DAY))
    assert identity.population == 4_000


def test_one_repeal_may_keep_the_next_from_coming_into_force() -> None:
    """On the web the commune ends that it is small; what it posts then counts no more.

    So the repeal it posted the day after is of no effect, and 5,000 stands.
    """
    before = (introduced(1_000), told(5_000, "grand"))
    small = told(900, "petit", "2023-08-01")
    online = act("avelin/1-abroge", repeals("petit"), **complete("2024-02-01"))
    second = posted(repeals("grand"), number="2-abroge", **on("2024-02-02"))
    last = posted(DESIGNATED, **on("2024-02-03"))
    assert in_force(given(*before, small, second, last), "2-abroge") == "2024-02-02"
    history = given(*before, small, second, online, last)
    assert in_force(history, "1-abroge") == "2024-02-01"
    assert in_force(history, "2-abroge") is None
    assert in_force(history) is None
