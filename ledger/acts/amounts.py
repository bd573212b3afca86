"""An amount is written in digits; Python takes more for a decimal than people do."""

import re
from decimal import Decimal
from functools import cache
from typing import Any, get_args, get_origin

from ledger.acts.shapes import hints_of, is_struct, part_for, unwrap

_AMOUNT = re.compile(r"-?[0-9]+(\.[0-9]+)?")


def amounts_are_digits(value: Any, annotation: Any) -> bool:
    """Tell whether every amount is written in digits; a decimal would take more.

    `2024_1`, `+3` and digits of other scripts are decimals to Python, not to people.
    """
    if not _holds_decimals(annotation):
        return True
    arm = part_for(value, annotation)
    if is_struct(arm) and isinstance(value, dict):
        hints = hints_of(arm)
        return all(
            amounts_are_digits(item, hints[name])
            for name, item in value.items()
            if name in hints
        )
    if get_origin(arm) is tuple and isinstance(value, list):
        return all(amounts_are_digits(item, get_args(arm)[0]) for item in value)
    if get_origin(arm) is dict and isinstance(value, dict):
        return all(
            amounts_are_digits(item, get_args(arm)[1]) for item in value.values()
        )
    return not is_odd_amount(value)


def is_odd_amount(value: Any) -> bool:
    """Tell whether a text is no amount as people write one."""
    return isinstance(value, str) and not _AMOUNT.fullmatch(value)


def is_decimal(annotation: Any) -> bool:
    """Tell whether a type is an amount, which may be left out."""
    plain = unwrap(annotation)
    return plain is Decimal or Decimal in get_args(plain)


@cache
def _holds_decimals(annotation: Any) -> bool:
    plain = unwrap(annotation)
    parts = hints_of(plain).values() if is_struct(plain) else get_args(plain)
    return plain is Decimal or any(map(_holds_decimals, parts))
