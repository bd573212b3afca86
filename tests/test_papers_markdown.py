"""A paper as Markdown: no name breaks the page; French of legal documents."""

import re
import unicodedata
from datetime import date
from typing import get_args

import pytest
from hypothesis import given as drawn
from hypothesis import settings
from hypothesis import strategies as st

from ledger.excusable import ExcusableRule
from papers import french
from papers.cell import Cell
from papers.document import Block, Grid, Line, Listing, Paper, Title
from papers.markdown import markdown

BREAKING = ["a|b", "a\nb", "a\r\n\n# b", "\u2028b", "| --- |", "`x`", "<b>", "a\\|b"]


def drawn_up(*blocks: Block) -> str:
    """Write blocks as Markdown, without what stands at the foot."""
    return markdown(Paper("", blocks, "État.")).removesuffix("\nÉtat.\n")


@pytest.mark.parametrize("name", BREAKING)
def test_a_name_stays_in_its_cell(name: str) -> None:
    text = drawn_up(Grid(("N°", "Nom"), (("1", name),), frozenset({0})))
    head, rule, row = text.rstrip("\n").split("\n")
    assert (head, rule) == ("| N° | Nom |", "| ---: | --- |")
    assert len(unescaped_bars(row)) == 3


@settings(derandomize=True, deadline=None, max_examples=200)
@drawn(st.text(max_size=30), st.text(max_size=30))
def test_whatever_the_text_a_table_keeps_its_rows_and_columns(a: str, b: str) -> None:
    text = drawn_up(Grid(("A", "B"), ((a, b),)))
    lines = text.removesuffix("\n").split("\n")
    assert len(lines) == 3
    assert len(unescaped_bars(lines[2])) == 3


@settings(derandomize=True, deadline=None, max_examples=200)
@drawn(st.text(max_size=30))
def test_whatever_the_text_no_control_sequence_leaves_it(text: str) -> None:
    written = drawn_up(Title(text), Line(text, text), Listing((text,)), grid_of(text))
    commands = [sign for sign in written if unicodedata.category(sign) == "Cc"]
    assert set(commands) <= {"\n"}


def test_a_cell_keeps_its_lines_and_none_is_a_mark() -> None:
    text = drawn_up(grid_of("a/1\n<b>b/2</b>\n=1+1"))
    assert text.splitlines()[-1] == r"| a/1<br>\<b\>b/2\</b\><br>=1+1 |"


def grid_of(cell: Cell) -> Grid:
    return Grid(("A",), ((cell,),))


def test_a_sum_stands_below_what_it_sums() -> None:
    rows: tuple[tuple[Cell, ...], ...] = (("a", 1, 2), ("b", 3, None))
    grid = Grid(("A", "B", "C"), rows, frozenset({1, 2}), frozenset({1}))
    assert drawn_up(grid).splitlines()[-1] == "| **Total** | **4** |  |"


def unescaped_bars(row: str) -> list[str]:
    """Find the bars that divide: those after an even number of backslashes."""
    return re.findall(r"(?<!\\)(?:\\\\)*(\|)", row)


@pytest.mark.parametrize("text", ["# Titre", "- a", "+ a", "1. a", "12) a", "---", "="])
def test_a_line_that_begins_like_a_mark_is_text(text: str) -> None:
    assert re.match(r"\\?[0-9]*\\", drawn_up(Line(text)))
    assert re.match(r"- [0-9]*\\", drawn_up(Listing((text,))))


def test_titles_and_labels_stand_on_one_line() -> None:
    assert drawn_up(Title("1. Le\ntitre", 2)) == "## 1. Le titre\n"
    assert drawn_up(Line("12.", "Nombre")) == "**Nombre\u00a0:** 12.\n"


def test_an_entity_shows_as_it_was_written() -> None:
    assert drawn_up(Line("&lt; R&D")) == "&amp;lt; R&D\n"


def test_a_day_is_written_in_full() -> None:
    assert french.day(date(2024, 2, 29)) == "jeudi 29 février 2024"
    assert french.day(date(2022, 8, 1)) == "lundi 1er août 2022"


def test_every_rule_that_may_be_broken_has_a_french_name() -> None:
    for rule in get_args(ExcusableRule):
        assert french.rule(rule, {"quorum": "8.3"})
