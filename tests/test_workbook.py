"""The cells of a workbook, read back: types, totals, texts that stay texts."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import example, settings
from hypothesis import given as drawn
from hypothesis import strategies as st
from openpyxl.cell.cell import Cell as Read

from papers.cell import Cell, Euros, Price
from papers.document import Grid
from papers.plain import in_lines
from tests.workbooks import DUES, table

NBSP = "\u00a0"


def cell(value: Cell) -> Read:
    """Write one cell, and read it back."""
    read = table(Grid(("A",), ((value,),)))["A2"]
    assert isinstance(read, Read)
    return read


# ------------------------------------------------------------------- types
def test_a_table_is_read_back_with_its_types() -> None:
    head, first, second, _total = table(DUES).iter_rows(values_only=True)
    assert head == DUES.columns
    day = datetime(2021, 3, 31)  # noqa: DTZ001 -- a day of a spreadsheet
    assert first == ("Rêve", day, 1204, 0.605, 728.42)
    assert isinstance(first[2], int)
    assert second[4] == "non établi"


@pytest.mark.parametrize(
    ("value", "form"),
    [
        (date(2021, 3, 31), "dd/mm/yyyy"),
        (Euros(Decimal("7009.8")), "#,##0.00\\ [$€-40C]"),
        (Price(Decimal("0.605")), "#,##0.000"),
        (Price(Decimal("1.30")), "#,##0.00"),
        (Decimal("2.5"), "#,##0.0"),
        (1204, "#,##0"),
        ("1204", "General"),
    ],
)
def test_a_value_is_shown_in_its_format(value: Cell, form: str) -> None:
    assert cell(value).number_format == form


CENTS = st.decimals(-(10**12), 10**12, places=2)


@settings(derandomize=True, deadline=None, max_examples=40)
@drawn(CENTS, st.decimals(0, 10**6, places=4), st.integers(-(10**15) + 1, 10**15 - 1))
def test_amounts_come_back_to_the_cent(
    amount: Decimal, price: Decimal, count: int
) -> None:
    row = (Euros(amount), Price(price), count)
    read = list(table(Grid(("A", "B", "C"), (row,))).values)[1]
    assert [Decimal(str(one)) for one in read] == [amount, price, count]


def test_a_number_of_more_digits_than_a_spreadsheet_keeps_is_a_text() -> None:
    assert cell(Euros(Decimal("12345678901234.56"))).value == (
        "12\u202f345\u202f678\u202f901\u202f234,56\u00a0€"
    )
    assert cell(10**15).value == 10**15


def test_a_day_before_the_calendar_of_spreadsheets_is_a_text() -> None:
    assert cell(date(1789, 7, 14)).value == "14/07/1789"
    assert cell(date(1900, 2, 28)).value == "28/02/1900"
    assert cell(date(1900, 3, 1)).is_date


def test_nothing_is_an_empty_cell() -> None:
    assert cell(None).value is None


# ------------------------------------------------------------------- texts
@settings(derandomize=True, deadline=None, max_examples=100)
@drawn(st.lists(st.text(max_size=40), min_size=1, max_size=8))
@example(["=1+1", "+1", "-1", "@x", "{=1}", "'=1", "https://exemple.fr", "mailto:a@b"])
@example(["_x0041_", "a\x00b", "\ud800", "\ufffe", "01/02/2021", "TRUE", "#N/A", "1e5"])
def test_a_text_comes_back_as_it_was_and_is_never_a_formula(said: list[str]) -> None:
    sheet = table(Grid(("A",), tuple((one,) for one in said)))
    for row, one in enumerate(said, start=2):
        read = sheet.cell(row, 1)
        assert (read.value or "") == in_lines(one)
        assert read.data_type == ("n" if read.value is None else "s")
        assert read.hyperlink is None


@pytest.mark.parametrize("said", ["=1+1", "+33", "-1", "@SOMME(A1)"])
def test_a_text_like_a_formula_stays_one_when_it_is_edited(said: str) -> None:
    assert cell(said).quotePrefix
    assert not cell("Brumelieu").quotePrefix


def test_a_text_no_cell_can_hold_says_that_it_is_cut() -> None:
    read = cell("é" * 40_000).value
    assert isinstance(read, str)
    assert len(read) <= 32_767
    assert read.endswith(f"é… [texte coupé{NBSP}: 40000 caractères]")
    assert cell("é" * 32_767).value == "é" * 32_767


# ------------------------------------------------------------------- totals
def test_a_total_is_a_formula_that_follows_the_filter_and_its_value() -> None:
    assert [one.value for one in table(DUES)[4]] == [
        "Total de ce qui est établi",
        None,
        "=SUBTOTAL(109,C2:C3)",
        None,
        "=SUBTOTAL(109,E2:E3)",
    ]
    known = [one.value for one in table(DUES, values=True)[4]]
    assert (known[2], known[4]) == (1214, 728.42)


def test_where_no_amount_is_established_no_total_is() -> None:
    grid = Grid(("A", "B", "C"), (("x", "non établi", None),), summed=frozenset({1, 2}))
    read = [one.value for one in table(grid)[3]]
    assert read == ["Total de ce qui est établi", "non établi", None]


def test_an_empty_table_has_its_headings_only() -> None:
    sheet = table(Grid(("A", "B"), (), summed=frozenset({1})))
    assert list(sheet.values) == [("A", "B")]
    assert sheet.auto_filter.ref is None
