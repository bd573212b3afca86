"""The articles of the versions whose texts are published, shipped with the program.

They hold for one syndicate, told by its SIREN, and for these versions only: of
another's statutes, or of a later version, nothing is guessed (specification section
17). The source of each is told in `examples/README.md`.
"""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from ledger.clauses import Text

Articles = Mapping[str, str]
"""In which article a version says what, by clause (`clauses.py`)."""


def shipped_articles(siren: str | None, text: Text, version: str) -> Articles:
    """Tell the articles of a version that ship with the program; none where none do."""
    found: Articles = _shipped().get(siren or "", {}).get(text, {}).get(version, {})
    return found


@cache
def _shipped() -> dict[str, dict[str, dict[str, dict[str, str]]]]:
    text = files("ledger").joinpath("articles.json").read_text(encoding="utf-8")
    found: dict[str, dict[str, dict[str, dict[str, str]]]] = json.loads(text)
    return found
