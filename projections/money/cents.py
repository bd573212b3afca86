"""Euros and cents: exact until rounded once, half-up; never floats."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from math import floor

CENTS = 100


def to_cents(amount: Fraction) -> Decimal:
    """Round to the cent, half-up.

    >>> to_cents(Fraction(333) * Fraction("0.605"))
    Decimal('201.47')
    """
    cents = floor(abs(amount) * CENTS + Fraction(1, 2))
    return (Decimal(cents if amount >= 0 else -cents) / CENTS).quantize(Decimal("0.01"))


def divide(amount: Decimal, shares: Sequence[Decimal]) -> list[Decimal]:
    """Divide an amount by shares in hundredths, so that the parts add up exactly.

    Each part is cut to the cent; left-over cents go to the largest remainders, then in
    the order of the shares.

    >>> [str(part) for part in divide(Decimal("0.02"), [*map(Decimal, (50, 25, 25))])]
    ['0.01', '0.01', '0.00']
    """
    exact = [Fraction(amount) * Fraction(share) for share in shares]  # in cents
    cut = [floor(cents) for cents in exact]
    left_over = floor(sum(exact)) - sum(cut)
    largest = sorted(range(len(cut)), key=lambda place: cut[place] - exact[place])
    for place in largest[:left_over]:
        cut[place] += 1
    return [(Decimal(cents) / CENTS).quantize(Decimal("0.01")) for cents in cut]


def summed(amounts: Iterable[tuple[str, Decimal]]) -> dict[str, Decimal]:
    """Sum amounts by what each is about."""
    sums: dict[str, Decimal] = {}
    for about, amount in amounts:
        sums[about] = sums.get(about, Decimal(0)) + amount
    return sums


def shown_amount(amount: Decimal) -> str:
    """Write an amount with two decimals."""
    return str(to_cents(Fraction(amount)))


def shown_price(price: Decimal) -> str:
    """Write a price as it was voted, with two decimals at least.

    >>> shown_price(Decimal("0.605")), shown_price(Decimal("1.3"))
    ('0.605', '1.30')
    """
    decimals = -int(price.as_tuple().exponent)
    return str(price if decimals >= 2 else price.quantize(Decimal("0.01")))  # noqa: PLR2004
