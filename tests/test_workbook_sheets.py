"""The sheets of a workbook: names, texts, what stays in sight, how it prints."""

import hashlib
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from papers.document import Block, Grid, Line, Listing, Rule, Title
from papers.workbook import workbook
from tests.workbooks import DUES, opened, paper, table

ROOT = Path(__file__).parent.parent
NBSP = "\u00a0"


def texts(sheet: Worksheet) -> list[str]:
    rows = sheet.iter_rows(values_only=True)
    return [" ".join(str(one) for one in row if one) for row in rows]


# ------------------------------------------------------------------- sheets
def test_the_first_sheet_has_title_state_and_texts() -> None:
    blocks = (
        Title("Contributions", 1),
        Line("fictif.", "Avertissement"),
        Line("Rien d’autre."),
        Rule(),
        Title("Par membre"),
        DUES,
        Listing(("a", "b"), numbered=True),
        Listing(("c",)),
    )
    sheet, _dues = opened(*blocks, state="État au 30/06/2024")
    assert [one for one in texts(sheet) if one] == [
        "Contributions",
        "État au 30/06/2024",
        f"Avertissement{NBSP}: fictif.",
        "Rien d’autre.",
        "Par membre",
        f"Tableau{NBSP}: Par membre",
        "1. a",
        "2. b",
        "– c",
    ]


def test_a_paper_without_a_table_is_one_sheet() -> None:
    assert [sheet.title for sheet in opened(Line("Rien."))] == ["Texte"]
    assert texts(opened()[0])[:2] == ["Contributions", "État"]


@pytest.mark.parametrize(
    ("titles", "names"),
    [
        (["Membres", "MEMBRES"], ["Membres", "MEMBRES (2)"]),
        (["Texte", "History"], ["Texte (2)", "History (2)"]),
        (["[a]:*?/\\b", "'a'"], ["a b", "a"]),
        (["", "////"], ["Tableau", "Tableau (2)"]),
        (["n" * 40, "n" * 40], [f"{'n' * 30}…", f"{'n' * 26}… (2)"]),
        (["😀" * 16], [f"{'😀' * 15}…"]),
    ],
)
def test_sheets_are_named_after_the_titles_above(
    titles: Sequence[str], names: Sequence[str]
) -> None:
    blocks: list[Block] = []
    for title in titles:
        blocks += [Title(title), Grid(("A",), ())]
    assert [sheet.title for sheet in opened(*blocks)[1:]] == names


def test_a_link_leads_to_the_sheet_of_a_table() -> None:
    sheet, grid = opened(Title("L'état d'un jour"), DUES)
    (link,) = [
        one.hyperlink for row in sheet.iter_rows() for one in row if one.hyperlink
    ]
    assert grid.title == "L'état d'un jour"
    assert link.location == "'L''état d''un jour'!A1"


def test_headings_stay_in_sight_and_are_filtered_and_repeated() -> None:
    sheet = table(DUES)
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:E3"
    assert sheet.print_title_rows == "$1:$1"


def test_a_sheet_prints_on_a4_across_where_it_is_wide() -> None:
    for columns, across in ((6, False), (7, True)):
        sheet = table(Grid(tuple(f"C{place}" for place in range(columns)), ()))
        assert sheet.page_setup.paperSize == 9
        assert (sheet.page_setup.orientation == "landscape") is across


@pytest.mark.parametrize("state", ["R&D &P", "&" * 300, "x" * 300, "&&L12"])
def test_the_foot_of_a_page_tells_the_state_and_the_page(state: str) -> None:
    sheet = opened(DUES, state=state)[1]
    assert sheet.oddFooter is not None
    left = sheet.oddFooter.left.text
    assert left is not None
    assert sheet.oddFooter.right.text == "page &P/&N"
    assert state.startswith(left.replace("&&", "&").removesuffix("…"))


def test_a_row_has_room_for_the_lines_of_its_longest_text() -> None:
    sheet = table(Grid(("A", "B"), (("mot " * 100, "x"), ("mot", "x"))))
    assert sheet.row_dimensions[2].height == 75
    assert sheet.row_dimensions[3].height is None


# ------------------------------------------------------------------- the same bytes
def test_the_same_paper_gives_the_same_bytes_in_another_process() -> None:
    program = (
        "import hashlib; from tests.workbooks import *;"
        "print(hashlib.sha256(workbook(paper(DUES))).hexdigest())"
    )
    run = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
        env={"TZ": "Asia/Tokyo", "PATH": "", "PYTHONHASHSEED": "7"},
    )
    made = workbook(paper(DUES))
    assert made == workbook(paper(DUES))
    assert run.stdout.strip() == hashlib.sha256(made).hexdigest()
