"""A paper as PDF: what is told, on which pages, never as markup, in the same bytes."""

import hashlib
import subprocess
import sys
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from papers.cell import Euros, Price
from papers.document import Grid, Line, Listing, Paper, Rule, Title
from papers.pdf import pdf
from tests.pdf_pages import letters, members, pages, paper, text

ROOT = Path(__file__).parent.parent
HOSTILE = [
    '#image("/etc/passwd")',
    "#let x = 1; #panic()",
    "$x^2$",
    "*a* _b_ `c`",
    "\\ \\u{41}",
    "a // b /* c */",
    "@x <a>",
    "https://exemple.fr/a#b",
    "= Titre",
    "- 1. + / x",
    "-- --- ... ~ 'a' \"b\"",
    "[x] {y} ]",
]


# ------------------------------------------------------------------- what is told
def test_every_kind_of_cell_is_shown_as_french_writes_it() -> None:
    row = (
        Euros(Decimal("7009.8")),
        Price(Decimal("0.605")),
        date(2026, 6, 1),
        1204,
        None,
        "œuvre",
    )
    found = text(Grid(("A", "B", "C", "D", "E", "F"), (row,)))
    assert "7009,80€0,60501/06/20261204œuvre" in letters(found)


def test_titles_lines_and_lists_are_told() -> None:
    found = text(
        Title("Ordre du jour"),
        Line("atteint.", "Quorum"),
        Listing(("Barème", "Budget"), numbered=True),
        Listing(("Élections",)),
        Rule(),
    )
    for said in ("Annexe 1", "Ordre du jour", "Quorum : atteint.", "1. Barème"):
        assert said in found
    assert "2. Budget" in found
    assert "• Élections" in found


@pytest.mark.parametrize("digest", ["9474-5f09-f3e5-0c15", "f84a-cdaf-a9a5-3a1d"])
def test_a_fingerprint_is_on_one_line_wherever_the_line_ends(digest: str) -> None:
    said = [f"{'x ' * before}(empreinte {digest})." for before in range(30, 70)]
    found = "".join(pages(pdf(paper(*(Line(line) for line in said)))))
    assert found.count(digest) == len(said)
    for state in said[::3]:
        assert digest in pages(pdf(paper(state=state)))[0]


@pytest.mark.parametrize("said", ["É Ÿ Œ œ ç «\u00a0ab\u00a0»", "l’été – 3\u202f€ …"])
def test_french_letters_and_marks_are_kept(said: str) -> None:
    assert letters(said) in letters(text(Line(said)))


def test_a_paper_with_a_title_of_its_own_is_not_titled_twice() -> None:
    assert text(Title("Annexe 1", 1)).count("Annexe 1") == 1
    assert text(Line("Rien.")).startswith("Annexe 1 Rien.")


def test_columns_to_be_summed_end_in_their_total() -> None:
    assert "Total85235,15€" in letters(text(members(130)))


def test_a_total_says_where_something_is_not_established() -> None:
    rows = (("A", Euros(Decimal(3))), ("B", "non établi"))
    found = text(Grid(("Membre", "Dû"), rows, summed=frozenset({1})))
    assert "Total de ce qui est établi 3,00 €" in found.replace("\u00a0", " ")


def test_an_empty_table_says_so() -> None:
    assert "Membre Dû Néant" in text(Grid(("Membre", "Dû"), (), summed=frozenset({1})))


def test_a_paper_without_any_block_has_its_title_and_state() -> None:
    (page,) = pages(pdf(Paper("Annexe 2", (), "État au 30 juin 2024")))
    assert page.split("\n") == ["Annexe 2", "État au 30 juin 2024 page 1/1"]


# ------------------------------------------------------------------- pages
def test_each_page_repeats_the_headings_of_the_table() -> None:
    found = pages(pdf(paper(members(130))))
    assert len(found) > 3
    assert all(page.count("Rang") == 1 for page in found)
    assert all("Montantdû" in letters(page) for page in found)


def test_each_page_tells_the_state_and_its_number() -> None:
    found = pages(pdf(paper(members(130), state="État au 30/06/2024")))
    for number, page in enumerate(found, start=1):
        assert f"État au 30/06/2024 page {number}/{len(found)}" in page


def test_the_title_heads_every_page_but_the_first() -> None:
    blocks = (Title("Membres", 1), members(130))
    first, *others = pages(pdf(paper(*blocks, title="En-tête")))
    assert "En-tête" not in first
    assert all(page.startswith("En-tête") for page in others)


def test_no_member_of_many_pages_is_left_out() -> None:
    found = letters(" ".join(pages(pdf(paper(members(130))))))
    assert all(f"Communeimaginaire{number:03}" in found for number in range(1, 131))


def test_a_wide_table_turns_the_page() -> None:
    for columns, turned in ((6, False), (7, True)):
        grid = Grid(tuple(f"C{place}" for place in range(columns)), ())
        box = PdfReader(BytesIO(pdf(paper(grid)))).pages[0].mediabox
        assert (box.width > box.height) is turned


def test_rows_to_be_signed_have_room_for_a_hand() -> None:
    names = [f"Personne {number}" for number in range(1, 31)]
    told = Grid(("Nom", "Signature"), tuple((name, None) for name in names))
    asked = Grid(("Nom", "Signature"), tuple((name, "") for name in names))
    assert len(pages(pdf(paper(told)))) == 1
    assert len(pages(pdf(paper(asked)))) == 2


# ------------------------------------------------------------------- never markup
@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_is_never_read_as_markup(name: str) -> None:
    made = pdf(
        Paper(
            name,
            (
                Title(name),
                Line(name, name),
                Listing((name,)),
                Grid((name,), ((name,),)),
            ),
            name,
        )
    )
    found = letters(" ".join(pages(made)))
    assert found.count(letters(name)) >= 8
    about = PdfReader(BytesIO(made)).metadata
    assert about is not None
    assert about.title == name


@pytest.mark.parametrize("name", ["漢字", "😀", "\ue000", "\ud800", "a\x00\x1bb"])
def test_a_character_no_font_draws_hinders_nothing(name: str) -> None:
    assert "avant" in text(Line(f"avant {name} après"))
    assert "après" in text(Grid(("A",), ((f"avant {name} après",),)))


# ------------------------------------------------------------------- the same bytes
def test_the_same_paper_gives_the_same_bytes() -> None:
    made = pdf(paper(members(40), Rule(), Listing(("É",))))
    assert made == pdf(paper(members(40), Rule(), Listing(("É",))))
    assert b"/CreationDate" not in made
    assert b"/ModDate" not in made


def test_another_process_gives_the_same_bytes() -> None:
    program = (
        "import hashlib; from tests.pdf_pages import *;"
        "print(hashlib.sha256(pdf(paper(members(40)))).hexdigest())"
    )
    run = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
        env={"TZ": "Asia/Tokyo", "PATH": "", "PYTHONHASHSEED": "7"},
    )
    assert run.stdout.strip() == hashlib.sha256(pdf(paper(members(40)))).hexdigest()
