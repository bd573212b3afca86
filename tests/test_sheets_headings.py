"""A sheet is recognised by its headings, however they are written."""

import tempfile
import unicodedata
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commands.candidates import gather
from ledger.acts.places import AtField
from ledger.acts.sheets.columns import Template
from ledger.acts.sheets.grid import Grid, Row
from ledger.acts.sheets.headings import Headed, headed
from ledger.acts.sheets.mistakes import NoRowsError
from ledger.acts.sheets.templates import TEMPLATES
from ledger.names import nearest, slug
from tests.sheets import PUPILS, members, problems, table, workbook
from tests.shell import done

ROW = ["bourg", "2024-2025", 155, 1, "secretariat/2024", None]
SPACES = st.text(" \u00a0\u202f\t", max_size=3)


@st.composite
def as_somebody_writes(draw: st.DrawFn, heading: str) -> str:
    """Write a heading with other capitals, accents, spaces, or an asterisk."""
    written = heading
    for change in (str.upper, str.lower, str.title, without_accents):
        written = change(written) if draw(st.booleans()) else written
    written = written.replace(" ", draw(st.sampled_from([" ", "  ", "\u00a0", "\n"])))
    written = written.replace("’", draw(st.sampled_from(["’", "'"])))
    mark = draw(st.sampled_from(["", "*", " *", " (*)"]))
    return f"{draw(SPACES)}{written}{mark}{draw(SPACES)}"


def without_accents(text: str) -> str:
    spread = unicodedata.normalize("NFD", text)
    return "".join(sign for sign in spread if not unicodedata.combining(sign))


@settings(derandomize=True, deadline=None, max_examples=100)
@given(st.data(), st.sampled_from(TEMPLATES))
def test_headings_are_known_in_any_order_and_writing(
    data: st.DataObject, template: Template
) -> None:
    columns = data.draw(st.permutations(template.columns))
    optional = [one for one in columns if not one.required]
    left_out = data.draw(st.sets(st.sampled_from(optional)))
    kept = [one for one in columns if one not in left_out]
    written = [data.draw(as_somebody_writes(one.heading)) for one in kept]
    found = headed("x", Grid("x", 1, (Row(1, tuple(written)),)), TEMPLATES)
    assert isinstance(found, Headed)
    assert found.template == template
    assert found.columns == dict(enumerate(kept, start=1))


WRITTEN = st.sampled_from(
    ["", "", "bourg", "lieu/1", "12", "commune", "2024-2025", "30/06/2024", "x; x", "é"]
)


@settings(derandomize=True, deadline=None, max_examples=100)
@given(st.data(), st.sampled_from(TEMPLATES))
def test_whatever_stands_in_the_rows_every_mistake_has_its_field(
    data: st.DataObject, template: Template
) -> None:
    headings = [one.heading for one in template.columns]
    rows = data.draw(
        st.lists(st.tuples(*(WRITTEN for _ in headings)), min_size=1, max_size=3)
    )
    with tempfile.TemporaryDirectory() as folder:
        lines = ["\t".join(row) for row in [headings, *rows]]
        file = table(Path(folder, "e.csv"), "\n".join(lines))
        problems = gather([file]).all_problems()
    if not any(map(str.strip, chain.from_iterable(rows))):
        assert [type(one.error) for one in problems] == [NoRowsError]
        return
    places = [one.place for one in problems]
    assert all(isinstance(one, AtField) and one.line > 1 for one in places)
    assert problems == sorted(problems, key=lambda one: one.order)


def test_no_name_means_two_columns_and_every_name_is_a_slug() -> None:
    for template in TEMPLATES:
        names = [name for one in template.columns for name in one.names]
        assert sorted(names) == sorted(set(names))
        assert names == [slug(name) for name in names]


def of_sheet(folder: Path, *rows: Any) -> list[str]:
    sheet = workbook(folder / "e.xlsx", {"Feuille 1": rows})
    return problems(sheet, members(folder, "bourg"))


def test_a_misspelt_heading_is_told_with_the_nearest_one(tmp_path: Path) -> None:
    headings = ["Colectivité", "Annee Scolaire", "EFECTIF", "Écoles", "acte", "Date"]
    assert nearest("EFECTIF", ["Effectif (élèves)"]) == []
    one, two = of_sheet(tmp_path, headings, ROW)
    assert one.startswith("e.xlsx [Feuille 1] A1: «Colectivité» is no heading of the")
    assert one.endswith("Did you mean «Collectivité»?")
    assert two.startswith("e.xlsx [Feuille 1] C1: «EFECTIF» is no heading of the")


def test_a_column_that_is_missing_is_named(tmp_path: Path) -> None:
    [said] = of_sheet(tmp_path, [], PUPILS[:4], ROW[:4])
    assert said == "e.xlsx [Feuille 1] A2: The column «Acte» is missing. Add it"


def test_a_column_nobody_knows_is_told_unless_it_says_nothing(tmp_path: Path) -> None:
    [said] = of_sheet(tmp_path, [*PUPILS, "Téléphone"], [*ROW, "03"])
    assert said.startswith("e.xlsx [Feuille 1] G1: «Téléphone» is no heading of the")
    silent = workbook(tmp_path / "s.xlsx", {"x": [[*PUPILS, "Téléphone"], ROW]})
    done("--ledger", tmp_path / "x.db", "import", silent, members(tmp_path, "bourg"))


def test_a_heading_twice_is_told(tmp_path: Path) -> None:
    [said] = of_sheet(tmp_path, [*PUPILS, "effectifs"], [*ROW, 12])
    assert said.startswith("e.xlsx [Feuille 1] G1: The heading «Effectif (élèves)»")


def test_what_stands_under_no_heading_is_told(tmp_path: Path) -> None:
    [said] = of_sheet(tmp_path, PUPILS, ROW, [*ROW[:4], "12", None, None, "ici"])
    assert said.startswith("e.xlsx [Feuille 1] H3: This stands in a column without a")


@pytest.mark.parametrize("rows", [[["Nom", "Prénom"], ["x"]], [["Note"]], [[12]]])
def test_a_sheet_of_no_template_is_told_and_never_passed_over(
    tmp_path: Path, rows: list[list[Any]]
) -> None:
    [said] = of_sheet(tmp_path, *rows)
    assert said.startswith("e.xlsx [Feuille 1] A1: The headings of this sheet are")
    assert "smo template pupils|delegates|adhesions" in said


def test_a_csv_of_no_template_is_told_with_its_line(tmp_path: Path) -> None:
    [said] = problems(table(tmp_path / "e.csv", "\n\nNom;Prénom\nx;y\n"))
    assert said.startswith("e.csv:3: The headings of this sheet are those of no")
