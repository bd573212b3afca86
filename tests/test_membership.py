"""What begins and ends: competences, withdrawals, mergers, the syndicate itself."""

from tests.acts import (
    ENT,
    FIBRE,
    Plain,
    agrees,
    asks,
    complete,
    creation,
    joins,
    leaves,
    request,
)
from tests.spec import given

JOINED, LATER = "2020-03-02", "2022-01-03"


# ------------------------------------------------------------------- the founders
def test_founders_are_members_from_the_order_that_creates_the_syndicate() -> None:
    history = given(creation(("region-fictive", [FIBRE]), ("nord-fictif", [FIBRE])))
    assert history.members("2013-07-03") == []
    assert history.members("2013-07-04") == ["region-fictive", "nord-fictif"]
    assert history.holders("2013-07-04") == [
        ("region-fictive", FIBRE),
        ("nord-fictif", FIBRE),
    ]


def test_a_founder_whose_competences_no_act_names_misses_annex_2() -> None:
    history = given(creation(("region-fictive", [FIBRE]), ("nord-fictif", [])))
    answer = history.annex_2("2024-01-01")
    assert [line.member for line in answer.transfers] == ["region-fictive"]
    [pending] = answer.pending
    [missing] = pending.missing
    assert (pending.member, pending.competence) == ("nord-fictif", None)
    assert (missing.act, missing.fact) == (None, "annex 2")
    assert history.members("2024-01-01") == ["region-fictive", "nord-fictif"]


def test_a_founder_that_later_transfers_a_competence_misses_annex_2_no_more() -> None:
    history = given(
        creation(("nord-fictif", [])),
        asks("nord-fictif", "1", "competence-transfer", ENT, **complete(JOINED)),
        agrees("nord-fictif", "1", "competence-transferred", ENT, **complete(JOINED)),
    )
    [pending] = history.annex_2("2020-03-01").pending
    assert pending.member == "nord-fictif"
    assert history.annex_2(JOINED).pending == ()


def test_a_founder_keeps_its_place_though_it_left_and_came_back() -> None:
    founded = creation(("region-fictive", [FIBRE]), ("nord-fictif", [FIBRE]))
    came_back = joins("region-fictive", on="2022-06-01", kind="region")
    history = given(founded, *leaves("region-fictive", on=LATER), *came_back)
    assert history.members(LATER) == ["nord-fictif"]
    assert history.members("2022-06-01") == ["region-fictive", "nord-fictif"]


def test_what_a_founder_takes_back_may_be_held_where_no_act_names_what_it_holds() -> (
    None
):
    founded, dates = creation(("nord-fictif", [])), complete(LATER)
    asked = asks("nord-fictif", "1", "competence-resumption", FIBRE, **dates)
    agreed = agrees("nord-fictif", "1", "competence-resumed", FIBRE, **dates)
    assert given(founded, asked).waiting(LATER) == [
        ("nord-fictif", FIBRE, ["approval"])
    ]
    assert given(founded, asked, agreed).members(LATER) == ["nord-fictif"]


def test_founders_of_an_undated_order_are_not_established() -> None:
    answer = given(creation(("nord-fictif", [FIBRE]), on=None)).annex_1("2024-01-01")
    [pending] = answer.pending
    assert answer.members == ()
    assert [(one.act, one.fact) for one in pending.missing] == [
        ("prefecture-du-nord/creation", "adopted_on")
    ]


# ------------------------------------------------------------------- half-open
def test_a_member_is_one_on_the_first_day_and_not_on_the_day_it_ends() -> None:
    history = given(*joins("avelin", on=JOINED), *leaves("avelin", on=LATER))
    days = ["2020-03-01", JOINED, "2022-01-02", LATER]
    assert [history.members(day) for day in days] == [[], ["avelin"], ["avelin"], []]
    [line] = history.annex_1("2022-01-02").members
    assert (str(line.since), str(line.until)) == (JOINED, LATER)


# ------------------------------------------------------------------- competences
def adds(member: str, competence: str, *, on: str) -> list[Plain]:
    dates, number = complete(on), f"{member}-{competence}-ajout"
    return [
        asks(member, number, "competence-transfer", competence, **dates),
        agrees(member, number, "competence-transferred", competence, **dates),
    ]


def takes_back(member: str, competence: str, *, on: str) -> list[Plain]:
    dates, number = complete(on), f"{member}-{competence}-reprise"
    return [
        asks(member, number, "competence-resumption", competence, **dates),
        agrees(member, number, "competence-resumed", competence, **dates),
    ]


def test_a_member_adds_a_competence_and_stays_a_member_since_it_joined() -> None:
    history = given(
        *joins("avelin", ENT, on=JOINED), *adds("avelin", FIBRE, on="2021-01-04")
    )
    assert history.holders("2021-01-03") == [("avelin", ENT)]
    assert history.holders("2021-01-04") == [("avelin", FIBRE), ("avelin", ENT)]
    assert history.times("avelin") == [f"{JOINED}.."]


def test_a_transfer_asked_for_does_not_pend_in_annex_1() -> None:
    asked = asks("avelin", "2", "competence-transfer", FIBRE, **complete(LATER))
    history = given(*joins("avelin", on=JOINED), asked)
    assert history.annex_1(LATER).pending == ()
    assert [one.competence for one in history.annex_2(LATER).pending] == [FIBRE]


def test_a_member_that_takes_one_competence_back_stays_for_the_other() -> None:
    history = given(
        *joins("avelin", ENT, FIBRE, on=JOINED), *takes_back("avelin", ENT, on=LATER)
    )
    assert history.holders(LATER) == [("avelin", FIBRE)]
    assert history.times("avelin") == [f"{JOINED}.."]
    assert history.times("avelin", ENT) == [f"{JOINED}..{LATER}"]


def test_a_member_that_takes_its_last_competence_back_leaves_both_annexes() -> None:
    history = given(
        *joins("avelin", ENT, FIBRE, on=JOINED),
        *takes_back("avelin", ENT, on="2021-01-04"),
        *takes_back("avelin", FIBRE, on=LATER),
    )
    assert history.members(LATER) == []
    assert history.holders(LATER) == []
    assert history.times("avelin") == [f"{JOINED}..{LATER}"]


def test_both_competences_taken_back_in_one_act_end_the_membership() -> None:
    dates = complete(LATER)
    history = given(
        *joins("avelin", ENT, FIBRE, on=JOINED),
        asks("avelin", "2", "competence-resumption", ENT, FIBRE, **dates),
        agrees("avelin", "2", "competence-resumed", ENT, FIBRE, **dates),
    )
    assert history.times("avelin") == [f"{JOINED}..{LATER}"]


def test_a_competence_taken_back_needs_new_acts_of_both_to_be_held_again() -> None:
    history = given(
        *joins("avelin", ENT, FIBRE, on=JOINED),
        agrees("avelin", "old", "competence-transferred", ENT, **complete(JOINED)),
        *takes_back("avelin", ENT, on=LATER),
        asks("avelin", "2", "competence-transfer", ENT, **complete("2022-06-01")),
    )
    assert history.holders("2022-06-01") == [("avelin", FIBRE)]
    assert history.waiting("2022-06-01") == [("avelin", ENT, ["approval"])]


def test_to_take_back_what_is_not_held_is_not_pending() -> None:
    asked = asks("avelin", "2", "competence-resumption", FIBRE, **complete(LATER))
    assert given(*joins("avelin", ENT, on=JOINED), asked).pending(LATER) == []


# ------------------------------------------------------------------- withdrawal
def test_a_withdrawal_ends_everything_the_member_held() -> None:
    history = given(
        *joins("avelin", ENT, FIBRE, on=JOINED), *leaves("avelin", on=LATER)
    )
    assert history.times("avelin") == [f"{JOINED}..{LATER}"]
    assert history.times("avelin", ENT) == [f"{JOINED}..{LATER}"]
    assert history.times("avelin", FIBRE) == [f"{JOINED}..{LATER}"]


def test_the_acts_that_opened_and_closed_a_time_are_all_named() -> None:
    history = given(*joins("avelin", on=JOINED), *leaves("avelin", on=LATER))
    [line] = history.annex_1(JOINED).members
    assert line.because == (
        "avelin/adhesion",
        "comite-syndical/avelin-adhesion",
        "avelin/retrait",
        "comite-syndical/avelin-retrait",
    )


def test_a_withdrawal_asked_for_is_pending_in_both_annexes() -> None:
    asked = asks("avelin", "2", "withdrawal", **complete(LATER))
    history = given(*joins("avelin", on=JOINED), asked)
    assert history.members(LATER) == ["avelin"]
    assert history.waiting(LATER) == [("avelin", None, ["approval"])]
    assert len(history.annex_1(LATER).pending) == 1
    assert len(history.annex_2(LATER).pending) == 1


def test_a_withdrawal_waits_for_the_effect_the_member_stated() -> None:
    history = given(
        *joins("avelin", on=JOINED),
        asks("avelin", "2", "withdrawal", effect="2023-01-01", **complete(LATER)),
        agrees("avelin", "2", "withdrawal-approved", **complete(LATER)),
    )
    [pending] = history.pending("2022-12-31")
    assert (str(pending.since), pending.missing) == ("2023-01-01", ())
    assert history.times("avelin") == [f"{JOINED}..2023-01-01"]


def test_a_withdrawal_by_one_that_never_joined_is_not_pending() -> None:
    asked = asks("avelin", "2", "withdrawal", **complete(LATER))
    history = given(request("avelin", "1", **complete(JOINED)), asked)
    assert history.waiting(LATER) == [("avelin", ENT, ["approval"])]


# ------------------------------------------------------------------- one day
def test_of_two_changes_on_one_day_the_one_recorded_first_comes_first() -> None:
    away_and_back = [
        *joins("avelin", on=JOINED),
        *leaves("avelin", on=LATER),
        *joins("avelin", on=LATER, number="2"),
    ]
    assert given(*away_and_back).times("avelin") == [
        f"{JOINED}..{LATER}",
        f"{LATER}..",
    ]


def test_what_two_bodies_agreed_has_the_place_of_the_act_that_completed_it() -> None:
    asked, agreed = joins("avelin", on=LATER, number="2")
    dates = complete("2021-12-01", LATER)
    left = [
        asks("avelin", "retrait", "withdrawal", **dates),
        agrees("avelin", "retrait", "withdrawal-approved", **dates),
    ]
    history = given(*joins("avelin", on=JOINED), asked, *left, agreed)
    assert history.members(LATER) == ["avelin"]


def test_what_begins_and_ends_on_one_day_never_was() -> None:
    history = given(*joins("avelin", on=JOINED), *leaves("avelin", on=JOINED))
    assert history.times("avelin") == []
    assert history.members(JOINED) == []
