"""Every refusal and every finding has an example that ran, exactly as the pages say."""

from collections.abc import Iterable, Mapping
from typing import Any

import pytest

from examples.catalogue_runs import BASE, FOLDER, Ran
from examples.make_catalogue import FOLDER as DOCS
from examples.make_catalogue import (
    Catalogue,
    files,
    findings,
    findings_named,
    is_finding,
    mistakes,
    mistakes_named,
    refusals,
    refusals_named,
    run_all,
)
from ledger.acts.reading import read_acts
from tests.shell import ROOT

FILES = [FOLDER / BASE, *sorted(FOLDER.glob("*/*.yaml"))]
ACTS = [path for path in FILES if path.parent.name != "mistakes"]


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return run_all()


ALSO = {
    "price.differs.no-tariff": {"decision.no-effect"},
    "session.half-year.half-year-unknown": {"session.unknown"},
    "adhesion.exclusive.exclusive": {"contribution.overlap"},
    "contribution.overlap.overlap": {"adhesion.exclusive"},
    "institution.restored.restored": {"call.not-owed"},
    "revocation.late.excused": {"correction.fallen"},
    "revocation.not-in-force.pending-revocation": {"act.transmission"},
    "tariff.not-voted.tariff-to-vote": {"call.review"},
    "vote.quorum.unlawful": {"vote.electorate"},
    "session.attendance.excused": {"vote.review"},
    "session.attendance.unlawful": {"vote.review"},
    "vote.review.vote-review": {"correction.fallen"},
    "vote.review.attendance-review": {"correction.fallen"},
}
"""What an example cannot help showing beside its own finding."""


def without_example(names: Iterable[str], runs: dict[str, Ran]) -> list[str]:
    """List the names that no example has; `NAME.more` is one of NAME."""
    return [
        name
        for name in names
        if not any(each == name or each.startswith(f"{name}.") for each in runs)
    ]


def kind_named(name: str, kinds: Mapping[str, type[Any]]) -> type[Any]:
    """Tell which class an example is named after."""
    fitting = [one for one in kinds if name == one or name.startswith(f"{one}.")]
    assert fitting, f"{name} is named after nothing that may be said"
    return kinds[max(fitting, key=len)]


# ------------------------------------------------------------------- refusals
def test_every_refusal_has_an_example(catalogue: Catalogue) -> None:
    assert "act.dates.before-adoption" in refusals_named()
    assert without_example(refusals_named(), catalogue.refused) == []


def test_an_example_of_a_refusal_is_refused_for_just_that(
    catalogue: Catalogue,
) -> None:
    for name, ran in catalogue.refused.items():
        kinds = [type(problem) for problem in ran.problems]
        assert kinds == [kind_named(name, refusals_named())], ran.example.path
        assert ran.status == 1, ran.example.path
        assert f": {ran.example.rule}: " in ran.said["en"], ran.example.path


def test_what_is_refused_records_nothing(catalogue: Catalogue) -> None:
    refused = (*catalogue.refused.values(), *catalogue.mistaken.values())
    assert [ran.example.path for ran in refused if ran.recorded] == []


def test_the_problems_that_were_counted_are_those_that_were_printed(
    catalogue: Catalogue,
) -> None:
    for ran in catalogue.refused.values():
        said = " ".join(ran.said["en"].split())
        for problem in ran.problems:
            assert " ".join(str(problem).split()) in said, ran.example.path


# ------------------------------------------------------------------- mistakes
def test_every_mistake_has_an_example(catalogue: Catalogue) -> None:
    assert "unknown-field" in mistakes_named()
    assert without_example(mistakes_named(), catalogue.mistaken) == []


def test_an_example_of_a_mistake_has_just_that(catalogue: Catalogue) -> None:
    for name, ran in catalogue.mistaken.items():
        kinds = [type(problem) for problem in ran.problems]
        assert kinds == [kind_named(name, mistakes_named())], ran.example.path
        assert ran.status == 1, ran.example.path


# ------------------------------------------------------------------- findings
def test_every_finding_has_an_example(catalogue: Catalogue) -> None:
    assert without_example(findings_named(), catalogue.found) == []


def test_an_example_of_a_finding_shows_it_and_the_small_ledger_does_not(
    catalogue: Catalogue,
) -> None:
    for name, ran in catalogue.found.items():
        kind = kind_named(name, findings_named())
        new = [found for found in ran.findings if found not in catalogue.base]
        shown = [(found["rule"], found["message"]) for found in new]
        assert any(is_finding(kind, found) for found in new), (
            f"{ran.example.path} shows {shown or ran.said}, not {kind.__name__}"
        )
        also = {rule for rule, _message in shown} - {ran.example.rule}
        assert also == ALSO.get(name, set()), ran.example.path


def test_the_small_ledger_shows_nothing_by_itself(catalogue: Catalogue) -> None:
    assert catalogue.base == []


# ------------------------------------------------------------------- the pages
def test_the_pages_are_what_the_examples_say_today(catalogue: Catalogue) -> None:
    written = files(catalogue)
    assert "findings.md" in written
    for name, text in written.items():
        assert (DOCS / name).read_text(encoding="utf-8") == text, (
            f"docs/{name} is out of date: run python -m examples.make_catalogue"
        )


def test_every_case_says_what_it_means_by_which_article_and_what_to_do(
    catalogue: Catalogue,
) -> None:
    for case in (*refusals(catalogue), *findings(catalogue)):
        assert case.article, case.ran.example.path
        assert case.remedy, case.ran.example.path


def test_every_case_is_said_in_both_languages(catalogue: Catalogue) -> None:
    cases = (*refusals(catalogue), *mistakes(catalogue), *findings(catalogue))
    for case in cases:
        assert case.meaning, case.ran.example.path
        english, french = case.ran.said["en"], case.ran.said["fr"]
        assert english, case.ran.example.path
        assert french, case.ran.example.path
        assert english != french, case.ran.example.path


# ------------------------------------------------------------------- the examples
def test_every_act_of_the_catalogue_says_that_it_is_invented() -> None:
    acts = {path.stem: read_acts(path) for path in ACTS}
    assert [stem for stem, found in acts.items() if not found] == []
    silent = [
        f"{stem}: {act['act']}"
        for stem, found in acts.items()
        for act in found
        if not says_that_it_is_invented(act)
    ]
    assert not silent, "\n".join(silent)


def says_that_it_is_invented(act: Any) -> bool:
    return (
        "/fictif-" in act["act"]
        and act["source"] == "fictif"
        and act["note"].startswith("FICTIF — ")
    )


def test_the_catalogue_ships_with_the_program() -> None:
    shipped = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    for folder in {path.parent.relative_to(FOLDER.parent) for path in FILES}:
        assert f'"{folder.as_posix()}/*.yaml"' in shipped
