"""An act's publicity is judged by who its author was in law that day (section 5)."""

from datetime import date
from typing import Any

from ledger.acts.act import Act
from projections.findings.check import findings
from tests.history import act, given, learned, request
from tests.whys import says, why

DAY = "2024-06-30"
POSTED = "2024-02-05"


def counted(population: int, since: str, number: str = "recensement") -> Act:
    said = {"member": "avelin", "from": since, "population": population}
    return learned(number, "identity-changed", **said)


def posted(*decisions: dict[str, Any], number: str = "affiche", **fields: Any) -> Act:
    """Let a commune decide, and post it on the day it sent it."""
    dates = {"adopted_on": POSTED, "sent_on": POSTED}
    published = [{"on": POSTED, "mode": "posting"}]
    said = dates | {"published": published} | fields
    return act(f"avelin/{number}", *decisions, **said)


def introduced(population: int) -> Act:
    """Let the commune ask to join, on the web: that is in force at any size."""
    return request(
        "avelin",
        "1",
        applicant={"population": population},
        adopted_on="2023-05-02",
        sent_on="2023-05-02",
        published=[{"on": "2023-05-02", "mode": "web"}],
    )


def test_a_presumed_choice_names_the_population_of_the_day_of_publicity() -> None:
    designated = {"type": "delegate-designated", "person": "Zoé Fictive"}
    late = posted(designated, sent_on="2024-04-02")
    world = given(introduced(3_400), counted(3_600, "2024-03-01"), late).world()
    found = findings(world, date.fromisoformat(DAY))
    [told] = [one for one in found if one.name == "act.presumed"]
    assert told.values["population"] == 3_400
    [step] = [
        one
        for one in why(world, "executory avelin/affiche", DAY).steps
        if one.says == "publicity.small-commune"
    ]
    assert step.values["population"] == 3_400
