"""Why is an institution a member, and why not (arts. 1, 4, 15, 16)?"""

from tests.acts import (
    ENT,
    FIBRE,
    act,
    agrees,
    approval,
    asks,
    complete,
    creation,
    joins,
    leaves,
    request,
)
from tests.answers import acts_cited, changes, cited, lacks, says, why
from tests.committee import founded
from tests.spec import given

DAY = "2024-06-30"


# ------------------------------------------------------------------- it is so
def test_a_member_is_one_by_two_deliberations_and_article_15() -> None:
    found = why(
        given(*founded(), *joins("avelin", on="2020-03-02")), "member avelin", DAY
    )
    assert (found.answer, found.established) == ("yes", True)
    assert found.because == ("avelin/adhesion", "comite-syndical/avelin-adhesion")
    assert cited(found, "adhesion.requested") == ["statutes 15, 2019-01-01"]
    assert cited(found, "adhesion.approved") == ["statutes 15, 2019-01-01"]
    assert cited(found, "executory") == [
        "CGCT L.2131-1, 2019-01-01",
        "CGCT L.3131-1 (L.5721-4), 2019-01-01",
    ]


def test_the_article_is_that_of_the_version_in_force_when_it_was_decided() -> None:
    later = act(
        "comite-syndical/statuts-2022",
        {"type": "statutes-adopted", "version": "2022"},
        **complete("2022-01-19"),
    )
    history = given(*founded(), *joins("avelin", on="2020-03-02"), later)
    history_2 = given(*founded(), later, *joins("avelin", on="2023-03-02"))
    [before] = [
        step
        for step in why(history, "member avelin", DAY).steps
        if step.says == "adhesion.approved"
    ]
    [after] = [
        step
        for step in why(history_2, "member avelin", DAY).steps
        if step.says == "adhesion.approved"
    ]
    assert (before.statutes, before.carried_from) == ("2019-01-01", None)
    assert (after.statutes, after.carried_from) == ("2022", "2019-01-01")


def test_a_founder_is_a_member_by_the_act_of_creation() -> None:
    found = why(given(creation()), "member region-fictive", DAY)
    assert (found.answer, says(found)) == ("yes", ["member.founder"])
    assert found.because == ("prefecture-du-nord/creation",)


def test_a_founder_whose_competences_no_act_names_lacks_annex_2() -> None:
    history = given(creation(("region-fictive", [])), *joins("avelin", FIBRE, on=DAY))
    found = why(history, f"competence region-fictive {FIBRE}", DAY)
    assert (found.answer, lacks(found)) == (
        "not established",
        ["annex 2 from comite-syndical"],
    )


def test_where_the_acts_stand_in_the_ledger_is_told() -> None:
    found = why(given(*joins("avelin", on="2020-03-02")), "member avelin", DAY)
    assert [(one.act, one.positions) for one in found.acts] == [
        ("avelin/adhesion", (1, 2)),
        ("comite-syndical/avelin-adhesion", (3, 4)),
    ]


def test_what_starts_on_the_day_an_act_is_executory_relies_on_that_reading() -> None:
    at_once = why(given(*joins("avelin", on="2020-03-02")), "member avelin", DAY)
    stated = given(
        request("avelin", "1", **complete("2020-03-02"), effect="2021-01-01"),
        approval("avelin", "1", **complete("2020-05-04")),
    )
    later = why(stated, "member avelin", DAY)
    assert [one.name for one in at_once.switches] == ["executory-on-the-day-itself"]
    assert later.switches == ()
    assert "effect.stated" in says(later)


# ------------------------------------------------------------------- why not
def test_who_never_asked_is_no_member() -> None:
    history = given(creation(), *joins("avelin", on="2025-03-03"))
    found = why(history, f"competence avelin {ENT}", "2013-01-01")
    assert (found.answer, says(found)) == ("no", ["member.asked-later"])
    never = why(history, f"competence region-fictive {ENT}", DAY)
    assert (never.answer, says(never)) == ("no", ["member.never-asked"])


def test_who_asked_and_was_not_answered_lacks_the_approval() -> None:
    history = given(request("avelin", "1", **complete("2024-02-05")))
    found = why(history, "member avelin", DAY)
    assert (found.answer, found.established) == ("not established", False)
    assert lacks(found) == ["approval from comite-syndical"]
    assert "approval.missing" in says(found)


def test_what_is_missing_of_an_act_is_to_be_had_from_its_author() -> None:
    history = given(request("avelin", "1"), approval("avelin", "1"))
    assert lacks(why(history, "member avelin", DAY)) == [
        "adopted_on from avelin",
        "sent_on from avelin",
        "publicity from avelin",
        "adopted_on from comite-syndical",
        "sent_on from comite-syndical",
        "publicity from comite-syndical",
    ]


def test_an_approval_without_request_lacks_the_members_deliberation() -> None:
    known = request("avelin", "1", ENT, **complete("2024-02-05"))
    alone = approval("avelin", "1", FIBRE, **complete("2024-02-05"))
    found = why(given(known, alone), f"competence avelin {FIBRE}", DAY)
    assert lacks(found) == ["request from avelin"]


def test_a_membership_that_begins_later_says_when() -> None:
    history = given(
        request("avelin", "1", **complete("2024-02-05"), effect="2025-01-01"),
        approval("avelin", "1", **complete("2024-05-06")),
    )
    found = why(history, "member avelin", DAY)
    assert (found.answer, found.says) == ("no", "member.later")
    assert str(found.values["on"]) == "2025-01-01"


def test_who_left_is_told_by_which_acts_and_article_16() -> None:
    history = given(
        *founded(),
        *joins("avelin", on="2020-03-02"),
        *leaves("avelin", on="2022-01-03"),
    )
    found = why(history, "member avelin", DAY)
    assert (found.answer, found.says) == ("no", "member.left")
    assert cited(found, "withdrawal.approved") == ["statutes 16, 2019-01-01"]
    assert set(found.because) <= acts_cited(found)


def test_a_competence_taken_back_is_under_the_conditions() -> None:
    dates = complete("2022-01-03")
    history = given(
        *founded(),
        *joins("avelin", ENT, FIBRE, on="2020-03-02"),
        asks("avelin", "2", "competence-resumption", ENT, **dates),
        agrees("avelin", "2", "competence-resumed", ENT, **dates),
    )
    found = why(history, f"competence avelin {ENT}", DAY)
    assert (found.answer, found.says) == ("no", "competence.left")
    assert cited(found, "resumption.approved") == ["conditions None, 2019-01-01"]


def test_the_conditions_of_2019_number_their_articles_otherwise() -> None:
    conditions = act(
        "comite-syndical/2019-12",
        {"type": "conditions-adopted", "competence": ENT, "version": "2019-12"},
        **complete("2019-06-26"),
    )
    dates = complete("2022-01-03")
    history = given(
        *founded(),
        conditions,
        *joins("avelin", ENT, FIBRE, on="2020-03-02"),
        asks("avelin", "2", "competence-resumption", ENT, **dates),
        agrees("avelin", "2", "competence-resumed", ENT, **dates),
    )
    found = why(history, f"competence avelin {ENT}", DAY)
    assert cited(found, "resumption.approved") == ["conditions 5, 2019-01-01"]


def test_a_request_the_committee_voted_down_is_told() -> None:
    refusal = approval(
        "avelin",
        "refus",
        **complete("2024-03-04"),
        vote={
            "question": "adhesion",
            "for": "1",
            "against": "9",
            "outcome": "rejected",
        },
    )
    history = given(request("avelin", "1", **complete("2024-02-05")), refusal)
    found = why(history, "member avelin", DAY)
    assert (found.answer, lacks(found)) == (
        "not established",
        ["approval from comite-syndical"],
    )
    told = ["adhesion.requested", "member.refused", "approval.missing", "executory"]
    assert says(found) == told
    assert set(found.because) == {"avelin/1", "comite-syndical/refus"}
    assert [one.name for one in found.switches] == ["refusal-spends-request"]


# ------------------------------------------------------------------- pending, history
def test_what_is_pending_says_what_waits_for_what() -> None:
    history = given(request("avelin", "1", **complete("2024-02-05")))
    found = why(history, "pending avelin", DAY)
    assert (found.answer, lacks(found)) == ("yes", ["approval from comite-syndical"])
    nothing = why(history, "pending avelin", "2020-01-01")
    assert (nothing.answer, nothing.says) == ("no", "pending.nothing")


def test_the_history_of_a_membership_covers_all_days() -> None:
    history = given(
        *joins("avelin", on="2020-03-02"), *leaves("avelin", on="2022-01-03")
    )
    found = changes(history, "member avelin")
    assert [(str(one.from_), str(one.until), one.says) for one in found.changes] == [
        ("None", "2020-03-02", "member.later"),
        ("2020-03-02", "2022-01-03", "member"),
        ("2022-01-03", "None", "member.left"),
    ]
