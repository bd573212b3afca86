"""Why does a member owe what it owes, and why does another owe nothing (art. 13.1)?"""

from tests.acts import (
    ENT,
    FIBRE,
    Plain,
    act,
    base,
    calls,
    complete,
    counts,
    joins,
    pays,
    subsidizes,
)
from tests.answers import acts_cited, changes, cited, lacks, says, value, why
from tests.committee import NORD, founded
from tests.spec import given

DAY = "2024-12-31"
OWING = [
    *founded(),
    *joins("avelin", on="2023-03-02"),
    base(2024, "1.30", "2023-06-15"),
    counts("avelin", "2023-2024", 100, "2023-11-06"),
]
ASKED = "contribution 2024 avelin"


def merger() -> object:
    decision = {
        "type": "members-merged",
        "members": ["avelin"],
        "into": {"id": "heir", "name": "Heir", "kind": "commune", "department": "59"},
        "from": "2024-07-01",
    }
    return act("prefecture-du-nord/1", decision, adopted_on="2024-05-06")


def test_what_is_owed_is_quantity_times_price_by_an_article_and_its_acts() -> None:
    found = why(given(*OWING), ASKED, DAY)
    assert (found.answer, found.values["amount"]) == ("yes", "130.00")
    [line] = [step for step in found.steps if step.says == "contribution.priced"]
    shown = [line.values[name] for name in ("quantity", "price", "amount")]
    assert shown == [100, "1.30", "130.00"]
    assert cited(found, "contribution.tariff") == ["conditions None, 2019-01-01"]
    assert set(found.because) == acts_cited(found)
    assert [one.name for one in found.switches] == ["prorata"]


def test_a_share_of_the_budget_is_under_article_13_1() -> None:
    budget = {"type": "budget-voted", "competence": FIBRE, "year": "2024"}
    voted = act(
        "comite-syndical/budget",
        budget | {"operating": "100.00"},
        adopted_on="2023-12-14",
        executory_on="2023-12-14",
        executory_basis="certified",
    )
    found = why(given(*founded(), voted), f"contribution 2024 {NORD}", DAY)
    assert cited(found, "contribution.share") == ["statutes 13.1, 2019-01-01"]
    assert found.values["amount"] == "25.00"


def test_what_cannot_be_told_says_what_is_missing_and_from_whom() -> None:
    found = why(given(*OWING[:-1]), ASKED, DAY)
    assert (found.answer, lacks(found)) == (
        "not established",
        ["pupils 2023-2024 from avelin"],
    )
    no_tariff = why(given(*OWING[:-2]), ASKED, DAY)
    assert lacks(no_tariff) == ["tariff 2024 from comite-syndical"]


def test_who_held_nothing_in_the_year_is_no_debtor() -> None:
    found = why(given(*OWING), "contribution 2022 avelin", DAY)
    assert (found.answer, says(found)) == ("no", ["contribution.not-held"])


def test_a_founder_without_share_or_tariff_line_is_no_debtor() -> None:
    joined = joins("avelin", FIBRE, on="2023-03-02")
    found = why(given(*founded(), *joined), ASKED, DAY)
    assert (found.answer, says(found)[-1]) == ("no", "contribution.not-shared")


def test_a_member_that_was_merged_owes_nothing_its_heir_does() -> None:
    history = given(*OWING, merger())  # type: ignore[arg-type]
    merged, heir = (
        why(history, ASKED, DAY),
        why(history, "contribution 2024 heir", DAY),
    )
    assert (merged.answer, "contribution.succeeded" in says(merged)) == ("no", True)
    assert (heir.answer, heir.values["amount"]) == ("yes", "130.00")
    for found in (merged, heir):
        assert "merger-year" in [one.name for one in found.switches]
    before = why(history, "member heir", DAY)
    assert "member.merged" in says(before)


def test_what_is_not_set_off_of_a_subsidy_is_a_step_with_its_reading() -> None:
    granted = subsidizes(NORD, "avelin", 2024, "500.00", "2024-01-08")
    found = why(given(*OWING, granted), ASKED, DAY)
    shown = [
        step.values["amount"]
        for step in found.steps
        if step.says.startswith(("contribution.priced", "contribution.subsidy"))
    ]
    assert shown == ["130.00", "-500.00", "370.00"]
    assert found.values["amount"] == "0.00"
    assert cited(found, "contribution.subsidy-cap") == ["conditions None, 2019-01-01"]
    assert "subsidies" in {one.name for one in found.switches}


def test_a_call_issued_after_the_day_asked_is_said_to_be_later() -> None:
    called = calls("avelin", 2024, "100.00", "2024-04-08")
    history = given(*OWING, called)
    assert "contribution.called-later" in says(why(history, ASKED, "2024-04-07"))
    assert "contribution.called" in says(why(history, ASKED, "2024-04-08"))


def test_subsidies_and_calls_are_readings_and_stand_in_the_account() -> None:
    history = given(
        *OWING,
        subsidizes(NORD, "avelin", 2024, "30.00", "2024-01-08"),
        calls("avelin", 2024, "100.00", "2024-04-08"),
        pays("avelin", 2024, "40.00", "2024-05-06"),
    )
    found = why(history, ASKED, DAY)
    assert found.values["amount"] == "100.00"
    assert {"contribution.subsidy", "contribution.account"} <= set(says(found))
    assert [one.name for one in found.switches] == [
        *("prorata", "subsidies", "thirty-days-on-every-call"),
    ]


def test_the_history_of_a_contribution_begins_with_the_year() -> None:
    paid = pays("avelin", 2024, "40.00", "2024-05-06")
    found = changes(given(*OWING, paid), ASKED)
    assert [(str(one.from_), one.says) for one in found.changes] == [
        ("None", "contribution.not-begun"),
        ("2024-01-01", "contribution"),
        ("2024-05-06", "contribution"),
    ]
    assert value(found.changes[1])["lines"][0]["competence"] == ENT


# ------------------------------------------------------------------- the articles
def adopted(version: str, on: str) -> Plain:
    said = {"type": "conditions-adopted", "competence": ENT, "version": version}
    return act(f"comite-syndical/ctaf-{version}", said, **complete(on))


def articles(year: int, day: str, *more: Plain) -> dict[str, tuple[str | None, ...]]:
    both = [adopted("2019-12", "2019-06-26"), adopted("2023-18", "2023-06-15")]
    found = why(given(*OWING, *both, *more), f"contribution {year} avelin", day)
    return {
        step.says: (step.conditions, step.article)
        for step in found.steps
        if step.text == "conditions"
    }


def test_the_conditions_are_cited_in_the_version_of_the_day() -> None:
    assert articles(2024, DAY) == {
        "contribution.tariff": ("2023-18", "5"),
        "contribution.pupils": ("2023-18", "5"),
        "contribution.priced": ("2023-18", "5"),
    }
    early = base(2022, "0.90", "2021-12-06")
    pupils = counts("avelin", "2021-2022", 90, "2021-11-08")
    joined = joins("beuvry", on="2022-01-10")
    both = [adopted("2019-12", "2019-06-26"), adopted("2023-18", "2023-06-15")]
    told = counts("beuvry", "2021-2022", 90, "2021-11-08")
    history = given(*founded(), *both, early, pupils, *joined, told)
    found = why(history, "contribution 2022 beuvry", DAY)
    cited_ = {(one.conditions, one.article) for one in found.steps if one.conditions}
    assert cited_ == {("2019-12", "6")}


def test_thirty_days_are_those_of_2023_where_the_conditions_have_none() -> None:
    said = {"type": "contribution-called", "member": "avelin", "year": 2023}
    said |= {"amount": "1.00", "available_on": "2023-05-02"}
    called = act("secretariat/titre", said, adopted_on="2023-05-02")
    found = articles(2023, "2023-05-31", called)
    assert found["contribution.called"] == ("2023-18", "7")


def test_a_tariff_of_an_earlier_year_says_that_none_was_voted() -> None:
    told = counts("avelin", "2024-2025", 100, "2024-11-04")
    found = why(given(*OWING, told), "contribution 2025 avelin", "2025-12-31")
    assert cited(found, "contribution.tariff-not-voted") == [
        "conditions None, 2019-01-01"
    ]
    assert "contribution.tariff-not-voted" not in says(why(given(*OWING), ASKED, DAY))


def test_the_pupils_that_count_are_named_with_their_year_and_act() -> None:
    found = why(given(*OWING), ASKED, DAY)
    [step] = [one for one in found.steps if one.says == "contribution.pupils"]
    assert step.values["school_year"] == "2023-2024"
    assert step.values["acts"] == (OWING[-1]["act"],)


def test_a_commune_beside_its_epci_is_told_to_both() -> None:
    epci = joins("cc-fictive", on="2023-03-02", kind="epci")
    commune = joins("beuvry", on="2023-03-02", epci="cc-fictive")
    history = given(*OWING, *epci, *commune)
    for member, is_told in (("beuvry", True), ("cc-fictive", True), ("avelin", False)):
        found = why(history, f"contribution 2024 {member}", DAY)
        assert ("contribution.overlap" in says(found)) is is_told
