"""What a cell of a table may hold: each writer shows it in its own way."""

from datetime import date
from decimal import Decimal
from typing import TypeAlias

import msgspec


class Euros(msgspec.Struct, frozen=True):
    """An amount, to the cent."""

    amount: Decimal


class Price(msgspec.Struct, frozen=True):
    """A price, with the decimals it was voted with."""

    price: Decimal


Cell: TypeAlias = str | int | Decimal | date | Euros | Price | None
"""A text, a number, a day, an amount, a price, or nothing.

A day is the day itself: whoever shows the end of a time has taken one off. A count is
an `int`, what is measured or bought a `Decimal`.
"""


def euros(amount: str | None) -> Euros | None:
    """Make a cell of an amount as answers hold it; nothing of none."""
    return None if amount is None else Euros(Decimal(amount))


def price(voted: str | None) -> Price | None:
    """Make a cell of a price as answers hold it; nothing of none."""
    return None if voted is None else Price(Decimal(voted))


def quantity(number: int | str | None) -> Decimal | None:
    """Make a cell of what was measured or bought; nothing of none."""
    return None if number is None else Decimal(number)


def is_empty(cell: Cell) -> bool:
    """Tell whether nothing stands in a cell; a nought does."""
    return cell is None or cell == ""
