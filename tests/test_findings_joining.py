"""What a request to join misses: statutes arts. 4, 8.1, 15 and conditions art. 4."""

import pytest

from tests.acts import (
    BOTH,
    ENT,
    FIBRE,
    NEW,
    OLD,
    TODAY,
    act,
    asks_to_join,
    complete,
    conditions,
    learned,
    pupils,
)
from tests.answers import found, only, told
from tests.committee import designates, founded
from tests.spec import given

DAY = "2024-02-12"
REQUEST = "avelin/adhesion"


def test_a_request_that_misses_nothing_is_found_nothing_about() -> None:
    history = given(*founded(), *BOTH, asks_to_join("avelin", DAY))
    assert [one for one in told(history) if one.act == REQUEST] == []


# ------------------------------------------------------------------- the conditions
def test_a_request_that_states_no_effect_is_irregular() -> None:
    finding = only(given(*BOTH, asks_to_join("avelin", DAY, effect=None)), *ADHESION)
    assert (finding.rule, finding.severity) == ("adhesion.effect", "irregularity")
    assert (finding.act, finding.member) == (REQUEST, "avelin")


ADHESION = (
    *("adhesion.effect", "adhesion.conditions", "adhesion.conditions-version"),
    *("adhesion.wording", "adhesion.delegate", "adhesion.competence"),
    "conditions.unknown",
)


@pytest.mark.parametrize(
    ("day", "article"),
    [
        ("2021-04-21", "conditions 2019-12, art. 5"),
        ("2023-06-14", "conditions 2019-12, art. 5"),
        ("2023-06-15", "conditions 2023-18, art. 4"),
    ],
)
def test_the_article_is_that_of_the_version_in_force_on_the_adoption(
    day: str, article: str
) -> None:
    asked = asks_to_join("avelin", day, effect=None)
    assert only(given(*BOTH, asked), "adhesion.effect").article == article


def test_conditions_neither_approved_nor_cited_are_irregular() -> None:
    asked = asks_to_join("avelin", DAY, approves_conditions=None)
    finding = only(given(*BOTH, asked), *ADHESION)
    assert (finding.rule, finding.severity) == ("adhesion.conditions", "irregularity")
    assert "does not approve" in finding.message


def test_conditions_cited_and_not_approved_are_irregular() -> None:
    asked = asks_to_join(
        "avelin", DAY, approves_conditions=None, cites_conditions="2023-18"
    )
    finding = only(given(*BOTH, asked), *ADHESION)
    assert finding.rule == "adhesion.conditions"
    assert "cites the conditions 2023-18 without approving" in finding.message


@pytest.mark.parametrize(
    ("day", "version", "expected"),
    [
        ("2023-06-14", OLD, []),
        ("2023-06-15", OLD, ["adhesion.conditions-version avelin/adhesion"]),
        ("2023-06-15", NEW, []),
        ("2023-06-14", NEW, []),
        (None, OLD, ["adhesion.conditions-version avelin/adhesion"]),
        (DAY, "2017-3", ["conditions.unknown avelin/adhesion"]),
    ],
)
def test_the_conditions_approved_are_to_be_those_in_force_on_the_adoption(
    day: str | None, version: str, expected: list[str]
) -> None:
    asked = asks_to_join("avelin", day, approves_conditions=version)
    assert found(given(*BOTH, asked), *ADHESION) == expected


def test_an_older_version_that_is_cited_only_is_found_twice() -> None:
    asked = asks_to_join("avelin", DAY, approves_conditions=None, cites_conditions=OLD)
    assert found(given(*BOTH, asked), *ADHESION) == [
        "adhesion.conditions avelin/adhesion",
        "adhesion.conditions-version avelin/adhesion",
    ]


def test_a_competence_without_conditions_asks_for_no_approval_of_any() -> None:
    said = {"approves_conditions": None, "effect": None}
    fibre = asks_to_join("avelin", DAY, competences=[FIBRE], **said)
    assert found(given(*founded(), *BOTH, fibre), *ADHESION) == []
    both = asks_to_join("avelin", DAY, competences=[FIBRE, ENT], **said)
    assert len(found(given(*founded(), *BOTH, both), *ADHESION)) == 2


def test_before_the_first_conditions_nothing_was_to_be_approved() -> None:
    asked = asks_to_join("avelin", "2018-02-12", approves_conditions=None, effect=None)
    assert found(given(conditions(OLD, "2019-06-26"), asked), *ADHESION) == []


def test_a_ledger_without_conditions_cannot_show_that_there_were_none() -> None:
    asked = asks_to_join("avelin", DAY, approves_conditions=None, effect=None)
    findings = told(given(asked), *ADHESION)
    assert [one.rule for one in findings] == ["adhesion.conditions", "adhesion.effect"]
    assert {one.article for one in findings} == {"conditions, article not on record"}


# ------------------------------------------------------------------- the statutes
def test_a_competence_in_other_words_is_to_be_noted() -> None:
    asked = asks_to_join("avelin", DAY, wording="compétence scolaire")
    finding = only(given(*BOTH, asked), *ADHESION)
    assert (finding.rule, finding.severity) == ("adhesion.wording", "notice")
    assert f"{ENT} in other words: «compétence scolaire»" in finding.message


def test_a_request_that_designates_nobody_is_to_be_noted() -> None:
    asked = asks_to_join("avelin", DAY, pupils("2023-2024", 12))
    finding = only(given(*BOTH, asked), *ADHESION)
    assert (finding.rule, finding.severity) == ("adhesion.delegate", "notice")


def test_a_delegate_may_be_designated_by_an_act_of_its_own_by_the_day_asked() -> None:
    asked = asks_to_join("avelin", DAY, pupils("2023-2024", 12))
    history = given(*BOTH, asked, designates("avelin", "Ode Lin", "2024-03-01"))
    assert found(history, *ADHESION, at="2024-03-01") == []
    assert found(history, *ADHESION, at="2024-02-29") == [
        f"adhesion.delegate {REQUEST}"
    ]


def test_a_competence_the_statutes_do_not_have_is_irregular() -> None:
    asked = asks_to_join("avelin", DAY, competences=["voirie", ENT])
    finding = only(given(*founded(), *BOTH, asked), *ADHESION)
    assert (finding.rule, finding.severity) == ("adhesion.competence", "irregularity")
    assert "«voirie»" in finding.message
    assert finding.article == "statutes, arts. 4 and 15"


def test_another_act_that_names_a_competence_the_statutes_do_not_have_is_unknown() -> (
    None
):
    approval = {"type": "adhesion-approved", "member": "avelin"}
    agreed = act("comite-syndical/9", approval | {"competences": ["voirie"]}, **DATED)
    history = given(*founded(), asks_to_join("avelin", DAY), agreed)
    finding = only(history, "competence.unknown")
    assert (finding.act, finding.severity) == ("comite-syndical/9", "unknown")
    assert found(given(*founded(), *BOTH), "competence.unknown") == []


DATED = complete("2024-03-01")


# ------------------------------------------------------------------- what is looked at
def test_an_act_adopted_after_the_day_asked_is_not_looked_at() -> None:
    history = given(*BOTH, asks_to_join("avelin", DAY, effect=None))
    assert found(history, *ADHESION, at="2024-02-11") == []
    assert len(found(history, *ADHESION, at=DAY)) == 1


def test_a_request_that_was_annulled_misses_nothing_any_more() -> None:
    annulled = act(
        "tribunal-administratif-de-lille/1",
        {"type": "act-annulled", "target": REQUEST},
        adopted_on="2024-09-02",
    )
    history = given(*BOTH, asks_to_join("avelin", DAY, effect=None), annulled)
    assert found(history, *ADHESION) == []


def test_what_was_rectified_is_found_no_more_but_still_as_known_before() -> None:
    set_ = {"effect": "2024-03-01"}
    rectified = learned(
        *("rectifie", "act-rectified"), target=REQUEST, decision=1, set=set_, reason="-"
    )
    history = given(*BOTH, asks_to_join("avelin", DAY, effect=None), rectified)
    assert found(history, *ADHESION) == []
    known = history.as_known_at(len(BOTH) * 2 + 3)
    assert found(known, *ADHESION, at=TODAY) == [f"adhesion.effect {REQUEST}"]
