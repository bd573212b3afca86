"""What a workbook does not show is refused, and never recorded unseen."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.sheets import PUPILS, Rows, members, problems, recorded, workbook

ROW = ["bourg", "2024-2025", 155, 1, "secretariat/2024", None]
OLD = ["bourg", "2023-2024", 150, 1, "secretariat/2023", None]


def altered(folder: Path, change: Callable[[Any], None], **sheets: Rows) -> Path:
    """Write a workbook, and change it as somebody does in a spreadsheet program."""
    file = workbook(folder / "a.xlsx", sheets)
    book = load_workbook(file)
    change(book)
    book.save(file)
    return file


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_a_hidden_sheet_is_refused_and_named(tmp_path: Path, state: str) -> None:
    def hide(book: Any) -> None:
        book["Vieux"].sheet_state = state

    file = altered(tmp_path, hide, Effectifs=[PUPILS, ROW], Vieux=[PUPILS, OLD])
    [said] = problems(file, members(tmp_path, "bourg"))
    assert said == (
        "a.xlsx [Vieux] A1: The sheet «Vieux» is hidden. Show it, or delete it"
    )


def test_what_is_hidden_and_says_nothing_is_no_matter(tmp_path: Path) -> None:
    def hide(book: Any) -> None:
        book["Vide"].sheet_state = "hidden"
        book["Lisez-moi"].sheet_state = "hidden"
        book["Effectifs"].row_dimensions[7].hidden = True
        book["Effectifs"].column_dimensions["K"].hidden = True

    read_me: Rows = [["Ce qu’on y écrit"]]
    sheets: dict[str, Rows] = {"Effectifs": [PUPILS, ROW], "Lisez-moi": read_me}
    file = altered(tmp_path, hide, **sheets, Vide=[])
    entries = recorded(tmp_path, members(tmp_path, "bourg"), file)
    assert entries[-1][2]["pupils"] == 155


def test_hidden_rows_are_refused_and_named(tmp_path: Path) -> None:
    def hide(book: Any) -> None:
        for number in (3, 5, 6):
            book["E"].row_dimensions[number].hidden = True

    rows = [[*ROW[:4], f"secretariat/{number}"] for number in range(2, 8)]
    file = altered(tmp_path, hide, E=[PUPILS, *rows])
    [said] = problems(file, members(tmp_path, "bourg"))
    assert said == (
        "a.xlsx [E] A3: Of the sheet «E», these rows are hidden, or left out by a "
        "filter: 3, 5-6. Show them, or delete them"
    )


def test_hidden_columns_are_refused_and_named(tmp_path: Path) -> None:
    def hide(book: Any) -> None:
        book["E"].column_dimensions["C"].hidden = True
        book["E"].column_dimensions["D"].hidden = True

    file = altered(tmp_path, hide, E=[PUPILS, ROW])
    [said] = problems(file, members(tmp_path, "bourg"))
    assert said == (
        "a.xlsx [E] C1: Of the sheet «E», these columns are hidden: C, D. Show them, "
        "or delete them"
    )


@pytest.mark.parametrize("content", ["", "\n\n", ";;;\n", ";".join(PUPILS) + "\n"])
def test_a_csv_without_rows_is_told(tmp_path: Path, content: str) -> None:
    file = tmp_path / "a.csv"
    file.write_text(content)
    [said] = problems(file)
    assert said.startswith("a.csv: The file holds no row. Write what is to be recorded")


def test_a_workbook_without_rows_is_told(tmp_path: Path) -> None:
    [said] = problems(workbook(tmp_path / "a.xlsx", {"E": [], "F": []}))
    assert said.startswith("a.xlsx: The file holds no row.")
    assert "smo template pupils|delegates|adhesions" in said
