"""Papers written as workbooks, and read back by another library."""

from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import cast

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from papers.cell import Euros, Price
from papers.document import Block, Grid, Paper
from papers.workbook import workbook

DUE = Euros(Decimal("728.42"))
DUES = Grid(
    ("Membre", "Depuis le", "Élèves", "Prix", "Dû"),
    (
        ("Rêve", date(2021, 3, 31), 1204, Price(Decimal("0.605")), DUE),
        ("Brume", date(2022, 1, 1), 10, Price(Decimal("1.30")), "non établi"),
    ),
    frozenset({2, 3}),
    frozenset({2, 4}),
)


def paper(*blocks: Block, title: str = "Contributions", state: str = "État") -> Paper:
    return Paper(title, blocks, state)


def opened(
    *blocks: Block, values: bool = False, state: str = "État"
) -> list[Worksheet]:
    made = BytesIO(workbook(paper(*blocks, state=state)))
    read = openpyxl.load_workbook(made, data_only=values)
    return cast("list[Worksheet]", read.worksheets)


def table(grid: Grid, *, values: bool = False) -> Worksheet:
    return opened(grid, values=values)[1]
