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

A day is the day itself: whoever shows the end of a time has taken one off.
"""
