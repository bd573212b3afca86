"""What `smo check` says of what is no longer in force, and of what fell with it."""

from datetime import date

from projections.deadlines.deadlines import deadlines
from projections.naming.articles import conditions_on
from tests.acts import (
    APPROVAL,
    AVELIN,
    BOTH,
    COURT,
    ENT,
    FIBRE,
    JOINED,
    NEW,
    OLD,
    PAUSED,
    RESUMED,
    Plain,
    act,
    annulled_from,
    asks_to_join,
    base,
    conditions,
    counts,
    overturned,
    paused,
    repealed,
    ruling,
    suspended,
)
from tests.answers import due, found, only, owed, told
from tests.committee import designates, founded
from tests.spec import given

RULES = ("correction.fallen", "call.review")
ZOE = designates("avelin", "Zoé Fictive", JOINED)
TARIFF = base(2019, "1.00", "2019-06-03")
NEW_TARIFF = base(2022, "2.00", "2021-11-08")
COUNT = counts("avelin", "2021-2022", 100, "2021-10-04")
CALL = act(
    "president/titre-1",
    {
        "type": "contribution-called",
        "member": "avelin",
        "year": 2022,
        "amount": "200.00",
        "available_on": "2022-05-02",
    },
    adopted_on="2022-05-02",
)
OWING = [*founded(), *AVELIN, TARIFF, NEW_TARIFF, COUNT, CALL]


# ------------------------------------------------------------------- what fell
def test_what_fell_with_an_act_is_one_notice_of_the_ruling() -> None:
    history = given(*founded(), *AVELIN, ZOE, annulled_from(APPROVAL))
    finding = only(history, *RULES)
    assert (finding.rule, finding.severity) == ("correction.fallen", "notice")
    assert (finding.act, finding.member) == (f"{COURT}/1", "avelin")
    assert "4 fell (1 × membership, 1 × competence, 1 × mandate" in finding.message
    assert f"membership of avelin from {PAUSED} on" in finding.message


def test_what_was_suspended_fell_and_what_resumed_returned() -> None:
    history = given(*founded(), *AVELIN, *paused(APPROVAL))
    assert found(history, *RULES) == [
        f"correction.fallen {COURT}/1",
        f"correction.fallen {COURT}/2",
    ]
    fell, returned = told(history, *RULES)
    assert f"membership of avelin from {PAUSED} to 2023-04-02" in fell.message
    assert "returned (1 × membership, 1 × competence)" in returned.message
    assert f"membership of avelin from {RESUMED} on" in returned.message


def test_what_falls_later_or_rests_on_a_void_ruling_has_not_fallen() -> None:
    later = given(*founded(), *AVELIN, annulled_from(APPROVAL, "2027-01-01"))
    assert found(later, *RULES) == []
    assert len(found(later, *RULES, at="2027-01-01")) == 1
    void = given(*founded(), *AVELIN, annulled_from(APPROVAL), overturned(1))
    assert [one for one in found(void, *RULES) if COURT in one] == []
    before = given(*founded(), *AVELIN, annulled_from(APPROVAL))
    assert found(before, *RULES, at="2025-01-05") == []


def test_a_correction_on_which_nothing_rested_is_no_finding() -> None:
    assert found(given(*founded(), *AVELIN, repealed(APPROVAL, PAUSED)), *RULES) == []


def test_a_call_of_another_amount_than_is_due_since_is_to_be_reviewed() -> None:
    history = given(*OWING, ruling("act-annulled", NEW_TARIFF["act"]))
    finding = only(history, *RULES)
    assert (finding.rule, finding.act, finding.member) == (
        *("call.review", CALL["act"]),
        "avelin",
    )
    assert finding.message.endswith(
        f"due but for {COURT}/1: 200.00 €; due with it: 100.00 €"
    )


# ------------------------------------------------------------------- in force that day
def test_a_year_whose_tariff_is_suspended_throughout_has_none_of_its_own() -> None:
    history = given(*founded(), TARIFF, NEW_TARIFF, *paused(NEW_TARIFF["act"]))
    rules = ("tariff.not-voted",)
    assert len(found(history, *rules, at="2022-06-30")) == 2
    assert len(found(history, *rules, at="2023-01-31")) == 3
    assert len(found(history, *rules, at="2024-01-01")) == 4
    [*_, last] = found(history, *rules, at="2023-01-31")
    assert last == f"tariff.not-voted {TARIFF['act']}"


def test_a_request_that_was_annulled_from_a_day_is_not_found_amiss_after() -> None:
    request = asks_to_join("avelin", "2024-02-12", effect=None)
    history = given(
        *founded(), *BOTH, request, annulled_from(request["act"], "2025-01-06")
    )
    assert found(history, "adhesion.effect", at="2025-01-05") != []
    assert found(history, "adhesion.effect", at="2025-01-06") == []


def test_a_suspended_call_is_neither_late_nor_running_nor_called() -> None:
    history = given(*OWING, *paused(CALL["act"]))
    at = date(2022, 6, 30)
    before = given(*OWING)
    assert found(before, "call.late", at="2022-06-30") != []
    assert found(history, "call.late", at="2022-06-30") == []
    kinds = [one.kind for one in deadlines(history.world(), at).deadlines]
    assert "call" not in kinds
    assert "call" in [one.kind for one in deadlines(before.world(), at).deadlines]
    assert found(history, "call.late", at=RESUMED) != []


# ------------------------------------------------------------------- deadlines
def windows(*acts: Plain, at: str) -> list[str]:
    """List what may still be undone, act by act."""
    world = given(*acts).world()
    listed = deadlines(world, date.fromisoformat(at), is_all=True).deadlines
    return [one.kind for one in listed if one.act == APPROVAL]


def test_what_is_suspended_or_repealed_may_be_appealed_and_what_is_annulled_not() -> (
    None
):
    soon = "2020-03-10"
    kinds = windows(*AVELIN, at="2020-04-01")
    assert "appeal" in kinds
    assert windows(*AVELIN, suspended(APPROVAL, soon), at="2020-04-01") == kinds
    assert windows(*AVELIN, repealed(APPROVAL, soon), at="2020-04-01") == kinds
    ended = annulled_from(APPROVAL, soon)
    assert windows(*AVELIN, ended, at="2020-03-09") == kinds
    assert windows(*AVELIN, ended, at=soon) == []


# ------------------------------------------------------------------- the conditions
def test_the_conditions_of_a_day_are_those_in_force_for_the_competence() -> None:
    fibre = conditions("2021-9", "2021-09-01", FIBRE)
    world = given(*BOTH, fibre, *paused(BOTH[1]["act"])).world()

    def of(day: str, *competences: str) -> str | None:
        one = conditions_on(world, date.fromisoformat(day), *competences)
        return one.version if one else None

    assert [of(day, ENT) for day in ("2019-06-25", "2019-06-26", "2024-01-01")] == [
        *(None, OLD),
        NEW,
    ]
    assert of("2022-01-01") == "2021-9"
    assert of("2022-01-01", FIBRE, ENT) == "2021-9"
    assert of("2021-01-01", FIBRE, ENT) == OLD


def test_conditions_that_are_suspended_leave_the_earlier_ones() -> None:
    pause = suspended(BOTH[1]["act"], "2024-01-08")
    world = given(*BOTH, pause).world()
    found = [conditions_on(world, date(2024, 1, day)) for day in (7, 8)]
    assert [one.version for one in found if one is not None] == [NEW, OLD]
    cited = only(
        given(*BOTH, pause, asks_to_join("avelin", "2024-02-12", effect=None)),
        "adhesion.effect",
    )
    assert cited.article == "conditions 2019-12, art. 5"


def test_what_was_called_is_what_calls_in_force_claim() -> None:
    ended = annulled_from(CALL["act"], "2023-01-09")
    assert due(given(*OWING, ended), 2022, "avelin", "2022-12-31") == "200.00"
    [before] = owed(given(*OWING, ended), 2022, "2022-12-31", "avelin").totals
    [after] = owed(given(*OWING, ended), 2022, "2023-01-09", "avelin").totals
    assert (before.called, after.called) == ("200.00", "0.00")
