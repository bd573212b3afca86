"""One article, one place: the page that says which file decides it is true."""

from typing import get_args

from examples.make_law import PAGE, files_testing, page, sources
from ledger.clauses import ConditionsClause, StatutesClause

CLAUSES = {*get_args(StatutesClause), *get_args(ConditionsClause)}


def test_every_clause_is_decided_in_one_file() -> None:
    decided: dict[str, list[str]] = {clause: [] for clause in CLAUSES}
    for source in sources():
        for clause in source.decides:
            decided[clause].append(source.module)
    assert {one: where for one, where in decided.items() if len(where) != 1} == {}


def test_every_rule_stands_in_the_file_that_decides_its_clause() -> None:
    astray = [
        (rule.code, rule.clause, rule.module)
        for source in sources()
        for rule in source.rules
        if rule.clause is not None and rule.clause not in source.decides
    ]
    assert astray == []


def test_every_clause_is_tested() -> None:
    found = sources()
    assert [one for one in sorted(CLAUSES) if not files_testing(one, found)] == []


def test_the_page_says_what_the_source_says() -> None:
    """After a change: `uv run python -m examples.make_law`."""
    assert PAGE.read_text() == page()
