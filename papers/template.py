"""A template to fill in: a workbook with explanations, or the headings of a CSV file.

Whatever language the program speaks, a template is French.
"""

import csv
import io
import re
from datetime import date, datetime
from typing import Any

import xlsxwriter

from ledger.acts.sheets.columns import Column, Template
from ledger.acts.sheets.grid import README

ROWS = 5_000
"""So many rows are checked by the spreadsheet program itself."""

MARK = " *"
"""What follows the heading of a column that every row needs."""

_DOUBLE = re.compile(r" (?=[:;?!»])|(?<=«) ")
"""A space that must not break, before a double sign or within quotation marks."""

_MADE_ON = datetime(2024, 1, 1)  # noqa: DTZ001 -- a template has no day: same bytes always
_FIRST_DAY = date(1900, 3, 1)
_WIDTHS = {"text": 24, "day": 16, "number": 12}
_FORMATS = {"text": "@", "day": "dd/mm/yyyy", "number": "0"}
_EXPLAINED = (
    "Écrivez une ligne par décision, sous les titres de la feuille « {title} ».",
    "Les colonnes dont le titre porte un astérisque sont obligatoires.",
    "Les autres, en italique, restent vides quand on ne sait pas : rien n’est supposé.",
    "Les titres peuvent changer d’ordre ; une colonne facultative peut manquer.",
    "Une ligne vide est passée. Une formule compte pour la valeur qu’elle affiche.",
    "Pour enregistrer les actes : smo import FICHIER.",
    "Si une ligne est fausse, rien n’est enregistré ; chaque erreur dit sa cellule.",
)
_HEADINGS = ("Colonne", "Obligatoire", "Ce qu’on y écrit", "Exemple", "Valeurs admises")


def headings_of(template: Template) -> list[str]:
    """List the headings; those of columns every row needs are marked."""
    return [
        f"{column.heading}{MARK}" if column.required else column.heading
        for column in template.columns
    ]


def template_csv(template: Template) -> bytes:
    """Write the headings as French spreadsheet programs expect a CSV file."""
    written = io.StringIO()
    csv.writer(written, delimiter=";").writerow(headings_of(template))
    return written.getvalue().encode("utf-8-sig")


def template_workbook(template: Template) -> bytes:
    """Write a workbook: the sheet to fill in, and one that explains it."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        book.set_properties({"title": template.title, "created": _MADE_ON})
        sheet = book.add_worksheet(template.title)
        for number, column in enumerate(template.columns):
            _write_column(book, sheet, number, column)
        sheet.freeze_panes(1, 0)
        sheet.set_row(0, 32)
        _explain(book, book.add_worksheet(README), template)
    return content.getvalue()


# ------------------------------------------------------------------- the sheet
def _write_column(book: Any, sheet: Any, number: int, column: Column) -> None:
    style = column.content.style
    cells = book.add_format({"num_format": _FORMATS[style]})
    width = max(_WIDTHS[style], len(column.heading) + len(MARK) + 2)
    sheet.set_column(number, number, width, cells)
    heading = f"{column.heading}{MARK}" if column.required else column.heading
    sheet.write_string(0, number, heading, _heading_format(book, column))
    needed = "Obligatoire." if column.required else "Facultatif."
    remark = _set_as_french(f"{needed} {column.says}\nExemple : {column.example}")
    sheet.write_comment(0, number, remark, {"x_scale": 2, "y_scale": 1.2})
    if (rule := _rule(column)) is not None:
        sheet.data_validation(1, number, ROWS, number, rule)


def _heading_format(book: Any, column: Column) -> Any:
    return book.add_format(
        {
            "bold": column.required,
            "italic": not column.required,
            "bg_color": "#D9E2F3" if column.required else "#F2F2F2",
            "bottom": 1,
            "text_wrap": True,
            "valign": "vcenter",
        }
    )


def _rule(column: Column) -> dict[str, Any] | None:
    """Tell what the spreadsheet program itself checks as somebody types."""
    if column.content.words:
        return {
            "validate": "list",
            "source": list(column.content.words),
            "error_title": column.heading,
            "error_message": "Choisissez une valeur de la liste.",
        }
    if column.content.style == "day":
        return {
            "validate": "date",
            "criteria": ">=",
            "value": _FIRST_DAY,
            "error_title": column.heading,
            "error_message": "Écrivez une date, par exemple 30/06/2024.",
        }
    if column.content.style == "number":
        return {
            "validate": "integer",
            "criteria": ">=",
            "value": 0,
            "error_title": column.heading,
            "error_message": "Écrivez un nombre entier.",
        }
    return None


# ------------------------------------------------------------------- the explanation
def _explain(book: Any, sheet: Any, template: Template) -> None:
    bold = book.add_format({"bold": True})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    for number, width in enumerate((24, 12, 70, 34, 44)):
        sheet.set_column(number, number, width, wrapped)
    sheet.write_string(0, 0, template.title, bold)
    told = [template.about, *(one.format(title=template.title) for one in _EXPLAINED)]
    for row, text in enumerate(map(_set_as_french, told), start=1):
        sheet.merge_range(row, 0, row, len(_HEADINGS) - 1, text, wrapped)
        sheet.set_row(row, 32)
    top = len(told) + 2
    for number, heading in enumerate(_HEADINGS):
        sheet.write_string(top, number, heading, bold)
    for row, column in enumerate(template.columns, start=top + 1):
        said = (
            column.heading,
            "oui" if column.required else "non",
            _set_as_french(column.says),
            column.example,
            ", ".join(column.content.words),
        )
        for number, text in enumerate(said):
            sheet.write_string(row, number, text)


def _set_as_french(text: str) -> str:
    """Put no-break spaces where French has them."""
    return _DOUBLE.sub("\u00a0", text)
