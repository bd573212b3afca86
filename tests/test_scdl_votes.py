"""Votes, receipts and budgets as open data: what is known wholly, or an empty cell."""

from typing import Any

import pytest

from exports.scdl import cells_of
from tests.acts import ENT, FIBRE, Plain, request
from tests.scdl_rows import NAMES, asked, deliberation, row_of


# ------------------------------------------------------------------- votes
def voting(**said: Any) -> Plain:
    return deliberation("1", vote={"question": "ordinary"} | said)


def cells(one: Plain) -> list[str]:
    named = cells_of(row_of(one))
    return [cell for name, cell in named.items() if name.startswith("VOTE_")]


def test_a_vote_counts_persons_by_name_or_by_number() -> None:
    by_name = voting(**{"for": NAMES[:5], "against": NAMES[5:7]})
    assert cells(by_name) == ["10", "7", "5", "2", "0"]
    by_number = voting(**{"for": 5, "against": 2, "abstentions": 1})
    assert cells(by_number) == ["10", "8", "5", "2", "1"]


def test_the_weight_of_votes_stays_in_the_ledger() -> None:
    department = {"for": 3, "against": 0, "abstentions": 0}
    counted = voting(
        **{"for": 6, "against": 2}, applicant_department=department, applicant="avelin"
    )
    assert cells(counted) == ["10", "8", "6", "2", "0"]


@pytest.mark.parametrize(
    ("one", "why"),
    [
        (deliberation("1"), None),
        (deliberation("1", vote="unanimous"), "vote.numbers"),
        (deliberation("1", vote={"outcome": "adopted"}), "vote.numbers"),
        (voting(**{"for": 11}), "vote.more-than-seats"),
    ],
    ids=str,
)
def test_of_a_vote_all_is_known_or_nothing_is_written(
    one: Plain, why: str | None
) -> None:
    assert cells(one) == [""] * 5
    expected = [] if why is None else [(one["act"], (why,))]
    told = [(left.act, left.missing) for left in asked(one).left_empty]
    assert told == expected


def test_of_a_members_assembly_nobody_knows_how_many_are_in_office() -> None:
    numbers = {"siren": "215900341", "siret": "21590034100011"}
    voted = deliberation("2", by="avelin", vote={"for": 23})
    found = asked(request("avelin", "1", applicant=numbers), voted)
    assert [(one.act, one.missing) for one in found.left_empty] == [
        ("avelin/2", ("vote.in-office",))
    ]


# ------------------------------------------------------------------- the State, money
def test_a_receipt_before_the_adoption_is_not_written() -> None:
    irregular = [{"rule": "act.dates", "reason": "Date mal lue"}]
    one = deliberation("1", received_on="2024-02-11", irregular=irregular)
    assert row_of(one).pref_date is None
    assert asked(one).left_empty[0].missing == ("pref_date",)


def budget(year: int, competence: str = FIBRE) -> dict[str, Any]:
    voted = {"type": "budget-voted", "competence": competence, "year": year}
    return voted | {"operating": "100.00"}


@pytest.mark.parametrize(
    ("decisions", "years", "name"),
    [
        ([], "", ""),
        ([budget(2024)], "2024", "Communications électroniques"),
        ([budget(2024), budget(2025)], "2024/2025", "Communications électroniques"),
        (
            [budget(2024), budget(2024, ENT)],
            "2024",
            "Communications électroniques et Numérique éducatif",
        ),
        ([budget(2024), budget(2026)], "", ""),
    ],
    ids=str,
)
def test_a_budget_names_its_years_and_its_competences(
    decisions: list[Any], years: str, name: str
) -> None:
    found = cells_of(row_of(deliberation("1", *decisions)))
    assert (found["BUDGET_ANNEE"], found["BUDGET_NOM"]) == (years, name)
