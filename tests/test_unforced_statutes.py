"""Statutes on record and not in force answer with what their act lacks (section 11)."""

from datetime import date

import pytest

from projections.deadlines.deadlines import deadlines
from projections.votes.electorate import (
    Asked,
    electorate,
)
from projections.votes.no_rules import NoRulesError, UnforcedStatutesError
from tests.acts import COMMITTEE, Plain, act, creation, decision, joins
from tests.answers import lacks, why
from tests.committee import RULES
from tests.spec import given

DAY = date(2020, 6, 30)
REFERENCE = f"{COMMITTEE}/statuts"


def adopted(**dates: object) -> Plain:
    """Adopt statutes, of which not all that lets them be in force is known."""
    said = decision("statutes-adopted", version="2018-11-28", rules=RULES)
    return act(REFERENCE, said, **dates)


NEITHER = adopted(adopted_on="2018-11-28")
UNPUBLISHED = adopted(adopted_on="2018-11-28", sent_on="2018-11-29")
THAT_DAY = adopted(adopted_on=str(DAY))
LATER = adopted(adopted_on="2020-07-01")


@pytest.mark.parametrize(
    ("statutes", "facts"),
    [
        (NEITHER, ["sent_on", "publicity"]),
        (UNPUBLISHED, ["publicity"]),
        (THAT_DAY, ["sent_on", "publicity"]),
        (LATER, ["statutes"]),
        (None, ["statutes"]),
    ],
    ids=["neither", "unpublished", "that-day", "later", "none"],
)
def test_where_no_statutes_are_in_force_what_their_act_lacks_is_missing(
    statutes: Plain | None, facts: list[str]
) -> None:
    told = given(
        creation(), *([statutes] if statutes else []), *joins("avelin", on="2020-03-02")
    )
    regime = why(told, "regime", str(DAY))
    assert regime.answer == "not established"
    assert lacks(regime) == [f"{one} from {COMMITTEE}" for one in facts]
    vacancies = [
        one
        for one in deadlines(told.world(), DAY, is_all=True).deadlines
        if one.kind == "vacancy"
    ]
    assert vacancies
    for one in vacancies:
        is_later = statutes is THAT_DAY  # than the day the seat fell empty
        lacking = ["statutes"] if is_later else facts
        assert [lack.fact for lack in one.missing] == lacking


def test_who_votes_names_the_act_whose_dates_are_missing() -> None:
    world = given(creation(), UNPUBLISHED).world()
    with pytest.raises(UnforcedStatutesError, match=f"{REFERENCE}"):
        electorate(world, COMMITTEE, Asked("ordinary"), DAY)


def test_who_votes_asks_for_statutes_where_none_were_adopted_by_then() -> None:
    world = given(creation(), LATER).world()
    with pytest.raises(NoRulesError) as refused:
        electorate(world, COMMITTEE, Asked("ordinary"), DAY)
    assert not isinstance(refused.value, UnforcedStatutesError)
