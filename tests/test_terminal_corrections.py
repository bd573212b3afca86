"""An act annulled for good never was, and overturned always was: at the terminal.

Every answer, over all time; and what was known before still reads as it did.
"""

import pytest

from tests.corrected_demo import (
    APPEAL,
    COURT,
    Demonstration,
    Question,
    answer,
    head,
    once_annulled,
    printed,
    ruling,
)

PEVELE = "comite-syndical/fictif-2019-13"
OF_NORD = "departement-du-nord/fictif-2021-056"
PRESIDENT = "comite-syndical/fictif-2021-6"
MEMBERS = {
    PEVELE: "cc-pevele-carembault",
    OF_NORD: "departement-du-nord",
    PRESIDENT: "region-hauts-de-france",
}
ALWAYS = ("--in", "2019-01-01..2026-11-20")
TEN = (
    *("2019-12-31", "2020-06-30", "2021-02-01", "2021-12-31", "2022-06-30"),
    *("2023-06-30", "2024-05-06", "2025-02-02", "2026-03-31", "2026-11-20"),
)
YEARS = ("2024", "2020", "2022", "2026")
BODIES = ("committee", "bureau", "nord", "pas-de-calais", "communal")


def always(target: str) -> list[Question]:
    """List what is asked over all time, and for some years."""
    asked = [("annex", "1"), ("member", MEMBERS[target]), ("roster", "committee")]
    asked.append(("roster", "bureau"))
    if target == PEVELE:
        asked += [("annex", "2"), *(("roster", body) for body in BODIES[2:])]
    found: list[Question] = [(*one, *ALWAYS) for one in asked]
    years = YEARS if target == PEVELE else YEARS[:1]
    return [
        *found,
        *(("contributions", year, "--at", "2026-11-20") for year in years),
    ]


# ------------------------------------------------------------------- as if never
@pytest.mark.parametrize("target", MEMBERS)
def test_an_annulled_act_never_was_and_overturned_it_always_was(
    demo: Demonstration, target: str
) -> None:
    annulled = demo.corrected(ruling("act-annulled", target))
    overturned = demo.corrected(
        ruling("act-annulled", target), ruling("ruling-overturned", COURT, APPEAL)
    )
    never, first = demo.lacking(target), head(demo.place)
    changed = 0
    for question in always(target):
        without = answer(never, *question)
        if target == PEVELE and question[0] == "contributions":
            without = once_annulled(without, MEMBERS[target])
        assert answer(annulled, *question) == without, question
        changed += answer(annulled, *question) != answer(demo.place, *question)
        before = printed(demo.place, question)
        assert printed(annulled, (*question, "--known-at", first)) == before
        again = printed(overturned, question).replace(head(overturned), first)
        assert again == before, question
    assert changed >= 1, "the act mattered"


def test_an_annulled_approval_never_was_on_ten_dates(
    demo: Demonstration,
) -> None:
    annulled, never = (
        demo.corrected(ruling("act-annulled", PEVELE)),
        demo.lacking(PEVELE),
    )
    for day in TEN:
        for asked in (("annex", "1"), ("roster", "committee")):
            question = (*asked, "--at", day)
            assert answer(annulled, *question) == answer(never, *question), question
        members = ("annex", "1", "--at", day)
        assert answer(annulled, *members) != answer(demo.place, *members)


def test_an_annulment_of_one_decision_leaves_the_others_in_force(
    demo: Demonstration,
) -> None:
    whole = answer(demo.lacking(OF_NORD), "roster", "committee", *ALWAYS)
    annulled = demo.corrected(ruling("act-annulled", OF_NORD, decisions=[2]))
    never = demo.lacking(OF_NORD, 2)
    for body in ("committee", "bureau"):
        found = answer(annulled, "roster", body, *ALWAYS)
        assert found == answer(never, "roster", body, *ALWAYS)
    found = answer(annulled, "roster", "committee", *ALWAYS)
    assert found not in (whole, answer(demo.place, "roster", "committee", *ALWAYS))
