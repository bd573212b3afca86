"""`smo template`: a spreadsheet to fill in, always French, never over another."""

import csv
import os
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from ledger.acts.sheets.columns import Template
from ledger.acts.sheets.contents import read
from ledger.acts.sheets.templates import TEMPLATES
from tests.shell import done, smo

NAMED = {template.name: template for template in TEMPLATES}
ALL = pytest.mark.parametrize("name", NAMED)


def headings(name: str) -> list[str]:
    return [
        f"{one.heading} *" if one.required else one.heading
        for one in NAMED[name].columns
    ]


def opened(folder: Path, name: str, lang: str = "en") -> Any:
    file = folder / f"{name}-{lang}.xlsx"
    done("--lang", lang, "template", name, "--output", file)
    return load_workbook(file)


@ALL
def test_a_workbook_has_headings_remarks_and_a_sheet_that_explains(
    tmp_path: Path, name: str
) -> None:
    sheet, explained = opened(tmp_path, name).worksheets
    assert [cell.value for cell in sheet[1]] == headings(name)
    assert sheet.freeze_panes == "A2"
    assert sheet.max_row == 1, "no example is left to be recorded by mistake"
    for cell, column in zip(sheet[1], NAMED[name].columns, strict=True):
        needed = "Obligatoire." if column.required else "Facultatif."
        assert cell.comment.text.startswith(needed)
        assert column.example in cell.comment.text
        assert cell.font.bold == column.required
    assert explained.title == "Lisez-moi"
    told = [row[0] for row in explained.iter_rows(values_only=True)]
    assert set(told) >= {column.heading for column in NAMED[name].columns}


def test_what_is_typed_is_checked_and_kept_by_the_spreadsheet(tmp_path: Path) -> None:
    sheet = opened(tmp_path, "adhesions").worksheets[0]
    rules = {
        next(iter(rule.sqref.ranges)).min_col: rule
        for rule in sheet.data_validations.dataValidation
    }
    at = {str(cell.value).removesuffix(" *"): cell.column for cell in sheet[1]}
    assert rules[at["Mode de publicité"]].formula1 == (
        '"site internet,affichage,papier,notification"'
    )
    assert rules[at["Type"]].formula1 == (
        '"commune,EPCI,département,région,syndicat,établissement public,'
        "organisme privé,service de l'État\""
    )
    assert "délibération" in rules[at["Nature"]].formula1
    assert rules[at["Date d’adoption"]].type == "date"
    assert rules[at["Population"]].type == "whole"
    formats = dict.fromkeys(at, sheet.column_dimensions)
    assert formats


@ALL
def test_a_template_is_the_same_in_every_language_and_at_any_time(
    tmp_path: Path, name: str
) -> None:
    for suffix in ("xlsx", "csv"):
        files = [tmp_path / f"{lang}.{suffix}" for lang in ("fr", "en")]
        for file in files:
            done("--lang", file.stem, "template", name, "--output", file)
        assert files[0].read_bytes() == files[1].read_bytes()


@ALL
def test_a_csv_has_the_headings_as_french_programs_read_them(
    tmp_path: Path, name: str
) -> None:
    file = tmp_path / "a.csv"
    done("template", name, "--output", file)
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")
    with file.open(encoding="utf-8-sig", newline="") as opened:
        assert [*csv.reader(opened, delimiter=";")] == [headings(name)]


@ALL
@pytest.mark.parametrize("suffix", ["xlsx", "csv"])
def test_a_template_nobody_filled_in_holds_no_row_to_record(
    tmp_path: Path, name: str, suffix: str
) -> None:
    file = tmp_path / f"a.{suffix}"
    done("template", name, "--output", file)
    refused = smo("--ledger", tmp_path / "x.db", "import", file)
    assert refused.exit_code == 1
    assert f"{file}: The file holds no row." in refused.stderr
    assert not (tmp_path / "x.db").exists()


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda one: one.name)
def test_every_example_may_stand_in_its_column(template: Template) -> None:
    for column in template.columns:
        assert read(column.content, column.example)


def test_a_file_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    file.write_bytes(b"months of work")
    refused = smo("template", "pupils", "--output", file)
    assert refused.exit_code == 1
    assert f"{file} is there already. Name another file" in refused.stderr
    assert file.read_bytes() == b"months of work"


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    refused = smo("template", "pupils", "--output", tmp_path / "absent" / "a.csv")
    assert refused.exit_code == 1
    assert "cannot be written" in refused.stderr


def test_a_template_is_written_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.xlsx"

    def full(_opened: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        refused = smo("template", "pupils", "--output", file)
    assert refused.exit_code == 1
    assert "No space left on device" in refused.stderr
    assert list(tmp_path.iterdir()) == []
    done("template", "pupils", "--output", file)
    assert load_workbook(file).sheetnames == ["Effectifs", "Lisez-moi"]


@pytest.mark.parametrize("name", ["a.ods", "a.xls", "a", "xlsx"])
def test_another_suffix_is_misuse(tmp_path: Path, name: str) -> None:
    refused = smo("--lang", "fr", "template", "pupils", "--output", tmp_path / name)
    assert refused.exit_code == 2
    assert "terminez-le par .xlsx, .csv" in refused.stderr
    assert not (tmp_path / name).exists()
