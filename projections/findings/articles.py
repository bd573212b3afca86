"""Which article of the conditions says it: each version numbers them its own way."""

from typing import Literal

Clause = Literal["procedure", "contribution", "payment"]

NUMBERS: dict[str, dict[Clause, int]] = {
    "2019-12": {"procedure": 5, "contribution": 6},
    "2023-18": {"procedure": 4, "contribution": 5, "payment": 7},
}
"""The articles of each version of the conditions, by what they are about.

The version of 2019 has no clause on payment: its art. 7 is about its own changes.
"""

LATEST = "2023-18"
"""A version whose articles are not listed is read as numbered like this one."""


def number_of(clause: Clause, version: str) -> int | None:
    """Tell the article of a clause in a version; None where the version has none.

    >>> number_of("procedure", "2019-12"), number_of("procedure", "2023-18")
    (5, 4)
    """
    return NUMBERS.get(version, NUMBERS[LATEST]).get(clause)
