"""Amounts in French words, as a *titre* or an *état liquidatif* is settled.

The traditional spelling: *vingt et un*, *quatre-vingts*, *deux cents*, *deux cent
mille*. No library is asked: the rules are a screenful, and num2words 0.5.14 writes *un
million euros et zéro centimes* where *un million d’euros* is meant.
"""

from decimal import Decimal

_SMALL = (
    *("zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"),
    *("dix", "onze", "douze", "treize", "quatorze", "quinze", "seize"),
    *("dix-sept", "dix-huit", "dix-neuf"),
)
_TENS = ("", "", "vingt", "trente", "quarante", "cinquante", "soixante")
_NOUNS = ((1_000_000_000, "milliard"), (1_000_000, "million"))
_SCORE, _SEVENTY, _EIGHTY, _HUNDRED, _THOUSAND = 20, 70, 80, 100, 1000
_ELEVEN = 11


def number(value: int) -> str:
    """Write a whole number, not below zero.

    >>> number(71), number(80), number(280_200), number(80_000_000)
    ('soixante et onze', 'quatre-vingts', 'deux cent quatre-vingt mille deux cents', \
'quatre-vingts millions')
    """
    parts: list[str] = []
    rest = value
    for size, noun in _NOUNS:
        count, rest = divmod(rest, size)
        if count:
            parts.append(f"{number(count)} {noun}{'s' if count > 1 else ''}")
    thousands, rest = divmod(rest, _THOUSAND)
    if thousands:
        before = "" if thousands == 1 else f"{_unchanging(_hundreds(thousands))} "
        parts.append(f"{before}mille")
    if rest or not parts:
        parts.append(_hundreds(rest))
    return " ".join(parts)


def euros(amount: Decimal) -> str:
    """Write an amount of euros and cents.

    >>> euros(Decimal("6692.40"))
    'six mille six cent quatre-vingt-douze euros et quarante centimes'
    >>> euros(Decimal("1000000")), euros(Decimal("-0.01")), euros(Decimal("1.00"))
    ('un million d’euros', 'moins un centime', 'un euro')
    """
    whole, cents = divmod(int(abs(amount) * _HUNDRED), _HUNDRED)
    parts: list[str] = []
    if whole or not cents:
        unit = "d’euro" if whole and not whole % 1_000_000 else "euro"
        parts.append(f"{number(whole)} {unit}{'s' if whole > 1 else ''}")
    if cents:
        parts.append(f"{number(cents)} centime{'s' if cents > 1 else ''}")
    written = " et ".join(parts)
    return f"moins {written}" if amount < 0 else written


def _hundreds(value: int) -> str:
    """Write a number below a thousand."""
    hundreds, rest = divmod(value, _HUNDRED)
    if not hundreds:
        return _below_hundred(rest)
    before = "" if hundreds == 1 else f"{_SMALL[hundreds]} "
    if not rest:
        return f"{before}cent{'s' if hundreds > 1 else ''}"
    return f"{before}cent {_below_hundred(rest)}"


def _below_hundred(value: int) -> str:
    if value < _SCORE:
        return _SMALL[value]
    if value >= _EIGHTY:
        rest = value - _EIGHTY
        return f"quatre-vingt-{_SMALL[rest]}" if rest else "quatre-vingts"
    tens = value // 10 if value < _SEVENTY else 6
    rest = value - 10 * tens
    if not rest:
        return _TENS[tens]
    joint = " et " if rest in {1, _ELEVEN} else "-"
    return f"{_TENS[tens]}{joint}{_SMALL[rest]}"


def _unchanging(written: str) -> str:
    """Write *cents* and *quatre-vingts* before *mille*, where they take no s."""
    return (
        written.removesuffix("s") if written.endswith(("cents", "vingts")) else written
    )
