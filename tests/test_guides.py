"""The guides happen: each page is replayed from its own text, on a day of its own."""

import re
from datetime import date

import pytest

from examples.make_guides import GUIDES, ROOT
from examples.transcripts import replayed

ANOTHER_DAY = date(2031, 3, 3)
"""Not the day on which the pages were written: their commands name their days."""

DOCS = ROOT / "docs"
CATALOGUE = {"refusals", "findings", "mistakes"}
REFERENCE = {"proof", "backup", "LAW"}
LINK = re.compile(r"\]\(([^)#]+)\)")


@pytest.mark.parametrize("name", GUIDES)
def test_a_guide_happens_on_any_day(name: str) -> None:
    page = (DOCS / f"{name}.md").read_text(encoding="utf-8")
    assert page.count("$ smo ") > 5
    assert replayed(page, today=ANOTHER_DAY) == page


@pytest.mark.parametrize("name", GUIDES)
def test_a_guide_says_that_its_people_and_acts_are_invented(name: str) -> None:
    opening = (DOCS / f"{name}.md").read_text(encoding="utf-8").split("```")[0]
    assert "invented" in opening
    assert "`fictif-…`" in opening


def test_every_page_is_in_the_index() -> None:
    index = (DOCS / "README.md").read_text(encoding="utf-8")
    listed = {link.removesuffix(".md") for link in LINK.findall(index)}
    written = {page.stem for page in DOCS.glob("*.md")} - {"README"}
    assert listed == written == {*GUIDES, *CATALOGUE, *REFERENCE}


@pytest.mark.parametrize("name", [*GUIDES, "README"])
def test_the_links_of_a_page_lead_somewhere(name: str) -> None:
    for link in LINK.findall((DOCS / f"{name}.md").read_text(encoding="utf-8")):
        assert (DOCS / link).exists(), link


# ------------------------------------------------------------------- the replay
def test_what_a_page_shows_wrongly_is_set_right() -> None:
    page = "Before\n\n```console\n$ smo init\nNothing of the kind.\n```\n\nAfter\n"
    right = page.replace("Nothing of the kind.", "ledger.db is ready, and empty.")
    assert replayed(page).splitlines()[:4] == right.splitlines()[:4]
    assert "Nothing of the kind" not in replayed(page)
    assert replayed(page).endswith("```\n\nAfter\n")


def test_a_file_a_page_shows_is_there_for_its_commands_and_may_change() -> None:
    first = "```yaml\n# it.yaml\n- {act: bureau/1, decisions: []}\n```\n"
    second = first.replace("bureau/1", "bureau/2")
    command = "```console\n$ smo import it.yaml\n```\n"
    shown = replayed(first + command + second + command)
    assert "The ledger ends at #1." in shown
    assert "The ledger ends at #2." in shown


def test_a_table_a_page_shows_is_a_file_without_its_name() -> None:
    page = (
        "```csv rows.csv\nact\nbureau/1\n```\n```console\n$ smo import rows.csv\n```\n"
    )
    said = replayed(page)
    assert said.startswith("```csv rows.csv\nact\nbureau/1\n```\n")
    assert "rows.csv:1: The headings of this sheet are those of no template" in said
