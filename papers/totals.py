"""The totals of a table: what the columns to be summed add up to."""

from decimal import Decimal

from papers.cell import Cell, Euros
from papers.document import Grid
from papers.french import UNKNOWN

TOTAL = "Total"
TOTAL_KNOWN = "Total de ce qui est établi"


def totals(grid: Grid) -> tuple[Cell, ...] | None:
    """Add up the columns to be summed; a table without any, or without rows, has none.

    A text in such a column stands for what is not established: it adds nothing, and
    the total says so, in the first column that is not summed.
    """
    if not grid.summed or not grid.rows:
        return None
    row: list[Cell] = [
        _sum([each[place] for each in grid.rows]) if place in grid.summed else None
        for place in range(len(grid.columns))
    ]
    free = [place for place in range(len(row)) if place not in grid.summed]
    if free:
        summed = [each[place] for each in grid.rows for place in grid.summed]
        whole = not any(isinstance(cell, str) and cell for cell in summed)
        row[free[0]] = TOTAL if whole else TOTAL_KNOWN
    return tuple(row)


def _sum(cells: list[Cell]) -> Cell:
    """Add up what is a number; where nothing is, nothing is added up.

    >>> _sum([Euros(Decimal("1.10")), "non établi", Euros(Decimal("2"))])
    Euros(amount=Decimal('3.10'))
    >>> _sum([1, None, 2]), _sum([None]), _sum(["non établi"])
    (3, None, 'non établi')
    """
    euros = [cell.amount for cell in cells if isinstance(cell, Euros)]
    if euros:
        return Euros(sum(euros, Decimal()))
    numbers = [cell for cell in cells if isinstance(cell, int | Decimal)]
    if numbers:
        return sum(numbers)
    return UNKNOWN if any(cells) else None
