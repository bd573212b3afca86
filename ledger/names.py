"""Names people say aloud: slugs, and the nearest known name to a misspelt one."""

import difflib
import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_LIGATURES = str.maketrans(
    {
        "œ": "oe",
        "Œ": "oe",
        "æ": "ae",
        "Æ": "ae",
        "ß": "ss",
        "ø": "o",
        "Ø": "o",
        "đ": "d",
        "Đ": "d",
        "ð": "d",
        "Ð": "d",
        "ł": "l",
        "Ł": "l",
        "ı": "i",
        "þ": "th",
        "Þ": "th",
    }
)
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=10_000)  # the same persons are named again and again
def slug(name: str) -> str:
    """Write a name as an id: lower case, no accents, words joined by hyphens.

    >>> slug("Villeneuve d’Ascq"), slug("Hélène RECLOUX"), slug("Sacré-Cœur")
    ('villeneuve-d-ascq', 'helene-recloux', 'sacre-coeur')
    """
    spread = unicodedata.normalize("NFKD", name.translate(_LIGATURES)).lower()
    plain = "".join(sign for sign in spread if not unicodedata.combining(sign))
    return _NOT_SLUG.sub("-", plain).strip("-")


def nearest(name: str, known: Iterable[str], *, most: int = 1) -> list[str]:
    """Find the known names most like this one, best first; none when none is like it.

    >>> nearest("adhesion-requsted", ["adhesion-requested", "tariff-voted"])
    ['adhesion-requested']
    """
    return difflib.get_close_matches(name, list(known), n=most, cutoff=0.6)
