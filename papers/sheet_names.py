"""The names of a workbook's sheets, as spreadsheets admit them."""

import re

from papers.plain import one_line

_LONGEST = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_RESERVED = frozenset({"history", "historique"})
_NAMELESS = "Tableau"


def sheet_name(title: str, taken: frozenset[str]) -> str:
    """Make a name of a title: short enough, and none of those taken in any case.

    >>> sheet_name("Vote : budget/2024", frozenset())
    'Vote budget 2024'
    >>> sheet_name("VOTE", frozenset({"vote"}))
    'VOTE (2)'
    """
    plain = one_line(_FORBIDDEN.sub(" ", one_line(title))).strip("'’ ") or _NAMELESS
    name = _cut(plain, _LONGEST)
    number = 2
    while name.casefold() in taken | _RESERVED:
        mark = f" ({number})"
        name = f"{_cut(plain, _LONGEST - len(mark))}{mark}"
        number += 1
    return name


def _cut(text: str, longest: int) -> str:
    """Cut a name where it is too long, and show that it was.

    A character beyond the first plane counts twice.
    """
    if _units(text) <= longest:
        return text
    kept = text
    while _units(kept) > longest - 1:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
