"""A paper as PDF is read whole: by eyes, by a search, by a screen reader."""

import re
from typing import Any

import pytest
from pypdf.generic import BooleanObject

from papers.document import Block, Grid, Line, Listing, Title
from papers.pdf import pdf
from tests.pdf_pages import REFERENCE, letters, members, pages, paper, root, text

LONG_NAME = (
    "Syndicat intercommunal à vocation multiple des Trois-Vallées-Imaginaires et de la "
    "Haute-Plaine-d’Ombreval, d’Issoire-les-Brumes et de Saint-Éloi-sous-Œuvre"
)


# ------------------------------------------------------------------- nothing is cut
def narrow(said: str) -> Grid:
    """Squeeze a text between columns that need most of the page."""
    wide = "Communauté d’agglomération imaginaire " * 9
    return Grid(("A", "B", "C", "D"), ((wide, said, wide, wide),))


@pytest.mark.parametrize(
    "said", [LONG_NAME, REFERENCE, "x" * 300, f"{REFERENCE}, " * 9]
)
def test_a_long_text_is_found_whole(said: str) -> None:
    for block in (narrow(said), Line(said), Line("ici.", said), Title(said, 1)):
        assert letters(said) in letters(text(block))


def test_a_reference_is_divided_after_a_sign_but_not_within_its_number() -> None:
    found = "\n".join(pages(pdf(paper(narrow(f"{REFERENCE}, " * 9)))))
    assert re.search(r"[-/]\n", found)
    assert found.count("fictif-2021-056") == 9


LINES = {"quarter": 18, "column": 41, "paragraph": 69, "title": 44}
"""How many X there is room for on a line: in tables, and across a page."""


@pytest.mark.parametrize(
    ("block", "place"),
    [
        (narrow("X" * 300), "column"),
        (Grid(("X" * 300,) * 4, ()), "quarter"),
        (Line("X" * 300), "paragraph"),
        (Line("ici.", "X" * 300), "paragraph"),
        (Listing(("X" * 300,)), "paragraph"),
        (Title("X" * 300, 1), "title"),
    ],
)
def test_a_word_wider_than_its_place_is_divided(block: Block, place: str) -> None:
    found = "\n".join(pages(pdf(paper(block))))
    runs = re.findall("X+", found)
    assert len(runs) > 1
    assert max(map(len, runs)) <= LINES[place]


def test_a_row_longer_than_a_page_goes_on_on_the_next() -> None:
    found = pages(pdf(paper(Grid(("A",), (("mot " * 2000,),)))))
    assert sum(page.count("mot") for page in found) == 2000


# ------------------------------------------------------------------- for everyone
def test_a_screen_reader_is_told_language_title_and_structure() -> None:
    tree = root(pdf(paper(members(3))))
    assert tree["/Lang"] == "fr-FR"
    assert tree["/MarkInfo"]["/Marked"] == BooleanObject(value=True)
    assert b"<pdfuaid:part>1</pdfuaid:part>" in tree["/Metadata"].get_data()
    assert {"/Table", "/THead", "/TH", "/TD", "/TFoot", "/H1"} <= roles(tree)


def test_headings_skip_no_level() -> None:
    tree = root(pdf(paper(Title("a", 4), Title("b", 9), Title("c", 2))))
    assert roles(tree) >= {"/H1", "/H2", "/H3"}
    assert "/H4" not in roles(tree)


def roles(tree: Any) -> set[str]:
    """List the kinds of elements of the structure tree."""
    found: set[str] = set()
    left = [tree["/StructTreeRoot"]]
    while left:
        node = left.pop().get_object()
        if isinstance(node, list):
            left += node
        elif isinstance(node, dict):
            found.add(str(node.get("/S")))
            left += [node["/K"]] if "/K" in node else []
    return found
