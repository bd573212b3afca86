"""The last row of a table whose columns are summed."""

from decimal import Decimal

from papers.cell import Cell, Euros, Price
from papers.document import Grid


def total(grid: Grid) -> tuple[Cell, ...]:
    """Sum what is known; where some is not, the row says so."""
    cells = list[Cell]([None] * len(grid.columns))
    is_whole = True
    for place in grid.summed:
        column = [row[place] for row in grid.rows]
        cells[place] = _sum(column)
        is_whole &= not any(isinstance(cell, str) and cell for cell in column)
    first = min(set(range(len(cells))) - grid.summed, default=None)
    if first is not None:
        cells[first] = "Total" if is_whole else "Total établi"
    return tuple(cells)


def _sum(column: list[Cell]) -> Cell:
    amounts = [cell.amount for cell in column if isinstance(cell, Euros)]
    if amounts:
        return Euros(sum(amounts, Decimal(0)))
    assert not any(isinstance(cell, Price) for cell in column), "prices never add up"
    numbers = [cell for cell in column if isinstance(cell, int | Decimal)]
    return sum(numbers) if numbers else None
