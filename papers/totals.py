"""The totals of a table: what the columns to be summed add up to."""

from decimal import Decimal

from papers.cell import Cell, Euros, Price
from papers.document import Grid

TOTAL = "Total"


def totals(grid: Grid) -> tuple[Cell, ...] | None:
    """Add up the columns to be summed; a table without any, or without rows, has none.

    A text or nothing in such a column (an amount not established) adds nothing. The
    word “Total” stands in the first column that is not summed.
    """
    if not grid.summed or not grid.rows:
        return None
    row: list[Cell] = [
        _sum([each[place] for each in grid.rows]) if place in grid.summed else None
        for place in range(len(grid.columns))
    ]
    free = [place for place in range(len(row)) if place not in grid.summed]
    if free:
        row[free[0]] = TOTAL
    return tuple(row)


def _sum(cells: list[Cell]) -> Cell:
    """Add what is a number; amounts add up to an amount, numbers to a number.

    >>> _sum([Euros(Decimal("1.10")), "non établi", Euros(Decimal("2"))])
    Euros(amount=Decimal('3.10'))
    >>> _sum([1, None, 2]), _sum([])
    (3, 0)
    """
    euros = [cell.amount for cell in cells if isinstance(cell, Euros)]
    if euros:
        return Euros(sum(euros, Decimal()))
    numbers = [_number(cell) for cell in cells]
    return sum(number for number in numbers if number is not None)


def _number(cell: Cell) -> int | Decimal | None:
    match cell:
        case Price(price=price):
            return price
        case int() | Decimal():
            return cell
        case _:
            return None
