"""A line of a contribution says by what it was reckoned, and by nothing else."""

from datetime import date

from projections.changes.whole import register_on
from tests.acts import (
    FIBRE,
    Plain,
    act,
    base,
    budget,
    calls,
    counts,
    decision,
    delivers,
    joins,
    line,
    ruling,
    subsidizes,
    tariff,
)
from tests.answers import says, why
from tests.committee import NORD, founded
from tests.spec import History, given

DAY = "2024-12-31"
ASKED = "contribution 2024 avelin"
AVELIN = [*founded(), *joins("avelin", on="2023-03-02")]
BY_PUPIL = base(2024, "1.30", "2023-06-15")
COUNT = counts("avelin", "2023-2024", 100, "2023-11-06")


def asked(history: History, member: str = "avelin", year: int = 2024) -> list[str]:
    """List what the explanation of a contribution says, in its order."""
    return says(why(history, f"contribution {year} {member}", f"{year}-12-31"))


def test_a_service_of_a_line_by_pupil_counts_its_quantity_and_no_pupils() -> None:
    optional = line("visite", "pupil", "3.00", optional=True)
    priced = tariff(2024, optional, on="2023-06-15")
    served = delivers("avelin", "visite", "2024-03-04", quantity="5")
    history = given(*AVELIN, priced, COUNT, served)
    assert asked(history)[1:3] == ["contribution.tariff", "contribution.priced"]
    assert "contribution.pupils" not in asked(history)


def test_a_share_of_a_budget_is_no_matter_of_the_tariff_voted_beside_it() -> None:
    """The statutes divide what the fibre costs, whatever prices are voted with it."""
    voted = budget(2024, "100.00", "2023-12-14")
    prices = tariff(2024, line("acces", "pupil", "1.00"), on="2023-12-14")
    [beside] = prices["decisions"]
    both = voted | {"decisions": [*voted["decisions"], beside | {"competence": FIBRE}]}
    history = given(*founded(), both)
    assert "contribution.share" in asked(history, NORD)
    assert "contribution.tariff" not in asked(history, NORD)


# ------------------------------------------------------------------- what has ended
def suspended(target: str) -> Plain:
    """Let a court suspend an act in the year asked about."""
    return ruling("act-suspended", target, on="2024-02-05", from_="2024-02-05")


def test_a_service_whose_act_is_suspended_is_told_beside_what_is_owed() -> None:
    half_day = line("demi-journee", "half-day", "200.00")
    pupil = line("base", "pupil", "1.30")
    priced = tariff(2024, pupil, half_day, on="2023-06-15")
    served = delivers("avelin", "demi-journee", "2024-01-15", quantity="1")
    ruled = suspended(served["act"])
    found = why(given(*AVELIN, priced, COUNT, served, ruled), ASKED, DAY)
    assert found.values["amount"] == "130.00"
    assert "act.suspended" in says(found)
    assert {served["act"], ruled["act"]} <= {*found.because}


def merger() -> Plain:
    """Let avelin become part of another member in the year asked about."""
    heir = {"id": "heir", "name": "Heir", "kind": "commune", "department": "59"}
    said = decision("members-merged", members=["avelin"], into=heir, from_="2024-07-01")
    return act("prefecture-du-nord/1", said, adopted_on="2024-05-06")


def test_what_was_granted_to_a_merged_member_and_suspended_is_told_to_its_heir() -> (
    None
):
    granted = subsidizes(NORD, "avelin", 2024, "30.00", "2024-01-08")
    merged = [*AVELIN, BY_PUPIL, COUNT, merger(), granted]
    found = why(
        given(*merged, suspended(granted["act"])), "contribution 2024 heir", DAY
    )
    assert found.values["amount"] == "130.00"
    assert granted["act"] in found.because


def test_a_head_count_of_a_school_year_that_does_not_count_is_not_told() -> None:
    later = counts("avelin", "2024-2025", 110, "2024-01-15")
    owing = [*AVELIN, BY_PUPIL, COUNT, later]
    found = why(given(*owing, suspended(later["act"])), ASKED, DAY)
    assert found.values["amount"] == "130.00"
    assert later["act"] not in found.because
    counted = why(given(*owing, suspended(COUNT["act"])), ASKED, DAY)
    assert COUNT["act"] in counted.because


# ------------------------------------------------------------------- the account
def test_what_is_called_is_so_by_the_calls_that_stand() -> None:
    struck = calls("avelin", 2024, "100.00", "2024-02-05")
    left = calls("avelin", 2024, "50.00", "2024-03-04")
    world = given(*AVELIN, struck, left, suspended(struck["act"])).world()
    lines = register_on(world, date.fromisoformat(DAY)).values()
    [called] = [one for one in lines if one.what == "called"]
    assert called.value == {"year": 2024, "amount": "50.00"}
    assert called.because == (left["act"],)
