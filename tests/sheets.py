"""Real files of spreadsheets, made where a test may write; all content is invented."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import xlsxwriter
from openpyxl import load_workbook

from tests.acts import act, decision, request, write
from tests.shell import done, log, smo

Rows = Sequence[Sequence[Any]]

PUPILS = ("Collectivité", "Année scolaire", "Effectif", "Écoles", "Acte", "Date")
"""Headings of head-counts, as a hurried hand writes them."""

DELEGATES = (
    "Collectivité",
    "Acte",
    "Date d’adoption",
    "Date d’envoi à l’État",
    "Publié le",
    "Mode de publicité",
    "Délégué(e)",
    "Remplace",
    "À compter du",
)


def workbook(path: Path, sheets: Mapping[str, Rows]) -> Path:
    """Write a workbook; days become dates of the spreadsheet, the rest as it is."""
    with xlsxwriter.Workbook(path) as book:
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                for column, value in enumerate(row):
                    if isinstance(value, date):
                        sheet.write_datetime(number, column, value, day)
                    elif value is not None:
                        sheet.write(number, column, value)
    return path


def table(path: Path, text: str, encoding: str = "utf-8") -> Path:
    """Write a CSV file."""
    path.write_bytes(text.encode(encoding))
    return path


def filled(path: Path, *rows: Mapping[str, Any]) -> Path:
    """Fill in a template that `smo template` wrote: each row by its headings."""
    book = load_workbook(path)
    sheet = book.worksheets[0]
    headings = [str(cell.value).removesuffix(" *") for cell in sheet[1]]
    for number, row in enumerate(rows, start=2):
        for heading, value in row.items():
            sheet.cell(number, headings.index(heading) + 1, value)
    book.save(path)
    return path


def members(folder: Path, *names: str) -> Path:
    """Write requests to join, so that institutions are known."""
    return write(folder / "members.yaml", [request(name, "2024-1") for name in names])


def recorded(folder: Path, *files: Path) -> list[tuple[str, str, Any]]:
    """Import files into a new ledger; tell what every entry says."""
    place = folder / f"{len([*folder.glob('*.db')])}.db"
    done("--ledger", place, "import", *files)
    return [(entry["act"], entry["type"], entry["data"]) for entry in log(place)]


def problems(*files: Path, lang: str = "en") -> list[str]:
    """Import files that are wrong; tell what is said, without excerpts and folders."""
    place = files[0].parent / "refused.db"
    result = smo("--lang", lang, "--ledger", place, "import", *files)
    assert result.exit_code == 1, result.output
    assert not place.exists(), "nothing is left behind for what was refused"
    said = result.stderr.replace(f"{files[0].parent}/", "").splitlines()
    return [line for line in said[:-1] if not line.startswith("  ")]


def counted(member: str | None, pupils: int, **fields: Any) -> dict[str, Any]:
    """Write a head-count of 2024-2025 as an acts file has it."""
    named = {} if member is None else {"member": member}
    return decision(
        "pupils-counted", **named, school_year="2024-2025", pupils=pupils, **fields
    )


HOUR = datetime(2024, 10, 15, 14, 30)  # noqa: DTZ001 -- a spreadsheet knows no zone
DAY = date(2024, 10, 15)
COUNTS = act(
    "secretariat/effectifs-2024-2025",
    counted("bourg", 155, schools=1),
    counted("ville", 1234, schools=7),
    adopted_on="2024-10-15",
)
"""What two rows of head-counts become."""
