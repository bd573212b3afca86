"""Who may hold a competence, or asks of a year to come, is not said to owe nothing."""

import re
from datetime import date

import pytest

from papers.markdown import markdown
from papers.statement import statement as paper_of
from projections.money.plan import plan
from projections.money.statement import statement
from tests.acts import (
    ENT,
    FIBRE,
    agrees,
    approval,
    asks,
    base,
    calls,
    complete,
    counts,
    joins,
    leaves,
    line,
    request,
    tariff,
)
from tests.answers import acts_cited, answers, due, lacks, missing, owed, says, why
from tests.committee import founded
from tests.spec import History, given

AT = "2026-11-20"
PRICED = [*founded(), base(2024, "1.30", "2023-12-04")]
UNPUBLISHED = {"adopted_on": "2025-10-02", "sent_on": "2025-10-06"}
ASKED = request("carvin", "adhesion", **UNPUBLISHED)
AGREED = approval("carvin", "carvin", **complete("2025-12-11"))
WAITING = given(*PRICED, ASKED, AGREED)


def lacking(history: History, member: str, year: int, at: str = AT) -> list[str]:
    """List what is missing to tell what a member asked about by itself owes."""
    found = owed(history, year, at, member).not_established
    return [f"{one.competence} {fact}" for one in found for fact in one.missing]


def paper(history: History, member: str, year: int, at: str = AT) -> str:
    found = statement(history.world(), year, date.fromisoformat(at), member)
    return re.sub("[\u00a0\u202f]", " ", markdown(paper_of(found, "État.")))


# ------------------------------------------------------------------- who waits
def test_who_lacks_only_its_publicity_is_not_said_to_owe_nothing() -> None:
    assert lacking(WAITING, "carvin", 2026) == [f"{ENT} publicity (carvin/adhesion)"]
    [total] = owed(WAITING, 2026, AT, "carvin").totals
    assert (total.due, total.regularisation) == (None, None)


def test_who_waits_owes_nothing_yet_of_a_year_to_come() -> None:
    assert lacking(WAITING, "carvin", 2027) == []
    assert missing(WAITING, 2027, AT) == []


def test_what_is_missing_is_what_it_waits_for() -> None:
    undated = given(*PRICED, request("carvin", "adhesion"))
    [pending] = undated.pending(AT)
    assert [str(fact) for fact in pending.missing] == [
        one.removeprefix(f"{ENT} ") for one in lacking(undated, "carvin", 2026)
    ]
    assert len(pending.missing) == 4


def test_the_statement_of_who_waits_is_not_closed() -> None:
    said = paper(WAITING, "carvin", 2026)
    assert "non établi : une publicité régulière de l’acte (carvin/adhesion)" in said
    assert "ne peut être arrêté" in said
    assert "arrêté à la somme" not in said


def test_why_of_who_waits_says_what_is_missing_from_whom_and_on_which_acts() -> None:
    found = why(WAITING, "contribution 2026 carvin", AT)
    assert (found.answer, found.says) == (
        *("not established", "contribution.not-established"),
    )
    assert says(found)[0] == "contribution.may-hold"
    assert "contribution.not-held" not in says(found)
    assert lacks(found) == ["publicity from carvin"]
    assert set(found.because) == {ASKED["act"], AGREED["act"]}
    assert set(found.because) <= acts_cited(found)


def test_the_list_of_all_says_of_who_waits_what_is_said_of_it_alone() -> None:
    fact = f"carvin {ENT} publicity"
    assert fact in missing(WAITING, 2026, AT)
    assert [one for one in missing(WAITING, 2026, AT) if "carvin" in one] == [fact]
    [alone] = owed(WAITING, 2026, AT, "carvin").totals
    assert alone in owed(WAITING, 2026, AT).totals


def test_the_plan_of_one_member_that_waits_has_it_once() -> None:
    day = date.fromisoformat(AT)
    found = plan(WAITING.world(), 2026, day, "carvin")
    assert [(one.member, one.pending) for one in found.plan.members] == [
        ("carvin", True)
    ]


# ------------------------------------------------------------------- who does not
def test_a_year_before_anything_was_asked_owes_nothing() -> None:
    assert lacking(WAITING, "carvin", 2024) == []
    assert "zéro euro" in paper(WAITING, "carvin", 2024)
    assert why(WAITING, "contribution 2024 carvin", AT).says == "contribution.none"


@pytest.mark.parametrize(("year", "facts"), [(2025, 0), (2026, 1)])
def test_what_the_committee_agreed_in_december_in_force_in_january_is_of_that_year(
    year: int, facts: int
) -> None:
    late = approval("carvin", "carvin", **complete("2025-12-11", "2026-01-05"))
    history = given(*PRICED, ASKED, late)
    assert len(lacking(history, "carvin", year)) == facts


def test_what_was_sent_only_the_next_year_had_no_effect_before() -> None:
    sent = request("carvin", "adhesion", adopted_on="2024-12-02", sent_on="2025-01-06")
    agreed = approval("carvin", "carvin", **complete("2024-12-11"))
    history = given(*PRICED, sent, agreed)
    assert lacking(history, "carvin", 2024) == []
    assert lacking(history, "carvin", 2025) != []


def test_an_effect_after_the_year_is_no_doubt_about_the_year() -> None:
    later = request("carvin", "adhesion", effect="2027-01-01", **UNPUBLISHED)
    assert lacking(given(*PRICED, later, AGREED), "carvin", 2026) == []


def test_an_adhesion_known_to_begin_after_the_year_owes_nothing_for_it() -> None:
    later = {"effect": "2027-01-01"} | complete("2026-10-05")
    asked = request("carvin", "adhesion", **later)
    agreed = approval("carvin", "carvin", **complete("2026-10-05"))
    assert lacking(given(*PRICED, asked, agreed), "carvin", 2026) == []
    assert due(given(*PRICED, asked, agreed), 2026, "carvin") is None


def test_what_the_committee_answered_the_next_year_leaves_no_doubt() -> None:
    asked = request("carvin", "adhesion", **complete("2024-10-07"))
    agreed = approval("carvin", "carvin", **complete("2025-03-03"))
    assert lacking(given(*PRICED, asked), "carvin", 2024) == [f"{ENT} approval"]
    assert lacking(given(*PRICED, asked, agreed), "carvin", 2024) == []


def test_who_is_no_founder_of_what_the_statutes_share_owes_nothing_of_it() -> None:
    asked = request("carvin", "adhesion", FIBRE, **UNPUBLISHED)
    agreed = approval("carvin", "carvin", FIBRE, **complete("2025-12-11"))
    assert lacking(given(*PRICED, asked, agreed), "carvin", 2026) == []


def test_a_tariff_that_asks_nothing_by_itself_leaves_no_doubt() -> None:
    voted = tariff(2024, line("jour", "half-day", "150"), on="2023-12-04")
    assert lacking(given(*founded(), voted, ASKED, AGREED), "carvin", 2026) == []


@pytest.mark.parametrize(("prorata", "facts"), [("none", 0), ("monthly", 1)])
def test_who_held_it_earlier_in_the_year_owes_the_year_unless_by_parts(
    prorata: str, facts: int
) -> None:
    back = request("avelin", "retour", adopted_on="2026-06-01", sent_on="2026-06-02")
    history = given(
        *founded(),
        base(2024, "1.30", "2023-12-04", prorata=prorata),
        *joins("avelin", on="2020-03-02"),
        counts("avelin", "2025-2026", 100, "2025-11-03"),
        *leaves("avelin", on="2026-03-02"),
        back,
        approval("avelin", "avelin-retour", **complete("2026-06-15")),
    )
    assert len(lacking(history, "avelin", 2026)) == facts


def test_a_further_competence_that_waits_opens_the_account_of_a_member() -> None:
    other = tariff(
        2024,
        line("base", "pupil", "2"),
        on="2023-12-04",
        competence="geomatique",
        number="geo",
    )
    history = given(
        *PRICED,
        other,
        *joins("avelin", on="2020-03-02"),
        counts("avelin", "2025-2026", 100, "2025-11-03"),
        asks("avelin", "geo", "competence-transfer", "geomatique", **UNPUBLISHED),
        agrees(
            *("avelin", "geo-avelin", "competence-transferred", "geomatique"),
            **complete("2025-12-11"),
        ),
    )
    assert lacking(history, "avelin", 2026) == ["geomatique publicity (avelin/geo)"]
    [total] = owed(history, 2026, AT, "avelin").totals
    assert total.due is None
    [line_] = owed(history, 2026, AT, "avelin").lines
    assert line_.amount == "130.00"


# ------------------------------------------------------------------- a year to come
HELD = given(*PRICED, *joins("avelin", on="2020-03-02"))


def test_a_year_that_has_not_begun_is_not_settled_at_zero() -> None:
    said = paper(HELD, "avelin", 2027)
    assert "L’année 2027 n’a pas commencé au 20/11/2026" in said
    assert "ne peut être arrêté" in said
    assert "--plan" in said
    assert "arrêté à la somme" not in said
    assert "zéro" not in said


def test_why_of_a_year_to_come_says_that_it_has_not_begun() -> None:
    found = why(HELD, "contribution 2027 avelin", AT)
    assert (found.answer, found.says) == ("no", "contribution.not-begun")
    assert says(found) == ["contribution.year-to-come"]
    assert why(HELD, "contribution 2027 avelin", "2027-01-01").says != found.says


def test_what_was_called_before_the_year_begins_is_not_to_be_given_back() -> None:
    early = given(*HELD.acts, calls("avelin", 2027, "130.00", "2026-11-02"))
    found = why(early, "contribution 2027 avelin", AT)
    assert "contribution.called" in says(found)
    assert "contribution.regularisation" not in says(found)
    said = paper(early, "avelin", 2027)
    assert "**Régularisation :** non établi." in said
    assert "à restituer" not in said


# ------------------------------------------------------------------- its history
def test_the_history_of_who_waits_turns_on_the_days_that_leave_a_doubt() -> None:
    late = request("carvin", "adhesion", adopted_on="2026-03-02", sent_on="2026-03-05")
    agreed = approval("carvin", "carvin", **complete("2026-04-07"))
    history = given(*PRICED, late, agreed)
    assert answers(history, "contribution 2026 carvin") == [
        ("ever", "no", "contribution.not-begun"),
        ("2026-01-01", "no", "contribution.none"),
        ("2026-04-07", "not established", "contribution.not-established"),
    ]
