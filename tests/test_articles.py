"""Clauses, not numbers: which article of which version says it (specification 17)."""

from datetime import date

import pytest

from ledger.clauses import Citation
from projections.naming.articles import cite
from tests.acts import COMMITTEE, ENT, SIREN, Plain, act, complete, creation, known
from tests.committee import RULES
from tests.spec import given

DAY = date(2024, 6, 30)


def statutes(version: str, on: str, **said: object) -> Plain:
    adopted = {"type": "statutes-adopted", "version": version, **said}
    return act(f"{COMMITTEE}/statuts-{version}", adopted, **complete(on))


def conditions(version: str, on: str, **said: object) -> Plain:
    adopted = {"type": "conditions-adopted", "competence": ENT, "version": version}
    return act(f"{COMMITTEE}/conditions-{version}", adopted | said, **complete(on))


def quorum(*acts: Plain) -> Citation:
    return cite(given(*acts).world(), "quorum", DAY)


OURS = creation(on="2013-07-04")
FIRST = statutes("2018-11-28", "2018-11-29", rules=RULES)


def test_the_articles_of_the_published_versions_ship_with_the_program() -> None:
    assert quorum(OURS, FIRST) == Citation("statutes", "2018-11-28", "8.3")


@pytest.mark.parametrize("siren", ["200053742", None])
def test_articles_that_ship_are_never_those_of_another_syndicate(
    siren: str | None,
) -> None:
    [created] = OURS["decisions"]
    theirs = created | {"name": "Autre syndicat", "siren": siren}
    other = act(OURS["act"], known(**theirs), adopted_on="2013-07-04")
    assert quorum(other, FIRST) == Citation("statutes", "2018-11-28")


def test_a_version_that_tells_its_own_articles_is_cited_by_them() -> None:
    told = statutes("2025-1", "2024-01-08", articles={"quorum": "12"})
    assert quorum(OURS, FIRST, told) == Citation("statutes", "2025-1", "12")


def test_a_rule_that_is_carried_on_is_cited_by_the_version_that_set_it() -> None:
    silent = statutes("2022-01-19", "2022-01-20")
    part = statutes("2023-02-01", "2023-02-02", rules={"proxies_each": "2"})
    found = quorum(OURS, FIRST, silent, part)
    assert found == Citation("statutes", "2023-02-01", "8.3", "2018-11-28")


def test_a_rule_that_is_set_anew_without_its_article_has_none_on_record() -> None:
    anew = statutes("2023-02-01", "2023-02-02", rules={"quorum": "1/3"})
    assert quorum(OURS, FIRST, anew) == Citation("statutes", "2023-02-01")


def test_before_the_first_version_no_article_is_on_record() -> None:
    world = given(OURS, FIRST).world()
    assert cite(world, "members", date(2014, 1, 1)) == Citation("statutes")


def test_a_version_of_the_conditions_nobody_numbered_is_cited_by_none() -> None:
    later = conditions("2024-1", "2024-01-08")
    world = given(OURS, conditions("2023-18", "2023-06-15"), later).world()
    assert cite(world, "tariff", DAY) == Citation("conditions", "2024-1")
    assert cite(world, "tariff", date(2023, 12, 31)).article == "5"


def test_a_clause_known_to_be_lacking_is_extended_from_the_version_that_has_it() -> (
    None
):
    both = conditions("2019-12", "2024-01-08"), conditions("2023-18", "2025-01-06")
    found = cite(given(OURS, *both).world(), "payment", DAY)
    assert found == Citation("conditions", "2019-12", "7", "2023-18")


def test_the_syndicate_is_told_by_its_siren() -> None:
    [created] = OURS["decisions"]
    assert created["siren"] == SIREN
