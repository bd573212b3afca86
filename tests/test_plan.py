"""`smo contributions YEAR --plan`: what is missing before a year can be called."""

from datetime import date

from projections.money.plan import PlannedContributions, plan
from projections.money.planned import Planned
from tests.acts import (
    ENT,
    FIBRE,
    SECRETARIAT,
    act,
    agrees,
    asks,
    base,
    budget,
    calls,
    complete,
    counts,
    delivers,
    joins,
    line,
    request,
    ruling,
    suspended,
    tariff,
)
from tests.committee import NORD, founded
from tests.spec import History, given

AT = "2026-11-20"
OWN = base(2027, "1.40", "2026-10-05")
COUNTED = counts("avelin", "2026-2027", 100, "2026-10-12")
START = [*founded(), *joins("avelin", on="2020-03-02")]
READY = [*START, OWN, COUNTED]


def planned(history: History, year: int = 2027, at: str = AT) -> PlannedContributions:
    return plan(history.world(), year, date.fromisoformat(at))


def of(history: History, member: str, year: int = 2027, at: str = AT) -> Planned:
    found = planned(history, year, at).plan.members
    [one] = [one for one in found if one.member == member]
    return one


def facts(one: Planned) -> list[str]:
    return [f"{each} from {each.from_}" for each in one.missing]


# ------------------------------------------------------------------- a member
def test_a_member_of_whom_nothing_is_missing_is_ready_for_an_amount() -> None:
    one = of(given(*READY), "avelin")
    assert (one.status, one.due, one.to_call) == ("ready", "140.00", "140.00")
    assert (one.competences, one.missing, one.pending) == ((ENT,), (), False)
    assert {OWN["act"], COUNTED["act"]} <= set(one.because)


def test_without_its_pupils_it_is_incomplete_and_they_are_to_be_had_from_it() -> None:
    one = of(given(*START, OWN), "avelin")
    assert (one.status, one.due) == ("missing", None)
    assert facts(one) == ["pupils 2026-2027 from avelin"]
    [missing] = one.missing
    assert (missing.text, missing.article) == ("conditions", None), "none on record"


def test_an_article_of_the_conditions_is_that_of_the_version_of_the_day() -> None:
    adopted = {"type": "conditions-adopted", "competence": ENT, "version": "2019-12"}
    old = act("comite-syndical/ctaf", adopted, **complete("2019-06-26"))
    [missing] = of(given(*START, OWN, old), "avelin").missing
    assert (missing.version, missing.article) == ("2019-12", "6")


def test_without_a_budget_the_founders_are_incomplete_under_article_13_1() -> None:
    one = of(given(*READY), NORD)
    assert facts(one) == ["budget 2027 from comite-syndical"]
    assert [(each.text, each.article) for each in one.missing] == [("statutes", "13.1")]
    voted = budget(2027, "100.00", "2026-10-05")
    assert of(given(*READY, voted), NORD).due == "25.00"


def test_what_was_called_is_called_and_says_what_is_left_to_call() -> None:
    called = calls("avelin", 2027, "100.00", "2026-11-02")
    one = of(given(*READY, called), "avelin")
    assert (one.status, one.called, one.to_call) == ("called", "100.00", "40.00")
    assert facts(one) == [f"available_on ({called['act']}) from {SECRETARIAT}"]
    assert (one.missing[0].text, one.missing[0].article) == ("conditions", None)


def test_a_clause_the_version_of_the_day_lacks_is_extended_from_one_on_record() -> None:
    called = calls("avelin", 2027, "100.00", "2026-11-02")
    old, new = (
        act(
            f"comite-syndical/ctaf-{version}",
            {"type": "conditions-adopted", "competence": ENT, "version": version},
            **complete(on),
        )
        for version, on in (("2019-12", "2026-06-26"), ("2023-18", "2027-06-26"))
    )
    alone = of(given(*READY, called, old), "avelin").missing[0]
    assert (alone.article, alone.version) == (None, "2019-12")
    extended = of(given(*READY, called, old, new), "avelin").missing[0]
    assert (extended.article, extended.version) == ("7", "2023-18"), "2019 has none"


def test_a_suspended_call_is_not_to_be_made_again_an_annulled_one_may_be() -> None:
    called = calls("avelin", 2027, "140.00", "2026-11-02")
    paused = given(*READY, called, suspended(called["act"], "2026-11-09"))
    assert (of(paused, "avelin").status, of(paused, "avelin").called) == (
        *("called", "0.00"),
    )
    undone = given(*READY, called, ruling("act-annulled", called["act"]))
    assert of(undone, "avelin").status == "ready"


def test_a_service_whose_quantity_is_not_known_is_missing_from_its_act() -> None:
    voted = tariff(2026, line("jour", "half-day", "150"), on="2025-10-06")
    served = delivers("avelin", "jour", "2026-05-04")
    one = of(given(*START, voted, served), "avelin", year=2026)
    assert facts(one) == [f"quantity ({served['act']}) from {SECRETARIAT}"]


def test_who_holds_a_competence_and_owes_nothing_of_it_is_shown_so() -> None:
    history = given(*READY, *joins("beuvry", FIBRE, on="2021-03-01"))
    assert (of(history, "beuvry").status, of(history, "beuvry").due) == (
        *("nothing", "0.00"),
    )


# ------------------------------------------------------------------- to come
def test_who_joins_later_in_the_year_is_planned_from_that_day() -> None:
    later = {"effect": "2027-09-01"}
    dates = complete("2026-10-05")
    joined = [
        request("carvin", "1", applicant={"kind": "commune"}, **later, **dates),
        agrees("carvin", "carvin-1", "adhesion-approved", ENT, **dates),
        counts("carvin", "2026-2027", 50, "2026-10-12"),
    ]
    one = of(given(*READY, *joined), "carvin")
    assert (one.status, str(one.begins), one.due) == ("ready", "2027-09-01", "70.00")
    before = planned(given(*READY, *joined), year=2026).plan.members
    assert "carvin" not in {each.member for each in before}


def test_who_waits_is_incomplete_and_says_for_whom_it_waits() -> None:
    asked = request("carvin", "1", **complete("2026-10-05"))
    one = of(given(*READY, asked), "carvin")
    assert (one.status, one.pending, one.due) == ("missing", True, None)
    assert facts(one) == [
        *("approval from comite-syndical", "pupils 2026-2027 from carvin"),
    ]
    assert [each.article for each in one.missing] == ["15", None]


def test_who_leaves_before_the_year_is_not_in_it_and_within_it_has_its_last_day() -> (
    None
):
    def left(effect: str) -> History:
        dates = complete("2026-10-05")
        asked = asks("avelin", "retrait", "withdrawal", effect=effect, **dates)
        agreed = agrees("avelin", "retrait", "withdrawal-approved", **dates)
        return given(*READY, asked, agreed)

    members = planned(left("2027-01-01")).plan.members
    assert "avelin" not in {one.member for one in members}
    one = of(left("2027-07-01"), "avelin")
    assert (str(one.ends), one.status) == ("2027-06-30", "ready")


def test_the_heir_of_merged_members_is_planned_and_they_are_not() -> None:
    into = {"id": "heir", "name": "Heir", "kind": "commune", "department": "59"}
    merged = {"type": "members-merged", "members": ["avelin"], "into": into}
    merger = act(
        "prefecture-du-nord/fusion", merged | {"from": "2027-01-01"}, adopted_on=AT
    )
    found = {one.member: one for one in planned(given(*READY, merger)).plan.members}
    assert "avelin" not in found
    assert (found["heir"].status, found["heir"].due) == ("ready", "140.00")


# ------------------------------------------------------------------- the whole
def test_a_year_without_a_tariff_of_its_own_falls_back_and_says_so() -> None:
    history = given(*START, base(2024, "1.30", "2023-12-04"), COUNTED)
    found = planned(history)
    prices = {one.competence: one for one in found.plan.prices}
    assert (prices[ENT].from_year, prices[ENT].own_year) == (2024, False)
    assert of(history, "avelin").status == "ready"
    own = {one.competence: one for one in planned(given(*READY)).plan.prices}
    assert own[ENT].own_year


def test_without_any_tariff_the_tariff_is_what_is_missing() -> None:
    one = of(given(*START, COUNTED), "avelin")
    assert facts(one) == ["tariff 2027 from comite-syndical"]


def test_the_plan_sums_up_and_says_what_it_assumes() -> None:
    voted = budget(2027, "100.00", "2026-10-05")
    called = calls("avelin", 2027, "140.00", "2026-11-02")
    history = given(*READY, voted, called)
    found = planned(history).plan
    assert (found.ready, found.ready_amount) == (3, "100.00")
    assert (found.called, found.called_amount, found.missing) == (1, "140.00", 0)
    assert (str(found.seen_from), found.assumes_members_stay) == ("2027-12-31", True)
    assert not planned(history, year=2025).plan.assumes_members_stay


def test_a_tariff_not_yet_known_on_an_earlier_position_is_not_planned_with() -> None:
    known = given(*START).world().known.position
    one = of(given(*READY).as_known_at(known), "avelin")
    assert facts(one) == ["tariff 2027 from comite-syndical"]
