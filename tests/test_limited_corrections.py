"""Acts annulled from a day on, or suspended (specification section 10)."""

from datetime import date

from tests.acts import (
    APPROVAL,
    AVELIN,
    COMMITTEE,
    COURT,
    ENT,
    JOINED,
    LATER,
    PAUSED,
    RESUMED,
    act,
    annulled_from,
    base,
    complete,
    counts,
    joins,
    leaves,
    lifted,
    overturned,
    paused,
    ruling,
    suspended,
)
from tests.answers import due, mandates, regimes, sitting, vacancies
from tests.committee import (
    COLLEGE_NORD,
    COLLEGE_PDC,
    NORD,
    all_seated,
    designates,
    elects,
    elects_officer,
    founded,
    seated,
    statutes,
)
from tests.spec import given


# ------------------------------------------------------------------- deferred
def test_an_approval_annulled_from_a_day_ends_the_membership_that_day() -> None:
    history = given(*AVELIN, annulled_from(APPROVAL))
    assert history.times("avelin") == history.times("avelin", ENT)
    assert history.times("avelin") == [f"{JOINED}..{PAUSED}"]
    [line] = history.annex_1("2021-12-31").members
    assert line.because == (*(one["act"] for one in AVELIN), f"{COURT}/1")
    assert history.waiting("2021-12-31") == []
    assert history.waiting(PAUSED) == [("avelin", ENT, ["approval"])]


def test_a_deferred_annulment_overturned_is_as_if_never() -> None:
    history = given(*AVELIN, annulled_from(APPROVAL), overturned(1))
    assert (
        history.annex_1("2024-01-01").members
        == given(*AVELIN).annex_1("2024-01-01").members
    )


def test_a_partial_deferred_annulment_leaves_the_other_decisions_in_force() -> None:
    both = act(
        f"{COMMITTEE}/both",
        {"type": "adhesion-approved", "member": "avelin", "competences": [ENT]},
        {"type": "adhesion-approved", "member": "beuvry", "competences": [ENT]},
        **complete(JOINED),
    )
    asked_ = [AVELIN[0], joins("beuvry", on=JOINED)[0]]
    history = given(*asked_, both, annulled_from(both["act"], decisions=[2]))
    assert history.times("avelin") == [f"{JOINED}.."]
    assert history.times("beuvry") == [f"{JOINED}..{PAUSED}"]


def test_a_withdrawal_annulled_from_a_day_lets_the_member_return_that_day() -> None:
    gone = leaves("avelin", on=LATER)
    history = given(*AVELIN, *gone, annulled_from(gone[1]["act"]))
    assert history.times("avelin") == [f"{JOINED}..{LATER}", f"{PAUSED}.."]


def test_the_regime_a_deferred_annulment_found_survives_it() -> None:
    block = all_seated("avelin beuvry carvin deulemont ennetieres", JOINED)
    approval = block[-2]["act"]
    history = given(*founded(), *block, annulled_from(approval))
    assert regimes(history) == ["direct 2019-01-01", f"communal-college {JOINED}"]
    never = given(*founded(), *block, ruling("act-annulled", approval))
    assert regimes(never) == ["direct 2019-01-01"]


# ------------------------------------------------------------------- suspended
def test_a_suspended_adhesion_is_interrupted_and_resumes() -> None:
    history = given(*AVELIN, *paused(APPROVAL))
    assert history.times("avelin") == [f"{JOINED}..{PAUSED}", f"{RESUMED}.."]
    assert history.members("2022-06-30") == []
    assert history.waiting("2022-06-30") == [("avelin", ENT, ["approval"])]
    [line] = history.annex_1("2024-01-01").members
    assert (str(line.since), line.because[-1]) == (RESUMED, f"{COURT}/2")
    [line] = history.annex_1("2021-01-01").members
    assert (str(line.until), line.because[-1]) == (PAUSED, f"{COURT}/1")


def test_a_suspension_that_is_not_lifted_lasts() -> None:
    history = given(*AVELIN, suspended(APPROVAL))
    assert history.times("avelin") == [f"{JOINED}..{PAUSED}"]


def test_lifting_may_name_the_ruling_that_suspended() -> None:
    history = given(*AVELIN, suspended(APPROVAL), lifted(f"{COURT}/1"))
    assert history.times("avelin") == [f"{JOINED}..{PAUSED}", f"{RESUMED}.."]


def test_a_suspension_overturned_is_as_if_never() -> None:
    history = given(*AVELIN, *paused(APPROVAL), overturned(1))
    assert history.times("avelin") == [f"{JOINED}.."]


def test_a_suspended_annulment_lets_its_target_live_meanwhile() -> None:
    annulment = ruling("act-annulled", APPROVAL, 5)
    pause = [suspended(annulment["act"]), lifted(annulment["act"])]
    history = given(*AVELIN, annulment, *pause)
    assert history.times("avelin") == [f"{PAUSED}..{RESUMED}"]


def test_what_rests_on_a_suspended_adhesion_is_interrupted_and_resumes() -> None:
    nord, other = (
        all_seated("avelin beuvry", JOINED),
        all_seated("xaffevillers ypreville", JOINED, department="62"),
    )
    votes = [
        elects(COLLEGE_NORD, LATER, "d-avelin", "d-beuvry"),
        elects(COLLEGE_PDC, LATER, "d-xaffevillers", "d-ypreville"),
        elects_officer("president", "d-avelin", LATER),
    ]
    before = given(*founded(), *nord, *other, *votes)
    history = given(*founded(), *nord, *other, *votes, *paused(nord[1]["act"]))
    assert mandates(history, "avelin") == [
        f"d-avelin {JOINED}..{PAUSED}",
        f"d-avelin {RESUMED}..",
    ]
    for name in (COLLEGE_NORD, COMMITTEE, "bureau"):
        meanwhile = sitting(history, name, "2022-06-30")
        assert meanwhile == [
            one for one in sitting(before, name, "2022-06-30") if one != "d-avelin"
        ]
        for day in ("2021-12-31", "2023-12-31"):
            assert sitting(history, name, day) == sitting(before, name, day)
    assert regimes(history) == regimes(before)
    [empty] = [
        one
        for one in vacancies(history, COMMITTEE, "2022-06-30")
        if one.startswith("- ")
    ]
    assert empty == f"- {PAUSED}..{RESUMED}, -"


def test_a_suspended_designation_lets_the_predecessor_sit_meanwhile() -> None:
    second = designates("avelin", "Zoé Fictive", LATER)
    history = given(
        *founded(), *seated("avelin", JOINED), second, *paused(second["act"])
    )
    assert mandates(history, "avelin") == [
        f"d-avelin {JOINED}..{LATER}",
        f"d-avelin {PAUSED}..{RESUMED}",
        f"zoe-fictive {LATER}..{PAUSED}",
        f"zoe-fictive {RESUMED}..",
    ]


def test_a_vacancy_made_by_a_suspension_is_to_be_filled_within_a_month_of_it() -> None:
    only = designates(NORD, "Ada Lestrem", JOINED)
    history = given(*founded(), only, *paused(only["act"]))
    found = vacancies(history, COMMITTEE, "2022-06-30")
    made = [one for one in found if PAUSED in one]
    assert made == [f"{NORD} {PAUSED}..{RESUMED}, 2022-02-10"]


def test_suspended_statutes_leave_the_earlier_rules_in_force() -> None:
    new = statutes(LATER, quorum="2/3")
    found = given(*founded(), new, *paused(new["act"])).world().statutes
    days = (JOINED, "2021-12-31", "2022-06-30", "2024-01-01")
    in_force = [found.on(date.fromisoformat(day)) for day in days]
    rules = [str(version.rules.quorum) for version in in_force if version]
    assert rules == ["1/2", "2/3", "1/2", "2/3"]


def test_a_tariff_suspended_on_new_year_s_day_prices_again_once_it_resumes() -> None:
    old, new = base(2019, "1.00", "2019-06-03"), base(2022, "2.00", "2021-11-08")
    count = counts("avelin", "2021-2022", 100, "2021-10-04")
    history = given(*founded(), *AVELIN, old, new, count, *paused(new["act"]))
    later = counts("avelin", "2022-2023", 100, "2022-10-03")
    history = given(*history.acts, later)
    assert due(history, 2023, "avelin", "2023-03-31") == "100.00"
    assert due(history, 2023, "avelin", "2023-12-31") == "200.00"
    assert due(history, 2022, "avelin", "2023-03-31") == "200.00"
