"""Names of institutions as people write them: abbreviated, or without their articles.

What is found here is only ever offered to whoever asked; nothing is chosen by it.
"""

from collections.abc import Iterable
from difflib import SequenceMatcher

from ledger.names import slug

_SHORT = {
    "communaute-d-agglomeration": "ca",
    "communaute-de-communes": "cc",
    "communaute-urbaine": "cu",
    "sainte": "ste",
    "saint": "st",
}
"""What is abbreviated, and how; the longer comes first."""

_ARTICLES = (
    "a",
    "au",
    "aux",
    "d",
    "de",
    "des",
    "du",
    "en",
    "et",
    "l",
    "la",
    "le",
    "les",
)
_LEFT_OUT = frozenset((*_ARTICLES, "commune", "ville"))
"""Words that are often left out, or written before a name that does not have them."""

_LIKE = 0.6
"""A name less like than this is not offered; 1 is the same."""

_PART = 0.9
"""How like a name is that has all the words asked for, and others."""

_INITIALS = 3
"""So many letters at least make an acronym."""


def nearest_institutions(name: str, known: Iterable[str], *, most: int) -> list[str]:
    """Find the known slugs most like a name, best first, whatever is abbreviated.

    >>> known = ["ca-des-lacs", "cu-de-la-rive-dure", "le-bourg", "saint-mard"]
    >>> nearest_institutions("Communauté urbaine de Rive-Dure", known, most=1)
    ['cu-de-la-rive-dure']
    >>> nearest_institutions("CURD", known, most=1)
    ['cu-de-la-rive-dure']
    """
    asked = slug(name)
    likeness = {one: _likeness(asked, one) for one in known}
    found = [one for one, like in likeness.items() if like >= _LIKE]
    return sorted(found, key=lambda one: (-likeness[one], one))[:most]


def _likeness(asked: str, known: str) -> float:
    """Tell how like two slugs are, from 0 to 1."""
    words, others = _words(asked), _words(known)
    if asked == known or words == others:
        return 1.0
    if len(asked) >= _INITIALS and asked == _initials(others):
        return 1.0
    part = _PART if words and set(words) <= set(others) else 0.0
    return max(part, _ratio(asked, known), _ratio("-".join(words), "-".join(others)))


def _words(name: str) -> list[str]:
    """List the words that tell a name from others, abbreviated."""
    for long, short in _SHORT.items():
        name = f"-{name}-".replace(f"-{long}-", f"-{short}-").strip("-")
    return [word for word in name.split("-") if word not in _LEFT_OUT]


def _initials(words: list[str]) -> str:
    """Tell the acronym of a name; `ca`, `cc` and `cu` are one themselves."""
    kinds = {"ca", "cc", "cu"}
    return "".join(word if word in kinds else word[:1] for word in words)


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other).ratio()
